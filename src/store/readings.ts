// What the reader found in a review, and which version of the reader it was. One reading per review: the last.
import type { Finding } from '../core/reading/finding.ts';
import type { ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import type { Db, ReadingRow } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

export type StoredReading = {
  readonly reviewId: ReviewId;
  readonly readerVersion: string;
  readonly findings: readonly Finding[];
};

export const saveReading = (db: Db, reading: StoredReading): Promise<void> => saveReadings(db, [reading]);

/** Each takes the place of the review's reading before it. A review that does not exist throws. */
export const saveReadings = (db: Db, readings: readonly StoredReading[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    const shows = new Map<ReviewId, ShowId>();
    const ids = readings.map(({ reviewId }) => reviewId);
    for (const some of slices(ids)) {
      const rows = await tx.selectFrom('reviews').select(['id', 'show_id']).where('id', 'in', some).execute();
      for (const { id, show_id } of rows) shows.set(id, show_id);
    }
    const missing = ids.find((id) => !shows.has(id));
    if (missing !== undefined) throw new Error(`There is no review ${missing} to keep a reading of.`);
    await recordChanges(
      tx,
      ids.map((id) => ({ what: 'review', id, showId: shows.get(id)! })),
    );
    for (const some of slices(ids)) await tx.deleteFrom('readings').where('review_id', 'in', some).execute();
    const readAt = new Date().toISOString();
    await insertRows(tx, 'readings', {
      rows: readings.map(({ reviewId, readerVersion, findings }) => ({
        review_id: reviewId,
        reader_version: readerVersion,
        findings: toJson(findings),
        read_at: readAt,
      })),
    });
  });

export async function findReading(db: Db, reviewId: ReviewId): Promise<StoredReading | undefined> {
  const row = await db
    .selectFrom('readings')
    .selectAll()
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
  return row && toReading(row);
}

/** In order of review id. */
export async function readingsOfShow(db: Db, showId: ShowId): Promise<readonly StoredReading[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('reviews', 'reviews.id', 'readings.review_id')
    .selectAll('readings')
    .where('reviews.show_id', '=', showId)
    .orderBy('readings.review_id')
    .execute();
  return rows.map(toReading);
}

/** Every reading in order of review id, or one page of them: `after` is the last review id of the page before. */
export async function listReadings(
  db: Db,
  { after, limit }: { after?: ReviewId; limit?: number } = {},
): Promise<readonly StoredReading[]> {
  let query = db.selectFrom('readings').selectAll().orderBy('review_id');
  if (after !== undefined) query = query.where('review_id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(toReading);
}

/** Reviews never read, or last read by another version of the reader, in order of id. */
export async function staleReviews(
  db: Db,
  readerVersion: string,
  { after, limit }: { after?: ReviewId; limit?: number } = {},
): Promise<readonly ReviewId[]> {
  let query = db
    .selectFrom('reviews')
    .leftJoin('readings', 'readings.review_id', 'reviews.id')
    .select('reviews.id')
    .where((row) =>
      row.or([
        row('readings.reader_version', 'is', null),
        row('readings.reader_version', '!=', readerVersion),
      ]),
    )
    .orderBy('reviews.id');
  if (after !== undefined) query = query.where('reviews.id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(({ id }) => id);
}

const toReading = (row: ReadingRow): StoredReading => ({
  reviewId: row.review_id,
  readerVersion: row.reader_version,
  findings: fromJson(row.findings),
});
