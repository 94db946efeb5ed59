// IMDb's tables for the titles of the guide: which of its titles each one is (by id, or by name, kind and year when only
// one fits), then names, seasons and episodes. Each table is read once, the titles' own twice when there are episodes.
import type { Episode, Season } from '../core/episodes.ts';
import { foldName } from '../core/names/fold.ts';
import type { Show, ShowId, ShowName } from '../core/show.ts';
import { type ImdbFile, type ImdbTitle, readAka, readBasics, readEpisode } from '../sources/imdb-rows.ts';
import { eachNamed } from '../sources/shape.ts';
import { bareDetails, type SourceDetails } from '../sources/source.ts';
import { listSeasonsOf } from '../store/seasons.ts';
import { sourcedOfShow } from '../store/sourced.ts';
import type { Guide } from './guide.ts';
import type { KeptDetails } from './keep-sourced.ts';

/** A title that something was found of: one of the guide, or a new one. */
export type Found = { readonly show?: Show; readonly details: SourceDetails };
export type ImdbPaths = { readonly [File in ImdbFile]?: string };
export type ReadLines = (path: string) => AsyncIterable<string>;

type Wanted = {
  readonly paths: ImdbPaths;
  readonly ids: readonly string[];
  readonly lines: ReadLines;
  readonly problems: string[];
};
type Said = { title?: ImdbTitle; names?: ShowName[]; seasons?: readonly Season[] };

export async function bringImdb(guide: Guide, wanted: Wanted): Promise<readonly Found[]> {
  const { paths, lines } = wanted;
  const shows = new Map<string, Show | undefined>(wanted.ids.map((id) => [id, undefined]));
  for (const show of guide.shelf.shows.values())
    for (const { service, value } of show.outsideIds) if (service === 'imdb') shows.set(value, show);
  const said = new Map<string, Said>();
  const sayOf = (id: string): Said => {
    const one = said.get(id) ?? {};
    said.set(id, one);
    return one;
  };
  if (paths.basics !== undefined)
    for (const [title, show] of await linkTitles(guide, { ...wanted, shows })) {
      shows.set(title.id, show);
      sayOf(title.id).title = title;
    }
  if (paths.akas !== undefined)
    for await (const line of lines(paths.akas)) {
      if (!shows.has(line.slice(0, line.indexOf('\t')))) continue;
      const aka = readAka(line);
      const one = aka && sayOf(aka.id);
      if (one !== undefined) one.names = [...(one.names ?? []), aka!.name];
    }
  if (paths.episode !== undefined)
    for (const [id, seasons] of await readSeasons(wanted, shows)) sayOf(id).seasons = seasons;
  const found: Found[] = [];
  for (const [id, one] of said) {
    const show = shows.get(id);
    if (show === undefined && one.title === undefined) continue;
    found.push({
      details: await detailsOf(guide, { id, show, said: one }),
      ...(show === undefined ? {} : { show }),
    });
  }
  return found;
}

/** The rows of titles that are wanted, each with its show; a show that several rows fit is a problem and none. */
async function linkTitles(
  guide: Guide,
  { paths, lines, shows, problems }: Wanted & { readonly shows: ReadonlyMap<string, Show | undefined> },
): Promise<readonly (readonly [ImdbTitle, Show | undefined])[]> {
  const linked: (readonly [ImdbTitle, Show | undefined])[] = [];
  const byName = namesWithoutId(guide);
  const candidates = new Map<ShowId, ImdbTitle[]>();
  for await (const line of lines(paths.basics!)) {
    const title = readBasics(line);
    if (title?.kind === undefined) continue;
    if (shows.has(title.id)) {
      linked.push([title, shows.get(title.id)]);
      continue;
    }
    const names = new Set([title.title, title.originalTitle ?? title.title].map(foldName));
    for (const show of new Set([...names].flatMap((name) => byName.get(name) ?? [])))
      if (show.kind === title.kind && isNearYear(show, title))
        candidates.set(show.id, [...(candidates.get(show.id) ?? []), title]);
  }
  for (const [id, titles] of candidates) {
    const show = guide.shelf.shows.get(id)!;
    const sameYear = titles.filter(({ year }) => year === show.year);
    const [only, other] = sameYear.length > 0 ? sameYear : titles;
    if (other === undefined) linked.push([only!, show]);
    else
      problems.push(
        `"${show.title}" could be any of ${titles
          .slice(0, 5)
          .map((title) => title.id)
          .join(', ')}: left alone.`,
      );
  }
  return linked;
}

const isNearYear = (show: Show, { year }: ImdbTitle): boolean =>
  year !== undefined && show.year !== undefined && Math.abs(year - show.year) <= 1;

/** Titles whose IMDb id is not known, by each of their names. */
function namesWithoutId(guide: Guide): ReadonlyMap<string, readonly Show[]> {
  const byName = new Map<string, Show[]>();
  for (const show of guide.shelf.shows.values()) {
    if (show.outsideIds.some(({ service }) => service === 'imdb')) continue;
    for (const name of new Set([show.title, ...show.names.map(({ text }) => text)].map(foldName)))
      byName.set(name, [...(byName.get(name) ?? []), show]);
  }
  return byName;
}

async function readSeasons(
  { paths, lines }: Wanted,
  shows: ReadonlyMap<string, Show | undefined>,
): Promise<ReadonlyMap<string, readonly Season[]>> {
  const places = new Map<string, { parent: string; season: number; number: number }>();
  for await (const line of lines(paths.episode!)) {
    const episode = readEpisode(line);
    if (episode !== undefined && shows.has(episode.parent)) places.set(episode.id, episode);
  }
  const titles = new Map<string, ImdbTitle>();
  if (paths.basics !== undefined && places.size > 0)
    for await (const line of lines(paths.basics)) {
      const id = line.slice(0, line.indexOf('\t'));
      const title = places.has(id) ? readBasics(line) : undefined;
      if (title !== undefined) titles.set(id, title);
    }
  const seasons = new Map<string, Map<number, Map<number, Episode>>>();
  for (const [id, { parent, season, number }] of places) {
    const own = seasons.get(parent) ?? new Map<number, Map<number, Episode>>();
    seasons.set(parent, own);
    const episodes = own.get(season) ?? new Map<number, Episode>();
    own.set(season, episodes);
    const { title, minutes } = titles.get(id) ?? {};
    episodes.set(number, {
      number,
      ...(title === undefined ? {} : { title }),
      ...(minutes === undefined ? {} : { minutes }),
    });
  }
  const byNumber = (a: { number: number }, b: { number: number }): number => a.number - b.number;
  return new Map(
    Array.from(seasons, ([parent, own]) => [
      parent,
      Array.from(own, ([number, episodes]) => ({
        number,
        episodes: [...episodes.values()].sort(byNumber),
      })).sort(byNumber),
    ]),
  );
}

type Told = { readonly id: string; readonly show: Show | undefined; readonly said: Said };

/** What these files do not hold stays as other files said it before. */
async function detailsOf(guide: Guide, { id, show, said }: Told) {
  const { title } = said;
  const { db } = guide.store;
  const before =
    show &&
    (await sourcedOfShow(db, show.id)).find(({ source, sourceId }) => source === 'imdb' && sourceId === id);
  const seasons =
    said.seasons ??
    (show &&
      (await listSeasonsOf(db, [show.id])).get(show.id)?.find(({ source }) => source === 'imdb')?.seasons) ??
    [];
  const named = title ?? show!;
  const names: readonly ShowName[] = [
    ...(title === undefined ? [] : [{ text: title.title, kind: 'title' as const }]),
    ...(title?.originalTitle === undefined ? [] : [{ text: title.originalTitle, kind: 'native' as const }]),
    ...(said.names ?? (before?.details as KeptDetails | undefined)?.names ?? []),
  ];
  return {
    ...bareDetails({ kind: title?.kind ?? show!.kind, title: named.title }, id),
    ...(before?.details as KeptDetails | undefined),
    id,
    names: eachNamed(names),
    outsideIds: [{ service: 'imdb', value: id }],
    page: `https://www.imdb.com/title/${id}/`,
    seasons,
    ...(title === undefined
      ? {}
      : {
          genres: title.genres,
          ...(title.year === undefined ? {} : { year: title.year }),
          ...(title.minutes === undefined ? {} : { minutes: title.minutes }),
        }),
  };
}
