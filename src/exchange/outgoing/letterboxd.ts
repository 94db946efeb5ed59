// Letterboxd's import: films only, a row for each viewing, in files of at most 1 MB. Series have no place there.
import { type Cell, writeRow } from '../csv.ts';
import { present } from '../fields.ts';
import type { NamedBytes } from '../zip.ts';
import { creditedAs, idAt, isOf, isSeen, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

const LIMIT_BYTES = 1_000_000;
const COLUMNS = [
  'imdbID',
  'tmdbID',
  'Title',
  'Year',
  'Directors',
  'Rating',
  'WatchedDate',
  'Rewatch',
  'Review',
];

export const letterboxd: Outgoing = {
  name: 'letterboxd',
  help: 'films for letterboxd.com/import, and those planned for its watch list',
  write: (titles) => {
    const films = titles.filter(isOf('film'));
    return [
      ...split('letterboxd', films.filter(isSeen).flatMap(viewings)),
      ...split(
        'letterboxd-watchlist',
        films.filter(({ watch }) => watch?.state === 'planned').map((film) => row(film, {})),
      ),
    ];
  },
};

type Viewing = {
  readonly rating?: number;
  readonly on?: string;
  readonly isRewatch?: boolean;
  readonly review?: string;
};

/** What was written goes with the newest viewing; each further review is a row of its own. */
function viewings(film: OwnTitle): readonly string[] {
  const [review, ...more] = film.reviews.map(({ text }) => text);
  const last = film.diary.length - 1;
  const seen: Viewing[] = film.diary.map(({ watchedOn, isRewatch, rating }, at) => ({
    on: watchedOn,
    isRewatch,
    ...present({
      rating: rating ?? (at === last ? ratingOf(film) : undefined),
      review: at === last ? review : undefined,
    }),
  }));
  if (seen.length === 0) seen.push(present({ rating: ratingOf(film), review, on: film.watch?.finishedOn }));
  return [...seen, ...more.map((text) => ({ review: text }))].map((viewing) => row(film, viewing));
}

function row({ show }: OwnTitle, { rating, on, isRewatch, review }: Viewing): string {
  const cells: readonly Cell[] = [
    idAt('imdb', show),
    idAt('tmdb', show),
    show.title,
    show.year,
    creditedAs('director', show),
    rating,
    on,
    isRewatch ? 'Yes' : undefined,
    review,
  ];
  return writeRow(cells);
}

/** The header stands in every file. */
function split(name: string, rows: readonly string[]): readonly NamedBytes[] {
  const header = writeRow(COLUMNS);
  const files: string[] = [];
  let bytes = LIMIT_BYTES;
  for (const one of rows) {
    const size = Buffer.byteLength(one);
    if (bytes + size > LIMIT_BYTES) {
      files.push(header);
      bytes = header.length;
    }
    files.push((files.pop() ?? '') + one);
    bytes += size;
  }
  return files.map((text, at) => ({
    name: files.length === 1 ? `${name}.csv` : `${name}-${at + 1}.csv`,
    bytes: utf8(text),
  }));
}
