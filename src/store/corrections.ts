// What a person said about a finding. Kept under the claim's key, so that it outlives every new reading.
import type { Claim, Finding } from '../core/reading/finding.ts';
import type { ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import type { PersonId } from '../core/watching.ts';
import { recordChanges } from './changes.ts';
import type { CorrectionRow, Db } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { insertRows, inTransaction } from './writing.ts';

/** `key` is `claimKey` of the finding as it was read; a replacement says what stands there instead. */
export type Correction = {
  readonly reviewId: ReviewId;
  readonly key: string;
  readonly personId: PersonId;
  /** The finding as it stood then: what was accepted or replaced stays when a later reading misses it. */
  readonly finding?: Finding;
  /** ISO 8601 instant. */
  readonly at: string;
} & ({ readonly action: 'accept' | 'reject' } | { readonly action: 'replace'; readonly replacement: Claim });

/** Takes the place of an earlier correction of the same claim. A review that does not exist throws. */
export const saveCorrection = (db: Db, correction: Correction): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { reviewId, key, action, finding, personId, at } = correction;
    await removeOne(tx, reviewId, key);
    await insertRows(tx, 'corrections', {
      rows: [
        {
          review_id: reviewId,
          key,
          action,
          replacement: action === 'replace' ? toJson(correction.replacement) : null,
          finding: finding === undefined ? null : toJson(finding),
          person_id: personId,
          at,
        },
      ],
    });
  });

/** False when there was none. */
export const deleteCorrection = (
  db: Db,
  { reviewId, key }: { reviewId: ReviewId; key: string },
): Promise<boolean> => inTransaction(db, (tx) => removeOne(tx, reviewId, key));

export async function findCorrection(
  db: Db,
  { reviewId, key }: { reviewId: ReviewId; key: string },
): Promise<Correction | undefined> {
  const row = await db
    .selectFrom('corrections')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toCorrection(row);
}

/** In order of key. */
export async function listCorrections(db: Db, reviewId: ReviewId): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('key')
    .execute();
  return rows.map(toCorrection);
}

/** In order of review id and key. */
export async function correctionsOfShow(db: Db, showId: ShowId): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .innerJoin('reviews', 'reviews.id', 'corrections.review_id')
    .selectAll('corrections')
    .where('reviews.show_id', '=', showId)
    .orderBy('review_id')
    .orderBy('key')
    .execute();
  return rows.map(toCorrection);
}

/** Every correction, in order of review id and key. */
export async function listAllCorrections(db: Db): Promise<readonly Correction[]> {
  const rows = await db.selectFrom('corrections').selectAll().orderBy('review_id').orderBy('key').execute();
  return rows.map(toCorrection);
}

async function removeOne(tx: Db, reviewId: ReviewId, key: string): Promise<boolean> {
  const review = await tx
    .selectFrom('reviews')
    .select('show_id')
    .where('id', '=', reviewId)
    .executeTakeFirst();
  if (review === undefined) throw new Error(`There is no review ${reviewId} to correct.`);
  await recordChanges(tx, [{ what: 'review', id: reviewId, showId: review.show_id }]);
  const { numDeletedRows } = await tx
    .deleteFrom('corrections')
    .where('review_id', '=', reviewId)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const toCorrection = (row: CorrectionRow): Correction => {
  const shared = {
    reviewId: row.review_id,
    key: row.key,
    personId: row.person_id,
    at: row.at,
    ...(row.finding === null ? {} : { finding: fromJson<Finding>(row.finding) }),
  };
  return row.action === 'replace'
    ? { ...shared, action: row.action, replacement: fromJson(row.replacement ?? 'null') }
    : { ...shared, action: row.action };
};
