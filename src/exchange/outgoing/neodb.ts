// NeoDB's CSV files: marks and reviews, films and series apart. The addresses in `links` say which title is meant.
import type { Show, ShowKind } from '../../core/show.ts';
import type { WatchState } from '../../core/watching.ts';
import { type Cell, writeRow } from '../csv.ts';
import type { NamedBytes } from '../zip.ts';
import { idAt, isOf, isSeen, lastDay, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

const MARKS = ['title', 'info', 'links', 'timestamp', 'status', 'rating', 'comment', 'tags'];
/** The second `title` is the review's. */
const REVIEWS = ['title', 'info', 'links', 'timestamp', 'title', 'content'];
const STATES: Readonly<Record<WatchState, string>> = {
  planned: 'wishlist',
  watching: 'progress',
  done: 'complete',
  dropped: 'dropped',
};

export const neodb: Outgoing = {
  name: 'neodb',
  help: "marks and reviews as NeoDB's CSV files",
  write: (titles) => [...filesOf('film', titles), ...filesOf('series', titles)],
};

function filesOf(kind: ShowKind, titles: readonly OwnTitle[]): readonly NamedBytes[] {
  const category = kind === 'film' ? 'movie' : 'tv';
  const own = titles.filter(isOf(kind));
  const marks = own.filter((one) => one.watch !== undefined || isSeen(one));
  const reviews = own.flatMap(({ show, reviews }) => reviews.map((review) => ({ show, review })));
  const table = (rows: readonly (readonly Cell[])[]): Uint8Array => utf8(rows.map(writeRow).join(''));
  return [
    { name: `${category}_mark.csv`, bytes: table([MARKS, ...marks.map(markCells)]) },
    {
      name: `${category}_review.csv`,
      bytes: table([
        REVIEWS,
        ...reviews.map(({ show, review }) => [
          ...aboutCells(show),
          review.publishedOn?.slice(0, 10),
          review.title ?? show.title,
          review.text,
        ]),
      ]),
    },
  ];
}

function markCells(own: OwnTitle): readonly Cell[] {
  const rating = ratingOf(own);
  const said = own.watch?.changedAt ?? lastDay(own);
  return [
    ...aboutCells(own.show),
    said,
    STATES[own.watch?.state ?? 'done'],
    rating === undefined ? undefined : rating * 2,
    own.watch?.note,
    undefined,
  ];
}

const aboutCells = (show: Show): readonly Cell[] => [
  show.title,
  [...(show.year === undefined ? [] : [`year:${show.year}`]), `kind:${show.kind}`].join(' '),
  linksOf(show).join(' '),
];

function linksOf(show: Show): readonly string[] {
  const [imdb, tmdb, douban, mal] = ['imdb', 'tmdb', 'douban', 'mal'].map((service) => idAt(service, show));
  return [
    ...(imdb === undefined ? [] : [`https://www.imdb.com/title/${imdb}/`]),
    ...(tmdb === undefined
      ? []
      : [`https://www.themoviedb.org/${show.kind === 'film' ? 'movie' : 'tv'}/${tmdb}`]),
    ...(douban === undefined ? [] : [`https://movie.douban.com/subject/${douban}/`]),
    ...(mal === undefined ? [] : [`https://myanimelist.net/anime/${mal}`]),
  ];
}
