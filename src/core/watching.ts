// A person's watch list and diary as values.
import type { ShowId } from './show.ts';

export type PersonId = string & { readonly __brand: 'PersonId' };

export const WATCH_STATES = ['planned', 'watching', 'done', 'dropped'] as const;
export type WatchState = (typeof WATCH_STATES)[number];

/** `rating` is 0.5 to 5 in half steps; `episode` the last one watched; dates are ISO 8601 days. */
export type WatchEntry = {
  readonly personId: PersonId;
  readonly showId: ShowId;
  readonly state: WatchState;
  readonly season?: number;
  readonly episode?: number;
  readonly rewatches: number;
  readonly rating?: number;
  readonly startedOn?: string;
  readonly finishedOn?: string;
  readonly note?: string;
  /** ISO 8601 instant of the last change. */
  readonly changedAt: string;
};

/** One line of the diary: something was watched on a day. */
export type DiaryEntry = {
  readonly id: string;
  readonly personId: PersonId;
  readonly showId: ShowId;
  readonly watchedOn: string;
  readonly season?: number;
  readonly episode?: number;
  readonly rating?: number;
  readonly isRewatch: boolean;
  readonly note?: string;
};

export const isHalfStep = (rating: number): boolean =>
  rating >= 0.5 && rating <= 5 && Number.isInteger(rating * 2);
