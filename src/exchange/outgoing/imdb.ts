// IMDb's own tables, ratings and watch list. Others know a title by its "Const"; where Runon has no IMDb id that is empty.
import type { Show } from '../../core/show.ts';
import { writeRow } from '../csv.ts';
import { creditedAs, idAt, lastDay, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

const ABOUT = [
  'Title',
  'Original Title',
  'URL',
  'Title Type',
  'IMDb Rating',
  'Runtime (mins)',
  'Year',
  'Genres',
];
const MORE = ['Num Votes', 'Release Date', 'Directors'];

export const imdb: Outgoing = {
  name: 'imdb',
  help: "ratings and watch list as IMDb's CSV files",
  write: (titles) => {
    const rated = titles.filter((own) => ratingOf(own) !== undefined);
    const planned = titles.filter(({ watch }) => watch?.state === 'planned');
    return [
      { name: 'imdb-ratings.csv', bytes: utf8(ratingsTable(rated)) },
      { name: 'imdb-watchlist.csv', bytes: utf8(watchlistTable(planned)) },
    ];
  },
};

const ratingsTable = (titles: readonly OwnTitle[]): string =>
  [
    ['Const', 'Your Rating', 'Date Rated', ...ABOUT, ...MORE],
    ...titles.map((own) => [
      idAt('imdb', own.show),
      (ratingOf(own) ?? 0) * 2,
      lastDay(own),
      ...cellsOf(own.show),
    ]),
  ]
    .map(writeRow)
    .join('');

const watchlistTable = (titles: readonly OwnTitle[]): string =>
  [
    [
      'Position',
      'Const',
      'Created',
      'Modified',
      'Description',
      ...ABOUT,
      ...MORE,
      'Your Rating',
      'Date Rated',
    ],
    ...titles.map((own, at) => {
      const day = own.watch?.changedAt.slice(0, 10);
      const rating = ratingOf(own);
      return [
        at + 1,
        idAt('imdb', own.show),
        day,
        day,
        own.watch?.note,
        ...cellsOf(own.show),
        rating === undefined ? undefined : rating * 2,
        undefined,
      ];
    }),
  ]
    .map(writeRow)
    .join('');

function cellsOf(show: Show) {
  const id = idAt('imdb', show);
  return [
    show.title,
    show.names.find(({ kind }) => kind === 'native')?.text ?? show.title,
    id === undefined ? undefined : `https://www.imdb.com/title/${id}`,
    show.kind === 'film' ? 'Movie' : 'TV Series',
    undefined,
    show.minutes,
    show.year,
    show.genres.join(', '),
    undefined,
    show.firstAired,
    creditedAs('director', show),
  ];
}
