// Whether a capitalised word is part of a name, and which shape a name has: a first name, a surname, a full name.
// Knows the words and what stands right beside them; not who is meant.
import type { Word } from '../text.ts';
import { countSyllables, isCommon, isFamily, isGiven, type NameLore, syllablesOf } from './name-lore.ts';
import type { Sheet } from './sheet.ts';

export type NameShape = 'korean' | 'full' | 'given' | 'surname' | 'unknown';

export const PARTICLES = new Set('de la van von der den del di du da le bin al el ter dos'.split(' '));
/** "Brad Bell IS Tyler Green" */
export const SHOUTED = /^(?:IS|AND|OR|WAS|AS|THE|NOT|DOES|DID)$/;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii']);

/** A capital that makes no name here: a sentence's first word, or an everyday word that is no given name. */
export function isOrdinary(sheet: Sheet, at: number, to: number, lore: NameLore): boolean {
  const word = sheet.words[at]!;
  const { folded } = word;
  // "Will Miriam ever learn?"
  if (folded === 'will' && word.gap === '.' && isAsked(sheet, at, to)) return true;
  if (folded.includes("'") && /^i'|n't$|'(?:ll|re|ve|d)$/.test(folded)) return true;
  if (/\d/.test(word.form) || SHOUTED.test(word.form)) return true;
  if (folded === 'eve' && /^(?:christmas|'s)$/.test(sheet.words[at - 1]?.folded ?? '')) return true;
  // "an agent named Waters", "his robot Thunder", "Guard (played by …)".
  if (word.gap === ' ' && !lore.notNames.has(folded) && COMPANIONS.has(sheet.words[at - 1]?.folded ?? ''))
    return false;
  if (at + 1 === to && isPlayedBehind(sheet, word.end)) return false;
  const isStart = word.gap === '.' || word.gap === ';';
  const next = at + 1 < to ? sheet.words[at + 1]! : undefined;
  const nextIsName =
    next !== undefined && !lore.notNames.has(next.folded) && (!isCommon(next, lore) || next.gap === '-');
  if (lore.notNames.has(folded)) return !(nextIsName && isGiven(word, lore));
  if (word.form.length === 1) {
    if (folded === 'i' || folded === 'a')
      return !(next !== undefined && isKoreanNext(next, lore) && folded === 'i');
    return !nextIsName;
  }
  if (!isCommon(word, lore)) return false;
  if (nextIsName && (next.gap === '-' || isGiven(word, lore) || isFamily(word, lore))) return false;
  if (isFamily(word, lore) && next !== undefined && isKoreanNext(next, lore)) return false;
  if (isStart) return true;
  return !isGiven(word, lore) && !(nextIsName && lore.surnames.has(next.folded));
}

/** "Will Miriam survive the night, and will …": a verb without an ending behind the name. */
const isAsked = (sheet: Sheet, at: number, to: number): boolean =>
  sheet.sentences[sheet.words[at]!.sentence]!.ending === '?' ||
  (to === at + 2 &&
    /^\p{Ll}+$/u.test(sheet.words[to]?.form ?? '') &&
    !/(?:s|ed|as|and|in|of|who|to|or|for)$/.test(sheet.words[to]!.form));

const COMPANIONS = new Set(
  'named nicknamed sidekick robot dog cat horse brother sister wife husband son daughter boyfriend girlfriend'.split(
    ' ',
  ),
);
const isPlayedBehind = (sheet: Sheet, end: number): boolean =>
  sheet.text[end + 1] === '(' &&
  /^ (?:\([\uac00-\ud7a3 ]{1,12}\) )?\(played by /.test(sheet.text.slice(end, end + 28));

const isKoreanNext = (next: Word, lore: NameLore): boolean =>
  !isCommon(next, lore) && syllablesOf(next, lore) > 0;

export function shapeOf(
  sheet: Sheet,
  words: readonly Word[],
  { lore, hasHonorific }: { readonly lore: NameLore; readonly hasHonorific: boolean },
): NameShape | undefined {
  const parts = words.map((word) => word.folded);
  const bare = parts.filter((part) => !SUFFIXES.has(part) && part.length > 1);
  const first = bare[0];
  const last = bare.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (
    bare.some(
      (part, i) =>
        lore.notNames.has(part) &&
        !lore.given.has(part) &&
        !(hasHonorific && i > 0 && lore.families.has(part)) &&
        !(i === 0 && /^(?:big|little)$/.test(part)) &&
        !(
          i > 0 &&
          i === bare.length - 1 &&
          lore.given.has(first) &&
          /^(?:holland|england|france|ireland|london|berlin|israel|white|park|little|west|north|church|banks?|street|moon|king|lord|star|castle)$/.test(
            part,
          )
        ),
    )
  )
    return undefined;
  const isShouted = words.some(
    (word) =>
      word.form.length > 2 && word.form === word.form.toUpperCase() && !/^(?:\p{Lu}\.)+$/u.test(word.form),
  );
  const isStage = words.length === 1 && lore.stageNames.has(first);
  if (isShouted && !isStage && !lore.given.has(first) && !lore.surnames.has(first)) return undefined;
  if (words.length === 1) {
    if (lore.stageNames.has(first)) return 'unknown';
    if (isShouted && lore.common.has(first)) return undefined;
    if (lore.given.has(first)) return 'given';
    if (lore.surnames.has(first)) return 'surname';
    // "Hungarians", "Vikings": peoples.
    if (/(?:ans|ese|ings|ists|ies|ers|ish|ism)$/.test(first) && !hasHonorific) return undefined;
    if (!lore.common.has(first) && countSyllables(first, lore) === 2) return 'korean';
    if (hasHonorific) return 'surname';
    const isStart = words[0]!.gap === '.' || words[0]!.gap === ';';
    if (isPlayedBehind(sheet, words[0]!.end)) return 'given';
    return (isStart && /(?:ing|ly|ed|less|ful|ism|ist)$/.test(first)) || first.length < 3
      ? undefined
      : 'unknown';
  }
  if (/ism$/.test(last)) return undefined;
  // "Bun-Ok", "Jean-Luc", "Day-Lewis": one name with a hyphen.
  if (words.length === 2 && words[1]!.gap === '-')
    return lore.surnames.has(last) ? 'surname' : lore.given.has(first) ? 'given' : 'unknown';
  // "I.A.L. Diamond": initials are a first name.
  const hasInitials = /^(?:\p{Lu}\.)*\p{Lu}\.?$/u.test(words[0]!.form) && words[0]!.form.length !== 2;
  if (lore.given.has(first) || (hasInitials && !/^(?:the|but|and|it|for)$/.test(last))) return 'full';
  if (bare.every((part) => lore.common.has(part))) return undefined;
  if (words[0]!.gap === '.' && lore.common.has(first)) return undefined;
  // "Wild West", "Brideless Groom", "Catfish Row": no first name, and an everyday word in it.
  const isEveryday = (part: string) =>
    lore.common.has(part) && !lore.given.has(part) && !lore.families.has(part) && !PARTICLES.has(part);
  const named = /^(?:big|little)$/.test(first) ? bare.slice(1) : bare;
  // "Scout Baker-Compton": a surname that ends a hyphen, or "Rip Baker".
  const isSurnamed = lore.surnames.has(last) && !lore.common.has(last) && named.length < 4;
  return named.some(isEveryday) && !hasHonorific && !isSurnamed ? undefined : 'full';
}
