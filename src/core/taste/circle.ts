// Several people choose one title: nobody's veto is broken, nobody is made to sit through what they hate, and whoever
// gave way before counts more. It knows people and titles by their places only.

/** How well titles suit one person, by place, -1 to 1: see `evened`. `owed` is 0 to 1: see `owedAfter`. */
export type Guest = {
  readonly suits: ArrayLike<number>;
  readonly cannot: (place: number) => boolean;
  readonly owed: number;
};

/** `contents` has each guest's suit in the order of guests. */
export type Choice = { readonly place: number; readonly score: number; readonly contents: readonly number[] };

/** From here on somebody loves it; to here they hate it. */
export const LOVES = 0.6;
export const HATES = -0.25;
/** How much more the wish of somebody counts who is owed in full. */
const TURN = 3;

/**
 * The titles that nobody hates, best first; those that somebody hates only where there is no other. `cannot` leaves a
 * title out for all: a veto, seen already, too long for tonight. The score is half the lot of whoever likes it least
 * and half the mean, in which those who gave way before weigh more. Method: least misery (O'Connor et al., "PolyLens",
 * ECSCW 2001) joined to average without misery (Masthoff, "Group modeling", UMUAI 2004), weighed over time as by
 * Stratigi et al. ("Fair sequential group recommendations", SAC 2020). The order of guests does not matter.
 */
export function chooseTogether(count: number, guests: readonly Guest[], limit: number): readonly Choice[] {
  const kept: { readonly choice: Choice; readonly isHated: boolean }[] = [];
  for (let place = 0; place < count; place++) {
    if (guests.some(({ cannot }) => cannot(place))) continue;
    const contents = guests.map(({ suits }) => suits[place]!);
    const least = Math.min(...contents);
    const score = (least + weightedMean(contents, guests)) / 2;
    kept.push({ choice: { place, score, contents }, isHated: least <= HATES });
  }
  const liked = kept.filter(({ isHated }) => !isHated);
  return (liked.length > 0 ? liked : kept)
    .map(({ choice }) => choice)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit);
}

/** Summed from the smallest, so that the order of guests cannot change even the last digit. */
function weightedMean(contents: readonly number[], guests: readonly Guest[]): number {
  const weights = guests.map(({ owed }) => 1 + TURN * owed);
  const total = (numbers: readonly number[]): number =>
    [...numbers].sort((a, b) => a - b).reduce((sum, number) => sum + number, 0);
  return total(contents.map((content, at) => content * weights[at]!)) / total(weights);
}

/** So many of a person's best titles count as all that they could wish for. */
const BEST = 3;

/** Suits of any size on one person's own scale: 1 is as good as their third best, so that no voice is louder. */
export function evened(suits: Float32Array): Float32Array {
  const best: number[] = [];
  let worst = 0;
  for (const suit of suits) {
    if (suit < worst && suit !== Number.NEGATIVE_INFINITY) worst = suit;
    if (suit <= 0 || (best.length === BEST && suit <= best[BEST - 1]!)) continue;
    best.push(suit);
    best.sort((a, b) => b - a);
    if (best.length > BEST) best.pop();
  }
  const unit = best.at(-1) ?? -worst;
  return suits.map((suit) => (unit === 0 ? 0 : Math.max(-1, Math.min(1, suit / unit))));
}

/** One evening: how content each person was, -1 to 1, by name. */
export type Evening = ReadonlyMap<string, number>;

/** What an evening still counts after the next one. */
const FADES = 0.5;

/** 0 to 1: how much less than the others this person got lately. `evenings` has the last one first. */
export function owedAfter(evenings: readonly Evening[], name: string): number {
  let owed = 0;
  let counts = 1;
  for (const evening of evenings) {
    const own = evening.get(name);
    if (own === undefined || evening.size < 2) continue;
    const others = [...evening].filter(([other]) => other !== name).map(([, content]) => content);
    owed += counts * (others.reduce((sum, content) => sum + content, 0) / others.length - own);
    counts *= FADES;
  }
  return Math.max(0, Math.min(1, owed));
}
