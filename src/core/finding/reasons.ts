// Why a show answers a question: wish by wish, with the reviewer's words or the catalogue's fact.
import type { Question, Wish } from '../asking/question.ts';
import type { ReviewText } from './ideas.ts';
import type { Met, Reason } from './pick.ts';
import { listOf, valueAt } from './postings.ts';
import { sentenceWith } from './review-words.ts';
import { type Doc, docIn, type Index, traitsIn } from './shelf-index.ts';
import { rangeValue, type Source, type Sources, together } from './sources.ts';
import { type Trait, traitWith } from './traits.ts';

const ENOUGH = 0.4;
const SOME = 0.1;

/** Makes reasons for one question and a show; what all its picks share is looked up once. `sources` are by wish. */
export function reasonsFor(
  { wishes }: Question,
  sources: readonly Sources[],
  index: Index,
): (slot: number) => readonly Reason[] {
  const models = new Map(
    wishes
      .flatMap((wish) => (wish.kind === 'like' ? wish.showIds : []))
      .map((id) => [id, traitsIn(index, index.slotOf.get(id) ?? -1, false)]),
  );
  return (slot) => {
    const place = { index, slot, doc: docIn(index, slot)!, models };
    return wishes.map((wish, at) => withoutSpoiler(reasonFor(wish, sources[at]!, place), place.doc.texts));
  };
}

/** A reason still counts when its words give something away; they are only not shown. */
function withoutSpoiler(reason: Reason, texts: readonly ReviewText[]): Reason {
  const { evidence, ...rest } = reason;
  if (evidence === undefined) return reason;
  const spoilers = texts.find(({ reviewId }) => reviewId === evidence.reviewId)?.spoilers ?? [];
  const isCovered = spoilers.some(({ start, end }) => start < evidence.end && evidence.start < end);
  return isCovered ? rest : reason;
}

type Models = ReadonlyMap<string, readonly Trait[]>;
type Place = {
  readonly index: Index;
  readonly slot: number;
  readonly doc: Doc;
  readonly models: Models;
};

function reasonFor(wish: Wish, sources: Sources, place: Place): Reason {
  const { index, slot, doc } = place;
  if (wish.kind === 'title') {
    const isIt = wish.showIds.includes(doc.show.id);
    return { wish, met: isIt === wish.wants ? 'met' : 'not', fact: doc.show.title };
  }
  if (wish.kind === 'like') return likeReason(wish, place);
  if (wish.kind === 'range') {
    const number = index.numbers[wish.field][slot]!;
    if (number < 0) return { wish, met: 'unknown' };
    const value = rangeValue(wish, number) * (wish.wants ? 1 : -1);
    return { wish, met: value > 0 ? 'met' : value > -0.5 ? 'partly' : 'not', fact: String(number) };
  }
  const own = strongestOf(sources.own, slot);
  if (sources.word !== undefined) {
    const evidence = own === undefined ? undefined : sentenceWith(doc.texts, sources.word);
    if (evidence === undefined) return { wish, met: 'unknown' };
    return { wish, met: wish.wants ? 'met' : 'not', evidence };
  }
  if (own === undefined && sources.field !== undefined && valueAt(sources.field.list, slot) > 0) {
    const fact = traitWith(doc, sources.field.key)?.fact;
    return { wish, met: wish.wants ? 'not' : 'met', ...(fact !== undefined && { fact }) };
  }
  const kin = strongestOf(sources.kin, slot);
  const met = metBy(together(own?.value ?? 0, kin?.value ?? 0), wish.wants);
  const isOwn = own !== undefined && (own.value <= 0 || own.value >= (kin?.value ?? 0));
  const teller = isOwn ? own : (kin ?? own);
  const trait = teller === undefined || met === 'unknown' ? undefined : traitWith(doc, teller.key);
  return {
    wish,
    met,
    ...(trait?.evidence !== undefined && { evidence: trait.evidence }),
    ...(trait?.fact !== undefined && { fact: trait.fact }),
  };
}

type Saying = { readonly key: string; readonly value: number };

function strongestOf(sources: readonly Source[], slot: number): Saying | undefined {
  let best: Saying | undefined;
  for (const { key, list, weight } of sources) {
    const value = valueAt(list, slot) * weight;
    if (value !== 0 && Math.abs(value) > Math.abs(best?.value ?? 0)) best = { key, value };
  }
  return best;
}

function metBy(value: number, wants: boolean): Met {
  if (wants) return value >= ENOUGH ? 'met' : value >= SOME ? 'partly' : value <= -SOME ? 'not' : 'unknown';
  return value >= ENOUGH ? 'not' : value >= SOME ? 'partly' : value <= -SOME ? 'met' : 'unknown';
}

const SHARED = 3;
const SHOWN = new Set(['feel', 'theme', 'genre']);

/** The traits that both shows have, the strongest first. */
function likeReason(wish: Extract<Wish, { kind: 'like' }>, { slot, doc, index, models }: Place): Reason {
  const shared = new Map<string, { readonly name: string; readonly key: string; readonly both: number }>();
  for (const id of wish.showIds) {
    for (const { key, value } of models.get(id) ?? []) {
      const [kind = '', name = ''] = key.split(' ');
      if (!SHOWN.has(kind) || value <= 0 || shared.has(name)) continue;
      const own = valueAt(listOf(index.traits, key), slot);
      if (own > 0) shared.set(name, { name, key, both: value * own });
    }
  }
  if (wish.showIds.length === 0) return { wish, met: 'unknown' };
  const best = [...shared.values()].sort((a, b) => b.both - a.both).slice(0, SHARED);
  const met = shared.size >= SHARED ? 'met' : shared.size > 0 ? 'partly' : 'not';
  const evidence = best.map(({ key }) => traitWith(doc, key)?.evidence).find((one) => one !== undefined);
  return {
    wish,
    met: wish.wants ? met : met === 'met' ? 'not' : 'unknown',
    ...(best.length > 0 && { fact: best.map(({ name }) => name).join(', ') }),
    ...(evidence !== undefined && { evidence }),
  };
}
