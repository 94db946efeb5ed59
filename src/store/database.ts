// Opens the place where everything is kept: an SQLite file or a PostgreSQL database, the same tables and the same SQL.
// Where the engines differ is settled once: counts are numbers (postgres.ts), booleans 0 or 1 and text without NUL
// (values.ts), text compares by code point and whole numbers have 64 bits (migrations.ts), instants are ISO 8601 text;
// no query depends on where NULLs sort, on LIKE or on case; SQLite's transactions take the write lock at once (sqlite.ts).
import { fileURLToPath } from 'node:url';
import { migrate, type Place } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { problemOf, StoreProblem } from './problem.ts';
import type { Db } from './schema.ts';
import { connectSqlite, sqliteDb } from './sqlite.ts';

export type Store = {
  readonly db: Db;
  readonly kind: 'sqlite' | 'postgres';
  /** The file's path, or the database's address without its password. */
  readonly place: string;
  readonly close: () => Promise<void>;
};

/** What a caller makes of a problem before it is thrown: an error of its own. */
export type Say = (problem: StoreProblem) => Error;

/**
 * `url` is "file:/path/runon.db" or "postgres://user@host/database". Makes what is missing and brings older data to
 * this version. What goes wrong with the place, now or at any later query, is thrown as `say` puts it.
 */
export async function openStore(
  url: string,
  migrations: readonly Migration[] = MIGRATIONS,
  say: Say = (problem) => problem,
): Promise<Store> {
  const place = placeOf(url, say);
  const told = (error: unknown): unknown => {
    const problem = problemOf(error, place.name);
    return problem === undefined ? error : say(problem);
  };
  let db: Db | undefined;
  try {
    if (place.kind === 'sqlite') db = sqliteDb(await connectSqlite(place.name), told);
    else {
      // Only who keeps things in PostgreSQL pays for its driver.
      const { checkPostgres, postgresDb } = await import('./postgres.ts');
      db = postgresDb(url, told);
      await checkPostgres(db, place.name);
    }
    await migrate(db, place, migrations);
    const opened = db;
    return { db, kind: place.kind, place: place.name, close: () => opened.destroy() };
  } catch (error) {
    await db?.destroy();
    throw told(error);
  }
}

function placeOf(url: string, say: Say): Place {
  if (url.startsWith('file://')) return { kind: 'sqlite', name: fileURLToPath(url) };
  if (url.startsWith('file:')) return { kind: 'sqlite', name: url.slice('file:'.length) };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) {
    const { host, pathname } = new URL(url);
    return { kind: 'postgres', name: `postgres://${host}${pathname}` };
  }
  throw say(
    new StoreProblem(
      'bad-address',
      'The address of the database is none that Runon knows; write it as postgres://user:password@host:5432/database.',
    ),
  );
}
