// What is known of one show, as traits: a key ("feel sad", "country KR", "person …"), how much of it from -1 to 1,
// and the words or the fact that say it. The index and the reasons are made from the same traits.
import { foldName, squeeze } from '../names/fold.ts';
import { nameKey } from '../names/name-key.ts';
import type { Opinion, Profile, Testimony } from '../profile.ts';
import type { Show } from '../show.ts';

export type Trait = {
  readonly key: string;
  readonly value: number;
  readonly evidence?: Testimony;
  readonly fact?: string;
};

/** How much several degrees say together: grows with each further voice of the same sign, never passes 1. */
const weighed = (sum: number): number => sum / (Math.abs(sum) + 1);

const opinionValue = (opinion: Opinion): number =>
  weighed(opinion.voices.reduce((sum, voice) => sum + voice.degree, 0));

/** The words of the voice that says most strongly what all say together. */
function loudest(opinion: Opinion): Testimony | undefined {
  const side = Math.sign(opinionValue(opinion)) || 1;
  let best = opinion.voices[0];
  for (const voice of opinion.voices) if (voice.degree * side > (best?.degree ?? 0) * side) best = voice;
  return best?.evidence[0];
}

const says = (count: number): number => count / (count + 0.5);

function said(key: string, value: number, evidence: Testimony | undefined): Trait {
  return evidence === undefined ? { key, value } : { key, value, evidence };
}

export const personKey = (name: string): string => `person ${nameKey(name)}`;
export const titleKey = (title: string): string => squeeze(foldName(title));

/** A show with what its reviews say; the ideas are those of ideas.ts. */
export type Told = {
  readonly show: Show;
  readonly profile: Profile | undefined;
  readonly ideas: readonly Trait[];
};

export function traitsOf({ show, profile, ideas }: Told): readonly Trait[] {
  const traits: Trait[] = factTraits(show);
  if (profile !== undefined) {
    traits.push(...claimedTraits(profile, new Set(traits.map(({ key }) => key))));
    for (const tell of Object.values(TOLD)) traits.push(...tell(profile));
  }
  traits.push(...ideas);
  return traits;
}

/** Apart from the others, for keys of names cost more than all the rest and few questions ask for people. */
export function peopleTraitsOf({ show, profile }: Told): readonly Trait[] {
  const traits: Trait[] = [];
  const people = new Set<string>();
  const addPerson = (name: string, role: string): void => {
    const key = personKey(name);
    if (people.has(key)) return;
    people.add(key);
    traits.push({ key, value: role === 'actor' ? 1 : 0.9, fact: name });
  };
  for (const { name, role } of show.credits) addPerson(name, role);
  for (const { name, role } of profile?.cast ?? []) addPerson(name, role);
  return traits;
}

/** The one trait of a show that has this key. */
export function traitWith(told: Told, key: string): Trait | undefined {
  const kind = key.slice(0, key.indexOf(' '));
  const isIt = (trait: Trait): boolean => trait.key === key;
  if (kind === 'person') return peopleTraitsOf(told).find(isIt);
  if (kind === 'idea') return told.ideas.find(isIt);
  const { profile } = told;
  const tell = TOLD[kind];
  if (tell !== undefined) return profile && tell(profile).find(isIt);
  return factTraits(told.show).find(isIt) ?? (profile && claimedTraits(profile, new Set()).find(isIt));
}

function factTraits(show: Show): Trait[] {
  const traits: Trait[] = [{ key: `kind ${show.kind}`, value: 1, fact: show.kind }];
  const list = (field: string, values: readonly string[]): void => {
    if (values.length === 0) return;
    for (const value of values) {
      const key = `${field} ${squeezed(value)}`;
      if (!traits.some((trait) => trait.key === key)) traits.push({ key, value: 1, fact: value });
    }
    traits.push({ key: `has ${field}`, value: 1, fact: values.join(', ') });
  };
  list('country', show.countries);
  list('network', show.networks);
  list('platform', show.platforms);
  list('genre', show.genres);
  if (show.ageRating !== undefined) list('ageRating', [show.ageRating]);
  return traits;
}
export const squeezed = (value: string): string => value.toLowerCase().replace(/[\s-]+/g, '');

/** Reviews may know better than the catalogue, which errs at times; where both speak, what a review adds counts less. */
const CLAIMED = 0.6;
const CLAIMED_FIELDS = ['kind', 'country', 'network', 'platform', 'genre'];

function claimedTraits(profile: Profile, known: ReadonlySet<string>): Trait[] {
  const traits: Trait[] = [];
  for (const { field, values } of profile.facts) {
    if (!CLAIMED_FIELDS.includes(field)) continue;
    for (const { value, sources } of values) {
      const key = `${field} ${squeezed(String(value))}`;
      const telling = sources.find((source) => source.kind === 'review');
      if (known.has(key) || telling?.kind !== 'review') continue;
      traits.push({ ...said(key, CLAIMED, telling.evidence[0]), fact: String(value) });
    }
  }
  return traits;
}

/** The catalogue's number, else the one that reviews support best. */
export function numberOf(
  field: 'year' | 'episodes' | 'minutes' | 'seasons',
  { show, profile }: { readonly show: Show; readonly profile: Profile | undefined },
): number | undefined {
  if (show[field] !== undefined) return show[field];
  const claimed = profile?.facts.find((fact) => fact.field === (field === 'year' ? 'released' : field))
    ?.values[0]?.value;
  const number = Number.parseInt(String(claimed ?? ''), 10);
  return Number.isFinite(number) ? number : undefined;
}

/** What reviews say, by kind of trait. */
const TOLD: Readonly<Record<string, (profile: Profile) => readonly Trait[]>> = {
  feel: ({ feels }) => feels.map((one) => said(`feel ${one.term}`, opinionValue(one), loudest(one))),
  aspect: ({ aspects }) =>
    aspects.map((one) => said(`aspect ${one.aspect}`, opinionValue(one), loudest(one))),
  theme: ({ themes }) => themes.map((one) => said(`theme ${one.term}`, says(one.says), one.evidence[0])),
  occasion: ({ verdict }) =>
    verdict.occasions.map((one) => ({ key: `occasion ${one.term}`, value: says(one.says) })),
  relation: ({ relations }) => relationTraits(relations),
  reference: ({ references }) => referenceTraits(references),
};

function relationTraits(claims: Profile['relations']): readonly Trait[] {
  const relations = new Map<string, Testimony | undefined>();
  for (const one of claims) {
    if (!relations.has(one.relation)) relations.set(one.relation, one.evidence[0]);
    if (one.becomes !== undefined && !relations.has(one.becomes)) relations.set(one.becomes, one.evidence[0]);
  }
  return [...relations].map(([relation, evidence]) => said(`relation ${relation}`, 0.7, evidence));
}

function referenceTraits(claims: Profile['references']): readonly Trait[] {
  const references = new Map<string, Trait>();
  for (const one of claims) {
    const key = `reference ${titleKey(one.title)}`;
    if (!references.has(key))
      references.set(key, said(key, one.as === 'mentioned' ? 0.4 : 0.9, one.evidence[0]));
  }
  return [...references.values()];
}
