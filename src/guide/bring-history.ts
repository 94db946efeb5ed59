// Brings in somebody's history from another service: looks at it first, or keeps it, all of it in one transaction that
// one undo takes back. A row that cannot be used costs itself; a title in doubt waits for the person.
import { randomUUID } from 'node:crypto';
import type { HistoryEntry } from '../core/history/entry.ts';
import type { Review, ReviewId } from '../core/review.ts';
import type { OutsideId, ShowId } from '../core/show.ts';
import type { OpenedHistory } from '../exchange/history/open-history.ts';
import type { Problem } from '../exchange/problems.ts';
import { insertDiaryEntries } from '../store/diaries.ts';
import {
  type ImportChoice,
  insertImport,
  type KeptRow,
  listImportChoices,
  saveImportChoices,
  saveImportedRows,
} from '../store/imports.ts';
import { insertListItems } from '../store/lists.ts';
import { saveReading } from '../store/readings.ts';
import { insertReviews, listReviewsByIds, updateReview } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { addOutsideIds, findShow, insertShows } from '../store/shows.ts';
import { saveWatches } from '../store/watches.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { change, type Guide } from './guide.ts';
import { openBook } from './history-book.ts';
import { type Brought, type Pass, startPass } from './history-pass.ts';
import type { HistoryOptions, HistoryReport } from './history-report.ts';
import { createTitles, outcomesOf, type Titles } from './history-titles.ts';
import { readForKeeping } from './keep-reading.ts';
import { readAgain } from './read-again.ts';
import { noteUndo } from './undo.ts';
import type { BeforeImport } from './undo-import.ts';

export type HistoryWish = HistoryOptions & {
  readonly name: string;
  readonly opened: OpenedHistory;
  readonly isPreview: boolean;
  readonly onProgress?: ((rows: number) => void) | undefined;
};

const MOST_PROBLEMS = 10_000;
/** Rows leave garbage faster than the engine minds; a long file would take twice the memory that it needs. */
const ROWS_BETWEEN_COLLECTIONS = 15_000;

export async function bringHistory(guide: Guide, wish: HistoryWish): Promise<HistoryReport> {
  const profiles = await wish.opened.profiles();
  if (profiles.length > 1 && wish.profile === undefined) return { ...emptyReport(wish), profiles };
  if (wish.isPreview) return (await passOver(guide, guide.store.db, { wish, keep: undefined })).report;
  const report = await change(guide, (tx) => keepAll(guide, tx, wish));
  if (report.reviews.added + report.reviews.changed > 0) await readAgain(guide);
  return report;
}

const emptyReport = ({ opened, isPreview }: HistoryWish): HistoryReport => ({
  format: opened.format.name,
  isPreview,
  rows: { added: 0, changed: 0, same: 0, waiting: 0, left: 0 },
  shows: 0,
  watches: { added: 0, changed: 0 },
  diary: 0,
  reviews: { added: 0, changed: 0 },
  listItems: 0,
  titles: [],
  problems: [],
});

/** How things stood, filled while writing. */
type Ledger = {
  readonly importId: string;
  readonly shows: ShowId[];
  readonly outsideIds: ({ showId: ShowId } & OutsideId)[];
  readonly reviews: { id: ReviewId; review: Review | null }[];
  readonly rows: KeptRow[];
};

async function keepAll(guide: Guide, tx: Db, wish: HistoryWish): Promise<HistoryReport> {
  const importId = randomUUID();
  const at = guide.now().toISOString();
  const format = wish.opened.format.name;
  const { profile } = wish;
  await insertImport(tx, {
    id: importId,
    personId: guide.me,
    format,
    fileName: wish.name.slice(0, 300),
    at,
    ...(profile === undefined ? {} : { profile }),
  });
  const ledger: Ledger = { importId, shows: [], outsideIds: [], reviews: [], rows: [] };
  const { report, watches, titles } = await passOver(guide, tx, { wish, keep: ledger });
  await saveWatches(
    tx,
    watches.map(({ after }) => after),
  );
  const choices = await keepChoices(guide, tx, { wish, titles, at });
  const before: BeforeImport = {
    kind: 'import',
    id: importId,
    format,
    shows: ledger.shows,
    outsideIds: ledger.outsideIds,
    reviews: ledger.reviews,
    rows: ledger.rows,
    watches: watches.map(({ after, before }) => ({
      showId: after.showId,
      changedAt: after.changedAt,
      entry: before ?? null,
    })),
    choices,
  };
  return { ...report, undo: await noteUndo(guide, tx, { what: 'bring-history', before: [before] }) };
}

type PassWish = { readonly wish: HistoryWish; readonly keep: Ledger | undefined };

async function passOver(
  guide: Guide,
  db: Db,
  { wish, keep }: PassWish,
): Promise<{
  readonly report: HistoryReport;
  readonly watches: ReturnType<Pass['settle']>;
  readonly titles: Titles;
}> {
  const format = wish.opened.format.name;
  const titles = createTitles(await openBook(guide, db), { ...wish, source: format });
  const pass = await startPass({ guide, db, titles, format, importId: keep?.importId ?? '' });
  const problems: Problem[] = [];
  const sums = { shows: 0, diary: 0, listItems: 0, reviews: { added: 0, changed: 0 } };
  let rows = 0;
  let collectedAt = 0;
  for await (const batch of wish.opened.read(wish)) {
    for (const problem of batch.problems) if (problems.length < MOST_PROBLEMS) problems.push(problem);
    const brought = await pass.take(batch.entries as readonly HistoryEntry[]);
    const news = titles.takeNews();
    if (keep !== undefined) await write(guide, db, { brought, news, ledger: keep, format });
    sums.shows += news.shows.length;
    sums.diary += brought.diary.length;
    sums.listItems += brought.listItems.length;
    for (const { isNew } of brought.reviews) sums.reviews[isNew ? 'added' : 'changed']++;
    rows += batch.entries.length;
    if (batch.entries.length > 0) wish.onProgress?.(rows);
    if (rows - collectedAt >= ROWS_BETWEEN_COLLECTIONS) {
      giveBackMemory();
      collectedAt = rows;
    }
    // Others are served in between.
    await new Promise(setImmediate);
  }
  const watches = pass.settle();
  const report: HistoryReport = {
    ...emptyReport(wish),
    ...sums,
    rows: pass.counts(),
    watches: {
      added: watches.filter(({ before }) => before === undefined).length,
      changed: watches.filter(({ before }) => before !== undefined).length,
    },
    titles: outcomesOf(titles, keep !== undefined),
    problems: problems.sort((a, b) => a.line - b.line),
  };
  return { report, watches, titles };
}

type Writing = {
  readonly brought: Brought;
  readonly news: ReturnType<Titles['takeNews']>;
  readonly ledger: Ledger;
  readonly format: string;
};

async function write(guide: Guide, tx: Db, { brought, news, ledger, format }: Writing): Promise<void> {
  const { importId } = ledger;
  await insertShows(tx, news.shows);
  await addOutsideIds(tx, news.ids);
  const added = new Set([...ledger.shows, ...news.shows.map(({ id }) => id)]);
  ledger.shows.push(...news.shows.map(({ id }) => id));
  ledger.outsideIds.push(...news.ids.filter(({ showId }) => !added.has(showId)));
  ledger.rows.push(...brought.former);
  await insertDiaryEntries(tx, brought.diary, { importId });
  await insertListItems(tx, brought.listItems, { importId });
  await writeReviews(guide, tx, { brought, ledger });
  await saveImportedRows(tx, { personId: guide.me, format }, brought.rows);
}

/** New ones are read when everything is kept; those that changed are read here, since their old reading is of another text. */
async function writeReviews(
  guide: Guide,
  tx: Db,
  { brought, ledger }: Pick<Writing, 'brought' | 'ledger'>,
): Promise<void> {
  const fresh = brought.reviews.filter(({ isNew }) => isNew).map(({ review }) => review);
  await insertReviews(tx, fresh);
  ledger.reviews.push(...fresh.map(({ id }) => ({ id, review: null })));
  const changed = brought.reviews.filter(({ isNew }) => !isNew).map(({ review }) => review);
  const former = new Map(
    (
      await listReviewsByIds(
        tx,
        changed.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  for (const review of changed) {
    ledger.reviews.push({ id: review.id, review: former.get(review.id) ?? null });
    await updateReview(tx, review);
    const show = await findShow(tx, review.showId);
    if (show !== undefined) await saveReading(tx, readForKeeping(guide.reader, review, show));
  }
}

/** The person's decisions, remembered for the next file; gives what was remembered of the same titles before. */
async function keepChoices(
  guide: Guide,
  tx: Db,
  { wish, titles, at }: { readonly wish: HistoryWish; readonly titles: Titles; readonly at: string },
): Promise<BeforeImport['choices']> {
  const decided = [...titles.all()].filter(({ key }) => wish.decisions?.has(key));
  const former = new Map((await listImportChoices(tx, guide.me)).map((choice) => [choice.titleKey, choice]));
  const choices = decided.map(
    ({ key, show }): ImportChoice => ({ titleKey: key, showId: show?.id ?? null, at }),
  );
  await saveImportChoices(tx, guide.me, choices);
  return choices.map(({ titleKey }) => ({ titleKey, choice: former.get(titleKey) ?? null }));
}
