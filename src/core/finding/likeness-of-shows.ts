// "Like X": how much a show shares with another in feels, themes, genres, ideas and people; rare traits say more.
import type { ShowId } from '../show.ts';
import { type Index, kindWeight, rarityOf, traitsIn } from './shelf-index.ts';
import { titleKey } from './traits.ts';

const REFERENCE = 0.25;
const SMOOTH = 1.5;

/** Likeness 0 to about 1 by slot, to the most alike of the given shows. Zero for the shows themselves. */
export function likenessTo(ids: readonly ShowId[], index: Index): Float32Array {
  const best = new Float32Array(index.docs.length);
  for (const id of ids) {
    const slot = index.slotOf.get(id);
    if (slot === undefined) continue;
    const own = likenessToOne(slot, index);
    for (let i = 0; i < best.length; i++) if (own[i]! > best[i]!) best[i] = own[i]!;
  }
  for (const id of ids) {
    const slot = index.slotOf.get(id);
    if (slot !== undefined) best[slot] = 0;
  }
  return best;
}

function likenessToOne(from: number, index: Index): Float32Array {
  const sums = new Float32Array(index.docs.length);
  let square = 0;
  for (const { key, value } of traitsIn(index, from, true)) {
    const weight = kindWeight(key);
    const column = index.columns.get(key);
    if (weight === 0 || column === undefined) continue;
    const pull = value * weight * weight * rarityOf(key, index);
    square += (value * weight) ** 2;
    for (let i = 0; i < column.count; i++) sums[column.slots[i]!]! += pull * column.values[i]!;
  }
  const length = Math.sqrt(square) + 0.01;
  for (let i = 0; i < sums.length; i++) sums[i]! /= 1.5 * length * (index.norms[i]! + SMOOTH);
  // A reviewer of another show who names this one has compared them for us.
  for (const { text } of index.docs[from]?.show.names ?? []) {
    const column = index.columns.get(`reference ${titleKey(text)}`);
    for (let i = 0; column !== undefined && i < column.count; i++)
      sums[column.slots[i]!]! += REFERENCE * column.values[i]!;
  }
  return sums;
}
