// Hangul syllables as their three parts, and their Latin letters after the Revised Romanization, syllable by syllable
// (as names are written: no sound changes across syllables).
import { isHangul } from './fold.ts';

export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** The seven sounds a syllable can end in, and none. */
export type Ending = '' | 'ㄱ' | 'ㄴ' | 'ㄷ' | 'ㄹ' | 'ㅁ' | 'ㅂ' | 'ㅇ';

const ENDINGS: readonly Ending[] = [
  ...['', 'ㄱ', 'ㄱ', 'ㄱ', 'ㄴ', 'ㄴ', 'ㄴ', 'ㄷ', 'ㄹ', 'ㄱ', 'ㅁ', 'ㄹ', 'ㄹ', 'ㄹ', 'ㅂ', 'ㄹ'],
  ...['ㅁ', 'ㅂ', 'ㅂ', 'ㄷ', 'ㄷ', 'ㅇ', 'ㄷ', 'ㄷ', 'ㄱ', 'ㄷ', 'ㅂ', ''],
] as Ending[];

export type Syllable = { readonly initial: string; readonly vowel: string; readonly ending: Ending };

/** Undefined for anything but a composed Hangul syllable. */
export function takeApart(unit: number): Syllable | undefined {
  if (!isHangul(unit)) return undefined;
  const index = unit - 0xac00;
  return {
    initial: INITIALS[Math.floor(index / 588)]!,
    vowel: VOWELS[Math.floor((index % 588) / 28)]!,
    ending: ENDINGS[index % 28]!,
  };
}

const LATIN_INITIALS = [
  'g',
  'kk',
  'n',
  'd',
  'tt',
  'r',
  'm',
  'b',
  'pp',
  's',
  'ss',
  '',
  'j',
  'jj',
  'ch',
].concat(['k', 't', 'p', 'h']);
const LATIN_VOWELS = [
  'a',
  'ae',
  'ya',
  'yae',
  'eo',
  'e',
  'yeo',
  'ye',
  'o',
  'wa',
  'wae',
  'oe',
  'yo',
  'u',
].concat(['wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']);
const LATIN_ENDINGS: Readonly<Record<Ending, string>> = {
  '': '',
  ㄱ: 'k',
  ㄴ: 'n',
  ㄷ: 't',
  ㄹ: 'l',
  ㅁ: 'm',
  ㅂ: 'p',
  ㅇ: 'ng',
};

/** Hangul in Latin letters; everything else is left as it is. */
export function romaniseHangul(text: string): string {
  let latin = '';
  for (let i = 0; i < text.length; i++) {
    const part = takeApart(text.charCodeAt(i));
    latin +=
      part === undefined
        ? text[i]
        : LATIN_INITIALS[INITIALS.indexOf(part.initial)]! +
          LATIN_VOWELS[VOWELS.indexOf(part.vowel)]! +
          LATIN_ENDINGS[part.ending];
  }
  return latin;
}
