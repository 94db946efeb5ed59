// Where names of people stand in the text: runs of capitals in the shape of a name, and Korean names in lower case.
// Knows the shape only; who is meant, and whether an actor or a character, is decided in cast.ts.
import type { Span, Word } from '../text.ts';
import { type KoreanName, koreanEnd, koreanOf, lowerKoreanEnd } from './korean-mentions.ts';
import { asKorean, countSyllables, type NameLore, nameLore } from './name-lore.ts';
import { isOrdinary, type NameShape, PARTICLES, SHOUTED, shapeOf } from './name-shapes.ts';
import { perSheet, type Sheet } from './sheet.ts';
import { isCapital, marksBefore, type TitleMark, titlesOf } from './titles.ts';

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
  readonly korean: KoreanName | undefined;
  readonly honorific: string | undefined;
  /** "Dr. Cha", where a lone name has its honorific right before it. */
  readonly titled: string | undefined;
  readonly role: string | undefined;
  readonly isQuoted: boolean;
};

const LONGEST_NAME = 7;
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
      // A Korean name may end behind the run, in lower case.
      at = Math.max(run, mentions.at(-1)?.to ?? 0);
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
    // Small letters go on with it only as "de", "van" or behind a hyphen: soon told, and so it most often ends.
    const isSmall = !isCapital(word) && word.gap !== '-';
    if (isSmall && !PARTICLES.has(word.folded)) break;
    const between = sheet.text.slice(last.end, Math.min(word.start, last.end + 6));
    const isInitial =
      last.form.length === 1 || /^(?:mr|mrs|ms|dr|prof|st|jr|sr|sgt|lt|col|capt|gen)$/.test(last.folded);
    const isJoined = /^(?: {1,2}|-|\n)$/.test(between) || (isInitial && /^\. ?$/.test(between));
    const isNickname =
      /^ ["“'‘]$/.test(between) || (/^["”'’] $/.test(between) && hasQuoteBetween(sheet, at, to));
    if (!isJoined && !(isNickname && isCapital(word) && to - at < 3)) break;
    const next = sheet.words[to + 1];
    if (isSmall && !(next?.gap === ' ' && isCapital(next))) break;
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

const hasQuoteBetween = (sheet: Sheet, from: number, to: number): boolean =>
  / ["“'‘]/.test(sheet.text.slice(sheet.words[from]!.end, sheet.words[to - 1]!.start));

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
  if (
    to - from === 2 &&
    isPart(sheet, from) &&
    /["“‘*]$/.test(marksBefore(sheet, from)) &&
    koreanEnd(sheet, from, to, lore) < to
  )
    return [makeMention({ sheet, lore }, [from, to], { shape: 'full' })];
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
  // "Robert M. Young" is whole.
  const isLast = (word: Word) =>
    lore.surnames.has(word.folded) || sheet.words[word.index - 1]!.form.length === 1;
  while (end - at > 2 && lore.common.has(sheet.words[end - 1]!.folded) && !isLast(sheet.words[end - 1]!))
    end--;
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
    (/^(?:mr|mrs|ms|miss|dr|sgt|lt|capt)$/.test(sheet.words[from]!.folded) ||
      (lore.families.has(last.folded) && lore.notNames.get(last.folded) === undefined))
    ? [makeMention({ sheet, lore }, [from, to], { shape: 'given', honorific: undefined, role: undefined })]
    : [];
};

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
    korean,
    honorific,
    titled:
      honorific !== undefined && to - from === 1 && sheet.words[from - 1]?.folded === honorific
        ? sheet.text.slice(sheet.words[from - 1]!.start, end)
        : undefined,
    role,
    isQuoted: before !== '' && '"“‘\'《'.includes(before),
  };
}
