// Everything in a store as rows of its tables, the same for both engines: read as it was at one moment while others go
// on writing, and put back in one transaction. Knows no file format.
import { type Kysely, sql } from 'kysely';
import type { Place } from './migrate.ts';
import { takeSteps } from './migrate.ts';
import { MIGRATIONS, POSTGRES_TYPES, SQLITE_TYPES } from './migrations.ts';
import { StoreProblem } from './problem.ts';
import type { Db, Tables } from './schema.ts';
import { connectSqlite } from './sqlite.ts';
import { insertRows } from './writing.ts';

/** Some rows of one table; all have the same columns. */
export type TableRows = {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

const ROWS_AT_ONCE = 250;
export const STORE_VERSION = MIGRATIONS.length;

/** Tables in the order in which the first `version` steps make them, so that none refers to a later one. */
export function tablesAt(version: number): readonly string[] {
  const tables = new Set(['runon_meta']);
  for (const { statements } of MIGRATIONS.slice(0, version))
    for (const statement of statements(SQLITE_TYPES)) {
      const [, verb, table = ''] = /^\s*(create|drop) table (\w+)/i.exec(statement) ?? [];
      if (verb?.toLowerCase() === 'create') tables.add(table);
      if (verb?.toLowerCase() === 'drop') tables.delete(table);
    }
  return [...tables];
}

/** Every row as it is when this begins. */
export async function* readEverything(db: Db, place: Place): AsyncGenerator<TableRows> {
  if (place.kind === 'sqlite') yield* readFile(place.name);
  else yield* readDatabase(db);
}

/** A connection of its own: what it began to read stays as it was, and nobody waits for it. */
async function* readFile(file: string): AsyncGenerator<TableRows> {
  const database = await connectSqlite(file);
  try {
    database.exec('begin');
    for (const table of tablesAt(STORE_VERSION)) {
      let rows: Record<string, unknown>[] = [];
      for (const row of database.prepare(`select * from ${table}`).iterate()) {
        rows.push({ ...row });
        if (rows.length < ROWS_AT_ONCE) continue;
        yield { table, rows };
        rows = [];
      }
      yield { table, rows };
    }
  } finally {
    database.close();
  }
}

async function* readDatabase(db: Db): AsyncGenerator<TableRows> {
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    for (const table of tablesAt(STORE_VERSION)) {
      await sql`declare every_row cursor for select * from ${sql.table(table)}`.execute(transaction);
      for (;;) {
        const { rows } = await sql<
          Record<string, unknown>
        >`fetch ${sql.lit(ROWS_AT_ONCE)} from every_row`.execute(transaction);
        yield { table, rows };
        if (rows.length < ROWS_AT_ONCE) break;
      }
      await sql`close every_row`.execute(transaction);
    }
  } finally {
    await transaction.rollback().execute();
  }
}

/**
 * Puts these rows, written by a store of `version`, in the place of everything that is there, and brings them to this
 * version: all of it or nothing. Whoever follows the feed of changes is told to load everything anew.
 */
export async function replaceEverything(
  db: Db,
  place: Place,
  { version, parts }: { readonly version: number; readonly parts: AsyncIterable<TableRows> },
): Promise<void> {
  const types = place.kind === 'sqlite' ? SQLITE_TYPES : POSTGRES_TYPES;
  await db.transaction().execute(async (tx) => {
    const { seq: seqBefore } = await tx.selectFrom('change_counter').select('seq').executeTakeFirstOrThrow();
    for (const table of tablesAt(STORE_VERSION).toReversed()) await tx.schema.dropTable(table).execute();
    await takeSteps(tx, types, { from: 0, to: version });
    const known = tablesAt(version);
    // What the steps themselves put in is in the rows, too.
    for (const table of known.toReversed()) await sql`delete from ${sql.table(table)}`.execute(tx);
    let at = 0;
    for await (const { table, rows } of parts) {
      const next = known.indexOf(table, at);
      if (next < 0)
        throw new StoreProblem('damaged', `The backup holds "${table}" where no such table belongs.`);
      at = next;
      await insertRows(tx as unknown as Kysely<Tables>, table as keyof Tables, { rows: rows as never });
    }
    await takeSteps(tx, types, { from: version, to: STORE_VERSION });
    await tellEverybody(tx, seqBefore);
  });
}

async function tellEverybody(tx: Db, seqBefore: number): Promise<void> {
  const { seq } = await tx.selectFrom('change_counter').select('seq').executeTakeFirstOrThrow();
  const next = Math.max(seq, seqBefore) + 1;
  await tx.updateTable('change_counter').set({ seq: next }).execute();
  const row = { seq: next, what: 'everything', id: '', show_id: '', at: new Date().toISOString() } as const;
  await insertRows(tx, 'changes', { rows: [row as never] });
}
