// What an import would do: which things are new, which differ from what is kept, which are the same, and which fit
// nowhere. Reads the store, writes nothing.
import { createHash } from 'node:crypto';
import type { Review, ReviewId } from '../core/review.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { DiaryEntry, ListItem, WatchEntry } from '../core/watching.ts';
import { type IncomingTaste, tasteId } from '../exchange/archive-taste.ts';
import type { Brought } from '../exchange/formats.ts';
import type { Problem } from '../exchange/problems.ts';
import type { IncomingReview } from '../exchange/review-fields.ts';
import { type Correction, listAllCorrections } from '../store/corrections.ts';
import { listDiary } from '../store/diaries.ts';
import { listListItems } from '../store/lists.ts';
import { listReviewsByIds } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { listShowsByIds } from '../store/shows.ts';
import { listWatches } from '../store/watches.ts';
import { checkClaim } from './check-claim.ts';
import { moveCorrection } from './corrections.ts';
import { draftReading } from './draft-reading.ts';
import type { Guide } from './guide.ts';
import type { Counts } from './import-file.ts';
import { tasteOf } from './move-tastes.ts';
import { Refusal } from './refusal.ts';
import { patchReview } from './review-input.ts';
import { showsNamed } from './shelf.ts';
import { starterEntryOf, withGapsFilled } from './take-over.ts';

type Sorted<Thing> = { readonly added: Thing[]; readonly changed: Thing[]; same: number };

export type ImportPlan = {
  readonly shows: Sorted<Show>;
  /** Of those changed, which come in the place of which entry of the starter guide. */
  readonly takenOver: readonly { readonly from: ShowId; readonly into: ShowId }[];
  readonly reviews: Sorted<Review>;
  readonly corrections: Sorted<Correction>;
  readonly watches: Sorted<WatchEntry>;
  readonly diary: Sorted<DiaryEntry>;
  readonly tastes: Sorted<IncomingTaste>;
  readonly lists: Sorted<ListItem>;
  /** New reviews and those with another text or show. */
  readonly toRead: readonly { readonly review: Review; readonly show: Show }[];
  readonly problems: readonly Problem[];
  readonly counts: Readonly<
    Record<'shows' | 'reviews' | 'corrections' | 'watches' | 'diary' | 'tastes' | 'lists', Counts>
  >;
};

type Incoming = { readonly brought: Brought; readonly about: Show | undefined };

export async function planImport(guide: Guide, db: Db, { brought, about }: Incoming): Promise<ImportPlan> {
  const problems: Problem[] = [];
  const desk: Desk = { guide, db, problems, shows: new Map(), successors: new Map(), reviews: new Map() };
  const shows = await planShows(desk, brought.shows);
  const { sorted: reviews, toRead } = await planReviews(desk, brought.reviews, about);
  const corrections = await planCorrections(desk, brought);
  const watches = await planWatches(desk, brought);
  const diary = await planDiary(desk, brought);
  const tastes = await planTastes(desk, brought);
  const lists = await planLists(desk, brought);
  const parts = { shows, reviews, corrections, watches, diary, tastes, lists };
  const counts = Object.fromEntries(
    Object.entries(parts).map(([name, { added, changed, same }]) => [
      name,
      { added: added.length, changed: changed.length, same },
    ]),
  ) as ImportPlan['counts'];
  return {
    ...parts,
    takenOver: Array.from(desk.successors, ([from, into]) => ({ from, into })),
    toRead,
    problems,
    counts,
  };
}

/** What the plan is made on: `shows` and `reviews` as they will be after the import. */
type Desk = {
  readonly guide: Guide;
  readonly db: Db;
  readonly problems: Problem[];
  readonly shows: Map<ShowId, Show>;
  /** By the id of the starter's entry. */
  readonly successors: Map<ShowId, ShowId>;
  readonly reviews: Map<ReviewId, Review>;
};

const empty = <Thing>(): Sorted<Thing> => ({ added: [], changed: [], same: 0 });

function sortIn<Thing>(sorted: Sorted<Thing>, thing: Thing, before: Thing | undefined): boolean {
  if (before === undefined) sorted.added.push(thing);
  else if (sameForm(before) === sameForm(thing)) sorted.same++;
  else sorted.changed.push(thing);
  return before === undefined || sameForm(before) !== sameForm(thing);
}

/** Equal for equal things, whatever the order of their fields. */
const sameForm = (thing: unknown): string =>
  JSON.stringify(thing, (_key, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

async function planShows(desk: Desk, incoming: readonly Show[]): Promise<Sorted<Show>> {
  const sorted = empty<Show>();
  // The last line about a show is what counts.
  const byId = new Map(incoming.map((show) => [show.id, show]));
  const kept = new Map((await listShowsByIds(desk.db, [...byId.keys()])).map((show) => [show.id, show]));
  for (const [id, brought] of byId) {
    const before = kept.get(id) ?? (await takeOver(desk, brought));
    const show =
      before === undefined || brought.source === 'person' ? brought : withGapsFilled(brought, before);
    const isKept = before !== undefined && (yields(before, show) || isSameShow(before, show));
    if (isKept) sorted.same++;
    else sortIn(sorted, show, before);
    desk.shows.set(id, isKept ? before : show);
  }
  return sorted;
}

/** The starter's entry in whose place this show comes, as it is kept. */
async function takeOver({ guide, db, successors }: Desk, show: Show): Promise<Show | undefined> {
  const id = starterEntryOf(guide.shelf, show);
  if (id === undefined || successors.has(id)) return undefined;
  const [entry] = await listShowsByIds(db, [id]);
  if (entry !== undefined) successors.set(id, show.id);
  return entry;
}

/** What a person wrote is not overwritten by a table, and nothing by the starter guide that it came from. */
const yields = (kept: Show, incoming: Show): boolean =>
  incoming.source === 'starter' || (kept.source === 'person' && incoming.source !== 'person');

/** The store gives every credit its person; a table names none. */
function isSameShow(kept: Show, incoming: Show): boolean {
  const credits = kept.credits.map((credit, at) => {
    const { personId, ...rest } = credit;
    return incoming.credits[at]?.personId === undefined ? rest : credit;
  });
  return sameForm({ ...kept, credits }) === sameForm(incoming);
}

async function planReviews(desk: Desk, incoming: readonly IncomingReview[], about: Show | undefined) {
  const sorted = empty<Review>();
  const toRead: { review: Review; show: Show }[] = [];
  const made = new Map<ReviewId, { review: Review; show: Show }>();
  for (const one of incoming) {
    try {
      const show = about === undefined ? showOf(desk, one) : successorOf(desk, about);
      const review = makeReview(one, show);
      made.set(review.id, { review, show });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const message = [error.message, error.hint].filter(Boolean).join(' ');
      desk.problems.push({ line: one.line, message });
    }
  }
  const kept = new Map((await listReviewsByIds(desk.db, [...made.keys()])).map((one) => [one.id, one]));
  for (const [id, { review, show }] of made) {
    const before = kept.get(id);
    sortIn(sorted, review, before);
    desk.reviews.set(id, review);
    if (before?.text !== review.text || before.showId !== review.showId) toRead.push({ review, show });
  }
  return { sorted, toRead };
}

/** By id, then by exact name, then by what the text says that it is about. */
function showOf(desk: Desk, { show: named, text }: IncomingReview): Show {
  const title = named ?? draftReading(desk.guide, { text }).show.title;
  if (title === undefined)
    throw new Refusal('invalid', 'The review does not say of which title it is.', {
      hint: 'Say it with --about TITLE.',
    });
  const { shelf } = desk.guide;
  const byId = desk.shows.get(title as ShowId) ?? shelf.shows.get(title as ShowId);
  if (byId !== undefined) return byId;
  const [id, other] = showsNamed(shelf, title);
  const show = id === undefined || other !== undefined ? undefined : shelf.shows.get(id);
  if (show !== undefined) return successorOf(desk, show);
  throw new Refusal(
    'not-found',
    other === undefined ? `There is no title "${title}".` : `Several titles are called "${title}".`,
    { hint: 'Import its facts first, or say which title is meant with --about.' },
  );
}

function successorOf({ shows, successors }: Desk, show: Show): Show {
  const id = successors.get(show.id);
  return (id && shows.get(id)) ?? show;
}

function makeReview(
  { show: _, line: __, isSample = false, id, text, ...rest }: IncomingReview,
  show: Show,
): Review {
  const reviewId = id ?? (`r-${digest(`${show.id}\n${text}`)}` as ReviewId);
  return patchReview({ id: reviewId, showId: show.id, text, isSample }, { ...rest, text });
}

/** The same text of the same show is the same review, however often its file comes in. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

async function planCorrections(desk: Desk, { corrections }: Brought): Promise<Sorted<Correction>> {
  const sorted = empty<Correction>();
  if (corrections.length === 0) return sorted;
  const wanted = corrections.map(({ reviewId }) => reviewId).filter((id) => !desk.reviews.has(id));
  for (const review of await listReviewsByIds(desk.db, wanted)) desk.reviews.set(review.id, review);
  const kept = new Map(
    (await listAllCorrections(desk.db)).map((one) => [`${one.reviewId}\n${one.key}`, one]),
  );
  for (const { line, ...incoming } of corrections) {
    const review = desk.reviews.get(incoming.reviewId);
    const usable = review && usableCorrection(desk.guide, { ...incoming, personId: desk.guide.me }, review);
    if (usable === undefined)
      desk.problems.push({ line, message: 'The correction fits no words of a review and was left out.' });
    else sortIn(sorted, usable, kept.get(`${usable.reviewId}\n${usable.key}`));
  }
  return sorted;
}

function usableCorrection(guide: Guide, correction: Correction, review: Review): Correction | undefined {
  try {
    const moved = moveCorrection(correction, review.text);
    return moved?.action === 'replace'
      ? { ...moved, replacement: checkClaim(guide.reader.vocabulary, moved.replacement) }
      : moved;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function planWatches(desk: Desk, { watches }: Brought): Promise<Sorted<WatchEntry>> {
  const sorted = empty<WatchEntry>();
  if (watches.length === 0) return sorted;
  const kept = new Map((await listWatches(desk.db, desk.guide.me)).map((entry) => [entry.showId, entry]));
  for (const { line, ...incoming } of watches) {
    if (!hasShow(desk, incoming.showId, line)) continue;
    const before = kept.get(incoming.showId);
    // What was changed here since is the newer word.
    if (before !== undefined && before.changedAt > incoming.changedAt) sorted.same++;
    else sortIn(sorted, { ...incoming, personId: desk.guide.me }, before);
  }
  return sorted;
}

async function planDiary(desk: Desk, { diary }: Brought): Promise<Sorted<DiaryEntry>> {
  const sorted = empty<DiaryEntry>();
  if (diary.length === 0) return sorted;
  const kept = new Map((await listDiary(desk.db, desk.guide.me)).map((entry) => [entry.id, entry]));
  for (const { line, ...incoming } of diary)
    if (hasShow(desk, incoming.showId, line))
      sortIn(sorted, { ...incoming, personId: desk.guide.me }, kept.get(incoming.id));
  return sorted;
}

async function planTastes(desk: Desk, { tastes }: Brought): Promise<Sorted<IncomingTaste>> {
  const sorted = empty<IncomingTaste>();
  if (tastes.length === 0) return sorted;
  const kept = new Map((await tasteOf(desk.db, desk.guide.me)).map((taste) => [tasteId(taste), taste]));
  for (const { line, ...incoming } of tastes) {
    if (incoming.kind !== 'own-word' && !hasShow(desk, incoming.showId, line)) continue;
    const before = kept.get(tasteId(incoming));
    // What was said here since is the newer word.
    if (before !== undefined && before.at > incoming.at) sorted.same++;
    else sortIn(sorted, incoming, before);
  }
  return sorted;
}

/** What is on its list keeps its place there. */
async function planLists(desk: Desk, { lists }: Brought): Promise<Sorted<ListItem>> {
  const sorted = empty<ListItem>();
  if (lists.length === 0) return sorted;
  const placeOf = ({ list, showId }: Pick<ListItem, 'list' | 'showId'>) => `${showId}\n${list}`;
  const kept = new Set((await listListItems(desk.db, desk.guide.me)).map(placeOf));
  for (const { line, ...incoming } of lists) {
    if (!hasShow(desk, incoming.showId, line)) continue;
    if (kept.has(placeOf(incoming))) sorted.same++;
    else sortIn(sorted, { ...incoming, personId: desk.guide.me }, undefined);
  }
  return sorted;
}

function hasShow(desk: Desk, id: ShowId, line: number): boolean {
  if (desk.shows.has(id) || desk.guide.shelf.shows.has(id)) return true;
  desk.problems.push({ line, message: `There is no title with the id "${id}"; the line was left out.` });
  return false;
}
