// Two processes open one fresh place at the same moment and write to it at once: nothing fails, nothing is lost.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { changesSince } from '../../src/store/changes.ts';
import { openStore } from '../../src/store/database.ts';
import { listDiary } from '../../src/store/diaries.ts';
import { LOCAL_PERSON } from '../../src/store/persons.ts';
import { countReviews } from '../../src/store/reviews.ts';
import { listShows } from '../../src/store/shows.ts';
import { atBothEngines } from './engines.ts';

const WRITER = join(import.meta.dirname, '..', 'store-writer.ts');
const ROUNDS = 60;

const writer = (url: string, name: string): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, url, name, String(ROUNDS)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });

atBothEngines('two processes open an empty place and write at once', async (url) => {
  const done = await Promise.all([writer(url, 'one'), writer(url, 'two')]);
  assert.deepEqual(done, [
    { code: 0, said: '' },
    { code: 0, said: '' },
  ]);
  const store = await openStore(url);
  try {
    const shows = await listShows(store.db);
    assert.equal(shows.length, 2 * ROUNDS);
    assert.ok(shows.every(({ title }) => title.startsWith('Changed')));
    assert.equal(
      await countReviews(store.db),
      shows.reduce((sum, { episodes }) => sum + (episodes ?? 0), 0),
    );
    assert.equal((await listDiary(store.db, LOCAL_PERSON)).length, 2 * ROUNDS);
    const seqs = (await changesSince(store.db, 0, 100_000)).map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => index + 1),
    );
    assert.ok(seqs.length >= 2 * ROUNDS * 5);
  } finally {
    await store.close();
  }
});
