// A question in plain words, taken apart. Every wish keeps the words it came from; what was not understood stays too.
import type { Degree } from '../reading/finding.ts';
import type { ShowId } from '../show.ts';
import type { Span } from '../text.ts';

export type RangeField = 'year' | 'episodes' | 'minutes' | 'seasons';
export type FactWishField = 'kind' | 'country' | 'network' | 'platform' | 'genre' | 'ageRating' | 'language';

/**
 * `wants` false means avoid. A feel's `degree` is how much of it is wanted: "a bit of angst" 1, "very funny" 2,
 * "nothing sad" is wants false with degree -2, "not too angsty" wants false with degree -1; 0 may be there and need not
 * ("I don't mind some angst").
 */
export type Wish = (
  | { readonly kind: 'feel'; readonly term: string; readonly degree: Degree }
  | { readonly kind: 'theme'; readonly term: string }
  | { readonly kind: 'aspect'; readonly aspect: string }
  | { readonly kind: 'relation'; readonly relation: string }
  | { readonly kind: 'fact'; readonly field: FactWishField; readonly value: string }
  | { readonly kind: 'range'; readonly field: RangeField; readonly least?: number; readonly most?: number }
  /** `spellings` are the other names the same person is known by. */
  | { readonly kind: 'person'; readonly name: string; readonly spellings?: readonly string[] }
  | { readonly kind: 'title'; readonly name: string; readonly showIds: readonly ShowId[] }
  | { readonly kind: 'like'; readonly name: string; readonly showIds: readonly ShowId[] }
  | { readonly kind: 'occasion'; readonly term: string }
  /** `idea` names an entry of data/cues/asking-ideas.tsv; without one the words are looked for as they stand. */
  | { readonly kind: 'words'; readonly text: string; readonly idea?: string }
) & { readonly wants: boolean; readonly from: Span };

/**
 * `notUnderstood` are words that changed nothing.
 * `contradictions` are pairs of wishes (places in `wishes`) that want and avoid the same thing.
 */
export type Question = {
  readonly words: string;
  readonly wishes: readonly Wish[];
  readonly contradictions?: readonly (readonly [number, number])[];
  readonly notUnderstood: readonly Span[];
};
