// What two characters are to each other, and what becomes of it. Each shape of cue (see data/cues/ties.tsv) knows where
// its two parties stand; who they are is known from parties.ts.
import { cueList } from './cue-lists.ts';
import { createMatcher, type Match, matchAt, parseRows } from './cues.ts';
import type { Draft } from './finding.ts';
import { type Party, partiesOf } from './parties.ts';
import { findPairs, type Pair, type Shape, type Tie, type Where } from './relation-pairs.ts';
import { perReader, type Reader, type ReaderData, type Rule, type Sheet } from './sheet.ts';

const tiesOf = ({ cues }: ReaderData, shapes: readonly string[]) =>
  parseRows(cues.ties ?? '')
    .filter(({ cells: [shape] }) => shapes.includes(shape!))
    .flatMap(({ cells: [shape, relation, ...phrases] }) =>
      phrases.map((phrase) => [phrase, { shape: shape as Shape, relation: relation! }] as const),
    );
// A word may be of two shapes ("lovers"): the match then has a value for each.
const tieCues = cueList<Tie>((data) =>
  tiesOf(data, ['between', 'noun', 'nouns', 'verb', 'work', 'both', 'pair', 'main', 'second']),
);
const coupleCues = cueList<Tie>((data) => tiesOf(data, ['main', 'second', 'unnamed']));
const becomingCues = perReader((data) => createMatcher(tiesOf(data, ['becomes'])));

const LEAD_PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  main: ['male lead', 'female lead'],
  // Said of those whom a review leaves without names.
  unnamed: ['male lead', 'female lead'],
  second: ['second male lead', 'second female lead'],
};
const LONGEST_QUOTE = 280;

const relationRule: Rule = {
  name: 'relation-tie',
  find: (sheet, reader) => {
    const parties = partiesOf(sheet, reader);
    const drafts: Draft[] = [];
    // Nobody to tie: only "the main couple" can still be said.
    for (const match of (parties.length < 2 ? coupleCues : tieCues).of(sheet, reader)) {
      if (isDenied(sheet, match.from)) continue;
      for (const tie of match.values) drafts.push(...tied(sheet, reader, { match, tie, parties }));
    }
    return onePerPair(drafts);
  },
};

function tied(sheet: Sheet, reader: Reader, where: Where): readonly Draft[] {
  const { match, tie, parties } = where;
  const leads = LEAD_PAIRS[tie.shape];
  if (leads !== undefined) return [draft(sheet, { tie, between: leads, from: match.from, to: match.to })];
  if (parties.length < 2) return [];
  return findPairs(sheet, reader, where).map((pair) => draftPair(sheet, reader, { ...where, pair }));
}

function draftPair(
  sheet: Sheet,
  reader: Reader,
  { match, tie, pair: { a, b } }: Where & { readonly pair: Pair },
): Draft {
  const from = Math.min(near(a, match), near(b, match));
  const to = Math.max(match.to, a.from >= match.from ? a.to : 0, b.from >= match.from ? b.to : 0);
  const becomes = becoming(sheet, reader, { match, relation: tie.relation });
  return draft(sheet, { tie, between: [a.name, b.name], from, to, ...(becomes ? { becomes } : {}) });
}

/** A party in the same sentence before the cue is quoted with it. */
const near = (party: Party, match: Match<unknown>): number =>
  party.to <= match.from && match.from - party.from < 30 ? party.from : match.from;

function draft(
  sheet: Sheet,
  {
    tie,
    between,
    from,
    to,
    becomes,
  }: {
    readonly tie: Tie;
    readonly between: readonly [string, string];
    readonly from: number;
    readonly to: number;
    readonly becomes?: string;
  },
): Draft {
  let first = from;
  const sentence = sheet.words[to - 1]!.sentence;
  while (
    first < to - 1 &&
    (sheet.words[first]!.sentence !== sentence ||
      sheet.words[to - 1]!.end - sheet.words[first]!.start > LONGEST_QUOTE)
  )
    first++;
  return {
    kind: 'relation',
    between,
    relation: tie.relation,
    ...(becomes ? { becomes } : {}),
    spans: [{ start: sheet.words[first]!.start, end: sheet.words[to - 1]!.end }],
    confidence: tie.shape === 'noun' || tie.shape === 'between' ? 0.75 : 0.65,
    why: { rule: `relation-${tie.shape}`, scope: [] },
  };
}

const STRENGTH = ['love-interest', 'acquaintances', 'colleagues', 'couple', 'spouses'];
const KIN = new Set(['parent-child', 'siblings', 'family']);
/** A pair said to be in love, then a couple, then married is one relation: the strongest of these that is said. */
function onePerPair(drafts: readonly Draft[]): readonly Draft[] {
  const keyOf = (one: Draft) => (one.kind === 'relation' ? [...one.between].sort().join('|') : '');
  const best = new Map<string, number>();
  const outcomes = new Set<string>();
  const kin = new Set<string>();
  for (const one of drafts) {
    if (one.kind !== 'relation') continue;
    if (KIN.has(one.relation)) kin.add(keyOf(one));
    best.set(keyOf(one), Math.max(best.get(keyOf(one)) ?? -1, STRENGTH.indexOf(one.relation)));
    if (one.becomes !== undefined && one.becomes !== one.relation)
      outcomes.add(`${keyOf(one)}|${one.becomes}`);
  }
  return drafts.filter((one) => {
    if (one.kind !== 'relation') return true;
    // "a couple who broke up" says once that they did.
    if (outcomes.has(`${keyOf(one)}|${one.relation}`)) return false;
    const strength = STRENGTH.indexOf(one.relation);
    // "the relationship between mother and daughter" is no romance.
    if (strength >= 0 && kin.has(keyOf(one))) return false;
    return strength < 0 || strength >= 3 || strength === best.get(keyOf(one));
  });
}

const isDenied = (sheet: Sheet, at: number): boolean =>
  [1, 2].some((back) => {
    const word = sheet.words[at - back];
    return (
      word !== undefined &&
      word.sentence === sheet.words[at]!.sentence &&
      /^(?:no|not|never|without|n't|nor|isn't|don't|doesn't|didn't)$/.test(word.folded)
    );
  });

/** What is said behind it to come of it: "start off as frenemies, but they grow much closer". */
function becoming(
  sheet: Sheet,
  reader: Reader,
  { match, relation }: { readonly match: Match<unknown>; readonly relation: string },
): string | undefined {
  const sentence = sheet.words[match.from]!.sentence;
  for (let at = match.to; at < Math.min(match.to + 18, sheet.words.length); at++) {
    if (sheet.words[at]!.sentence !== sentence) break;
    // "hired by him to break up with her": nothing that happened.
    const isAim = /^(?:to|not|never|cannot)$/.test(sheet.words[at - 1]?.folded ?? '');
    const found = isAim ? undefined : matchAt(becomingCues(reader), sheet.words, at)?.values[0];
    if (
      found !== undefined &&
      found.relation !== relation &&
      !(relation === 'couple' && found.relation === 'friends')
    )
      return found.relation;
  }
  return undefined;
}

export const relationRules: readonly Rule[] = [relationRule];
