// `runon sources` as other programs meet it: a process of its own over a local server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { KEY, openSourceServer, type SourceServer } from '../../tests/source-server.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'runon-sources-'));
let server: SourceServer;
before(async () => {
  server = await openSourceServer();
  await runon(['init', '--empty']);
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function runon(words: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const { DATABASE_URL: _, ...own } = process.env;
  const child = spawn(process.execPath, [join(root, 'bin', 'runon.js'), ...words], {
    cwd: root,
    env: {
      ...own,
      RUNON_DATA: folder,
      RUNON_TVMAZE_URL: server.tvmaze,
      RUNON_TMDB_URL: server.tmdb,
      RUNON_PRIVATE_HOSTS: server.host,
      ...env,
    },
  });
  let [out, notes] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part) => {
    notes += part;
  });
  child.stdin.end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, notes };
}

test('a source is listed, switched on, searched and fetched from', async () => {
  const listed = await runon(['sources']);
  assert.equal(listed.status, 0);
  assert.match(listed.out, /^tvmaze +off .*CC BY-SA/m);
  assert.match(listed.out, /^tmdb +off .*needs a key/m);
  const off = await runon(['sources', 'search', 'lamplight']);
  assert.deepEqual([off.status, off.out], [1, '']);
  assert.match(off.notes, /nothing was sent/);

  assert.equal((await runon(['sources', 'on', 'tvmaze'])).status, 0);
  assert.match(
    (await runon(['sources', 'search', 'lamplight'])).out,
    /^tvmaze:82 {2}Lamplight {2}\(series, 2026, KR\)$/m,
  );
  const fetched = await runon(['sources', 'fetch', '--id', 'tvmaze:82']);
  assert.equal(fetched.status, 0);
  assert.match(fetched.notes, /4 episodes/);
  assert.match((await runon(['title', '등불'])).out, /Lamplight/);
  assert.match((await runon(['sources', 'refresh', '--all'])).out, /^1 fetched, 0 not\.$/m);

  const next = await runon(['watch', 'Lamplight', '--next', '--rating', '4', '--note', 'Fog.']);
  assert.equal(next.out, 'Lamplight  season 1 · episode 1 · The harbour\n');
  assert.match((await runon(['diary'])).out, /Lamplight · season 1 · episode 1 · ★ 4 · Fog\./);
  assert.match((await runon(['watch', 'Lamplight', '--again'])).out, /watching · seen again 1×/);
});

test('a key comes by standard input, is kept and never printed', async () => {
  assert.equal((await runon(['sources', 'on', 'tmdb'])).status, 1);
  const on = await runon(['sources', 'on', 'tmdb', '--key', '-'], `${KEY}\n`);
  assert.equal(on.status, 0, on.notes);
  const found = await runon(['sources', 'search', 'tidewater', '--source', 'tmdb']);
  assert.match(found.out, /^tmdb:movie\/603 {2}Tidewater/m);
  const all = [on, found, await runon(['sources', '--json']), await runon(['export', '--as', 'jsonl'])];
  assert.ok(all.every(({ out, notes }) => !`${out}${notes}`.includes(KEY)));
});

test('an address of this machine is asked only where that is allowed', async () => {
  const { status, notes } = await runon(['sources', 'search', 'lamplight'], '', { RUNON_PRIVATE_HOSTS: '' });
  assert.equal(status, 1);
  assert.match(notes, /address of this machine.*RUNON_PRIVATE_HOSTS/);
});

test('wrong usage says what would be right', async () => {
  for (const [words, sentence] of [
    [['sources', 'dance'], /none of list, on/],
    [['sources', 'on'], /Which source/],
    [['sources', 'search'], /What shall be looked for/],
    [['sources', 'fetch', '--id', '82'], /tvmaze:82/],
  ] as const) {
    const { status, notes } = await runon(words);
    assert.equal(status, 2, words.join(' '));
    assert.match(notes, sentence);
  }
});
