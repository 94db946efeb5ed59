// Those who use Runon. One local person is there from the start; signing in adds credentials to this table later.
import type { PersonId } from '../core/watching.ts';
import type { Db, PersonRow } from './schema.ts';
import { inTransaction } from './writing.ts';

export type Person = { readonly id: PersonId; readonly name: string; readonly createdAt: string };

export const LOCAL_PERSON = 'local' as PersonId;

const toPerson = (row: PersonRow): Person => ({ id: row.id, name: row.name, createdAt: row.created_at });

export async function findPerson(db: Db, id: PersonId): Promise<Person | undefined> {
  const row = await db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPerson(row);
}

/** The one person of an installation without signing in. */
export async function localPerson(db: Db): Promise<Person> {
  const person = await findPerson(db, LOCAL_PERSON);
  if (person === undefined) throw new Error('The local person is missing from the store.');
  return person;
}

export async function listPersons(db: Db): Promise<readonly Person[]> {
  const rows = await db.selectFrom('persons').selectAll().orderBy('id').execute();
  return rows.map(toPerson);
}

export const insertPerson = (db: Db, { id, name }: { id: PersonId; name: string }): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.insertInto('persons').values({ id, name, created_at: new Date().toISOString() }).execute();
  });
