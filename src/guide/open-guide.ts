// Opens a guide: the store, filled at first with what comes with Runon, and the shelf; and closes it again.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAsker } from '../core/asking/signs.ts';
import { READER_VERSION, type Reader } from '../core/reading/read.ts';
import { openStore, type Store } from '../store/database.ts';
import { localPerson } from '../store/persons.ts';
import type { StoreProblem } from '../store/problem.ts';
import { staleReviews } from '../store/readings.ts';
import { pruneUndo } from '../store/undo.ts';
import { fillStore } from './fill-store.ts';
import { fillShelf, settleSlowly, startFollowing } from './follow.ts';
import { giveBackMemory } from './give-back-memory.ts';
import type { Guide } from './guide.ts';
import { readAgain } from './read-again.ts';
import { loadReader } from './reader.ts';
import { startRefreshing } from './refresh-sources.ts';
import { Refusal } from './refusal.ts';
import { createShelf } from './shelf.ts';
import { NO_ADDRESSES, openSourceAccess, type SourceAddresses } from './source-access.ts';

export type OpenOptions = {
  readonly dataFolder: string;
  /** A PostgreSQL address; the embedded database in the data folder otherwise. */
  readonly databaseUrl?: string;
  /** A store that is made now stays without the starter guide and the samples. */
  readonly isEmpty?: boolean;
  /** For a process that stays: reads again what another version of the reader read. */
  readonly isStaying?: boolean;
  readonly onProgress?: (sentence: string) => void;
  readonly now?: () => Date;
  readonly sources?: SourceAddresses;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const UNDO_DAYS = 90;

export async function openGuide(options: OpenOptions): Promise<Guide> {
  const { onProgress = () => {}, now = () => new Date() } = options;
  const url = options.databaseUrl ?? pathToFileURL(join(options.dataFolder, 'runon.db')).href;
  const store = await openStore(url, undefined, asRefusal);
  try {
    const reader = loadReader();
    await fillStore(store, { reader, onProgress, isEmpty: options.isEmpty ?? false });
    const sources = openSourceAccess(store, options.sources ?? NO_ADDRESSES, now);
    const guide = await makeGuide({ store, reader, now, sources });
    startFollowing(guide, (problem) =>
      onProgress(problem instanceof Refusal ? problem.message : `${problem}`),
    );
    if (options.isStaying) await stay(guide, onProgress);
    return guide;
  } catch (error) {
    await store.close();
    throw error;
  }
}

export async function closeGuide(guide: Guide): Promise<void> {
  guide.background.isClosing = true;
  guide.sources.stopping.abort();
  clearInterval(guide.background.timer);
  await Promise.allSettled(guide.background.tasks);
  await guide.store.close();
}

/** A full disk or a database that went away is nobody's bug: whatever a verb was doing, it is said as a refusal. */
const asRefusal = (problem: StoreProblem): Refusal =>
  new Refusal(problem.code === 'newer-data' ? 'newer-data' : 'unavailable', problem.message, {
    cause: problem,
  });

type Made = Pick<Guide, 'now' | 'sources'> & { readonly store: Store; readonly reader: Reader };

async function makeGuide({ store, reader, now, sources }: Made): Promise<Guide> {
  const shelf = createShelf(createAsker(reader));
  await fillShelf(shelf, store.db);
  const { id: me } = await localPerson(store.db);
  return { store, reader, shelf, me, now, background: { isClosing: false, tasks: new Set() }, sources };
}

/** What a process that stays does beside serving. */
async function stay(guide: Guide, onProgress: (sentence: string) => void): Promise<void> {
  await pruneUndo(guide.store.db, new Date(guide.now().getTime() - UNDO_DAYS * DAY_MS).toISOString());
  const [stale] = await staleReviews(guide.store.db, READER_VERSION, { limit: 1 });
  const task = settleSlowly(guide)
    .then(giveBackMemory)
    .then(() => (stale === undefined ? undefined : readStale(guide, onProgress)))
    .catch((problem) => onProgress(`Reading again stopped: ${problem}`));
  guide.background.tasks.add(task);
  task.finally(() => guide.background.tasks.delete(task));
  startRefreshing(guide);
}

async function readStale(guide: Guide, onProgress: (sentence: string) => void): Promise<void> {
  onProgress('The reader is new: reading the kept reviews again …');
  await readAgain(guide, {
    onProgress: (done, all) => {
      if (done < all) guide.background.readingAgain = { done, all };
      else delete guide.background.readingAgain;
      if (done === all || done % 1024 === 0) onProgress(`Read ${done} of ${all} reviews again.`);
    },
  });
}
