// What somebody at the table asks for and refuses, held against every title of the index. It hears wishes only: no
// diary, no other people.
import type { Wish } from '../asking/question.ts';
import { STEPS, slotIn, stepsIn } from '../finding/postings.ts';
import { type Index, traitsIn } from '../finding/shelf-index.ts';
import { rangeValue, type Source, sourcesOf, together } from '../finding/sources.ts';
import type { ShowId } from '../show.ts';
import { evened } from './circle.ts';
import { suitAll } from './suits.ts';
import { tasteFrom } from './taste.ts';

/** By slot: the mean over the wishes of how far each is met, -1 to 1; 0 where nobody says anything of any. */
export function suitWishes(wishes: readonly Wish[], index: Index): Float32Array {
  const sums = new Float32Array(index.shows.length);
  for (const wish of wishes) {
    const values = valuesOf(wish, index);
    const share = (wish.wants ? 1 : -1) / wishes.length;
    for (let slot = 0; slot < sums.length; slot++) sums[slot]! += share * values[slot]!;
  }
  return sums;
}

/** How much of what the wish names a title has, whether it is wanted or not. */
function valuesOf(wish: Wish, index: Index): Float32Array {
  const own = new Float32Array(index.shows.length);
  if (wish.kind === 'range') return own.map((_, slot) => rangeValue(wish, index.numbers[wish.field][slot]!));
  if (wish.kind === 'title') {
    for (const slot of slotsOf(wish.showIds, index)) own[slot] = 1;
    return own;
  }
  if (wish.kind === 'like') {
    const models = wish.showIds.map((showId) => ({
      showId,
      opinion: 1,
      traits: traitsIn(index, index.slotOf.get(showId) ?? -1, true),
    }));
    return evened(suitAll(tasteFrom(models), index));
  }
  const sources = sourcesOf(wish, index);
  const kin = new Float32Array(own.length);
  for (const source of sources.kin) raise(kin, source);
  for (const source of sources.own) raise(own, source);
  for (const entry of sources.field?.list ?? [])
    if (own[slotIn(entry)] === 0 && kin[slotIn(entry)] === 0) own[slotIn(entry)] = -1;
  return own.map((value, slot) => together(value, kin[slot]!));
}

/** What says most counts. */
function raise(values: Float32Array, { list, weight }: Source): void {
  for (const entry of list) {
    const value = (stepsIn(entry) * weight) / STEPS;
    if (Math.abs(value) > Math.abs(values[slotIn(entry)]!)) values[slotIn(entry)] = value;
  }
}

/** A hint this strong is enough to keep a title away from somebody who refuses what it hints at. */
const HINTS = 0.3;

/**
 * The slots of all titles that have anything of what the wishes name: said by anybody, known of the title, or hinted at
 * by its genre. What nobody says of a title is not known of it.
 */
export function refusedBy(wishes: readonly Wish[], index: Index): ReadonlySet<number> {
  const refused = new Set<number>();
  for (const wish of wishes) {
    if (wish.kind === 'title' || wish.kind === 'like')
      for (const slot of slotsOf(wish.showIds, index)) refused.add(slot);
    else if (wish.kind === 'range')
      for (let slot = 0; slot < index.shows.length; slot++) {
        const number = index.numbers[wish.field][slot]!;
        // "Nothing over two hours" is heard as what may be; all that is known to be else is refused.
        if (number >= 0 && (rangeValue(wish, number) === 1) !== wish.wants) refused.add(slot);
      }
    else {
      const { own, kin } = sourcesOf(wish, index);
      for (const { list } of own)
        for (const entry of list) if (stepsIn(entry) > 0) refused.add(slotIn(entry));
      for (const { list, weight } of kin)
        for (const entry of list) if ((stepsIn(entry) * weight) / STEPS >= HINTS) refused.add(slotIn(entry));
    }
  }
  return refused;
}

const slotsOf = (ids: readonly ShowId[], index: Index): readonly number[] =>
  ids.flatMap((id) => index.slotOf.get(id) ?? []);
