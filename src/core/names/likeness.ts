// How alike two names are, 0 to 1, across scripts, spellings, orders, initials and slips of the finger.
import { FAMILY_OF } from './families.ts';
import { foldName, hasHangul, squeeze } from './fold.ts';
import { soundOf, toLatin } from './sounds.ts';
import { familyIn, type Spelled, spellingCost, spellOut } from './spell-out.ts';

/** A name made ready for comparing; make it once when one name meets many. */
export type Prepared = {
  readonly folded: string;
  /** The words as given, and with the last word first or the first word last, squeezed. */
  readonly orders: readonly string[];
  readonly words: readonly string[];
  readonly isHangul: boolean;
  /** Filled on first use: most names never meet a name in the other script. */
  spelled?: Spelled;
  sounds?: readonly string[];
};

export function prepareName(name: string): Prepared {
  const folded = foldName(name);
  const words = folded === '' ? [] : folded.split(' ');
  return { folded, words, orders: ordersOf(words), isHangul: hasHangul(folded) };
}

function ordersOf(words: readonly string[]): readonly string[] {
  const given = words.join('');
  if (words.length < 2 || words.length > 4) return [given];
  const lastFirst = words.at(-1)! + words.slice(0, -1).join('');
  const firstLast = words.slice(1).join('') + words[0]!;
  return words.length === 2 ? [given, lastFirst] : [given, lastFirst, firstLast];
}

const TURNED = 0.01;

export function likeness(a: string, b: string): number {
  return likenessOf(prepareName(a), prepareName(b));
}

export function likenessOf(a: Prepared, b: Prepared): number {
  if (a.folded === '' || b.folded === '') return 0;
  if (a.folded === b.folded) return 1;
  if (a.isHangul !== b.isHangul) return a.isHangul ? acrossScripts(a, b) : acrossScripts(b, a);
  return a.isHangul ? inHangul(a, b) : inLatin(a, b);
}

const WITHOUT_FAMILY = 0.12;
/** Names less alike than this share are not told apart any further. */
const LEAST_COST_SHARE = 0.6;

function acrossScripts(hangul: Prepared, latin: Prepared): number {
  const whole = squeeze(hangul.folded);
  hangul.spelled ??= spellOut(whole);
  const { spelled } = hangul;
  const of = (cost: number, syllables: number): number => 1 - (cost * 0.9) / Math.max(3, syllables);
  const bound = (LEAST_COST_SHARE * Math.max(3, spelled.length)) / 0.9;
  let best = 0;
  for (const [turn, letters] of latin.orders.entries())
    best = Math.max(
      best,
      of(spellingCost(spelled, letters, bound), spelled.length) - (turn > 0 ? TURNED : 0.001),
    );
  // "Soomin" for 김수민: the given name alone.
  const family = familyIn(whole).length;
  if (best < 1 - WITHOUT_FAMILY && family > 0 && spelled.length - family > 1 && latin.words.length < 3)
    best = Math.max(
      best,
      of(spellingCost(spelled.slice(family), latin.orders[0]!, bound), 3) - WITHOUT_FAMILY,
    );
  return best;
}

/** Jamo by jamo, so that a wrong vowel is a third of a wrong syllable. */
function inHangul(a: Prepared, b: Prepared): number {
  const jamo = (one: Prepared): string => squeeze(one.folded).normalize('NFD');
  return Math.min(0.999, similarity(jamo(a), jamo(b)));
}

function inLatin(a: Prepared, b: Prepared): number {
  let best = 0;
  const [given] = a.orders;
  for (const [turn, other] of b.orders.entries()) {
    if (given === other) return turn > 0 ? 1 - TURNED : 0.999;
    best = Math.max(best, similarity(given!, other) - (turn > 0 ? TURNED : 0));
  }
  if (best > 0.98) return best;
  a.sounds ??= soundsOf(a);
  b.sounds ??= soundsOf(b);
  for (const one of a.sounds)
    for (const other of b.sounds) best = Math.max(best, similarity(one, other) * 0.93);
  return Math.max(best, byWords(a.words, b.words));
}

/** The sound of each order, with a family name at either end brought to its romanised spelling. */
function soundsOf(name: Prepared): readonly string[] {
  const { words } = name;
  const first = FAMILY_OF.get(words[0] ?? '');
  const last = FAMILY_OF.get(words.at(-1) ?? '');
  const sound = (letters: string): string => soundOf(toLatin(letters));
  if (words.length > 1 && words.length < 5 && (first !== undefined || last !== undefined)) {
    const both: string[] = [];
    if (first !== undefined) both.push(`${sound(first)} ${sound(words.slice(1).join(''))}`);
    if (last !== undefined) both.push(`${sound(last)} ${sound(words.slice(0, -1).join(''))}`);
    return both;
  }
  return name.orders.map(sound);
}

/** Word by word in any order: an initial stands for its word, a missing middle name costs little. */
function byWords(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 2 || many.length > 6) return 0;
  const free = new Set(many);
  let sum = 0;
  for (const word of few) {
    let best = 0;
    let holder = '';
    for (const other of free) {
      const score = wordLikeness(word, other);
      if (score > best) [best, holder] = [score, other];
    }
    free.delete(holder);
    sum += best;
  }
  return (sum / few.length) * (1 - 0.06 * (many.length - few.length)) - TURNED;
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.85 : 0;
  return similarity(a, b);
}

/** 1 minus the share of letters that must change; two neighbours swapped count as one change. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > 300) return 0;
  // The share can be no better than the difference in length allows.
  if (Math.abs(a.length - b.length) / longest > 0.6) return 0;
  return 1 - edits(a, b) / longest;
}

/** For words of up to 32 letters: where each letter stands in the shorter one, a bit a place. Zero between calls. */
const places = new Uint32Array(1 << 16);

/**
 * Letters to add, drop, change or swap with a neighbour (each swapped once). A whole column of the usual table is one
 * number and a letter of the longer word costs a dozen operations: H. Hyyro, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
 */
function edits(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const length = short.length;
  if (length === 0) return long.length;
  if (length > 32) return editsOfLong(short, long);
  for (let i = 0; i < length; i++) places[short.charCodeAt(i)]! |= 1 << i;
  const last = 1 << (length - 1);
  let distance = length;
  let more = -1;
  let less = 0;
  let diagonal = 0;
  let before = 0;
  for (let j = 0; j < long.length; j++) {
    const equal = places[long.charCodeAt(j)]!;
    const swapped = ((~diagonal & equal) << 1) & before;
    diagonal = ((((equal & more) + more) ^ more) | equal | less | swapped) >>> 0;
    const right = less | ~(diagonal | more);
    const left = diagonal & more;
    if ((right & last) !== 0) distance++;
    if ((left & last) !== 0) distance--;
    const shifted = (right << 1) | 1;
    more = (left << 1) | ~(diagonal | shifted);
    less = shifted & diagonal;
    before = equal;
  }
  for (let i = 0; i < length; i++) places[short.charCodeAt(i)] = 0;
  return distance;
}

function editsOfLong(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Uint16Array(width);
  let above = new Uint16Array(width);
  let row = new Uint16Array(width);
  for (let j = 0; j < width; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        least = Math.min(least, before[j - 2]! + 1);
      row[j] = least;
    }
    [before, above, row] = [above, row, before];
  }
  return above[b.length]!;
}
