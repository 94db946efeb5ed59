// Lines of a large text file, packed with gzip or not, one after the other: memory stays that of the longest line.
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A line that is longer is given as undefined and not kept. */
const LIMIT_LINE = 16 * 1024 * 1024;

export async function* linesOfFile(path: string): AsyncGenerator<string | undefined> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const packed = isGzip(path);
  const bytes: Readable = packed ? file.pipe(createGunzip()) : file;
  if (packed) file.on('error', (error) => bytes.destroy(error));
  bytes.setEncoding('utf8');
  let rest = '';
  let isTooLong = false;
  try {
    for await (const chunk of bytes as AsyncIterable<string>) {
      let from = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
        const line = rest + chunk.slice(from, end);
        yield isTooLong ? undefined : line.endsWith('\r') ? line.slice(0, -1) : line;
        rest = '';
        isTooLong = false;
        from = end + 1;
      }
      rest += chunk.slice(from);
      if (rest.length > LIMIT_LINE) {
        isTooLong = true;
        rest = '';
      }
    }
    if (rest !== '' || isTooLong) yield isTooLong ? undefined : rest;
  } finally {
    file.destroy();
  }
}

/** By its first two bytes, whatever it is called. */
export function isGzip(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    readSync(handle, head, 0, 2, 0);
    return head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(handle);
  }
}
