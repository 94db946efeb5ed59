// `runon-archive`: everything that a person owns as JSON lines, which import back equal. The first line says what the
// file is; each other line is one thing under its kind. Whose it is is not written: it is whoever imports it.
import type { Finding } from '../core/reading/finding.ts';
import type { Review, ReviewId } from '../core/review.ts';
import type { Show, ShowId } from '../core/show.ts';
import {
  type DiaryEntry,
  isHalfStep,
  type ListItem,
  WATCH_STATES,
  type WatchEntry,
} from '../core/watching.ts';
import { takeClaim, takeFinding } from './archive-finding.ts';
import { takeShow } from './archive-show.ts';
import { type IncomingTaste, takeTaste } from './archive-taste.ts';
import { type Fields, openFields, present } from './fields.ts';
import { firstRecord, parseJsonLines, writeJsonLines } from './json-lines.ts';
import type { Problem } from './problems.ts';
import type { IncomingReview } from './review-fields.ts';
import { takeReview } from './runon-reviews.ts';

export const ARCHIVE_VERSION = 1;

/** A correction as it travels: of a review by id, by whoever imports it. */
export type IncomingCorrection = {
  readonly reviewId: ReviewId;
  readonly key: string;
  readonly at: string;
  readonly finding?: Finding;
} & (
  | { readonly action: 'accept' | 'reject' }
  | { readonly action: 'replace'; readonly replacement: NonNullable<ReturnType<typeof takeClaim>> }
);
export type IncomingWatch = Omit<WatchEntry, 'personId'>;
export type IncomingDiary = Omit<DiaryEntry, 'personId'>;
export type IncomingListItem = Omit<ListItem, 'personId'>;

export type Archive = {
  readonly shows: readonly Show[];
  readonly reviews: readonly Review[];
  readonly corrections: readonly IncomingCorrection[];
  readonly watches: readonly IncomingWatch[];
  readonly diary: readonly IncomingDiary[];
  readonly tastes: readonly IncomingTaste[];
  readonly lists: readonly IncomingListItem[];
};

type Lined<Thing> = Thing & { readonly line: number };
export type ParsedArchive = {
  readonly shows: readonly Show[];
  readonly reviews: readonly IncomingReview[];
  readonly corrections: readonly Lined<IncomingCorrection>[];
  readonly watches: readonly Lined<IncomingWatch>[];
  readonly diary: readonly Lined<IncomingDiary>[];
  readonly tastes: readonly Lined<IncomingTaste>[];
  readonly lists: readonly Lined<IncomingListItem>[];
  readonly problems: readonly Problem[];
};

export function* archiveRecords(archive: Archive): Generator<object> {
  yield { kind: 'runon-archive', version: ARCHIVE_VERSION };
  for (const show of archive.shows) yield { kind: 'show', show };
  for (const { showId, ...review } of archive.reviews)
    yield { kind: 'review', review: { ...review, show: showId } };
  for (const correction of archive.corrections) yield { kind: 'correction', correction };
  for (const watch of archive.watches) yield { kind: 'watch', watch };
  for (const diary of archive.diary) yield { kind: 'diary', diary };
  for (const taste of archive.tastes) yield { kind: 'taste', taste };
  for (const item of archive.lists) yield { kind: 'list-item', 'list-item': item };
}

export const writeArchive = (archive: Archive): Uint8Array => writeJsonLines(archiveRecords(archive));

export const isArchive = (bytes: Uint8Array): boolean => firstRecord(bytes)?.kind === 'runon-archive';

export function parseArchive(bytes: Uint8Array): ParsedArchive {
  const shows: Show[] = [];
  const reviews: IncomingReview[] = [];
  const corrections: Lined<IncomingCorrection>[] = [];
  const watches: Lined<IncomingWatch>[] = [];
  const diary: Lined<IncomingDiary>[] = [];
  const tastes: Lined<IncomingTaste>[] = [];
  const lists: Lined<IncomingListItem>[] = [];
  const { problems } = parseJsonLines<never>(bytes, (record, { line, complain }) => {
    const fields = openFields(record, complain);
    const take = <Thing>(into: Thing[], thing: Thing | undefined) => thing !== undefined && into.push(thing);
    const of = <Thing>(kind: string, make: (inner: Fields) => Thing | undefined): Thing | undefined => {
      const inner = fields.fields(kind);
      return inner === undefined ? undefined : make(inner);
    };
    const lined = <Thing>(thing: Thing | undefined): Lined<Thing> | undefined =>
      thing === undefined ? undefined : { ...thing, line };
    switch (fields.text('kind', 40)) {
      case 'runon-archive':
        if ((fields.whole('version', 1, 1e6) ?? 0) > ARCHIVE_VERSION)
          complain('The archive is of a newer Runon; what this one does not know was left out.');
        break;
      case 'show':
        take(shows, of('show', takeShow));
        break;
      case 'review':
        take(
          reviews,
          of('review', (inner) => takeOwnReview(inner, line)),
        );
        break;
      case 'correction':
        take(corrections, lined(of('correction', takeCorrection)));
        break;
      case 'watch':
        take(watches, lined(of('watch', takeWatch)));
        break;
      case 'diary':
        take(diary, lined(of('diary', takeDiary)));
        break;
      case 'taste':
        take(tastes, lined(of('taste', takeTaste)));
        break;
      case 'list-item':
        take(lists, lined(of('list-item', takeListItem)));
        break;
      default:
        complain('The line is of no kind that Runon knows and was left out.');
    }
    return undefined;
  });
  return { shows, reviews, corrections, watches, diary, tastes, lists, problems };
}

function takeListItem(fields: Fields): IncomingListItem | undefined {
  const list = fields.verbatim('list', 2000);
  const showId = fields.text('showId', 200) as ShowId | undefined;
  if (!list || showId === undefined) return leftOut(fields, 'place on a list');
  return { list, showId, position: fields.whole('position', 0, 1e9) ?? 0 };
}

function takeOwnReview(fields: Fields, line: number): IncomingReview | undefined {
  const review = takeReview(fields, line);
  return review === undefined ? undefined : { ...review, isSample: fields.flag('isSample') ?? false };
}

function takeCorrection(fields: Fields): IncomingCorrection | undefined {
  const reviewId = fields.text('reviewId', 200) as ReviewId | undefined;
  const key = fields.verbatim('key', 2000);
  const action = fields.oneOf('action', ['accept', 'reject', 'replace']);
  const at = fields.text('at', 40);
  const found = fields.fields('finding');
  const finding = found && takeFinding(found);
  const replacing = action === 'replace' ? fields.fields('replacement') : undefined;
  const replacement = replacing && takeClaim(replacing);
  const isWhole = reviewId !== undefined && key !== undefined && action !== undefined && at !== undefined;
  if (!isWhole || (action === 'replace' && replacement === undefined)) return leftOut(fields, 'correction');
  const shared = { reviewId, key, at, ...present({ finding }) };
  return action === 'replace' ? { ...shared, action, replacement: replacement! } : { ...shared, action };
}

function takeWatch(fields: Fields): IncomingWatch | undefined {
  const showId = fields.text('showId', 200) as ShowId | undefined;
  const state = fields.oneOf('state', WATCH_STATES);
  const changedAt = fields.text('changedAt', 40);
  if (showId === undefined || state === undefined || changedAt === undefined)
    return leftOut(fields, 'entry of the watch list');
  return {
    showId,
    state,
    changedAt,
    rewatches: fields.whole('rewatches', 0, 100_000) ?? 0,
    ...takeProgress(fields),
    ...present({
      isLiked: fields.flag('isLiked'),
      startedOn: fields.day('startedOn'),
      finishedOn: fields.day('finishedOn'),
    }),
  };
}

function takeDiary(fields: Fields): IncomingDiary | undefined {
  const id = fields.text('id', 200);
  const showId = fields.text('showId', 200) as ShowId | undefined;
  const watchedOn = fields.day('watchedOn');
  if (id === undefined || showId === undefined || watchedOn === undefined)
    return leftOut(fields, 'line of the diary');
  return {
    id,
    showId,
    watchedOn,
    isRewatch: fields.flag('isRewatch') ?? false,
    ...takeProgress(fields),
    ...present({ episodeTitle: fields.verbatim('episodeTitle', 1000) || undefined }),
  };
}

function takeProgress(fields: Fields) {
  const rating = fields.number('rating', 0.5, 5);
  return present({
    season: fields.whole('season', 0, 100_000),
    episode: fields.whole('episode', 0, 100_000),
    numbering: fields.text('numbering', 100),
    rating: rating !== undefined && isHalfStep(rating) ? rating : undefined,
    note: fields.verbatim('note', 10_000) || undefined,
  });
}

function leftOut(fields: Fields, what: string): undefined {
  fields.complain(`The ${what} lacks something that it needs and was left out.`);
}
