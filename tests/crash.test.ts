// A writing process is killed at random moments, many times over one file: each time the file opens, is whole, and
// holds every write that was acknowledged. A killed process does not show what a power cut does: for that every
// connection is synchronous FULL, which tests/store/opening.test.ts asserts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openStore, type Store } from '../src/store/database.ts';
import { withFile } from './store/engines.ts';

const KILLS = 32;
const WRITER = join(import.meta.dirname, 'store-writer.ts');
const seed = Number(process.env.RUNON_CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A small generator (mulberry32), so that a run can be repeated by its seed as far as timing allows. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets a writer run until `acknowledged` writes and `moreMs` have passed, kills it, gives the lines it printed. */
function writeAndDie(url: string, name: string, when: { acknowledged: number; moreMs: number }) {
  return new Promise<readonly string[]>((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, url, name], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let said = '';
    let isDoomed = false;
    const doom = () => {
      if (isDoomed || printed.split('\n').length - 1 < when.acknowledged) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), when.moreMs);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      doom();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(printed.split('\n').slice(0, -1));
      else reject(new Error(`the writer ended by itself (${code}): ${said}`));
    });
    doom();
  });
}

async function check(store: Store, acknowledged: ReadonlySet<string>): Promise<void> {
  const ask = async (text: string) =>
    (await sql.raw<Record<string, unknown>>(text).execute(store.db)).rows.map((row) => Object.values(row)[0]);
  assert.deepEqual(await ask('pragma integrity_check'), ['ok']);
  assert.deepEqual(await ask('pragma foreign_key_check'), []);
  const kept = new Set<unknown>(
    await ask(`select 'show ' || id from shows union all select 'watch ' || show_id from watches
      union all select 'diary ' || id from diary
      union all select 'title ' || id from shows where title like 'Changed %'`),
  );
  assert.deepEqual(
    [...acknowledged].filter((line) => !kept.has(line)),
    [],
    'acknowledged but missing',
  );
  const halves = `select id from shows where episodes <>
    (select count(*) from reviews where reviews.show_id = shows.id) or not exists
    (select 1 from credits where credits.show_id = shows.id)`;
  assert.deepEqual(await ask(halves), [], 'kept by halves');
  assert.deepEqual(
    await ask('select (select count(*) from changes) - (select seq from change_counter)'),
    [0],
    'the feed has a gap',
  );
}

test(`no acknowledged write is lost when a writer is killed ${KILLS} times`, { timeout: 120_000 }, (t) => {
  t.diagnostic(`seed ${seed}; set RUNON_CRASH_SEED to use it again`);
  const next = random(seed);
  return withFile(async (url) => {
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Some die while starting and opening, the others in the midst of writing.
      const isEarly = kill % 8 === 0;
      const when = {
        acknowledged: isEarly ? 0 : 1 + Math.floor(next() * 40),
        moreMs: isEarly ? 150 + next() * 250 : next() * 20,
      };
      for (const line of await writeAndDie(url, `w${kill}`, when)) acknowledged.add(line);
      const store = await openStore(url);
      await check(store, acknowledged);
      await store.close();
    }
    t.diagnostic(`${acknowledged.size} acknowledged writes, all there`);
    assert.ok(acknowledged.size > KILLS, 'the writers did write');
  });
});
