// The table of formats that come in: how each is told by its content, and how it is taken apart. A new format is a
// file of its own and a line here.
import type { Show } from '../core/show.ts';
import { isArchive, type ParsedArchive, parseArchive } from './archive.ts';
import { decodeText } from './decode.ts';
import { firstRecord } from './json-lines.ts';
import { parseNetflixTitles } from './netflix-titles.ts';
import { isUnusable, type Parsed, type Unusable } from './problems.ts';
import { parseReviewFile } from './review-file.ts';
import { parseRunonReviews } from './runon-reviews.ts';
import { parseRunonShows } from './runon-shows.ts';
import { isZip, listMembers, type NamedBytes, unzipMember } from './zip.ts';

/** What a file brings, in the archive's terms: the widest of the formats. */
export type Brought = ParsedArchive;

export type Format = {
  readonly name: string;
  readonly help: string;
  readonly isLike: (file: NamedBytes) => boolean | Promise<boolean>;
  readonly parse: (file: NamedBytes) => Brought | Unusable | Promise<Brought | Unusable>;
};

/** The member of an export's ZIP, and the file of its folder, that is read back. */
export const ARCHIVE_MEMBER = 'runon.jsonl';

/** What a file that is nothing else is taken for, if it reads as prose. */
export const PROSE_FORMAT = 'review';

export const FORMATS: readonly Format[] = [
  {
    name: 'runon-archive',
    help: 'what "runon export" writes: a ZIP, or its runon.jsonl',
    isLike: async ({ bytes }) => (isZip(bytes) ? hasMember(bytes, ARCHIVE_MEMBER) : isArchive(bytes)),
    parse: async ({ bytes }) => {
      const member = isZip(bytes) ? await unzipMember(bytes, ARCHIVE_MEMBER) : { bytes };
      return isUnusable(member) ? member : parseArchive(member.bytes);
    },
  },
  {
    name: 'runon-reviews',
    help: 'reviews as JSON lines: id, show, text, and what is known beside them',
    isLike: ({ bytes }) => hasFields(bytes, ['show', 'text']),
    parse: ({ bytes }) => {
      const { entries, problems } = parseRunonReviews(bytes);
      return { ...NOTHING, reviews: entries, problems };
    },
  },
  {
    name: 'runon-shows',
    help: 'titles as JSON lines: id, title, nativeTitle, otherTitles, people and facts',
    isLike: ({ bytes }) => hasFields(bytes, ['id', 'title']) && !hasFields(bytes, ['text']),
    parse: ({ bytes }) => broughtShows(parseRunonShows(bytes)),
  },
  {
    name: 'netflix-titles',
    help: 'the table "Netflix Movies and TV Shows" as CSV',
    isLike: ({ bytes }) => /^\uFEFF?"?show_id"?,/.test(startOf(bytes)),
    parse: ({ bytes }) => broughtShows(parseNetflixTitles(bytes)),
  },
  {
    name: PROSE_FORMAT,
    help: 'one review as plain text or Markdown; --about says of which title',
    isLike: (file) => /\.(txt|text|md|markdown)$/i.test(file.name) || isProse(file),
    parse: ({ bytes }) => {
      const parsed = parseReviewFile(bytes);
      return isUnusable(parsed)
        ? parsed
        : { ...NOTHING, reviews: [parsed.review], problems: parsed.problems };
    },
  },
];

export async function recogniseFormat(file: NamedBytes): Promise<Format | undefined> {
  for (const format of FORMATS) if (await format.isLike(file)) return format;
  return undefined;
}

const NOTHING: Brought = {
  shows: [],
  reviews: [],
  corrections: [],
  watches: [],
  diary: [],
  tastes: [],
  lists: [],
  problems: [],
};

const broughtShows = ({ entries, problems }: Parsed<Show>): Brought => ({
  ...NOTHING,
  shows: entries,
  problems,
});

function hasFields(bytes: Uint8Array, names: readonly string[]): boolean {
  const record = firstRecord(bytes);
  return record !== undefined && names.every((name) => Object.hasOwn(record, name));
}

async function hasMember(bytes: Uint8Array, wanted: string): Promise<boolean> {
  const members = await listMembers(bytes);
  return !isUnusable(members) && members.some(({ name }) => name.split('/').at(-1) === wanted);
}

const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 300));

/** Text that is no data of a kind that Runon does not know: those are refused rather than kept as a review. */
function isProse({ name, bytes }: NamedBytes): boolean {
  if (/\.(json|jsonl|ndjson|csv|tsv|xml|html?|zip|gz|pdf|docx?)$/i.test(name)) return false;
  const start = startOf(bytes).trimStart();
  return start !== '' && !/^[{[<]/.test(start) && !isUnusable(decodeText(bytes));
}
