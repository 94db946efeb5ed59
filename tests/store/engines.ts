// The harness of the store's tests: each test gets a fresh place on either engine, and is written once.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { openStore, type Store } from '../../src/store/database.ts';

const databaseUrl = process.env.RUNON_TEST_DATABASE_URL;
const skip =
  databaseUrl === undefined &&
  'needs RUNON_TEST_DATABASE_URL; "npm run test:postgres" brings its own PostgreSQL';

/** A fresh folder's file for the time of `body`. */
export async function withFile(body: (url: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'runon-store-'));
  try {
    await body(`file:${join(folder, 'runon.db')}`, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A fresh schema of the test database for the time of `body`. */
export async function withSchema(body: (url: string) => Promise<void>): Promise<void> {
  const schema = `t${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`create schema ${schema}`);
    const url = new URL(databaseUrl!);
    url.searchParams.set('options', `-c search_path=${schema}`);
    await body(url.href);
    await admin.query(`drop schema ${schema} cascade`);
  } finally {
    await admin.end();
  }
}

/** For tests that open the place themselves. */
export function atBothEngines(name: string, body: (url: string) => Promise<void>): void {
  test(`${name} (SQLite)`, () => withFile(body));
  test(`${name} (PostgreSQL)`, { skip }, () => withSchema(body));
}

/** For tests that want an open, empty store. */
export function onBothEngines(name: string, body: (store: Store) => Promise<void>): void {
  atBothEngines(name, async (url) => {
    const store = await openStore(url);
    try {
      await body(store);
    } finally {
      await store.close();
    }
  });
}
