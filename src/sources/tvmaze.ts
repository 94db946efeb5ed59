// TVmaze: series only, no key. Its public interface (https://www.tvmaze.com/api): search, look-up by other ids, a show
// with episodes and cast embedded, seasons, other names, crew. 20 requests in ten seconds are always granted.
import type { Episode, Season } from '../core/episodes.ts';
import type { Credit, CreditRole, OutsideId, ShowName } from '../core/show.ts';
import type { Client, JsonAnswer } from './http.ts';
import { plainText } from './plain-text.ts';
import {
  addressAt,
  at,
  countAt,
  countryAt,
  dayAt,
  each,
  instantAt,
  type Json,
  known,
  listAt,
  textAt,
  textsAt,
} from './shape.ts';
import type { Detailed, FoundTitle, Searched, Source, SourceDetails, SourceSetup } from './source.ts';

const BASE = 'https://api.tvmaze.com';
const PACE_MS = 500;

export function createTvmaze({ client, base = BASE }: SourceSetup): Source {
  const get = (path: string): Promise<JsonAnswer> => client.getJson({ url: base + path, paceMs: PACE_MS });
  return {
    search: async (words) => {
      const answer = await get(`/search/shows?q=${encodeURIComponent(words)}`);
      if (answer.kind === 'problem') return answer;
      return found(
        answer.kind === 'json' ? listAt({ list: answer.json }, 'list').map((one) => at(one, 'show')) : [],
      );
    },
    lookUp: async (id) => {
      const query = lookUpQuery(id);
      if (query === undefined) return found([]);
      const answer = await get(`/lookup/shows?${query}`);
      return answer.kind === 'problem' ? answer : found(answer.kind === 'json' ? [answer.json] : []);
    },
    details: (id) => fetchDetails(get, id),
  };
}

function lookUpQuery({ service, value }: OutsideId): string | undefined {
  if (service === 'imdb') return `imdb=${encodeURIComponent(value)}`;
  const series = service === 'tvdb' ? /^(?:series\/)?(\d+)$/.exec(value) : null;
  return series === null ? undefined : `thetvdb=${series[1]}`;
}

const found = (shows: readonly Json[]): Searched => ({
  kind: 'found',
  titles: shows.flatMap((show) => readFound(show) ?? []),
});

function readFound(show: Json): FoundTitle | undefined {
  const id = countAt(show, 'id');
  const title = textAt(show, 'name');
  if (id === undefined || title === undefined) return undefined;
  return {
    id: String(id),
    kind: 'series',
    title,
    otherTitles: [],
    outsideIds: idsOf(show, id),
    ...known({ year: yearOf(show), country: countryOf(show) }),
  };
}

const yearOf = (show: Json): number | undefined => {
  const day = dayAt(show, 'premiered');
  return day === undefined ? undefined : Number(day.slice(0, 4));
};

const countryOf = (show: Json): string | undefined =>
  countryAt(show, 'network', 'country', 'code') ?? countryAt(show, 'webChannel', 'country', 'code');

function idsOf(show: Json, id: number): readonly OutsideId[] {
  const imdb = textAt(show, 'externals', 'imdb');
  const tvdb = countAt(show, 'externals', 'thetvdb');
  return [
    { service: 'tvmaze', value: String(id) },
    ...(imdb !== undefined && /^tt\d{7,}$/.test(imdb) ? [{ service: 'imdb', value: imdb }] : []),
    ...(tvdb === undefined ? [] : [{ service: 'tvdb', value: `series/${tvdb}` }]),
  ];
}

type Get = (path: string) => ReturnType<Client['getJson']>;

/** Four requests; a show whose seasons, names or crew cannot be had is told without them. */
async function fetchDetails(get: Get, id: string): Promise<Detailed> {
  if (!/^\d{1,9}$/.test(id)) return { kind: 'missing' };
  const main = await get(`/shows/${id}?embed[]=episodes&embed[]=cast`);
  if (main.kind !== 'json') return main;
  const more: Json[] = [];
  for (const part of ['seasons', 'akas', 'crew']) {
    const answer = await get(`/shows/${id}/${part}`);
    if (answer.kind === 'problem') return answer;
    more.push(answer.kind === 'json' ? { list: answer.json } : {});
  }
  const details = readDetails(main.json, { seasons: more[0], akas: more[1], crew: more[2] });
  return details === undefined
    ? { kind: 'problem', code: 'broken', message: `TVmaze says nothing usable of its show ${id}.` }
    : { kind: 'details', details };
}

type Parts = { readonly seasons: Json; readonly akas: Json; readonly crew: Json };

function readDetails(show: Json, { seasons, akas, crew }: Parts): SourceDetails | undefined {
  const title = readFound(show);
  if (title === undefined) return undefined;
  const status = textAt(show, 'status');
  const summary = textAt(show, 'summary');
  return {
    id: title.id,
    kind: 'series',
    title: title.title,
    names: namesOf(title.title, akas),
    countries: each([title.country]),
    genres: textsAt(show, 'genres'),
    networks: each([textAt(show, 'network', 'name')]),
    platforms: each([textAt(show, 'webChannel', 'name')]),
    credits: creditsOf(show, crew),
    outsideIds: title.outsideIds,
    offers: [],
    seasons: seasonsOf(listAt(show, '_embedded', 'episodes'), seasons),
    ...known({
      year: title.year,
      firstAired: dayAt(show, 'premiered'),
      lastAired: dayAt(show, 'ended'),
      minutes: countAt(show, 'averageRuntime') ?? countAt(show, 'runtime'),
      isOver: status === undefined ? undefined : status === 'Ended',
      summary: summary === undefined ? undefined : plainText(summary),
      page: addressAt(show, 'url'),
      watchPage: addressAt(show, 'officialSite'),
    }),
  };
}

/** Other names come with the country where they are used; one without a country is the original name. */
function namesOf(title: string, akas: Json): readonly ShowName[] {
  const others = listAt(akas, 'list').flatMap((aka): readonly ShowName[] => {
    const text = textAt(aka, 'name');
    if (text === undefined || text === title) return [];
    const country = countryAt(aka, 'country', 'code');
    return [{ text, kind: 'alternative', ...(country === undefined ? {} : { language: `und-${country}` }) }];
  });
  return [{ text: title, kind: 'title' }, ...others];
}

const CREW_ROLES: Readonly<Record<string, CreditRole>> = {
  Creator: 'creator',
  Developer: 'creator',
  Writer: 'writer',
  'Series Director': 'director',
  Director: 'director',
  'Executive Producer': 'producer',
  Producer: 'producer',
  'Original Music Composer': 'composer',
};

function creditsOf(show: Json, crew: Json): readonly Credit[] {
  const cast = listAt(show, '_embedded', 'cast').flatMap((part): readonly Credit[] => {
    const name = textAt(part, 'person', 'name');
    const character = at(part, 'self') === true ? undefined : textAt(part, 'character', 'name');
    return name === undefined ? [] : [{ name, role: 'actor', ...known({ character }) }];
  });
  const makers = listAt(crew, 'list').flatMap((part): readonly Credit[] => {
    const name = textAt(part, 'person', 'name');
    const role = CREW_ROLES[textAt(part, 'type') ?? ''];
    return name === undefined || role === undefined ? [] : [{ name, role }];
  });
  return [...cast, ...makers];
}

/** Specials have no number at TVmaze and stand outside its count: they are left out. */
function seasonsOf(episodes: readonly Json[], seasons: Json): readonly Season[] {
  const bySeason = new Map<number, Map<number, Episode>>();
  for (const one of episodes) {
    const season = countAt(one, 'season');
    const number = countAt(one, 'number');
    if (season === undefined || number === undefined) continue;
    const kept = bySeason.get(season) ?? new Map<number, Episode>();
    bySeason.set(season, kept);
    kept.set(number, {
      number,
      ...known({
        title: textAt(one, 'name'),
        airedOn: dayAt(one, 'airdate'),
        // Without a time of day the source's instant is made up.
        airsAt: textAt(one, 'airtime') === undefined ? undefined : instantAt(one, 'airstamp'),
        minutes: countAt(one, 'runtime'),
      }),
    });
  }
  const told = new Map(listAt(seasons, 'list').map((season) => [countAt(season, 'number') ?? -1, season]));
  told.delete(-1);
  return [...new Set([...told.keys(), ...bySeason.keys()])]
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      episodes: [...(bySeason.get(number)?.values() ?? [])].sort((a, b) => a.number - b.number),
      ...known({
        title: textAt(told.get(number), 'name'),
        firstAired: dayAt(told.get(number), 'premiereDate'),
        episodeCount: countAt(told.get(number), 'episodeOrder'),
      }),
    }));
}
