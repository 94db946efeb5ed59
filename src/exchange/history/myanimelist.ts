// MyAnimeList's export: XML, one element per series, one per season in truth. Scores are whole numbers up to 10, 0 is
// none, days of zeros are none. Manga are left out. Other sites write the same format for anime.

import type { HistoryEntry } from '../../core/history/entry.ts';
import { plainId } from '../../core/history/outside-ids.ts';
import type { WatchState } from '../../core/watching.ts';
import type { Problem } from '../problems.ts';
import { dayIn, nameIn, proseIn, ratingIn, wholeIn } from './cells.ts';
import { type Batches, type HistoryFormat, memberCalled, type Opened } from './format.ts';

const KEEPS = [
  'series_animedb_id',
  'series_title',
  'series_type',
  'series_episodes',
  'my_watched_episodes',
  'my_start_date',
  'my_finish_date',
  'my_score',
  'my_status',
  'my_times_watched',
  'my_comments',
  'my_tags',
] as const;
type Field = (typeof KEEPS)[number];
type Anime = { readonly line: number; readonly fields: Readonly<Partial<Record<Field, string>>> };

const LIMIT_FIELD = 100_000;
const PIECE_CHARACTERS = 64 * 1024;

/** Numbers are what older exports wrote. */
const STATES: Readonly<Record<string, WatchState>> = {
  watching: 'watching',
  '1': 'watching',
  completed: 'done',
  '2': 'done',
  onhold: 'watching',
  '3': 'watching',
  dropped: 'dropped',
  '4': 'dropped',
  plantowatch: 'planned',
  '6': 'planned',
};

async function* read(opened: Opened): Batches {
  const { default: sax } = await import('sax');
  const parser = sax.parser(true, { trim: false, position: true });
  const problems: Problem[] = [];
  let found: Anime[] = [];
  let anime: { line: number; fields: Partial<Record<Field, string>> } | undefined;
  let field: Field | undefined;
  parser.onopentag = ({ name }) => {
    if (name === 'anime') anime = { line: parser.line + 1, fields: {} };
    else field = anime === undefined ? undefined : KEEPS.find((one) => one === name);
  };
  const take = (text: string) => {
    if (anime === undefined || field === undefined) return;
    const all = (anime.fields[field] ?? '') + text;
    anime.fields[field] = all.slice(0, LIMIT_FIELD);
  };
  parser.ontext = take;
  parser.oncdata = take;
  parser.onclosetag = (name) => {
    if (name === 'anime' && anime !== undefined) {
      found.push(anime);
      anime = undefined;
    }
    field = undefined;
  };
  parser.onerror = (error) => {
    if (problems.length < 100)
      problems.push({
        line: parser.line + 1,
        message: `The XML is not well-formed here: ${error.message.split('\n')[0]}.`,
      });
    // Reading goes on after what is broken.
    parser.error = null as never;
    parser.resume();
  };
  const { text } = opened;
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    parser.write(text.slice(at, at + PIECE_CHARACTERS));
    yield told(found.splice(0), problems.splice(0), opened);
  }
  parser.close();
  yield told(found, problems, opened);
  found = [];
}

function told(found: readonly Anime[], problems: readonly Problem[], { member }: Opened) {
  const entries: HistoryEntry[] = [];
  const wrong: Problem[] = [...problems];
  for (const { line, fields } of found) {
    const name = nameIn(fields.series_title);
    if (name === undefined) wrong.push({ line, message: 'The series has no title and was left out.' });
    else entries.push({ ...animeOf(name, fields), line, ...(member === undefined ? {} : { member }) });
  }
  return { entries, problems: wrong };
}

function animeOf(name: string, fields: Anime['fields']): Omit<HistoryEntry, 'line'> {
  const ids = plainId('mal', fields.series_animedb_id);
  const state = STATES[(fields.my_status ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')];
  const rating = ratingIn(fields.my_score, 10);
  const [startedOn, finishedOn] = [dayIn(fields.my_start_date), dayIn(fields.my_finish_date)];
  const episode = wholeIn(fields.my_watched_episodes, 1);
  const times = wholeIn(fields.my_times_watched, 1);
  const text = proseIn(fields.my_comments);
  const isFilm = /^(movie|1 movie)$/i.test(fields.series_type?.trim() ?? '');
  return {
    key: ids[0]?.value ?? name,
    readings: [{ name, kind: isFilm ? 'film' : 'series' }],
    ids,
    ...(state === undefined ? {} : { state }),
    ...(rating === undefined ? {} : { rating }),
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(finishedOn === undefined ? {} : { finishedOn }),
    ...(episode === undefined || isFilm ? {} : { progress: { episode }, numbering: 'mal' }),
    ...(times === undefined ? {} : { rewatches: times }),
    ...(text === undefined ? {} : { review: { text } }),
    columns: Object.fromEntries(
      KEEPS.flatMap((key) => {
        const value = fields[key]?.trim();
        return value ? [[key, value.slice(0, 4000)]] : [];
      }),
    ),
  };
}

export const myanimelist: HistoryFormat = {
  name: 'myanimelist',
  parts: [
    {
      member: memberCalled('animelist.*\\.xml'),
      isLike: ({ text }) =>
        /^\uFEFF?\s*<[\s\S]*<myanimelist[\s>]/i.test(text) && !/<manga>|manga_mangadb_id/.test(text),
      read,
    },
  ],
};
