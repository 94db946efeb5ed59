// Trakt's shapes, as its own export has them: history, ratings, watch list and comments as JSON lists.
import type { Show } from '../../core/show.ts';
import { idAt, isOf, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

export const trakt: Outgoing = {
  name: 'trakt',
  help: "JSON files in the shape of Trakt's export",
  write: (titles) => {
    const [films, series] = [titles.filter(isOf('film')), titles.filter(isOf('series'))];
    const files: Readonly<Record<string, readonly object[]>> = {
      'watched-history': titles.flatMap(history),
      'ratings-movies': films.flatMap(rating),
      'ratings-shows': series.flatMap(rating),
      'ratings-episodes': series.flatMap(episodeRatings),
      'lists-watchlist': titles.flatMap(planned),
      'comments-movies': films.flatMap(comments),
      'comments-shows': series.flatMap(comments),
    };
    return Object.entries(files).map(([name, items]) => ({
      name: `${name}.json`,
      bytes: utf8(`${JSON.stringify(items, null, 1)}\n`),
    }));
  },
};

const midnight = (day: string): string => `${day}T00:00:00.000Z`;

/** `{ movie: … }` or `{ show: … }`, numbers as numbers. */
function titled(show: Show): object {
  const number = (service: string) => {
    const id = idAt(service, show);
    return id === undefined ? null : Number(id);
  };
  const ids = { trakt: number('trakt'), imdb: idAt('imdb', show) ?? null, tmdb: number('tmdb') };
  const title = { title: show.title, year: show.year ?? null };
  return show.kind === 'film'
    ? { movie: { ...title, ids } }
    : { show: { ...title, ids: { ...ids, tvdb: number('tvdb') } } };
}

const typeOf = ({ kind }: Show) => (kind === 'film' ? 'movie' : 'show');

type Place = { readonly season?: number; readonly episode?: number; readonly episodeTitle?: string };

/** A line without an episode is of the whole show, which Trakt itself does not write. */
function placed(show: Show, { season, episode, episodeTitle }: Place): object {
  if (show.kind === 'film' || (episode === undefined && episodeTitle === undefined))
    return { type: typeOf(show), ...titled(show) };
  const numbers = { season: season ?? 1, number: episode ?? null, title: episodeTitle ?? null };
  return { type: 'episode', episode: numbers, ...titled(show) };
}

const history = ({ show, diary }: OwnTitle): readonly object[] =>
  diary.map((line) => ({ watched_at: midnight(line.watchedOn), action: 'watch', ...placed(show, line) }));

/** Half steps of 5 are whole steps of 10. */
function rating(own: OwnTitle): readonly object[] {
  const given = ratingOf(own);
  if (given === undefined) return [];
  const ratedAt = own.watch?.changedAt ?? midnight(own.diary.at(-1)?.watchedOn ?? '1970-01-01');
  return [{ rated_at: ratedAt, rating: given * 2, type: typeOf(own.show), ...titled(own.show) }];
}

const episodeRatings = ({ show, diary }: OwnTitle): readonly object[] =>
  diary.flatMap((line) =>
    line.rating === undefined || line.episode === undefined
      ? []
      : [{ rated_at: midnight(line.watchedOn), rating: line.rating * 2, ...placed(show, line) }],
  );

const planned = ({ show, watch }: OwnTitle): readonly object[] =>
  watch?.state === 'planned'
    ? [{ listed_at: watch.changedAt, notes: watch.note ?? null, type: typeOf(show), ...titled(show) }]
    : [];

const comments = ({ show, reviews }: OwnTitle): readonly object[] =>
  reviews.map((review) => ({
    type: typeOf(show),
    ...titled(show),
    comment: {
      comment: review.text,
      spoiler: false,
      review: true,
      language: review.language ?? 'en',
      created_at: review.publishedOn === undefined ? null : midnight(review.publishedOn.slice(0, 10)),
      user_stats: { rating: review.rating === undefined ? null : toTen(review.rating) },
    },
  }));

const toTen = ({ value, outOf }: { readonly value: number; readonly outOf: number }): number =>
  Math.min(10, Math.max(1, Math.round((value / outOf) * 10)));
