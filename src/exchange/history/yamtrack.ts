// Yamtrack's table: one row per film, show, season or watched episode, each under the id of its source. Games, books
// and manga are left out. Scores go to 10.
import { plainId, tmdbId, tvdbId } from '../../core/history/outside-ids.ts';
import type { OutsideId, ShowKind } from '../../core/show.ts';
import type { WatchState } from '../../core/watching.ts';
import type { Row } from '../csv-rows.ts';
import { dayIn, nameIn, proseIn, ratingIn, wholeIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { type RowSays, tablePart } from './table-part.ts';

const KINDS: Readonly<Record<string, ShowKind>> = {
  tv: 'series',
  season: 'series',
  episode: 'series',
  anime: 'series',
  movie: 'film',
};
const STATES: Readonly<Record<string, WatchState>> = {
  completed: 'done',
  inprogress: 'watching',
  repeating: 'watching',
  rewatching: 'watching',
  planning: 'planned',
  paused: 'watching',
  dropped: 'dropped',
};

const KEEPS = [
  'media_id',
  'source',
  'media_type',
  'title',
  'season_number',
  'episode_number',
  'score',
  'progress',
  'status',
  'repeats',
  'start_date',
  'end_date',
  'watch_date',
  'notes',
  'progressed_at',
  'progress_changed',
  'created_at',
];

function idOf(source: string, kind: ShowKind, id: string): readonly OutsideId[] {
  if (source === 'tmdb') return tmdbId(kind, id);
  if (source === 'tvdb') return tvdbId(kind, id);
  return source === 'mal' || source === 'anilist' ? plainId(source, id) : [];
}

function readRow(row: Row): RowSays | string | undefined {
  const type = row.cell('media_type').toLowerCase();
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type]! : undefined;
  if (kind === undefined) return type === '' ? 'It does not say what it is.' : undefined;
  const name = nameIn(row.cell('title'));
  if (name === undefined) return 'The title has no name.';
  const source = row.cell('source').toLowerCase();
  const ids = idOf(source, kind, row.cell('media_id'));
  const season = wholeIn(row.cell('season_number'));
  const episode = wholeIn(row.cell('episode_number'));
  const on = dayIn(row.cell('watch_date')) ?? dayIn(row.cell('end_date'));
  const key = [type, source, row.cell('media_id') || name, season ?? '', episode ?? ''];
  const about = { ids, numbering: source || 'yamtrack' };
  if (type === 'episode')
    return {
      ...about,
      key: [...key, on ?? ''].join('\n'),
      readings: [{ name, kind, episode: defined({ season, episode }) }],
      watched: { isRewatch: false, ...defined({ on }) },
      ...defined({ saidAt: on, rating: ratingIn(row.cell('score'), 10), note: proseIn(row.cell('notes')) }),
    };
  const isSeason = type === 'season';
  const progress = wholeIn(row.cell('progress'), 1);
  const state =
    STATES[
      row
        .cell('status')
        .toLowerCase()
        .replace(/[^a-z]/g, '')
    ];
  const said = {
    startedOn: dayIn(row.cell('start_date')),
    finishedOn: dayIn(row.cell('end_date')),
    rewatches: wholeIn(row.cell('repeats'), 1),
    note: proseIn(row.cell('notes')),
    saidAt:
      row.cell('progressed_at') || row.cell('progress_changed')
        ? dayIn(row.cell('progressed_at') || row.cell('progress_changed'))
        : dayIn(row.cell('end_date')),
    rating: ratingIn(row.cell('score'), 10),
    // A season that is done does not make its show so.
    state: isSeason && state === 'done' ? ('watching' as const) : state,
  };
  return {
    ...about,
    key: key.join('\n'),
    readings: [{ name, kind, ...(isSeason ? { episode: defined({ season }) } : {}) }],
    ...defined(said),
    // A show's sum over its seasons is no place in it.
    ...(progress === undefined || type === 'tv' || kind === 'film'
      ? {}
      : { progress: { episode: progress, ...defined({ season }) } }),
  };
}

export const yamtrack: HistoryFormat = {
  name: 'yamtrack',
  parts: [
    tablePart({
      member: memberCalled('yamtrack.*\\.csv'),
      needs: ['media_id', 'source', 'media_type'],
      keeps: KEEPS,
      row: readRow,
    }),
  ],
};
