// One episode seen: a line in the diary, with a rating and a note if there are any, and the place on the list moves on.
// And beginning a show once more.
import { randomUUID } from 'node:crypto';
import type { Place } from '../core/episodes.ts';
import type { ShowId } from '../core/show.ts';
import type { DiaryEntry, WatchEntry } from '../core/watching.ts';
import { insertDiaryEntries, listDiary } from '../store/diaries.ts';
import { findWatch, saveWatch } from '../store/watches.ts';
import { type DiaryLine, makeEntry } from './diary.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { type Progress, progressIn } from './progress.ts';
import { Refusal } from './refusal.ts';
import { noteUndo } from './undo.ts';

export type EpisodeLine = Pick<DiaryLine, 'watchedOn' | 'rating' | 'note' | 'isRewatch'>;
export type EpisodeSeen = { readonly entry: DiaryEntry; readonly undo: string };

/** The next one after the last one seen. */
export async function watchNext(guide: Guide, showId: ShowId, line: EpisodeLine = {}): Promise<EpisodeSeen> {
  const show = getShow(guide, showId);
  const watch = await findWatch(guide.store.db, { personId: guide.me, showId });
  const progress = await progressIn(guide, showId, watch);
  if (progress !== undefined && progress.next === undefined)
    throw new Refusal('conflict', `There is no episode of "${show.title}" after the last one you saw.`);
  const next = progress?.next ?? {
    episode: (watch?.episode ?? 0) + 1,
    ...(watch?.season === undefined ? {} : { season: watch.season }),
  };
  return watchEpisode(guide, showId, { ...line, ...next });
}

/** `season` is absent only where nobody numbers the show's seasons. */
export async function watchEpisode(
  guide: Guide,
  showId: ShowId,
  line: EpisodeLine & { readonly season?: number; readonly episode: number },
): Promise<EpisodeSeen> {
  const { season, episode } = line;
  getShow(guide, showId);
  return change(guide, async (tx) => {
    const before = await findWatch(tx, { personId: guide.me, showId });
    const progress = await progressIn({ ...guide, store: { ...guide.store, db: tx } }, showId, before);
    const isAgain = before !== undefined && before.rewatches > 0 && before.state === 'watching';
    const made = makeEntry(
      guide,
      {
        episode,
        isRewatch: line.isRewatch ?? isAgain,
        ...(season === undefined ? {} : { season }),
        ...(line.watchedOn === undefined ? {} : { watchedOn: line.watchedOn }),
        ...(line.rating === undefined ? {} : { rating: line.rating }),
        ...(line.note === undefined ? {} : { note: line.note }),
      },
      { id: randomUUID(), showId },
    );
    const title = titleIn(progress, { season: season ?? 1, episode });
    const entry: DiaryEntry = {
      ...made,
      ...(title === undefined ? {} : { episodeTitle: title }),
      ...(progress === undefined ? {} : { numbering: progress.numbering.source }),
    };
    await insertDiaryEntries(tx, [entry]);
    const moved = movedOn(guide, { before, progress, entry });
    if (moved !== undefined) await saveWatch(tx, moved);
    const undo = await noteUndo(guide, tx, {
      what: 'watch-episode',
      before: [
        { kind: 'diary', id: entry.id, entry: null },
        ...(moved === undefined ? [] : [{ kind: 'watch' as const, id: showId, entry: before ?? null }]),
      ],
    });
    return { entry, undo };
  });
}

/** The entry on the list with the new place, unless one is further already or has ended with the show. */
function movedOn(
  guide: Guide,
  seen: {
    readonly before: WatchEntry | undefined;
    readonly progress: Progress | undefined;
    readonly entry: DiaryEntry;
  },
): WatchEntry | undefined {
  const { before, progress, entry } = seen;
  if (before?.state === 'done' || before?.state === 'dropped' || entry.season === 0) return undefined;
  const last = progress?.seen ?? {
    season: before?.season ?? entry.season ?? 1,
    episode: before?.episode ?? -1,
  };
  const season = entry.season ?? 1;
  const isFurther = season > last.season || (season === last.season && entry.episode! > last.episode);
  if (!isFurther) return undefined;
  const {
    season: _,
    episode: __,
    numbering: ___,
    ...rest
  } = before ?? {
    personId: guide.me,
    showId: entry.showId,
    rewatches: 0,
    startedOn: entry.watchedOn,
  };
  return {
    ...rest,
    state: 'watching',
    episode: entry.episode!,
    changedAt: guide.now().toISOString(),
    ...(entry.season === undefined ? {} : { season: entry.season }),
    ...(entry.numbering === undefined ? {} : { numbering: entry.numbering }),
  };
}

const titleIn = (progress: Progress | undefined, { season, episode }: Place): string | undefined =>
  progress?.numbering.seasons
    .find(({ number }) => number === season)
    ?.episodes.find(({ number }) => number === episode)?.title;

/** From the first episode on, counted as once more. */
export function watchAgain(guide: Guide, showId: ShowId): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    const before = await findWatch(tx, { personId: guide.me, showId });
    if (before === undefined) throw new Refusal('not-found', 'That title is not on your list.');
    const { season: _, episode: __, finishedOn: ___, numbering: ____, ...rest } = before;
    await saveWatch(tx, {
      ...rest,
      state: 'watching',
      rewatches: before.rewatches + 1,
      changedAt: guide.now().toISOString(),
    });
    return {
      undo: await noteUndo(guide, tx, {
        what: 'watch-again',
        before: [{ kind: 'watch', id: showId, entry: before }],
      }),
    };
  });
}

/** What the diary says of a show's episodes, by "season×episode", the last day first. */
export async function diaryOfEpisodes(
  guide: Guide,
  showId: ShowId,
): Promise<ReadonlyMap<string, readonly DiaryEntry[]>> {
  const entries = (await listDiary(guide.store.db, guide.me)).filter(
    (entry) => entry.showId === showId && entry.episode !== undefined,
  );
  return Map.groupBy(entries, ({ season, episode }) =>
    episodeKey({ season: season ?? 1, episode: episode! }),
  );
}

export const episodeKey = ({ season, episode }: Place): string => `${season}×${episode}`;
