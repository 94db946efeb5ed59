// Simkl's backup: three lists of shows, films and anime, each with what was watched. Ids come as numbers or text.
import { imdbId, plainId, tmdbId, tvdbId } from '../../core/history/outside-ids.ts';
import type { OutsideId, ShowKind } from '../../core/show.ts';
import type { WatchState } from '../../core/watching.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import { dayIn, instantIn, nameIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { given, type ItemSays, inside, jsonPart, keptFields, type ReadItem } from './json-part.ts';

const STATES: Readonly<Record<string, WatchState>> = {
  plantowatch: 'planned',
  watching: 'watching',
  completed: 'done',
  hold: 'watching',
  notinteresting: 'dropped',
  dropped: 'dropped',
};

function idsOf(kind: ShowKind, ids: JsonObject): readonly OutsideId[] {
  return [
    ...imdbId(given(ids, 'imdb')),
    ...tmdbId(kind, given(ids, 'tmdb')),
    ...tvdbId(kind, given(ids, 'tvdb')),
    ...plainId('simkl', given(ids, 'simkl') ?? given(ids, 'simkl_id')),
    ...plainId('mal', given(ids, 'mal')),
    ...plainId('anilist', given(ids, 'anilist')),
  ];
}

const readItem =
  (list: 'shows' | 'movies' | 'anime'): ReadItem =>
  (item) => {
    const title = isObject(item.movie) ? item.movie : inside(item, 'show');
    const name = nameIn(title.title);
    if (name === undefined) return 'Its title has no name.';
    const isFilm =
      isObject(item.movie) || list === 'movies' || (list === 'anime' && item.anime_type === 'movie');
    const kind = isFilm ? 'film' : 'series';
    const ids = inside(title, 'ids');
    const about = {
      readings: [{ name, kind, ...defined({ year: yearIn(title.year) }) } as const],
      ids: idsOf(kind, ids),
    };
    const key = `${list} ${given(ids, 'simkl') ?? given(ids, 'simkl_id') ?? name}`;
    const last = /^S(\d+)E(\d+)$/i.exec(String(given(item, 'last_watched') ?? ''));
    const episodes = isFilm ? [] : watchedEpisodes(item, { ...about, key });
    const at =
      instantIn(item.last_watched_at) ??
      instantIn(item.user_rated_at) ??
      instantIn(item.added_to_watchlist_at);
    const isSeen = isFilm && item.status === 'completed';
    const on = dayIn(item.last_watched_at);
    return [
      {
        ...about,
        key,
        numbering: 'simkl',
        ...defined({
          state: STATES[String(item.status ?? '')],
          rating: ratingIn(item.user_rating, 10),
          saidAt: at,
          note: proseIn(isObject(item.memo) ? item.memo.text : item.memo),
        }),
        ...(isSeen ? { watched: { isRewatch: false, ...defined({ on }) } } : {}),
        ...(last === null || episodes.length > 0
          ? {}
          : { progress: { season: Number(last[1]), episode: Number(last[2]) } }),
        columns: keptFields(
          [
            item,
            [
              'last_watched_at',
              'status',
              'user_rating',
              'user_rated_at',
              'last_watched',
              'watched_episodes_count',
              'total_episodes_count',
              'anime_type',
              'added_to_watchlist_at',
            ],
          ],
          [title, ['title', 'year'], 'title.'],
          [ids, ['simkl', 'slug', 'imdb', 'tmdb', 'tvdb', 'mal', 'anilist'], 'ids.'],
        ),
      },
      ...episodes,
    ];
  };

function watchedEpisodes(
  item: JsonObject,
  about: Pick<ItemSays, 'readings' | 'ids' | 'key'>,
): readonly ItemSays[] {
  const seasons = Array.isArray(item.seasons) ? item.seasons.filter(isObject) : [];
  return seasons.flatMap((season) => {
    const number = wholeIn(season.number);
    const episodes = Array.isArray(season.episodes) ? season.episodes.filter(isObject) : [];
    return episodes.flatMap((one): readonly ItemSays[] => {
      const episode = wholeIn(one.number);
      if (episode === undefined || number === undefined) return [];
      const on = dayIn(one.watched_at);
      return [
        {
          ...about,
          readings: about.readings.map((reading) => ({ ...reading, episode: { season: number, episode } })),
          key: `${about.key} ${number} ${episode}`,
          numbering: 'simkl',
          watched: { isRewatch: false, ...defined({ on }) },
          ...defined({ saidAt: instantIn(one.watched_at) }),
          columns: {
            title: about.readings[0]!.name,
            season: String(number),
            ...keptFields([one, ['number', 'watched_at'], 'episode.']),
          },
        },
      ];
    });
  });
}

export const simkl: HistoryFormat = {
  name: 'simkl',
  parts: [
    jsonPart({
      member: memberCalled('simkl.*\\.json'),
      isLike: (start) =>
        /^\uFEFF?\s*\{/.test(start) &&
        /"(shows|movies|anime)"\s*:\s*\[/.test(start) &&
        (/"(status|user_rating|last_watched_at|simkl|simkl_id)"\s*:/.test(start) ||
          /^\s*\{(\s*"(shows|movies|anime)"\s*:\s*\[\s*\]\s*,?)+\s*\}\s*$/.test(start)),
      lists: (value) =>
        isObject(value)
          ? (['shows', 'movies', 'anime'] as const).map((list) => [value[list], readItem(list)] as const)
          : [],
    }),
  ],
};
