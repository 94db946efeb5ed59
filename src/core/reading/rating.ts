// Ratings as the writer gave them: "9.0 out of 10", "8/10", "9.5 stars out of 10", "four stars", ★★★★☆.
// Nothing is computed from the prose.
import type { Rating } from '../review.ts';
import type { Sentence, Span, Word } from '../text.ts';
import { wordList } from './cue-lists.ts';
import { numeralsOf, type Reader, type Sheet } from './sheet.ts';

/** `hasScale`: "9 out of 10" names its scale, "four stars" does not. */
export type Given = { readonly rating: Rating; readonly span: Span; readonly hasScale: boolean };

const NAMES = 'zero one two three four five six seven eight nine ten';
const NUMBERS = new Map(NAMES.split(' ').map((name, value) => [name, value]));
const numberCues = wordList(NAMES);
const SCALES = new Set([4, 5, 6, 10, 20, 100]);
const STARS = new Set(['star', 'stars']);

const numberOf = (folded: string | undefined): number | undefined => {
  if (folded === undefined) return undefined;
  const first = folded.charCodeAt(0);
  if (first < 48 || first > 57) return NUMBERS.get(folded);
  if (/^\d{1,3}(?:[.,]\d{1,2})?$/.test(folded)) return Number(folded.replace(',', '.'));
  return undefined;
};

/** The last rating that the review gives for the whole; a scale must be named, or stars. */
export function findRating(sheet: Sheet, reader: Reader): Given | undefined {
  let given: Given | undefined;
  const isNumbered = new Set<number>();
  for (const { from } of numberCues.of(sheet, reader)) isNumbered.add(sheet.words[from]!.sentence);
  for (const at of numeralsOf(sheet, reader)) isNumbered.add(sheet.words[at]!.sentence);
  for (const sentence of sheet.sentences)
    if (isNumbered.has(sentence.index)) given = later(given, ratingIn(sheet.text, sentence));
  return given ?? drawnStars(sheet.text);
}

/** The later of two, but stars alone do not replace a rating with its scale. */
const later = (before: Given | undefined, after: Given | undefined): Given | undefined =>
  after === undefined || (before?.hasScale && !after.hasScale) ? before : after;

function ratingIn(text: string, { words }: Sentence): Given | undefined {
  let given: Given | undefined;
  for (let at = 0; at < words.length; at++) {
    let value = numberOf(words[at]!.folded);
    if (value === undefined) continue;
    let next = at + 1;
    if (
      words[next]?.folded === 'and' &&
      words[next + 1]?.folded === 'a' &&
      words[next + 2]?.folded === 'half'
    ) {
      value += 0.5;
      next += 3;
    }
    const hasStars = STARS.has(words[next]?.folded ?? '');
    if (hasStars) next++;
    const end = words[next - 1]!.end;
    const isOutOf = words[next]?.folded === 'out' && words[next + 1]?.folded === 'of';
    const isSlash = words[next] !== undefined && /^\s?\/\s?$/.test(text.slice(end, words[next]!.start));
    const scale = isOutOf
      ? numberOf(words[next + 2]?.folded)
      : isSlash
        ? numberOf(words[next]!.folded)
        : undefined;
    const last = isOutOf ? words[next + 2] : words[next];
    if (scale !== undefined && last !== undefined) {
      // 24/7 and 9/11 are no ratings, nor is the date 5/10/1998.
      const isPartOf = /^(?:of|way|hour|hours|inch|century)$/.test(
        words[next + 1 + (isOutOf ? 2 : 0)]?.folded ?? '',
      );
      if (isPartOf && scale < 5) continue;
      if (!SCALES.has(scale) || value > scale || text[last.end] === '/' || text[words[at]!.start - 1] === '/')
        continue;
      given = {
        rating: { value, outOf: scale },
        span: { start: words[at]!.start, end: last.end },
        hasScale: true,
      };
      at = next + (isOutOf ? 2 : 0);
      continue;
    }
    if (!hasStars && isBareRating(words, at, value))
      given = later(given, {
        rating: { value, outOf: 10 },
        span: { start: words[Math.max(0, at - 1)]!.start, end: words[at]!.end },
        hasScale: false,
      });
    if (hasStars && value <= 10 && !isOfPeople(words.slice(next, next + 2).map((word) => word.folded)))
      given = later(given, {
        rating: { value, outOf: value > 5 ? 10 : 5 },
        span: { start: words[at]!.start, end },
        hasScale: false,
      });
  }
  return given;
}

/** "I give it a 7", "rating: 9": out of ten where it is more than five; below that nobody knows. */
function isBareRating(words: readonly Word[], at: number, value: number): boolean {
  if (value <= 5 || value > 10) return false;
  const next = words[at + 1];
  const isLast =
    next === undefined || /^[,;.]$/.test(next.gap) || /^(?:for|because|just|only|but|and)$/.test(next.folded);
  const before = words.slice(Math.max(0, at - 4), at).map((word) => word.folded);
  return (
    isLast &&
    /^(?:a|an|it|this|rating|score|overall|solid|strong)$/.test(before.at(-1) ?? '') &&
    before.some((word) => /^(?:rate|rated|rating|score|give|gave|giving|grade)$/.test(word))
  );
}

/** "two stars who", "three stars of the film" are people. */
const isOfPeople = (next: readonly string[]): boolean =>
  /^(?:who|of|are|in|were|play|and)$/.test(next[0] ?? '');

function drawnStars(text: string): Given | undefined {
  const match = /[★⭐]{1,10}[☆✩]{0,9}½?/u.exec(text);
  if (match === null) return undefined;
  const full = [...match[0]].filter((char) => char === '★' || char === '⭐').length;
  const value = full + (match[0].endsWith('½') ? 0.5 : 0);
  const drawn = [...match[0]].filter((char) => char !== '½').length;
  return {
    rating: { value, outOf: drawn > 5 ? 10 : 5 },
    span: { start: match.index, end: match.index + match[0].length },
    hasScale: false,
  };
}
