// The given titles of a history, each matched once however many rows it has: by the person's decision where there is
// one, by core/history otherwise; and made into new titles where the guide knows none.
import { randomUUID } from 'node:crypto';
import { type HistoryEntry, titleKey } from '../core/history/entry.ts';
import { type Match, matchTitle, readingFor } from '../core/history/match.ts';
import type { OutsideId, Show, ShowId } from '../core/show.ts';
import { type Book, showFrom } from './history-book.ts';
import { firstReading, type HistoryOptions, type TitleOutcome } from './history-report.ts';

export type GivenTitle = {
  readonly key: string;
  readonly match: Match;
  readonly outcome: TitleOutcome['outcome'];
  readonly show: Show | undefined;
  /** The number of the reading that holds for its rows. */
  readonly reading: number;
  readonly name: string;
  readonly sample: Pick<HistoryEntry, 'readings' | 'line'>;
  rows: number;
};

export type Titles = {
  readonly find: (entry: HistoryEntry) => GivenTitle;
  readonly all: () => Iterable<GivenTitle>;
  /** New titles and newly learned ids since the last call. */
  readonly takeNews: () => {
    readonly shows: readonly Show[];
    readonly ids: readonly ({ readonly showId: ShowId } & OutsideId)[];
  };
};

type Wishes = Pick<HistoryOptions, 'decisions' | 'unknown'> & { readonly source: string };

export function createTitles(book: Book, wishes: Wishes): Titles {
  const known = new Map<string, GivenTitle>();
  let shows: Show[] = [];
  let ids: ({ showId: ShowId } & OutsideId)[] = [];

  function make(key: string, entry: HistoryEntry): GivenTitle {
    const decision = wishes.decisions?.get(key);
    const match = matchTitle(book, entry);
    const name = firstReading(entry).name;
    const base = { key, match, name, sample: { readings: entry.readings, line: entry.line }, rows: 0 };
    const not = (outcome: 'waiting' | 'left'): GivenTitle => ({
      ...base,
      outcome,
      show: undefined,
      reading: 0,
    });
    if (decision?.kind === 'leave') return not('left');
    const decided = decision?.kind === 'show' ? book.show(decision.showId) : undefined;
    if (decided !== undefined) return matched(decided, readingFor(decided, entry.readings));
    if (decision?.kind !== 'new') {
      if (match.kind === 'certain' || match.kind === 'likely')
        return matched(book.show(match.showId)!, match.reading);
      if (match.kind === 'left') return not('left');
      if (match.kind === 'choices') return not('waiting');
    }
    if (name === '') return not('waiting');
    if (decision === undefined && wishes.unknown === 'leave') return not('left');
    return { ...base, outcome: 'new', show: addNew(entry), reading: 0 };

    function matched(show: Show, reading: number): GivenTitle {
      if (match.kind !== 'likely' || decided !== undefined)
        for (const id of book.addIds(show.id, entry.ids)) ids.push({ showId: show.id, ...id });
      return { ...base, outcome: 'matched', show, reading };
    }
  }

  function addNew(entry: HistoryEntry): Show {
    const show = showFrom(firstReading(entry), {
      id: randomUUID() as ShowId,
      ids: entry.ids,
      source: wishes.source,
    });
    book.addShow(show);
    shows.push(show);
    return show;
  }

  return {
    find: (entry) => {
      const key = titleKey(entry);
      const title = known.get(key) ?? make(key, entry);
      known.set(key, title);
      title.rows++;
      return title;
    },
    all: () => known.values(),
    takeNews: () => {
      const news = { shows, ids };
      [shows, ids] = [[], []];
      return news;
    },
  };
}

/** Ids of a title that this import adds come with it; those of others are learned. */
const ORDER = { waiting: 0, new: 1, left: 2, matched: 3 } as const;
const SURENESS = { choices: 0, unknown: 0, left: 0, likely: 1, certain: 2 } as const;

export function outcomesOf(titles: Titles, isKept: boolean): readonly TitleOutcome[] {
  return [...titles.all()]
    .map(({ key, match, outcome, show, reading, name, sample, rows }): TitleOutcome => {
      const given = sample.readings[reading] ?? firstReading(sample);
      const isThere = show !== undefined && (outcome === 'matched' || isKept);
      return {
        key,
        name: given.name || name,
        ...(given.kind === undefined ? {} : { kind: given.kind }),
        ...(given.year === undefined ? {} : { year: given.year }),
        rows,
        firstLine: sample.line,
        match,
        outcome,
        ...(isThere ? { showId: show.id } : {}),
        ...(show === undefined ? {} : { title: show.title }),
      };
    })
    .sort(
      (a, b) =>
        ORDER[a.outcome] - ORDER[b.outcome] ||
        SURENESS[a.match.kind] - SURENESS[b.match.kind] ||
        b.rows - a.rows ||
        a.firstLine - b.firstLine,
    );
}
