// What every show gains or loses by one wish, added up in flat arrays that serve question after question. Only shows in
// the wish's lists are looked at; a show in none of them is one of which nothing is known, and keeps what it has.
import { STEPS, slotIn, stepsIn, stepsOf } from './postings.ts';
import type { Index } from './shelf-index.ts';
import type { Source, Sources } from './sources.ts';

/** By slot. `own` and `kin` hold steps of strength while one wish is weighed, and are zero between. */
export type Scores = {
  readonly sums: Float32Array;
  readonly own: Int16Array;
  readonly kin: Int16Array;
  readonly met: Uint32Array;
};

const createScores = (room: number): Scores => ({
  sums: new Float32Array(room),
  own: new Int16Array(room),
  kin: new Int16Array(room),
  met: new Uint32Array(room),
});

/** How well known and liked a show is counts this much of a wish. */
const FAME = 0.7;
const scoresOf = new WeakMap<Index, Scores>();

/** Every show's sum as it is before any wish. Good until the next question to the same index. */
export function clearScores(index: Index): Scores {
  const known = scoresOf.get(index);
  const isRoomy = known !== undefined && known.sums.length >= index.prior.length;
  const scores = isRoomy ? known : createScores(index.prior.length);
  if (!isRoomy) scoresOf.set(index, scores);
  const { sums } = scores;
  for (let slot = 0; slot < index.shows.length; slot++) sums[slot] = FAME * index.prior[slot]!;
  return scores;
}

/** What a show gains by a wish where its own traits say so much, or where only kin do; both from -1 to 1. */
export type Gain = (value: number, isKin: boolean) => number;

/** Strengths come in few steps: the gain of each is worked out once a wish. */
function tableOf(gain: Gain, isKin: boolean): Float32Array {
  const table = new Float32Array(2 * STEPS + 1);
  for (let steps = -STEPS; steps <= STEPS; steps++)
    if (steps !== 0) table[steps + STEPS] = gain(steps / STEPS, isKin);
  return table;
}

export function addGains(scores: Scores, sources: Sources, gain: Gain, isRaised: boolean): void {
  const { sums, own, kin, met } = scores;
  const gains = tableOf(gain, false);
  const [first] = sources.own;
  if (sources.own.length === 1 && sources.kin.length === 0 && sources.field === undefined) {
    for (const entry of first!.list) sums[slotIn(entry)]! += gains[stepsIn(entry) + STEPS]!;
    return;
  }
  let count = 0;
  for (const { list } of sources.own) count = markOwn(scores, list, count);
  for (const source of sources.kin) count = markKin(scores, source, count);
  const kinGains = tableOf(gain, true);
  const without = gains[0]!;
  for (const entry of sources.field?.list ?? [])
    if (own[slotIn(entry)] === 0) sums[slotIn(entry)]! += without;
  for (let i = 0; i < count; i++) {
    const slot = met[i]!;
    const [said, hinted] = [own[slot]!, kin[slot]!];
    if (said === 0) sums[slot]! += kinGains[hinted + STEPS]!;
    else {
      // What is said itself stands; kin that say it too make it surer, and never take away.
      const isSurer = isRaised && said > 0 && hinted > 0;
      const steps = isSurer ? said + Math.round((hinted * (STEPS - said)) / STEPS) : said;
      sums[slot]! += gains[steps + STEPS]!;
    }
    own[slot] = 0;
    kin[slot] = 0;
  }
}

/** The strongest of several lists counts, whichever way it points. Returns how many slots are met by now. */
function markOwn({ own, kin, met }: Scores, list: Uint32Array, before: number): number {
  let count = before;
  for (const entry of list) {
    const slot = slotIn(entry);
    const steps = stepsIn(entry);
    if (steps === 0) continue;
    if (own[slot] === 0 && kin[slot] === 0) met[count++] = slot;
    if (Math.abs(steps) > Math.abs(own[slot]!)) own[slot] = steps;
  }
  return count;
}

/** The list that says most counts; one that says the opposite only where no other speaks. */
function markKin({ own, kin, met }: Scores, { list, weight }: Source, before: number): number {
  let count = before;
  for (const entry of list) {
    const slot = slotIn(entry);
    const steps = stepsOf((stepsIn(entry) * weight) / STEPS);
    const known = kin[slot]!;
    if (steps === 0 || (weight < 0 ? known !== 0 : steps <= known)) continue;
    if (own[slot] === 0 && known === 0) met[count++] = slot;
    kin[slot] = steps;
  }
  return count;
}

/** The slots of highest sum, best first; equal sums in order of slot. Those in `excluded` and empty ones never. */
export function highestOf(
  { sums }: Scores,
  {
    count,
    limit,
    excluded,
  }: { readonly count: number; readonly limit: number; readonly excluded: ReadonlySet<number> },
): readonly number[] {
  const kept: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let slot = 0; slot < count; slot++) {
    const sum = sums[slot]!;
    if (sum <= least || excluded.has(slot)) continue;
    let at = kept.length < limit ? kept.length : limit - 1;
    while (at > 0 && sums[kept[at - 1]!]! < sum) {
      kept[at] = kept[at - 1]!;
      at--;
    }
    kept[at] = slot;
    if (kept.length === limit) least = sums[kept[limit - 1]!]!;
  }
  return kept;
}
