// MovieLens latest-small as it lies beside the project, when it does: ratings to learn from, other people to be scored
// on, films as shows, and judged pairs of films. Nothing learned from it ships.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Show, ShowId } from '../src/core/show.ts';

export const HISTORY =
  process.env.RUNON_BENCH_HISTORY ?? join(import.meta.dirname, '../../shared/data/history');
export const hasHistory = existsSync(join(HISTORY, 'ratings.csv'));

type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string, delimiter = ','): readonly Row[] =>
  parse(readFileSync(join(HISTORY, file), 'utf8'), {
    columns: true,
    delimiter,
    quote: delimiter === ',' ? '"' : false,
  });

export type Rating = { readonly item: string; readonly rating: number; readonly at: number };

/** By person, the oldest first. */
export function readPeople(file: 'ratings.csv' | 'people.csv'): readonly (readonly Rating[])[] {
  const people = new Map<string, Rating[]>();
  for (const { userId, movieId, rating, timestamp } of rowsOf(file)) {
    const own = people.get(userId!) ?? [];
    people.set(userId!, own);
    own.push({ item: movieId!, rating: Number(rating), at: Number(timestamp) || Date.parse(timestamp!) });
  }
  for (const own of people.values()) own.sort((a, b) => a.at - b.at || a.item.localeCompare(b.item));
  return [...people.values()];
}

export type Case = { readonly history: readonly Rating[]; readonly targets: ReadonlySet<string> };

/** Per person with ten ratings or more the last fifth is hidden; those of 4 and more in it are to be found. */
export function hide(people: readonly (readonly Rating[])[]): readonly Case[] {
  return people.flatMap((all) => {
    const from = Math.ceil(all.length * 0.8);
    const targets = new Set(all.slice(from).flatMap(({ item, rating }) => (rating >= 4 ? [item] : [])));
    return all.length < 10 || targets.size === 0 ? [] : [{ history: all.slice(0, from), targets }];
  });
}

/** "Matrix, The (1999)" → name and year. */
function titleOf(text: string): { readonly names: readonly string[]; readonly year: number } | undefined {
  const match = /^(.*?)\s*\((\d{4})\)\s*$/.exec(text);
  if (match === null) return undefined;
  const inner = [...match[1]!.matchAll(/\(([^)]*)\)/g)].map(([, name]) =>
    name!.replace(/^a\.?k\.?a\.? /i, ''),
  );
  const names = [match[1]!.replace(/\s*\([^)]*\)/g, ''), ...inner];
  return {
    names: names.map((name) => name.replace(/^(.*), (The|An?|L[aei]s?|Das|De[rln]|Die|E[ln]|Il)$/i, '$2 $1')),
    year: Number(match[2]),
  };
}

export function readFilms(): readonly Show[] {
  return rowsOf('movies.csv').flatMap(({ movieId, title, genres }) => {
    const told = titleOf(title!);
    if (told === undefined) return [];
    return {
      id: movieId as ShowId,
      kind: 'film' as const,
      title: told.names[0]!,
      names: told.names.map((text) => ({ text, kind: 'alternative' as const })),
      year: told.year,
      countries: [],
      genres: genres!.split('|').filter((genre) => !genre.startsWith('(')),
      networks: [],
      platforms: [],
      credits: [],
      outsideIds: [],
      source: 'movielens',
    };
  });
}

export type Pair = { readonly one: ShowId; readonly other: ShowId; readonly isGood: boolean };

const fold = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Those of which both films are in the table. */
export function readPairs(films: readonly Show[]): readonly Pair[] {
  const byName = new Map(
    films.flatMap(({ id, names, year }) => names.map(({ text }) => [`${fold(text)} ${year}`, id] as const)),
  );
  const look = (title: string, year: string): ShowId | undefined =>
    [0, 1, -1]
      .map((off) => byName.get(`${fold(title)} ${Number(year) + off}`))
      .find((id) => id !== undefined);
  return rowsOf('more_like_this.tsv', '\t').flatMap(({ title_1, year_1, title_2, year_2, rating }) => {
    const [one, other] = [look(title_1!, year_1!), look(title_2!, year_2!)];
    return one === undefined || other === undefined ? [] : [{ one, other, isGood: rating === 'OK' }];
  });
}
