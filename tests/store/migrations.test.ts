// Steps forward: automatic, whole or not at all, with a copy of the file before; never back.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openStore } from '../../src/store/database.ts';
import { findMeta } from '../../src/store/meta.ts';
import { copyName } from '../../src/store/migrate.ts';
import { MIGRATIONS, type Migration } from '../../src/store/migrations.ts';
import { StoreProblem, type StoreProblemCode } from '../../src/store/problem.ts';
import { countShows, insertShows } from '../../src/store/shows.ts';
import { atBothEngines, withFile } from './engines.ts';
import { makeShow } from './made.ts';

const step: Migration = {
  name: 'moods',
  statements: ({ text, end }) => [
    `create table moods (show_id ${text} not null primary key, mood ${text})${end}`,
    `insert into moods (show_id, mood) select id, 'calm' from shows`,
  ],
};
const broken: Migration = {
  name: 'broken',
  statements: ({ text, end }) => [
    `create table halves (id ${text})${end}`,
    'delete from shows',
    'insert into no_such_table values (1)',
  ],
};
const NEXT = [...MIGRATIONS, step];

async function fill(url: string): Promise<void> {
  const store = await openStore(url);
  await insertShows(store.db, [makeShow('one'), makeShow('two')]);
  await store.close();
}

const isProblem = (code: StoreProblemCode) => (error: unknown) =>
  error instanceof StoreProblem && error.code === code;

atBothEngines('older data is brought forward when opened, by one of those who open it', async (url) => {
  await fill(url);
  const stores = await Promise.all([openStore(url, NEXT), openStore(url, NEXT), openStore(url, NEXT)]);
  for (const { db } of stores) {
    const { rows } = await sql`select mood from moods`.execute(db);
    assert.equal(rows.length, 2);
    assert.equal(await findMeta(db, 'version'), String(NEXT.length));
  }
  await Promise.all(stores.map((store) => store.close()));
});

atBothEngines('data of a newer version is refused and left as it is', async (url) => {
  await (await openStore(url, NEXT)).close();
  await assert.rejects(openStore(url), isProblem('newer-data'));
  const store = await openStore(url, NEXT);
  assert.equal(await findMeta(store.db, 'version'), String(NEXT.length));
  await store.close();
});

atBothEngines('a step that fails leaves everything as it was', async (url) => {
  await fill(url);
  await assert.rejects(openStore(url, [...NEXT, broken]), isProblem('migration-failed'));
  const store = await openStore(url);
  assert.equal(await countShows(store.db), 2);
  assert.equal(await findMeta(store.db, 'version'), String(MIGRATIONS.length));
  await assert.rejects(sql`select * from halves`.execute(store.db));
  await assert.rejects(sql`select * from moods`.execute(store.db));
  await store.close();
});

test('a copy of the file from before the step is kept, and only then', () =>
  withFile(async (url, folder) => {
    await fill(url);
    await (await openStore(url)).close();
    assert.deepEqual(readdirSync(folder), ['runon.db']);
    await (await openStore(url, NEXT)).close();
    await (await openStore(url, NEXT)).close();
    const kept = copyName(join(folder, 'runon.db'), MIGRATIONS.length);
    assert.ok(existsSync(kept));
    assert.equal(readdirSync(folder).length, 2);
    const copy = new DatabaseSync(kept, { readOnly: true });
    assert.deepEqual({ ...copy.prepare('select count(*) as shows from shows').get() }, { shows: 2 });
    assert.deepEqual(copy.prepare(`select 1 from sqlite_schema where name = 'moods'`).all(), []);
    assert.deepEqual({ ...copy.prepare('pragma integrity_check').get() }, { integrity_check: 'ok' });
    copy.close();
    const old = await openStore(`file:${kept}`);
    assert.equal(await countShows(old.db), 2);
    await old.close();
  }));

test('where the copy cannot be written nothing is changed', () =>
  withFile(async (url, folder) => {
    await fill(url);
    // A folder with something in it cannot be replaced by the copy.
    const kept = copyName(join(folder, 'runon.db'), MIGRATIONS.length);

    mkdirSync(kept);
    writeFileSync(join(kept, 'in the way'), '');
    await assert.rejects(openStore(url, NEXT), isProblem('cannot-write'));
    assert.deepEqual(readdirSync(folder).sort(), ['runon.db', basename(kept)]);
    const store = await openStore(url);
    assert.equal(await findMeta(store.db, 'version'), String(MIGRATIONS.length));
    await store.close();
  }));
