// Netflix's archive of an account: the viewing activity of every profile of the household, thumbs, and the list. Only
// the rows of the chosen profile are taken; trailers, hooks, previews and what played by itself are left out, devices
// and countries are not kept.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { type Row, readTable } from '../csv-rows.ts';
import { dayIn, instantIn, nameIn, wholeIn } from './cells.ts';
import { defined } from './defined.ts';
import {
  type Batches,
  type HistoryFormat,
  hasColumns,
  memberCalled,
  type Opened,
  type Part,
} from './format.ts';
import { createBeginnings } from './netflix-title.ts';
import { type RowSays, readRows, type TablePart } from './table-part.ts';

const isOf = (row: Row, { options }: Opened): boolean =>
  options.profile === undefined || row.cell('profile name') === options.profile;

const CLIP = /_hook_|clip:|_clip_|trailer:|_backfill|teaser:/i;

const isViewing = (row: Row): boolean =>
  row.cell('supplemental video type') === '' &&
  !/^not latest view$/i.test(row.cell('latest bookmark')) &&
  !/autoplayed: user action: none;/i.test(row.cell('attributes')) &&
  !CLIP.test(row.cell('title'));

async function* rowsOf(opened: Opened): AsyncGenerator<Row> {
  const table = await readTable(opened.text);
  for await (const { entries } of table?.batches ?? []) yield* entries;
}

const activity: Part = {
  member: memberCalled('viewingactivity\\.csv'),
  isLike: hasColumns('profile name', 'start time', 'title'),
  read: async function* (opened): Batches {
    const beginnings = createBeginnings();
    for await (const row of rowsOf(opened))
      if (isOf(row, opened) && isViewing(row)) beginnings.learn(row.cell('title'));
    yield* readRows(opened, {
      keeps: ['profile name', 'start time', 'duration', 'title', 'bookmark', 'latest bookmark'],
      row: (row) => {
        if (!isOf(row, opened) || !isViewing(row)) return undefined;
        const title = row.cell('title');
        const saidAt = instantIn(row.cell('start time'));
        if (title === '') return 'The row has no title.';
        return {
          key: `${title}\n${row.cell('start time')}`,
          readings: /^[:：]/.test(title) ? [{ name: '' }] : beginnings.read(title),
          ids: [],
          numbering: 'netflix',
          watched: { isRewatch: false, ...defined({ on: saidAt?.slice(0, 10) }) },
          ...defined({ saidAt }),
        };
      },
    });
  },
};

/** A title's name alone: it may be of either kind. */
const named = (name: string): HistoryEntry['readings'] => [{ name }];

const part = (
  member: string,
  needs: readonly string[],
  table: Pick<TablePart, 'keeps'> & { row: (row: Row) => RowSays | string | undefined },
): Part => ({
  member: memberCalled(member),
  isLike: (head) => hasColumns(...needs)(head) && !head.columns.includes('start time'),
  read: (opened) =>
    readRows(opened, { ...table, row: (row) => (isOf(row, opened) ? table.row(row) : undefined) }),
});

/** Thumbs: 1 is down, 2 up, 3 two of them. Stars are from before 2017. */
const ratings = part('ratings\\.csv', ['profile name', 'title name', 'thumbs value'], {
  keeps: ['profile name', 'title name', 'star value', 'thumbs value', 'event utc ts'],
  row: (row) => {
    const name = nameIn(row.cell('title name'));
    if (name === undefined) return 'The row has no title.';
    const thumbs = wholeIn(row.cell('thumbs value'), 1, 3);
    const stars = wholeIn(row.cell('star value'), 1, 5);
    return {
      key: `rating\n${name}`,
      readings: named(name),
      ids: [],
      ...defined({
        isLiked: thumbs === undefined ? undefined : thumbs > 1,
        saidAt: instantIn(row.cell('event utc ts')),
      }),
      ...(stars === undefined ? {} : { rating: { value: stars, outOf: 5 } }),
    };
  },
});

const list = part('mylist\\.csv', ['profile name', 'title name'], {
  keeps: ['profile name', 'title name', 'utc title add date'],
  row: (row) => {
    const name = nameIn(row.cell('title name'));
    if (name === undefined) return 'The row has no title.';
    return {
      key: `list\n${name}`,
      readings: named(name),
      ids: [],
      state: 'planned',
      ...defined({ saidAt: dayIn(row.cell('utc title add date')) }),
    };
  },
});

export const netflixArchive: HistoryFormat = {
  name: 'netflix-archive',
  parts: [activity, ratings, list],
  profiles: async (opened) => {
    const names = new Set<string>();
    for await (const row of rowsOf(opened))
      if (row.cell('profile name') !== '') names.add(row.cell('profile name'));
    return [...names];
  },
};
