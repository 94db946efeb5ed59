// The pieces of a name by which an index finds it: short runs of its sound, and how each word begins.
import { FAMILY_OF } from './families.ts';
import { hasHangul } from './fold.ts';
import { soundOf, toLatin } from './sounds.ts';
import { familyIn } from './spell-out.ts';

const BUCKET_BITS = 16;
export const BUCKETS = 1 << BUCKET_BITS;
const START = 94;
// Longer names have enough runs of three; two more per letter would only cost room.
const LONGEST_WITH_PAIRS = 9;

/** Words of sound, in each order a name may be written; family names at either end in one spelling. */
export function soundOrders(folded: string): readonly (readonly string[])[] {
  if (folded === '') return [];
  const words = folded.split(' ');
  if (hasHangul(folded)) {
    const family = words.length === 1 && folded.length <= 5 ? familyIn(folded) : '';
    const parts = family === '' ? words : [family, folded.slice(family.length)];
    return [parts.map((word) => soundOf(toLatin(word)))];
  }
  const sounds = words.map((word, i) => {
    const isEnd = words.length > 1 && words.length <= 4 && (i === 0 || i === words.length - 1);
    return soundOf(toLatin((isEnd ? FAMILY_OF.get(word) : undefined) ?? word));
  });
  if (words.length < 2 || words.length > 4) return [sounds];
  return [sounds, [sounds.at(-1)!, ...sounds.slice(0, -1)]];
}

const bucket = (a: number, b: number, c: number): number => {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
};

// Which buckets the name at hand has been put into: a mark per bucket, a new mark for every name.
const marks = new Uint32Array(BUCKETS);
let mark = 0;

/** Distinct bucket numbers of a folded name. */
export function gramsOf(folded: string): readonly number[] {
  const grams: number[] = [];
  mark = (mark + 1) >>> 0;
  if (mark === 0) {
    marks.fill(0);
    mark = 1;
  }
  for (const order of soundOrders(folded)) addGrams(order, grams);
  return grams;
}

function addGrams(words: readonly string[], grams: number[]): void {
  const add = (gram: number): void => {
    if (marks[gram] === mark) return;
    marks[gram] = mark;
    grams.push(gram);
  };
  for (const word of words) {
    if (word === '') continue;
    const first = word.charCodeAt(0);
    add(bucket(START, first, 0));
    if (word.length > 1) add(bucket(START, first, word.charCodeAt(1)));
  }
  const whole = words.join('');
  for (let i = 0; i + 2 < whole.length; i++)
    add(bucket(whole.charCodeAt(i), whole.charCodeAt(i + 1), whole.charCodeAt(i + 2)));
  if (whole.length <= LONGEST_WITH_PAIRS)
    for (let i = 0; i + 1 < whole.length; i++) add(bucket(whole.charCodeAt(i), whole.charCodeAt(i + 1), 1));
}
