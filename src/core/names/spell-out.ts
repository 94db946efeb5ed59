// How well Latin letters spell a Hangul name: the cheapest way to write its syllables, part by part, as those letters.
// A weighted edit distance over a lattice of spellings; time is parts × letters × ways, with both lengths bounded.
import { FAMILY_SPELLINGS } from './families.ts';
import { takeApart } from './hangul.ts';
import { ENDING_SPELLINGS, INITIAL_SPELLINGS, SHI, type Spelling, vowelSpellings } from './spellings.ts';

const LONGEST = 60;
const FAR = 1e6;
const COST_EXTRA_LETTER = 0.9;
const COST_LEFT_OUT = 1;
const COST_WRONG_LETTER = 1.1;
const COST_INITIAL_ONLY = 0.8;
const COST_FAMILY_SPELLING = 0.02;

type Part = { readonly ways: readonly Spelling[]; readonly leftOut: number };
export type Spelled = readonly {
  readonly parts: readonly Part[];
  /** The initial alone ("D. H. Lee"). */
  readonly initials: readonly string[];
  /** Spellings of the whole syllable as a family name; only the first syllable has any. */
  readonly family: readonly string[];
}[];

const SILENT = 'ㅇ';
const partsOf = (unit: number): readonly Part[] | undefined => {
  const syllable = takeApart(unit);
  if (syllable === undefined) return undefined;
  const { initial, vowel, ending } = syllable;
  const softens = initial === 'ㅅ' && (vowel === 'ㅣ' || vowel === 'ㅟ');
  const starts = softens ? SHI : (INITIAL_SPELLINGS[initial] ?? []);
  return [
    { ways: starts.map(([latin, cost]) => [latin.trim(), cost] as const), leftOut: COST_LEFT_OUT },
    { ways: vowelSpellings(vowel, ending, initial === SILENT), leftOut: COST_LEFT_OUT },
    {
      ways: ENDING_SPELLINGS[ending].map(([latin, cost]) => [latin.trim(), cost] as const),
      leftOut: COST_LEFT_OUT,
    },
  ];
};

/** Every syllable of a name with its spellings; letters that are no Hangul stand for themselves. */
export function spellOut(hangul: string): Spelled {
  const family = familyIn(hangul);
  return [...hangul.slice(0, LONGEST)].map((letter, i) => {
    const parts = partsOf(letter.codePointAt(0) ?? 0);
    return {
      parts: parts ?? [{ ways: [[letter, 0]], leftOut: COST_LEFT_OUT }],
      initials:
        parts?.[0]?.ways
          .slice(0, 2)
          .map(([latin]) => latin)
          .filter((latin) => latin !== '') ?? [],
      family: i === 0 && family.length === 1 ? (FAMILY_SPELLINGS.get(family) ?? []) : [],
    };
  });
}

/** The family name that a Hangul name begins with: two syllables where four or more stand, else one, else none. */
export function familyIn(hangul: string): string {
  const two = hangul.slice(0, 2);
  if (hangul.length >= 3 && two.length === 2 && FAMILY_SPELLINGS.has(two)) return two;
  return hangul.length >= 2 && FAMILY_SPELLINGS.has(hangul[0]!) ? hangul[0]! : '';
}

/** Cost of writing the name as these letters (squeezed and folded); 0 is as everybody would, 1 about one wrong letter. */
export function spellingCost(spelled: Spelled, latin: string): number {
  const length = Math.min(latin.length, LONGEST);
  let at = new Float64Array(length + 1).fill(FAR);
  at[0] = 0;
  spread(at);
  for (const { parts, initials, family } of spelled) {
    const start = at;
    for (const part of parts) at = step(at, part, latin);
    const relax = (spelling: string, cost: number): void => {
      for (let i = 0; i + spelling.length <= length; i++)
        if (start[i]! < FAR && latin.startsWith(spelling, i))
          at[i + spelling.length] = Math.min(at[i + spelling.length]!, start[i]! + cost);
    };
    for (const spelling of family) relax(spelling, COST_FAMILY_SPELLING);
    for (const initial of initials) relax(initial, COST_INITIAL_ONLY);
  }
  return at[length]!;
}

function step(from: Float64Array, part: Part, latin: string): Float64Array<ArrayBuffer> {
  const length = from.length - 1;
  const to = new Float64Array(length + 1).fill(FAR);
  for (let i = 0; i <= length; i++) {
    const cost = from[i]!;
    if (cost >= FAR) continue;
    if (cost + part.leftOut < to[i]!) to[i] = cost + part.leftOut;
    if (i < length && cost + COST_WRONG_LETTER < to[i + 1]!) to[i + 1] = cost + COST_WRONG_LETTER;
    for (const [spelling, extra] of part.ways) {
      const end = i + spelling.length;
      if (end <= length && cost + extra < to[end]! && latin.startsWith(spelling, i)) to[end] = cost + extra;
    }
  }
  spread(to);
  return to;
}

function spread(costs: Float64Array): void {
  for (let i = 1; i < costs.length; i++)
    if (costs[i - 1]! + COST_EXTRA_LETTER < costs[i]!) costs[i] = costs[i - 1]! + COST_EXTRA_LETTER;
}
