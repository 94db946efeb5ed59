// Korean names in Latin letters within a text: where one ends, which part is the family's, and names in lower case.
// Knows their shape from name-lore.ts; not who is meant.
import type { Word } from '../text.ts';
import { asKorean, countSyllables, isCommon, isFamily, type NameLore, syllablesOf } from './name-lore.ts';
import type { Sheet } from './sheet.ts';
import { marksAfter } from './titles.ts';

/** `given` may also be all of a name of two syllables: "Joo Hyuk" is Nam Joo Hyuk, or one of family Joo. */
export type KoreanName = { readonly family?: string; readonly given: string; readonly whole: string };
const PLAYERS = new Set("'s is was does did cameo acting plays as and".split(' '));
const LOWER_FAMILIES = new Set(
  'kim lee park choi jung jeong kang cho jo jang yoon yun lim im han seo shin kwon hwang ahn song yoo jeon jun hong nam bae baek gong cha joo ji go ko byun moon'.split(
    ' ',
  ),
);

const LONGEST_FAMILY = 5;

/** Where a Korean name that begins at `at` ends, its last syllables perhaps in lower case; `at` when none does. */
export function koreanEnd(sheet: Sheet, at: number, to: number, lore: NameLore): number {
  if (!isKoreanPart(sheet.words[at], lore) || !isKoreanPart(sheet.words[at + 1], lore)) return at;
  for (let end = Math.min(at + 4, sheet.words.length); end > at; end--) {
    const words = sheet.words.slice(at, end);
    const inRun = end <= to;
    if (!inRun && (!isPlainlyJoined(sheet, to, end) || words.some((word) => word.form.length > 6))) continue;
    if (words.some((word) => word.form.length > 3 && word.form === word.form.toUpperCase())) continue;
    if (
      words.some(
        (word) => word.form.length > 1 && word.form.length < 4 && word.form === word.form.toUpperCase(),
      )
    )
      continue;
    // "Seo-yeon to", "Hye Jin in": two syllables are whole before a common word.
    const last = words.at(-1)!;
    const isWhole = words[1]?.gap === '-' || (words.length > 2 && !lore.families.has(words[0]!.folded));
    if (!inRun && last.gap !== '-' && isWhole && lore.common.has(last.folded)) continue;
    const parts = words.map((word) => word.folded);
    const name = asKorean(parts, lore);
    if (name === undefined) continue;
    // "Jeongneung-dong", "Mapo-gu": quarters of a town.
    if (
      /^(?:dong|gu|eup|myeon|si|ro|gil)$/.test(last.folded) &&
      last.gap === '-' &&
      isTwoSyllables(words.at(-2), lore)
    )
      return at;
    // "So I" is nobody.
    if (words.length > 1 && words.at(-1)!.form.length === 1 && words.at(-1)!.gap !== '-') continue;
    const isHyphened = words.some((word) => word.gap === '-' && word !== words[0]);
    const strange = parts.filter((part) => !lore.common.has(part)).length;
    if (name.family === undefined) {
      if (words.length === 1) return at;
      if (isHyphened && inRun && parts[0] !== parts[1]) return end;
      if (strange === 2 && !lore.given.has(parts[0]!)) return end;
      continue;
    }
    if (lore.given.has(parts[0]!) && !lore.families.has(parts[0]!) && !isHyphened) continue;
    if (strange === 0 && !isHyphened) continue;
    if (
      !isHyphened &&
      words.length === 2 &&
      words[0]!.gap === '.' &&
      lore.common.has(parts[0]!) &&
      strange < 1
    )
      continue;
    if (!inRun && strange < 2) continue;
    // "Hwang In-youp": what a hyphen hangs on belongs to it.
    return end < to && sheet.words[end]!.gap === '-' && end - at === 2 && !isHyphened ? end + 1 : end;
  }
  return at;
}

const isKoreanPart = (word: Word | undefined, lore: NameLore): boolean =>
  word !== undefined && (isFamily(word, lore) || syllablesOf(word, lore) > 0);

const isTwoSyllables = (word: Word | undefined, lore: NameLore): boolean =>
  word !== undefined && syllablesOf(word, lore) === 2;

const isPlainlyJoined = (sheet: Sheet, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (!/^[ -]$/.test(sheet.text.slice(sheet.words[i - 1]!.end, sheet.words[i]!.start))) return false;
  return true;
};

/** "lee do hyun", and one word like "jisoo" that is written of as of a player. */
export function lowerKoreanEnd(sheet: Sheet, at: number, lore: NameLore): number | undefined {
  const head = sheet.words[at]!;
  const { length } = head.form;
  if (
    length >= 2 &&
    length <= LONGEST_FAMILY &&
    LOWER_FAMILIES.has(head.form) &&
    at + 2 < sheet.words.length &&
    isPlainlyJoined(sheet, at + 1, at + 3)
  ) {
    const parts = sheet.words.slice(at, at + 3).map((word) => word.folded);
    const strange = parts.filter((part) => !lore.common.has(part)).length;
    const [, middle, last] = parts as [string, string, string];
    if (
      strange >= 2 &&
      countSyllables(middle, lore) === 1 &&
      countSyllables(last, lore) === 1 &&
      !(lore.common.has(head.folded) && lore.common.has(last))
    )
      return at + 3;
  }
  const next = sheet.words[at + 1];
  if (length < 5 || next === undefined || !PLAYERS.has(next.folded) || head.gap === '-') return undefined;
  const isStrange = !isCommon(head, lore) && !lore.notNames.has(head.folded) && /^[a-z]+$/.test(head.form);
  if (isStrange && syllablesOf(head, lore) === 2 && marksAfter(sheet, at).length < 3) return at + 1;
  return undefined;
}

/** "An-na" is a given name, "An Na" may be a family's. */
export const koreanOf = (words: readonly Word[], lore: NameLore): KoreanName | undefined => {
  const parts = words.map((word) => word.folded);
  const whole = parts.join('');
  if (words.length === 2 && words[1]!.gap === '-') return { given: whole, whole };
  if (words.length === 3) {
    // What a hyphen joins is the given name, whichever end could be a family: "Ha-rin Song".
    if (words[1]!.gap === '-' && words[2]!.gap !== '-' && lore.families.has(parts[2]!))
      return { family: parts[2]!, given: parts[0]! + parts[1]!, whole };
    if (words[2]!.gap === '-' && words[1]!.gap !== '-' && lore.families.has(parts[0]!))
      return { family: parts[0]!, given: parts[1]! + parts[2]!, whole };
  }
  const name = asKorean(parts, lore);
  return name === undefined ? undefined : { ...name, whole };
};
