// One SQLite file through node:sqlite. The only place that opens a connection to one, so that every connection has
// the same settings: WAL, synchronous FULL, foreign keys, a wait for other writers.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { type Driver, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { StoreProblem } from './problem.ts';
import type { Db } from './schema.ts';
import { asBound } from './values.ts';

type Telling = <Result>(work: () => Result) => Result;

const WAIT_FOR_WRITERS_MS = 15_000;
/** For the short locks that SQLite takes beside writing, such as when it mends a file after a crash. */
const WAIT_FOR_LOCK_MS = 5_000;

/** Opens the file, which is made with its folder when there is none. Throws the engine's and the file system's errors. */
export async function connectSqlite(file: string): Promise<DatabaseSync> {
  mkdirSync(dirname(file), { recursive: true });
  accessSync(dirname(file), constants.W_OK);
  if (existsSync(file)) accessSync(file, constants.W_OK);
  const database = new DatabaseSync(file, {
    timeout: WAIT_FOR_LOCK_MS,
    enableForeignKeyConstraints: true,
  });
  try {
    await switchToWal(database, file);
    database.exec('pragma synchronous = full');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Two first openings at once: SQLite does not wait here but says that it is busy. */
async function switchToWal(database: DatabaseSync, file: string): Promise<void> {
  const deadline = Date.now() + WAIT_FOR_WRITERS_MS;
  for (;;) {
    try {
      const row = database.prepare('pragma journal_mode = wal').get();
      if (row?.journal_mode === 'wal') return;
      throw new StoreProblem(
        'unsuitable',
        `The file system under ${file} cannot hold a database that several programs use; choose a local folder with RUNON_DATA.`,
      );
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await wait(20);
    }
  }
}

/** The whole state of the file, as a new file at `to`, seen from a connection of its own. */
export async function copySqlite(file: string, to: string): Promise<void> {
  const reader = await connectSqlite(file);
  try {
    reader.prepare('vacuum into ?').run(to);
  } finally {
    reader.close();
  }
}

/** `told` makes what a caller is told of an engine's error. */
export function sqliteDb(database: DatabaseSync, told: (error: unknown) => unknown): Db {
  const telling = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw told(error);
    }
  };
  const dialect = new SqliteDialect({ database: adapt(database, telling) });
  return new Kysely({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => beginningPatiently(dialect.createDriver(), database, telling),
    },
  });
}

/**
 * Every transaction here writes, so it takes the write lock at its beginning: one that begins by reading could not
 * wait for another writer when it comes to write. It waits without holding up the rest of this process, which may
 * serve pages meanwhile, or may itself be the writer that is waited for.
 */
function beginningPatiently(driver: Driver, database: DatabaseSync, telling: Telling): Driver {
  driver.beginTransaction = async () => {
    const deadline = Date.now() + WAIT_FOR_WRITERS_MS;
    while (!telling(() => beginNow(database))) {
      if (Date.now() > deadline) break;
      await wait(5);
    }
    if (!database.isTransaction) telling(() => database.exec('begin immediate'));
  };
  return driver;
}

/** False when another holds the write lock. */
function beginNow(database: DatabaseSync): boolean {
  database.exec('pragma busy_timeout = 0');
  try {
    database.exec('begin immediate');
    return true;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return false;
  } finally {
    database.exec(`pragma busy_timeout = ${WAIT_FOR_LOCK_MS}`);
  }
}

const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;

/** What Kysely expects of a driver, over node:sqlite. */
const adapt = (database: DatabaseSync, telling: Telling): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (sql) => {
    const statement = telling(() => database.prepare(sql));
    const bound = (parameters: readonly unknown[]) => parameters.map(asBound) as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => telling(() => statement.all(...bound(parameters))),
      run: (parameters) => telling(() => statement.run(...bound(parameters))),
      iterate: (parameters) => statement.iterate(...bound(parameters)),
    };
  },
});
