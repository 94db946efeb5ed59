// Ryot's complete export: one JSON object with a list of metadata, each item with its viewings, ratings (out of 100),
// reviews and collections. Books, games, podcasts and workouts are left out.
import { plainId, tmdbId, tvdbId } from '../../core/history/outside-ids.ts';
import type { OutsideId, ShowKind } from '../../core/show.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import { dayIn, instantIn, nameIn, numberIn, proseIn, ratingIn, wholeIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { given, type ItemSays, jsonPart, keptFields } from './json-part.ts';

const KINDS: Readonly<Record<string, ShowKind>> = { show: 'series', anime: 'series', movie: 'film' };

function idsOf(source: string, kind: ShowKind, id: string | number | undefined): readonly OutsideId[] {
  if (source === 'tmdb') return tmdbId(kind, id);
  if (source === 'tvdb') return tvdbId(kind, id);
  if (source === 'anilist') return plainId('anilist', id);
  return source === 'mal' || source === 'myanimelist' ? plainId('mal', id) : [];
}

function readItem(item: JsonObject): readonly ItemSays[] | string | undefined {
  const lot = String(item.lot ?? '').toLowerCase();
  if (!Object.hasOwn(KINDS, lot)) return lot === '' ? 'It does not say what it is.' : undefined;
  const kind = KINDS[lot]!;
  const source = String(item.source ?? '').toLowerCase();
  const name = nameIn(item.source_id) ?? nameIn(item.title);
  if (name === undefined) return 'Its title has no name.';
  const key = `${lot} ${source} ${given(item, 'identifier') ?? name}`;
  const about = { ids: idsOf(source, kind, given(item, 'identifier')), numbering: source || 'ryot' };
  const columns = keptFields([item, ['lot', 'source', 'identifier', 'source_id', 'title']]);
  const lists = collectionsOf(item);
  return [
    ...partsOf(item, 'seen_history').map(
      (seen, at): ItemSays =>
        seenOf(seen, {
          about,
          kind,
          name,
          key: `${key} seen ${given(seen, 'ended_on') ?? at} ${given(seen, 'show_season_number') ?? ''} ${given(seen, 'show_episode_number') ?? given(seen, 'anime_episode_number') ?? ''}`,
          columns,
        }),
    ),
    ...partsOf(item, 'reviews').map(
      (review, at): ItemSays => reviewOf(review, { about, kind, name, key: `${key} review ${at}`, columns }),
    ),
    ...(lists.length === 0 ? [] : [listedOf(lists, { about, kind, name, key: `${key} lists`, columns })]),
  ];
}

type Around = {
  readonly about: Pick<ItemSays, 'ids' | 'numbering'>;
  readonly kind: ShowKind;
  readonly name: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
};

const partsOf = (item: JsonObject, name: string): readonly JsonObject[] => {
  const list = item[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

function readingOf(part: JsonObject, { kind, name }: Around): ItemSays['readings'] {
  const episode = defined({
    season: wholeIn(part.show_season_number),
    episode: wholeIn(part.show_episode_number) ?? wholeIn(part.anime_episode_number),
  });
  return [{ name, kind, ...(Object.keys(episode).length === 0 ? {} : { episode }) }];
}

function seenOf(seen: JsonObject, around: Around): ItemSays {
  const progress = numberIn(seen.progress);
  const isDone = progress === undefined || progress >= 100;
  const on = dayIn(seen.ended_on);
  return {
    ...around.about,
    key: around.key,
    readings: readingOf(seen, around),
    ...(isDone ? { watched: { isRewatch: false, ...defined({ on }) } } : { state: 'watching' }),
    ...defined({
      startedOn: dayIn(seen.started_on),
      saidAt: instantIn(seen.ended_on) ?? instantIn(seen.started_on),
    }),
    columns: {
      ...around.columns,
      ...keptFields([
        seen,
        [
          'progress',
          'started_on',
          'ended_on',
          'show_season_number',
          'show_episode_number',
          'anime_episode_number',
        ],
        'seen.',
      ]),
    },
  };
}

function reviewOf(part: JsonObject, around: Around): ItemSays {
  const review = isObject(part.review) ? part.review : {};
  const text = proseIn(review.text);
  return {
    ...around.about,
    key: around.key,
    readings: readingOf(part, around),
    ...defined({ rating: ratingIn(part.rating, 100), saidAt: instantIn(review.date) }),
    ...(text === undefined ? {} : { review: { text, ...defined({ publishedOn: dayIn(review.date) }) } }),
    columns: {
      ...around.columns,
      ...keptFields(
        [part, ['rating', 'show_season_number', 'show_episode_number'], 'review.'],
        [review, ['date', 'text', 'spoiler'], 'review.'],
      ),
    },
  };
}

function listedOf(lists: readonly string[], around: Around): ItemSays {
  const has = (name: string) => lists.some((list) => list.toLowerCase() === name);
  const own = lists.filter(
    (list) => !/^(watchlist|in progress|completed|monitoring|owned|reminders|custom|favorites)$/i.test(list),
  );
  const state = has('completed')
    ? 'done'
    : has('in progress')
      ? 'watching'
      : has('watchlist')
        ? 'planned'
        : undefined;
  return {
    ...around.about,
    key: around.key,
    readings: [{ name: around.name, kind: around.kind }],
    ...defined({ state, isLiked: has('favorites') ? true : undefined }),
    ...(own.length === 0 ? {} : { lists: own }),
    columns: { ...around.columns, collections: lists.join(', ').slice(0, 4000) },
  };
}

const collectionsOf = ({ collections }: JsonObject): readonly string[] =>
  (Array.isArray(collections) ? collections : []).flatMap(
    (one: unknown) => nameIn(isObject(one) ? (one.collection_name ?? one.name) : one) ?? [],
  );

export const ryot: HistoryFormat = {
  name: 'ryot',
  parts: [
    jsonPart({
      member: memberCalled('(ryot.*|.*export.*)\\.json'),
      isLike: (start) => /"lot"\s*:/.test(start) && /"(seen_history|identifier|source_id)"\s*:/.test(start),
      lists: (value) => [[isObject(value) ? (value.metadata ?? value.media) : value, readItem]],
    }),
  ],
};
