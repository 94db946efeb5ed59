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

export function traitsOf({
  show,
  profile,
  ideas,
}: {
  readonly show: Show;
  readonly profile: Profile | undefined;
  readonly ideas: readonly Trait[];
}): readonly Trait[] {
  const traits: Trait[] = factTraits(show);
  if (profile !== undefined)
    traits.push(...claimedTraits(profile, new Set(traits.map(({ key }) => key))), ...profileTraits(profile));
  traits.push(...ideas);
  return traits;
}

/** Apart from the others, for keys of names cost more than all the rest and few questions ask for people. */
export function peopleTraitsOf({
  show,
  profile,
}: {
  readonly show: Show;
  readonly profile: Profile | undefined;
}): readonly Trait[] {
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

function factTraits(show: Show): Trait[] {
  const traits: Trait[] = [{ key: `kind ${show.kind}`, value: 1, fact: show.kind }];
  const list = (field: string, values: readonly string[]): void => {
    for (const value of new Set(values.map(squeezed)))
      traits.push({
        key: `${field} ${value}`,
        value: 1,
        fact: values.find((one) => squeezed(one) === value)!,
      });
    if (values.length > 0) traits.push({ key: `has ${field}`, value: 1, fact: values.join(', ') });
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

function profileTraits(profile: Profile): Trait[] {
  const traits: Trait[] = [];
  for (const one of profile.feels) traits.push(said(`feel ${one.term}`, opinionValue(one), loudest(one)));
  for (const one of profile.aspects)
    traits.push(said(`aspect ${one.aspect}`, opinionValue(one), loudest(one)));
  for (const one of profile.themes) traits.push(said(`theme ${one.term}`, says(one.says), one.evidence[0]));
  for (const one of profile.verdict.occasions)
    traits.push({ key: `occasion ${one.term}`, value: says(one.says) });
  const relations = new Map<string, Testimony | undefined>();
  for (const one of profile.relations) {
    if (!relations.has(one.relation)) relations.set(one.relation, one.evidence[0]);
    if (one.becomes !== undefined && !relations.has(one.becomes)) relations.set(one.becomes, one.evidence[0]);
  }
  for (const [relation, evidence] of relations) traits.push(said(`relation ${relation}`, 0.7, evidence));
  const references = new Set<string>();
  for (const one of profile.references) {
    const key = `reference ${titleKey(one.title)}`;
    if (references.has(key)) continue;
    references.add(key);
    traits.push(said(key, one.as === 'mentioned' ? 0.4 : 0.9, one.evidence[0]));
  }
  return traits;
}
