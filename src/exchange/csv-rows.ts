// A table of any length, row by row: cells by the names of their columns, the line on which each row begins. A row that
// is not well-formed costs itself only. Knows no format.
import type { Parsed, Problem } from './problems.ts';

export type Row = {
  readonly line: number;
  /** A cell by its column's name in lower case, trimmed; "" where there is none. */
  readonly cell: (column: string) => string;
  /** Every cell as it stands, by place. */
  readonly cells: readonly string[];
};
export type Table = {
  /** In lower case, as they stand in the first line. */
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<Parsed<Row>>;
};

const ROWS_AT_ONCE = 500;
/** Small, so that rows are used up while they are young: memory that old rows take is given back late. */
const PIECE_CHARACTERS = 16 * 1024;
const MOST_PROBLEMS = 1000;
/** A quoted cell that swallows more than this was not closed. */
const LIMIT_RECORD_CHARACTERS = 2_000_000;
/** After so many cells that do not end, the file is no table. */
const MOST_RESTARTS = 50;

/** The names of the columns of a first line; a column that stands twice keeps its first place. */
export const columnsIn = (cells: readonly string[]): readonly string[] =>
  cells.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );

export type CsvOptions = {
  /** Found in the first line when it is not given. */
  readonly delimiter?: string;
  /** Lines before the one with the names of the columns. */
  readonly skipLines?: number;
  /** The file has no line with names: these are they. */
  readonly columns?: readonly string[];
  /** No cell of such a table has a line break: one that does was not closed. */
  readonly isOneLineEach?: boolean;
};

/** The sign between cells: whichever of those in use stands most often outside quotes. */
export function delimiterIn(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The cells of a first line, for telling what a table is. */
export const splitFirstLine = (line: string): readonly string[] =>
  columnsIn(
    (
      line.match(delimiterIn(line) === ';' ? SEMICOLONS : delimiterIn(line) === '\t' ? TABS : COMMAS) ?? []
    ).map((cell) =>
      cell
        .replace(/^[,;\t]/, '')
        .replace(/^\s*"(.*)"\s*$/, '$1')
        .replaceAll('""', '"'),
    ),
  );
const cellsApart = (sign: string) => new RegExp(`(?:^|${sign})(?:\\s*"(?:[^"]|"")*"\\s*|[^${sign}"]*)`, 'g');
const [COMMAS, SEMICOLONS, TABS] = [cellsApart(','), cellsApart(';'), cellsApart('\\t')];

/** Undefined for a file without a first line. */
export async function readTable(text: string, options: CsvOptions = {}): Promise<Table | undefined> {
  const rows = records(text, options);
  if (options.columns !== undefined)
    return { columns: options.columns, batches: named(options.columns, rows) };
  const first = await rows.next();
  if (first.done === true) return undefined;
  const { entries, problems } = first.value;
  const [header, ...rest] = entries;
  if (header === undefined) return undefined;
  const columns = columnsIn(header.cells);
  async function* all() {
    yield { entries: rest, problems };
    yield* rows;
  }
  return { columns, batches: named(columns, all()) };
}

type Record = { readonly line: number; readonly cells: readonly string[] };

async function* named(
  columns: readonly string[],
  batches: AsyncIterable<Parsed<Record>>,
): AsyncGenerator<Parsed<Row>> {
  const places = new Map<string, number>();
  for (const [at, name] of columns.entries()) if (!places.has(name)) places.set(name, at);
  for await (const { entries, problems } of batches) {
    const rows = entries.map(
      ({ line, cells }): Row => ({
        line,
        cells,
        cell: (column) => cells[places.get(column) ?? -1]?.trim() ?? '',
      }),
    );
    yield { entries: rows, problems };
  }
}

/** Cells that never end swallow what follows: the reading begins anew on the line after such a row's first. */
async function* records(given: string, options: CsvOptions): AsyncGenerator<Parsed<Record>, void> {
  // One kind of line end: csv-parse counts the lines of a cell twice where they end in two characters.
  const text = given.includes('\r\n') ? given.replaceAll('\r\n', '\n') : given;
  let from = afterLines(text, 0, options.skipLines ?? 0);
  const delimiter = options.delimiter ?? delimiterIn(text.slice(from, afterLines(text, from, 1)));
  let line = 1 + (options.skipLines ?? 0);
  let width: number | undefined;
  for (let restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
    const end = yield* readFrom(text, {
      from,
      line,
      delimiter,
      isOneLineEach: options.isOneLineEach ?? false,
      width,
    });
    width ??= end?.width;
    if (end === undefined) return;
    yield {
      entries: [],
      problems: [{ line: end.line, message: 'A quoted cell is not closed; the row was left out.' }],
    };
    from = afterLines(text, end.from, 1);
    line = end.line + 1;
  }
  yield {
    entries: [],
    problems: [{ line, message: 'Too many cells are not closed; the rest was not read.' }],
  };
}

function afterLines(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left--) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return at;
}

type Start = { readonly from: number; readonly line: number };
type Reading = Start & {
  readonly delimiter: string;
  readonly isOneLineEach: boolean;
  /** How many cells the first row has. */
  readonly width: number | undefined;
};
type Broken = Start & { readonly width: number | undefined };

/** Gives the place of a row whose cell does not end, when there is one. */
async function* readFrom(
  text: string,
  { from, line: firstLine, delimiter, isOneLineEach, width: knownWidth }: Reading,
): AsyncGenerator<Parsed<Record>, Broken | undefined> {
  const [{ parse }, { Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  let problems: Problem[] = [];
  let open: Start | undefined;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LIMIT_RECORD_CHARACTERS,
    on_skip: (error) => {
      const at = firstLine - 1 + Number(error?.lines ?? 1);
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED' || error?.code === 'CSV_MAX_RECORD_SIZE')
        open ??= { from: 0, line: at };
      else if (problems.length < MOST_PROBLEMS)
        problems.push({ line: at, message: 'The row is not well-formed CSV.' });
      return undefined;
    },
  });
  function* pieces() {
    for (let at = from; at < text.length && open === undefined; at += PIECE_CHARACTERS)
      yield text.slice(at, at + PIECE_CHARACTERS);
  }
  Readable.from(pieces()).pipe(parser);
  let entries: Record[] = [];
  let line = firstLine;
  let width = knownWidth;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    // csv-parse says where a record ends; a cell may hold line breaks.
    const breaks = record.reduce(
      (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
      0,
    );
    line = Math.max(line, firstLine - 1 + info.lines - breaks);
    width ??= record.length;
    // A cell over several lines in a row that has not its cells: it took in what stands after it.
    if (breaks > 0 && (isOneLineEach || record.length !== width)) {
      open = { from: 0, line };
      break;
    }
    if (record.some((cell) => cell.trim() !== '')) entries.push({ line, cells: record });
    line += breaks + 1;
    if (entries.length < ROWS_AT_ONCE) continue;
    yield { entries, problems };
    entries = [];
    problems = [];
  }
  yield { entries, problems };
  return open === undefined ? undefined : { from: afterLines(text, from, line - firstLine), line, width };
}
