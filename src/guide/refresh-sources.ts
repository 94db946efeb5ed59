// Fetching again what sources say of the titles that one follows, when it has become old; dropping what may no longer
// be kept. On command with progress, and beside the site while it runs. A title that fails does not stop the others.
import type { ShowId } from '../core/show.ts';
import { type SourceName, TERMS } from '../sources/source.ts';
import { listSourcedAges } from '../store/sourced.ts';
import { listWatches } from '../store/watches.ts';
import { fetchShow } from './ask-source.ts';
import type { Guide } from './guide.ts';
import { dropExpired } from './keep-sourced.ts';
import { Refusal } from './refusal.ts';
import { type SourceProgress, sourcesOn } from './source-access.ts';

export type Refreshed = {
  readonly fetched: number;
  readonly expired: number;
  readonly problems: readonly { readonly title: string; readonly message: string }[];
};

type RefreshOptions = {
  /** Also what is not old yet. */
  readonly isAll?: boolean;
  /** Not again what could not be had within the last day. */
  readonly isQuiet?: boolean;
  readonly onProgress?: (progress: SourceProgress) => void;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const missOf = (showId: ShowId, source: SourceName): string => `${source} ${showId}`;
/** So many failures one after the other: the service is not there today. */
const MOST_FAILURES = 3;

export async function refreshSources(guide: Guide, options: RefreshOptions = {}): Promise<Refreshed> {
  const expired = await dropExpired(guide);
  const due: { readonly showId: ShowId; readonly source: SourceName }[] = [];
  for (const source of await sourcesOn(guide)) due.push(...(await dueOf(guide, source, options)));
  const problems: { title: string; message: string }[] = [];
  const failures = new Map<SourceName, number>();
  let fetched = 0;
  try {
    for (const [done, { showId, source }] of due.entries()) {
      if (guide.background.isClosing) break;
      if ((failures.get(source) ?? 0) >= MOST_FAILURES) continue;
      const title = guide.shelf.shows.get(showId)?.title ?? showId;
      guide.sources.progress = { done, all: due.length, title };
      options.onProgress?.(guide.sources.progress);
      try {
        await fetchShow(guide, showId, { source });
        fetched++;
        failures.set(source, 0);
        guide.sources.misses.delete(missOf(showId, source));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push({ title, message: error.message });
        guide.sources.misses.set(missOf(showId, source), guide.now().getTime());
        if (error.code === 'unavailable') failures.set(source, (failures.get(source) ?? 0) + 1);
      }
    }
  } finally {
    delete guide.sources.progress;
  }
  return { fetched, expired, problems };
}

/** Titles on the list that are planned or being watched, and those that were fetched before; the longest ago first. */
async function dueOf(guide: Guide, source: SourceName, { isAll = false, isQuiet = false }: RefreshOptions) {
  const { misses } = guide.sources;
  const isMissed = (showId: ShowId): boolean =>
    isQuiet && guide.now().getTime() - (misses.get(missOf(showId, source)) ?? 0) < DAY_MS;
  const oldest = new Date(guide.now().getTime() - TERMS[source].refreshHours * HOUR_MS).toISOString();
  const ages = await listSourcedAges(guide.store.db, source);
  const kept = new Set(ages.map(({ showId }) => showId));
  const followed = (await listWatches(guide.store.db, guide.me)).filter(
    ({ state, showId }) => (state === 'watching' || state === 'planned') && !kept.has(showId),
  );
  const isFor = (showId: ShowId): boolean =>
    source !== 'tvmaze' || guide.shelf.shows.get(showId)?.kind === 'series';
  return [
    ...followed.map(({ showId }) => ({ showId, source })),
    ...ages.filter(({ fetchedAt }) => isAll || fetchedAt < oldest).map(({ showId }) => ({ showId, source })),
  ].filter(({ showId }) => isFor(showId) && !isMissed(showId));
}

/** Runs one fetching at a time beside the site; resolves at once. What became of it is in `guide.sources.last`. */
export function startFetching(guide: Guide, work: () => Promise<string | undefined>): void {
  if (guide.sources.progress !== undefined || guide.background.isClosing) return;
  guide.sources.progress = { done: 0, all: 1, title: '' };
  const task = work()
    .catch((error) => (error instanceof Refusal ? error.message : `It broke off: ${error}`))
    .then((sentence) => {
      delete guide.sources.progress;
      if (sentence !== undefined) guide.sources.last = { at: guide.now().toISOString(), sentence };
    });
  guide.background.tasks.add(task);
  task.finally(() => guide.background.tasks.delete(task));
}

/** While the site runs: at its start and every hour, whatever became old. Nothing happens while all sources are off. */
export function startRefreshing(guide: Guide): void {
  const refresh = (): void =>
    startFetching(guide, async () => {
      const done = await refreshSources(guide, { isQuiet: true });
      return done.fetched + done.problems.length === 0 ? undefined : tellRefreshed(done);
    });
  const timer = setInterval(refresh, HOUR_MS);
  timer.unref();
  guide.sources.stopping.signal.addEventListener('abort', () => clearInterval(timer));
  refresh();
}

export const tellRefreshed = ({ fetched, problems }: Pick<Refreshed, 'fetched' | 'problems'>): string =>
  `${fetched} ${fetched === 1 ? 'title' : 'titles'} fetched${problems.length === 0 ? '' : `, ${problems.length} not: ${problems[0]?.message}`}.`;
