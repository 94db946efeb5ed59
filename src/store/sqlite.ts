// One SQLite file through node:sqlite. The only place that opens a connection to one, so that every connection has
// the same settings: WAL, synchronous FULL, foreign keys, a wait for other writers.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { StoreProblem } from './problem.ts';
import type { Db } from './schema.ts';
import { asBound } from './values.ts';

const WAIT_FOR_WRITERS_MS = 10_000;

/** Opens the file, which is made with its folder when there is none. Throws the engine's and the file system's errors. */
export async function connectSqlite(file: string): Promise<DatabaseSync> {
  mkdirSync(dirname(file), { recursive: true });
  accessSync(dirname(file), constants.W_OK);
  if (existsSync(file)) accessSync(file, constants.W_OK);
  const database = new DatabaseSync(file, {
    timeout: WAIT_FOR_WRITERS_MS,
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
      const isBusy = ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
      if (!isBusy || Date.now() > deadline) throw error;
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

export const sqliteDb = (database: DatabaseSync): Db =>
  new Kysely({ dialect: new SqliteDialect({ database: adapt(database) }) });

/**
 * What Kysely expects of a driver. Every transaction here writes, so it takes the write lock at its beginning: one
 * that begins by reading could not wait for another process when it comes to write.
 */
const adapt = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (sql) => {
    const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
    const bound = (parameters: readonly unknown[]) => parameters.map(asBound) as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...bound(parameters)),
      run: (parameters) => statement.run(...bound(parameters)),
      iterate: (parameters) => statement.iterate(...bound(parameters)),
    };
  },
});
