// Fills a store that was just made with the starter guide and the sample reviews, in one transaction: a first start
// that is interrupted begins anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../core/reading/read.ts';
import type { Review } from '../core/review.ts';
import { readSamples } from '../exchange/samples.ts';
import { readStarter } from '../exchange/starter.ts';
import type { Store } from '../store/database.ts';
import { findMeta, saveMeta } from '../store/meta.ts';
import { saveReadings } from '../store/readings.ts';
import { insertReviews } from '../store/reviews.ts';
import { insertShows } from '../store/shows.ts';
import { readForKeeping } from './keep-reading.ts';

const dataFolder = join(import.meta.dirname, '..', '..', 'data');

const INSERT_AT_ONCE = 500;

type Filling = {
  readonly reader: Reader;
  readonly isEmpty: boolean;
  readonly onProgress: (sentence: string) => void;
};

/** Does nothing to a store that was filled, or left empty, before. */
export async function fillStore(store: Store, { reader, isEmpty, onProgress }: Filling): Promise<void> {
  if ((await findMeta(store.db, 'filled')) !== undefined) return;
  await store.db.transaction().execute(async (tx) => {
    // Of two processes that make one store, the second waits here and then finds it made.
    await saveMeta(tx, 'filling', 'now');
    if ((await findMeta(tx, 'filled')) !== undefined) return;
    if (!isEmpty) {
      onProgress('First start: filling the guide …');
      const shows = readStarter(readFileSync(join(dataFolder, 'starter', 'titles.jsonl.gz')));
      const byId = new Map(shows.map((show) => [show.id, show]));
      const samples = loadSamples();
      // In portions: the rows of all of them at once would be the largest thing that this process ever holds.
      for (let at = 0; at < shows.length; at += INSERT_AT_ONCE)
        await insertShows(tx, shows.slice(at, at + INSERT_AT_ONCE));
      await insertReviews(tx, samples);
      await saveReadings(
        tx,
        samples.map((sample) => readForKeeping(reader, sample, byId.get(sample.showId)!)),
      );
      onProgress(`${shows.length.toLocaleString('en')} titles and ${samples.length} sample reviews are in.`);
    }
    await saveMeta(tx, 'filled', isEmpty ? 'empty' : 'starter');
  });
}

function loadSamples(): readonly Review[] {
  const folder = join(dataFolder, 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .flatMap((name) => readSamples(readFileSync(join(folder, name), 'utf8')));
}
