// A whole history at once, for files that are known to be small and for tests.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { isUnusable, type Problem } from '../problems.ts';
import type { NamedBytes } from '../zip.ts';
import type { HistoryFormat, ReadOptions } from './format.ts';
import { openHistory } from './open-history.ts';

export type WholeHistory = {
  readonly format: string | undefined;
  readonly unusable?: string;
  readonly entries: readonly HistoryEntry[];
  readonly problems: readonly Problem[];
};

export async function readAll(
  file: NamedBytes,
  formats: readonly HistoryFormat[],
  options: ReadOptions = {},
): Promise<WholeHistory> {
  const opened = await openHistory(file, formats);
  if (opened === undefined) return { format: undefined, entries: [], problems: [] };
  if (isUnusable(opened)) return { format: undefined, unusable: opened.unusable, entries: [], problems: [] };
  const entries: HistoryEntry[] = [];
  const problems: Problem[] = [];
  for await (const batch of opened.read(options)) {
    entries.push(...batch.entries);
    problems.push(...batch.problems);
  }
  return { format: opened.format.name, entries, problems };
}
