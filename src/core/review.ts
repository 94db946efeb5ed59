// A review as somebody wrote it. The text is kept as given: every offset of a reading points into it.
import type { ShowId } from './show.ts';

export type ReviewId = string & { readonly __brand: 'ReviewId' };

/** As the writer gave it: 8 out of 10. */
export type Rating = { readonly value: number; readonly outOf: number };

export type Review = {
  readonly id: ReviewId;
  readonly showId: ShowId;
  readonly text: string;
  readonly title?: string;
  readonly writer?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly publication?: string;
  /** An address, or the name of the import that brought it. */
  readonly source?: string;
  /** The review's own id there, so that a second import knows it again. */
  readonly sourceId?: string;
  /** ISO 8601 day. */
  readonly publishedOn?: string;
  readonly rating?: Rating;
  /** One of the samples that come with Runon, removable as a set. */
  readonly isSample: boolean;
};
