// One review with what was read in it and what was said about that.
import type { Review, ReviewId } from '../core/review.ts';
import type { Show } from '../core/show.ts';
import { listCorrections } from '../store/corrections.ts';
import { findReading } from '../store/readings.ts';
import { applyCorrections, type CorrectedReading } from './corrections.ts';
import { getReview } from './edit-review.ts';
import { getShow } from './find-show.ts';
import type { Guide } from './guide.ts';

export type OpenReview = CorrectedReading & { readonly review: Review; readonly show: Show };

export async function openReview(guide: Guide, id: ReviewId): Promise<OpenReview> {
  const { db } = guide.store;
  const review = await getReview(db, id);
  const reading = await findReading(db, id);
  const corrected = applyCorrections(reading?.findings ?? [], await listCorrections(db, id));
  return { review, show: getShow(guide, review.showId), ...corrected };
}
