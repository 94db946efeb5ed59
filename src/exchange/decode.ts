// Bytes of a file → text, or why not. UTF-8 with or without its mark, UTF-16 with its mark; nothing is guessed.
import type { Unusable } from './problems.ts';

export function decodeText(bytes: Uint8Array): { readonly text: string } | Unusable {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (looksBinary(bytes)) return { unusable: 'is not text; Runon takes plain text and Markdown' };
    return { unusable: `is not ${encoding.toUpperCase()} text; save it as UTF-8 and try again` };
  }
  // Text has no zero characters; PostgreSQL keeps none either.
  return text.includes('\u0000')
    ? { unusable: 'is not text; Runon takes plain text and Markdown' }
    : { text };
}

/** A file of bytes rather than of letters in an old encoding: zeros or many control characters near its start. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return start.includes(0) || controls > start.length / 50;
}
