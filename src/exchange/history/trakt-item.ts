// What an item of Trakt's is of: a film, or a show with perhaps a season or an episode of it.

import { imdbId, tmdbId, traktId, tvdbId } from '../../core/history/outside-ids.ts';
import type { OutsideId, ShowKind } from '../../core/show.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import { nameIn, wholeIn, yearIn } from './cells.ts';
import { given, type ItemSays, inside, keptFields } from './json-part.ts';

export type Told = Pick<ItemSays, 'readings' | 'ids' | 'numbering' | 'columns'> & {
  /** Which thing of Trakt's it is, for keys. */
  readonly thing: string;
  readonly isPart: boolean;
};

const IDS = ['trakt', 'slug', 'imdb', 'tmdb', 'tvdb'] as const;

function idsOf(kind: ShowKind, title: JsonObject): readonly OutsideId[] {
  const ids = inside(title, 'ids');
  return [
    ...imdbId(given(ids, 'imdb')),
    ...tmdbId(kind, given(ids, 'tmdb')),
    ...tvdbId(kind, given(ids, 'tvdb')),
    ...traktId(kind, given(ids, 'trakt')),
  ];
}

/** What the item is of; a sentence when it is of nothing that can be named, undefined when it is of a person or a list. */
export function titleOf(item: JsonObject): Told | string | undefined {
  const kind = isObject(item.movie) ? 'film' : isObject(item.show) ? 'series' : undefined;
  if (kind === undefined)
    return isObject(item.person) || isObject(item.list) || isObject(item.user)
      ? undefined
      : 'It names no title.';
  const title = inside(item, kind === 'film' ? 'movie' : 'show');
  const name = nameIn(title.title);
  if (name === undefined) return 'Its title has no name.';
  const [episode, season] = [inside(item, 'episode'), inside(item, 'season')];
  const place = {
    season: wholeIn(episode.season) ?? wholeIn(season.number),
    episode: wholeIn(episode.number),
    title: nameIn(episode.title),
  };
  const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  const isPart = Object.keys(known).length > 0;
  const year = yearIn(title.year);
  const number = given(inside(title, 'ids'), 'trakt') ?? `${name}/${year ?? ''}`;
  return {
    readings: [
      { name, kind, ...(year === undefined ? {} : { year }), ...(isPart ? { episode: known } : {}) },
    ],
    ids: idsOf(kind, title),
    ...(isPart ? { numbering: 'trakt' } : {}),
    thing: `${kind} ${number} ${place.season ?? ''} ${place.episode ?? ''}`.trim(),
    isPart,
    columns: keptFields(
      [
        item,
        [
          'id',
          'type',
          'action',
          'watched_at',
          'last_watched_at',
          'rated_at',
          'listed_at',
          'rating',
          'plays',
          'notes',
        ],
      ],
      [title, ['title', 'year'], 'title.'],
      [inside(title, 'ids'), IDS, 'ids.'],
      [episode, ['season', 'number', 'title'], 'episode.'],
      [season, ['number'], 'season.'],
    ),
  };
}
