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

export const toName = (row: ShowNameRow): ShowName => ({
  text: row.text,
  kind: row.kind,
  ...(row.script === null ? {} : { script: row.script }),
  ...(row.language === null ? {} : { language: row.language }),
  ...(row.source === null ? {} : { source: row.source }),
});

export const toOutsideId = ({ service, value }: OutsideIdRow): OutsideId => ({ service, value });

export const toCredit = (row: CreditRow & { name: string }): Credit => ({
  name: row.credited_as ?? row.name,
  role: row.role,
  ...(row.character_name === null ? {} : { character: row.character_name }),
  personId: row.credited_id,
});

/** Rows that come in the order of their shows, gathered by show. */
export function byShow<Row extends { show_id: ShowId }, Part>(
  rows: readonly Row[],
  toPart: (row: Row) => Part,
): Map<ShowId, Part[]> {
  const lists = new Map<ShowId, Part[]>();
  let current: Part[] = [];
  let id: ShowId | undefined;
  for (const row of rows) {
    if (row.show_id !== id) {
      id = row.show_id;
      current = [];
      lists.set(id, current);
    }
    current.push(toPart(row));
  }
  return lists;
}
