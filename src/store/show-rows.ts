// A show as rows and rows as a show. Pure: knows the columns, runs no query.
import type { Credit, CreditedId, OutsideId, Show, ShowId, ShowName } from '../core/show.ts';
import { creditedIdOf } from './people.ts';
import type { CreditRow, OutsideIdRow, ShowNameRow, ShowRow } from './schema.ts';
import { asStored, fromJson, toJson } from './values.ts';

export const showRowOf = (show: Show, addedAt: string): ShowRow => ({
  id: show.id,
  kind: show.kind,
  title: show.title,
  year: show.year ?? null,
  countries: toJson(show.countries),
  genres: toJson(show.genres),
  networks: toJson(show.networks),
  platforms: toJson(show.platforms),
  first_aired: show.firstAired ?? null,
  last_aired: show.lastAired ?? null,
  seasons: show.seasons ?? null,
  episodes: show.episodes ?? null,
  minutes: show.minutes ?? null,
  age_rating: show.ageRating ?? null,
  source: show.source,
  added_at: addedAt,
});

export const nameRowsOf = (show: Show): ShowNameRow[] =>
  show.names.map((name, position) => ({
    show_id: show.id,
    position,
    text: name.text,
    kind: name.kind,
    script: name.script ?? null,
    language: name.language ?? null,
    source: name.source ?? null,
  }));

export const idRowsOf = (show: Show): OutsideIdRow[] =>
  show.outsideIds.map(({ service, value }, position) => ({ show_id: show.id, position, service, value }));

/** Puts each person into `names` under the first spelling met; `credited_as` holds this show's spelling. */
export const creditRowsOf = (show: Show, names: Map<CreditedId, string>): CreditRow[] =>
  show.credits.map((credit, position) => {
    const name = asStored(credit.name);
    const id = credit.personId ?? creditedIdOf(name);
    if (!names.has(id)) names.set(id, name);
    return {
      show_id: show.id,
      position,
      credited_id: id,
      role: credit.role,
      character_name: credit.character ?? null,
      credited_as: name,
    };
  });

/** What belongs to shows, by their id, each list in its order. */
export type Parts = {
  readonly names: ReadonlyMap<ShowId, readonly ShowName[]>;
  readonly outsideIds: ReadonlyMap<ShowId, readonly OutsideId[]>;
  readonly credits: ReadonlyMap<ShowId, readonly Credit[]>;
};

/** Equal values of shows that are read together, kept once: an actor plays in ten of them, and half are from one country. */
export type Shared = Map<string, unknown>;

function once<Value>(shared: Shared, key: string, make: () => Value): Value {
  if (!shared.has(key)) shared.set(key, make());
  return shared.get(key) as Value;
}

const word = <Word extends string>(shared: Shared, text: Word): Word => once(shared, text, () => text);

const NONE: readonly never[] = [];

export const toShow = (row: ShowRow, parts: Parts, shared: Shared): Show => ({
  id: row.id,
  kind: word(shared, row.kind),
  title: word(shared, row.title),
  names: parts.names.get(row.id) ?? NONE,
  ...(row.year === null ? {} : { year: row.year }),
  countries: toList(row.countries, shared),
  genres: toList(row.genres, shared),
  networks: toList(row.networks, shared),
  platforms: toList(row.platforms, shared),
  ...(row.first_aired === null ? {} : { firstAired: row.first_aired }),
  ...(row.last_aired === null ? {} : { lastAired: row.last_aired }),
  ...(row.seasons === null ? {} : { seasons: row.seasons }),
  ...(row.episodes === null ? {} : { episodes: row.episodes }),
  ...(row.minutes === null ? {} : { minutes: row.minutes }),
  ...(row.age_rating === null ? {} : { ageRating: word(shared, row.age_rating) }),
  credits: parts.credits.get(row.id) ?? NONE,
  outsideIds: parts.outsideIds.get(row.id) ?? NONE,
  source: word(shared, row.source),
});

const toList = (text: string, shared: Shared): readonly string[] =>
  text === '[]' ? NONE : once(shared, text, () => fromJson<string[]>(text));

export type NameList = [string, ShowName['kind'], string | null, string | null, string | null];

export const toName = ([text, kind, script, language, source]: NameList, shared: Shared): ShowName => ({
  text: word(shared, text),
  kind,
  ...(script === null ? {} : { script }),
  ...(language === null ? {} : { language }),
  ...(source === null ? {} : { source: word(shared, source) }),
});

export const toOutsideId = ([service, value]: [string, string]): OutsideId => ({ service, value });

export type CreditList = [CreditedId, Credit['role'], string | null, string | null, string];

export function toCredit(
  [personId, role, character, creditedAs, personName]: CreditList,
  shared: Shared,
): Credit {
  const name = creditedAs ?? personName;
  if (character !== null) return { name, role, character, personId };
  return once(shared, `${personId}\n${role}\n${name}`, () => ({ name, role, personId }));
}

/** Each show's list, as `gathered` gives it. */
export const byShow = <Values, Part>(
  rows: readonly { show_id: ShowId; list: string }[],
  toPart: (values: Values) => Part,
): Map<ShowId, Part[]> =>
  new Map(rows.map((row) => [row.show_id, fromJson<Values[]>(row.list).map((values) => toPart(values))]));
