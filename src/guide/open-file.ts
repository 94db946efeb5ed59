// Files and streams of this machine that a person names, with a limit on their size and one sentence for each way
// in which they cannot be had.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { decodeText } from '../exchange/decode.ts';
import { isUnusable } from '../exchange/problems.ts';
import { Refusal } from './refusal.ts';
import { LIMIT_REVIEW_CHARACTERS } from './review-text.ts';

export const LIMIT_FILE_BYTES = 128 * 1024 * 1024;
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const LIMIT_REVIEW_BYTES = LIMIT_REVIEW_CHARACTERS * 3;

export type OpenFile = { readonly name: string; readonly bytes: Uint8Array };

/** The text of one review from a file or from standard input. */
export async function openReviewFile(from: string | Readable): Promise<string> {
  const file =
    typeof from === 'string'
      ? await openFile(from, LIMIT_REVIEW_BYTES)
      : {
          name: 'Standard input',
          bytes: await drain({ name: 'Standard input', input: from, limitBytes: LIMIT_REVIEW_BYTES }),
        };
  if (file.bytes.length === 0) throw new Refusal('invalid', `${file.name} is empty.`);
  return textOf(file);
}

export const openTextFile = async (path: string): Promise<string> => textOf(await openFile(path));

function textOf({ name, bytes }: OpenFile): string {
  const decoded = decodeText(bytes);
  if (isUnusable(decoded)) throw new Refusal('invalid', `${name} ${decoded.unusable}.`);
  return decoded.text;
}

export async function openFile(path: string, limitBytes = LIMIT_FILE_BYTES): Promise<OpenFile> {
  try {
    // Read as a stream with a limit: a pipe or device does not say its size beforehand.
    const bytes = await drain({ name: path, input: createReadStream(path), limitBytes });
    return { name: basename(path), bytes };
  } catch (cause) {
    throw cause instanceof Refusal ? cause : cannotOpen(path, cause);
  }
}

/** The files of a folder, by name; folders inside it are not looked into. */
export async function listFolder(path: string): Promise<readonly string[] | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return undefined;
    return (await readdir(path, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(path, entry.name))
      .sort();
  } catch (cause) {
    throw cannotOpen(path, cause);
  }
}

async function drain(from: {
  readonly name: string;
  readonly input: Readable;
  readonly limitBytes: number;
}): Promise<Uint8Array> {
  const { name, input, limitBytes } = from;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    size += part.length;
    if (size > limitBytes) throw tooLarge(name, limitBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = (name: string, limitBytes: number): Refusal =>
  new Refusal('too-large', `${name} is larger than ${Math.floor(limitBytes / 1024 / 1024)} MB.`, {
    hint: 'Split it, and give its parts one by one.',
  });

function cannotOpen(path: string, cause: unknown): Refusal {
  const code = (cause as NodeJS.ErrnoException).code;
  const why =
    code === 'ENOENT'
      ? `There is no file ${path}.`
      : code === 'EACCES' || code === 'EPERM'
        ? `${path} may not be read by you.`
        : code === 'EISDIR'
          ? `${path} is a folder.`
          : `${path} cannot be read (${code ?? 'unknown reason'}).`;
  return new Refusal(code === 'ENOENT' ? 'not-found' : 'invalid', why, { cause });
}
