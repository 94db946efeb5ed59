// What a person did and can take back. `before` is whatever the verb needs to do so; the store only keeps it.
import type { PersonId } from '../core/watching.ts';
import type { Db, UndoRow } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { inTransaction } from './writing.ts';

export type UndoEntry = {
  readonly id: string;
  readonly personId: PersonId;
  /** The verb, such as "keep" or "delete-review". */
  readonly what: string;
  /** Any JSON value. */
  readonly before: unknown;
  /** ISO 8601 instant. */
  readonly at: string;
};

export const logUndo = (db: Db, { id, personId, what, before, at }: UndoEntry): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx
      .insertInto('undo_log')
      .values({ id, person_id: personId, what, before: toJson(before ?? null), at })
      .execute();
  });

export async function findUndo(db: Db, id: string): Promise<UndoEntry | undefined> {
  const row = await db.selectFrom('undo_log').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEntry(row);
}

/** Gives the entry and removes it, so that a thing is taken back once however often it is asked for. */
export const takeUndo = (db: Db, id: string): Promise<UndoEntry | undefined> =>
  inTransaction(db, async (tx) => {
    const row = await tx.deleteFrom('undo_log').where('id', '=', id).returningAll().executeTakeFirst();
    return row && toEntry(row);
  });

/** The last first. */
export async function listUndo(db: Db, personId: PersonId, limit = 20): Promise<readonly UndoEntry[]> {
  const rows = await db
    .selectFrom('undo_log')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** Forgets what was done before `at`; gives how many. */
export const pruneUndo = (db: Db, at: string): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('undo_log').where('at', '<', at).executeTakeFirst();
    return Number(numDeletedRows);
  });

const toEntry = (row: UndoRow): UndoEntry => ({
  id: row.id,
  personId: row.person_id,
  what: row.what,
  before: fromJson(row.before),
  at: row.at,
});
