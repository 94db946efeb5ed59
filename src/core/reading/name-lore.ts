// What the reader knows of names as such: given names, surnames, Korean families and syllables, and which words are
// no names. Lists come from data/cues; knows no text and no person.
import type { Word } from '../text.ts';
import { countNumbers, fold as foldForm, giveNumber } from '../word-forms.ts';
import { parseRows } from './cues.ts';
import { perReader, type ReaderData } from './sheet.ts';

export type Gender = 'male' | 'female';
export type NameLore = {
  /** Folded words that are written in lower case as a rule. */
  readonly common: ReadonlySet<string>;
  readonly given: ReadonlyMap<string, Gender | undefined>;
  readonly surnames: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly syllables: ReadonlySet<string>;
  /** One word, folded, under which a Korean player is known. */
  readonly stageNames: ReadonlySet<string>;
  /** Folded word → its sort: time, people, place, body, honorific, role. */
  readonly notNames: ReadonlyMap<string, string>;
  /** Folded short form → the names it may stand for. */
  readonly longForms: ReadonlyMap<string, readonly string[]>;
  /** What countSyllables found before: names come again and again. */
  readonly counted: Map<string, number>;
  /** By the number of a word: COMMON, GIVEN and FAMILY, and SYLLABLES times one more than it has, once they are counted. */
  readonly marks: Uint8Array;
};
const COMMON = 1;
const GIVEN = 2;
const FAMILY = 4;
const SYLLABLES = 8;

export const nameLore = perReader(({ cues }: ReaderData): NameLore => {
  const rows = (name: string) => parseRows(cues[name] ?? '').map((row) => row.cells);
  const korean = rows('korean-names');
  const stageNames = korean.filter(([sort]) => sort === 'stage').flatMap(([, ...words]) => words.map(fold));
  const notNames = new Map<string, string>();
  for (const [sort, ...words] of rows('not-names')) for (const word of words) notNames.set(fold(word), sort!);
  const longForms = new Map<string, string[]>();
  for (const [name, ...shorts] of rows('nicknames'))
    for (const short of shorts) longForms.set(short, [...(longForms.get(short) ?? []), name!]);
  const common = new Set(rows('common-words').flat());
  const given = new Map<string, Gender | undefined>(
    rows('given-names').map(([name, gender]) => [
      fold(name!),
      gender === 'male' || gender === 'female' ? gender : undefined,
    ]),
  );
  const families = new Set(korean.filter(([sort]) => sort === 'family').flatMap(([, ...words]) => words));
  return {
    common,
    given,
    surnames: new Set(rows('surnames').map(([name]) => fold(name!))),
    families,
    syllables: new Set(korean.filter(([sort]) => sort === 'syllable').flatMap(([, ...words]) => words)),
    stageNames: new Set(stageNames),
    notNames,
    longForms,
    counted: new Map(),
    marks: markWords([
      [common, COMMON],
      [given.keys(), GIVEN],
      [families, FAMILY],
    ]),
  };
});

function markWords(sorts: readonly (readonly [words: Iterable<string>, mark: number])[]): Uint8Array {
  // What no text folds to ("sooo") gets no number: a text that has it would be told to mean it.
  const numbered = sorts.map(
    ([words, mark]) => [[...words].filter((word) => foldForm(word) === word).map(giveNumber), mark] as const,
  );
  const marks = new Uint8Array(countNumbers());
  for (const [numbers, mark] of numbered) for (const number of numbers) marks[number]! |= mark;
  return marks;
}

/** Whether a word of a text is in `common`, `given` or `families`: told by its number, for what asks at every capital. */
export const isCommon = ({ number }: Word, { marks }: NameLore): boolean => (marks[number]! & COMMON) !== 0;
export const isGiven = ({ number }: Word, { marks }: NameLore): boolean => (marks[number]! & GIVEN) !== 0;
export const isFamily = ({ number }: Word, { marks }: NameLore): boolean => (marks[number]! & FAMILY) !== 0;

/** countSyllables of a word of a text. */
export function syllablesOf({ number, folded }: Word, lore: NameLore): number {
  if (number === 0 || number >= lore.marks.length) return countSyllables(folded, lore);
  const known = (lore.marks[number]! / SYLLABLES) | 0;
  if (known > 0) return known - 1;
  const count = countSyllables(folded, lore);
  lore.marks[number]! += (count + 1) * SYLLABLES;
  return count;
}

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const LIMIT_COUNTED = 2_000;
/** How many Korean syllables (1 to 3) a folded word is made of; 0 when it is not made of them. */
export function countSyllables(word: string, lore: NameLore): number {
  if (word.length > 18 || word.length === 0) return 0;
  // "Eun-o", "Rin-i": a vowel may be a syllable where it stands alone.
  if (word.length === 1) return /[aeiou]/.test(word) ? 1 : 0;
  let count = lore.counted.get(word);
  if (count === undefined) {
    count = cutSyllables(word, lore);
    if (lore.counted.size > LIMIT_COUNTED) lore.counted.clear();
    lore.counted.set(word, count);
  }
  return count;
}

function cutSyllables(word: string, lore: NameLore): number {
  // fewest[i]: the fewest syllables that make the first i letters.
  const fewest: number[] = [0];
  for (let end = 1; end <= word.length; end++) {
    let best = 0;
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const before = fewest[start]!;
      if ((start > 0 && before === 0) || !lore.syllables.has(word.slice(start, end))) continue;
      if (best === 0 || before + 1 < best) best = before + 1;
    }
    fewest.push(best);
  }
  const count = fewest[word.length]!;
  return count <= 3 ? count : 0;
}

/**
 * Folded parts of a name (cut at spaces and hyphens) as a Korean name: family and given name in either order, or a
 * given name alone. Undefined when they are not shaped so.
 */
export function asKorean(
  parts: readonly string[],
  lore: NameLore,
): { readonly family?: string; readonly given: string } | undefined {
  if (parts.length === 0 || parts.length > 4) return undefined;
  const counts = parts.map((part) => countSyllables(part, lore));
  const sum = (from: number, to: number) =>
    counts.slice(from, to).every((count) => count > 0)
      ? counts.slice(from, to).reduce((a, b) => a + b, 0)
      : 0;
  const last = parts.length - 1;
  if (last >= 1 && lore.families.has(parts[0]!)) {
    const size = sum(1, parts.length);
    if (size === 2 || (size === 1 && parts.length === 2) || (size === 3 && parts.length === 2))
      return { family: parts[0]!, given: parts.slice(1).join('') };
  }
  if (last >= 1 && lore.families.has(parts[last]!)) {
    const size = sum(0, last);
    if (size === 2) return { family: parts[last]!, given: parts.slice(0, last).join('') };
  }
  return sum(0, parts.length) === 2 ? { given: parts.join('') } : undefined;
}

/**
 * Names that sound alike in Latin letters: "YoonA" and "Yoon Ah", "Ji-seong" and "Ji Sung", "Man-wol" and "Man Weol".
 * Not how they are said: only what the usual romanisations of one name have in common.
 */
export const glueKorean = (name: string): string =>
  name
    .replace(/([aeiou])h$/, '$1')
    .replace(/weo|wo/g, 'wu')
    .replace(/eo|oo|ou/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/j/g, 'ch')
    .replace(/[gbd]/g, (letter) => ({ g: 'k', b: 'p', d: 't' })[letter]!);
