// Brings in a file: shows, reviews, or everything that a Runon exported. What is there already is not doubled, a bad
// line costs itself only, a preview keeps nothing, and whatever is kept is kept in one transaction.
import type { Review, ReviewId } from '../core/review.ts';
import type { Show } from '../core/show.ts';
import { FORMATS, recogniseFormat } from '../exchange/formats.ts';
import { HISTORY_FORMATS } from '../exchange/history/formats.ts';
import { isUnusable, type Problem } from '../exchange/problems.ts';
import { saveCorrection } from '../store/corrections.ts';
import { insertDiaryEntries, updateDiaryEntry } from '../store/diaries.ts';
import { insertListItems } from '../store/lists.ts';
import { type StoredReading, saveReadings } from '../store/readings.ts';
import { insertReviews, updateReview } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { insertShows, mergeShow, updateShow } from '../store/shows.ts';
import { saveWatches } from '../store/watches.ts';
import { resolveShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { readForKeeping } from './keep-reading.ts';
import { saveTaste } from './move-tastes.ts';
import { Refusal } from './refusal.ts';

export type ImportWish = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A format by name; recognised by its content otherwise. */
  readonly as?: string;
  /** The show, by id or name, that reviews without one are of. */
  readonly about?: string;
  /** Counts and problems only; nothing is kept. */
  readonly isPreview?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
};

export type Counts = { readonly added: number; readonly changed: number; readonly same: number };
export type ImportReport = {
  readonly format: string;
  readonly isPreview: boolean;
  readonly shows: Counts;
  readonly reviews: Counts;
  readonly corrections: Counts;
  readonly watches: Counts;
  readonly diary: Counts;
  readonly tastes: Counts;
  readonly lists: Counts;
  /** In order of line. */
  readonly problems: readonly Problem[];
};

export async function importFile(guide: Guide, wish: ImportWish): Promise<ImportReport> {
  const { isPreview = false } = wish;
  const format = await formatOf(wish);
  const brought = await format.parse(wish);
  if (isUnusable(brought)) throw new Refusal('invalid', `${wish.name} ${brought.unusable}.`);
  const about = wish.about === undefined ? undefined : resolveShow(guide, wish.about);
  const plan = await planImport(guide, guide.store.db, { brought, about });
  if (!isPreview) {
    const readings = await readPlanned(guide, plan, wish.onProgress);
    // Planned anew inside: what another process wrote while the reviews were read is seen.
    await change(guide, async (tx) => {
      await carryOut(guide, tx, { plan: await planImport(guide, tx, { brought, about }), readings });
    });
  }
  const count = (part: keyof ImportPlan['counts']) => plan.counts[part];
  return {
    format: format.name,
    isPreview,
    shows: count('shows'),
    reviews: count('reviews'),
    corrections: count('corrections'),
    watches: count('watches'),
    diary: count('diary'),
    tastes: count('tastes'),
    lists: count('lists'),
    problems: [...brought.problems, ...plan.problems].sort((a, b) => a.line - b.line),
  };
}

async function formatOf(wish: ImportWish) {
  const format =
    wish.as === undefined ? await recogniseFormat(wish) : FORMATS.find(({ name }) => name === wish.as);
  if (format !== undefined) return format;
  throw new Refusal('invalid', `${wish.name} is of no format that Runon knows.`, {
    hint: `It knows ${[...FORMATS, ...HISTORY_FORMATS].map(({ name }) => name).join(', ')}.`,
  });
}

type Readings = Map<
  ReviewId,
  { readonly text: string; readonly title: string; readonly reading: StoredReading }
>;

/** Outside the transaction, since it takes its time; lets others be served in between. */
async function readPlanned(
  guide: Guide,
  plan: ImportPlan,
  onProgress: ImportWish['onProgress'],
): Promise<Readings> {
  const readings: Readings = new Map();
  for (const [at, { review, show }] of plan.toRead.entries()) {
    const reading = readForKeeping(guide.reader, review, show);
    readings.set(review.id, { text: review.text, title: show.title, reading });
    if (at % 8 === 7) await new Promise(setImmediate);
    if (at % 256 === 255) onProgress?.(at + 1, plan.toRead.length);
  }
  return readings;
}

async function carryOut(
  guide: Guide,
  tx: Db,
  { plan, readings }: { readonly plan: ImportPlan; readonly readings: Readings },
): Promise<void> {
  await insertShows(tx, plan.shows.added);
  const takenOver = new Map(plan.takenOver.map(({ from, into }) => [into, from]));
  for (const show of plan.shows.changed) {
    const from = takenOver.get(show.id);
    if (from === undefined) await updateShow(tx, show);
    else {
      await insertShows(tx, [show]);
      await mergeShow(tx, { from, into: show.id });
    }
  }
  await insertReviews(tx, plan.reviews.added);
  for (const review of plan.reviews.changed) await updateReview(tx, review);
  await saveReadings(
    tx,
    plan.toRead.map(({ review, show }) => {
      const made = readings.get(review.id);
      return made !== undefined && isSameReading(made, review, show)
        ? made.reading
        : readForKeeping(guide.reader, review, show);
    }),
  );
  for (const correction of [...plan.corrections.added, ...plan.corrections.changed])
    await saveCorrection(tx, correction);
  await saveWatches(tx, [...plan.watches.added, ...plan.watches.changed]);
  await insertDiaryEntries(tx, plan.diary.added);
  for (const entry of plan.diary.changed) await updateDiaryEntry(tx, entry);
  await insertListItems(tx, plan.lists.added);
  for (const taste of [...plan.tastes.added, ...plan.tastes.changed]) await saveTaste(tx, guide.me, taste);
}

const isSameReading = (
  made: { readonly text: string; readonly title: string },
  review: Review,
  show: Show,
): boolean => made.text === review.text && made.title === show.title;
