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

const NONE: readonly never[] = [];

export const toShow = (row: ShowRow, parts: Parts): Show => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  names: parts.names.get(row.id) ?? NONE,
  ...(row.year === null ? {} : { year: row.year }),
  countries: toList(row.countries),
  genres: toList(row.genres),
  networks: toList(row.networks),
  platforms: toList(row.platforms),
  ...(row.first_aired === null ? {} : { firstAired: row.first_aired }),
  ...(row.last_aired === null ? {} : { lastAired: row.last_aired }),
  ...(row.seasons === null ? {} : { seasons: row.seasons }),
  ...(row.episodes === null ? {} : { episodes: row.episodes }),
  ...(row.minutes === null ? {} : { minutes: row.minutes }),
  ...(row.age_rating === null ? {} : { ageRating: row.age_rating }),
  credits: parts.credits.get(row.id) ?? NONE,
  outsideIds: parts.outsideIds.get(row.id) ?? NONE,
  source: row.source,
});

const toList = (text: string): readonly string[] => (text === '[]' ? NONE : fromJson(text));

type NameList = [string, ShowName['kind'], string | null, string | null, string | null];

export const toName = ([text, kind, script, language, source]: NameList): ShowName => ({
  text,
  kind,
  ...(script === null ? {} : { script }),
  ...(language === null ? {} : { language }),
  ...(source === null ? {} : { source }),
});

export const toOutsideId = ([service, value]: [string, string]): OutsideId => ({ service, value });

type CreditList = [CreditedId, Credit['role'], string | null, string | null, string];

export const toCredit = ([personId, role, character, creditedAs, personName]: CreditList): Credit => {
  const name = creditedAs ?? personName;
  return character === null ? { name, role, personId } : { name, role, character, personId };
};

/** Each show's list, as `gathered` gives it. */
export const byShow = <Values, Part>(
  rows: readonly { show_id: ShowId; list: string }[],
  toPart: (values: Values) => Part,
): Map<ShowId, Part[]> =>
  new Map(rows.map((row) => [row.show_id, fromJson<Values[]>(row.list).map((values) => toPart(values))]));
