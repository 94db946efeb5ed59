// MyAnimeList's XML, which most services for anime take. Only titles whose id there is known can go: nothing else in the
// file says which anime is meant.
import type { WatchState } from '../../core/watching.ts';
import { idAt, type Outgoing, type OwnTitle, ratingOf, utf8 } from './own-title.ts';

const STATES: Readonly<Record<WatchState, string>> = {
  planned: 'Plan to Watch',
  watching: 'Watching',
  done: 'Completed',
  dropped: 'Dropped',
};
const NO_DAY = '0000-00-00';

export const myanimelist: Outgoing = {
  name: 'myanimelist',
  help: 'anime whose id at MyAnimeList is known, as its XML',
  write: (titles) => {
    const known = titles.flatMap((own) => {
      const id = idAt('mal', own.show);
      return id === undefined || own.watch === undefined ? [] : [animeElement(own, id, own.watch)];
    });
    const head =
      '<?xml version="1.0" encoding="UTF-8"?>\n<myanimelist>\n<myinfo><user_export_type>1</user_export_type></myinfo>\n';
    return [{ name: 'animelist.xml', bytes: utf8(`${head}${known.join('')}</myanimelist>\n`) }];
  },
};

function animeElement(own: OwnTitle, id: string, watch: NonNullable<OwnTitle['watch']>): string {
  const { show } = own;
  const seen = watch.state === 'done' ? (show.episodes ?? watch.episode ?? 0) : (watch.episode ?? 0);
  const fields: readonly (readonly [string, string | number])[] = [
    ['series_animedb_id', id],
    ['series_title', cdata(show.title)],
    ['series_type', show.kind === 'film' ? 'Movie' : 'TV'],
    ['series_episodes', show.kind === 'film' ? 1 : (show.episodes ?? 0)],
    ['my_watched_episodes', seen],
    ['my_start_date', watch.startedOn ?? NO_DAY],
    ['my_finish_date', watch.finishedOn ?? NO_DAY],
    ['my_score', Math.round((ratingOf(own) ?? 0) * 2)],
    ['my_status', STATES[watch.state]],
    ['my_times_watched', watch.rewatches],
    ['my_comments', cdata(watch.note ?? '')],
    ['update_on_import', 1],
  ];
  return `<anime>\n${fields.map(([name, value]) => `<${name}>${value}</${name}>\n`).join('')}</anime>\n`;
}

/** What XML cannot hold at all is left out. */
const cdata = (text: string): string =>
  `<![CDATA[${text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
