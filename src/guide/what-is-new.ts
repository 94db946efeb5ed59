// What came in last: for the front page.
import type { Review } from '../core/review.ts';
import type { Show } from '../core/show.ts';
import { countReviews, countSamples, latestReviews } from '../store/reviews.ts';
import type { Guide } from './guide.ts';

export type New = {
  readonly reviews: readonly { readonly review: Review; readonly show: Show; readonly addedAt: string }[];
  readonly showCount: number;
  readonly reviewCount: number;
  /** How many of the reviews are the samples that come with Runon. */
  readonly sampleCount: number;
};

export async function whatIsNew(guide: Guide, limit = 12): Promise<New> {
  const { db } = guide.store;
  return {
    reviews: (await latestReviews(db, limit)).flatMap(({ review, addedAt }) => {
      const show = guide.shelf.shows.get(review.showId);
      return show === undefined ? [] : [{ review, show, addedAt }];
    }),
    showCount: guide.shelf.shows.size,
    reviewCount: await countReviews(db),
    sampleCount: await countSamples(db),
  };
}
