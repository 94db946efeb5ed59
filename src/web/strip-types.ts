// TypeScript to JavaScript for browsers, kept beside the compile cache: the stripper of Node costs 19 MB for as long as
// the process lives, and only the first start after a change needs it.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/runon/islands');

export function stripTypes(code: string): string {
  const hash = createHash('sha256').update(process.version).update(code).digest('base64url');
  const file = join(FOLDER, `${hash}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const stripped = stripSilently(code);
    keep(file, stripped);
    return stripped;
  }
}

/** Where the folder cannot be written every start strips anew. A reader never sees half a file. */
function keep(file: string, text: string): void {
  const whole = `${file}.${randomUUID()}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(whole, text);
    renameSync(whole, file);
  } catch {}
}

/** Node calls this function experimental, on standard error, at every start; that is not for a person to read. */
function stripSilently(code: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}
