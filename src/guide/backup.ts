// A backup is the whole store in one file, for either engine: gzipped JSON lines, the first saying what it is, then rows
// of tables, the last saying that nothing is missing. Made while others write; put back whole or not at all.
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readEverything, replaceEverything, STORE_VERSION, type TableRows } from '../store/backup.ts';
import { StoreProblem } from '../store/problem.ts';
import { catchUp } from './follow.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';

const KIND = 'runon-backup';

/** How many rows were written. An older file of this name is replaced when the new one is whole. */
export async function backUp({ store, now }: Guide, file: string): Promise<number> {
  const part = `${file}.${process.pid}.part`;
  let rowCount = 0;
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify({ kind: KIND, version: STORE_VERSION, at: now().toISOString() })}\n`;
    for await (const { table, rows } of readEverything(store.db, { kind: store.kind, name: store.place })) {
      rowCount += rows.length;
      yield `${JSON.stringify({ table, rows })}\n`;
    }
    yield `${JSON.stringify({ end: rowCount })}\n`;
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { mode: 0o600 }));
    const handle = await open(part, 'r+');
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return rowCount;
  } catch (cause) {
    await rm(part, { force: true });
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    throw new Refusal('unavailable', `${file} cannot be written (${code}).`, { cause });
  }
}

/** Puts the backup in the place of all there is. `isReplacing` allows it where people have kept something. */
export async function restore(
  guide: Guide,
  file: string,
  { isReplacing = false }: { readonly isReplacing?: boolean } = {},
): Promise<void> {
  const { store } = guide;
  if (!isReplacing && (await hasOwn(guide)))
    throw new Refusal(
      'conflict',
      'There are reviews or a watch list here already; restoring would replace them.',
      {
        hint: 'Make a backup of them, then use --replace; or restore into an empty folder (RUNON_DATA).',
      },
    );
  const lines = linesOf(file);
  try {
    const version = await readHead(lines, file);
    await replaceEverything(
      store.db,
      { kind: store.kind, name: store.place },
      { version, parts: partsOf(lines, file) },
    );
  } catch (cause) {
    throw refusalOf(cause, file);
  } finally {
    await lines.return?.(undefined);
  }
  await catchUp(guide);
}

async function hasOwn({ store: { db }, shelf }: Guide): Promise<boolean> {
  const own = await db.selectFrom('reviews').select('id').where('is_sample', '=', 0).limit(1).execute();
  const kept = await db.selectFrom('watches').select('show_id').limit(1).execute();
  const seen = await db.selectFrom('diary').select('id').limit(1).execute();
  const made = [...shelf.shows.values()].some(({ source }) => source === 'person');
  return own.length + kept.length + seen.length > 0 || made;
}

type Lines = AsyncIterator<string>;

/** Not node:readline, which also breaks lines at U+2028, and that may stand in a review. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  const copied = pipeline(createReadStream(file), text);
  copied.catch(() => {}); // Thrown by reading, too.
  let pieces: string[] = [];
  for await (const chunk of text) {
    const [first = '', ...more] = String(chunk).split('\n');
    pieces.push(first);
    for (const piece of more) {
      yield pieces.join('');
      pieces = [piece];
    }
  }
  yield pieces.join('');
  await copied;
}

async function readHead(lines: Lines, file: string): Promise<number> {
  const { value } = await lines.next();
  const head = typeof value === 'string' ? asRecord(value) : undefined;
  if (head?.kind !== KIND || !Number.isInteger(head.version) || Number(head.version) < 1) throw notOne(file);
  if (Number(head.version) > STORE_VERSION)
    throw new Refusal('newer-data', `${file} was written by a newer Runon; update Runon, then restore it.`);
  return Number(head.version);
}

async function* partsOf(lines: Lines, file: string): AsyncGenerator<TableRows> {
  let rowCount = 0;
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    const { table, rows, end } = asRecord(line.value) ?? {};
    if (end !== undefined) {
      if (end === rowCount) return;
      break;
    }
    if (typeof table !== 'string' || !Array.isArray(rows)) throw notOne(file);
    rowCount += rows.length;
    yield { table, rows };
  }
  throw new Refusal('invalid', `${file} is not whole: its end is missing.`, { hint: 'Use another backup.' });
}

function asRecord(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const notOne = (file: string): Refusal => new Refusal('invalid', `${file} is not a backup of Runon.`);

function refusalOf(cause: unknown, file: string): unknown {
  if (cause instanceof StoreProblem) return new Refusal('invalid', `${file}: ${cause.message}`, { cause });
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall !== undefined)
    return new Refusal('unavailable', `${file} cannot be read (${code}).`, { cause });
  if (code?.startsWith('Z_') || code?.startsWith('ERR_SQLITE') || /^\d{5}$/.test(code ?? ''))
    return new Refusal('invalid', `${file} is damaged or not a backup of Runon; nothing was changed.`, {
      cause,
    });
  return cause;
}
