// Keys of traits and words as small numbers. The keys themselves are not kept: 64 bits of hash stand for each, so that
// forty thousand names of people cost a megabyte. Among a million keys two share their hash once in 30 million indexes.

export type Terms = {
  /** Open addressing: the number of a term, or -1; its size is a power of two, at most half full. */
  places: Int32Array;
  /** Two halves of hash by term. */
  hashes: Uint32Array;
  count: number;
};

const FIRST_ROOM = 512;

export const createTerms = (): Terms => ({
  places: new Int32Array(FIRST_ROOM * 2).fill(-1),
  hashes: new Uint32Array(FIRST_ROOM * 2),
  count: 0,
});

// Two FNV-like hashes in one pass; the second half of the last key hashed.
let second = 0;

function hashOf(key: string): number {
  let first = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 13;
  }
  second = (other ^ (other >>> 16)) >>> 0;
  first = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d);
  return (first ^ (first >>> 12)) >>> 0;
}

/** Where the key stands or would stand. */
function placeOf({ places, hashes }: Terms, first: number, other: number): number {
  const mask = places.length - 1;
  let at = first & mask;
  for (let term = places[at]!; term >= 0; term = places[at]!) {
    if (hashes[term * 2] === first && hashes[term * 2 + 1] === other) return at;
    at = (at + 1) & mask;
  }
  return at;
}

/** The number of a key, or -1 when it was never met. */
export function termOf(terms: Terms, key: string): number {
  const first = hashOf(key);
  return terms.places[placeOf(terms, first, second)]!;
}

/** The number of a key, the next free one when it is new. */
export function takeTerm(terms: Terms, key: string): number {
  const first = hashOf(key);
  const other = second;
  const at = placeOf(terms, first, other);
  const known = terms.places[at]!;
  if (known >= 0) return known;
  const term = terms.count++;
  if (terms.count * 2 > terms.hashes.length) {
    const hashes = new Uint32Array(terms.hashes.length * 2);
    hashes.set(terms.hashes);
    terms.hashes = hashes;
  }
  terms.hashes[term * 2] = first;
  terms.hashes[term * 2 + 1] = other;
  if (terms.count * 2 <= terms.places.length) terms.places[at] = term;
  else placeAll(terms);
  return term;
}

function placeAll(terms: Terms): void {
  terms.places = new Int32Array(terms.places.length * 2).fill(-1);
  const { places, hashes, count } = terms;
  for (let term = 0; term < count; term++)
    places[placeOf(terms, hashes[term * 2]!, hashes[term * 2 + 1]!)] = term;
}
