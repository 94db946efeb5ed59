// Changes or deletes a review that is kept. Both can be taken back.
import type { Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { deleteCorrection, listCorrections, saveCorrection } from '../store/corrections.ts';
import { saveReading } from '../store/readings.ts';
import * as store from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { moveCorrection } from './corrections.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { readForKeeping } from './keep-reading.ts';
import { Refusal } from './refusal.ts';
import { patchReview, type ReviewPatch } from './review-input.ts';
import { type Before, noteUndo } from './undo.ts';

/** A new text is read anew; corrections whose words are still there go with it. */
export function editReview(
  guide: Guide,
  id: ReviewId,
  patch: ReviewPatch & { readonly showId?: ShowId },
): Promise<Review & { readonly undo: string }> {
  return change(guide, async (tx) => {
    const review = await getReview(tx, id);
    const show = getShow(guide, patch.showId ?? review.showId);
    const before = await standing(tx, review);
    const after = { ...patchReview(review, patch), showId: show.id };
    await store.updateReview(tx, after);
    if (after.text !== review.text || after.showId !== review.showId) {
      await saveReading(tx, readForKeeping(guide.reader, after, show));
      for (const correction of before.corrections) {
        const moved = moveCorrection(correction, after.text);
        if (moved === undefined) await deleteCorrection(tx, correction);
        else await saveCorrection(tx, moved);
      }
    }
    return { ...after, undo: await noteUndo(guide, tx, { what: 'edit-review', before: [before] }) };
  });
}

export function deleteReview(guide: Guide, id: ReviewId): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    const before = await standing(tx, await getReview(tx, id));
    await store.deleteReview(tx, id);
    return { undo: await noteUndo(guide, tx, { what: 'delete-review', before: [before] }) };
  });
}

/** The reviews that came with Runon as examples, all at once. */
export function removeSamples(guide: Guide): Promise<{ readonly removed: number; readonly undo: string }> {
  return change(guide, async (tx) => {
    const samples = (await store.listReviews(tx)).filter(({ isSample }) => isSample);
    const before: Before[] = [];
    for (const sample of samples) before.push(await standing(tx, sample));
    await store.deleteSamples(tx);
    return { removed: samples.length, undo: await noteUndo(guide, tx, { what: 'remove-samples', before }) };
  });
}

export async function getReview(db: Db, id: ReviewId): Promise<Review> {
  const review = await store.findReview(db, id);
  if (review === undefined)
    throw new Refusal('not-found', `There is no review "${id.slice(0, 100)}".`, {
      hint: 'It may have been deleted; the page of its title lists those that are there.',
    });
  return review;
}

const standing = async (tx: Db, review: Review) =>
  ({ kind: 'review', id: review.id, review, corrections: await listCorrections(tx, review.id) }) as const;
