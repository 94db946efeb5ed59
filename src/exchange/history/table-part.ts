// A part of a format that is a table: which columns it needs and keeps, and what one row says.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { type CsvOptions, type Row, readTable } from '../csv-rows.ts';
import type { Problem } from '../problems.ts';
import { type Batches, type Head, hasColumns, type Opened, type Part } from './format.ts';

/** An entry but for what every row gives alike; a sentence when the row cannot be used; undefined: left out on purpose. */
export type RowSays = Omit<HistoryEntry, 'line' | 'member' | 'columns'> &
  Partial<Pick<HistoryEntry, 'columns'>>;
export type ReadRow = (row: Row, opened: Opened) => RowSays | readonly RowSays[] | string | undefined;

const MOST_PROBLEMS = 1000;
const LIMIT_KEPT_CHARACTERS = 4000;

export type TablePart = {
  readonly member: RegExp;
  /** Told by these; other columns may be missing or stand anywhere. */
  readonly needs: readonly string[];
  /** Must be absent, where two formats share the rest. */
  readonly lacks?: readonly string[];
  /** Columns whose cells are kept with the row. */
  readonly keeps: readonly string[];
  readonly row: ReadRow;
  readonly csv?: CsvOptions;
};

export const tablePart = (table: TablePart): Part => ({
  member: table.member,
  isLike: (head: Head) =>
    hasColumns(...table.needs)(head) && !(table.lacks ?? []).some((name) => head.columns.includes(name)),
  read: (opened) => readRows(opened, table),
});

export async function* readRows(
  opened: Opened,
  { keeps, row: readRow, csv }: Pick<TablePart, 'keeps' | 'row' | 'csv'>,
): Batches {
  const table = await readTable(opened.text, csv);
  if (table === undefined) return;
  let complaints = 0;
  for await (const { entries: rows, problems: broken } of table.batches) {
    const problems: Problem[] = [...broken];
    const entries: HistoryEntry[] = [];
    const complain = (line: number, message: string) => {
      if (complaints++ < MOST_PROBLEMS) problems.push({ line, message });
    };
    for (const row of rows) {
      if (row.cells.some((cell) => cell.includes('\uFFFD'))) {
        complain(
          row.line,
          'The row holds letters in an unknown encoding and was left out; save the file as UTF-8.',
        );
        continue;
      }
      const says = readRow(row, opened);
      if (says === undefined) continue;
      if (typeof says === 'string') {
        complain(row.line, `${says} The row was left out.`);
        continue;
      }
      const columns = keptCells(row, keeps);
      for (const one of Array.isArray(says) ? (says as readonly RowSays[]) : [says as RowSays])
        entries.push({
          columns,
          ...one,
          line: row.line,
          ...(opened.member === undefined ? {} : { member: opened.member }),
        });
    }
    yield { entries, problems };
  }
}

function keptCells(row: Row, keeps: readonly string[]): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const column of keeps) {
    const cell = row.cell(column);
    if (cell !== '') kept[column] = cell.slice(0, LIMIT_KEPT_CHARACTERS);
  }
  return kept;
}
