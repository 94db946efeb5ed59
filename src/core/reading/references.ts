// Other works that a review brings in: set apart, known by name, or behind words that a title follows; and whether this
// show is like them, better or worse. Leaves out this show, people, songs and words in quotes.
import { type BareTitle, bareTitles } from './bare-titles.ts';
import { castOf, isCharacter, isPerson } from './cast.ts';
import { matchAt } from './cues.ts';
import type { Draft, ReferenceAs } from './finding.ts';
import { type NameLore, nameLore } from './name-lore.ts';
import { ownTitleOf } from './own-title.ts';
import { referenceCues, type Says } from './reference-cues.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';
import { isCapital, marksBefore, type TitleMark, titlesOf } from './titles.ts';

const REACH = 9;
const COMPARES = ['better-than', 'worse-than', 'same-maker', 'compared'] as const;
const otherWorks: Rule = {
  name: 'reference-work',
  find: (sheet, reader) => {
    const found = new Map<string, Draft>();
    for (const candidate of [...markedWorks(sheet, reader), ...bareTitles(sheet, reader)]) {
      const key = keyOf(candidate.text);
      const around = saysAround(sheet, reader, candidate);
      const isCompared = COMPARES.some((as) => around.has(as));
      if (candidate.trust < 2 && (around.has('song') || (around.has('word') && !isCompared))) continue;
      if (
        candidate.trust === 0 &&
        !isCompared &&
        !around.has('work') &&
        !(candidate.isLoose && around.has('mentioned'))
      )
        continue;
      if (found.has(key) || key === '') continue;
      const start = sheet.words[candidate.from]!.start;
      found.set(key, {
        kind: 'reference',
        title: candidate.text,
        as: stanceOf(around),
        spans: [{ start, end: sheet.words[candidate.to - 1]!.end }],
        confidence: 0.5 + 0.2 * candidate.trust,
        why: { rule: 'reference-work', scope: [...around] },
      });
    }
    return [...found.values()];
  },
};

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:the|a) /, '')
    .trim();

function markedWorks(sheet: Sheet, reader: Reader): readonly BareTitle[] {
  const lore = nameLore(reader);
  const { figures, figureOf } = castOf(sheet, reader);
  const named = new Set<number>();
  for (const [mention, index] of figureOf)
    if (isPerson(figures[index]!) || isCharacter(figures[index]!))
      for (let at = mention.from; at < mention.to; at++) named.add(at);
  const guessed = sheet.about ?? ownTitleOf(sheet, reader)?.text;
  const own = guessed === undefined ? undefined : keyOf(guessed);
  const titles = titlesOf(sheet, reader);
  const style = styleOf(titles, named);
  return titles.flatMap((title): BareTitle[] => {
    const { from, to, sign } = title;
    const key = keyOf(title.text);
    for (let at = from; at < to; at++) if (sheet.isTitle[at] === 1) return [];
    if (own !== undefined && (key === own || isWithin(key, own) || isWithin(own, key))) return [];
    if (named.has(from) && sign !== 'known') return [];
    const sentence = sheet.sentences[sheet.words[from]!.sentence]!;
    if (
      sentence.isHeading ||
      /wikipedia|licen[cs]e|creative commons/i.test(
        sheet.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)),
      )
    )
      return [];
    const size = to - from;
    // A title in quotes amid songs, or "by" somebody there, is a song.
    if (sign === 'quote' && isMusic(sheet, from)) return [];
    if (sign === 'bold' && size > 5) return [];
    if (sign === 'guillemet' && /^[A-Z]{2,4}$/.test(title.text)) return [];
    if (sign === 'capitals' && title.isWeak && size > 3 && !style.hasCapitals) return [];
    if (/^top \d/i.test(title.text) || isNickname(sheet, title)) return [];
    const trust = trustOf(sheet, title, { lore, style });
    return [
      { from, to, text: title.text.replace(/\s+/g, ' '), trust, isLoose: isLoose(sheet, title, style) },
    ];
  });
}

/** How this review sets titles apart: in capitals; in italics that it also gives to names. */
type Style = { readonly hasCapitals: boolean; readonly isItalicLoose: boolean };
const MANY = 6;
function styleOf(titles: readonly TitleMark[], named: ReadonlySet<number>): Style {
  const texts = (of: (title: TitleMark) => boolean) =>
    new Set(titles.filter((title) => of(title) && !named.has(title.from)).map(({ text }) => text)).size;
  return {
    hasCapitals:
      texts(({ text, isWeak, from, to }) => !isWeak && to - from > 1 && text === text.toUpperCase()) > 1,
    isItalicLoose: texts(({ sign }) => sign === 'italic' || sign === 'bold') > MANY,
  };
}

type Ground = { readonly lore: NameLore; readonly style: Style };
function trustOf(
  sheet: Sheet,
  { from, to, sign, isWeak, text }: TitleMark,
  { lore, style }: Ground,
): 0 | 1 | 2 {
  const size = to - from;
  const first = sheet.words[from]!.folded;
  const isCommon = size === 1 && lore.common.has(first);
  const isPerson = size === 2 && lore.given.has(first);
  switch (sign) {
    case 'known':
      return isWeak ? 0 : 2;
    case 'italic':
      return style.isItalicLoose ? (size > 2 && size < 5 ? 1 : 0) : isCommon ? 1 : 2;
    case 'guillemet':
      return isCommon ? 1 : 2;
    case 'quote': {
      const isNobody = size === 1 && /^(?:place|people|time)$/.test(lore.notNames.get(first) ?? '');
      if (hasYearBehind(sheet, to)) return 2;
      if (isWeak || /^\P{Ll}+$/u.test(text)) return 0;
      return isCommon || isNobody || isPerson ? (sheet.words[from - 1]?.folded === "'s" ? 1 : 0) : 1;
    }
    case 'capitals':
      return style.hasCapitals && !isWeak && size > 1 && !isPerson ? 1 : 0;
    default:
      return 0;
  }
}

const hasYearBehind = (sheet: Sheet, to: number): boolean =>
  /^["”'’*_》)]{0,4} ?\((?:19|20)\d\d\)/.test(
    sheet.text.slice(sheet.words[to - 1]!.end, sheet.words[to - 1]!.end + 12),
  );

/** Enough where a role, a remake or the like is spoken of. */
const isLoose = (sheet: Sheet, { from, to, sign, isWeak }: TitleMark, { hasCapitals }: Style): boolean =>
  (sign === 'quote' && !isWeak && to - from === 1) ||
  (sign === 'capitals' && hasCapitals && (to - from > 1 || sheet.words[from]!.form.length > 3));

/** Lim Yoon Ah, or "Yoona": another name of somebody. */
const isNickname = (sheet: Sheet, { from, to, sign }: TitleMark): boolean => {
  const [before, other] = [sheet.words[from - 1], sheet.words[from - 2]];
  return (
    sign === 'quote' &&
    to - from === 1 &&
    /^(?:or|aka|called|nicknamed)$/.test(before?.folded ?? '') &&
    other !== undefined &&
    isCapital(other)
  );
};

const isMusic = (sheet: Sheet, at: number): boolean =>
  sheet.sentences[sheet.words[at]!.sentence]!.words.some((word) =>
    /^(?:song|songs|soundtrack|hits|tune|tunes|sing|sings|singing|sung|ost|ballad|album|theme)$/.test(
      word.folded,
    ),
  );

const isWithin = (short: string, long: string): boolean =>
  short.length > 2 && ` ${long} `.includes(` ${short} `);

/** What the cues in reach say, nearest first; only those in the same sentence. */
function saysAround(sheet: Sheet, reader: Reader, { from, to }: BareTitle): ReadonlySet<Says> {
  const { before, after } = referenceCues(reader);
  const sentence = sheet.words[from]!.sentence;
  const says = new Set<Says>();
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (sheet.words[at]!.sentence !== sentence) break;
    const match = matchAt(before, sheet.words, at);
    if (match === undefined || match.to > from) continue;
    const isNear =
      match.to === from ||
      (match.to === from - 1 && /^(?:the|a|an|his|her|their)$/.test(sheet.words[match.to]!.folded));
    for (const value of match.values) {
      const needsNear =
        value === 'word' || value === 'song' || value === 'mentioned' || match.to - match.from === 1;
      // "such as A, B": what is said before the first of a list of titles holds for the next too.
      if (isNear || (!needsNear && from - match.to <= 6)) says.add(value);
    }
  }
  for (let at = to; at < Math.min(to + 8, sheet.words.length); at++) {
    if (sheet.words[at]!.sentence !== sentence) break;
    const match = matchAt(after, sheet.words, at);
    if (match === undefined) continue;
    const isNear = at - to <= 0 || (at - to <= 3 && match.to - match.from > 1);
    for (const value of match.values)
      if (isNear || (value === 'better-than' && match.to - match.from > 1)) says.add(value);
  }
  if (/[(]/.test(marksBefore(sheet, from))) says.delete('word');
  return says;
}

function stanceOf(says: ReadonlySet<Says>): ReferenceAs {
  return COMPARES.find((as) => says.has(as)) ?? 'mentioned';
}

export const referenceRules: readonly Rule[] = [otherWorks];
