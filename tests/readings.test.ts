// The sample reviews with what is read of them, whole: a change in reading shows as a change in tests/readings, which is
// looked at by eye. `npm run readings` writes them anew.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { read } from '../src/core/reading/read.ts';
import { readSamples } from '../src/exchange/samples.ts';
import { loadReader } from '../src/guide/reader.ts';
import { underlined } from './underlined.ts';

const root = join(import.meta.dirname, '..');
const reader = loadReader();

for (const file of globSync('data/samples/*.md', { cwd: root }).sort()) {
  const name = basename(file, '.md');
  test(`what is read of the samples: ${name}`, (t) => {
    const drawn = readSamples(readFileSync(join(root, file), 'utf8')).map(({ text }) =>
      underlined(text, read({ text }, reader).findings),
    );
    t.assert.fileSnapshot(drawn.join('\n'), join(root, 'tests/readings', `${name}.txt`), {
      serializers: [String],
    });
  });
}
