// Which script a name is written in (ISO 15924), by the letters it has. A guess for labels, never for matching.

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Latn', /\p{Script=Latin}/u],
];

export const scriptOf = (name: string): string | undefined =>
  SCRIPTS.find(([, letters]) => letters.test(name))?.[0];
