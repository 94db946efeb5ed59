// How much a rating says that something was liked, and how much an old one still counts. No titles, no people.

/** `rating` is 0.5 to 5. */
export type Rated = { readonly item: string; readonly rating: number };

const INDIFFERENT = 2;
/** A title seen so many ago counts half as much of what fades. */
const HALF_LIFE = 20;
/** What never fades. */
const LASTING = 0.3;

/** 0 for what was not liked, 0.75 for 3.5 of 5, 1.5 for 5 of 5. */
export const likingOf = (rating: number): number => Math.max(0, rating - INDIFFERENT) / 2;

/** What somebody likes now: item → weight more than 0. `history` has the oldest first; a later rating replaces. */
export function likedNow(history: readonly Rated[]): ReadonlyMap<string, number> {
  const liked = new Map<string, number>();
  for (const [place, { item, rating }] of history.entries()) {
    liked.delete(item);
    const weight = likingOf(rating) * (LASTING + 0.5 ** ((history.length - 1 - place) / HALF_LIFE));
    if (weight > 0) liked.set(item, weight);
  }
  return liked;
}
