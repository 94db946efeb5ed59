// NeoDB's two exports. As tables: one for each category, with links that hold ids ("imdb:tt…", addresses); as NDJSON:
// a journal of marks, ratings, comments, reviews and notes, whose works lie in a catalogue beside it. Films and series
// only; the actor's file holds keys and is never opened.
import { idsInAddresses, imdbId } from '../../core/history/outside-ids.ts';
import type { ShowKind } from '../../core/show.ts';
import type { Row } from '../csv-rows.ts';
import { dayIn, instantIn, nameIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { NEODB_STATES, neodbCatalogue, neodbJournal } from './neodb-journal.ts';
import { type RowSays, tablePart } from './table-part.ts';

const COLUMNS = [
  'title',
  'info',
  'links',
  'timestamp',
  'status',
  'rating',
  'comment',
  'tags',
  'content',
  'progress',
];

/** "imdb:tt0111161 year:1994 season_number:2" */
function infoOf(row: Row): Readonly<Record<string, string>> {
  const parts = row
    .cell('info')
    .split(/\s+/)
    .map((part) => part.split(':', 2));
  return Object.fromEntries(parts.filter((part): part is [string, string] => part.length === 2));
}

function workOf(row: Row, kind: ShowKind): Omit<RowSays, 'key'> | string {
  const name = nameIn(row.cells[0]);
  if (name === undefined) return 'The work has no title.';
  const info = infoOf(row);
  const season = wholeIn(info.season_number, 1);
  const ids = [...imdbId(info.imdb), ...idsInAddresses(row.cell('links'))];
  // A season's own page at another service is not its show's: only what names the show is taken.
  const known = season === undefined ? ids : ids.filter(({ service }) => service === 'tmdb');
  return {
    readings: [
      {
        name,
        kind,
        ...defined({ year: season === undefined || season === 1 ? yearIn(info.year) : undefined }),
        ...(season === undefined ? {} : { episode: { season } }),
      },
    ],
    ids: known.filter((id, at) => known.findIndex(({ service }) => service === id.service) === at),
    numbering: 'neodb',
    ...defined({ saidAt: instantIn(row.cell('timestamp')) }),
  };
}

const keyOf = (part: string, row: Row): string =>
  `${part}\n${row.cell('links').split(/\s+/)[0] || row.cells[0]}`;

const parts = (
  [
    ['movie', 'film'],
    ['tv', 'series'],
  ] as const
).flatMap(([category, kind]) => [
  tablePart({
    member: memberCalled(`${category}_mark\\.csv`),
    needs: ['title', 'info', 'links', 'timestamp', 'status'],
    keeps: COLUMNS,
    row: (row) => {
      const work = workOf(row, kind);
      if (typeof work === 'string') return work;
      const [state, text, on] = [
        NEODB_STATES[row.cell('status')],
        proseIn(row.cell('comment')),
        dayIn(row.cell('timestamp')),
      ];
      return {
        ...work,
        key: keyOf('mark', row),
        ...defined({ state, rating: ratingIn(row.cell('rating'), 10) }),
        ...(state === 'done' && on !== undefined ? { finishedOn: on } : {}),
        ...(text === undefined ? {} : { review: { text, ...defined({ publishedOn: on }) } }),
      };
    },
  }),
  tablePart({
    member: memberCalled(`${category}_(review|note)\\.csv`),
    needs: ['title', 'info', 'links', 'timestamp', 'content'],
    lacks: ['status'],
    keeps: COLUMNS,
    row: (row, { name, head }) => {
      const work = workOf(row, kind);
      if (typeof work === 'string') return work;
      const text = proseIn(row.cell('content'));
      const isNote = /note/i.test(name) || head.columns.includes('progress');
      // Two columns are called "title": the work's and the review's.
      const heading = nameIn(row.cells[head.columns.lastIndexOf('title')]);
      const key = `${keyOf(isNote ? 'note' : 'review', row)}\n${row.cell('timestamp')}`;
      if (text === undefined) return { ...work, key };
      if (isNote) return { ...work, key, note: heading === undefined ? text : `${heading}\n${text}` };
      return {
        ...work,
        key,
        review: { text, ...defined({ title: heading, publishedOn: dayIn(row.cell('timestamp')) }) },
      };
    },
  }),
]);

export const neodb: HistoryFormat = { name: 'neodb', parts: [...parts, neodbJournal, neodbCatalogue] };
