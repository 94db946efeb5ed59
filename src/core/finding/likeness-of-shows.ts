// "Like X": how much a show shares with another in feels, themes, genres, ideas and people; rare traits say more.
import type { ShowId } from '../show.ts';
import { listOf, STEPS, slotIn, stepsIn } from './postings.ts';
import type { Scores } from './scores.ts';
import { type Index, kindWeight, rarityOf, traitsIn } from './shelf-index.ts';
import { titleKey } from './traits.ts';

const REFERENCE = 0.25;
const SMOOTH = 1.5;

/** Adds `weight` times the likeness (0 to about 1) to the most alike of the given shows. */
export function addLikeness(
  ids: readonly ShowId[],
  { index, scores, weight }: { readonly index: Index; readonly scores: Scores; readonly weight: number },
): void {
  const models = ids.flatMap((id) => index.slotOf.get(id) ?? []);
  const count = index.shows.length;
  const best = new Float32Array(count);
  for (const model of models) {
    const own = likenessToOne(model, index);
    for (let slot = 0; slot < count; slot++) if (own[slot]! > best[slot]!) best[slot] = own[slot]!;
  }
  for (let slot = 0; slot < count; slot++) scores.sums[slot]! += weight * best[slot]!;
}

function likenessToOne(from: number, index: Index): Float32Array {
  const count = index.shows.length;
  const sums = new Float32Array(count);
  let square = 0;
  for (const { key, value } of traitsIn(index, from, true)) {
    const weight = kindWeight(key);
    if (weight === 0) continue;
    square += (value * weight) ** 2;
    addList(sums, listOf(index.traits, key), (value * weight * weight * rarityOf(key, index)) / STEPS);
  }
  const length = 1.5 * (Math.sqrt(square) + 0.01);
  for (let slot = 0; slot < count; slot++) sums[slot]! /= length * (index.norms[slot]! + SMOOTH);
  // A reviewer of another show who names this one has compared them for us.
  for (const { text } of index.shows[from]?.names ?? [])
    addList(sums, listOf(index.traits, `reference ${titleKey(text)}`), REFERENCE / STEPS);
  return sums;
}

function addList(sums: Float32Array, list: Uint32Array, pull: number): void {
  for (let i = 0; i < list.length; i++) sums[slotIn(list[i]!)]! += pull * stepsIn(list[i]!);
}
