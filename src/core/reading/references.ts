// Other works that a review brings in: set apart, known by name, or behind words that a title follows; and whether this
// show is like them, better or worse. Leaves out this show, people, songs and words in quotes.
import { castOf, isCharacter, isPerson } from './cast.ts';
import { createMatcher, type Match, type Matcher, matchAt, parseRows } from './cues.ts';
import type { Draft, ReferenceAs } from './finding.ts';
import { nameLore } from './name-lore.ts';
import { ownTitleOf } from './own-title.ts';
import { namesOf } from './proper-names.ts';
import { perReader, type Reader, type ReaderData, type Rule, type Sheet } from './sheet.ts';
import { isCapital, marksBefore, titlesOf } from './titles.ts';

type Says = ReferenceAs | 'song' | 'word' | 'seen';
const referenceCues = perReader(({ cues }: ReaderData) => {
  const rows = parseRows(cues['reference-cues'] ?? '').map(({ cells: [says, side, ...phrases] }) => ({
    says: says as Says,
    side,
    phrases,
  }));
  const matcher = (side: string): Matcher<Says> =>
    createMatcher(
      rows
        .filter((row) => row.side === side)
        .flatMap((row) => row.phrases.map((phrase) => [phrase, row.says] as const)),
    );
  return { before: matcher('before'), after: matcher('after') };
});

const REACH = 9;
const COMPARES = ['better-than', 'worse-than', 'same-maker', 'compared'] as const;
type Candidate = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** How much the mark alone says that it is a work: 2 surely, 1 with no word against it, 0 with a cue only. */
  readonly trust: 0 | 1 | 2;
  readonly isQuoted?: boolean;
};

const otherWorks: Rule = {
  name: 'reference-work',
  find: (sheet, reader) => {
    const found = new Map<string, Draft>();
    for (const candidate of [...markedWorks(sheet, reader), ...runsBehindCues(sheet, reader)]) {
      const key = keyOf(candidate.text);
      const around = saysAround(sheet, reader, candidate);
      const isCompared = COMPARES.some((as) => around.has(as));
      if (candidate.trust < 2 && (around.has('song') || (around.has('word') && !isCompared))) continue;
      if (
        candidate.trust === 0 &&
        !COMPARES.some((as) => around.has(as)) &&
        !(candidate.isQuoted && around.has('mentioned'))
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

function markedWorks(sheet: Sheet, reader: Reader): readonly Candidate[] {
  const lore = nameLore(reader);
  const { figures, figureOf } = castOf(sheet, reader);
  const named = new Set<number>();
  for (const [mention, index] of figureOf)
    if (isPerson(figures[index]!) || isCharacter(figures[index]!))
      for (let at = mention.from; at < mention.to; at++) named.add(at);
  const guessed = sheet.about ?? ownTitleOf(sheet, reader)?.text;
  const own = guessed === undefined ? undefined : keyOf(guessed);
  return titlesOf(sheet, reader).flatMap((title): Candidate[] => {
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
    const isCommon = size === 1 && lore.common.has(sheet.words[from]!.folded);
    const isNobody = sheet.words
      .slice(from, to)
      .some((word) => /^(?:place|people|time)$/.test(lore.notNames.get(word.folded) ?? ''));
    const trust =
      sign === 'known'
        ? title.isWeak
          ? 0
          : 2
        : sign === 'italic' || sign === 'guillemet'
          ? isCommon
            ? 1
            : 2
          : sign === 'quote'
            ? isCommon ||
              (isNobody && size === 1) ||
              (size === 2 && lore.given.has(sheet.words[from]!.folded))
              ? sheet.words[from - 1]?.folded === "'s"
                ? 1
                : 0
              : 1
            : 0;
    // A title in quotes amid songs, or "by" somebody there, is a song.
    if (sign === 'quote' && trust < 2 && isMusic(sheet, from)) return [];
    if (sign === 'bold' && size > 5) return [];
    if (sign === 'guillemet' && /^[A-Z]{2,4}$/.test(title.text)) return [];
    if (sign === 'capitals' && title.isWeak && size > 3) return [];
    return [
      {
        from,
        to,
        text: title.text.replace(/\s+/g, ' '),
        trust,
        isQuoted: sign === 'quote' && !isCommon && size === 1,
      },
    ];
  });
}

const isMusic = (sheet: Sheet, at: number): boolean =>
  sheet.sentences[sheet.words[at]!.sentence]!.words.some((word) =>
    /^(?:song|songs|soundtrack|hits|tune|tunes|sing|sings|singing|sung|ost|ballad|album|theme)$/.test(
      word.folded,
    ),
  );

const isWithin = (short: string, long: string): boolean =>
  short.length > 2 && ` ${long} `.includes(` ${short} `);

const SEEN_IN =
  /^(?:better|great|good|amazing|loved|liked|brilliant|excellent|wonderful|terrific) (?:him |her )?in$/i;
const NOBODY = /^(?:place|people|time|role|honorific|genre)$/;
const LINKS = /^(?:of|the|and|a|an|in|to|for|on|at|with|'s|from|vs|my|de|la)$/;

/** "reminds me of Lord of the Rings", "better in snowdrop": a title that nothing but a cue sets apart. */
function runsBehindCues(sheet: Sheet, reader: Reader): readonly Candidate[] {
  const { before } = referenceCues(reader);
  const seen: Match<Says>[] = [];
  for (let at = 0; at + 1 < sheet.words.length; at++) {
    const match = matchAt(before, sheet.words, at);
    if (match?.values.includes('seen')) seen.push(match);
  }
  if (seen.length === 0) return [];
  const lore = nameLore(reader);
  const taken = wordsWithin(sheet, titlesOf(sheet, reader));
  const named = wordsWithin(sheet, namesOf(sheet, reader));
  const isShouted = (at: number) => /^[A-Z]{2,}$/.test(sheet.words[at]!.form);
  const found: Candidate[] = [];
  for (const match of seen) {
    let from = match.to;
    if (/^(?:the|a|my|that|this)$/.test(sheet.words[from]?.folded ?? '') && !isCapital(sheet.words[from]!))
      from++;
    const head = sheet.words[from];
    if (
      head === undefined ||
      head.sentence !== sheet.words[match.from]!.sentence ||
      taken[from] === 1 ||
      sheet.isTitle[from] === 1
    )
      continue;
    if (isCapital(head) && !/^(?:I|I'm|\d+)$/.test(head.form) && !isShouted(from)) {
      let to = from + 1;
      while (to < Math.min(from + 8, sheet.words.length)) {
        const word = sheet.words[to]!;
        if (word.sentence !== head.sentence || word.gap === ',' || word.gap === ';' || taken[to] === 1) break;
        if (!isCapital(word) && !LINKS.test(word.folded) && word.gap !== '-') break;
        if (word.folded === 'and' || /^I(?:'|$)/.test(word.form)) break;
        to++;
      }
      while (to > from && LINKS.test(sheet.words[to - 1]!.folded)) to--;
      const words = sheet.words.slice(from, to);
      const capitals = words.filter((word) => isCapital(word));
      const isName = words.some((_, i) => named[from + i] === 1);
      const hasCommon = capitals.some((word) => lore.common.has(word.folded) && !lore.given.has(word.folded));
      const isPlace = capitals.some((word) => NOBODY.test(lore.notNames.get(word.folded) ?? ''));
      if (
        capitals.length >= 2 &&
        hasCommon &&
        (!isPlace || words.length > 4) &&
        (!isName || words.length > 3)
      )
        found.push({ from, to, text: textOf(sheet, from, to), trust: 1 });
    } else if (SEEN_IN.test(textOf(sheet, match.from, match.to))) {
      const isStrange =
        !lore.common.has(head.folded) && /^[a-z]{5,}$/.test(head.form) && !lore.notNames.has(head.folded);
      const ends = /^[).,!?]/.test(sheet.text.slice(head.end, head.end + 1)) || head.end >= sheet.text.length;
      if (isStrange && ends) found.push({ from, to: from + 1, text: head.form, trust: 1 });
    }
  }
  return found;
}

/** 1 for each word of the sheet that one of these covers. */
function wordsWithin(
  sheet: Sheet,
  all: readonly { readonly from: number; readonly to: number }[],
): Uint8Array {
  const within = new Uint8Array(sheet.words.length);
  for (const { from, to } of all) within.fill(1, from, to);
  return within;
}
const textOf = (sheet: Sheet, from: number, to: number): string =>
  sheet.text.slice(sheet.words[from]!.start, sheet.words[to - 1]!.end).replace(/\s+/g, ' ');

/** What the cues in reach say, nearest first; only those in the same sentence. */
function saysAround(sheet: Sheet, reader: Reader, { from, to }: Candidate): ReadonlySet<Says> {
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
