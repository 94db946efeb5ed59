// Question × index → picks. Wants add by how strongly and how many say so, violations take away more, what nobody says
// is neither; names first when the question is one; how well known and liked breaks ties.
import type { Question, Wish } from '../asking/question.ts';
import type { ShowId } from '../show.ts';
import { addLikeness } from './likeness-of-shows.ts';
import type { Pick } from './pick.ts';
import { reasonsFor } from './reasons.ts';
import { addGains, clearScores, highestOf, type Scores } from './scores.ts';
import { type Index, rarityOf } from './shelf-index.ts';
import { boundsOf, NEARLY, type Sources, sourcesOf } from './sources.ts';
import { withVariety } from './variety.ts';

const LIMIT = 20;
/** Beyond every sum of wishes: a named show stands first. */
const NAMED = 100;
const NAMED_AT_ALL = 3;

/** What a wish of each kind adds when met fully, and takes when the opposite is so. */
type Weight = { readonly met: number; readonly not: number };
const WEIGHTS: Readonly<Record<Wish['kind'], Weight>> = {
  feel: { met: 1, not: 1.2 },
  theme: { met: 1.2, not: 0 },
  aspect: { met: 0.5, not: 0.6 },
  relation: { met: 0.6, not: 0 },
  fact: { met: 0.5, not: 3 },
  range: { met: 0.5, not: 3 },
  person: { met: 6, not: 0 },
  title: { met: NAMED, not: 0 },
  like: { met: 4, not: 0 },
  occasion: { met: 0.5, not: 0.4 },
  words: { met: 0.5, not: 0 },
};
const IDEA: Weight = { met: 1.1, not: 1.3 };
/** "Very" asks for more of it; what may be there, and need not, counts a little. */
const MUCH = 1.25;
const MAY_BE = 0.2;
/** An explicit "no" takes this much for each full measure; "not too" less. */
const AVOID = 3;
const AVOID_SOME = 1.5;
/** Said plainly enough, it sinks a show below those that only lack what was wanted. */
const PLAINLY = 0.45;
const SINKS = 8;
/** Somebody says that what is to be avoided is not there. */
const REASSURED = 0.4;

export function find(question: Question, index: Index, limit: number = LIMIT): Pick[] {
  const scores = clearScores(index);
  const excluded = new Set<number>();
  const sources = question.wishes.map((wish) => sourcesOf(wish, index));
  for (const phrase of phrasesOf(question.wishes, sources, index))
    addPhrase(phrase, { index, scores, excluded });
  const reasons = reasonsFor(question, sources, index);
  const least = isOnlyNames(question) ? NAMED_AT_ALL : Number.NEGATIVE_INFINITY;
  const slots = highestOf(scores, { count: index.shows.length, limit, excluded });
  const placed = slots.flatMap((slot) => {
    const score = scores.sums[slot]!;
    return score >= least ? [{ slot, score, title: index.shows[slot]!.title }] : [];
  });
  return withVariety(placed).map(({ slot, score, title }) => ({
    showId: index.shows[slot]!.id,
    title,
    score,
    reasons: reasons(slot),
  }));
}

/** Who asks for nothing but a name wants what bears it, and no list filled up. */
const isOnlyNames = ({ wishes }: Question): boolean =>
  wishes.length > 0 &&
  wishes.every((wish) => wish.wants && (wish.kind === 'title' || wish.kind === 'person'));

type Weighing = {
  readonly index: Index;
  readonly scores: Scores;
  readonly excluded: Set<number>;
};

type Phrase = { readonly wish: Wish; readonly sources: Sources; readonly share: number };
const NAMING = new Set<Wish['kind']>(['title', 'like', 'person', 'range', 'fact']);

/**
 * What one phrase asks for in several ways ("sageuk": a theme and an idea) is one wish: whichever way a show meets it
 * best counts, and the way that weighs most says how much.
 */
function phrasesOf(wishes: readonly Wish[], sources: readonly Sources[], index: Index): readonly Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const [at, wish] of wishes.entries()) {
    const own = sources[at]!;
    const one: Phrase = { wish, sources: own, share: wish.wants ? selectiveness(wish, own, index) : 1 };
    const isAlone = !wish.wants || NAMING.has(wish.kind) || own.word !== undefined;
    const place = isAlone ? String(at) : `${wish.from.start}-${wish.from.end}`;
    const other = phrases.get(place);
    phrases.set(place, other === undefined ? one : joined(other, one));
  }
  return [...phrases.values()];
}

function joined(a: Phrase, b: Phrase): Phrase {
  const lead = a.share * weightOf(a.wish).met >= b.share * weightOf(b.wish).met ? a : b;
  const sources = { own: [...a.sources.own, ...b.sources.own], kin: [...a.sources.kin, ...b.sources.kin] };
  return { ...lead, sources };
}

function addPhrase({ wish, sources, share }: Phrase, { index, scores, excluded }: Weighing): void {
  const { sums } = scores;
  const weight = weightOf(wish);
  if (wish.kind === 'title' || wish.kind === 'like') {
    if (wish.kind === 'like')
      addLikeness(wish.showIds, { index, scores, weight: wish.wants ? weight.met : -weight.met / 2 });
    for (const slot of slotsOf(wish.showIds, index))
      if (wish.kind === 'title' && wish.wants) sums[slot]! += NAMED;
      else excluded.add(slot);
    return;
  }
  if (wish.kind === 'range') {
    const [met, near, not] = [1, NEARLY, -1].map(
      (value) => value * (value > 0 === wish.wants ? weight.met : weight.not) * (wish.wants ? 1 : -1),
    );
    addRange(sums, index, { wish, met: met!, near: near!, not: not! });
    return;
  }
  addGains(scores, sources, (value, isKin) => gain(wish, value, isKin) * share, wish.wants);
}

type RangeGains = {
  readonly wish: Extract<Wish, { kind: 'range' }>;
  readonly met: number;
  readonly near: number;
  readonly not: number;
};

/** Every show has a number or none: this goes through all of them, and therefore does little with each. */
function addRange(sums: Float32Array, index: Index, { wish, met, near, not }: RangeGains): void {
  const numbers = index.numbers[wish.field];
  const { least, most, slack } = boundsOf(wish);
  for (let slot = 0; slot < index.shows.length; slot++) {
    const number = numbers[slot]!;
    if (number < 0) continue;
    if (number >= least && number <= most) sums[slot]! += met;
    else if (number >= least - slack && number <= most + slack) sums[slot]! += near;
    else sums[slot]! += not;
  }
}

/** A rare subject is what the question is about; a common one hardly tells shows apart. */
function selectiveness(wish: Wish, { own: [first], word }: Sources, index: Index): number {
  const reviewed = index.reviewed.size;
  if (first === undefined || (wish.kind !== 'theme' && wish.kind !== 'words')) return 1;
  if (word !== undefined) return Math.log(1 + reviewed / (first.list.length + 1)) / Math.log(2 + reviewed);
  return 0.6 + (0.8 * rarityOf(first.key, index)) / Math.log(2 + reviewed);
}

/** What one show gains or loses by one wish. Kin half says it: it warns, and less than what is said outright. */
function gain(wish: Wish, said: number, isKin: boolean): number {
  const weight = weightOf(wish);
  if (wish.wants) {
    const degree = wish.kind !== 'feel' || wish.degree === 1 ? 1 : wish.degree === 2 ? MUCH : MAY_BE;
    if (said < 0 && degree === MAY_BE) return 0;
    return said * degree * (said > 0 ? weight.met : weight.not);
  }
  const value = isKin ? said * 0.9 : said;
  if (value < 0) return -value * REASSURED;
  if (isSoft(wish)) return -value * AVOID_SOME;
  return -value * AVOID - (said >= PLAINLY ? SINKS : 0);
}

const isSoft = (wish: Wish): boolean =>
  (wish.kind === 'feel' && wish.degree === -1) || (wish.kind === 'words' && wish.idea === undefined);

const weightOf = (wish: Wish): Weight =>
  wish.kind === 'words' && wish.idea !== undefined ? IDEA : WEIGHTS[wish.kind];

const slotsOf = (ids: readonly ShowId[], index: Index): readonly number[] =>
  ids.flatMap((id) => index.slotOf.get(id) ?? []);
