// TMDB: films and series, with the operator's own key. Its interface (https://developer.themoviedb.org/reference): one
// request for a title with names, ids, people and offers appended, one for each season.
// Numbers belong to their kind: "tv/603" and "movie/603" are different titles.
import type { Season } from '../core/episodes.ts';
import type { Credit, CreditRole, OutsideId, ShowKind, ShowName } from '../core/show.ts';
import type { JsonAnswer } from './http.ts';
import {
  at,
  countAt,
  countryAt,
  dayAt,
  each,
  eachNamed,
  type Json,
  known,
  listAt,
  objectIn,
  textAt,
} from './shape.ts';
import type { Detailed, FoundTitle, Offer, Searched, Source, SourceDetails, SourceSetup } from './source.ts';

const BASE = 'https://api.themoviedb.org/3';
const PACE_MS = 50;
const APPENDED = 'external_ids,translations,alternative_titles,watch/providers';

type Get = (path: string) => Promise<JsonAnswer>;

/** The key is the "API Read Access Token", or the shorter API key. */
export function createTmdb({ client, base = BASE, key = '' }: SourceSetup): Source {
  const secret = /^[0-9a-f]{32}$/.test(key)
    ? { secretQuery: { api_key: key } }
    : { headers: { authorization: `Bearer ${key}` } };
  const get: Get = (path) => client.getJson({ url: base + path, paceMs: PACE_MS, ...secret });
  return {
    search: async (words) => {
      const answer = await get(`/search/multi?query=${encodeURIComponent(words)}`);
      return answer.kind === 'problem'
        ? answer
        : found(answer.kind === 'json' ? listAt(answer.json, 'results') : []);
    },
    lookUp: async ({ service, value }) => {
      const other = { imdb: 'imdb_id', tvdb: 'tvdb_id', wikidata: 'wikidata_id' }[service];
      if (other === undefined) return found([]);
      const plain = value.replace(/^series\//, '');
      const answer = await get(`/find/${encodeURIComponent(plain)}?external_source=${other}`);
      if (answer.kind !== 'json') return answer.kind === 'problem' ? answer : found([]);
      return found([
        ...listAt(answer.json, 'tv_results').map((one) => ({ ...one, media_type: 'tv' })),
        ...listAt(answer.json, 'movie_results').map((one) => ({ ...one, media_type: 'movie' })),
      ]);
    },
    details: (id) => fetchDetails(get, id),
  };
}

const found = (results: readonly Json[]): Searched => ({
  kind: 'found',
  titles: results.flatMap((result) => readFound(result, textAt(result, 'media_type')) ?? []),
});

function readFound(result: Json, type: string | undefined): FoundTitle | undefined {
  const number = countAt(result, 'id');
  const title = textAt(result, 'name') ?? textAt(result, 'title');
  if ((type !== 'tv' && type !== 'movie') || number === undefined || title === undefined) return undefined;
  const original = textAt(result, 'original_name') ?? textAt(result, 'original_title');
  const origins = at(result, 'origin_country');
  const day = dayAt(result, 'first_air_date') ?? dayAt(result, 'release_date');
  const id = `${type}/${number}`;
  return {
    id,
    kind: type === 'tv' ? 'series' : 'film',
    title,
    otherTitles: original === undefined || original === title ? [] : [original],
    outsideIds: [{ service: 'tmdb', value: id }],
    ...known({
      year: day === undefined ? undefined : Number(day.slice(0, 4)),
      country: Array.isArray(origins) ? countryAt({ first: origins[0] }, 'first') : undefined,
    }),
  };
}

const LIMIT_SEASONS = 100;

async function fetchDetails(get: Get, id: string): Promise<Detailed> {
  const [, type, number] = /^(tv|movie)\/(\d{1,9})$/.exec(id) ?? [];
  if (type === undefined) return { kind: 'missing' };
  const people = type === 'tv' ? 'aggregate_credits' : 'credits';
  const main = await get(`/${type}/${number}?append_to_response=${APPENDED},${people}`);
  if (main.kind !== 'json') return main;
  const title = readFound(main.json, type);
  if (title === undefined)
    return { kind: 'problem', code: 'broken', message: `TMDB says nothing usable of its title ${id}.` };
  const seasons: Season[] = [];
  for (const season of listAt(main.json, 'seasons').slice(0, LIMIT_SEASONS)) {
    const at = countAt(season, 'season_number');
    if (at === undefined) continue;
    const answer = await get(`/${type}/${number}/season/${at}`);
    if (answer.kind === 'problem') return answer;
    seasons.push(readSeason(season, answer.kind === 'json' ? answer.json : {}, at));
  }
  return { kind: 'details', details: readDetails(main.json, title, seasons) };
}

const readSeason = (told: Json, whole: Json, number: number): Season => ({
  number,
  ...known({
    title: textAt(whole, 'name') ?? textAt(told, 'name'),
    firstAired: dayAt(whole, 'air_date') ?? dayAt(told, 'air_date'),
    episodeCount: countAt(told, 'episode_count'),
  }),
  episodes: [
    ...new Map(
      listAt(whole, 'episodes').flatMap((one) => {
        const at = countAt(one, 'episode_number');
        if (at === undefined) return [];
        const facts = known({
          title: textAt(one, 'name'),
          airedOn: dayAt(one, 'air_date'),
          minutes: countAt(one, 'runtime'),
        });
        return [[at, { number: at, ...facts }] as const];
      }),
    ).values(),
  ].sort((a, b) => a.number - b.number),
});

function readDetails(title: Json, found: FoundTitle, seasons: readonly Season[]): SourceDetails {
  const { id, kind } = found;
  const firstAired = dayAt(title, 'first_air_date') ?? dayAt(title, 'release_date');
  const status = textAt(title, 'status');
  const offers = offersOf(title);
  return {
    id,
    kind,
    title: found.title,
    names: namesOf(title, found),
    countries: each([
      found.country,
      ...listAt(title, 'production_countries').map((one) => countryAt(one, 'iso_3166_1')),
    ]),
    genres: each(listAt(title, 'genres').map((one) => textAt(one, 'name'))),
    networks: each(listAt(title, 'networks').map((one) => textAt(one, 'name'))),
    platforms: [],
    credits: creditsOf(title, kind),
    outsideIds: idsOf(title, id),
    offers,
    seasons,
    page: `https://www.themoviedb.org/${id}`,
    ...(offers.length === 0 ? {} : { watchPage: `https://www.themoviedb.org/${id}/watch` }),
    ...known({
      year: found.year,
      firstAired,
      lastAired: kind === 'series' ? dayAt(title, 'last_air_date') : undefined,
      minutes: countAt(title, 'runtime') || usualLength(seasons),
      isOver: status === undefined ? undefined : ['Ended', 'Canceled', 'Released'].includes(status),
      summary: textAt(title, 'overview'),
    }),
  };
}

/** The middle of the lengths that are told. */
function usualLength(seasons: readonly Season[]): number | undefined {
  const lengths = seasons
    .flatMap(({ episodes }) => episodes.flatMap(({ minutes }) => minutes || []))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)];
}

function namesOf(title: Json, { title: name, otherTitles }: FoundTitle): readonly ShowName[] {
  const language = textAt(title, 'original_language');
  const names: ShowName[] = [
    { text: name, kind: 'title' },
    ...otherTitles.map((text): ShowName => ({ text, kind: 'native', ...known({ language }) })),
  ];
  for (const one of listAt(title, 'translations', 'translations')) {
    const text = textAt(one, 'data', 'name') ?? textAt(one, 'data', 'title');
    if (text !== undefined)
      names.push({ text, kind: 'alternative', ...known({ language: textAt(one, 'iso_639_1') }) });
  }
  for (const list of ['results', 'titles'])
    for (const one of listAt(title, 'alternative_titles', list)) {
      const text = textAt(one, 'title');
      const country = countryAt(one, 'iso_3166_1');
      if (text !== undefined)
        names.push({
          text,
          kind: 'alternative',
          ...(country === undefined ? {} : { language: `und-${country}` }),
        });
    }
  return eachNamed(names);
}

function idsOf(title: Json, id: string): readonly OutsideId[] {
  const imdb = textAt(title, 'external_ids', 'imdb_id') ?? textAt(title, 'imdb_id');
  const tvdb = countAt(title, 'external_ids', 'tvdb_id');
  const wikidata = textAt(title, 'external_ids', 'wikidata_id');
  return [
    { service: 'tmdb', value: id },
    ...(imdb !== undefined && /^tt\d{7,}$/.test(imdb) ? [{ service: 'imdb', value: imdb }] : []),
    ...(tvdb === undefined ? [] : [{ service: 'tvdb', value: `series/${tvdb}` }]),
    ...(wikidata !== undefined && /^Q\d+$/.test(wikidata) ? [{ service: 'wikidata', value: wikidata }] : []),
  ];
}

const JOBS: Readonly<Record<string, CreditRole>> = {
  Director: 'director',
  Screenplay: 'writer',
  Writer: 'writer',
  Creator: 'creator',
  Producer: 'producer',
  'Executive Producer': 'producer',
  'Original Music Composer': 'composer',
};

/** A series' people come with all their parts, a film's with the one. */
function creditsOf(title: Json, kind: ShowKind): readonly Credit[] {
  const people = at(title, kind === 'series' ? 'aggregate_credits' : 'credits');
  const cast = listAt(people, 'cast').flatMap((one): readonly Credit[] => {
    const name = textAt(one, 'name');
    const character = textAt(one, 'character') ?? textAt(listAt(one, 'roles')[0], 'character');
    return name === undefined ? [] : [{ name, role: 'actor', ...known({ character }) }];
  });
  const makers = listAt(people, 'crew').flatMap((one) => {
    const name = textAt(one, 'name');
    const jobs = [textAt(one, 'job'), ...listAt(one, 'jobs').map((job) => textAt(job, 'job'))];
    return jobs.flatMap((job): readonly Credit[] => {
      const role = JOBS[job ?? ''];
      return name === undefined || role === undefined ? [] : [{ name, role }];
    });
  });
  const creators = listAt(title, 'created_by').flatMap((one): readonly Credit[] => {
    const name = textAt(one, 'name');
    return name === undefined ? [] : [{ name, role: 'creator' }];
  });
  const all = [...creators, ...makers, ...cast.slice(0, 60)];
  return [...new Map(all.map((one) => [`${one.role}\n${one.name}\n${one.character ?? ''}`, one])).values()];
}

const WAYS = { flatrate: 'stream', free: 'free', ads: 'free', rent: 'rent', buy: 'buy' } as const;

function offersOf(title: Json): readonly Offer[] {
  const countries = objectIn(at(title, 'watch/providers', 'results')) ?? {};
  return Object.keys(countries).flatMap((country) =>
    Object.entries(WAYS).flatMap(([way, how]) =>
      listAt(countries, country, way).flatMap((one): readonly Offer[] => {
        const name = textAt(one, 'provider_name');
        return name === undefined || !/^[A-Z]{2}$/.test(country) ? [] : [{ country, name, how }];
      }),
    ),
  );
}
