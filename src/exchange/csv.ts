// Tables for people and their spreadsheets, and rows for programs: comma-separated, quoted where needed, lines ended as RFC 4180 says.

export type Cell = string | number | undefined;

/** For spreadsheets: a text that they would run as a formula is made plain by an apostrophe, as they do themselves. */
export const writeTable = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [columns, ...rows]
    .map((row) =>
      writeRow(
        row.map((cell) => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)),
      ),
    )
    .join('');

/** One line, every cell as it is: for programs. */
export const writeRow = (row: readonly Cell[]): string => `${row.map(writeCell).join(',')}\r\n`;

function writeCell(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
