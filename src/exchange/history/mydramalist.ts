// MyDramaList gives no export: people copy their list off its page, or fill in a table. Copied, each row is a line of
// cells between tabs under the heading of its shelf; the table's columns are in docs/bringing-history.md.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { idsInAddresses, plainId } from '../../core/history/outside-ids.ts';
import type { ShowKind } from '../../core/show.ts';
import type { WatchState } from '../../core/watching.ts';
import type { Problem } from '../problems.ts';
import { dayIn, nameIn, numberIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type Batches, type Head, type HistoryFormat, memberCalled, type Opened } from './format.ts';
import { tablePart } from './table-part.ts';

const SHELVES: readonly (readonly [RegExp, WatchState])[] = [
  [/^(currently )?watching\b/i, 'watching'],
  [/^completed\b/i, 'done'],
  [/^(on[- ]?hold|paused)\b/i, 'watching'],
  [/^dropped\b/i, 'dropped'],
  [/^(plan(ning)? to watch|ptw|planned)\b/i, 'planned'],
];
const OTHER_SHELF = /^(not interested|undecided)\b/i;

const stateIn = (text: string): WatchState | undefined =>
  SHELVES.find(([words]) => words.test(text.trim()))?.[1];

const kindIn = (type: string): ShowKind => (/movie|film/i.test(type) ? 'film' : 'series');

const TYPE =
  /^(korean |japanese |chinese |taiwanese |thai |hong kong |filipino )?(drama|movie|special|tv show|tv program)$/i;
const PROGRESS = /^(\d{1,4})\s*\/\s*(\d{1,4}|\?)$/;

type Line = { readonly cells: readonly string[]; readonly year: number };

/** A title, and among what follows a year; numbers of rows stand before the title. */
function lineIn(text: string): Line | undefined {
  const cells = text.split('\t').map((cell) => cell.trim());
  if (/^\d{1,5}\.?$/.test(cells[0] ?? '')) cells.shift();
  const year = cells
    .slice(1)
    .map(yearIn)
    .find((one) => one !== undefined);
  return cells.length < 3 || year === undefined || nameIn(cells[0]) === undefined
    ? undefined
    : { cells, year };
}

const isPasted = ({ text }: Head): boolean => {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return (
    lines.some((line) => stateIn(line) !== undefined) &&
    lines.some((line) => line.includes('\t') && lineIn(line) !== undefined)
  );
};

async function* readPasted(opened: Opened): Batches {
  const entries: HistoryEntry[] = [];
  const problems: Problem[] = [];
  let state: WatchState | undefined;
  let isLeftOut = false;
  for (const [at, text] of opened.text.split(/\r?\n/).entries()) {
    const row = text.includes('\t') ? lineIn(text) : undefined;
    if (row === undefined) {
      const shelf = text.includes('\t') ? undefined : stateIn(text);
      if (shelf !== undefined || OTHER_SHELF.test(text.trim()))
        [state, isLeftOut] = [shelf, shelf === undefined];
      else if (text.includes('\t') && !/^\s*(#|title|no\.?)\b/i.test(text))
        problems.push({ line: at + 1, message: 'The line names no title with a year and was left out.' });
    } else if (!isLeftOut) entries.push({ ...pasted(row, state), line: at + 1 });
  }
  yield { entries, problems };
}

function pasted({ cells, year }: Line, state: WatchState | undefined): Omit<HistoryEntry, 'line'> {
  const name = nameIn(cells[0])!;
  const rest = cells.slice(1);
  const type = rest.find((cell) => TYPE.test(cell)) ?? '';
  const progress = rest.map((cell) => PROGRESS.exec(cell)).find((match) => match !== null);
  const score = rest.find((cell) => /^\d{1,2}(\.\d)?$/.test(cell) && Number(cell) <= 10);
  const kind = kindIn(type);
  const episode = wholeIn(progress?.[1], 1);
  return {
    key: `${name}\n${year}`,
    readings: [{ name, kind, year }],
    ids: [],
    numbering: 'mydramalist',
    ...defined({ state, rating: ratingIn(score, 10) }),
    ...(episode === undefined || kind === 'film' ? {} : { progress: { episode } }),
    columns: {
      title: name,
      year: String(year),
      ...defined({ type: type || undefined, score, progress: progress?.[0], shelf: state }),
    },
  };
}

export const mydramalist: HistoryFormat = {
  name: 'mydramalist',
  parts: [
    { member: memberCalled('mydramalist.*\\.(txt|tsv)'), isLike: isPasted, read: readPasted },
    tablePart({
      member: memberCalled('mydramalist.*\\.csv'),
      needs: ['title', 'year', 'status', 'score', 'progress'],
      lacks: ['media_id', 'const'],
      keeps: [
        'title',
        'native title',
        'year',
        'type',
        'status',
        'score',
        'progress',
        'rewatches',
        'started',
        'finished',
        'note',
        'review',
        'link',
      ],
      row: (row) => {
        const name = nameIn(row.cell('title'));
        if (name === undefined) return 'The row has no title.';
        const native = nameIn(row.cell('native title'));
        const kind = kindIn(row.cell('type'));
        const episode = wholeIn(row.cell('progress').split('/')[0], 1);
        const text = proseIn(row.cell('review'));
        const link = row.cell('link');
        return {
          key: `${name}\n${row.cell('year')}`,
          readings: [
            {
              name,
              kind,
              ...(native === undefined ? {} : { otherNames: [native] }),
              ...defined({ year: yearIn(row.cell('year')) }),
            },
          ],
          ids: /^\d+/.test(link)
            ? plainId('mydramalist', numberIn(/^\d+/.exec(link)![0]))
            : idsInAddresses(link),
          numbering: 'mydramalist',
          ...defined({
            state: stateIn(row.cell('status')),
            rating: ratingIn(row.cell('score'), 10),
            rewatches: wholeIn(row.cell('rewatches'), 1),
            startedOn: dayIn(row.cell('started')),
            finishedOn: dayIn(row.cell('finished')),
            note: proseIn(row.cell('note')),
          }),
          ...(episode === undefined || kind === 'film' ? {} : { progress: { episode } }),
          ...(text === undefined ? {} : { review: { text } }),
        };
      },
    }),
  ],
};
