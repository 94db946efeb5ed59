// What was chosen together, and how content each one at the table was: whose turn it is is told from these.
import type { ShowId } from '../core/show.ts';
import type { PersonId } from '../core/watching.ts';
import type { Db } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { inTransaction } from './writing.ts';

/** `personId` is whose device it was; `contents` -1 to 1 by name. */
export type KeptEvening = {
  readonly id: string;
  readonly personId: PersonId;
  readonly showId: ShowId;
  readonly at: string;
  readonly contents: readonly (readonly [name: string, content: number])[];
};

/** A show or person that is none throws. */
export const insertEvening = (db: Db, { id, personId, showId, at, contents }: KeptEvening): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx
      .insertInto('evenings')
      .values({ id, person_id: personId, show_id: showId, at, contents: toJson(contents) })
      .execute();
  });

/** False when there is none with that id. */
export const deleteEvening = (db: Db, id: string): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('evenings').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  });

/** The last first. */
export async function listEvenings(
  db: Db,
  personId: PersonId,
  { limit = 1000 }: { readonly limit?: number } = {},
): Promise<readonly KeptEvening[]> {
  const rows = await db
    .selectFrom('evenings')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    showId: row.show_id,
    at: row.at,
    contents: fromJson(row.contents),
  }));
}
