// Takes back a whole import: what it added goes, what it changed is as it was. What the person changed since stays.

import type { Review, ReviewId } from '../core/review.ts';
import type { OutsideId, ShowId } from '../core/show.ts';
import type { WatchEntry } from '../core/watching.ts';
import {
  deleteImport,
  deleteImportChoices,
  type ImportChoice,
  type KeptRow,
  listImports,
  saveImportChoices,
  saveImportedRows,
} from '../store/imports.ts';
import { saveReading } from '../store/readings.ts';
import { deleteReview, findReview, updateReview } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { deleteShow, findShow, isShowInUse, removeOutsideIds } from '../store/shows.ts';
import { deleteWatch, listWatches, saveWatches } from '../store/watches.ts';
import type { Guide } from './guide.ts';
import { readForKeeping } from './keep-reading.ts';

export type BeforeImport = {
  readonly kind: 'import';
  readonly id: string;
  readonly format: string;
  readonly shows: readonly ShowId[];
  readonly outsideIds: readonly ({ readonly showId: ShowId } & OutsideId)[];
  /** `changedAt` as the import left it: another one now says that the person changed the entry since. */
  readonly watches: readonly {
    readonly showId: ShowId;
    readonly changedAt: string;
    readonly entry: WatchEntry | null;
  }[];
  readonly reviews: readonly { readonly id: ReviewId; readonly review: Review | null }[];
  /** Rows that it changed, as they stood. */
  readonly rows: readonly KeptRow[];
  readonly choices: readonly { readonly titleKey: string; readonly choice: ImportChoice | null }[];
};

export async function putBackImport(guide: Guide, tx: Db, before: BeforeImport): Promise<void> {
  await putBackWatches(guide, tx, before);
  for (const { id, review } of before.reviews) await putBackReview(guide, tx, { id, review });
  await deleteImport(tx, before.id);
  const others = new Set((await listImports(tx, guide.me)).map(({ id }) => id));
  await saveImportedRows(
    tx,
    { personId: guide.me, format: before.format },
    { added: [], changed: before.rows.filter(({ importId }) => others.has(importId)) },
  );
  await deleteImportChoices(
    tx,
    guide.me,
    before.choices.map(({ titleKey }) => titleKey),
  );
  await saveImportChoices(
    tx,
    guide.me,
    before.choices.flatMap(({ choice }) => choice ?? []),
  );
  await removeOutsideIds(tx, before.outsideIds);
  // A title that somebody has written about or watched since stays.
  for (const id of before.shows) if (!(await isShowInUse(tx, id))) await deleteShow(tx, id);
}

async function putBackWatches(guide: Guide, tx: Db, { watches }: BeforeImport): Promise<void> {
  const now = new Map((await listWatches(tx, guide.me)).map((entry) => [entry.showId, entry]));
  const ours = watches.filter(({ showId, changedAt }) => now.get(showId)?.changedAt === changedAt);
  for (const { showId, entry } of ours)
    if (entry === null) await deleteWatch(tx, { personId: guide.me, showId });
  await saveWatches(
    tx,
    ours.flatMap(({ entry }) => entry ?? []),
  );
}

async function putBackReview(
  guide: Guide,
  tx: Db,
  { id, review }: { readonly id: ReviewId; readonly review: Review | null },
): Promise<void> {
  if (review === null) {
    await deleteReview(tx, id);
    return;
  }
  const show = await findShow(tx, review.showId);
  if (show === undefined || (await findReview(tx, id)) === undefined) return;
  await updateReview(tx, review);
  await saveReading(tx, readForKeeping(guide.reader, review, show));
}
