// TV Time's archive of everything it stored (GDPR): tables of its database, with names that vary. Episodes watched and
// shows followed in one, films in another, votes and lists. Files of sign-ins and tokens lie beside and are not opened.
import type { WatchState } from '../../core/watching.ts';
import type { Row } from '../csv-rows.ts';
import { dayIn, flagIn, instantIn, numberIn, wholeIn } from './cells.ts';
import { defined } from './defined.ts';
import { memberCalled, type Part } from './format.ts';
import { type RowSays, tablePart } from './table-part.ts';
import { namedYear, seriesOf, voteIn } from './tvtime-cells.ts';
import { tvTimeLists } from './tvtime-lists.ts';

const TRACKING_V2 = memberCalled('tracking[^/]*records[^/]*v2[^/]*\\.csv');
const NO_SERIES = 'It names no series.';

const at = (row: Row, ...columns: readonly string[]) =>
  columns.map((column) => instantIn(row.cell(column))).find((instant) => instant !== undefined);

/** What is archived was stopped; what is followed and was never seen is planned. */
function stateOf(row: Row, seen: string): WatchState | undefined {
  if (flagIn(row.cell('is_for_later'))) return 'planned';
  if (flagIn(row.cell('is_archived'))) return 'dropped';
  if (!flagIn(row.cell('is_followed'))) return undefined;
  return (wholeIn(row.cell(seen)) ?? 0) > 0 ? 'watching' : 'planned';
}

function trackingV2(row: Row): RowSays | string | undefined {
  const key = row.cell('key');
  const season = wholeIn(row.cell('s_no') || row.cell('season_number'));
  const episode = wholeIn(row.cell('ep_no') || row.cell('episode_number'));
  const saidAt = at(row, 'created_at', 'updated_at');
  if (/^(re)?watch(ed)?-episode/.test(key)) {
    const series = seriesOf(row.cell('series_name'), { id: row.cell('s_id'), season, episode });
    if (series === undefined) return NO_SERIES;
    const isRewatch = key.startsWith('rewatch') || (wholeIn(row.cell('rewatch_count')) ?? 0) > 0;
    return {
      ...series,
      key,
      watched: { isRewatch, ...defined({ on: saidAt?.slice(0, 10) }) },
      ...defined({ saidAt }),
    };
  }
  if (!key.startsWith('user-series')) return undefined;
  const series = seriesOf(row.cell('series_name'), { id: row.cell('s_id') });
  if (series === undefined) return NO_SERIES;
  const state = stateOf(row, 'ep_watch_count');
  return { ...series, key, ...defined({ state, saidAt: at(row, 'updated_at', 'created_at') }) };
}

/** Films: by name and day of release; the English name hides in a key for sorting. */
function trackingV1(row: Row): RowSays | string | undefined {
  if (row.cell('entity_type') !== 'movie') return undefined;
  const type = row.cell('type');
  const given = namedYear(row.cell('movie_name'));
  if (given === undefined) return 'It names no film.';
  const year = wholeIn(row.cell('release_date').slice(0, 4), 1870, 2200) ?? given.year;
  const slug = /^(?:watch|towatch|follow)-alpha-(.+)$/
    .exec(row.cell('alpha_range_key'))?.[1]
    ?.replaceAll('-', ' ');
  const epoch = /watch-date-(\d{9,10})$/.exec(row.cell('watch_date_range_key'))?.[1];
  const watchedAt =
    at(row, 'watch_date') ??
    (epoch === undefined ? undefined : new Date(Number(epoch) * 1000).toISOString()) ??
    at(row, 'created_at');
  const about = {
    readings: [
      {
        name: given.name,
        kind: 'film' as const,
        ...defined({ year }),
        ...(slug === undefined ? {} : { otherNames: [slug] }),
      },
    ],
    ids: [],
  };
  const key = `${type}\n${row.cell('uuid') || given.name}`;
  if (/^re?-?watch/.test(type) || type === 'watch')
    return {
      ...about,
      key: `${key}\n${type === 'watch' ? '' : (watchedAt ?? '')}`,
      watched: { isRewatch: type !== 'watch', ...defined({ on: watchedAt?.slice(0, 10) }) },
      ...defined({ saidAt: watchedAt }),
    };
  if (type !== 'towatch' && type !== 'follow') return undefined;
  return {
    ...about,
    key,
    ...(type === 'towatch' ? { state: 'planned' as const } : {}),
    ...defined({ saidAt: at(row, 'created_at') }),
  };
}

const V2 = [
  'created_at',
  'updated_at',
  'key',
  's_id',
  'series_name',
  's_no',
  'ep_no',
  'ep_id',
  'season_number',
  'episode_number',
  'rewatch_count',
  'is_followed',
  'is_for_later',
  'is_archived',
  'ep_watch_count',
];
const V1 = [
  'uuid',
  'type',
  'entity_type',
  'movie_name',
  'release_date',
  'watch_date',
  'watch_date_range_key',
  'alpha_range_key',
  'created_at',
];

export const tvTimeGdpr: readonly Part[] = [
  tablePart({ member: TRACKING_V2, needs: ['key', 's_id', 'series_name'], keeps: V2, row: trackingV2 }),
  tablePart({
    member: memberCalled('tracking[^/]*records\\.csv'),
    needs: ['type', 'entity_type', 'movie_name'],
    keeps: V1,
    row: trackingV1,
  }),
  tablePart({
    member: memberCalled('followed[-_]?tv[-_]?show\\.csv'),
    needs: ['tv_show_id', 'tv_show_name', 'active'],
    keeps: ['tv_show_id', 'tv_show_name', 'active', 'created_at'],
    row: (row) => {
      const series = seriesOf(row.cell('tv_show_name'), { id: row.cell('tv_show_id') });
      if (series === undefined) return NO_SERIES;
      const isActive = flagIn(row.cell('active'));
      return {
        ...series,
        key: `followed\n${row.cell('tv_show_id')}`,
        ...(isActive ? { state: 'planned' as const } : {}),
        ...defined({ saidAt: at(row, 'created_at') }),
      };
    },
  }),
  tablePart({
    member: memberCalled('user[-_]?tv[-_]?show[-_]?data\\.csv'),
    needs: ['tv_show_id', 'tv_show_name', 'is_followed'],
    lacks: ['active'],
    keeps: [
      'tv_show_id',
      'tv_show_name',
      'is_followed',
      'is_favorited',
      'nb_episodes_seen',
      'is_archived',
      'is_for_later',
    ],
    row: (row) => {
      const series = seriesOf(row.cell('tv_show_name'), { id: row.cell('tv_show_id') });
      if (series === undefined) return NO_SERIES;
      const state = stateOf(row, 'nb_episodes_seen');
      return {
        ...series,
        key: `data\n${row.cell('tv_show_id')}`,
        ...defined({ state, isLiked: flagIn(row.cell('is_favorited')) ? true : undefined }),
      };
    },
  }),
  tablePart({
    member: memberCalled('(seen|watched)[-_](on[-_])?episode\\.csv'),
    needs: ['tv_show_name', 'episode_season_number', 'episode_number'],
    lacks: ['vote_key', 'show_character_id'],
    keeps: ['tv_show_name', 'episode_season_number', 'episode_number', 'episode_id', 'created_at'],
    row: (row) => {
      const [season, episode] = [
        wholeIn(row.cell('episode_season_number')),
        wholeIn(row.cell('episode_number')),
      ];
      const series = seriesOf(row.cell('tv_show_name'), { id: row.cell('tv_show_id'), season, episode });
      if (series === undefined) return NO_SERIES;
      const saidAt = at(row, 'created_at');
      const id = `${row.cell('tv_show_name')} ${season} ${episode} ${saidAt}`;
      return {
        ...series,
        key: `seen\n${id}`,
        watched: { isRewatch: false, ...defined({ on: saidAt?.slice(0, 10) }) },
        ...defined({ saidAt }),
      };
    },
  }),
  tablePart({
    member: memberCalled('ratings[^/]*votes?\\.csv'),
    needs: ['vote_key'],
    keeps: ['vote_key', 'uuid', 'episode_id', 'movie_name', 'series_name', 'season_number', 'episode_number'],
    row: (row) => {
      const rating = voteIn(row.cell('vote_key'));
      const film = namedYear(row.cell('movie_name'));
      if (film !== undefined)
        return {
          readings: [{ ...film, kind: 'film' }],
          ids: [],
          key: `vote\n${row.cell('uuid') || film.name}`,
          ...defined({ rating }),
        };
      const [season, episode] = [wholeIn(row.cell('season_number')), wholeIn(row.cell('episode_number'))];
      const series = seriesOf(row.cell('series_name'), { id: '', season, episode });
      if (series === undefined) return undefined;
      return {
        ...series,
        key: `vote\n${row.cell('series_name')} ${season} ${episode}`,
        ...defined({ rating }),
      };
    },
  }),
  tablePart({
    member: memberCalled('tv[-_]?show[-_]?rate\\.csv'),
    needs: ['tv_show_name', 'rating'],
    keeps: ['tv_show_id', 'tv_show_name', 'rating', 'created_at'],
    row: (row) => {
      const series = seriesOf(row.cell('tv_show_name'), { id: row.cell('tv_show_id') });
      if (series === undefined) return NO_SERIES;
      const value = numberIn(row.cell('rating')) ?? 0;
      const rating = value > 0 && value <= 10 ? { value, outOf: value <= 5 ? 5 : 10 } : undefined;
      return {
        ...series,
        key: `rate\n${row.cell('tv_show_id') || row.cell('tv_show_name')}`,
        ...defined({ rating, saidAt: dayIn(row.cell('created_at')) }),
      };
    },
  }),
  tvTimeLists(TRACKING_V2),
];
