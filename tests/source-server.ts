// A server on this machine that answers as TVmaze and TMDB do, in the shapes that their documentation describes, about
// one made-up series and one made-up film. A test may put an answer of its own before them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SourceServer = {
  readonly tvmaze: string;
  readonly tmdb: string;
  readonly host: string;
  /** Paths with queries, in order. */
  readonly asked: string[];
  /** Stands before the usual answers while it is set; it says whether it has answered. */
  instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Replaces parts of the series' episodes: the source changed its mind. */
  episodes: readonly object[];
  readonly close: () => void;
};

export const KEY = 'a-key-of-the-operator';

export const EPISODES: readonly object[] = [
  episode(1, 1, 'The harbour', '2026-11-09', '2026-11-09T13:00:00+00:00'),
  episode(1, 2, 'The lamp', '2026-11-16', '2026-11-16T13:00:00+00:00'),
  episode(1, 3, 'The letter', '2026-11-23', '2026-11-23T13:00:00+00:00'),
  episode(2, 1, 'Return', '2027-03-01', ''),
  { id: 9, name: 'Making of', season: 1, number: null, type: 'significant_special', airdate: '2026-12-01' },
];

export function episode(season: number, number: number, name: string, day: string, stamp: string): object {
  return {
    id: 1000 * season + number,
    name,
    season,
    number,
    type: 'regular',
    airdate: day,
    airtime: stamp === '' ? '' : '22:00',
    airstamp: stamp || `${day}T12:00:00+00:00`,
    runtime: 65,
    summary: null,
  };
}

const SHOW = {
  id: 82,
  url: 'https://www.tvmaze.com/shows/82/lamplight',
  name: 'Lamplight',
  type: 'Scripted',
  language: 'Korean',
  genres: ['Drama', 'Romance'],
  status: 'Running',
  runtime: 65,
  averageRuntime: 66,
  premiered: '2026-11-09',
  ended: null,
  officialSite: 'https://tv.example/lamplight',
  network: { id: 1, name: 'Harbour TV', country: { name: 'Korea, Republic of', code: 'KR' } },
  webChannel: { id: 2, name: 'Streamly', country: null },
  externals: { tvrage: null, thetvdb: 4321, imdb: 'tt7654321' },
  summary: '<p>A <b>keeper</b> &amp; a stranger share one lamp.</p>',
};

const tvmaze = (server: SourceServer): Readonly<Record<string, unknown>> => ({
  '/search/shows': [
    { score: 0.9, show: SHOW },
    { score: 0.1, show: { id: 'none' } },
  ],
  '/lookup/shows': SHOW,
  '/shows/82': {
    ...SHOW,
    _embedded: {
      episodes: server.episodes,
      cast: [
        { person: { name: 'Ha Yun' }, character: { name: 'Seo Jin' }, self: false },
        { person: { name: 'Park Dal' }, character: { name: 'Park Dal' }, self: true },
      ],
    },
  },
  '/shows/82/seasons': [
    { number: 1, name: '', episodeOrder: 3, premiereDate: '2026-11-09' },
    { number: 2, name: 'Homecoming', episodeOrder: 8, premiereDate: '2027-03-01' },
  ],
  '/shows/82/akas': [
    { name: '등불', country: null },
    { name: 'La lampe', country: { name: 'France', code: 'FR' } },
  ],
  '/shows/82/crew': [
    { type: 'Creator', person: { name: 'Min Sol' } },
    { type: 'Gaffer', person: { name: 'No One' } },
  ],
});

const MOVIE = {
  id: 603,
  title: 'Tidewater',
  original_title: '갯물',
  original_language: 'ko',
  release_date: '2019-05-30',
};
const TV = {
  id: 603,
  name: 'Lamplight',
  original_name: '등불',
  original_language: 'ko',
  first_air_date: '2026-11-09',
  origin_country: ['KR'],
};
const TMDB: Readonly<Record<string, unknown>> = {
  '/search/multi': {
    results: [
      { media_type: 'tv', ...TV },
      { media_type: 'movie', ...MOVIE },
      { media_type: 'person', id: 5, name: 'Ha Yun' },
    ],
  },
  '/find/tt7654321': { movie_results: [], tv_results: [TV] },
  '/movie/603': {
    ...MOVIE,
    runtime: 121,
    status: 'Released',
    imdb_id: 'tt1111111',
    overview: 'Two sisters wait for the tide.',
    genres: [{ id: 18, name: 'Drama' }],
    production_countries: [{ iso_3166_1: 'KR' }],
    external_ids: { imdb_id: 'tt1111111', wikidata_id: 'Q42' },
    translations: {
      translations: [
        { iso_639_1: 'fr', iso_3166_1: 'FR', data: { title: 'Marée' } },
        { iso_639_1: 'de', iso_3166_1: 'DE', data: { title: '' } },
      ],
    },
    alternative_titles: { titles: [{ iso_3166_1: 'US', title: 'The Tide' }] },
    credits: {
      cast: [{ name: 'Ha Yun', character: 'Older sister' }],
      crew: [
        { name: 'Kim Bada', job: 'Director' },
        { name: 'Kim Bada', job: 'Caterer' },
      ],
    },
    'watch/providers': {
      results: {
        KR: { link: 'x', flatrate: [{ provider_name: 'Streamly' }], buy: [{ provider_name: 'Kiosk' }] },
        US: { link: 'x', ads: [{ provider_name: 'Freebie' }] },
      },
    },
  },
  '/tv/603': {
    ...TV,
    status: 'Returning Series',
    last_air_date: '2026-11-23',
    external_ids: { imdb_id: 'tt7654321', tvdb_id: 4321 },
    created_by: [{ name: 'Min Sol' }],
    networks: [{ name: 'Harbour TV' }],
    aggregate_credits: { cast: [{ name: 'Ha Yun', roles: [{ character: 'Seo Jin', episode_count: 16 }] }] },
    alternative_titles: { results: [{ iso_3166_1: 'FR', title: 'La lampe' }] },
    seasons: [{ season_number: 1, name: 'Season 1', air_date: '2026-11-09', episode_count: 2 }],
  },
  '/tv/603/season/1': {
    season_number: 1,
    name: 'Season 1',
    episodes: [
      { episode_number: 2, name: 'The lamp', air_date: '2026-11-16', runtime: 64 },
      { episode_number: 1, name: 'The harbour', air_date: '2026-11-09', runtime: 65 },
    ],
  },
};

export async function openSourceServer(): Promise<SourceServer> {
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://source');
    const [, service, path] = /^\/(tvmaze|tmdb)(\/.*)$/.exec(url.pathname) ?? [];
    server.asked.push(url.pathname + url.search);
    if (server.instead?.(request, response)) return;
    const hasKey =
      request.headers.authorization === `Bearer ${KEY}` || url.searchParams.get('api_key') === KEY;
    if (service === 'tmdb' && !hasKey) return void response.writeHead(401).end('{}');
    const answer = (service === 'tmdb' ? TMDB : tvmaze(server))[path ?? ''];
    if (answer === undefined) return void response.writeHead(404).end('null');
    const body = JSON.stringify(answer);
    const etag = `"${body.length}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: SourceServer = {
    tvmaze: `http://${host}/tvmaze`,
    tmdb: `http://${host}/tmdb`,
    host,
    asked: [],
    episodes: EPISODES,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
  return server;
}
