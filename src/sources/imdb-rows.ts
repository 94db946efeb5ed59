// Rows of IMDb's non-commercial files (https://developer.imdb.com/non-commercial-datasets/): tab-separated, "\N" for
// nothing, told apart by their first line. A row that is not of its shape is undefined.
import type { ShowKind, ShowName } from '../core/show.ts';
import { known } from './shape.ts';

const HEADS = {
  basics: [
    'tconst',
    'titleType',
    'primaryTitle',
    'originalTitle',
    'isAdult',
    'startYear',
    'endYear',
    'runtimeMinutes',
    'genres',
  ],
  akas: ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  episode: ['tconst', 'parentTconst', 'seasonNumber', 'episodeNumber'],
} as const;
export type ImdbFile = keyof typeof HEADS;

export const imdbFileOf = (firstLine: string): ImdbFile | undefined =>
  (Object.keys(HEADS) as ImdbFile[]).find((name) => firstLine === HEADS[name].join('\t'));

const KINDS: Readonly<Record<string, ShowKind>> = {
  movie: 'film',
  tvMovie: 'film',
  short: 'film',
  tvShort: 'film',
  video: 'film',
  tvSpecial: 'film',
  tvSeries: 'series',
  tvMiniSeries: 'series',
};

export type ImdbTitle = {
  readonly id: string;
  /** Undefined for an episode, which is a title of its own there. */
  readonly kind?: ShowKind;
  readonly title: string;
  readonly originalTitle?: string;
  readonly year?: number;
  readonly endYear?: number;
  readonly minutes?: number;
  readonly genres: readonly string[];
};

const isId = (text: string | undefined): text is string => text !== undefined && /^tt\d{7,10}$/.test(text);
const cell = (text: string | undefined): string | undefined =>
  text === undefined || text === '\\N' || text === '' ? undefined : text;
function whole(text: string | undefined): number | undefined {
  const found = cell(text);
  return found !== undefined && /^\d{1,6}$/.test(found) ? Number(found) : undefined;
}

export function readBasics(line: string): ImdbTitle | undefined {
  const [id, type = '', title, original, , year, endYear, minutes, genres] = line.split('\t');
  const name = cell(title);
  if (!isId(id) || name === undefined || (KINDS[type] === undefined && type !== 'tvEpisode'))
    return undefined;
  return {
    id,
    title: name,
    genres: cell(genres)?.split(',') ?? [],
    ...known({
      kind: KINDS[type],
      originalTitle: original === title ? undefined : cell(original),
      year: whole(year),
      endYear: whole(endYear),
      minutes: whole(minutes),
    }),
  };
}

export type ImdbAka = { readonly id: string; readonly name: ShowName };

export function readAka(line: string): ImdbAka | undefined {
  const [id, , title, region, language, , , isOriginal] = line.split('\t');
  const text = cell(title);
  if (!isId(id) || text === undefined) return undefined;
  const code = cell(language) ?? (/^[A-Z]{2}$/.test(region ?? '') ? `und-${region}` : undefined);
  return {
    id,
    name: { text, kind: isOriginal === '1' ? 'native' : 'alternative', ...known({ language: code }) },
  };
}

export type ImdbEpisode = {
  readonly id: string;
  readonly parent: string;
  readonly season: number;
  readonly number: number;
};

/** One without a season or a number stands in no order and is undefined. */
export function readEpisode(line: string): ImdbEpisode | undefined {
  const [id, parent, season, number] = line.split('\t');
  const [at, of] = [whole(number), whole(season)];
  return isId(id) && isId(parent) && at !== undefined && of !== undefined
    ? { id, parent, season: of, number: at }
    : undefined;
}
