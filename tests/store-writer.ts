// A child process of the crash and the two-writers tests: writes through the store and prints the id of each thing
// whose writing was acknowledged. `node tests/store-writer.ts URL NAME [COUNT]`; without COUNT it never ends by itself.
import { writeSync } from 'node:fs';
import type { ReviewId } from '../src/core/review.ts';
import type { Show, ShowId } from '../src/core/show.ts';
import { openStore } from '../src/store/database.ts';
import { insertDiaryEntries } from '../src/store/diaries.ts';
import { LOCAL_PERSON } from '../src/store/persons.ts';
import { insertReviews } from '../src/store/reviews.ts';
import { insertShows, updateShow } from '../src/store/shows.ts';
import { saveWatch } from '../src/store/watches.ts';

const [url, name, count] = process.argv.slice(2) as [string, string, string?];
const store = await openStore(url);
/** Synchronous: what the parent reads was printed after the write was acknowledged, whenever the kill comes. */
const acknowledge = (what: string, id: string) => writeSync(1, `${what} ${id}\n`);

for (let round = 0; round < Number(count ?? Number.POSITIVE_INFINITY); round += 1) {
  const id = `${name}-${round}`;
  const reviews = 1 + (round % 5);
  // `episodes` says how many reviews belong to the show: all are there or none, show included.
  const show: Show = {
    id: id as ShowId,
    kind: 'series',
    title: `Show ${id}`,
    names: [{ text: `Show ${id}`, kind: 'title' }],
    countries: ['KR'],
    genres: [],
    networks: [],
    platforms: [],
    episodes: reviews,
    credits: [{ name: `Actor ${round % 7}`, role: 'actor' }],
    outsideIds: [],
    source: 'person',
  };
  await store.db.transaction().execute(async (tx) => {
    await insertShows(tx, [show]);
    await insertReviews(
      tx,
      Array.from({ length: reviews }, (_, index) => ({
        id: `${id}-${index}` as ReviewId,
        showId: show.id,
        text: `A review of ${id}. `.repeat(50 * (1 + (round % 9))),
        isSample: false,
      })),
    );
  });
  acknowledge('show', id);
  const changedAt = '2024-05-01T10:00:00.000Z';
  await saveWatch(store.db, {
    personId: LOCAL_PERSON,
    showId: show.id,
    state: 'planned',
    rewatches: 0,
    changedAt,
  });
  acknowledge('watch', id);
  await insertDiaryEntries(store.db, [
    { id, personId: LOCAL_PERSON, showId: show.id, watchedOn: '2024-05-01', isRewatch: false },
  ]);
  acknowledge('diary', id);
  await updateShow(store.db, { ...show, title: `Changed ${id}` });
  acknowledge('title', id);
}
await store.close();
