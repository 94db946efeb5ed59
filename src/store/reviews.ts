// Reviews as given. What was read in them is in readings.ts, what a person said about that in corrections.ts.
import type { Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import type { Db, ReviewRow } from './schema.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

/** All or none. An id that exists already, or a show that does not, throws. */
export const insertReviews = (db: Db, reviews: readonly Review[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, reviews.map(changeOf));
    const addedAt = new Date().toISOString();
    await insertRows(tx, 'reviews', { rows: reviews.map((review) => toRow(review, addedAt)) });
  });

/** Its reading stays until another is saved; false when there is no review with that id. */
export const updateReview = (db: Db, review: Review): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const before = await findReview(tx, review.id);
    if (before === undefined) return false;
    // A review that moves to another show changes both.
    await recordChanges(
      tx,
      before.showId === review.showId ? [changeOf(review)] : [before, review].map(changeOf),
    );
    const { id, added_at: _, ...rest } = toRow(review, '');
    await tx.updateTable('reviews').set(rest).where('id', '=', id).execute();
    return true;
  });

/** With its reading and corrections. Gives back what was deleted, or undefined when there was none. */
export const deleteReview = (db: Db, id: ReviewId): Promise<Review | undefined> =>
  inTransaction(db, async (tx) => {
    const [review] = await deleteThose(tx, await listReviewsByIds(tx, [id]));
    return review;
  });

/** Deletes the samples that come with Runon and gives them back, for undo. */
export const deleteSamples = (db: Db): Promise<readonly Review[]> =>
  inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('reviews')
      .selectAll()
      .where('is_sample', '=', 1)
      .orderBy('id')
      .execute();
    return deleteThose(tx, rows.map(toReview));
  });

export async function findReview(db: Db, id: ReviewId): Promise<Review | undefined> {
  const [review] = await listReviewsByIds(db, [id]);
  return review;
}

/** The review that an import brought before under its own id there. */
export async function findReviewBySource(
  db: Db,
  { source, sourceId }: { source: string; sourceId: string },
): Promise<Review | undefined> {
  const row = await db
    .selectFrom('reviews')
    .selectAll()
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .executeTakeFirst();
  return row && toReview(row);
}

/** Those that exist, in order of id. */
export async function listReviewsByIds(db: Db, ids: readonly ReviewId[]): Promise<readonly Review[]> {
  const reviews: Review[] = [];
  for (const some of slices([...new Set(ids)].sort())) {
    const rows = await db.selectFrom('reviews').selectAll().where('id', 'in', some).orderBy('id').execute();
    reviews.push(...rows.map(toReview));
  }
  return reviews;
}

/** In order of id. */
export async function reviewsOfShow(db: Db, showId: ShowId): Promise<readonly Review[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .where('show_id', '=', showId)
    .orderBy('id')
    .execute();
  return rows.map(toReview);
}

/** Every review in order of id, or one page of them: `after` is the last id of the page before. */
export async function listReviews(
  db: Db,
  { after, limit }: { after?: ReviewId; limit?: number } = {},
): Promise<readonly Review[]> {
  let query = db.selectFrom('reviews').selectAll().orderBy('id');
  if (after !== undefined) query = query.where('id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(toReview);
}

/** What is new: the last ones brought in first. */
export async function latestReviews(
  db: Db,
  limit = 20,
): Promise<readonly { readonly review: Review; readonly addedAt: string }[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ review: toReview(row), addedAt: row.added_at }));
}

export async function countReviews(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('reviews')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function countSamples(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('reviews')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('is_sample', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

async function deleteThose(tx: Db, reviews: readonly Review[]): Promise<readonly Review[]> {
  await recordChanges(tx, reviews.map(changeOf));
  for (const some of slices(reviews)) {
    await tx
      .deleteFrom('reviews')
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
  }
  return reviews;
}

const changeOf = ({ id, showId }: Review) => ({ what: 'review', id, showId }) as const;

const toRow = (review: Review, addedAt: string): ReviewRow => ({
  id: review.id,
  show_id: review.showId,
  text: review.text,
  title: review.title ?? null,
  writer: review.writer ?? null,
  language: review.language ?? null,
  publication: review.publication ?? null,
  source: review.source ?? null,
  source_id: review.sourceId ?? null,
  published_on: review.publishedOn ?? null,
  rating_value: review.rating?.value ?? null,
  rating_out_of: review.rating?.outOf ?? null,
  is_sample: review.isSample ? 1 : 0,
  added_at: addedAt,
});

const toReview = (row: ReviewRow): Review => ({
  id: row.id,
  showId: row.show_id,
  text: row.text,
  ...(row.title === null ? {} : { title: row.title }),
  ...(row.writer === null ? {} : { writer: row.writer }),
  ...(row.language === null ? {} : { language: row.language }),
  ...(row.publication === null ? {} : { publication: row.publication }),
  ...(row.source === null ? {} : { source: row.source }),
  ...(row.source_id === null ? {} : { sourceId: row.source_id }),
  ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
  ...(row.rating_value === null || row.rating_out_of === null
    ? {}
    : { rating: { value: row.rating_value, outOf: row.rating_out_of } }),
  isSample: row.is_sample === 1,
});
