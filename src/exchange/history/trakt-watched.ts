// Trakt's sums per show: which episodes were watched how often and when last. The single viewings are in the history;
// where that is missing (an export can be partial) each episode's last viewing stands for it.
import { isObject, type JsonObject } from '../json-lines.ts';
import { dayIn, instantIn, wholeIn } from './cells.ts';
import { memberCalled, type Opened, type Part } from './format.ts';
import { type ItemSays, inside, jsonPart, keptFields } from './json-part.ts';
import { type Told, titleOf } from './trakt-item.ts';

export const watchedShows: Part = jsonPart({
  member: memberCalled('watched-shows(-\\d+)?\\.json'),
  isList: true,
  isLike: (start) => start.trim() === '[]' || (/"show"\s*:/.test(start) && start.includes('"plays"')),
  lists: async (value, opened) => {
    const hasHistory = (await historyIsThere(opened)) && opened.member !== undefined;
    return [[value, (item) => showOf(item, hasHistory)]];
  },
});

const historyIsThere = async (opened: Opened): Promise<boolean> =>
  /\{/.test((await opened.beside(memberCalled('watched-history(-\\d+)?\\.json'))) ?? '');

function showOf(item: JsonObject, hasHistory: boolean): readonly ItemSays[] | string | undefined {
  const told = titleOf(item);
  if (told === undefined || typeof told === 'string') return told;
  const { thing, isPart: _, ...title } = told;
  const at = instantIn(item.last_watched_at);
  const sum: ItemSays = {
    ...title,
    key: `watched ${thing}`,
    state: 'watching',
    ...(at === undefined ? {} : { saidAt: at }),
  };
  const seasons = Array.isArray(item.seasons) && !hasHistory ? item.seasons.filter(isObject) : [];
  const episodes = seasons.flatMap((season) => {
    const number = wholeIn(season.number);
    const list = Array.isArray(season.episodes) ? season.episodes.filter(isObject) : [];
    return number === undefined
      ? []
      : list.flatMap((episode) => episodeOf(told, { season: number, episode }));
  });
  return [sum, ...episodes];
}

function episodeOf(
  told: Told,
  { season, episode }: { readonly season: number; readonly episode: JsonObject },
): readonly ItemSays[] {
  const number = wholeIn(episode.number);
  if (number === undefined) return [];
  const { thing, isPart: _, ...title } = told;
  const on = dayIn(episode.last_watched_at);
  const at = instantIn(episode.last_watched_at);
  return [
    {
      ...title,
      readings: [{ ...title.readings[0]!, episode: { season, episode: number } }],
      numbering: 'trakt',
      key: `watched ${thing} ${season} ${number}`,
      watched: { isRewatch: false, ...(on === undefined ? {} : { on }) },
      ...(at === undefined ? {} : { saidAt: at }),
      columns: {
        ...title.columns,
        'episode.season': String(season),
        ...keptFields([inside({ episode }, 'episode'), ['number', 'plays', 'last_watched_at'], 'episode.']),
      },
    },
  ];
}
