// Taking back. Each verb that changes something notes how things stood before; undoing puts that back, once.
import { randomUUID } from 'node:crypto';
import type { Review, ReviewId } from '../core/review.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { DiaryEntry, WatchEntry } from '../core/watching.ts';
import { type Correction, deleteCorrection, listCorrections, saveCorrection } from '../store/corrections.ts';
import { deleteDiaryEntry, findDiaryEntry, insertDiaryEntries, updateDiaryEntry } from '../store/diaries.ts';
import { deleteEvening } from '../store/evenings.ts';
import { saveReading } from '../store/readings.ts';
import { deleteReview, findReview, insertReviews, reviewsOfShow, updateReview } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { deleteShow, findShow, updateShow } from '../store/shows.ts';
import {
  deleteOwnWord,
  deletePassedOver,
  type OwnWord,
  saveOwnWord,
  savePassedOver,
} from '../store/tastes.ts';
import { listUndo, logUndo, takeUndo } from '../store/undo.ts';
import { deleteWatch, saveWatch } from '../store/watches.ts';
import { change, type Guide } from './guide.ts';
import { readForKeeping } from './keep-reading.ts';
import { Refusal } from './refusal.ts';
import { type BeforeImport, putBackImport } from './undo-import.ts';

export type Undoable =
  | 'add-review'
  | 'edit-review'
  | 'delete-review'
  | 'correct-finding'
  | 'add-show'
  | 'edit-show'
  | 'keep'
  | 'unkeep'
  | 'log-diary'
  | 'watch-episode'
  | 'watch-again'
  | 'edit-diary'
  | 'delete-diary'
  | 'remove-samples'
  | 'bring-history'
  | 'say-taste'
  | 'pass-over'
  | 'unpass'
  | 'choose-together';

/** How one thing stood before; null where there was none. */
export type Before =
  | { readonly kind: 'show'; readonly id: ShowId; readonly show: Show | null }
  | {
      readonly kind: 'review';
      readonly id: ReviewId;
      readonly review: Review | null;
      readonly corrections: readonly Correction[];
    }
  | {
      readonly kind: 'correction';
      readonly id: ReviewId;
      readonly key: string;
      readonly correction: Correction | null;
    }
  | { readonly kind: 'watch'; readonly id: ShowId; readonly entry: WatchEntry | null }
  | { readonly kind: 'diary'; readonly id: string; readonly entry: DiaryEntry | null }
  | BeforeImport
  | { readonly kind: 'own-word'; readonly id: string; readonly word: OwnWord | null }
  | { readonly kind: 'passed-over'; readonly id: ShowId; readonly isPassedOver: boolean }
  | { readonly kind: 'evening'; readonly id: string };

/** Inside the verb's transaction; resolves to the id that `undo` takes. */
export async function noteUndo(
  guide: Guide,
  tx: Db,
  done: { readonly what: Undoable; readonly before: readonly Before[] },
): Promise<string> {
  const id = randomUUID();
  await logUndo(tx, { id, personId: guide.me, ...done, at: guide.now().toISOString() });
  return id;
}

/** Takes back what was done under this id, or the last thing done. */
export function undo(guide: Guide, undoId?: string): Promise<{ readonly what: Undoable }> {
  return change(guide, async (tx) => {
    const id = undoId ?? (await listUndo(tx, guide.me, 1))[0]?.id;
    const entry = id === undefined ? undefined : await takeUndo(tx, id);
    if (entry === undefined || entry.personId !== guide.me)
      throw new Refusal('not-found', 'There is nothing to take back, or it was taken back already.');
    for (const before of entry.before as readonly Before[]) await putBack(guide, tx, before);
    return { what: entry.what as Undoable };
  });
}

/** What can be taken back, the last first. */
export async function listUndoable(
  guide: Guide,
  limit = 20,
): Promise<readonly { readonly id: string; readonly what: Undoable; readonly at: string }[]> {
  const entries = await listUndo(guide.store.db, guide.me, limit);
  return entries.map(({ id, what, at }) => ({ id, what: what as Undoable, at }));
}

async function putBack(guide: Guide, tx: Db, before: Before): Promise<void> {
  switch (before.kind) {
    case 'show':
      return putBackShow(tx, before);
    case 'review':
      return putBackReview(guide, tx, before);
    case 'correction':
      if ((await findReview(tx, before.id)) === undefined) throw isGone('review');
      if (before.correction === null) await deleteCorrection(tx, { reviewId: before.id, key: before.key });
      else await saveCorrection(tx, before.correction);
      return;
    case 'watch':
      if (before.entry === null) await deleteWatch(tx, { personId: guide.me, showId: before.id });
      else if ((await findShow(tx, before.id)) === undefined) throw isGone('title');
      else await saveWatch(tx, before.entry);
      return;
    case 'import':
      return putBackImport(guide, tx, before);
    case 'diary':
      if (before.entry === null) await deleteDiaryEntry(tx, before.id);
      else if ((await findShow(tx, before.entry.showId)) === undefined) throw isGone('title');
      else if ((await findDiaryEntry(tx, before.id)) !== undefined) await updateDiaryEntry(tx, before.entry);
      else await insertDiaryEntries(tx, [before.entry]);
      return;
    case 'own-word':
      if (before.word === null) await deleteOwnWord(tx, { personId: guide.me, key: before.id });
      else await saveOwnWord(tx, before.word);
      return;
    case 'passed-over':
      return putBackPassedOver(guide, tx, before);
    case 'evening':
      await deleteEvening(tx, before.id);
  }
}

async function putBackPassedOver(
  guide: Guide,
  tx: Db,
  { id, isPassedOver }: Before & { kind: 'passed-over' },
): Promise<void> {
  const one = { personId: guide.me, showId: id };
  if (!isPassedOver) await deletePassedOver(tx, one);
  else if ((await findShow(tx, id)) === undefined) throw isGone('title');
  else await savePassedOver(tx, { ...one, at: guide.now().toISOString() });
}

async function putBackShow(tx: Db, { id, show }: Before & { kind: 'show' }): Promise<void> {
  if (show !== null) {
    if (!(await updateShow(tx, show))) throw isGone('title');
    return;
  }
  // Taking back a title must not take the reviews with it that were written since.
  if ((await reviewsOfShow(tx, id)).length > 0)
    throw new Refusal('conflict', 'The title has reviews by now.', { hint: 'Delete them first.' });
  await deleteShow(tx, id);
}

async function putBackReview(guide: Guide, tx: Db, before: Before & { kind: 'review' }): Promise<void> {
  const { id, review, corrections } = before;
  if (review === null) {
    await deleteReview(tx, id);
    return;
  }
  const show = await findShow(tx, review.showId);
  if (show === undefined) throw isGone('title');
  if ((await findReview(tx, id)) === undefined) await insertReviews(tx, [review]);
  else await updateReview(tx, review);
  await saveReading(tx, readForKeeping(guide.reader, review, show));
  for (const { key } of await listCorrections(tx, id)) await deleteCorrection(tx, { reviewId: id, key });
  for (const correction of corrections) await saveCorrection(tx, correction);
}

const isGone = (what: string): Refusal =>
  new Refusal('conflict', `The ${what} that this was about is gone.`, {
    hint: 'Take back its deletion first.',
  });
