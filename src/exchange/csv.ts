// Tables for people and their spreadsheets: comma-separated, quoted where needed, lines ended as RFC 4180 says.

export type Cell = string | number | undefined;

export function writeTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe, as spreadsheets themselves do. */
function writeCell(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
