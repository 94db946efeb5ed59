// The table "Netflix Movies and TV Shows" (netflix_titles.csv) as shows: one row per title, columns by name.
// Repairs the damage that copies of this table are known to have; keeps no descriptions. A bad row never loses the file.
import { type CsvError, parse } from 'csv-parse/sync';
import type { Credit, Show, ShowId } from '../core/show.ts';
import { findCountryCode } from './country-names.ts';
import { decodeText } from './decode.ts';
import { createJoined, putShow } from './join-shows.ts';
import { cleanText, repairTitle, slugOf, splitPeople } from './netflix-names.ts';
import { isUnusable, type Parsed, type Problem } from './problems.ts';
import { scriptOf } from './script.ts';

const NEEDED_COLUMNS = ['show_id', 'type', 'title', 'release_year'] as const;
const SOURCE = 'netflix-titles';
const LONGEST_TITLE = 300;

/** What `listed_in` says about the show's kind of story. Shelves that only say "a film" or where from are left out. */
const GENRES: Readonly<Record<string, string>> = {
  'Action & Adventure': 'Action & adventure',
  'Anime Features': 'Anime',
  'Anime Series': 'Anime',
  'Children & Family Movies': 'Family',
  'Classic & Cult TV': 'Classic',
  'Classic Movies': 'Classic',
  Comedies: 'Comedy',
  'Crime TV Shows': 'Crime',
  'Cult Movies': 'Cult',
  Documentaries: 'Documentary',
  Docuseries: 'Documentary',
  Dramas: 'Drama',
  'Faith & Spirituality': 'Faith & spirituality',
  'Horror Movies': 'Horror',
  'Independent Movies': 'Independent',
  "Kids' TV": 'Children',
  'LGBTQ Movies': 'LGBTQ',
  'Music & Musicals': 'Music & musicals',
  'Reality TV': 'Reality',
  'Romantic Movies': 'Romance',
  'Romantic TV Shows': 'Romance',
  'Sci-Fi & Fantasy': 'Sci-fi & fantasy',
  'Science & Nature TV': 'Science & nature',
  'Sports Movies': 'Sports',
  'Stand-Up Comedy': 'Stand-up comedy',
  'Stand-Up Comedy & Talk Shows': 'Stand-up comedy & talk',
  'TV Action & Adventure': 'Action & adventure',
  'TV Comedies': 'Comedy',
  'TV Dramas': 'Drama',
  'TV Horror': 'Horror',
  'TV Mysteries': 'Mystery',
  'TV Sci-Fi & Fantasy': 'Sci-fi & fantasy',
  'TV Thrillers': 'Thriller',
  'Teen TV Shows': 'Teen',
  Thrillers: 'Thriller',
};
/** Shelves that name a country; believed only when the row names none (a few list a dubbed import there). */
const COUNTRY_SHELVES: Readonly<Record<string, string>> = {
  'British TV Shows': 'GB',
  'Korean TV Shows': 'KR',
};

const AGE_RATINGS: ReadonlySet<string> = new Set(
  'G PG PG-13 R NC-17 TV-Y TV-Y7 TV-Y7-FV TV-G TV-PG TV-14 TV-MA'.split(' '),
);
const UNRATED: ReadonlySet<string> = new Set(['', 'NR', 'UR']);

type Row = Readonly<Record<string, string | undefined>>;
type Note = (message: string) => void;

const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(',')
    .map(cleanText)
    .filter((item) => item !== '');

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function countriesOf(row: Row, note: Note): string[] {
  const codes: string[] = [];
  for (const name of listOf(row.country)) {
    const code = findCountryCode(name);
    if (code === undefined) note(`The country “${name.slice(0, 80)}” is not known and was left out.`);
    else codes.push(code);
  }
  if (codes.length > 0) return unique(codes);
  return unique(listOf(row.listed_in).flatMap((shelf) => COUNTRY_SHELVES[shelf] ?? []));
}

/** Minutes may stand in the rating's column when the duration is empty. */
function lengthOf(row: Row): { minutes?: number; seasons?: number } {
  for (const cell of [row.duration, row.rating]) {
    const match = /^(\d{1,4}) (min|Seasons?)$/.exec(cleanText(cell ?? ''));
    if (match === null) continue;
    const count = Number(match[1]);
    if (count > 0) return match[2] === 'min' ? { minutes: count } : { seasons: count };
  }
  return {};
}

function ageRatingOf(row: Row, note: Note): string | undefined {
  const rating = cleanText(row.rating ?? '');
  if (AGE_RATINGS.has(rating)) return rating;
  if (!UNRATED.has(rating) && !/^\d{1,4} min$/.test(rating))
    note(`The age rating “${rating.slice(0, 40)}” is not known and was left out.`);
  return undefined;
}

function yearOf(row: Row, note: Note): number | undefined {
  const cell = cleanText(row.release_year ?? '');
  if (/^(18|19|20)\d\d$/.test(cell)) return Number(cell);
  note(`The year “${cell.slice(0, 40)}” is not a year and was left out.`);
  return undefined;
}

const isGenre = (shelf: string): boolean => Object.hasOwn(GENRES, shelf);

/** One row as a show whose id is not settled yet, or a sentence that says why it cannot be one. */
function readRow(row: Row, note: Note): Show | string {
  const kind = { Movie: 'film', 'TV Show': 'series' }[cleanText(row.type ?? '')] as Show['kind'] | undefined;
  if (kind === undefined) return 'The type is neither “Movie” nor “TV Show”';
  const year = yearOf(row, note);
  const title = repairTitle(cleanText(row.title ?? ''), year);
  if (title === undefined)
    return 'The title was turned into a date or a number, and what it was is not known';
  if (title === '') return 'The title is empty';
  if (title.length > LONGEST_TITLE) return 'The title is too long';
  const script = scriptOf(title);
  const ageRating = ageRatingOf(row, note);
  const outsideId = cleanText(row.show_id ?? '');
  const credits: Credit[] = [
    ...splitPeople(row.director ?? '').map((name) => ({ name, role: 'director' as const })),
    ...splitPeople(row.cast ?? '').map((name) => ({ name, role: 'actor' as const })),
  ];
  return {
    id: slugOf(title, year, outsideId) as ShowId,
    kind,
    title,
    names: [{ text: title, kind: 'title', ...(script && { script }), source: SOURCE }],
    ...(year !== undefined && { year }),
    countries: countriesOf(row, note),
    genres: unique(listOf(row.listed_in).flatMap((shelf) => (isGenre(shelf) ? [GENRES[shelf]!] : []))),
    networks: [],
    platforms: ['Netflix'],
    ...lengthOf(row),
    ...(ageRating !== undefined && { ageRating }),
    credits,
    outsideIds: outsideId === '' ? [] : [{ service: SOURCE, value: outsideId }],
    source: SOURCE,
  };
}

type CsvRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** A quoted cell that never ends swallows every row after it; the problem then names the row where it begins. */
function parseRows(text: string, problems: Problem[]): CsvRow[] {
  let isCutOff = false;
  const rows = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') isCutOff = true;
      else problems.push({ line: Number(error?.lines ?? 1), message: 'The row is not well-formed CSV.' });
      return undefined;
    },
  }) as unknown as CsvRow[];
  const line = (rows.at(-1)?.info.lines ?? 0) + 1;
  if (isCutOff)
    problems.push({ line, message: 'A quoted cell is not closed; nothing after it could be read.' });
  return rows;
}

/** The shows of the table in its order, and what could not be used, with the line in the file (the header is line 1). */
export function parseNetflixTitles(bytes: Uint8Array): Parsed<Show> {
  const decoded = decodeText(bytes);
  if (isUnusable(decoded))
    return { entries: [], problems: [{ line: 1, message: `The file ${decoded.unusable}.` }] };
  const problems: Problem[] = [];
  const [header, ...rows] = parseRows(decoded.text, problems);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = NEEDED_COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return {
      entries: [],
      problems: [
        {
          line: 1,
          message: `No column is named ${missing.join(', ')}; this is not the table of Netflix titles.`,
        },
      ],
    };

  const found = createJoined();
  let line = header!.info.lines;
  for (const { record, info } of rows) {
    // csv-parse says where a record ends; a cell may hold line breaks.
    line = Math.max(line + 1, info.lines - record.join('').split('\n').length + 1);
    const note: Note = (message) => problems.push({ line, message });
    const row: Row = Object.fromEntries(columns.map((name, at) => [name, record[at]]));
    const show = readRow(row, note);
    if (typeof show === 'string') note(`${show}; the row was left out.`);
    else {
      const joined = putShow(found, show);
      if (joined !== undefined)
        note(`The same show as ${found.shows[joined]!.id}; the two rows were joined.`);
    }
  }
  return { entries: found.shows, problems };
}
