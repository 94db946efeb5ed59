// Facts of the catalogue beside what reviews say; values that differ stand side by side, best supported first.
import type { FactClaim, FactSource } from '../profile.ts';
import { FACT_FIELDS, type FactField } from '../reading/finding.ts';
import { nativeTitle, type Show } from '../show.ts';
import { compareText, groupBy, type Said } from './testimony.ts';

type Value = string | number;
type Stated = { readonly field: FactField; readonly value: Value; readonly source: FactSource };

const one = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

function catalogueValues(show: Show): Readonly<Partial<Record<FactField, readonly Value[]>>> {
  return {
    title: [show.title],
    nativeTitle: one(nativeTitle(show)),
    alternativeTitle: show.names.filter((name) => name.kind === 'alternative').map((name) => name.text),
    kind: [show.kind],
    country: show.countries,
    network: show.networks,
    platform: show.platforms,
    firstAired: one(show.firstAired),
    lastAired: one(show.lastAired),
    released: show.firstAired === undefined ? one(show.year) : [],
    episodes: one(show.episodes),
    seasons: one(show.seasons),
    minutes: one(show.minutes),
    genre: show.genres,
    creator: show.credits.filter((credit) => credit.role === 'creator').map((credit) => credit.name),
    ageRating: one(show.ageRating),
  };
}

const foldValue = (value: Value): string =>
  String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

export function factsOf(show: Show, said: readonly Said<'fact'>[]): readonly FactClaim[] {
  const known: readonly Stated[] = Object.entries(catalogueValues(show)).flatMap(([field, values]) =>
    (values ?? []).map((value) => ({
      field: field as FactField,
      value,
      source: { kind: 'catalogue', source: show.source } as const,
    })),
  );
  const told: readonly Stated[] = said.map(({ finding, evidence }) => ({
    field: finding.field,
    value: finding.value,
    source: { kind: 'review', evidence },
  }));
  const byField = groupBy([...known, ...told], (stated) => stated.field);
  return FACT_FIELDS.flatMap((field) => {
    const stated = byField.get(field);
    return stated === undefined ? [] : [{ field, values: valuesOf(stated) }];
  });
}

function valuesOf(stated: readonly Stated[]): FactClaim['values'] {
  return [...groupBy(stated, (claim) => foldValue(claim.value) || String(claim.value)).values()]
    .map((group) => ({ value: group[0]!.value, sources: group.map((claim) => claim.source) }))
    .sort((a, b) => support(b.sources) - support(a.sources) || compareText(String(a.value), String(b.value)));
}

/** The catalogue counts as two reviews: one slip of a pen does not outvote it, three readers do. */
const support = (sources: readonly FactSource[]): number =>
  sources.reduce((sum, source) => sum + (source.kind === 'catalogue' ? 2 : 1), 0);
