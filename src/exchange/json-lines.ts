// JSON Lines: one object per line. Every line stands for itself, so a bad one becomes a problem and no more.
import type { Parsed, Problem } from './problems.ts';

const LIMIT_LINE_BYTES = 8 * 1024 * 1024;
/** After so many the file is something else, and nobody reads on. */
const LIMIT_PROBLEMS = 1000;
const NEWLINE = 10;
const strict = new TextDecoder('utf-8', { fatal: true });

export type Complain = (message: string) => void;
export type JsonObject = Readonly<Record<string, unknown>>;

/** `take` makes an entry of a line's object; what it complains of is noted under the line's number (from 1). */
export function parseJsonLines<Entry>(
  bytes: Uint8Array,
  take: (record: JsonObject, at: { readonly line: number; readonly complain: Complain }) => Entry | undefined,
): Parsed<Entry> {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  eachLine(bytes, (raw, line) => {
    const complain = (message: string) => {
      if (problems.length < LIMIT_PROBLEMS) problems.push({ line, message });
    };
    const record = openLine(raw);
    if (record === undefined) return;
    if (typeof record === 'string') return complain(record);
    const entry = take(record, { line, complain });
    if (entry !== undefined) entries.push(entry);
  });
  return { entries, problems };
}

export function writeJsonLines(records: Iterable<object>): Uint8Array {
  let text = '';
  for (const record of records) text += `${JSON.stringify(record)}\n`;
  return new TextEncoder().encode(text);
}

/** The first line that is an object: enough to tell what the file is. Looks at a few lines only. */
export function firstRecord(bytes: Uint8Array): JsonObject | undefined {
  for (let at = 0, tries = 0; at < bytes.length && tries < 20; tries++) {
    const end = lineEnd(bytes, at);
    const record = openLine(bytes.subarray(at, end));
    if (typeof record === 'object') return record;
    at = end + 1;
  }
  return undefined;
}

function eachLine(bytes: Uint8Array, visit: (raw: Uint8Array, line: number) => void): void {
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    visit(bytes.subarray(at, end), line);
    at = end + 1;
  }
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(NEWLINE, from);
  return end < 0 ? bytes.length : end;
}

/** An object, a sentence on what is wrong, or undefined for an empty line. */
function openLine(raw: Uint8Array): JsonObject | string | undefined {
  if (raw.length > LIMIT_LINE_BYTES) return `The line is longer than ${LIMIT_LINE_BYTES / 1024 / 1024} MB.`;
  let text: string;
  try {
    text = strict.decode(raw).trim();
  } catch {
    return 'The line is not UTF-8 text.';
  }
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : 'The line is not a JSON object.';
  } catch {
    return 'The line is not JSON.';
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
