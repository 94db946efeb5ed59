// Ids of titles at other services, in the one form in which Runon keeps them. Where a service counts films and series
// apart, the number says which: TMDB's "movie/603" is not "tv/603".
import type { OutsideId, ShowKind } from '../show.ts';

type Given = string | number | null | undefined;

/** A whole number above zero as text, or undefined: exports write "", "-1", "0" or null for none. */
function numberOf(given: Given): string | undefined {
  const text = String(given ?? '').trim();
  return /^\d{1,12}(\.0)?$/.test(text) && Number(text) > 0 ? String(Math.trunc(Number(text))) : undefined;
}

const made = (service: string, value: string | undefined): readonly OutsideId[] =>
  value === undefined ? [] : [{ service, value }];

/** "tt0133093", also out of an address; numbers are padded to seven places. */
export function imdbId(given: Given): readonly OutsideId[] {
  const digits = /(?:^|\D)tt(\d{1,10})(?!\d)/.exec(String(given ?? ''))?.[1];
  return made('imdb', digits === undefined ? undefined : `tt${digits.replace(/^0+/, '').padStart(7, '0')}`);
}

const typed =
  (service: string, words: Readonly<Record<ShowKind, string>>) =>
  (kind: ShowKind, given: Given): readonly OutsideId[] => {
    const number = numberOf(given);
    return made(service, number === undefined ? undefined : `${words[kind]}/${number}`);
  };

export const tmdbId = typed('tmdb', { film: 'movie', series: 'tv' });
export const tvdbId = typed('tvdb', { film: 'movies', series: 'series' });
export const traktId = typed('trakt', { film: 'movies', series: 'shows' });

/** Services that count everything in one row. */
export const plainId = (
  service: 'tvmaze' | 'mal' | 'anilist' | 'simkl' | 'mydramalist' | 'douban',
  given: Given,
): readonly OutsideId[] => made(service, numberOf(given));

/** Ids out of the addresses of the services' own pages; an address that is of no known service gives none. */
export function idsInAddresses(text: string): readonly OutsideId[] {
  const found: OutsideId[] = [...imdbId(text)];
  const take = (pattern: RegExp, make: (match: RegExpExecArray) => readonly OutsideId[]) => {
    const match = pattern.exec(text);
    if (match !== null) found.push(...make(match));
  };
  take(/themoviedb\.org\/(movie|tv)\/(\d+)/, ([, word, n]) =>
    tmdbId(word === 'movie' ? 'film' : 'series', n),
  );
  take(/myanimelist\.net\/anime\/(\d+)/, ([, n]) => plainId('mal', n));
  take(/anilist\.co\/anime\/(\d+)/, ([, n]) => plainId('anilist', n));
  take(/movie\.douban\.com\/subject\/(\d+)/, ([, n]) => plainId('douban', n));
  take(/mydramalist\.com\/(\d+)/, ([, n]) => plainId('mydramalist', n));
  take(/tvmaze\.com\/shows\/(\d+)/, ([, n]) => plainId('tvmaze', n));
  take(/simkl\.com\/(?:tv|movies|anime)\/(\d+)/, ([, n]) => plainId('simkl', n));
  return found;
}
