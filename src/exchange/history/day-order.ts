// In which order a column writes year, month and day, told from all its cells together: one that is no day in some
// order rules that order out, and a history goes one way through time.
import { isDay } from '../../core/day.ts';

const ORDERS = ['ymd', 'mdy', 'dmy'] as const;
export type DayOrder = (typeof ORDERS)[number];

const BUDDHIST_YEARS = 543;

/** ISO 8601, or undefined when the cell is no day in this order. A clock after the day is passed over. */
export function dayOf(cell: string, order: DayOrder): string | undefined {
  const numbers = cell.match(/\d+/g);
  if (numbers === null || numbers.length < 3) return undefined;
  const [one, two, three] = numbers as [string, string, string];
  const [year, month, day] = { ymd: [one, two, three], mdy: [three, one, two], dmy: [three, two, one] }[
    order
  ] as [string, string, string];
  if (month.length > 2 || day.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined;
  const given = Number(year.length === 2 ? `20${year}` : year);
  const full = given > 2400 ? given - BUDDHIST_YEARS : given;
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

export type ToldOrder = { readonly order: DayOrder; readonly isSure: boolean };

/** Cells in the order of the file. Days written with dots have the day first wherever they are in use. */
export function tellDayOrder(cells: readonly string[]): ToldOrder {
  const judged = ORDERS.map((order) => ({ order, ...judge(cells, order) }));
  const wrong = Math.min(...judged.map(({ failures }) => failures));
  const possible = judged.filter(({ failures }) => failures === wrong);
  const turns = Math.min(...possible.map((one) => one.turns));
  const steady = possible.filter((one) => one.turns === turns);
  // A day taken for a year changes from row to row.
  const years = Math.min(...steady.map((one) => one.years));
  const best = steady.filter((one) => one.years === years);
  if (best.length === 1) return { order: best[0]!.order, isSure: true };
  // Every cell has the same day and month, such as 1/1/24: any order says the same.
  const isSame = cells.every((cell) => new Set(best.map(({ order }) => dayOf(cell, order))).size === 1);
  const hasDots = cells.some((cell) => /\d\s*\.\s*\d/.test(cell));
  const preferred = hasDots ? 'dmy' : 'mdy';
  return {
    order: best.some(({ order }) => order === preferred) ? preferred : best[0]!.order,
    isSure: isSame,
  };
}

type Judged = { readonly failures: number; readonly turns: number; readonly years: number };

/** How many cells are no day, how often a history that should go one way turns round, and how many years it has. */
function judge(cells: readonly string[], order: DayOrder): Judged {
  const years = new Set<string>();
  let [failures, up, down] = [0, 0, 0];
  let before: string | undefined;
  for (const cell of cells) {
    const day = dayOf(cell, order);
    if (day === undefined) failures++;
    else {
      if (before !== undefined && day > before) up++;
      if (before !== undefined && day < before) down++;
      before = day;
      years.add(day.slice(0, 4));
    }
  }
  return { failures, turns: Math.min(up, down), years: years.size };
}
