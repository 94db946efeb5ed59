// TV Time in its three forms: the archive of everything it stored, the plain tables or JSON of "export my data", and
// the table of the Liberator tool. Seasons and episodes are TheTVDB's.
import { imdbId, tvdbId } from '../../core/history/outside-ids.ts';
import type { WatchState } from '../../core/watching.ts';
import type { Row } from '../csv-rows.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import { flagIn, instantIn, nameIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled, type Part } from './format.ts';
import { given, type ItemSays, inside, jsonPart, keptFields } from './json-part.ts';
import { type RowSays, tablePart } from './table-part.ts';
import { NUMBERING, namedYear, seriesOf } from './tvtime-cells.ts';
import { tvTimeGdpr } from './tvtime-gdpr.ts';

const STATES: Readonly<Record<string, WatchState>> = {
  not_started_yet: 'planned',
  for_later: 'planned',
  watch_later: 'planned',
  continuing: 'watching',
  watching: 'watching',
  up_to_date: 'watching',
  finished: 'done',
  completed: 'done',
  ended: 'done',
  stopped: 'dropped',
  dropped: 'dropped',
};

/** "2019-10-04 03:43:42"; the year 1 is unknown. */
const viewing = (cell: string, isRewatch = false) => {
  const at = instantIn(cell);
  return { watched: { isRewatch, ...defined({ on: at?.slice(0, 10) }) }, ...defined({ saidAt: at }) };
};

function episodeRow(row: Row): RowSays | string | undefined {
  if (!flagIn(row.cell('is_watched'))) return undefined;
  const [season, episode] = [wholeIn(row.cell('season')), wholeIn(row.cell('episode'))];
  const series = seriesOf(row.cell('title'), { id: row.cell('series_tvdb_id'), season, episode });
  if (series === undefined) return 'It names no series.';
  const ids = [...series.ids, ...imdbId(row.cell('series_imdb_id'))];
  return {
    ...series,
    ids,
    key: `episode\n${row.cell('tvdb_id') || `${row.cell('title')} ${season} ${episode}`}`,
    ...viewing(row.cell('watched_at')),
  };
}

function filmRow(row: Row): RowSays | string {
  const named = namedYear(row.cell('title'));
  if (named === undefined) return 'The film has no name.';
  const rewatches = wholeIn(row.cell('rewatch_count'), 1);
  return {
    readings: [{ ...named, kind: 'film', ...defined({ year: yearIn(row.cell('year')) ?? named.year }) }],
    ids: [...imdbId(row.cell('imdb_id')), ...tvdbId('film', row.cell('tvdb_id'))],
    key: `film\n${row.cell('uuid') || row.cell('tvdb_id') || named.name}`,
    ...(flagIn(row.cell('is_watched'))
      ? viewing(row.cell('watched_at'))
      : { state: 'planned', ...defined({ saidAt: instantIn(row.cell('created_at')) }) }),
    ...defined({ rewatches }),
  };
}

function liberatorRow(row: Row): RowSays | string | undefined {
  const type = row.cell('type').toLowerCase();
  const isFilm = /movie|film/.test(type);
  const named = namedYear(row.cell('title'));
  if (named === undefined) return 'It names no title.';
  const [season, episode] = [wholeIn(row.cell('season')), wholeIn(row.cell('episode'))];
  const isEpisode = !isFilm && episode !== undefined;
  const isWatched = flagIn(row.cell('is_watched'));
  const status = STATES[row.cell('status').toLowerCase().replace(/\s+/g, '_')];
  const state = flagIn(row.cell('is_watchlisted')) ? 'planned' : isEpisode ? undefined : status;
  if (isEpisode && !isWatched && state === undefined) return undefined;
  const kind = isFilm ? 'film' : 'series';
  // An episode's row has the episode's ids.
  const ids = isEpisode ? [] : [...imdbId(row.cell('imdb_id')), ...tvdbId(kind, row.cell('tvdb_id'))];
  const rating = ratingIn(row.cell('rating'), 10);
  return {
    readings: [{ ...named, kind, ...(isEpisode ? { episode: defined({ season, episode }) } : {}) }],
    ids,
    numbering: NUMBERING,
    key: [type, row.cell('tvdb_id'), named.name, season ?? '', episode ?? ''].join('\n'),
    ...(isWatched && (isFilm || isEpisode) ? viewing(row.cell('watched_at')) : {}),
    ...defined({ state, rating }),
  };
}

function seriesItem(item: JsonObject): readonly ItemSays[] | string {
  const series = seriesOf(String(item.title ?? ''), { id: String(given(inside(item, 'id'), 'tvdb') ?? '') });
  if (series === undefined) return 'It names no series.';
  const about = { ...series, ids: [...series.ids, ...imdbId(given(inside(item, 'id'), 'imdb'))] };
  const columns = keptFields(
    [item, ['title', 'status', 'created_at']],
    [inside(item, 'id'), ['tvdb', 'imdb'], 'id.'],
  );
  const key = series.ids[0]?.value ?? String(item.title);
  const seasons = Array.isArray(item.seasons) ? item.seasons.filter(isObject) : [];
  const episodes = seasons.flatMap((season) =>
    (Array.isArray(season.episodes) ? season.episodes.filter(isObject) : []).map((episode) => ({
      season,
      episode,
    })),
  );
  return [
    { ...about, key, ...defined({ state: STATES[String(item.status ?? '')] }), columns },
    ...episodes.flatMap(({ season, episode }): readonly ItemSays[] => {
      const place = defined({ season: wholeIn(season.number), episode: wholeIn(episode.number) });
      if (!flagIn(episode.is_watched) || place.episode === undefined) return [];
      return [
        {
          ...about,
          readings: about.readings.map((reading) => ({ ...reading, episode: place })),
          key: `${key} ${place.season} ${place.episode}`,
          ...viewing(String(episode.watched_at ?? '')),
          columns: {
            ...columns,
            season: String(place.season),
            ...keptFields([episode, ['number', 'watched_at', 'rewatch_count'], 'episode.']),
          },
        },
      ];
    }),
  ];
}

function filmItem(item: JsonObject): ItemSays | string {
  const name = nameIn(item.title);
  if (name === undefined) return 'The film has no name.';
  const ids = inside(item, 'id');
  return {
    readings: [{ name, kind: 'film', ...defined({ year: yearIn(item.year) }) }],
    ids: [...imdbId(given(ids, 'imdb')), ...tvdbId('film', given(ids, 'tvdb'))],
    key: `film ${given(ids, 'tvdb') ?? name}`,
    ...(flagIn(item.is_watched) ? viewing(String(item.watched_at ?? '')) : { state: 'planned' }),
    columns: keptFields(
      [item, ['title', 'year', 'is_watched', 'watched_at']],
      [ids, ['tvdb', 'imdb'], 'id.'],
    ),
  };
}

const json = (
  called: string,
  mark: RegExp,
  read: (item: JsonObject) => ItemSays | readonly ItemSays[] | string,
): Part =>
  jsonPart({
    member: memberCalled(`tvtime-${called}[^/]*\\.json`),
    isLike: (start) => /"tvdb"\s*:/.test(start) && mark.test(start) && !/"trakt"\s*:/.test(start),
    lists: (value) => [[value, read]],
  });

export const tvtime: HistoryFormat = {
  name: 'tvtime',
  parts: [
    ...tvTimeGdpr,
    tablePart({
      member: memberCalled('(tvtime-)?series-episodes[^/]*\\.csv'),
      needs: ['series_tvdb_id', 'season', 'episode', 'is_watched'],
      keeps: [
        'series_tvdb_id',
        'series_imdb_id',
        'title',
        'season',
        'episode',
        'tvdb_id',
        'watched_at',
        'rewatch_count',
        'special',
      ],
      row: episodeRow,
    }),
    tablePart({
      member: memberCalled('activity[-_]history[^/]*\\.csv'),
      needs: ['tvdb_id', 'type', 'title', 'is_watched', 'is_watchlisted'],
      keeps: [
        'imdb_id',
        'tvdb_id',
        'type',
        'title',
        'season',
        'episode',
        'is_special',
        'is_watched',
        'watched_at',
        'status',
        'is_watchlisted',
        'rating',
      ],
      row: liberatorRow,
    }),
    tablePart({
      member: memberCalled('(tvtime-)?movies[^/]*\\.csv'),
      needs: ['uuid', 'tvdb_id', 'title', 'is_watched'],
      lacks: ['series_tvdb_id'],
      keeps: [
        'uuid',
        'tvdb_id',
        'imdb_id',
        'title',
        'year',
        'created_at',
        'watched_at',
        'is_watched',
        'rewatch_count',
      ],
      row: filmRow,
    }),
    tablePart({
      member: memberCalled('(tvtime-)?series[^/]*\\.csv'),
      needs: ['uuid', 'tvdb_id', 'title', 'status'],
      lacks: ['season'],
      keeps: ['tvdb_id', 'imdb_id', 'title', 'status', 'created_at'],
      row: (row) => {
        const series = seriesOf(row.cell('title'), { id: row.cell('tvdb_id') });
        if (series === undefined) return 'It names no series.';
        const state = STATES[row.cell('status')];
        return {
          ...series,
          ids: [...series.ids, ...imdbId(row.cell('imdb_id'))],
          key: `series\n${row.cell('tvdb_id') || row.cell('title')}`,
          ...defined({ state, saidAt: instantIn(row.cell('created_at')) }),
        };
      },
    }),
    tablePart({
      member: memberCalled('(tvtime-)?lists[^/]*\\.csv'),
      needs: ['list_name', 'item_type', 'tvdb_id', 'name'],
      keeps: ['list_id', 'list_name', 'item_type', 'tvdb_id', 'name', 'custom_order'],
      row: (row) => {
        const list = nameIn(row.cell('list_name'));
        const isFilm = row.cell('item_type') === 'movie';
        const named = namedYear(row.cell('name'));
        const ids = tvdbId(isFilm ? 'film' : 'series', row.cell('tvdb_id'));
        if (list === undefined || (named === undefined && ids.length === 0))
          return 'It names no title or no list.';
        return {
          readings: [{ name: '', ...named, kind: isFilm ? 'film' : 'series' }],
          ids,
          key: `list\n${list}\n${row.cell('tvdb_id') || named?.name}`,
          lists: [list],
        };
      },
    }),
    json('series', /"seasons"\s*:/, seriesItem),
    json('movies', /"is_watched"\s*:/, filmItem),
  ],
};
