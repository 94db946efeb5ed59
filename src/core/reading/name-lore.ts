// What the reader knows of names as such: given names, surnames, Korean families and syllables, and which words are
// no names. Lists come from data/cues; knows no text and no person.
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
};

export const nameLore = perReader(({ cues }: ReaderData): NameLore => {
  const rows = (name: string) => parseRows(cues[name] ?? '').map((row) => row.cells);
  const korean = rows('korean-names');
  const stageNames = korean.filter(([sort]) => sort === 'stage').flatMap(([, ...words]) => words.map(fold));
  const notNames = new Map<string, string>();
  for (const [sort, ...words] of rows('not-names')) for (const word of words) notNames.set(fold(word), sort!);
  const longForms = new Map<string, string[]>();
  for (const [name, ...shorts] of rows('nicknames'))
    for (const short of shorts) longForms.set(short, [...(longForms.get(short) ?? []), name!]);
  return {
    common: new Set(rows('common-words').flat()),
    given: new Map(
      rows('given-names').map(([name, gender]) => [
        fold(name!),
        gender === 'male' || gender === 'female' ? gender : undefined,
      ]),
    ),
    surnames: new Set(rows('surnames').map(([name]) => fold(name!))),
    families: new Set(korean.filter(([sort]) => sort === 'family').flatMap(([, ...words]) => words)),
    syllables: new Set(korean.filter(([sort]) => sort === 'syllable').flatMap(([, ...words]) => words)),
    stageNames: new Set(stageNames),
    notNames,
    longForms,
    counted: new Map(),
  };
});

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const LIMIT_COUNTED = 20_000;
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
