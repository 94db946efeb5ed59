// Why a show answers a question: wish by wish, with the reviewer's words or the catalogue's fact.
import type { Question, Wish } from '../asking/question.ts';
import type { ReviewText } from './ideas.ts';
import type { Met, Reason } from './pick.ts';
import { sentenceWith } from './review-words.ts';
import { type Index, traitsIn } from './shelf-index.ts';
import { rangeValue, type Sources, sourcesOf, together } from './sources.ts';
import type { Trait } from './traits.ts';

const ENOUGH = 0.4;
const SOME = 0.1;

/** Makes reasons for one question; what all its picks share is looked up once. */
export function reasonsFor(question: Question, index: Index): (slot: number) => readonly Reason[] {
  const wishes = question.wishes.map((wish) => ({ wish, sources: sourcesOf(wish, index) }));
  const hasPeople = question.wishes.some((wish) => wish.kind === 'person');
  const models = question.wishes
    .flatMap((wish) => (wish.kind === 'like' ? wish.showIds : []))
    .map((id) => [id, traitsIn(index, index.slotOf.get(id) ?? -1, false)] as const);
  const shared = { index, models: new Map(models) };
  return (slot) => {
    const traits = new Map(traitsIn(index, slot, hasPeople).map((trait) => [trait.key, trait]));
    const { texts } = index.docs[slot]!;
    return wishes.map(({ wish, sources }) =>
      withoutSpoiler(reasonFor(wish, sources, { ...shared, slot, traits }), texts),
    );
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
  readonly traits: ReadonlyMap<string, Trait>;
  readonly models: Models;
};

function reasonFor(wish: Wish, sources: Sources, { index, slot, traits, models }: Place): Reason {
  const { show, texts } = index.docs[slot]!;
  if (wish.kind === 'title') {
    const isIt = wish.showIds.includes(show.id);
    return { wish, met: isIt === wish.wants ? 'met' : 'not', fact: show.title };
  }
  if (wish.kind === 'like') return likeReason(wish, traits, models);
  if (wish.kind === 'range') {
    const number = index.numbers[wish.field][slot]!;
    if (number < 0) return { wish, met: 'unknown' };
    const value = rangeValue(wish, number) * (wish.wants ? 1 : -1);
    return { wish, met: value > 0 ? 'met' : value > -0.5 ? 'partly' : 'not', fact: String(number) };
  }
  if (sources.word !== undefined) {
    const evidence = sentenceWith(texts, sources.word);
    if (evidence === undefined) return { wish, met: 'unknown' };
    return { wish, met: wish.wants ? 'met' : 'not', evidence };
  }
  const own = strongest(sources.own.flatMap((key) => traits.get(key) ?? []));
  const kin = strongest(
    sources.kin.flatMap(([key, weight]) => {
      const trait = traits.get(key);
      return trait === undefined ? [] : [{ ...trait, value: trait.value * weight }];
    }),
  );
  const field = sources.field === undefined ? undefined : traits.get(sources.field);
  if (own === undefined && field !== undefined)
    return { wish, met: wish.wants ? 'not' : 'met', ...(field.fact !== undefined && { fact: field.fact }) };
  const value = together(own?.value ?? 0, kin?.value ?? 0);
  const teller = own !== undefined && (own.value <= 0 || own.value >= (kin?.value ?? 0)) ? own : (kin ?? own);
  const met = metBy(value, wish.wants);
  if (teller === undefined || met === 'unknown') return { wish, met };
  return {
    wish,
    met,
    ...(teller.evidence !== undefined && { evidence: teller.evidence }),
    ...(teller.fact !== undefined && { fact: teller.fact }),
  };
}

const strongest = (traits: readonly Trait[]): Trait | undefined =>
  traits.reduce<Trait | undefined>(
    (best, one) => (best === undefined || Math.abs(one.value) > Math.abs(best.value) ? one : best),
    undefined,
  );

function metBy(value: number, wants: boolean): Met {
  if (wants) return value >= ENOUGH ? 'met' : value >= SOME ? 'partly' : value <= -SOME ? 'not' : 'unknown';
  return value >= ENOUGH ? 'not' : value >= SOME ? 'partly' : value <= -SOME ? 'met' : 'unknown';
}

const SHARED = 3;
const SHOWN = new Set(['feel', 'theme', 'genre']);

/** The traits that both shows have, the strongest first. */
function likeReason(wish: Extract<Wish, { kind: 'like' }>, traits: Place['traits'], models: Models): Reason {
  const shared: { readonly name: string; readonly both: number; readonly trait: Trait }[] = [];
  for (const id of wish.showIds) {
    for (const { key, value } of models.get(id) ?? []) {
      const [kind = '', name = ''] = key.split(' ');
      const trait = traits.get(key);
      if (!SHOWN.has(kind) || trait === undefined || value <= 0 || trait.value <= 0) continue;
      if (!shared.some((one) => one.name === name)) shared.push({ name, both: value * trait.value, trait });
    }
  }
  if (wish.showIds.length === 0) return { wish, met: 'unknown' };
  shared.sort((a, b) => b.both - a.both);
  const best = shared.slice(0, SHARED);
  const met = shared.length >= SHARED ? 'met' : shared.length > 0 ? 'partly' : 'not';
  const evidence = best.find(({ trait }) => trait.evidence !== undefined)?.trait.evidence;
  return {
    wish,
    met: wish.wants ? met : met === 'met' ? 'not' : 'unknown',
    ...(best.length > 0 && { fact: best.map(({ name }) => name).join(', ') }),
    ...(evidence !== undefined && { evidence }),
  };
}
