// A rough sound of a name in Latin letters, the same for most ways to spell it: "Doosung", "Du-seong" and 두성 are
// all "toson". It is for finding candidates and for keys; it does not say how alike two names are.
import { hasHangul, isKana } from './fold.ts';
import { romaniseHangul } from './hangul.ts';
import { romaniseKana } from './kana.ts';

/** Folded text with every script that has a table brought to Latin letters. A new script is one more line here. */
export function toLatin(folded: string): string {
  let latin = folded;
  if (hasHangul(latin)) latin = romaniseHangul(latin);
  for (let i = 0; i < latin.length; i++)
    if (isKana(latin.charCodeAt(i))) {
      latin = romaniseKana(latin);
      break;
    }
  return latin;
}

const VOWEL = 1;
const KINDS = new Uint8Array(128);
for (const letter of 'aeiouwy') KINDS[letter.charCodeAt(0)] = VOWEL;
const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && KINDS[letter.charCodeAt(0)] === VOWEL;

// Longest first within a first letter; what is not listed stands for itself.
const VOWEL_SOUNDS: readonly (readonly [string, string])[] = [
  ...['yeo', 'you', 'yoo', 'woo', 'weo', 'eou'].map((v) => [v, 'o'] as const),
  ...['wae', 'yae', 'yea'].map((v) => [v, 'e'] as const),
  ...['eui', 'wee', 'yee', 'uey', 'euy'].map((v) => [v, 'i'] as const),
  ...['eo', 'eu', 'oo', 'ou', 'yu', 'yo', 'wo', 'wu', 'ow', 'ew'].map((v) => [v, 'o'] as const),
  ...['ae', 'ai', 'ay', 'ei', 'ey', 'oe', 'oi', 'oy', 'ye', 'we', 'ea'].map((v) => [v, 'e'] as const),
  ...['ee', 'ui', 'uy', 'ie', 'wi', 'yi'].map((v) => [v, 'i'] as const),
  ...['wa', 'ya', 'aa', 'oa', 'au', 'aw'].map((v) => [v, 'a'] as const),
  ...[
    ['a', 'a'],
    ['e', 'e'],
    ['i', 'i'],
    ['o', 'o'],
    ['u', 'o'],
    ['y', 'i'],
    ['w', ''],
  ].map(([v, s]) => [v!, s!] as const),
];
const BY_FIRST = new Map<string, (readonly [string, string])[]>();
for (const pair of VOWEL_SOUNDS) {
  const first = pair[0][0]!;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), pair]);
}

const CONSONANTS: Readonly<Record<string, string>> = {
  g: 'k',
  k: 'k',
  c: 'k',
  q: 'k',
  d: 't',
  t: 't',
  b: 'p',
  p: 'p',
  v: 'p',
  f: 'p',
  j: 'j',
  z: 'j',
  s: 's',
  l: 'l',
  r: 'l',
  m: 'm',
  n: 'n',
  h: 'h',
};

const glides = (spelled: string): boolean => spelled.endsWith('y') || spelled.endsWith('w');

function vowelAt(latin: string, at: number): readonly [string, string] {
  const all = BY_FIRST.get(latin[at]!)!;
  // The last is the letter alone and always fits.
  let which = 0;
  while (!vowelFits(all[which]![0], latin, at)) which++;
  return all[which]!;
}
const vowelFits = (spelled: string, latin: string, at: number): boolean =>
  spelled.length === 1 ||
  (latin.startsWith(spelled, at) && !(glides(spelled) && isVowel(latin[at + spelled.length])));

/** The sound of Latin letters; letters of other scripts stay, so that names in them still meet themselves. */
export function soundOf(latin: string): string {
  let sound = '';
  const add = (one: string): void => {
    if (one !== '' && sound[sound.length - 1] !== one) sound += one;
  };
  for (let i = 0; i < latin.length; ) {
    const letter = latin[i]!;
    const next = latin[i + 1];
    if (isVowel(letter)) {
      // A y or w that a vowel follows begins the next syllable: "ju-yeong", not "juy-eong".
      const [spelled, sounds] = vowelAt(latin, i);
      add(sounds);
      i += spelled.length;
    } else if (letter === 'c' && next === 'h') {
      add('j');
      i += 2;
    } else if ((letter === 's' || letter === 'p' || letter === 't') && next === 'h') {
      add(letter);
      i += 2;
    } else if (letter === 'n' && next === 'g') {
      add('n');
      i += 2;
    } else {
      // "Ah", "Suh", "Park", "Hur": h and r after a vowel and before no vowel only colour it.
      const colours = (letter === 'h' || letter === 'r') && i > 0 && isVowel(latin[i - 1]) && !isVowel(next);
      if (!colours) add(letter === 'x' ? 'ks' : (CONSONANTS[letter] ?? letter));
      i++;
    }
  }
  return sound;
}
