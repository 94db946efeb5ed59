// Asking a source: searching it, fetching what it says of a title that is in the guide, adding a title that is not.
import { randomUUID } from 'node:crypto';
import { foldName } from '../core/names/fold.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { SourceProblem } from '../sources/http.ts';
import {
  type FoundTitle,
  type Source,
  type SourceDetails,
  type SourceName,
  TERMS,
} from '../sources/source.ts';
import { findShow, findShowIdByOutsideId, insertShows } from '../store/shows.ts';
import { sourcedOfShow } from '../store/sourced.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { keepSourced, withIds } from './keep-sourced.ts';
import { Refusal } from './refusal.ts';
import { bareShow } from './show-input.ts';
import { openSource, sourcesOn } from './source-access.ts';
import { noteUndo } from './undo.ts';

export type SourceHit = FoundTitle & { readonly source: SourceName; readonly showId?: ShowId };

/** What the sources that are on (or the one that is named) find, each with the title that it already is here. */
export async function searchSources(
  guide: Guide,
  words: string,
  only?: SourceName,
): Promise<readonly SourceHit[]> {
  const names = only === undefined ? await sourcesOn(guide) : [only];
  if (names.length === 0)
    throw new Refusal('unavailable', 'No source is switched on; nothing was sent to any.', {
      hint: '"runon sources" lists them; "runon sources on tvmaze" switches one on.',
    });
  const hits: SourceHit[] = [];
  for (const name of names) {
    const answer = await (await openSource(guide, name)).search(words.slice(0, 200));
    if (answer.kind === 'problem') throw told(answer);
    for (const title of answer.titles) {
      const showId = await findShowIdByOutsideId(guide.store.db, { service: name, value: title.id });
      hits.push({ ...title, source: name, ...(showId === undefined ? {} : { showId }) });
    }
  }
  return hits;
}

export type FetchedShow = { readonly show: Show; readonly source: SourceName; readonly episodes: number };

/** Fetches and keeps what one source says of a title. `id` is the source's, for a title that it would not find. */
export async function fetchShow(
  guide: Guide,
  showId: ShowId,
  { source: name, id }: { readonly source: SourceName; readonly id?: string },
): Promise<FetchedShow> {
  const source = await openSource(guide, name);
  const show = getShow(guide, showId);
  const sourceId = id ?? (await linkOf(guide, show, { name, source }));
  const details = await detailsOf(source, name, sourceId);
  return change(guide, async (tx) => {
    const current = (await findShow(tx, showId)) ?? show;
    await keepSourced(guide, tx, { show: current, source: name, details });
    return { show: current, source: name, episodes: countEpisodes(details) };
  });
}

/** Makes a title of what the source knows under its id; one that is in the guide already is fetched. */
export async function addFromSource(guide: Guide, name: SourceName, id: string): Promise<FetchedShow> {
  const here = await findShowIdByOutsideId(guide.store.db, { service: name, value: id });
  if (here !== undefined) return fetchShow(guide, here, { source: name, id });
  const details = await detailsOf(await openSource(guide, name), name, id);
  return change(guide, async (tx) => {
    const show = showFrom(details, name);
    await insertShows(tx, [show]);
    await keepSourced(guide, tx, { show, source: name, details });
    await noteUndo(guide, tx, { what: 'add-show', before: [{ kind: 'show', id: show.id, show: null }] });
    return { show, source: name, episodes: countEpisodes(details) };
  });
}

/** Facts only: what the source wrote stays with it. */
export function showFrom(details: SourceDetails, source: string): Show {
  const { title, kind, countries, genres, networks, platforms, firstAired, lastAired, minutes, year } =
    details;
  const seasons = details.seasons.filter(({ number }) => number > 0);
  const episodes = seasons.reduce((sum, season) => sum + (season.episodeCount ?? season.episodes.length), 0);
  return {
    ...bareShow(randomUUID() as ShowId),
    title,
    kind,
    countries,
    genres,
    networks,
    platforms,
    names: [{ text: title, kind: 'title' }],
    credits: details.credits,
    outsideIds: withIds([], details.outsideIds),
    source,
    ...(year === undefined ? {} : { year }),
    ...(firstAired === undefined ? {} : { firstAired }),
    ...(lastAired === undefined ? {} : { lastAired }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(seasons.length === 0 ? {} : { seasons: seasons.length }),
    ...(episodes === 0 ? {} : { episodes }),
  };
}

const countEpisodes = ({ seasons }: SourceDetails): number =>
  seasons.reduce((sum, { episodes }) => sum + episodes.length, 0);

async function detailsOf(source: Source, name: SourceName, id: string): Promise<SourceDetails> {
  const answer = await source.details(id);
  if (answer.kind === 'problem') throw told(answer);
  if (answer.kind === 'missing')
    throw new Refusal('not-found', `${TERMS[name].label} has nothing under "${id.slice(0, 60)}".`);
  return answer.details;
}

type Asked = { readonly name: SourceName; readonly source: Source };

/** The source's id of a title: the one kept, by the ids of others, by name, kind and year. */
async function linkOf(guide: Guide, show: Show, { name, source }: Asked): Promise<string> {
  const kept = (await sourcedOfShow(guide.store.db, show.id)).find((said) => said.source === name);
  const own = kept?.sourceId ?? show.outsideIds.find(({ service }) => service === name)?.value;
  if (own !== undefined) return own;
  for (const id of show.outsideIds) {
    const answer = await source.lookUp(id);
    if (answer.kind === 'problem') throw told(answer);
    const [only, other] = answer.titles.filter(({ kind }) => kind === show.kind);
    if (only !== undefined && other === undefined) return only.id;
  }
  const answer = await source.search(show.title);
  if (answer.kind === 'problem') throw told(answer);
  const alike = likeliest(show, answer.titles);
  const [only, other] = alike;
  if (only === undefined)
    throw new Refusal('not-found', `${TERMS[name].label} finds no title that is surely "${show.title}".`, {
      hint: 'Look for it with "runon sources search", then say --id.',
    });
  if (other !== undefined)
    throw new Refusal('conflict', `${TERMS[name].label} knows several titles "${show.title}".`, {
      hint: `Say which with --id: ${alike
        .slice(0, 5)
        .map(({ id, year, country }) => [id, year, country].filter(Boolean).join(', '))
        .join('; ')}.`,
    });
  return only.id;
}

/** Of the same kind and a same name; a year that is known on both sides differs by one at most, and equal years win. */
export function likeliest(show: Show, titles: readonly FoundTitle[]): readonly FoundTitle[] {
  const names = new Set([show.title, ...show.names.map(({ text }) => text)].map(foldName));
  const alike = titles.filter(
    (title) =>
      title.kind === show.kind &&
      [title.title, ...title.otherTitles].some((name) => names.has(foldName(name))) &&
      (title.year === undefined || show.year === undefined || Math.abs(title.year - show.year) <= 1),
  );
  const sameYear = alike.filter(({ year }) => year !== undefined && year === show.year);
  return sameYear.length > 0 ? sameYear : alike;
}

const told = ({ message }: SourceProblem): Refusal => new Refusal('unavailable', message);
