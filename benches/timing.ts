// Measuring: percentiles of many short runs, megabytes per second of long ones, tables for people.

export type Table = {
  readonly title: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Nearest-rank percentile of milliseconds; `share` from 0 to 1. */
export function percentile(timesMs: readonly number[], share: number): number {
  const sorted = [...timesMs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds by the clock that one call takes. */
export function timeMs(run: () => unknown): number {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/**
 * Milliseconds of the processor that one call takes on its thread, collecting garbage there included: what other
 * programs do on the machine meanwhile is not counted. For runs of 50 ms and more: some systems count in steps of 4.
 */
export function processorMs(run: () => unknown): number {
  const from = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1e3;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

export const round = (number: number, digits = 2): string =>
  Number.isFinite(number) ? number.toFixed(digits) : 'n/a';

/**
 * Runs the competitors in turn (A B C, A B C, …) so that a machine that slows down slows all of them, and
 * returns the median milliseconds of the processor of each.
 */
export function raceMs(
  runs: Readonly<Record<string, () => unknown>>,
  rounds: number,
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(runs)) times.get(name)!.push(processorMs(run));
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

export function markdown(table: Table): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    `### ${table.title}`,
    '',
    line(table.head),
    line(table.head.map((_, column) => (column === 0 ? '---' : '---:'))),
    ...table.rows.map(line),
    ...(table.note === undefined ? [] : ['', table.note]),
    '',
  ].join('\n');
}
