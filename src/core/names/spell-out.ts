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

// Three rows of costs, used again for every comparison: this runs a hundred times per look-up.
const rows = [0, 1, 2].map(() => new Float64Array(LONGEST + 1)) as [Float64Array, Float64Array, Float64Array];

/**
 * Cost of writing the name as these letters (squeezed and folded); 0 is as everybody would, 1 about one wrong letter.
 * What costs more than `bound` is not looked into; it comes out as very much.
 */
export function spellingCost(spelled: Spelled, latin: string, bound: number): number {
  const length = Math.min(latin.length, LONGEST);
  let [at, next] = rows;
  const start = rows[2];
  at.fill(FAR);
  at[0] = 0;
  spread(at, length);
  for (const { parts, initials, family } of spelled) {
    start.set(at);
    for (const part of parts) {
      step(at, next, { part, latin, length, bound });
      [at, next] = [next, at];
    }
    for (const spelling of family) relax(start, at, { spelling, latin, length, cost: COST_FAMILY_SPELLING });
    for (const spelling of initials) relax(start, at, { spelling, latin, length, cost: COST_INITIAL_ONLY });
    if (!within(at, length, bound)) return FAR;
  }
  return at[length]!;
}

type Step = { readonly part: Part; readonly latin: string; readonly length: number; readonly bound: number };
function step(from: Float64Array, to: Float64Array, { part, latin, length, bound }: Step): void {
  to.fill(FAR);
  for (let i = 0; i <= length; i++) {
    const cost = from[i]!;
    if (cost > bound) continue;
    if (cost + part.leftOut < to[i]!) to[i] = cost + part.leftOut;
    if (i < length && cost + COST_WRONG_LETTER < to[i + 1]!) to[i + 1] = cost + COST_WRONG_LETTER;
    for (const [spelling, extra] of part.ways) {
      const end = i + spelling.length;
      if (end <= length && cost + extra < to[end]! && latin.startsWith(spelling, i)) to[end] = cost + extra;
    }
  }
  spread(to, length);
}

type Relax = {
  readonly spelling: string;
  readonly latin: string;
  readonly length: number;
  readonly cost: number;
};
/** The whole syllable written at once, as a family name or as an initial. */
function relax(from: Float64Array, to: Float64Array, { spelling, latin, length, cost }: Relax): void {
  for (let i = 0; i + spelling.length <= length; i++)
    if (from[i]! + cost < to[i + spelling.length]! && latin.startsWith(spelling, i))
      to[i + spelling.length] = from[i]! + cost;
}

/** A letter that spells nothing may stand anywhere. */
function spread(costs: Float64Array, length: number): void {
  for (let i = 1; i <= length; i++)
    if (costs[i - 1]! + COST_EXTRA_LETTER < costs[i]!) costs[i] = costs[i - 1]! + COST_EXTRA_LETTER;
}

function within(costs: Float64Array, length: number, bound: number): boolean {
  for (let i = 0; i <= length; i++) if (costs[i]! <= bound) return true;
  return false;
}
