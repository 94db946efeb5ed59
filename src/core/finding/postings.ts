// For every trait or word the shows that have it and how much, sorted by slot. An entry is a slot (22 bits) and a
// strength (10 bits with sign, -1 to 1 in steps of 1/511).
import { createLists, insertEntry, type Lists, listIn, removeEntry } from '../lists.ts';
import { createTerms, type Terms, takeTerm, termOf } from './terms.ts';

/** Lists are by term. */
export type Postings = { readonly terms: Terms; readonly lists: Lists };

/** The most shows an index can hold. */
export const MOST_SLOTS = 1 << 22;
const BITS = 10;
/** A strength as it lies in an entry: a whole number from -STEPS to STEPS. */
export const STEPS = 2 ** (BITS - 1) - 1;

const FIRST_ROOM = 512;
export const createPostings = (): Postings => ({ terms: createTerms(), lists: createLists(FIRST_ROOM) });

export const slotIn = (entry: number): number => entry >>> BITS;
/** In steps: its sign is the highest of the low bits. */
export const stepsIn = (entry: number): number => (entry << (32 - BITS)) >> (32 - BITS);
export const stepsOf = (value: number): number => Math.round(Math.max(-1, Math.min(1, value)) * STEPS);
const entryOf = (slot: number, value: number): number =>
  ((slot << BITS) | (stepsOf(value) & (2 ** BITS - 1))) >>> 0;

/** The entries of a key, in order of slot; good until the next change. */
export const listOf = ({ terms, lists }: Postings, key: string): Uint32Array =>
  listIn(lists, termOf(terms, key));

export const countOf = ({ terms, lists }: Postings, key: string): number =>
  lists.counts[termOf(terms, key)] ?? 0;

/** The strength from -1 to 1 that a show has in a list; 0 when it is not in it. */
export function valueAt(list: Uint32Array, slot: number): number {
  const at = lowest(list, { from: 0, to: list.length, slot });
  return at < list.length && slotIn(list[at]!) === slot ? stepsIn(list[at]!) / STEPS : 0;
}

/** The first place between `from` and `to` whose slot is not lower; `to` when all are. */
function lowest(
  entries: Uint32Array,
  { from, to, slot }: { from: number; to: number; slot: number },
): number {
  // Shows are mostly put one after another.
  if (to > from && slotIn(entries[to - 1]!) < slot) return to;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotIn(entries[middle]!) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where in its list a slot stands or would stand. */
function placeOf(
  lists: Lists,
  term: number,
  slot: number,
): { readonly at: number; readonly isThere: boolean } {
  const start = lists.starts[term] ?? 0;
  const end = start + (lists.counts[term] ?? 0);
  const place = lowest(lists.entries, { from: start, to: end, slot });
  return { at: place - start, isThere: place < end && slotIn(lists.entries[place]!) === slot };
}

/** Puts the show into the list of that key, or changes how much of it the show has. */
export function putPosting(
  { terms, lists }: Postings,
  key: string,
  { slot, value }: { readonly slot: number; readonly value: number },
): void {
  const term = takeTerm(terms, key);
  const entry = entryOf(slot, value);
  const { at, isThere } = placeOf(lists, term, slot);
  if (isThere) lists.entries[lists.starts[term]! + at] = entry;
  else insertEntry(lists, term, { at, entry });
}

export function dropPosting({ terms, lists }: Postings, key: string, slot: number): void {
  const term = termOf(terms, key);
  const { at, isThere } = placeOf(lists, term, slot);
  if (isThere) removeEntry(lists, term, at);
}
