// Where names of people stand in the text: runs of capitals in the shape of a name, and Korean names in lower case.
// Knows the shape only; who is meant, and whether an actor or a character, is decided in cast.ts.
import type { Span, Word } from '../text.ts';
import { type KoreanName, koreanEnd, koreanOf, lowerKoreanEnd } from './korean-mentions.ts';
import { asKorean, countSyllables, type NameLore, nameLore } from './name-lore.ts';
import { perSheet, type Sheet } from './sheet.ts';
import { isCapital, marksBefore, type TitleMark, titlesOf } from './titles.ts';

export type NameShape = 'korean' | 'full' | 'given' | 'surname' | 'unknown';
/**
 * Words `from` to `to` (exclusive). `parts` are the folded words of the name, `honorific` a folded "dr" that stood
 * before it, `role` a folded "director". `isQuoted`: between the marks of a title.
 */
export type Mention = Span & {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly parts: readonly string[];
  readonly shape: NameShape;
  /** Family and given name of a Korean name; what a hyphen joins is a given name. */
  readonly korean?: KoreanName;
  readonly honorific?: string;
  /** "Dr. Cha", where a lone name has its honorific right before it. */
  readonly titled?: string;
  readonly role?: string;
  readonly isQuoted: boolean;
};

const LONGEST_NAME = 7;
const PARTICLES = new Set('de la van von der den del di du da le bin al el ter dos'.split(' '));
/** "Brad Bell IS Tyler Green" */
const SHOUTED = /^(?:IS|AND|OR|WAS|AS|THE|NOT|DOES|DID)$/;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii']);
/** All names in order, none overlapping. */
export const namesOf = perSheet((sheet, reader) =>
  findNames(sheet, nameLore(reader), titlesOf(sheet, reader)),
);

function findNames(sheet: Sheet, lore: NameLore, titles: readonly TitleMark[]): readonly Mention[] {
  const mentions: Mention[] = [];
  // Names in quotes ("Tae Ho", "Dorothy") stay names; the words of any other title are taken.
  const taken = new Uint8Array(sheet.words.length);
  for (const title of titles) {
    const size = title.to - title.from;
    const isName =
      (title.sign === 'quote' && size <= 2 && looksLikeName(sheet.words.slice(title.from, title.to), lore)) ||
      (size <= 3 && isPart(sheet, title.from)) ||
      (title.sign === 'known' && size === 1 && isBesideCapital(sheet, title.from)) ||
      (title.sign === 'guillemet' && size <= 3 && isStarring(sheet, title.from));
    if (!isName && !title.isWeak) taken.fill(1, title.from, title.to);
  }
  const isFree = (at: number) => taken[at] === 0 && sheet.isTitle[at] === 0;
  for (let at = 0; at < sheet.words.length; ) {
    if (!isFree(at) || sheet.sentences[sheet.words[at]!.sentence]!.isHeading) {
      at++;
      continue;
    }
    const run = isCapital(sheet.words[at]!) ? runFrom(sheet, at, { isFree, lore }) : at;
    if (run > at) {
      if (!isByline(sheet, at, run) && !isInTitle(sheet, run, lore))
        mentions.push(...cutRun(sheet, at, run, lore));
      at = run;
      continue;
    }
    const end = lowerKoreanEnd(sheet, at, lore);
    if (end !== undefined) mentions.push(makeMention({ sheet, lore }, [at, end], { shape: 'korean' }));
    at = end ?? at + 1;
  }
  return mentions;
}

/** "stars 《A》, 《B》 and 《C》": players between the marks of titles. */
const isStarring = (sheet: Sheet, at: number): boolean => {
  if (/^(?:stars|starring|featuring|by|actors?|actress)$/.test(sheet.words[at - 1]?.folded ?? ''))
    return true;
  const before = sheet.text.slice(Math.max(0, sheet.words[at]!.start - 120), sheet.words[at]!.start);
  return /\b(?:stars|starring|featuring|actors?)(?: veteran actors?| actors?)? 《[^》]{2,30}》(?:, (?:and )?《[^》]{2,30}》){0,4},? (?:and )?《$/.test(
    before,
  );
};

/** 'Lee as "Kang Chi"', "Cole as *Emma Pike*": parts between the marks of titles. */
const isPart = (sheet: Sheet, at: number): boolean =>
  /^(?:as|plays|played|portrays|portrayed|named)$/.test(sheet.words[at - 1]?.folded ?? '') &&
  !/^(?:known|such|well|good|titled|entitled)$/.test(sheet.words[at - 2]?.folded ?? '');

/** "Vincenzo Rossi": a title that is a first name, with a name behind it. */
const isBesideCapital = (sheet: Sheet, at: number): boolean => {
  const next = sheet.words[at + 1];
  return next !== undefined && next.gap === ' ' && isCapital(next) && isCapital(sheet.words[at]!);
};

const looksLikeName = (words: readonly Word[], lore: NameLore): boolean => {
  const parts = words.map((word) => word.folded);
  return (
    asKorean(parts, lore) !== undefined ||
    lore.given.has(parts[0]!) ||
    lore.notNames.get(parts[0]!) === 'honorific'
  );
};

/** The end of the run of capitals that begins at `at`: one space or hyphen, or the dot of an initial, between words. */
function runFrom(
  sheet: Sheet,
  at: number,
  { isFree, lore }: { readonly isFree: (at: number) => boolean; readonly lore: NameLore },
): number {
  let to = at + 1;
  while (to < sheet.words.length && to - at < 4 * LONGEST_NAME) {
    // "Antonio 'Scarface' Montana": a name in quotes amid a name, be it the title.
    if (!isFree(to) && !isNicknameAt(sheet, to)) break;
    const word = sheet.words[to]!;
    const last = sheet.words[to - 1]!;
    if (word.folded === "'s") break;
    const between = sheet.text.slice(last.end, Math.min(word.start, last.end + 6));
    const isInitial =
      last.form.length === 1 || /^(?:mr|mrs|ms|dr|prof|st|jr|sr|sgt|lt|col|capt|gen)$/.test(last.folded);
    const isJoined = /^(?: {1,2}|-|\n)$/.test(between) || (isInitial && /^\. ?$/.test(between));
    const isNickname = /^ ["“'‘]$|^["”'’] $/.test(between) && isCapital(word) && to - at < 3;
    if (!isJoined && !isNickname) break;
    if (!isCapital(word) && word.gap !== '-') {
      const next = sheet.words[to + 1];
      const isParticle =
        PARTICLES.has(word.folded) && next !== undefined && next.gap === ' ' && isCapital(next);
      if (!isParticle) break;
    }
    if (
      !isCapital(word) &&
      word.gap === '-' &&
      countSyllables(word.folded, lore) === 0 &&
      !lore.families.has(word.folded) &&
      !isKoreanTail(sheet, at, to, lore)
    )
      break;
    // "Brad Bell IS Tyler Green"
    if (SHOUTED.test(word.form) && sheet.words[at]!.form !== sheet.words[at]!.form.toUpperCase()) break;
    to++;
  }
  return to;
}

/** "Hwang In-youp": whatever a hyphen hangs on a Korean family and syllable, however it is spelled. */
const isKoreanTail = (sheet: Sheet, from: number, at: number, lore: NameLore): boolean =>
  at - from === 2 &&
  lore.families.has(sheet.words[from]!.folded) &&
  countSyllables(sheet.words[at - 1]!.folded, lore) === 1 &&
  sheet.words[at - 1]!.gap !== '-' &&
  !lore.common.has(sheet.words[at]!.folded);

/** "Jane Doe, Writer" or "by Jane Doe" on a line of its own: whoever wrote the review is nobody in it. */
const isByline = (sheet: Sheet, from: number, to: number): boolean => {
  const sentence = sheet.sentences[sheet.words[from]!.sentence]!;
  if (sentence.words.length > 8 || sentence.ending !== '') return false;
  const before = sheet.words[from - 1];
  const after = sheet.words[to];
  const isAfter =
    after?.sentence === sentence.index &&
    /^(?:writer|reporter|editor|contributor|columnist|critic|staff)$/.test(after.folded);
  const isBefore = before?.sentence === sentence.index && before.folded === 'by' && before.gap === '.';
  const own = sheet.words
    .slice(from, to)
    .some((word) => /^(?:writer|reporter|editor|columnist|critic)$/.test(word.folded));
  return isAfter || isBefore || (own && sentence.index < 6);
};

/** "Uncle John's Great Big Reader": a name with 's and more capitals behind it is a title. */
const isInTitle = (sheet: Sheet, to: number, lore: NameLore): boolean => {
  const [clitic, next] = [sheet.words[to], sheet.words[to + 1]];
  if (clitic?.folded !== "'s" || next === undefined || next.gap !== ' ' || !isCapital(next)) return false;
  return lore.common.has(next.folded) && !lore.given.has(next.folded) && sheet.text[clitic.end] === ' ';
};

const isNicknameAt = (sheet: Sheet, at: number): boolean => {
  const next = sheet.words[at + 1];
  return (
    /^["“'‘]$/.test(marksBefore(sheet, at)) &&
    next !== undefined &&
    isCapital(next) &&
    /^["”'’] $/.test(sheet.text.slice(sheet.words[at]!.end, Math.min(next.start, sheet.words[at]!.end + 6)))
  );
};

/** The names within a run of capitals: honorifics and roles before it, words that are no names around it. */
function cutRun(sheet: Sheet, from: number, to: number, lore: NameLore): readonly Mention[] {
  let at = from;
  let honorific: string | undefined;
  let role: string | undefined;
  while (at < to) {
    const korean = koreanEnd(sheet, at, to, lore);
    if (korean > at) {
      const found = makeMention({ sheet, lore }, [at, korean], { shape: 'korean', honorific, role });
      return korean < to ? [found, ...cutRun(sheet, korean, to, lore)] : [found];
    }
    const word = sheet.words[at]!;
    const sort = lore.notNames.get(word.folded);
    // "Dean Stockwell": an honorific that is a first name before a surname.
    if (
      sort === 'honorific' &&
      at + 2 === to &&
      lore.given.has(word.folded) &&
      isSurname(sheet, at + 1, lore)
    )
      break;
    if (sort === 'honorific') honorific = word.folded;
    else if (sort === 'role') role = word.folded;
    else if (isNickname(sheet, at, to, lore)) break;
    else if (sort !== 'people' && !isOrdinary(sheet, at, to, lore)) break;
    else honorific = undefined;
    at++;
  }
  let end = Math.min(to, at + LONGEST_NAME);
  while (end - at > 2 && lore.common.has(sheet.words[end - 1]!.folded)) end--;
  if (at >= end) return honorificAlone(sheet, from, to, lore);
  const isCalled =
    honorific !== undefined ||
    (sheet.words[at]!.gap === ' ' && CALLING.has(sheet.words[at - 1]?.folded ?? '')) ||
    (end === to &&
      end - at > 1 &&
      PLAYS.has(sheet.words[end]?.folded ?? '') &&
      !lore.common.has(sheet.words[end - 1]!.folded));
  const shape = shapeOf(sheet, sheet.words.slice(at, end), { lore, hasHonorific: isCalled });
  if (shape !== undefined) return [makeMention({ sheet, lore }, [at, end], { shape, honorific, role })];
  // "Typical Altman": an everyday word before a name.
  const isName = at + 2 === to && lore.surnames.has(sheet.words[at + 1]!.folded);
  return isName && lore.common.has(sheet.words[at]!.folded) ? cutRun(sheet, at + 1, to, lore) : [];
}
/** What stands behind these is somebody's name, be it made of everyday words. */
const PLAYS = new Set('as plays portrays stars'.split(' '));
const CALLING = new Set('named called by as starring plays played portrays'.split(' '));

const isSurname = (sheet: Sheet, at: number, lore: NameLore): boolean => {
  const { folded } = sheet.words[at]!;
  return lore.surnames.has(folded) || !(lore.given.has(folded) || lore.common.has(folded));
};

/** "Big Edie", "Little Joe": the adjective is part of the name. */
const isNickname = (sheet: Sheet, at: number, to: number, lore: NameLore): boolean =>
  at + 1 < to &&
  /^(?:big|little)$/.test(sheet.words[at]!.folded) &&
  lore.given.has(sheet.words[at + 1]!.folded);

const honorificAlone = (sheet: Sheet, from: number, to: number, lore: NameLore): readonly Mention[] => {
  // A run of words that are no names is no name, save a Korean family after an honorific: "Dr. Cha".
  const last = sheet.words[to - 1]!;
  return to - from === 2 &&
    lore.notNames.get(sheet.words[from]!.folded) === 'honorific' &&
    lore.families.has(last.folded) &&
    lore.notNames.get(last.folded) === undefined
    ? [makeMention({ sheet, lore }, [from, to], { shape: 'given', honorific: undefined, role: undefined })]
    : [];
};

/** A capital that makes no name here: a sentence's first word, or an everyday word that is no given name. */
function isOrdinary(sheet: Sheet, at: number, to: number, lore: NameLore): boolean {
  const word = sheet.words[at]!;
  const { folded } = word;
  // "Will Miriam ever learn?"
  if (folded === 'will' && word.gap === '.' && sheet.sentences[word.sentence]!.ending === '?') return true;
  if (/^i'|n't$|'(?:ll|re|ve|d)$/.test(folded)) return true;
  if (/\d/.test(word.form) || SHOUTED.test(word.form)) return true;
  if (folded === 'eve' && sheet.words[at - 1]?.folded === 'christmas') return true;
  // "an agent named Waters", "his robot Thunder", "Guard (played by …)".
  if (word.gap === ' ' && !lore.notNames.has(folded) && COMPANIONS.has(sheet.words[at - 1]?.folded ?? ''))
    return false;
  if (at + 1 === to && isPlayedBehind(sheet, word.end)) return false;
  const isStart = word.gap === '.' || word.gap === ';';
  const next = at + 1 < to ? sheet.words[at + 1]! : undefined;
  const nextIsName =
    next !== undefined &&
    !lore.notNames.has(next.folded) &&
    (!lore.common.has(next.folded) || next.gap === '-');
  if (lore.notNames.has(folded)) return !(nextIsName && lore.given.has(folded));
  if (word.form.length === 1) {
    if (folded === 'i' || folded === 'a')
      return !(next !== undefined && isKoreanNext(next, lore) && folded === 'i');
    return !nextIsName;
  }
  if (!lore.common.has(folded)) return false;
  if (nextIsName && (next.gap === '-' || lore.given.has(folded) || lore.families.has(folded))) return false;
  if (lore.families.has(folded) && next !== undefined && isKoreanNext(next, lore)) return false;
  if (isStart) return true;
  return !lore.given.has(folded) && !(nextIsName && lore.surnames.has(next.folded));
}

const COMPANIONS = new Set(
  'named nicknamed sidekick robot dog cat horse brother sister wife husband son daughter boyfriend girlfriend'.split(
    ' ',
  ),
);
const isPlayedBehind = (sheet: Sheet, end: number): boolean =>
  sheet.text[end + 1] === '(' &&
  /^ (?:\([\uac00-\ud7a3 ]{1,12}\) )?\(played by /.test(sheet.text.slice(end, end + 28));

const isKoreanNext = (next: Word, lore: NameLore): boolean =>
  !lore.common.has(next.folded) && countSyllables(next.folded, lore) > 0;

function shapeOf(
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
        !(i === 0 && /^(?:big|little)$/.test(part)) &&
        !(
          i > 0 &&
          i === bare.length - 1 &&
          lore.given.has(first) &&
          /^(?:white|park|little|west|north|church|banks?|street|moon|king|lord|star|castle)$/.test(part)
        ),
    )
  )
    return undefined;
  const isShouted = words.some(
    (word) =>
      word.form.length > 2 && !/^(?:\p{Lu}\.)+$/u.test(word.form) && word.form === word.form.toUpperCase(),
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

function makeMention(
  { sheet, lore }: { readonly sheet: Sheet; readonly lore: NameLore },
  [from, to]: readonly [number, number],
  { shape, honorific, role }: { shape: NameShape; honorific?: string | undefined; role?: string | undefined },
): Mention {
  const start = sheet.words[from]!.start;
  const end = sheet.words[to - 1]!.end;
  const before = sheet.text[start - 1] ?? '';
  const words = sheet.words.slice(from, to);
  const korean = shape === 'korean' ? koreanOf(words, lore) : undefined;
  return {
    from,
    to,
    start,
    end,
    name: sheet.text.slice(start, end).replace(/\s+/g, ' '),
    parts: words.map((word) => word.folded),
    shape,
    ...(korean ? { korean } : {}),
    ...(honorific ? { honorific } : {}),
    ...(honorific && to - from === 1 && sheet.words[from - 1]?.folded === honorific
      ? { titled: sheet.text.slice(sheet.words[from - 1]!.start, end) }
      : {}),
    ...(role ? { role } : {}),
    isQuoted: /["“‘'《]/.test(before),
  };
}
