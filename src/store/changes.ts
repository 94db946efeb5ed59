// The feed of changes: every function that writes records here, in the same transaction, what it writes.
// A follower remembers the last `seq` it saw and asks for what came after; it never misses one.
import type { ShowId } from '../core/show.ts';
import type { ChangedThing, Db } from './schema.ts';
import { insertRows } from './writing.ts';

/**
 * `id` is the show's, the review's (also for its reading and corrections), the person's (for `watch`) or the diary
 * entry's. Whether the thing was made, changed or deleted is seen by looking for it.
 */
export type Change = {
  readonly seq: number;
  readonly what: ChangedThing;
  readonly id: string;
  readonly showId: ShowId;
  /** ISO 8601 instant. */
  readonly at: string;
};

export type Changed = Pick<Change, 'what' | 'id' | 'showId'>;

/**
 * First step of every writing function. Taking the counter's row holds it until the transaction ends, so the order of
 * `seq` is the order of commits on PostgreSQL too, and two writers never wait for each other in a circle.
 */
export async function recordChanges(tx: Db, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const { seq } = await tx
    .updateTable('change_counter')
    .set((row) => ({ seq: row('seq', '+', changed.length) }))
    .where('id', '=', 1)
    .returning('seq')
    .executeTakeFirstOrThrow();
  const at = new Date().toISOString();
  const first = seq - changed.length + 1;
  await insertRows(tx, 'changes', {
    rows: changed.map(({ what, id, showId }, index) => ({
      seq: first + index,
      what,
      id,
      show_id: showId,
      at,
    })),
  });
}

/** Where the feed stands: take it before loading everything, then follow from it. */
export async function lastSeq(db: Db): Promise<number> {
  const { seq } = await db.selectFrom('change_counter').select('seq').executeTakeFirstOrThrow();
  return seq;
}

/** In order of `seq`. */
export async function changesSince(db: Db, seq: number, limit = 1000): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: row.seq, what: row.what, id: row.id, showId: row.show_id, at: row.at }));
}
