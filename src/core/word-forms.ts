// How a word is written, folded and numbered. Words that a list looks for have a number, which is found from the letters
// in the text: most words of a review are known so, without a piece of text cut out, folded or compared.

const LONGEST_SHOUT = 60;
const LONG_RUN = /([a-z])\1{2,}/g;
const DOUBLED = new Map([
  ['god', 'good'],
  ['col', 'cool'],
  ['swet', 'sweet'],
  ['crepy', 'creepy'],
]);

/** Lower case, no diacritics, straight quotes, no letter three times in a row ("soooo"). */
export function fold(form: string): string {
  let folded = form.toLowerCase();
  if (!/^[ -~]*$/.test(folded))
    folded = folded
      .replace(/[’‘ʼ＇]/g, "'")
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC');
  // Nobody shouts a word of more letters than this, and the pattern below gives up on a word of millions.
  if (folded.length <= LONGEST_SHOUT && /([a-z])\1\1/.test(folded)) {
    folded = folded.replace(LONG_RUN, '$1');
    folded = DOUBLED.get(folded) ?? folded;
  }
  return folded;
}

/** Words by their number, from 1. Grows with the lists of a reader, never with what is read. */
const words: string[] = [''];
/** A hash table: the number of a word stands at the hash of its letters or, where that place is taken, behind it. */
let places = new Int32Array(1 << 12);

/** The number of a folded word that some list looks for; 0 for any other word. */
export const numberOf = (folded: string): number => numberAt(folded, 0, folded.length);

/** Every number is below this one. */
export const countNumbers = (): number => words.length;

export const wordOf = (number: number): string => words[number]!;

/** Gives a folded word a number, unless it has one. For words of lists, not of texts: it is kept for good. */
export function giveNumber(folded: string): number {
  const known = numberOf(folded);
  if (known > 0) return known;
  // As the name of a property a string becomes the engine's one copy of it: comparing it then compares addresses.
  const number = words.push(Object.keys({ [folded]: true })[0]!) - 1;
  // At least half of the places stay empty, so that a look-up ends soon.
  if (words.length * 2 > places.length) {
    places = new Int32Array(places.length * 2);
    for (let each = 1; each < number; each++) put(each);
  }
  put(number);
  return number;
}

function put(number: number): void {
  const last = places.length - 1;
  const folded = words[number]!;
  let place = hashAt(folded, 0, folded.length) & last;
  while (places[place] !== 0) place = (place + 1) & last;
  places[place] = number;
}

/** The lower-case letter of a capital A to Z, a straight quote for a curly one; any other code as it is. */
const plainCode = (code: number): number =>
  code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? 39 : code;

function hashAt(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + plainCode(text.charCodeAt(at))) | 0;
  return hash ^ (hash >>> 15);
}

/**
 * The number of the word written at `start` to `end`, when it folds by case and quotes alone; 0 for a word without a
 * number and for one that folds in other ways ("cliché", "soooo"): that one is folded first.
 */
export function numberAt(text: string, start: number, end: number): number {
  const last = places.length - 1;
  for (let place = hashAt(text, start, end) & last; ; place = (place + 1) & last) {
    const number = places[place]!;
    if (number === 0) return 0;
    const folded = words[number]!;
    if (folded.length === end - start && isFoldedAt(text, start, folded)) return number;
  }
}

function isFoldedAt(text: string, start: number, folded: string): boolean {
  for (let at = 0; at < folded.length; at++)
    if (folded.charCodeAt(at) !== plainCode(text.charCodeAt(start + at))) return false;
  return true;
}
