// Brings a database to this program's version: reads which it has, refuses a newer one, takes the missing steps in
// one transaction. Two programs may do so at once: the second waits and finds nothing left to do.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import { type ColumnTypes, MIGRATIONS, type Migration, POSTGRES_TYPES, SQLITE_TYPES } from './migrations.ts';
import { StoreProblem } from './problem.ts';
import type { Db } from './schema.ts';
import { copySqlite } from './sqlite.ts';

export type Place = { readonly kind: 'sqlite' | 'postgres'; readonly name: string };

/** Throws a StoreProblem when the data is newer, not ours, or a step fails; nothing has changed then. */
export async function migrate(db: Db, place: Place, migrations: readonly Migration[]): Promise<void> {
  if ((await versionOf(db, place, migrations.length)) === migrations.length) return;
  await db.transaction().execute(async (tx) => {
    // SQLite's transaction holds the write lock already; PostgreSQL's takes one of ours, per schema.
    if (place.kind === 'postgres') {
      await sql`select pg_advisory_xact_lock(hashtext('runon migration ' || current_schema()))`.execute(tx);
    }
    const version = await versionOf(tx, place, migrations.length);
    if (version === migrations.length) return;
    if (version > 0 && place.kind === 'sqlite') await keepCopy(place.name, version);
    const types = place.kind === 'sqlite' ? SQLITE_TYPES : POSTGRES_TYPES;
    await takeSteps(tx, types, { from: version, to: migrations.length, migrations });
  });
}

/** From one version to another; from 0 in an empty place. */
export async function takeSteps(
  tx: Db,
  types: ColumnTypes,
  { from, to, migrations = MIGRATIONS }: { from: number; to: number; migrations?: readonly Migration[] },
): Promise<void> {
  if (from === 0) await makeMeta(tx, types);
  for (const step of migrations.slice(from, to)) await takeStep(tx, step, types);
  await tx
    .updateTable('runon_meta')
    .set({ value: String(to) })
    .where('key', '=', 'version')
    .execute();
}

async function takeStep(tx: Db, step: Migration, types: ColumnTypes): Promise<void> {
  try {
    for (const statement of step.statements(types)) await sql.raw(statement).execute(tx);
  } catch (error) {
    throw new StoreProblem(
      'migration-failed',
      `The data could not be brought to this version (step "${step.name}") and is as it was; go back to the version of Runon before and report this.`,
      error,
    );
  }
}

async function makeMeta(tx: Db, { text, end }: ColumnTypes): Promise<void> {
  await sql
    .raw(`create table runon_meta (key ${text} not null primary key, value ${text} not null)${end}`)
    .execute(tx);
  await tx.insertInto('runon_meta').values({ key: 'version', value: '0' }).execute();
}

/** 0 for an empty database. */
async function versionOf(db: Db, { kind, name }: Place, newest: number): Promise<number> {
  const { rows } = await (kind === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_schema where type = 'table'`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
  ).execute(db);
  const tables = new Set(rows.map((row) => row.name));
  if (!tables.has('runon_meta')) {
    // PostgreSQL may hold other programs' tables beside ours, a file may not.
    if (kind === 'sqlite' ? tables.size === 0 : !tables.has('shows') && !tables.has('reviews')) return 0;
    throw new StoreProblem(
      'not-a-database',
      `${name} holds the data of another program; choose another ${kind === 'sqlite' ? 'data folder with RUNON_DATA' : 'database or schema in DATABASE_URL'}.`,
    );
  }
  const row = await db
    .selectFrom('runon_meta')
    .select('value')
    .where('key', '=', 'version')
    .executeTakeFirst();
  const version = Number(row?.value);
  if (!Number.isInteger(version)) {
    throw new StoreProblem('damaged', `${name} does not say its version; put a backup of it in its place.`);
  }
  if (version <= newest) return version;
  throw new StoreProblem(
    'newer-data',
    `The data in ${name} was written by a newer Runon (its version is ${version}, this program knows ${newest}); update Runon.`,
  );
}

/** Beside the file, named with the version that it holds. Ours is the write lock, so nobody changes it meanwhile. */
async function keepCopy(file: string, version: number): Promise<void> {
  const kept = copyName(file, version);
  const unfinished = `${kept}.${process.pid}.part`;
  try {
    rmSync(unfinished, { force: true });
    await copySqlite(file, unfinished);
    const handle = openSync(unfinished, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(unfinished, kept);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new StoreProblem(
      'cannot-write',
      `The copy ${kept}, which is made before the data is brought to this version, could not be written; make room or give the right to write there, then try again.`,
      error,
    );
  }
}

export const copyName = (file: string, version: number): string => `${file}.before-version-${version + 1}`;
