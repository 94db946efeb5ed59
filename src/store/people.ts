// People with a part in shows. A credit that names no person goes to the one of exactly that name: telling namesakes
// apart, or joining two spellings, is for whoever knows more and passes a person's id.
import { createHash } from 'node:crypto';
import type { CreditedId, CreditRole, ShowId } from '../core/show.ts';
import type { CreditedRow, Db } from './schema.ts';
import { asStored } from './values.ts';

export type CreditedPerson = {
  readonly id: CreditedId;
  readonly name: string;
  /** In order of show id. */
  readonly credits: readonly PartInShow[];
};
export type PartInShow = {
  readonly showId: ShowId;
  readonly role: CreditRole;
  readonly character?: string;
  /** Where that show spells the name in another way. */
  readonly creditedAs?: string;
};

/** The same for the same name everywhere, so that two programs importing at once agree without asking. */
export const creditedIdOf = (name: string): CreditedId =>
  createHash('sha256')
    .update(asStored(name).normalize('NFC').trim())
    .digest('hex')
    .slice(0, 16) as CreditedId;

export async function findCredited(db: Db, id: CreditedId): Promise<CreditedPerson | undefined> {
  const row = await db.selectFrom('credited').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const credits = await db
    .selectFrom('credits')
    .selectAll()
    .where('credited_id', '=', id)
    .orderBy('show_id')
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    name: row.name,
    credits: credits.map((credit) => ({
      showId: credit.show_id,
      role: credit.role,
      ...(credit.character_name === null ? {} : { character: credit.character_name }),
      ...(credit.credited_as === null ? {} : { creditedAs: credit.credited_as }),
    })),
  };
}

/** Everyone, by id, in pages when asked for: `after` is the last id of the page before. */
export async function listCredited(
  db: Db,
  { after, limit }: { after?: CreditedId; limit?: number } = {},
): Promise<readonly Readonly<CreditedRow>[]> {
  let query = db.selectFrom('credited').selectAll().orderBy('id');
  if (after !== undefined) query = query.where('id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  return query.execute();
}
