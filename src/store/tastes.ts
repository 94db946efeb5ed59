// What a person says of their own taste: a word on a trait, and titles that they are not interested in.
import type { ShowId } from '../core/show.ts';
import type { Saying } from '../core/taste/taste.ts';
import type { PersonId } from '../core/watching.ts';
import type { Db } from './schema.ts';
import { inTransaction } from './writing.ts';

/** `key` is a trait ("feel sad"); `fact` its name where the key has none; `at` an ISO 8601 instant. */
export type OwnWord = {
  readonly personId: PersonId;
  readonly key: string;
  readonly says: Saying;
  readonly fact?: string;
  readonly at: string;
};

/** In the place of what that person said of the same trait. */
export const saveOwnWord = (db: Db, { personId, key, says, fact, at }: OwnWord): Promise<void> =>
  inTransaction(db, async (tx) => {
    await deleteOwnWord(tx, { personId, key });
    await tx
      .insertInto('taste_words')
      .values({ person_id: personId, key, says, fact: fact ?? null, at })
      .execute();
  });

/** Gives back what was deleted, or undefined when there was none. */
export const deleteOwnWord = (
  db: Db,
  { personId, key }: { readonly personId: PersonId; readonly key: string },
): Promise<OwnWord | undefined> =>
  inTransaction(db, async (tx) => {
    const row = await tx
      .deleteFrom('taste_words')
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .returningAll()
      .executeTakeFirst();
    return row && toOwnWord(row);
  });

/** In order of key. */
export async function listOwnWords(db: Db, personId: PersonId): Promise<readonly OwnWord[]> {
  const rows = await db
    .selectFrom('taste_words')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('key')
    .execute();
  return rows.map(toOwnWord);
}

type Row = { person_id: PersonId; key: string; says: Saying; fact: string | null; at: string };
const toOwnWord = (row: Row): OwnWord => ({
  personId: row.person_id,
  key: row.key,
  says: row.says,
  ...(row.fact === null ? {} : { fact: row.fact }),
  at: row.at,
});

/** A title that a person is not interested in, since `at`. */
export type PassedOver = { readonly personId: PersonId; readonly showId: ShowId; readonly at: string };

/** A show or person that is none throws. */
export const savePassedOver = (db: Db, { personId, showId, at }: PassedOver): Promise<void> =>
  inTransaction(db, async (tx) => {
    await deletePassedOver(tx, { personId, showId });
    await tx.insertInto('passed_over').values({ person_id: personId, show_id: showId, at }).execute();
  });

/** False when it was none. */
export const deletePassedOver = (
  db: Db,
  { personId, showId }: { readonly personId: PersonId; readonly showId: ShowId },
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('passed_over')
      .where('person_id', '=', personId)
      .where('show_id', '=', showId)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });

/** The last first. */
export async function listPassedOver(db: Db, personId: PersonId): Promise<readonly PassedOver[]> {
  const rows = await db
    .selectFrom('passed_over')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('show_id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, showId: row.show_id, at: row.at }));
}
