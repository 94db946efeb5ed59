// Laws: whatever is put into the store comes out equal, on both engines, for any text that JavaScript can hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Show } from '../../src/core/show.ts';
import { creditedIdOf } from '../../src/store/people.ts';
import { LOCAL_PERSON } from '../../src/store/persons.ts';
import { findReview, insertReviews, updateReview } from '../../src/store/reviews.ts';
import { findShow, insertShows, listShows, updateShow } from '../../src/store/shows.ts';
import { logUndo, takeUndo } from '../../src/store/undo.ts';
import { asStored } from '../../src/store/values.ts';
import { findWatch, saveWatch } from '../../src/store/watches.ts';
import { onBothEngines } from './engines.ts';
import { anyReview, anyShow, anyText, anyWatch, makeShow, showId } from './made.ts';

const RUNS = { numRuns: 60 };

/** The value with every text in it as the store keeps it. */
const asKept = <T>(value: T): T => {
  if (typeof value === 'string') return asStored(value) as T;
  if (Array.isArray(value)) return value.map(asKept) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asKept(inner)])) as T;
};

const shownAs = (show: Show): Show => ({
  ...asKept(show),
  credits: show.credits.map((credit) => ({
    ...asKept(credit),
    personId: credit.personId ?? creditedIdOf(credit.name),
  })),
});

onBothEngines('any show comes back as it was put in', async ({ db }) => {
  await fc.assert(
    fc.asyncProperty(anyShow, anyShow, async (show, other) => {
      await insertShows(db, [show, other]);
      assert.deepEqual(await findShow(db, show.id), shownAs(show));
      await updateShow(db, { ...other, id: show.id });
      assert.deepEqual(await findShow(db, show.id), { ...shownAs(other), id: show.id });
      const all = await listShows(db);
      assert.deepEqual(
        all.find(({ id }) => id === other.id),
        shownAs(other),
      );
    }),
    RUNS,
  );
});

onBothEngines('any review comes back as it was put in', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  await fc.assert(
    fc.asyncProperty(anyReview(showId('one')), anyReview(showId('one')), async (review, other) => {
      await insertReviews(db, [review]);
      assert.deepEqual(await findReview(db, review.id), asKept(review));
      await updateReview(db, { ...other, id: review.id });
      assert.deepEqual(await findReview(db, review.id), { ...asKept(other), id: review.id });
    }),
    RUNS,
  );
});

onBothEngines('any watch entry comes back as it was put in', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  await fc.assert(
    fc.asyncProperty(anyWatch(LOCAL_PERSON, showId('one')), async (entry) => {
      await saveWatch(db, entry);
      assert.deepEqual(await findWatch(db, entry), asKept(entry));
    }),
    RUNS,
  );
});

onBothEngines('any JSON value comes back from the undo log', async ({ db }) => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.json(), anyText, async (id, json, what) => {
      const before = JSON.parse(json);
      await logUndo(db, { id, personId: LOCAL_PERSON, what, before, at: '2024-05-01T10:00:00.000Z' });
      const undo = await takeUndo(db, id);
      assert.equal(JSON.stringify(undo?.before), JSON.stringify(asKept(before)));
      assert.equal(await takeUndo(db, id), undefined);
    }),
    RUNS,
  );
});

test('text as stored keeps every offset, has nothing that an engine refuses, and stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const stored = asStored(text);
      assert.equal(stored.length, text.length);
      assert.ok(stored.isWellFormed() && !stored.includes('\u0000'));
      assert.equal(asStored(stored), stored);
    }),
  );
  assert.equal(asStored('a\u0000b\ud800c😀'), 'a\uFFFDb\uFFFDc😀');
});
