// What the writer says of the whole: the stance (from outright words, the rating, and how the whole leans), when and
// for whom it is worth watching. A doubtful stance is no verdict.
import type { Sentence, Span } from '../text.ts';
import { aspectNouns, findAspects } from './aspects.ts';
import { cueList } from './cue-lists.ts';
import { parseRows, splitCues } from './cues.ts';
import { folded } from './fact-draft.ts';
import { findFeels } from './feels.ts';
import type { Draft, Stance } from './finding.ts';
import { findRating } from './rating.ts';
import { scopeOf } from './scope.ts';
import { foldedText, type Reader, type Rule, type Sheet, sentenceAt } from './sheet.ts';
import { leaningOf } from './stance.ts';
import { decideStance } from './stance-decision.ts';
import { isOfShow, isRetelling, otherSubject } from './subject.ts';

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
const LONG_WORDS = 200;

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
    if (isOfPart(sheet, match, reader) || isOfOthers(sheet, match)) continue;
    // "The couple was boring" says little of the whole.
    const isLoose = weight === 1 && !isOfShow(sheet, match, reader);
    votes.push({
      side: scope.polarity === -1 ? turned(side) : side,
      // "a bit meh", "kind of boring" weigh half.
      weight: weight * place * (scope.strength < 0 ? 0.5 : 1) * (isLoose ? 0.4 : 1),
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
/** "one of the best firefighters", "my favorite cow", "very good looking": said of something else. */
function isOfOthers(sheet: Sheet, { to }: { readonly to: number }): boolean {
  if (folded(sheet, to) === 'looking') return true;
  if (!/^(?:best|worst|favorites?|favourites?|fave|faves|greatest)$/.test(folded(sheet, to - 1)))
    return false;
  const { sentence } = sheet.words[to - 1]!;
  for (let at = to; at < to + 5; at++) {
    const word = sheet.words[at];
    const isOver = word === undefined || word.sentence !== sentence || /^[,;.]$/.test(word.gap);
    if (isOver || (at > to && LINK.test(word.folded))) return at > to;
    if (WHOLE.has(word.folded) || BEST_OF.test(word.folded) || LINK.test(word.folded)) return false;
  }
  return true;
}
const LINK =
  /^(?:of|ever|i|i've|i'd|we've|you|you'll|in|to|out|so|and|but|this|for|that|on|from|at|with|who|is|was|when)$/;
const BEST_OF =
  /^(?:movies|films|shows|dramas|kdramas|k|works?|romances?|comedy|comedies|thrillers?|horror|western|westerns|musicals?|documentary|documentaries|animated|anime|rom|romcoms?|coms?|adaptations?|sequels?|remakes?|pieces?|flicks?|features?|entertainment|watch|watches|tv|television|cinema|classics?|sitcoms?|viewing|thing|things|ones?|picture|pictures)$/;

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

const SIDES: Readonly<Record<Stance, readonly Side[]>> = {
  recommends: ['recommends'],
  'recommends-with-reservations': ['reserved', 'mixed', 'recommends'],
  mixed: ['mixed', 'reserved', 'against', 'recommends'],
  'advises-against': ['against'],
};

function findVerdict(sheet: Sheet, reader: Reader): readonly Draft[] {
  const votes = findVotes(sheet, reader);
  const given = findRating(sheet, reader);
  const leaning = leaningOf(sheet, reader);
  const share = given === undefined ? undefined : given.rating.value / given.rating.outOf;
  const sum = (side: Side): number =>
    votes.filter((vote) => vote.side === side).reduce((total, vote) => total + vote.weight, 0);
  const decision = decideStance({
    hasVotes: votes.length > 0,
    good: sum('recommends'),
    reserved: sum('reserved'),
    mixed: sum('mixed'),
    bad: sum('against'),
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
