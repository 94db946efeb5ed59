// Keeps a review with what was read in it.
import { randomUUID } from 'node:crypto';
import { read } from '../core/reading/read.ts';
import type { Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { saveReading } from '../store/readings.ts';
import { insertReviews } from '../store/reviews.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { readForKeeping } from './keep-reading.ts';
import { patchReview, type ReviewPatch } from './review-input.ts';
import { checkReviewText } from './review-text.ts';
import { noteUndo } from './undo.ts';

export type NewReview = ReviewPatch & { readonly showId: ShowId; readonly text: string };

/** A heading, writer, language or day that is not given is taken from the text when it says so. */
export async function addReview(guide: Guide, given: NewReview): Promise<Review & { readonly undo: string }> {
  const show = getShow(guide, given.showId);
  const text = checkReviewText(given.text);
  const said = read({ text, about: show.title }, guide.reader).review;
  const id = randomUUID() as ReviewId;
  const { showId, ...patch } = given;
  const bare: Review = { id, showId, text, isSample: false };
  const review = patchReview(bare, { ...said, ...withoutUndefined(patch) });
  return change(guide, async (tx) => {
    await insertReviews(tx, [review]);
    await saveReading(tx, readForKeeping(guide.reader, review, show));
    const before = [{ kind: 'review', id, review: null, corrections: [] }] as const;
    return { ...review, undo: await noteUndo(guide, tx, { what: 'add-review', before }) };
  });
}

const withoutUndefined = (patch: ReviewPatch): ReviewPatch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
