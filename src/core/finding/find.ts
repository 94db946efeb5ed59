// Question × index → picks. Wants add by how strongly and how many say so, violations take away more, what nobody says
// is neither; names first when the question is one; how well known and liked breaks ties.
import type { Question, Wish } from '../asking/question.ts';
import type { ShowId } from '../show.ts';
import { likenessTo } from './likeness-of-shows.ts';
import type { Pick } from './pick.ts';
import { reasonsFor } from './reasons.ts';
import { type Index, rarityOf } from './shelf-index.ts';
import { fillValues, rangeValue, type Sources, sourcesOf, together } from './sources.ts';

const LIMIT = 20;
/** Beyond every sum of wishes: a named show stands first, an excluded one is not shown at all. */
const NAMED = 100;
const EXCLUDED = -1e6;
const NAMED_AT_ALL = 3;
const FAME = 0.4;

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
/** An explicit "no" takes this much for each full measure; "not too" less. */
const AVOID = 3;
const AVOID_SOME = 1.5;
/** Said plainly enough, it sinks a show below those that only lack what was wanted. */
const PLAINLY = 0.45;
const SINKS = 8;
/** Somebody says that what is to be avoided is not there. */
const REASSURED = 0.4;

export function find(question: Question, index: Index, limit: number = LIMIT): Pick[] {
  const count = index.docs.length;
  const scores = new Float64Array(count);
  for (let slot = 0; slot < count; slot++)
    scores[slot] = index.docs[slot] === undefined ? EXCLUDED : FAME * index.fame[slot]!;
  for (const wish of question.wishes) addWish(wish, index, scores);
  const reasons = reasonsFor(question, index);
  const least = isOnlyNames(question) ? NAMED_AT_ALL : Number.NEGATIVE_INFINITY;
  const slots = highest(scores, limit).filter((slot) => scores[slot]! >= least);
  return slots.map((slot) => {
    const { show } = index.docs[slot]!;
    return {
      showId: show.id,
      title: show.title,
      score: scores[slot]!,
      reasons: reasons(slot),
    };
  });
}

/** Who asks for nothing but a name wants what bears it, and no list filled up. */
const isOnlyNames = ({ wishes }: Question): boolean =>
  wishes.length > 0 &&
  wishes.every((wish) => wish.wants && (wish.kind === 'title' || wish.kind === 'person'));

function addWish(wish: Wish, index: Index, scores: Float64Array): void {
  const count = scores.length;
  const weight = weightOf(wish);
  if (wish.kind === 'title') {
    for (const slot of slotsOf(wish.showIds, index)) scores[slot]! += wish.wants ? NAMED : EXCLUDED;
    return;
  }
  if (wish.kind === 'like') {
    const likeness = likenessTo(wish.showIds, index);
    const sign = wish.wants ? weight.met : -weight.met / 2;
    for (let slot = 0; slot < count; slot++) scores[slot]! += sign * likeness[slot]!;
    for (const slot of slotsOf(wish.showIds, index)) scores[slot]! += EXCLUDED;
    return;
  }
  if (wish.kind === 'range') {
    const numbers = index.numbers[wish.field];
    for (let slot = 0; slot < count; slot++) {
      const value = rangeValue(wish, numbers[slot]!);
      scores[slot]! += value * (value > 0 === wish.wants ? weight.met : weight.not) * (wish.wants ? 1 : -1);
    }
    return;
  }
  const sources = sourcesOf(wish, index);
  const own = new Float32Array(count);
  const kin = new Float32Array(count);
  fillValues(sources, index, { own, kin });
  const rarity = wish.wants ? selectiveness(wish, sources, index) : 1;
  for (let slot = 0; slot < count; slot++) {
    if (own[slot] === 0 && kin[slot] === 0) continue;
    scores[slot]! += gain(wish, own[slot]!, kin[slot]!) * rarity;
  }
}

/** A rare subject is what the question is about; a common one hardly tells shows apart. */
function selectiveness(wish: Wish, { own: [key], word }: Sources, index: Index): number {
  if (word !== undefined)
    return (
      Math.log(1 + index.reviewed / ((index.words.get(word)?.count ?? 0) + 1)) / Math.log(2 + index.reviewed)
    );
  if (key === undefined || (wish.kind !== 'theme' && wish.kind !== 'words')) return 1;
  return 0.6 + (0.8 * rarityOf(key, index)) / Math.log(2 + index.reviewed);
}

/** What one show gains or loses by one wish. */
function gain(wish: Wish, own: number, kin: number): number {
  const weight = weightOf(wish);
  if (wish.wants) {
    const value = together(own, kin);
    const degree = wish.kind === 'feel' && wish.degree === 2 ? 1.25 : 1;
    return value * degree * (value > 0 ? weight.met : weight.not);
  }
  // Kin only half says it: it warns, and less than what is said outright.
  const value = own !== 0 ? own : kin * 0.9;
  if (value < 0) return -value * REASSURED;
  if (isSoft(wish)) return -value * AVOID_SOME;
  return -value * AVOID - (own >= PLAINLY || (own === 0 && kin >= PLAINLY) ? SINKS : 0);
}

const isSoft = (wish: Wish): boolean =>
  (wish.kind === 'feel' && wish.degree === -1) || (wish.kind === 'words' && wish.idea === undefined);

const weightOf = (wish: Wish): Weight =>
  wish.kind === 'words' && wish.idea !== undefined ? IDEA : WEIGHTS[wish.kind];

const slotsOf = (ids: readonly ShowId[], index: Index): readonly number[] =>
  ids.flatMap((id) => index.slotOf.get(id) ?? []);

/** The slots of highest score, best first; equal scores in order of slot. Excluded ones never. */
function highest(scores: Float64Array, limit: number): readonly number[] {
  const kept: number[] = [];
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot]!;
    if (score <= EXCLUDED / 2) continue;
    if (kept.length === limit && score <= scores[kept[limit - 1]!]!) continue;
    let at = kept.length < limit ? kept.length : limit - 1;
    while (at > 0 && scores[kept[at - 1]!]! < score) {
      kept[at] = kept[at - 1]!;
      at--;
    }
    kept[at] = slot;
  }
  return kept;
}
