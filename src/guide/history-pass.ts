// One pass over a history: each row is told from those that are kept, given its title, and turned into diary lines,
// reviews and places on lists; what the rows say of a title's state is put together at the end. A preview makes the
// same pass and keeps nothing.
import { hash } from 'node:crypto';
import type { HistoryEntry } from '../core/history/entry.ts';
import { toHalfSteps } from '../core/history/entry.ts';
import { addFormer, addToTally, createTally, settleWatch, type Tally } from '../core/history/settle.ts';
import type { Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { type DiaryEntry, type ListItem, viewingPlace, type WatchEntry } from '../core/watching.ts';
import type { Problem } from '../exchange/problems.ts';
import { diaryIdsAmong, eachDiaryPlace } from '../store/diaries.ts';
import { findImportedRows, hasImportedRows, type KeptRow } from '../store/imports.ts';
import { listListItems } from '../store/lists.ts';
import { listReviewsByIds } from '../store/reviews.ts';
import type { Db } from '../store/schema.ts';
import { listWatches } from '../store/watches.ts';
import type { Guide } from './guide.ts';
import type { KeptEntry, RowCounts } from './history-report.ts';
import type { GivenTitle, Titles } from './history-titles.ts';
import { patchReview } from './review-input.ts';

/** What one batch of rows brings, to be written before the next is read. */
export type Brought = {
  readonly rows: { readonly added: readonly KeptRow[]; readonly changed: readonly KeptRow[] };
  /** The rows as they stood, of those that changed. */
  readonly former: readonly KeptRow[];
  readonly diary: readonly DiaryEntry[];
  readonly reviews: readonly { readonly review: Review; readonly isNew: boolean }[];
  readonly listItems: readonly ListItem[];
};

export type Pass = {
  readonly take: (entries: readonly HistoryEntry[]) => Promise<Brought>;
  readonly counts: () => RowCounts;
  /** After all rows: the entries of the watch list that are new or changed, with how they stood. */
  readonly settle: () => readonly { readonly after: WatchEntry; readonly before: WatchEntry | undefined }[];
  readonly problems: Problem[];
};

type Around = {
  readonly guide: Guide;
  readonly db: Db;
  readonly titles: Titles;
  readonly format: string;
  readonly importId: string;
};

export async function startPass({ guide, db, titles, format, importId }: Around): Promise<Pass> {
  const whose = { personId: guide.me, format };
  const isFirst = !(await hasImportedRows(db, whose));
  const there = new Map<string, number>();
  await eachDiaryPlace(db, whose, (place) => there.set(place, (there.get(place) ?? 0) + 1));
  const watches = new Map((await listWatches(db, guide.me)).map((entry) => [entry.showId, entry]));
  const listed = new Map<string, Set<ShowId>>();
  for (const { list, showId } of await listListItems(db, guide.me)) listOf(listed, list).add(showId);
  const seen = new Map<string, number>();
  const viewings = new Set<string>();
  const tallies = new Map<ShowId, { readonly title: GivenTitle; readonly tally: Tally; hasNews: boolean }>();
  const counts = { added: 0, changed: 0, same: 0, waiting: 0, left: 0 };
  const problems: Problem[] = [];

  /** The same row twice in one file is two rows: the second one's key says so. */
  const keyOf = (entry: HistoryEntry): string => {
    const own = digest(`${entry.key}`);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return count === 1 ? own : digest(`${entry.key}\n#${count}`);
  };

  async function take(entries: readonly HistoryEntry[]): Promise<Brought> {
    const keyed = entries.map((entry) => ({ entry, key: keyOf(entry), viewing: viewingIdOf(entry) }));
    const keys = keyed.map(({ key }) => key);
    const kept = isFirst ? NO_ROWS : await findImportedRows(db, whose, keys);
    const shared = keyed.flatMap(({ viewing }) => viewing ?? []);
    for (const id of shared.length === 0 ? [] : await diaryIdsAmong(db, shared)) viewings.add(id);
    const brought = {
      added: [] as KeptRow[],
      changed: [] as KeptRow[],
      former: [] as KeptRow[],
      diary: [] as DiaryEntry[],
      reviews: [] as Review[],
      listItems: [] as ListItem[],
    };
    for (const { entry, key, viewing } of keyed) {
      const title = titles.find(entry);
      const before = kept.get(key);
      const isSame = before !== undefined && isSameRow(before, entry);
      const outcome = title.show === undefined ? (title.outcome === 'left' ? 'left' : 'waiting') : 'brought';
      if (isSame && (before.outcome === 'brought' || before.outcome === outcome)) {
        counts.same++;
        if (title.show !== undefined && before.outcome === 'brought') tallyOf(title);
        continue;
      }
      counts[outcome === 'brought' ? (before?.outcome === 'brought' ? 'changed' : 'added') : outcome]++;
      const row = rowOf(entry, { key, importId, outcome, title });
      if (before === undefined) brought.added.push(row);
      else {
        brought.changed.push(row);
        brought.former.push(before);
      }
      if (title.show === undefined) continue;
      const one = tallyOf(title);
      one.hasNews = true;
      if (before?.outcome === 'brought') addFormer(one.tally, before.entry as KeptEntry);
      addToTally(
        one.tally,
        entry,
        title.show.kind === 'film' ? undefined : entry.readings[title.reading]?.episode,
      );
      const line =
        before?.outcome === 'brought' ? undefined : diaryLine(entry, { title, id: viewing ?? diaryId(key) });
      if (line !== undefined) brought.diary.push(line);
      const review = reviewOf(entry, { title, key });
      if (review !== undefined) brought.reviews.push(review);
      brought.listItems.push(...listItemsOf(entry, title.show.id));
    }
    const old = new Map(
      (
        await listReviewsByIds(
          db,
          brought.reviews.map(({ id }) => id),
        )
      ).map((one) => [one.id, one]),
    );
    return {
      rows: { added: brought.added, changed: brought.changed },
      former: brought.former,
      diary: brought.diary,
      reviews: brought.reviews.map((review) => ({ review, isNew: !old.has(review.id) })),
      listItems: brought.listItems,
    };
  }

  function tallyOf(title: GivenTitle) {
    const id = title.show!.id;
    const one = tallies.get(id) ?? { title, tally: createTally(), hasNews: false };
    tallies.set(id, one);
    return one;
  }

  const diaryId = (key: string): string => `h-${digest(`${guide.me}\n${format}\n${key}`)}`;
  const viewingIdOf = ({ watched }: HistoryEntry): string | undefined =>
    watched?.id === undefined ? undefined : diaryId(`viewing ${watched.id}`);

  /** Undefined without a day, and for a viewing that another row or another service has told of already. */
  function diaryLine(
    entry: HistoryEntry,
    { title, id }: { readonly title: GivenTitle; readonly id: string },
  ): DiaryEntry | undefined {
    const { watched, rating, note, numbering } = entry;
    if (watched?.on === undefined || viewings.has(id)) return undefined;
    if (watched.id !== undefined) viewings.add(id);
    const show = title.show!;
    const place = show.kind === 'film' ? undefined : entry.readings[title.reading]?.episode;
    const steps = rating === undefined ? undefined : toHalfSteps(rating);
    const line: DiaryEntry = {
      id,
      personId: guide.me,
      showId: show.id,
      watchedOn: watched.on,
      isRewatch: watched.isRewatch,
      ...(place?.season === undefined ? {} : { season: place.season }),
      ...(place?.episode === undefined ? {} : { episode: place.episode }),
      ...(place?.title === undefined ? {} : { episodeTitle: place.title }),
      ...(place === undefined || numbering === undefined ? {} : { numbering }),
      ...(steps === undefined ? {} : { rating: steps }),
      ...(note === undefined ? {} : { note: note.slice(0, 10_000) }),
    };
    const others = there.get(viewingPlace(line)) ?? 0;
    if (others > 0) there.set(viewingPlace(line), others - 1);
    return others > 0 ? undefined : line;
  }

  function reviewOf(
    entry: HistoryEntry,
    { title, key }: { readonly title: GivenTitle; readonly key: string },
  ): Review | undefined {
    if (entry.review === undefined) return undefined;
    const { text, title: heading, publishedOn } = entry.review;
    const bare: Review = {
      id: `r-${digest(`${guide.me}\n${format}\n${key}`)}` as ReviewId,
      showId: title.show!.id,
      text,
      isSample: false,
    };
    const wanted = entry.rating;
    return patchReview(bare, {
      text,
      source: format,
      sourceId: key,
      ...(heading === undefined ? {} : { title: heading }),
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(wanted === undefined ? {} : { rating: wanted }),
    });
  }

  function listItemsOf({ lists = [] }: HistoryEntry, showId: ShowId): readonly ListItem[] {
    return lists.flatMap((list) => {
      const on = listOf(listed, list);
      if (on.has(showId)) return [];
      on.add(showId);
      return [{ personId: guide.me, list, showId, position: on.size }];
    });
  }

  const settle: Pass['settle'] = () =>
    [...tallies.values()].flatMap(({ title, tally, hasNews }) => {
      const show = title.show!;
      const before = watches.get(show.id);
      const after = hasNews
        ? settleWatch(tally, before, { show, personId: guide.me, at: guide.now().toISOString() })
        : before;
      return after === undefined || after === before ? [] : [{ after, before }];
    });

  return { take, counts: () => ({ ...counts }), settle, problems };
}

const NO_ROWS: ReadonlyMap<string, KeptRow> = new Map();

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

function listOf(lists: Map<string, Set<ShowId>>, name: string): Set<ShowId> {
  const list = lists.get(name) ?? new Set();
  lists.set(name, list);
  return list;
}

/** Its cells tell; how it is read may get better between two imports. */
const isSameRow = (kept: KeptRow, { columns }: HistoryEntry): boolean => {
  const names = Object.keys(columns);
  return (
    names.length === Object.keys(kept.columns).length &&
    names.every((name) => kept.columns[name] === columns[name])
  );
};

function rowOf(
  entry: HistoryEntry,
  around: {
    readonly key: string;
    readonly importId: string;
    readonly outcome: KeptRow['outcome'];
    readonly title: GivenTitle;
  },
): KeptRow {
  const { line, member, columns, review: _, key: __, ...rest } = entry;
  return {
    key: around.key,
    importId: around.importId,
    line,
    ...(member === undefined ? {} : { member }),
    columns,
    entry: rest satisfies KeptEntry,
    outcome: around.outcome,
    ...(around.title.show === undefined ? {} : { showId: around.title.show.id }),
  };
}
