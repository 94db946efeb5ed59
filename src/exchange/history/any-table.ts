// A table of no known format, by pointing at its columns: which one holds the title, the day, the rating. The order of
// days and the scale of ratings are told from the whole column.
import { idsInAddresses, imdbId, tmdbId } from '../../core/history/outside-ids.ts';
import type { ShowKind } from '../../core/show.ts';
import type { WatchState } from '../../core/watching.ts';
import { type Row, readTable } from '../csv-rows.ts';
import { nameIn, numberIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { type DayOrder, dayOf, tellDayOrder } from './day-order.ts';
import { defined } from './defined.ts';
import type { Batches, HistoryFormat, Opened } from './format.ts';
import { kindOfTitleType } from './imdb.ts';
import { type RowSays, readRows } from './table-part.ts';

/** What a column can hold; "title" is needed. "outOf" is no column but the scale of the ratings: 5, 10, 100. */
export const TABLE_FIELDS = [
  'title',
  'original',
  'year',
  'kind',
  'watched',
  'season',
  'episode',
  'rating',
  'outOf',
  'status',
  'review',
  'note',
  'imdb',
  'tmdb',
  'link',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

const STATES: readonly (readonly [RegExp, WatchState])[] = [
  [/plan|watch ?list|want|wish|to ?watch|later|보고 ?싶/i, 'planned'],
  [/drop|abandon|stopped|중단|하차/i, 'dropped'],
  [/complet|finish|done|watched|seen|다 ?봤|완료/i, 'done'],
  [/watching|progress|current|hold|pause|보는 ?중/i, 'watching'],
];

type Told = { readonly order: DayOrder; readonly outOf: number };
type Cells = (row: Row, field: TableField) => string;

async function* read(opened: Opened): Batches {
  const chosen = opened.options.columns ?? {};
  const cell: Cells = (row, field) => {
    const column = chosen[field];
    return column === undefined ? '' : row.cell(column.trim().toLowerCase());
  };
  const told = await tell(opened, cell);
  yield* readRows(opened, {
    keeps: Object.entries(chosen).flatMap(([field, column]) =>
      field === 'outOf' ? [] : [column.trim().toLowerCase()],
    ),
    row: (row) => rowOf(row, cell, told),
  });
}

async function tell(opened: Opened, cell: Cells): Promise<Told> {
  const days: string[] = [];
  let most = 0;
  const table = await readTable(opened.text);
  for await (const { entries } of table?.batches ?? [])
    for (const row of entries) {
      const day = cell(row, 'watched');
      if (day !== '') days.push(day);
      most = Math.max(most, numberIn(cell(row, 'rating')) ?? 0);
    }
  const outOf = numberIn(opened.options.columns?.outOf) ?? [5, 10, 100].find((scale) => most <= scale) ?? 100;
  return { order: tellDayOrder(days).order, outOf };
}

function rowOf(row: Row, cell: Cells, { order, outOf }: Told): RowSays | string {
  const name = nameIn(cell(row, 'title'));
  if (name === undefined) return 'The row has no title.';
  const original = nameIn(cell(row, 'original'));
  const [season, episode] = [wholeIn(cell(row, 'season')), wholeIn(cell(row, 'episode'))];
  const hasPlace = season !== undefined || episode !== undefined;
  const type = kindOfTitleType(cell(row, 'kind'));
  const kind: ShowKind | undefined =
    hasPlace || type === 'episode' ? 'series' : type === 'film' || type === 'series' ? type : undefined;
  const on = dayOf(cell(row, 'watched'), order);
  const text = proseIn(cell(row, 'review'));
  const status = cell(row, 'status');
  return {
    key: [name, cell(row, 'year'), season ?? '', episode ?? '', on ?? ''].join('\n'),
    readings: [
      {
        name,
        ...(original === undefined || original === name ? {} : { otherNames: [original] }),
        ...defined({ kind, year: yearIn(cell(row, 'year')) }),
        ...(hasPlace ? { episode: defined({ season, episode }) } : {}),
      },
    ],
    ids: [
      ...imdbId(cell(row, 'imdb')),
      ...(kind === undefined ? [] : tmdbId(kind, cell(row, 'tmdb'))),
      ...idsInAddresses(cell(row, 'link')),
    ],
    ...(hasPlace ? { numbering: 'table' } : {}),
    ...(on === undefined ? {} : { watched: { on, isRewatch: false }, saidAt: on }),
    ...defined({
      rating: ratingIn(cell(row, 'rating'), outOf),
      note: proseIn(cell(row, 'note')),
      state: STATES.find(([words]) => words.test(status))?.[1],
    }),
    ...(text === undefined ? {} : { review: { text, ...defined({ publishedOn: on }) } }),
  };
}

/** A table by its first line: several named columns. */
export const anyTable: HistoryFormat = {
  name: 'table',
  parts: [
    {
      member: /^$/,
      isLike: ({ columns }) => columns.length > 1 && columns.every((name) => name !== '' && name.length < 80),
      read,
    },
  ],
};
