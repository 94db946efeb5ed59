// What an import could not settle, as a table for a spreadsheet: of a report its titles, of the store its rows.
import { writeTable } from '../exchange/csv.ts';
import { unresolvedRows as storedRows } from '../store/imports.ts';
import type { Guide } from './guide.ts';
import { firstReading, type HistoryReport, type KeptEntry } from './history-report.ts';

/** One line for each given title in doubt, unnamed or left. */
export const unresolvedTable = ({ titles }: HistoryReport): string =>
  writeTable(
    ['title', 'kind', 'year', 'rows', 'first line', 'outcome', 'choices'],
    titles
      .filter(({ outcome }) => outcome === 'waiting' || outcome === 'left')
      .map(({ name, kind, year, rows, firstLine, outcome, match }) => [
        name,
        kind,
        year,
        rows,
        firstLine,
        outcome,
        match.kind === 'choices' ? match.choices.map(({ showId }) => showId).join(' ') : '',
      ]),
  );

/** Every row of every import that waits or was left, with the cells that it came with. */
export async function unresolvedRows(guide: Guide): Promise<string> {
  const rows = await storedRows(guide.store.db, guide.me);
  const names = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))];
  return writeTable(
    ['format', 'file', 'line', 'outcome', 'read as', ...names],
    rows.map(({ format, member, line, outcome, entry, columns }) => [
      format,
      member,
      line,
      outcome,
      firstReading(entry as KeptEntry).name,
      ...names.map((name) => columns[name]),
    ]),
  );
}
