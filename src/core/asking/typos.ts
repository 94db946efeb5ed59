// Slips of the finger in a question: a word that no list knows is read as the nearest one that asks for something.
// Names are left alone; they have their own, more patient look-up.
import type { Matcher } from '../reading/cues.ts';
import { wordsOf } from '../reading/word-paths.ts';
import type { Word } from '../text.ts';
import { numberOf } from '../word-forms.ts';
import { isStopWord } from './stop-words.ts';

/** All words of the cues, by first letter. */
export type Lexicon = {
  readonly all: ReadonlySet<string>;
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
};

const SHORTEST = 4;
const LIMIT_WORDS = 24;

export function createLexicon(matchers: readonly Matcher<unknown>[]): Lexicon {
  const all = new Set<string>();
  for (const matcher of matchers) for (const word of wordsOf(matcher.paths)) all.add(word);
  for (const word of ASKING) all.add(word);
  const byFirst = new Map<string, string[]>();
  for (const word of all) {
    if (word.length < SHORTEST) continue;
    const first = word[0]!;
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [word]);
    else list.push(word);
  }
  return { all, byFirst };
}
const ASKING =
  'like similar something nothing anything without series movie episodes episode season minutes hours with under less than after before starring another rather please looking'.split(
    ' ',
  );

/** The words with slips mended in `folded`; forms and places stay as they were typed. */
export function mendTypos(
  words: readonly Word[],
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
): readonly Word[] {
  let budget = LIMIT_WORDS;
  return words.map((word, i) => {
    const { folded } = word;
    if (folded.length < SHORTEST || budget <= 0 || lexicon.all.has(folded) || isStopWord(folded)) return word;
    if (!/^[a-z]+$/.test(folded) || isKnown(folded) || isNamePart(words, i)) return word;
    budget--;
    const mended = nearest(folded, lexicon);
    return mended === undefined ? word : { ...word, folded: mended, number: numberOf(mended) };
  });
}

/** A capital beside a capital: "Bong Joon-ho" is nobody's slip. */
const isNamePart = (words: readonly Word[], at: number): boolean =>
  isCapital(words[at]) && (isCapital(words[at - 1]) || isCapital(words[at + 1]));
const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.form);

function nearest(word: string, { byFirst }: Lexicon): string | undefined {
  const most = word.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const other of byFirst.get(word[0]!) ?? []) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const distance = slips(word, other, least);
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** Letters to add, drop, change or swap; gives up at `limit`. Words are short, so a small table is enough. */
function slips(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
      if (least < lowest) lowest = least;
    }
    if (lowest >= limit) return limit;
    before = above;
    above = row;
  }
  return above[b.length]!;
}
