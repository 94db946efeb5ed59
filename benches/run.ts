// npm run bench [name …] [-- --write]: runs the benches one after another and prints their tables;
// --write also puts them into docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { markdown, type Table } from './timing.ts';

const BENCHES = [
  'reading',
  'finding',
  'readings',
  'million',
  'taste',
  'serving',
  'starting',
  'history',
] as const;
const DOC = join(import.meta.dirname, '../docs/benchmarks.md');

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== '--write' && !(BENCHES as readonly string[]).includes(word));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench called ${unknown.join(', ')}; there are ${BENCHES.join(', ')}.\n`);
  process.exit(2);
}
const wanted = BENCHES.filter((name) => words.includes(name));

for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const { run } = (await import(`./${name}.ts`)) as {
    run: () => readonly Table[] | Promise<readonly Table[]>;
  };
  const text = (await run()).map(markdown).join('\n');
  process.stdout.write(`${text}\n`);
  if (words.includes('--write')) keep(name, text);
}

/** Replaces the section of one bench, between its two marks, and the line that says which machine it was. */
function keep(name: string, text: string): void {
  const doc = readFileSync(DOC, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = doc.indexOf(open);
  const to = doc.indexOf(close);
  if (from < 0 || to < 0) throw new Error(`${DOC} has no marks ${open} … ${close}`);
  const machine = `_${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}_`;
  writeFileSync(DOC, `${doc.slice(0, from)}${open}\n${machine}\n\n${text}${doc.slice(to)}`);
}
