// Small notes about the data itself, such as the schema's version or which starter guide was brought in.
import type { Db } from './schema.ts';
import { inTransaction } from './writing.ts';

export async function findMeta(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('runon_meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

export const saveMeta = (db: Db, key: string, value: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx
      .insertInto('runon_meta')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  });
