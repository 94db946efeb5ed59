// Which names share most pieces of sound with the words asked: lists of names by piece, the rarest pieces read first.
// How alike they then are is for likeness.ts to say.
import { createLists, insertEntry, type Lists, listIn, removeEntry } from '../lists.ts';
import { BUCKETS, gramsOf } from './grams.ts';

/** `sizes` are the pieces of each name, by slot; the others are for one look-up and zero between. */
export type Sounds = {
  readonly lists: Lists;
  sizes: Uint8Array;
  shared: Uint8Array;
  readonly touched: Uint32Array;
};

const FIRST_ROOM = 256;
const MANY_TOUCHED = 16_000;
/** Long lists come last: what they add after this many looks is little. */
const MANY_LOOKS = 40_000;
const CANDIDATES = 96;

export const createSounds = (): Sounds => ({
  lists: createLists(BUCKETS),
  sizes: new Uint8Array(FIRST_ROOM),
  shared: new Uint8Array(FIRST_ROOM),
  touched: new Uint32Array(MANY_TOUCHED),
});

export function putSounds(sounds: Sounds, slot: number, folded: string): void {
  if (slot >= sounds.sizes.length) {
    const sizes = new Uint8Array(Math.ceil(Math.max(slot + 1, sounds.sizes.length * 1.5)));
    sizes.set(sounds.sizes);
    sounds.sizes = sizes;
    sounds.shared = new Uint8Array(sizes.length);
  }
  const grams = gramsOf(folded);
  sounds.sizes[slot] = Math.min(255, grams.length);
  for (const gram of grams) insertEntry(sounds.lists, gram, { at: sounds.lists.counts[gram]!, entry: slot });
}

export function dropSounds({ lists }: Sounds, slot: number, folded: string): void {
  for (const gram of gramsOf(folded)) {
    const at = listIn(lists, gram).indexOf(slot);
    if (at >= 0) removeEntry(lists, gram, at);
  }
}

/** The slots that share most pieces with the words, best first. */
export function candidatesFor({ lists, sizes, shared, touched }: Sounds, folded: string): readonly number[] {
  const grams = gramsOf(folded);
  const all = grams.map((gram) => listIn(lists, gram)).sort((a, b) => a.length - b.length);
  let count = 0;
  let looks = 0;
  for (const list of all) {
    if (looks > MANY_LOOKS) break;
    looks += list.length;
    for (let i = 0; i < list.length; i++) {
      const slot = list[i]!;
      const before = shared[slot]!;
      if (before > 0) shared[slot] = Math.min(255, before + 1);
      else if (count < MANY_TOUCHED) {
        shared[slot] = 1;
        touched[count++] = slot;
      }
    }
  }
  const best = highest(count);
  for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
  return best;

  /** Of the slots touched, those of highest worth, best first, without sorting them all. */
  function highest(many: number): readonly number[] {
    const kept: number[] = [];
    const worths = new Float64Array(CANDIDATES);
    for (let i = 0; i < many; i++) {
      const slot = touched[i]!;
      const own = shared[slot]! * (2 / (grams.length + sizes[slot]!) + 0.35 / grams.length);
      if (kept.length === CANDIDATES && own <= worths[CANDIDATES - 1]!) continue;
      let at = Math.min(kept.length, CANDIDATES - 1);
      while (at > 0 && worths[at - 1]! < own) {
        kept[at] = kept[at - 1]!;
        worths[at] = worths[at - 1]!;
        at--;
      }
      kept[at] = slot;
      worths[at] = own;
    }
    return kept;
  }
}
