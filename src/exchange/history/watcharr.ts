// Watcharr's export: a list of what is on the watch list, shows with the seasons and episodes that were watched.
import { imdbId, tmdbId } from '../../core/history/outside-ids.ts';
import type { WatchState } from '../../core/watching.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import { dayIn, instantIn, nameIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { given, type ItemSays, inside, jsonPart, keptFields } from './json-part.ts';

const STATES: Readonly<Record<string, WatchState>> = {
  FINISHED: 'done',
  WATCHING: 'watching',
  PLANNED: 'planned',
  HOLD: 'watching',
  PAUSED: 'watching',
  DROPPED: 'dropped',
};
const STATED = ['status', 'rating', 'createdAt', 'updatedAt', 'seasonNumber', 'episodeNumber'];

function readItem(item: JsonObject): readonly ItemSays[] | string | undefined {
  const content = inside(item, 'content');
  const name = nameIn(content.title);
  const type = content.type;
  if (isObject(item.game)) return undefined;
  if (name === undefined || (type !== 'tv' && type !== 'movie')) return 'It names no title.';
  const kind = type === 'movie' ? 'film' : 'series';
  const year = yearIn(String(content.release_date ?? content.first_air_date ?? '').slice(0, 4));
  const about = {
    ids: [...tmdbId(kind, given(content, 'tmdbId')), ...imdbId(given(content, 'imdbId'))],
    readings: [{ name, kind, ...defined({ year }) } as const],
    numbering: 'tmdb',
  };
  const key = `${type} ${given(content, 'tmdbId') ?? name}`;
  const kept = (part: JsonObject) =>
    keptFields(
      [content, ['title', 'type', 'tmdbId', 'release_date', 'first_air_date'], 'content.'],
      [part, STATED],
    );
  const episodes = partsOf(item, 'watchedEpisodes').flatMap((part): readonly ItemSays[] => {
    const [season, episode] = [wholeIn(part.seasonNumber), wholeIn(part.episodeNumber)];
    if (season === undefined || episode === undefined) return [];
    const isSeen = part.status === undefined || part.status === 'FINISHED';
    const on = dayIn(part.createdAt);
    return [
      {
        ...about,
        readings: about.readings.map((reading) => ({ ...reading, episode: { season, episode } })),
        key: `${key} ${season} ${episode}`,
        ...(isSeen ? { watched: { isRewatch: false, ...defined({ on }) } } : {}),
        ...defined({ rating: ratingIn(part.rating, 10), saidAt: instantIn(part.createdAt) }),
        columns: kept(part),
      },
    ];
  });
  const seasons = partsOf(item, 'watchedSeasons').flatMap((part): readonly ItemSays[] => {
    const season = wholeIn(part.seasonNumber);
    if (season === undefined) return [];
    return [
      {
        ...about,
        readings: about.readings.map((reading) => ({ ...reading, episode: { season } })),
        key: `${key} season ${season}`,
        ...defined({ rating: ratingIn(part.rating, 10), saidAt: instantIn(part.updatedAt) }),
        columns: kept(part),
      },
    ];
  });
  const finished = kind === 'film' && item.status === 'FINISHED' ? viewingOf(item) : {};
  return [
    {
      ...about,
      key,
      ...defined({
        state: STATES[String(item.status ?? '')],
        rating: ratingIn(item.rating, 10),
        note: proseIn(item.thoughts),
        saidAt: instantIn(item.updatedAt) ?? instantIn(item.createdAt),
      }),
      ...finished,
      columns: { ...kept(item), ...keptFields([item, ['thoughts', 'pinned']]) },
    },
    ...seasons,
    ...episodes,
  ];
}

/** The day on which a film was marked as watched, where the activity says it. */
function viewingOf(item: JsonObject): Pick<ItemSays, 'watched'> {
  const done = partsOf(item, 'activity').find(
    ({ type, data }) => /STATUS_CHANGED|ADDED_WATCHED/.test(String(type)) && /FINISHED/.test(String(data)),
  );
  const on = dayIn(done?.customDate ?? done?.createdAt);
  return on === undefined ? {} : { watched: { isRewatch: false, on } };
}

const partsOf = (item: JsonObject, name: string): readonly JsonObject[] => {
  const list = item[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

export const watcharr: HistoryFormat = {
  name: 'watcharr',
  parts: [
    jsonPart({
      member: memberCalled('watcharr.*\\.json'),
      isLike: (start) => /"content"\s*:\s*\{/.test(start) && /"tmdbId"\s*:/.test(start),
      lists: (value) => [[value, readItem]],
    }),
  ],
};
