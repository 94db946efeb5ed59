// Keeps the shelf in step with the store: whatever was written, by this process or by another one on the same data,
// is read from the feed of changes and put on the shelf.
import type { ReadReview } from '../core/profile.ts';
import type { Finding } from '../core/reading/finding.ts';
import type { Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { changesSince, lastSeq } from '../store/changes.ts';
import { type Correction, correctionsOfShow, listAllCorrections } from '../store/corrections.ts';
import { listReadings, readingsOfShow, type StoredReading } from '../store/readings.ts';
import { listReviews, reviewsOfShow } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { eachPageOfShows, listShowsByIds } from '../store/shows.ts';
import { applyCorrections } from './corrections.ts';
import type { Guide } from './guide.ts';
import { dropFromShelf, putOnShelf, type Shelf, settleSome } from './shelf.ts';

/** The two halves of "within a second": how often the feed is asked, and how long one answer takes. */
const FOLLOW_EVERY_MS = 300;
/** From here on loading everything anew is cheaper than show by show. */
const MANY_SHOWS = 1500;

/** Loads everything; the shelf is empty before. */
export async function fillShelf(shelf: Shelf, db: Db): Promise<void> {
  shelf.seq = await lastSeq(db);
  const reviews = readReviews(await listReviews(db), {
    readings: await listReadings(db),
    corrections: await listAllCorrections(db),
  });
  for await (const page of eachPageOfShows(db))
    for (const show of page) putOnShelf(shelf, show, reviews.get(show.id) ?? []);
}

const running = new WeakMap<Shelf, Promise<void>>();

/** After it resolves the shelf holds everything that was committed before it was called. */
export function catchUp(guide: Pick<Guide, 'store' | 'shelf'>): Promise<void> {
  // One at a time, each after the one before: a later call may see more than an earlier one.
  const before = running.get(guide.shelf) ?? Promise.resolve();
  const next = before.catch(() => {}).then(() => takeChanges(guide.shelf, guide.store.db));
  running.set(guide.shelf, next);
  return next;
}

/** Until the guide closes: what other processes write is here within a second. */
export function startFollowing(guide: Guide, onProblem: (problem: unknown) => void): void {
  let isAsking = false;
  let hasProblem = false;
  guide.background.timer = setInterval(async () => {
    if (isAsking || guide.background.isClosing) return;
    isAsking = true;
    const asking = catchUp(guide).then(
      () => {
        hasProblem = false;
        return settleSlowly(guide);
      },
      (problem) => {
        // Said once, not three times a second; the next answer that comes ends it.
        if (!hasProblem && !guide.background.isClosing) onProblem(problem);
        hasProblem = true;
      },
    );
    guide.background.tasks.add(asking);
    await asking;
    guide.background.tasks.delete(asking);
    isAsking = false;
  }, FOLLOW_EVERY_MS);
  guide.background.timer.unref();
}

/** So many shows between two breaths, in which pages are served. */
const SETTLE_AT_ONCE = 100;

/** Brings the indexes up to date without holding anybody up; who asks meanwhile has it done at once. */
export async function settleSlowly({ shelf, background }: Guide): Promise<void> {
  while (!background.isClosing && shelf.waiting.size > 0) {
    await new Promise(setImmediate);
    settleSome(shelf, SETTLE_AT_ONCE);
  }
}

async function takeChanges(shelf: Shelf, db: Db): Promise<void> {
  const touched = new Set<ShowId>();
  let seq = shelf.seq;
  let isAll = false;
  for (;;) {
    const changes = await changesSince(db, seq);
    for (const { what, showId } of changes) {
      if (what === 'show' || what === 'review') touched.add(showId);
      isAll ||= what === 'everything';
    }
    const last = changes.at(-1);
    if (last === undefined) break;
    seq = last.seq;
  }
  if (isAll || touched.size > MANY_SHOWS) {
    const gone = new Set(shelf.shows.keys());
    for await (const page of eachPageOfShows(db)) for (const { id } of page) gone.delete(id);
    for (const id of gone) dropFromShelf(shelf, id);
    return fillShelf(shelf, db);
  }
  await reload(shelf, db, [...touched]);
  shelf.seq = seq;
}

async function reload(shelf: Shelf, db: Db, ids: readonly ShowId[]): Promise<void> {
  if (ids.length === 0) return;
  const shows = new Map((await listShowsByIds(db, ids)).map((show) => [show.id, show]));
  for (const id of ids) {
    const show = shows.get(id);
    if (show === undefined) dropFromShelf(shelf, id);
    else {
      const reviews = readReviews(await reviewsOfShow(db, id), {
        readings: await readingsOfShow(db, id),
        corrections: await correctionsOfShow(db, id),
      });
      putOnShelf(shelf, show, reviews.get(id) ?? []);
    }
  }
}

/** Reviews with what was read in them and what was said about that, by show. */
function readReviews(
  reviews: readonly Review[],
  said: { readonly readings: readonly StoredReading[]; readonly corrections: readonly Correction[] },
): ReadonlyMap<ShowId, readonly ReadReview[]> {
  const findings = new Map<ReviewId, readonly Finding[]>(
    said.readings.map((reading) => [reading.reviewId, reading.findings]),
  );
  const corrections = Map.groupBy(said.corrections, ({ reviewId }) => reviewId);
  const read = new Map<ShowId, ReadReview[]>();
  for (const { id, showId, text, rating } of reviews) {
    const own = corrections.get(id);
    const found = findings.get(id) ?? [];
    const review: ReadReview = {
      reviewId: id,
      text,
      findings: own === undefined ? found : applyCorrections(found, own).findings,
      ...(rating === undefined ? {} : { rating }),
    };
    const shelved = read.get(showId);
    if (shelved === undefined) read.set(showId, [review]);
    else shelved.push(review);
  }
  return read;
}
