// Who is who across reviews: the same name in another order, with or without hyphens, short or full.
// It compares spellings in one script only; finding a name in another script is the name index's work.
import type { CastMember, CharacterClaim, RelationClaim } from '../profile.ts';
import type { Show } from '../show.ts';
import { compareText, groupBy, type Said } from './testimony.ts';

export type Naming = (name: string) => string;

const tokens = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|[-'’‐-―]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort(compareText);

const keyOf = (name: string): string => tokens(name).join(' ') || name;

/** The name a set of spellings is shown by: most used, then longest, then first in the alphabet. */
function shownName(spellings: readonly string[]): string {
  const counts = groupBy(spellings, (spelling) => spelling);
  return [...counts].sort(
    ([a, x], [b, y]) => y.length - x.length || b.length - a.length || compareText(a, b),
  )[0]![0];
}

/** Maps each spelling to the shown name of the one it belongs to; a short form joins the only full name that holds it. */
export function nameEach(names: readonly string[]): Naming {
  const keys = [...groupBy(names, keyOf).keys()].sort(compareText);
  const sets = new Map(keys.map((key) => [key, new Set(key.split(' '))]));
  const fullOf = (key: string): string => {
    const own = key.split(' ');
    const holders = keys.filter((other) => {
      const set = sets.get(other)!;
      return other !== key && set.size > own.length && own.every((token) => set.has(token));
    });
    return holders.length === 1 ? fullOf(holders[0]!) : key;
  };
  const homes = new Map(keys.map((key) => [key, fullOf(key)]));
  const members = groupBy(names, (name) => homes.get(keyOf(name))!);
  // Only spellings of the full form may be shown: "Dan-ah" never outvotes "Dan-ah Seo".
  const shown = new Map(
    [...members].map(([home, all]) => [home, shownName(all.filter((name) => keyOf(name) === home))]),
  );
  return (name) => shown.get(homes.get(keyOf(name)) ?? '') ?? name;
}

export function castOf(show: Show, said: readonly Said<'person'>[]): readonly CastMember[] {
  const naming = nameEach([
    ...show.credits.map((credit) => credit.name),
    ...said.map((one) => one.finding.name),
  ]);
  const known = show.credits.map((credit) => ({
    name: naming(credit.name),
    role: credit.role,
    character: credit.character,
    source: { kind: 'catalogue', source: show.source } as const,
  }));
  const told = said.map(({ finding, evidence }) => ({
    name: naming(finding.name),
    role: finding.role,
    character: finding.character,
    source: { kind: 'review', evidence } as const,
  }));
  return [...groupBy([...known, ...told], (one) => `${one.role} ${one.name}`).values()].map((group) => {
    const characters = group.flatMap((one) => one.character ?? []);
    return {
      name: group[0]!.name,
      role: group[0]!.role,
      ...(characters.length > 0 && { character: shownName(characters) }),
      sources: group.map((one) => one.source),
    };
  });
}

export function charactersOf(
  said: readonly Said<'character'>[],
  cast: readonly CastMember[],
  naming: Naming,
): readonly CharacterClaim[] {
  return [...groupBy(said, (one) => naming(one.finding.name))].map(([name, group]) => {
    const occupations = group.flatMap((one) => one.finding.occupation ?? []);
    const genders = group.flatMap((one) => one.finding.gender ?? []);
    const traits = group.flatMap((one) => one.finding.traits);
    const actor = cast.find((member) => member.character !== undefined && naming(member.character) === name);
    return {
      name,
      ...(occupations.length > 0 && { occupation: shownName(occupations) }),
      ...(genders.length > 0 && { gender: shownName(genders) as 'male' | 'female' }),
      traits: [...groupBy(traits, (trait) => trait)]
        .map(([trait, all]) => ({ trait, says: all.length }))
        .sort((a, b) => b.says - a.says || compareText(a.trait, b.trait)),
      ...(actor !== undefined && { actor: actor.name }),
      evidence: group.flatMap((one) => one.evidence),
    };
  });
}

export function relationsOf(said: readonly Said<'relation'>[], naming: Naming): readonly RelationClaim[] {
  const pair = (one: Said<'relation'>): readonly string[] =>
    one.finding.between.map(naming).sort(compareText);
  return [...groupBy(said, (one) => [...pair(one), one.finding.relation].join('\n')).values()].map(
    (group) => {
      const [first, second] = group[0]!.finding.between;
      const later = group.flatMap((one) => one.finding.becomes ?? []);
      return {
        between: [naming(first), naming(second)],
        relation: group[0]!.finding.relation,
        ...(later.length > 0 && { becomes: shownName(later) }),
        evidence: group.flatMap((one) => one.evidence),
      };
    },
  );
}
