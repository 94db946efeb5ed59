// The starter guide's file (data/starter/titles.jsonl.gz) as shows, both ways: gzip of JSON lines, one title a line,
// nothing written that is empty. Where the facts come from is told in data/starter/README.md.
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Credit, CreditRole, Show, ShowId, ShowName } from '../core/show.ts';
import { scriptOf } from './script.ts';

export const STARTER_SOURCE = 'starter';
const TITLE_SOURCE = 'netflix-titles';
const MOST_BYTES = 64 * 1024 * 1024;

type Line = {
  readonly id: string;
  readonly kind: Show['kind'];
  readonly title: string;
  /** Further names, each with its source. */
  readonly names?: readonly ShowName[];
  readonly year?: number;
  readonly countries?: readonly string[];
  readonly genres?: readonly string[];
  readonly networks?: readonly string[];
  readonly firstAired?: string;
  readonly lastAired?: string;
  readonly seasons?: number;
  readonly episodes?: number;
  readonly minutes?: number;
  readonly ageRating?: string;
  readonly directors?: readonly string[];
  readonly cast?: readonly string[];
  /** Ids of the rows of the Netflix table. */
  readonly rows?: readonly string[];
};

const CREDITED = [
  ['directors', 'director'],
  ['cast', 'actor'],
] as const;

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

function lineOf(show: Show): Line {
  const named = (role: CreditRole) =>
    filled(show.credits.filter((credit) => credit.role === role).map((credit) => credit.name));
  const line: { [Field in keyof Line]: Line[Field] | undefined } = {
    id: show.id,
    kind: show.kind,
    title: show.title,
    names: filled(show.names.filter((name) => name.kind !== 'title')),
    year: show.year,
    countries: filled(show.countries),
    genres: filled(show.genres),
    networks: filled(show.networks),
    firstAired: show.firstAired,
    lastAired: show.lastAired,
    seasons: show.seasons,
    episodes: show.episodes,
    minutes: show.minutes,
    ageRating: show.ageRating,
    directors: named('director'),
    cast: named('actor'),
    rows: filled(show.outsideIds.map((id) => id.value)),
  };
  return line as Line;
}

function showOf(line: Line): Show {
  const { names, countries, genres, networks, directors: _directors, cast: _cast, rows, ...same } = line;
  const script = scriptOf(line.title);
  const credits: Credit[] = [];
  for (const [field, role] of CREDITED) for (const name of line[field] ?? []) credits.push({ name, role });
  const title: ShowName = {
    text: line.title,
    kind: 'title',
    ...(script && { script }),
    source: TITLE_SOURCE,
  };
  return {
    ...same,
    id: line.id as ShowId,
    names: names === undefined ? [title] : [title, ...names],
    countries: countries ?? [],
    genres: genres ?? [],
    networks: networks ?? [],
    platforms: ['Netflix'],
    credits,
    outsideIds: (rows ?? []).map((value) => ({ service: TITLE_SOURCE, value })),
    source: STARTER_SOURCE,
  };
}

/** The same shows give the same bytes with the same zlib. */
export function writeStarter(shows: readonly Show[]): Uint8Array {
  const text = shows.map((show) => `${JSON.stringify(lineOf(show))}\n`).join('');
  const bytes = gzipSync(text, { level: constants.Z_BEST_COMPRESSION });
  // Byte 9 names the operating system; 255 is "unknown", so that it does not depend on whose machine built it.
  bytes[9] = 255;
  return bytes;
}

/** Throws when the bytes are not a starter file: it is the project's own, so that would be a bug. */
export function readStarter(bytes: Uint8Array): Show[] {
  const text = gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
  const shows: Show[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (end < 0) throw new Error('the starter file breaks off within a line');
    shows.push(showOf(JSON.parse(text.slice(start, end)) as Line));
    start = end + 1;
  }
  return shows;
}
