// What `npm pack` makes works elsewhere: the example of docs/library.md, its types, and the command.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'runon-packed-'));
const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, RUNON_DATA: join(folder, 'data') },
  });

before(() => {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quick = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', 'install', ...quick, join(folder, packed.trim().split('\n').at(-1) ?? ''));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the documented example runs where only the tarball is', () => {
  const [, example = ''] =
    /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/library.md'), 'utf8')) ?? [];
  writeFileSync(join(folder, 'example.js'), example);
  const said = run(process.execPath, 'example.js');
  assert.match(said, /feel angsty \[ 'never too angsty' \]/);
  assert.match(said, /person Im Si-wan/);
});

test('its types stand beside it', () => {
  const use = `import { createReader, type Finding, read, type ReaderData } from 'runon/reader';
export const said = (text: string, data: ReaderData): readonly Finding[] => read({ text }, createReader(data)).findings;
// @ts-expect-error a review has a text
read({ about: 'Run On' }, createReader({} as ReaderData));
`;
  writeFileSync(join(folder, 'use.ts'), use);
  const strict = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--ignoreConfig',
    '--types',
    '',
  ];
  run(join(root, 'node_modules/.bin/tsc'), ...strict, 'use.ts');
});

test('the packed command reads and finds', () => {
  const runon = join(folder, 'node_modules/runon/bin/runon.js');
  writeFileSync(join(folder, 'review.txt'), 'A funny show, and not sad at all.');
  assert.match(run(process.execPath, runon, 'read', 'review.txt'), /funny/);
  assert.match(run(process.execPath, runon, 'find', 'Run', 'On'), /Run On/);
});
