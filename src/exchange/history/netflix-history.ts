// Netflix's "Download all" of the viewing activity: two columns, a title with everything in it and a day in whichever
// order the account's country writes it.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { readTable } from '../csv-rows.ts';
import type { Problem } from '../problems.ts';
import { dayOf, tellDayOrder } from './day-order.ts';
import {
  type Batches,
  type Head,
  type HistoryFormat,
  hasColumns,
  memberCalled,
  type Opened,
} from './format.ts';
import { createBeginnings } from './netflix-title.ts';

const TITLES = [
  'title',
  'titel',
  'titre',
  'título',
  'titulo',
  'titolo',
  'tytuł',
  'başlık',
  'название',
  '제목',
  'タイトル',
  '标题',
  '標題',
  '片名',
];
const DAYS = [
  'date',
  'datum',
  'fecha',
  'data',
  'dato',
  'tarih',
  'дата',
  '날짜',
  '日付',
  '視聴日',
  '日期',
  'päivämäärä',
];

const isLike = (head: Head): boolean =>
  (head.columns.length === 2 && TITLES.includes(head.columns[0]!) && DAYS.includes(head.columns[1]!)) ||
  (hasColumns('title', 'date')(head) && head.columns.length === 2);

async function* read(opened: Opened): Batches {
  const beginnings = createBeginnings();
  const days: string[] = [];
  for await (const { title, day } of rowsOf(opened)) {
    beginnings.learn(title);
    // What is no day in any order would only blur what the others say.
    if (day !== days.at(-1) && /\d\D+\d+\D+\d/.test(day)) days.push(day);
  }
  const { order, isSure } = tellDayOrder(days);
  // A day has many rows.
  const known = new Map<string, string | undefined>();
  const dayIn = (cell: string): string | undefined => {
    if (!known.has(cell)) known.set(cell, dayOf(cell, order));
    return known.get(cell);
  };
  const unsure: Problem[] =
    isSure || days.length === 0
      ? []
      : [
          {
            line: 2,
            message: `The days could be month first or day first; they were taken as ${WORDS[order]} first.`,
          },
        ];
  const table = await readTable(opened.text, { isOneLineEach: true });
  if (table === undefined) return;
  yield { entries: [], problems: unsure };
  for await (const { entries: rows, problems: broken } of table.batches) {
    const problems: Problem[] = [...broken];
    const entries: HistoryEntry[] = [];
    for (const { line, cells } of rows) {
      const [title = '', date = ''] = cells.map((cell) => cell.trim());
      const on = dayIn(date);
      if (title === '' || title.includes('\uFFFD')) {
        problems.push({ line, message: 'The row has no title that can be read and was left out.' });
        continue;
      }
      if (on === undefined)
        problems.push({ line, message: `“${date.slice(0, 40)}” is no day; it was brought in without one.` });
      entries.push({
        line,
        ...(opened.member === undefined ? {} : { member: opened.member }),
        key: `${title}\n${on ?? date}`,
        // A title that Netflix took away leaves ": Season 1: …".
        readings: /^[:：]/.test(title) ? [{ name: '' }] : beginnings.read(title),
        ids: [],
        numbering: 'netflix',
        watched: { ...(on === undefined ? {} : { on }), isRewatch: false },
        ...(on === undefined ? {} : { saidAt: on }),
        columns: { title: title.slice(0, 1000), date: date.slice(0, 100) },
      });
    }
    yield { entries, problems };
  }
}

const WORDS = { ymd: 'year', mdy: 'month', dmy: 'day' } as const;

async function* rowsOf(opened: Opened): AsyncGenerator<{ readonly title: string; readonly day: string }> {
  const table = await readTable(opened.text, { isOneLineEach: true });
  if (table === undefined) return;
  for await (const { entries } of table.batches)
    for (const { cells } of entries) yield { title: cells[0]?.trim() ?? '', day: cells[1]?.trim() ?? '' };
}

export const netflixHistory: HistoryFormat = {
  name: 'netflix-history',
  parts: [{ member: memberCalled('netflixviewinghistory.*\\.csv'), isLike, read }],
};
