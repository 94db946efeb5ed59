// One row of somebody's history at another service, as a value: what it is of and what it says. Every format is read
// into these. Knows no guide: which title is meant is for match.ts.
import { foldName, squeeze } from '../names/fold.ts';
import type { Rating } from '../review.ts';
import type { OutsideId, ShowKind } from '../show.ts';
import type { WatchState } from '../watching.ts';

/** Season and episode as the source numbers them; `title` the episode's name, where only that is given. */
export type EpisodeGiven = {
  readonly season?: number;
  readonly episode?: number;
  readonly title?: string;
};

/** One way to read whom a row is of: "A: B" may be the film of that name, or the episode B of A. */
export type TitleReading = {
  readonly name: string;
  /** Further names that the row gives: the original title beside the local one. */
  readonly otherNames?: readonly string[];
  readonly kind?: ShowKind;
  /** Of the film, or of the first season. */
  readonly year?: number;
  readonly episode?: EpisodeGiven;
};

export type HistoryEntry = {
  /** The member of the archive, when it is one; the line from 1, or the number of the item in a file without lines. */
  readonly member?: string;
  readonly line: number;
  /** What makes the row itself: the same row of a later export has the same key. */
  readonly key: string;
  /** At least one, the likeliest first. */
  readonly readings: readonly TitleReading[];
  /** Of the title, never of an episode. */
  readonly ids: readonly OutsideId[];
  /** Whose season and episode numbers these are: "netflix", "tvdb", "tmdb", "mal". */
  readonly numbering?: string;
  /**
   * A viewing; `on` is an ISO day, absent when the source does not know it. Two rows that tell of the same viewing
   * have the same `id`; without one, a row's viewing is its own.
   */
  readonly watched?: { readonly on?: string; readonly isRewatch: boolean; readonly id?: string };
  readonly state?: WatchState;
  /** Watched so many episodes of a season: progress without a day. */
  readonly progress?: { readonly season?: number; readonly episode: number };
  readonly startedOn?: string;
  readonly finishedOn?: string;
  readonly rewatches?: number;
  readonly rating?: Rating;
  readonly isLiked?: boolean;
  readonly review?: { readonly text: string; readonly title?: string; readonly publishedOn?: string };
  readonly note?: string;
  /** Names of the person's lists that the title is on. */
  readonly lists?: readonly string[];
  /** ISO 8601 instant or day on which the person last said so at the source. */
  readonly saidAt?: string;
  /** The cells of the columns that the format lists, as they stood. */
  readonly columns: Readonly<Record<string, string>>;
};

/** Equal for rows that give the same title; what a person chose for one holds for the other. */
export function titleKey({ readings, ids }: Pick<HistoryEntry, 'readings' | 'ids'>): string {
  const named = readings.map(
    ({ name, kind, year }) => `${squeeze(foldName(name)) || name}/${kind ?? ''}/${year ?? ''}`,
  );
  return [...named, ...ids.map(({ service, value }) => `${service}:${value}`)].join('|');
}

/** A rating of any scale in half steps from 0.5 to 5; undefined for none. */
export function toHalfSteps({ value, outOf }: Rating): number | undefined {
  if (!(value > 0) || !(outOf > 0) || value > outOf) return undefined;
  return Math.min(5, Math.max(0.5, Math.round((value / outOf) * 10) / 2));
}
