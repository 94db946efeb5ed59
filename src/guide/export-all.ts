// Everything that a person owns, as files that people can read and one that Runon reads back: reviews with what was
// read in them, corrections, the watch list, the diary, and the titles that they are about.
import type { Review } from '../core/review.ts';
import type { Show, ShowId } from '../core/show.ts';
import { type Archive, writeArchive } from '../exchange/archive.ts';
import { writeTable } from '../exchange/csv.ts';
import { ARCHIVE_MEMBER } from '../exchange/formats.ts';
import { writeReviewFile } from '../exchange/review-file.ts';
import { type NamedBytes, writeZip } from '../exchange/zip.ts';
import { listAllCorrections } from '../store/corrections.ts';
import { listDiary } from '../store/diaries.ts';
import { listListItems } from '../store/lists.ts';
import { findReading } from '../store/readings.ts';
import { listReviews } from '../store/reviews.ts';
import { eachPageOfShows } from '../store/shows.ts';
import { listWatches } from '../store/watches.ts';
import { applyCorrections } from './corrections.ts';
import { today } from './dates.ts';
import type { Guide } from './guide.ts';
import { tasteOf } from './move-tastes.ts';

/** The file that imports back, alone. */
export async function exportArchive(guide: Guide): Promise<Uint8Array> {
  return writeArchive(await ownThings(guide));
}

/** All files, by the name that each has in the folder or ZIP. */
export async function exportAll(guide: Guide): Promise<readonly NamedBytes[]> {
  const archive = await ownThings(guide);
  const titles = new Map(archive.shows.map((show) => [show.id, show.title]));
  return [
    { name: 'README.txt', bytes: utf8(README) },
    { name: ARCHIVE_MEMBER, bytes: writeArchive(archive) },
    { name: 'watch-list.csv', bytes: utf8(watchTable(archive, titles)) },
    { name: 'diary.csv', bytes: utf8(diaryTable(archive, titles)) },
    { name: 'lists.csv', bytes: utf8(listTable(archive, titles)) },
    ...(await reviewFiles(guide, archive, titles)),
  ];
}

/** The same as one ZIP, with a name for it. */
export async function exportZip(guide: Guide): Promise<NamedBytes> {
  const madeAt = guide.now();
  return {
    name: `runon-${today(madeAt)}.zip`,
    bytes: await writeZip(await exportAll(guide), madeAt),
  };
}

const README = `This folder holds everything that you keep in Runon.

runon.jsonl     all of it in one file; "runon import runon.jsonl" brings it back, here or elsewhere
reviews/        each review as Markdown, and beside it what Runon read in it (.json): every finding gives the
                place of its words as offsets into the text below the second "---" line and the empty line after it
watch-list.csv  your list
diary.csv       your diary
lists.csv       your lists
`;

/** Samples are Runon's own, but for those that were corrected. Starter titles come along where something is about them. */
export async function ownThings(guide: Guide): Promise<Archive> {
  const { db } = guide.store;
  const corrections = await listAllCorrections(db);
  const corrected = new Set(corrections.map(({ reviewId }) => reviewId));
  const reviews = (await listReviews(db)).filter(({ id, isSample }) => !isSample || corrected.has(id));
  const watches = (await listWatches(db, guide.me)).map(({ personId: _, ...watch }) => watch);
  const diary = (await listDiary(db, guide.me)).map(({ personId: _, ...entry }) => entry);
  const tastes = await tasteOf(db, guide.me);
  const lists = (await listListItems(db, guide.me)).map(({ personId: _, ...item }) => item);
  const ofShows = tastes.filter((taste) => taste.kind !== 'own-word');
  const wanted = new Set(
    [...reviews, ...watches, ...diary, ...lists, ...ofShows].map(({ showId }) => showId),
  );
  const shows: Show[] = [];
  for await (const page of eachPageOfShows(db))
    shows.push(...page.filter(({ id, source }) => source !== 'starter' || wanted.has(id)));
  return {
    shows,
    reviews,
    corrections: corrections.map(({ personId: _, ...correction }) => correction),
    watches: watches.sort((a, b) => (a.showId < b.showId ? -1 : 1)),
    diary,
    tastes,
    lists,
  };
}

type Titles = ReadonlyMap<ShowId, string>;

const watchTable = ({ watches }: Archive, titles: Titles): string =>
  writeTable(
    ['title', 'state', 'season', 'episode', 'rating', 'rewatches', 'started', 'finished', 'note', 'show'],
    watches.map((entry) => [
      titles.get(entry.showId),
      entry.state,
      entry.season,
      entry.episode,
      entry.rating,
      entry.rewatches,
      entry.startedOn,
      entry.finishedOn,
      entry.note,
      entry.showId,
    ]),
  );

const diaryTable = ({ diary }: Archive, titles: Titles): string =>
  writeTable(
    ['date', 'title', 'season', 'episode', 'rating', 'rewatch', 'note', 'show'],
    diary.map((entry) => [
      entry.watchedOn,
      titles.get(entry.showId),
      entry.season,
      entry.episode,
      entry.rating,
      entry.isRewatch ? 'yes' : '',
      entry.note,
      entry.showId,
    ]),
  );

const listTable = ({ lists }: Archive, titles: Titles): string =>
  writeTable(
    ['list', 'position', 'title', 'show'],
    lists.map(({ list, position, showId }) => [list, position, titles.get(showId), showId]),
  );

async function reviewFiles(guide: Guide, archive: Archive, titles: Titles): Promise<readonly NamedBytes[]> {
  const files: NamedBytes[] = [];
  const taken = new Map<string, number>();
  for (const review of archive.reviews) {
    const title = titles.get(review.showId) ?? review.showId;
    const name = freeName(taken, slug(title) || 'review');
    files.push({ name: `reviews/${name}.md`, bytes: writeReviewFile(review, { title }) });
    files.push({ name: `reviews/${name}.json`, bytes: utf8(await readingFile(guide, archive, review)) });
  }
  return files;
}

async function readingFile(guide: Guide, archive: Archive, review: Review): Promise<string> {
  const reading = await findReading(guide.store.db, review.id);
  const corrections = archive.corrections
    .filter(({ reviewId }) => reviewId === review.id)
    .map((correction) => ({ ...correction, personId: guide.me }));
  const { findings } = applyCorrections(reading?.findings ?? [], corrections);
  const told = findings.map(({ why: _, key: __, ...finding }) => finding);
  return `${JSON.stringify({ review: review.id, readerVersion: reading?.readerVersion, findings: told }, null, 1)}\n`;
}

/** Letters and digits of any script that file systems agree on: lower case Latin; other titles go by their number. */
const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/** `taken` holds the last number given to each name. */
function freeName(taken: Map<string, number>, wanted: string): string {
  let number = taken.get(wanted) ?? 0;
  let name: string;
  do name = ++number === 1 ? wanted : `${wanted}-${number}`;
  while (number > 1 && taken.has(name));
  taken.set(wanted, number);
  if (name !== wanted) taken.set(name, 1);
  return name;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
