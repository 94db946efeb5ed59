// IMDb's own tables: ratings, watch list and lists, in any of the languages in which it names the kinds of titles.

import { imdbId } from '../../core/history/outside-ids.ts';
import type { ShowKind } from '../../core/show.ts';
import type { Row } from '../csv-rows.ts';
import { dayIn, nameIn, proseIn, ratingIn, yearIn } from './cells.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { type RowSays, tablePart } from './table-part.ts';

const KEEPS = [
  'position',
  'const',
  'created',
  'modified',
  'description',
  'title',
  'original title',
  'url',
  'title type',
  'year',
  'release date',
  'your rating',
  'date rated',
];

/** Folded: lower case without spaces and hyphens. What is in neither list is no title that one watches. */
const SERIES = /series|serie|serien|séries|sorozat|сериал|дизи|dizi|シリーズ|剧集|劇集|시리즈|连续剧|連續劇/;
const EPISODE =
  /episode|episodio|episódio|épisode|folge|aflevering|avsnitt|bölüm|эпизод|에피소드|エピソード|单集|單集|剧集单集/;
const OTHER = /game|spiel|jeu|juego|gioco|jogo|podcast|musicvideo|musikvideo|게임|ゲーム|игра|oyun|游戏|遊戲/;

export type ImdbKind = ShowKind | 'episode' | 'other' | undefined;

/** "TV Series", "tvSeries", "Fernsehserie", "Série télévisée", "TV 시리즈". */
export function kindOfTitleType(type: string): ImdbKind {
  const folded = type.toLowerCase().replace(/[\s_-]/g, '');
  if (folded === '') return undefined;
  if (OTHER.test(folded)) return 'other';
  if (EPISODE.test(folded)) return 'episode';
  return SERIES.test(folded) ? 'series' : 'film';
}

function titleOf(row: Row): Pick<RowSays, 'readings' | 'ids' | 'key'> | string | undefined {
  const [id] = imdbId(row.cell('const') || row.cell('url'));
  const name = nameIn(row.cell('title'));
  if (name === undefined) return 'The title has no name.';
  const kind = kindOfTitleType(row.cell('title type'));
  if (kind === 'other') return undefined;
  const [original, year] = [nameIn(row.cell('original title')), yearIn(row.cell('year'))];
  const key = id?.value ?? `${name}\n${year ?? ''}`;
  if (kind === 'episode') return episodeOf(name, key);
  return {
    key,
    ids: id === undefined ? [] : [id],
    readings: [
      {
        name,
        ...(original === undefined || original === name ? {} : { otherNames: [original] }),
        ...(kind === undefined ? {} : { kind }),
        ...(year === undefined ? {} : { year }),
      },
    ],
  };
}

/** "Show: Episode"; the id and the year are the episode's, which says nothing of the show. */
function episodeOf(name: string, key: string): Pick<RowSays, 'readings' | 'ids' | 'key'> {
  const colon = name.indexOf(': ');
  const episode = colon < 0 ? {} : { title: name.slice(colon + 2) };
  return {
    key,
    ids: [],
    readings: [{ name: colon < 0 ? name : name.slice(0, colon), kind: 'series', episode }],
  };
}

function says(row: Row, more: (isEpisode: boolean) => Partial<RowSays>): RowSays | string | undefined {
  const title = titleOf(row);
  if (title === undefined || typeof title === 'string') return title;
  const isEpisode = title.readings[0]?.episode !== undefined;
  const extra = more(isEpisode);
  return { ...title, ...extra, key: `${extra.key ?? ''}\n${title.key}` };
}

export const imdb: HistoryFormat = {
  name: 'imdb',
  parts: [
    tablePart({
      member: memberCalled('ratings.*\\.csv'),
      needs: ['const', 'your rating', 'date rated', 'title'],
      lacks: ['position'],
      keeps: KEEPS,
      row: (row) =>
        says(row, () => {
          const rating = ratingIn(row.cell('your rating'), 10);
          const saidAt = dayIn(row.cell('date rated'));
          return {
            key: 'rating',
            ...(rating === undefined ? {} : { rating }),
            ...(saidAt === undefined ? {} : { saidAt }),
          };
        }),
    }),
    tablePart({
      member: memberCalled('(watchlist|list|.*).*\\.csv'),
      needs: ['position', 'const', 'title'],
      keeps: KEEPS,
      row: (row, opened) =>
        says(row, (isEpisode) => {
          const rating = ratingIn(row.cell('your rating'), 10);
          const saidAt = dayIn(row.cell('date rated')) ?? dayIn(row.cell('created'));
          const note = proseIn(row.cell('description'));
          const list = listNameOf(opened.name);
          const isPlanned = list === undefined && !isEpisode && rating === undefined;
          return {
            key: `list\n${list ?? ''}`,
            ...(isPlanned ? { state: 'planned' as const } : {}),
            ...(list === undefined ? {} : { lists: [list] }),
            ...(rating === undefined ? {} : { rating }),
            ...(saidAt === undefined ? {} : { saidAt }),
            ...(note === undefined ? {} : { note }),
          };
        }),
    }),
  ],
};

/** A list is told from the watch list by its file's name only; IMDb names files by the list, or by a number. */
function listNameOf(file: string): string | undefined {
  const base = file
    .replaceAll('\\', '/')
    .split('/')
    .at(-1)!
    .replace(/\.csv$/i, '')
    .trim();
  if (/watch\s*-?_?list/i.test(base) || base === '' || /^[0-9a-f-]{20,}( ?\(\d+\))?$/i.test(base))
    return undefined;
  return nameIn(base);
}
