// The table "Netflix Movies and TV Shows" (netflix_titles.csv) as shows: one row per title, columns by name.
// Repairs the damage that copies of this table are known to have; keeps no descriptions. A bad row never loses the file.
import { type CsvError, parse } from 'csv-parse/sync';
import type { Credit, Show, ShowId } from '../core/show.ts';
import { findCountryCode } from './country-names.ts';
import { cleanText, foldTitle, repairTitle, scriptOf, slugOf, splitPeople } from './netflix-names.ts';

export type RowProblem = { readonly line: number; readonly message: string };
export type ImportedShows = { readonly entries: readonly Show[]; readonly problems: readonly RowProblem[] };

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
  'Sci-Fi & Fantasy': 'Science fiction & fantasy',
  'Science & Nature TV': 'Science & nature',
  'Sports Movies': 'Sports',
  'Stand-Up Comedy': 'Stand-up comedy',
  'Stand-Up Comedy & Talk Shows': 'Stand-up comedy & talk',
  'TV Action & Adventure': 'Action & adventure',
  'TV Comedies': 'Comedy',
  'TV Dramas': 'Drama',
  'TV Horror': 'Horror',
  'TV Mysteries': 'Mystery',
  'TV Sci-Fi & Fantasy': 'Science fiction & fantasy',
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
    if (code === undefined) note(`the country “${name.slice(0, 80)}” is not known and was left out`);
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
    note(`the age rating “${rating.slice(0, 40)}” is not known and was left out`);
  return undefined;
}

function yearOf(row: Row, note: Note): number | undefined {
  const cell = cleanText(row.release_year ?? '');
  if (/^(18|19|20)\d\d$/.test(cell)) return Number(cell);
  note(`the year “${cell.slice(0, 40)}” is none`);
  return undefined;
}

const isGenre = (shelf: string): boolean => Object.hasOwn(GENRES, shelf);

/** One row as a show whose id is not settled yet, or a sentence that says why it cannot be one. */
function readRow(row: Row, note: Note): Show | string {
  const kind = { Movie: 'film', 'TV Show': 'series' }[cleanText(row.type ?? '')] as Show['kind'] | undefined;
  if (kind === undefined) return 'the type is neither “Movie” nor “TV Show”';
  const year = yearOf(row, note);
  const title = repairTitle(cleanText(row.title ?? ''), year);
  if (title === undefined)
    return 'the title was turned into a date or a number, and what it was is not known';
  if (title === '') return 'the title is empty';
  if (title.length > LONGEST_TITLE) return 'the title is too long';
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

const creditKey = (credit: Credit): string => `${credit.role}|${foldTitle(credit.name)}`;

/** Same kind, year and folded title, and half of the shorter list of credits in common. */
function isSameShow(one: Show, other: Show): boolean {
  if (one.kind !== other.kind || one.year !== other.year) return false;
  const keys = new Set(one.credits.map(creditKey));
  const shared = other.credits.filter((credit) => keys.has(creditKey(credit))).length;
  return shared > 0 && shared * 2 >= Math.min(one.credits.length, other.credits.length);
}

function join(one: Show, other: Show): Show {
  const known = new Set(one.credits.map(creditKey));
  return {
    ...other,
    ...one,
    countries: unique([...one.countries, ...other.countries]),
    genres: unique([...one.genres, ...other.genres]),
    credits: [...one.credits, ...other.credits.filter((credit) => !known.has(creditKey(credit)))],
    outsideIds: [...one.outsideIds, ...other.outsideIds],
  };
}

/** `byId` counts how often an id was wished for, so that a table of one title repeated stays linear. */
type Found = {
  readonly shows: Show[];
  readonly byTitle: Map<string, number[]>;
  readonly byId: Map<string, number>;
};
const MOST_COMPARED = 20;

/** Puts the show in, or joins it with one that is there already; answers the position of the one it was joined with. */
function put(found: Found, show: Show): number | undefined {
  const key = foldTitle(show.title);
  const alike = found.byTitle.get(key) ?? [];
  const same = alike.slice(0, MOST_COMPARED).find((at) => isSameShow(found.shows[at]!, show));
  if (same !== undefined) {
    found.shows[same] = join(found.shows[same]!, show);
    return same;
  }
  let id: string = show.id;
  for (let number = found.byId.get(show.id) ?? 1; found.byId.has(id); number++) {
    id = `${show.id}-${number + 1}`;
    found.byId.set(show.id, number + 1);
  }
  found.byId.set(id, 1);
  if (alike.length < MOST_COMPARED) found.byTitle.set(key, [...alike, found.shows.length]);
  found.shows.push({ ...show, id: id as ShowId });
  return undefined;
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function parseRows(text: string, problems: RowProblem[]): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error: CsvError | undefined) => {
        problems.push({ line: Number(error?.lines ?? 0), message: 'the row is not well-formed CSV' });
        return undefined;
      },
    }) as unknown as Parsed[];
  } catch {
    problems.push({ line: 1, message: 'the file is not well-formed CSV' });
    return [];
  }
}

/** The shows of the table in its order, and what could not be used, with the line in the file (the header is line 1). */
export function parseNetflixTitles(bytes: Uint8Array): ImportedShows {
  const problems: RowProblem[] = [];
  const [header, ...rows] = parseRows(new TextDecoder().decode(bytes), problems);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = NEEDED_COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return { entries: [], problems: [{ line: 1, message: `no column is named ${missing.join(', ')}` }] };

  const found: Found = { shows: [], byTitle: new Map(), byId: new Map() };
  let line = header!.info.lines;
  for (const { record, info } of rows) {
    // csv-parse says where a record ends; a cell may hold line breaks.
    line = Math.max(line + 1, info.lines - record.join('').split('\n').length + 1);
    const note: Note = (message) => problems.push({ line, message });
    const row: Row = Object.fromEntries(columns.map((name, at) => [name, record[at]]));
    const show = readRow(row, note);
    if (typeof show === 'string') note(`${show}; the row was left out`);
    else {
      const joined = put(found, show);
      if (joined !== undefined) note(`the same show as ${found.shows[joined]!.id}; the two rows were joined`);
    }
  }
  return { entries: found.shows, problems };
}
