// What an import of somebody's history is asked to do and what it tells afterwards, or beforehand in a preview.
import type { HistoryEntry, TitleReading } from '../core/history/entry.ts';
import type { Match } from '../core/history/match.ts';
import type { ShowId, ShowKind } from '../core/show.ts';
import type { Problem } from '../exchange/problems.ts';

/** What a person says of one given title, instead of what matching found. */
export type Decision =
  | { readonly kind: 'show'; readonly showId: ShowId }
  | { readonly kind: 'new' }
  | { readonly kind: 'leave' };

export type HistoryOptions = {
  readonly profile?: string;
  /** For a table of no known format: which column holds what. */
  readonly columns?: Readonly<Record<string, string>>;
  /** By the key of the given title. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** What becomes of titles that the guide does not know: new ones, unless they are to be left. */
  readonly unknown?: 'new' | 'leave';
};

/** One given title and all its rows. */
export type TitleOutcome = {
  readonly key: string;
  /** As the file gives it. */
  readonly name: string;
  readonly kind?: ShowKind;
  readonly year?: number;
  readonly rows: number;
  readonly firstLine: number;
  readonly match: Match;
  readonly outcome: 'matched' | 'new' | 'waiting' | 'left';
  /** The title of the guide, when it is matched; a new one has no address before it is kept. */
  readonly showId?: ShowId;
  readonly title?: string;
};

export type RowCounts = {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Of titles that are in doubt or cannot be named. */
  readonly waiting: number;
  /** Of titles that the person leaves. */
  readonly left: number;
};

export type Amounts = { readonly added: number; readonly changed: number };

export type HistoryReport = {
  readonly format: string;
  readonly isPreview: boolean;
  /** There are several people in the file and none was chosen: nothing was read. */
  readonly profiles?: readonly string[];
  readonly rows: RowCounts;
  readonly shows: number;
  readonly watches: Amounts;
  readonly diary: number;
  readonly reviews: Amounts;
  readonly listItems: number;
  /** Those in doubt first, then new ones, then what is likely, then what is certain; each by number of rows. */
  readonly titles: readonly TitleOutcome[];
  readonly problems: readonly Problem[];
  /** Takes back the whole import. */
  readonly undo?: string;
};

/** What is kept of an entry beside its columns: enough to match it anew. */
export type KeptEntry = Omit<HistoryEntry, 'key' | 'line' | 'member' | 'columns' | 'review'>;

export const firstReading = (entry: Pick<HistoryEntry, 'readings'>): TitleReading =>
  entry.readings[0] ?? { name: '' };
