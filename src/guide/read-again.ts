// Reads kept reviews again after the reader changed. What people said about findings stays (see corrections.ts).
import { READER_VERSION } from '../core/reading/read.ts';
import type { ReviewId } from '../core/review.ts';
import { findReading, type StoredReading, saveReadings, staleReviews } from '../store/readings.ts';
import { listReviews, listReviewsByIds } from '../store/reviews.ts';
import { change, type Guide } from './guide.ts';
import { readForKeeping } from './keep-reading.ts';

export type Progress = (done: number, all: number) => void;

/** So many reviews are read between two breaths, in which others are served. */
const READ_AT_ONCE = 8;
const KEEP_AT_ONCE = 64;

/** Those that another version of the reader read, or all of them. `changed` counts readings that came out otherwise. */
export async function readAgain(
  guide: Guide,
  { isAll = false, onProgress }: { readonly isAll?: boolean; readonly onProgress?: Progress } = {},
): Promise<{ readonly read: number; readonly changed: number }> {
  const { db } = guide.store;
  const ids = isAll ? (await listReviews(db)).map(({ id }) => id) : await staleReviews(db, READER_VERSION);
  let read = 0;
  let changed = 0;
  for (let at = 0; at < ids.length && !guide.background.isClosing; at += KEEP_AT_ONCE) {
    const some = ids.slice(at, at + KEEP_AT_ONCE);
    changed += await readSome(guide, some);
    read += some.length;
    onProgress?.(read, ids.length);
  }
  return { read, changed };
}

async function readSome(guide: Guide, ids: readonly ReviewId[]): Promise<number> {
  const { db } = guide.store;
  const reviews = await listReviewsByIds(db, ids);
  const before = new Map<ReviewId, StoredReading | undefined>();
  for (const id of ids) before.set(id, await findReading(db, id));
  const readings: StoredReading[] = [];
  for (const [at, review] of reviews.entries()) {
    const show = guide.shelf.shows.get(review.showId);
    if (show !== undefined) readings.push(readForKeeping(guide.reader, review, show));
    if (at % READ_AT_ONCE === READ_AT_ONCE - 1) await new Promise(setImmediate);
  }
  const isOther = ({ reviewId, findings }: StoredReading) =>
    JSON.stringify(before.get(reviewId)?.findings) !== JSON.stringify(findings);
  const fresh = readings.filter(
    (reading) => before.get(reading.reviewId)?.readerVersion !== READER_VERSION || isOther(reading),
  );
  // A review that went away in the meantime has nothing to keep a reading of.
  await change(guide, async (tx) => {
    const there = new Set((await listReviewsByIds(tx, ids)).map(({ id }) => id));
    await saveReadings(
      tx,
      fresh.filter(({ reviewId }) => there.has(reviewId)),
    );
  });
  return fresh.filter(isOther).length;
}
