// The feed of changes: everything written is in it once, in order, with its transaction or not at all.
import assert from 'node:assert/strict';
import { type Change, changesSince, lastSeq } from '../../src/store/changes.ts';
import { saveCorrection } from '../../src/store/corrections.ts';
import { openStore } from '../../src/store/database.ts';
import { insertDiaryEntries } from '../../src/store/diaries.ts';
import { LOCAL_PERSON } from '../../src/store/persons.ts';
import { saveReading } from '../../src/store/readings.ts';
import { deleteReview, insertReviews, updateReview } from '../../src/store/reviews.ts';
import { deleteShow, insertShows } from '../../src/store/shows.ts';
import { saveWatch } from '../../src/store/watches.ts';
import { atBothEngines, onBothEngines } from './engines.ts';
import { makeDiaryEntry, makeReview, makeShow, makeWatch, reviewId, showId } from './made.ts';

const told = ({ seq, what, id, showId: show }: Change): string => `${seq} ${what} ${id} ${show}`;

onBothEngines('each kind of change says what it was about', async ({ db }) => {
  await insertShows(db, [makeShow('one'), makeShow('two')]);
  await insertReviews(db, [makeReview('r', 'one')]);
  await saveReading(db, { reviewId: reviewId('r'), readerVersion: 'v1', findings: [] });
  await saveCorrection(db, {
    reviewId: reviewId('r'),
    key: 'theme|family',
    personId: LOCAL_PERSON,
    at: '2024-05-01T10:00:00.000Z',
    action: 'accept',
  });
  await updateReview(db, makeReview('r', 'two'));
  await saveWatch(db, makeWatch('one'));
  await insertDiaryEntries(db, [makeDiaryEntry('d', 'one')]);
  await deleteReview(db, reviewId('r'));
  await deleteShow(db, showId('one'));
  const all = await changesSince(db, 0);
  assert.deepEqual(all.map(told), [
    '1 show one one',
    '2 show two two',
    '3 review r one',
    '4 review r one',
    '5 review r one',
    '6 review r one',
    '7 review r two',
    '8 watch local one',
    '9 diary d one',
    '10 review r two',
    '11 show one one',
  ]);
  assert.equal(await lastSeq(db), 11);
  assert.deepEqual(await changesSince(db, 9, 1), [all[9]]);
  assert.deepEqual(await changesSince(db, 11), []);
});

onBothEngines('a transaction that fails leaves neither the rows nor their changes', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const broken = db.transaction().execute(async (tx) => {
    await insertShows(tx, [makeShow('two')]);
    await insertReviews(tx, [makeReview('r', 'two')]);
    throw new Error('stop');
  });
  await assert.rejects(broken, /stop/);
  assert.deepEqual((await changesSince(db, 0)).map(told), ['1 show one one']);
  assert.equal(await lastSeq(db), 1);
});

atBothEngines('a follower misses nothing while two others write at once', async (url) => {
  const [one, two, follower] = [await openStore(url), await openStore(url), await openStore(url)];
  const seen: number[] = [];
  let isWriting = true;
  const follow = async (): Promise<void> => {
    for (;;) {
      const wasWriting = isWriting;
      const changes = await changesSince(follower.db, seen.at(-1) ?? 0, 7);
      seen.push(...changes.map(({ seq }) => seq));
      if (!wasWriting && changes.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const write = async (store: typeof one, name: string): Promise<void> => {
    for (let round = 0; round < 25; round += 1) {
      await store.db.transaction().execute(async (tx) => {
        await insertShows(tx, [makeShow(`${name}${round}`)]);
        await new Promise((resolve) => setTimeout(resolve, round % 3));
        await insertReviews(tx, [makeReview(`${name}${round}`, `${name}${round}`)]);
      });
    }
  };
  try {
    const writers = Promise.all([write(one, 'a'), write(two, 'b')]).finally(() => {
      isWriting = false;
    });
    await Promise.all([follow(), writers]);
    assert.deepEqual(
      seen,
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  } finally {
    await Promise.all([one.close(), two.close(), follower.close()]);
  }
});
