// What the writer says of the whole: the stance (from outright words, the rating, and how the whole leans), when and
// for whom it is worth watching. A doubtful stance is no verdict.
import type { Sentence, Span } from '../text.ts';
import { aspectNouns, findAspects } from './aspects.ts';
import { cueList } from './cue-lists.ts';
import { parseRows, splitCues } from './cues.ts';
import { findFeels } from './feels.ts';
import type { Draft, Stance } from './finding.ts';
import { findRating } from './rating.ts';
import { scopeOf } from './scope.ts';
import { foldedText, type Reader, type Rule, type Sheet, sentenceAt } from './sheet.ts';
import { leaningOf } from './stance.ts';
import { isRetelling, otherSubject } from './subject.ts';

type Side = 'recommends' | 'reserved' | 'mixed' | 'against';
type Word = { readonly side: Side; readonly weight: number };
type Vote = {
  readonly side: Side;
  readonly weight: number;
  readonly span: Span;
  readonly cue: string;
  readonly scope: readonly string[];
};

const verdictCues = cueList<Word>(({ cues }) =>
  parseRows(cues.verdicts ?? '').flatMap(({ cells }) => {
    const word = { side: cells[0] as Side, weight: Number(cells[1]) };
    return splitCues(cells[2]).map((cue) => [cue, word] as const);
  }),
);
const occasionCues = cueList<string>(({ cues, vocabulary }) =>
  parseRows(cues.occasions ?? '').flatMap(({ cells }) =>
    vocabulary.occasions.includes(cells[0]!)
      ? splitCues(cells[1]).map((cue) => [cue, cells[0]!] as const)
      : [],
  ),
);

/** What the end of a review says counts more. */
const END_WEIGHT = 1.6;
const LEAN_WEIGHT = 4;
const LEAN_SCALE = 3;
const CLAIM_WEIGHT = 0.5;
const LEAST = 0.7;
const OUTRIGHT = 5;
const LONG_WORDS = 200;
const ONLY_PARTS = 2.5;
/** Praise and blame that cancel each other out to less than this make a mixed verdict. */
const BOTH_SIDES = 1.5;

function findVotes(sheet: Sheet, reader: Reader): readonly Vote[] {
  const votes: Vote[] = [];
  const count = sheet.sentences.length;
  for (const match of verdictCues.of(sheet, reader)) {
    const sentence = sentenceAt(sheet, match.from);
    if (isRetelling(sentence) || sheet.isTitle[match.from] === 1) continue;
    const place = sentence.index >= count * 0.75 || sentence.section === 'verdict' ? END_WEIGHT : 1;
    const { side, weight } = match.values.reduce((a, b) => (b.weight > a.weight ? b : a));
    const scope = scopeOf(sheet, match, reader);
    const isSupposed =
      scope.dropped !== undefined && !(side === 'against' && scope.dropped.startsWith('suppose'));
    if (isSupposed || otherSubject(sheet, match, reader) !== undefined) continue;
    if (isOfPart(sheet, match, reader)) continue;
    votes.push({
      side: scope.polarity === -1 ? turned(side) : side,
      // "a bit meh", "kind of boring" weigh half.
      weight: weight * place * (scope.strength < 0 ? 0.5 : 1),
      span: {
        start: sheet.words[Math.max(scope.from, match.from - 4)]!.start,
        end: quoteEnd(sheet, match.to),
      },
      cue: foldedText(sheet.words, match.from, match.to),
      scope: scope.steps,
    });
  }
  return votes;
}

/** "I liked the gay plot line", "love her voice": said of a part or of somebody, not of the whole. */
function isOfPart(
  sheet: Sheet,
  reach: { readonly from: number; readonly to: number },
  reader: Reader,
): boolean {
  const { words } = sheet;
  if (!/^(?:liked|loved|enjoyed|love|enjoy|adored)$/.test(words[reach.to - 1]!.folded)) return false;
  if (!/^(?:the|how|his|her|their|both|all|that|these|those|some)$/.test(words[reach.to]?.folded ?? ''))
    return false;
  const sentence = words[reach.to]!.sentence;
  const rest = words.slice(reach.to, reach.to + 7).filter((word) => word.sentence === sentence);
  const end = rest.findIndex((word, at) => at > 0 && word.gap !== ' ' && word.gap !== '-');
  const object = end < 0 ? rest : rest.slice(0, end);
  return !object.some((word) => WHOLE.has(word.folded)) && aspectNouns.among(object, reader).length > 0;
}
const WHOLE = new Set(
  'show series drama kdrama movie film season it this everything whole entire episode episodes'.split(' '),
);

const turned = (side: Side): Side =>
  side === 'recommends' ? 'against' : side === 'against' ? 'reserved' : side;

/** The words after the cue up to a comma or stronger, at most six. */
function quoteEnd(sheet: Sheet, to: number): number {
  let end = sheet.words[to - 1]!.end;
  for (let at = to; at < Math.min(sheet.words.length, to + 6); at++) {
    const word = sheet.words[at]!;
    if (word.gap === ',' || word.gap === ';' || word.gap === '.') break;
    end = word.end;
  }
  return end;
}

type Decision = { readonly stance: Stance; readonly sure: number; readonly why: readonly string[] };

const PLEASANT = new Set(
  'funny romantic feel-good chill hopeful inspiring cute emotional suspenseful exciting addictive original stylish realistic thought-provoking fast-paced atmospheric'.split(
    ' ',
  ),
);
const UNPLEASANT = new Set(
  'boring cliched predictable confusing corny sappy melodramatic slow-paced'.split(' '),
);

/** What is praised and what is criticised, each claim once: opinions of parts, and feels that nobody wants or all do. */
function weighClaims(sheet: Sheet, reader: Reader): { readonly good: number; readonly bad: number } {
  const claims = new Map<string, number>();
  for (const draft of findAspects(sheet, reader))
    if (draft.kind === 'aspect') {
      const key = `${draft.aspect} ${Math.sign(draft.sentiment)}`;
      claims.set(key, draft.sentiment);
    }
  for (const draft of findFeels(sheet, reader))
    if (draft.kind === 'feel') {
      const side = PLEASANT.has(draft.term) ? 1 : UNPLEASANT.has(draft.term) ? -1 : 0;
      if (side !== 0) claims.set(`${draft.term} ${Math.sign(draft.degree)}`, (side * draft.degree) / 1.5);
    }
  let good = 0;
  let bad = 0;
  for (const value of claims.values())
    if (value > 0) good += value;
    else bad -= value;
  return { good, bad };
}

type Signs = {
  readonly votes: readonly Vote[];
  /** From leaningOf: how the single words lean. */
  readonly lean: number;
  readonly claims: { readonly good: number; readonly bad: number };
  /** The rating as a share of its scale. */
  readonly share: number | undefined;
  readonly isLong: boolean;
};

function decide({ votes, lean, claims, share, isLong }: Signs): Decision | undefined {
  const sum = (side: Side): number =>
    votes.filter((vote) => vote.side === side).reduce((total, vote) => total + vote.weight, 0);
  const [good, reserved, mixed, bad] = [sum('recommends'), sum('reserved'), sum('mixed'), sum('against')];
  const rated = share === undefined ? 0 : (share - 0.55) * 20;
  const leaning = LEAN_WEIGHT * Math.tanh(lean / LEAN_SCALE);
  const total = good - bad + leaning + rated + CLAIM_WEIGHT * (claims.good - claims.bad) - mixed * 0.3;
  const why = [
    `for ${good.toFixed(1)}, reserved ${reserved.toFixed(1)}, mixed ${mixed.toFixed(1)}, against ${bad.toFixed(1)}`,
    `praised ${claims.good.toFixed(1)}, criticised ${claims.bad.toFixed(1)}`,
    `leaning ${lean.toFixed(1)}`,
    ...(share === undefined ? [] : [`rating ${share.toFixed(2)}`]),
  ];
  const sure = Math.round(100 * Math.min(0.95, 0.4 + Math.abs(total) / 20)) / 100;
  if (share !== undefined && share >= 0.75) return { stance: 'recommends', sure: 0.95, why };
  if (share !== undefined && share <= 0.35) return { stance: 'advises-against', sure: 0.95, why };
  const [praise, blame] = [good + claims.good, bad + claims.bad];
  // Nothing said of the whole: a tone or the praise of a part alone is no verdict.
  if (
    votes.length === 0 &&
    share === undefined &&
    Math.max(claims.good, claims.bad) < (isLong ? 3 : ONLY_PARTS)
  )
    return undefined;
  const isBothSides = Math.min(praise, blame) >= 2 && Math.abs(total) < BOTH_SIDES;
  // Blame with real praise beside it is a mixed verdict, unless it is outright.
  const isHalfHearted = total < -LEAST && total > -OUTRIGHT && claims.good >= 2 && praise >= blame * 0.4;
  if ((mixed >= 3 && mixed >= good - 2 && mixed >= bad - 2) || isBothSides || isHalfHearted)
    return {
      stance: total > LEAST && good + reserved >= 3 ? 'recommends-with-reservations' : 'mixed',
      sure: 0.5,
      why,
    };
  if (total > LEAST) {
    const isReserved = reserved >= 3 && reserved + bad + mixed + claims.bad > (good + claims.good) * 0.5;
    return { stance: isReserved ? 'recommends-with-reservations' : 'recommends', sure, why };
  }
  if (total < -LEAST) return { stance: 'advises-against', sure, why };
  return praise + blame > 1 ? { stance: 'mixed', sure: 0.4, why } : undefined;
}

const SIDES: Readonly<Record<Stance, readonly Side[]>> = {
  recommends: ['recommends'],
  'recommends-with-reservations': ['reserved', 'mixed', 'recommends'],
  mixed: ['mixed', 'reserved', 'against', 'recommends'],
  'advises-against': ['against'],
};

function findVerdict(sheet: Sheet, reader: Reader): readonly Draft[] {
  const votes = findVotes(sheet, reader);
  const given = findRating(sheet);
  const leaning = leaningOf(sheet, reader);
  const share = given === undefined ? undefined : given.rating.value / given.rating.outOf;
  const decision = decide({
    votes,
    lean: leaning.total,
    claims: weighClaims(sheet, reader),
    share,
    isLong: sheet.words.length > LONG_WORDS,
  });
  if (decision === undefined) return [];
  const spoken = SIDES[decision.stance]
    .map((side) => strongest(votes.filter((vote) => vote.side === side)))
    .find((vote) => vote !== undefined);
  const sentence = decision.stance === 'advises-against' ? leaning.worst : leaning.best;
  const spans = [
    ...(spoken === undefined ? [] : [spoken.span]),
    ...(given === undefined ? [] : [given.span]),
  ];
  if (spans.length === 0 && sentence !== undefined) spans.push({ start: sentence.start, end: sentence.end });
  if (spans.length === 0) return [];
  const audience = findAudience(sheet);
  return [
    {
      kind: 'verdict',
      stance: decision.stance,
      ...(given ? { rating: given.rating } : {}),
      occasions: findOccasions(sheet, reader),
      ...(audience ? { audience } : {}),
      spans,
      confidence: decision.sure,
      why: {
        rule: 'verdict',
        ...(spoken === undefined ? {} : { cue: spoken.cue }),
        scope: [...(spoken?.scope ?? []), ...decision.why],
      },
    },
  ];
}

const strongest = (votes: readonly Vote[]): Vote | undefined =>
  votes.reduce<Vote | undefined>((a, b) => (a === undefined || b.weight >= a.weight ? b : a), undefined);

/** "With friends" in a plot is no occasion; a sentence that speaks of watching may name one. */
const VIEWING = new Set(
  'watch watched watching watchable see seeing view viewing binge binged binging bingeable bingeworthy marathon perfect great good ideal recommend recommended worthy movie film show drama series laugh cry date play enjoy enjoyed'.split(
    ' ',
  ),
);

function findOccasions(sheet: Sheet, reader: Reader): readonly string[] {
  const found = new Set<string>();
  for (const match of occasionCues.of(sheet, reader)) {
    const sentence = sentenceAt(sheet, match.from);
    if (sentence.isHeading || isRetelling(sentence)) continue;
    if (!sentence.words.some((word) => VIEWING.has(word.folded))) continue;
    const scope = scopeOf(sheet, match, reader);
    if (scope.polarity === 1 && scope.dropped === undefined) for (const term of match.values) found.add(term);
  }
  return [...found];
}

const LIMIT_AUDIENCE = 80;
const AUDIENCE = /^(?:fans? of|anyone who|everyone who|people who|lovers of|those who)$/;

/** "recommend this to anyone who likes …", "for fans of …": the words up to the next mark. */
function findAudience(sheet: Sheet): string | undefined {
  for (const sentence of sheet.sentences) {
    const found = audienceIn(sheet, sentence);
    if (found !== undefined) return found;
  }
  return undefined;
}

function audienceIn(sheet: Sheet, { words }: Sentence): string | undefined {
  for (let at = 1; at + 2 < words.length; at++) {
    const before = words[at - 1]!.folded;
    if (before !== 'for' && before !== 'to') continue;
    if (!AUDIENCE.test(`${words[at]!.folded} ${words[at + 1]!.folded}`)) continue;
    let last = at + 1;
    while (
      last + 1 < words.length &&
      (words[last + 1]!.gap === ' ' || words[last + 1]!.gap === '-' || words[last + 1]!.gap === '')
    )
      last++;
    const said = sheet.text.slice(words[at]!.start, words[last]!.end);
    if (last > at + 1 && said.length <= LIMIT_AUDIENCE) return said;
  }
  return undefined;
}

export const verdictRules: readonly Rule[] = [{ name: 'verdict', find: findVerdict }];
