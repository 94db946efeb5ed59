// A show that answers a question, and why: wish by wish, with the reviewer's words.
import type { Wish } from '../asking/question.ts';
import type { Testimony } from '../profile.ts';
import type { ShowId } from '../show.ts';

export type Met = 'met' | 'partly' | 'unknown' | 'not';

/** `evidence` carries the words and the review; `fact` the catalogue's value where no review was needed. */
export type Reason = {
  readonly wish: Wish;
  readonly met: Met;
  readonly evidence?: Testimony;
  readonly fact?: string;
};

/** `score` orders the picks, but for parts of the same show (variety.ts); it has no unit and is comparable only within one answer. */
export type Pick = {
  readonly showId: ShowId;
  readonly title: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
};
