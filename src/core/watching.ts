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
  /** Whose season and episode numbers these are; absent: the guide's own. */
  readonly numbering?: string;
  readonly rewatches: number;
  readonly rating?: number;
  readonly isLiked?: boolean;
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
  /** The episode's own name, as the source gave it. */
  readonly episodeTitle?: string;
  readonly numbering?: string;
  readonly rating?: number;
  readonly isRewatch: boolean;
  readonly note?: string;
};

/** Equal for two lines of the same viewing: title, day and episode, by its number or else by its name. */
export const viewingPlace = (
  line: Pick<DiaryEntry, 'showId' | 'watchedOn' | 'season' | 'episode' | 'episodeTitle'>,
): string =>
  [
    line.showId,
    line.watchedOn,
    line.season ?? '',
    line.episode ?? '',
    line.episode === undefined ? (line.episodeTitle ?? '') : '',
  ].join('\n');

/** A title on a list that a person made; `position` orders the list. */
export type ListItem = {
  readonly personId: PersonId;
  readonly list: string;
  readonly showId: ShowId;
  readonly position: number;
};

export const isHalfStep = (rating: number): boolean =>
  rating >= 0.5 && rating <= 5 && Number.isInteger(rating * 2);
