// Opening: the settings of every connection, and each thing that can be wrong with the place, in one sentence.
import assert from 'node:assert/strict';
import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openStore } from '../../src/store/database.ts';
import { StoreProblem, type StoreProblemCode } from '../../src/store/problem.ts';
import { countShows, insertShows } from '../../src/store/shows.ts';
import { connectSqlite } from '../../src/store/sqlite.ts';
import { atBothEngines, withFile } from './engines.ts';
import { makeShow } from './made.ts';

const refuses = (url: string, code: StoreProblemCode, says: RegExp): Promise<void> =>
  assert.rejects(openStore(url), (error) => {
    assert.ok(error instanceof StoreProblem, `a StoreProblem, not ${error}`);
    assert.equal(error.code, code);
    assert.match(error.message, says);
    assert.doesNotMatch(error.message, /\n|secret/);
    return true;
  });

test('every connection to a file is WAL, synchronous FULL, with foreign keys and a wait', () =>
  withFile(async (url, folder) => {
    const store = await openStore(url);
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db);
      return Object.values(rows[0] ?? {})[0];
    };
    assert.equal(await pragma('journal_mode'), 'wal');
    assert.equal(await pragma('synchronous'), 2);
    assert.equal(await pragma('foreign_keys'), 1);
    assert.equal(await pragma('busy_timeout'), 5_000);
    await store.close();
    const second = await connectSqlite(join(folder, 'runon.db'));
    assert.deepEqual({ ...second.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
    assert.deepEqual({ ...second.prepare('pragma synchronous').get() }, { synchronous: 2 });
    assert.deepEqual({ ...second.prepare('pragma foreign_keys').get() }, { foreign_keys: 1 });
    second.close();
  }));

test('there is one place in the source that opens a connection to a file', () => {
  const root = join(import.meta.dirname, '../..');
  const openers = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
    /new DatabaseSync\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(
    openers.map((file) => file.replaceAll('\\', '/')),
    ['src/store/sqlite.ts'],
  );
});

atBothEngines('what was written is there when opened again', async (url) => {
  const first = await openStore(url);
  await insertShows(first.db, [makeShow('one')]);
  await first.close();
  const second = await openStore(url);
  assert.equal(await countShows(second.db), 1);
  await second.close();
});

atBothEngines('many may open an empty place at once', async (url) => {
  const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
  await insertShows(stores[0]!.db, [makeShow('one')]);
  for (const { db } of stores) assert.equal(await countShows(db), 1);
  await Promise.all(stores.map((store) => store.close()));
});

test('a file that is not ours is refused and left alone', () =>
  withFile(async (url, folder) => {
    const file = join(folder, 'runon.db');
    const words = 'This is a letter and not a database. '.repeat(200);
    writeFileSync(file, words);
    await refuses(url, 'not-a-database', /is not a database; .*RUNON_DATA/);
    assert.equal(readFileSync(file, 'utf8'), words);
    const other = new DatabaseSync(join(folder, 'other.db'));
    other.exec('create table songs (title text)');
    other.close();
    await refuses(`file:${join(folder, 'other.db')}`, 'not-a-database', /another program/);
  }));

test('a damaged file is refused', () =>
  withFile(async (url, folder) => {
    const file = join(folder, 'runon.db');
    await (await openStore(url)).close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 100, 4096));
    await refuses(url, 'damaged', /damaged; put a backup/);
  }));

test('a folder that cannot be written is refused', (t) =>
  withFile(async (_url, folder) => {
    writeFileSync(join(folder, 'plain'), '');
    await refuses(
      `file:${join(folder, 'plain', 'runon.db')}`,
      'cannot-write',
      /cannot be written; .*RUNON_DATA/,
    );
    mkdirSync(join(folder, 'folder.db'));
    await refuses(`file:${join(folder, 'folder.db')}`, 'cannot-write', /cannot be written/);
    if (process.getuid?.() === 0)
      return t.diagnostic('the rights of a folder mean nothing to root: not tried');
    mkdirSync(join(folder, 'locked'));
    chmodSync(join(folder, 'locked'), 0o500);
    await refuses(`file:${join(folder, 'locked', 'runon.db')}`, 'cannot-write', /cannot be written/);
  }));

test('a database that does not answer is refused in a bounded time, without its password', {
  timeout: 15_000,
}, async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const sockets = new Set<import('node:net').Socket>();
  silent.on('connection', (socket) => sockets.add(socket));
  try {
    await refuses(`postgres://me:secret@127.0.0.1:${port}/runon`, 'does-not-answer', /DATABASE_URL/);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  }
  await refuses(
    `postgres://me:secret@127.0.0.1:${port}/runon`,
    'does-not-answer',
    /127\.0\.0\.1.*DATABASE_URL/,
  );
  await refuses('postgres://me:secret@nowhere.invalid/runon', 'does-not-answer', /nowhere\.invalid/);
});

for (const url of ['mysql://me:secret@host/db', 'postgres://me:sec ret@ho st', 'runon.db', '']) {
  test(`"${url}" is no address of a database`, () => refuses(url, 'bad-address', /postgres:\/\/user/));
}
