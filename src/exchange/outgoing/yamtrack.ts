// Yamtrack's CSV: a row for each film, series, season and episode. Titles are known by their TMDB id; one without it is
// written as entered by hand, which Yamtrack keeps by its name.
import type { WatchState } from '../../core/watching.ts';
import { type Cell, writeRow } from '../csv.ts';
import { idAt, lastDay, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

const COLUMNS = [
  'media_id',
  'source',
  'media_type',
  'title',
  'image',
  'season_number',
  'episode_number',
  'score',
  'progress',
  'status',
  'start_date',
  'end_date',
  'notes',
];
const STATES: Readonly<Record<WatchState, string>> = {
  planned: 'Planning',
  watching: 'In progress',
  done: 'Completed',
  dropped: 'Dropped',
};

export const yamtrack: Outgoing = {
  name: 'yamtrack',
  help: "everything as Yamtrack's CSV",
  write: (titles) => {
    const rows = titles.flatMap((own) => [titleRow(own), ...episodeRows(own)]);
    return [{ name: 'yamtrack.csv', bytes: utf8([COLUMNS, ...rows].map(writeRow).join('')) }];
  },
};

function titleRow(own: OwnTitle): readonly Cell[] {
  const { show, watch } = own;
  const rating = ratingOf(own);
  const state = watch?.state ?? 'done';
  return [
    ...namesOf(own),
    show.kind === 'film' ? 'movie' : 'tv',
    show.title,
    '',
    undefined,
    undefined,
    rating === undefined ? undefined : rating * 2,
    show.kind === 'film' ? (state === 'done' ? 1 : 0) : watch?.episode,
    STATES[state],
    watch?.startedOn,
    state === 'done' ? lastDay(own) : watch?.finishedOn,
    watch?.note,
  ];
}

const episodeRows = (own: OwnTitle): readonly (readonly Cell[])[] =>
  own.diary.flatMap(({ season, episode, watchedOn, rating, note }) =>
    episode === undefined
      ? []
      : [
          [
            ...namesOf(own),
            'episode',
            own.show.title,
            '',
            season ?? 1,
            episode,
            rating === undefined ? undefined : rating * 2,
            undefined,
            undefined,
            watchedOn,
            watchedOn,
            note,
          ],
        ],
  );

function namesOf({ show }: OwnTitle): readonly [string, string] {
  const id = idAt('tmdb', show);
  return id === undefined ? [show.id, 'manual'] : [id, 'tmdb'];
}
