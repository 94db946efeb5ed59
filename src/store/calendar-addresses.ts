// The secret part of the address of a person's calendar: whoever has it can read the calendar, until it is revoked.
import type { PersonId } from '../core/watching.ts';
import type { Db } from './schema.ts';
import { inTransaction } from './writing.ts';

export async function findCalendarSecret(db: Db, personId: PersonId): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_addresses')
    .select('secret')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.secret;
}

/** Replaces the one before, or takes it away. */
export const saveCalendarSecret = (
  db: Db,
  personId: PersonId,
  made: { readonly secret: string; readonly at: string } | undefined,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.deleteFrom('calendar_addresses').where('person_id', '=', personId).execute();
    if (made !== undefined)
      await tx
        .insertInto('calendar_addresses')
        .values({ person_id: personId, secret: made.secret, made_at: made.at })
        .execute();
  });
