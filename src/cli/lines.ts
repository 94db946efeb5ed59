// Lines in, answers out, in order and streaming: what every `--batch` shares. A line that cannot be used gets its
// answer too, in its place.
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from '../guide/refusal.ts';

const LIMIT_LINE_BYTES = 32 * 1024 * 1024;
const NEWLINE = 10;

/**
 * The stream's lines as bytes, without the line's end. Cut at line feeds only: other separators of Unicode are
 * allowed inside a JSON string. A line over the limit comes as undefined and is not kept in memory.
 */
export async function* linesOf(input: Readable): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | undefined => {
    const line = size > LIMIT_LINE_BYTES ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      parts.push(rest.subarray(0, at));
      size += at;
      yield take();
      rest = rest.subarray(at + 1);
    }
    if (rest.length === 0) continue;
    size += rest.length;
    if (size > LIMIT_LINE_BYTES) parts = [];
    else parts.push(rest);
  }
  if (size > 0) yield take();
}

export async function writeLine(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
}

const strict = new TextDecoder('utf-8', { fatal: true });

export function decodeLine(bytes: Uint8Array | undefined): string {
  if (bytes === undefined)
    throw new Refusal('too-large', `The line is longer than ${LIMIT_LINE_BYTES / 1024 / 1024} MB.`);
  try {
    return strict.decode(bytes).replace(/\r$/, '');
  } catch {
    throw new Refusal('invalid', 'The line is not UTF-8 text.');
  }
}

export type Asked = { readonly id: string | number; readonly [field: string]: unknown };

type Streams = { readonly input: Readable; readonly output: Writable; readonly notes: Writable };

/** Answers each JSON line `{"id",…}` by `{"id",…}`; a line or answer that fails by `{"id","error"}`. */
export async function answerBatch(
  streams: Streams,
  answer: (asked: Asked) => object | Promise<object>,
): Promise<void> {
  for await (const bytes of linesOf(streams.input)) {
    let id: string | number | null = null;
    try {
      const line = decodeLine(bytes);
      if (line.trim() === '') continue;
      const asked = readObject(line);
      if (typeof asked.id === 'string' || typeof asked.id === 'number') id = asked.id;
      else throw new Refusal('invalid', 'The line has no "id".');
      await writeLine(streams.output, JSON.stringify({ id, ...(await answer({ ...asked, id })) }));
    } catch (error) {
      // A bug met by one line must not cost the others their answers: it is told in both places.
      const isRefusal = error instanceof Refusal;
      if (!isRefusal) streams.notes.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      const told = isRefusal ? error.message : 'Something in Runon itself went wrong with this line.';
      await writeLine(streams.output, JSON.stringify({ id, error: told }));
    }
  }
}

function readObject(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Refusal('invalid', 'The line is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('invalid', 'The line is not a JSON object.');
  return value as Record<string, unknown>;
}
