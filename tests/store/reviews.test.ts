// Reviews with what was read in them and what a person said about that.
import assert from 'node:assert/strict';
import { type Claim, claimKey, type Finding } from '../../src/core/reading/finding.ts';
import {
  type Correction,
  correctionsOfShow,
  deleteCorrection,
  findCorrection,
  listAllCorrections,
  listCorrections,
  saveCorrection,
} from '../../src/store/corrections.ts';
import { LOCAL_PERSON } from '../../src/store/persons.ts';
import {
  findReading,
  listReadings,
  readingsOfShow,
  saveReading,
  saveReadings,
  staleReviews,
} from '../../src/store/readings.ts';
import {
  countReviews,
  deleteReview,
  deleteSamples,
  findReview,
  findReviewBySource,
  insertReviews,
  latestReviews,
  listReviews,
  reviewsOfShow,
  updateReview,
} from '../../src/store/reviews.ts';
import { insertShows } from '../../src/store/shows.ts';
import { onBothEngines } from './engines.ts';
import { makeReview, makeShow, reviewId, showId } from './made.ts';

const feel = (term: string): Claim => ({ kind: 'feel', term, degree: -1 });
const finding = (term: string): Finding => ({
  ...feel(term),
  evidence: [{ start: 5, end: 12, quote: 'r1 says' }],
  confidence: 0.75,
  why: { rule: 'feels', cue: term, scope: ['not too'] },
});
const correction = (of: string, term: string): Correction => ({
  reviewId: reviewId(of),
  key: claimKey(feel(term)),
  personId: LOCAL_PERSON,
  at: '2024-05-01T10:00:00.000Z',
  action: 'reject',
});

onBothEngines('reviews are found by show, page and the id at their source', async ({ db }) => {
  await insertShows(db, [makeShow('one'), makeShow('two')]);
  const reviews = [
    makeReview('r1', 'one', { source: 'runon-reviews', sourceId: '7' }),
    makeReview('r2', 'two', { source: 'other', sourceId: '7' }),
    makeReview('r3', 'one', { rating: { value: 8, outOf: 10 }, title: 'Slow, warm' }),
  ];
  await insertReviews(db, reviews);
  assert.equal(await countReviews(db), 3);
  assert.deepEqual(await reviewsOfShow(db, showId('one')), [reviews[0], reviews[2]]);
  assert.deepEqual(await listReviews(db), reviews);
  assert.deepEqual(await listReviews(db, { after: reviewId('r1'), limit: 1 }), [reviews[1]]);
  assert.deepEqual(await findReviewBySource(db, { source: 'other', sourceId: '7' }), reviews[1]);
  assert.equal(await findReviewBySource(db, { source: 'other', sourceId: '8' }), undefined);
  assert.equal(await findReview(db, reviewId('none')), undefined);
  assert.deepEqual(
    (await latestReviews(db, 2)).map(({ review }) => review.id),
    ['r1', 'r2'],
  );
  assert.equal(await updateReview(db, makeReview('none', 'one')), false);
  await assert.rejects(insertReviews(db, [makeReview('r4', 'one'), makeReview('r5', 'no-show')]));
  assert.equal(await countReviews(db), 3);
});

onBothEngines('a new reading takes the place of the old; corrections survive it', async ({ db }) => {
  await insertShows(db, [makeShow('one'), makeShow('two')]);
  await insertReviews(db, [makeReview('r1', 'one'), makeReview('r2', 'one'), makeReview('r3', 'two')]);
  assert.deepEqual(await staleReviews(db, 'v1'), ['r1', 'r2', 'r3']);
  const first = { reviewId: reviewId('r1'), readerVersion: 'v1', findings: [finding('angsty')] };
  const second = { reviewId: reviewId('r2'), readerVersion: 'v2', findings: [] };
  await saveReadings(db, [first, second]);
  assert.deepEqual(await findReading(db, reviewId('r1')), first);
  assert.equal(await findReading(db, reviewId('r3')), undefined);
  assert.deepEqual(await readingsOfShow(db, showId('one')), [first, second]);
  assert.deepEqual(await listReadings(db, { after: reviewId('r1') }), [second]);
  assert.deepEqual(await staleReviews(db, 'v1'), ['r2', 'r3']);
  assert.deepEqual(await staleReviews(db, 'v2', { limit: 1 }), ['r1']);
  await saveCorrection(db, correction('r1', 'angsty'));
  await saveReading(db, { ...first, readerVersion: 'v2', findings: [] });
  assert.deepEqual(await staleReviews(db, 'v2'), ['r3']);
  assert.deepEqual((await findReading(db, reviewId('r1')))?.findings, []);
  assert.deepEqual(await listCorrections(db, reviewId('r1')), [correction('r1', 'angsty')]);
  await assert.rejects(saveReading(db, { ...first, reviewId: reviewId('none') }), /no review none/);
});

onBothEngines('one correction per claim, replaced, listed, deleted', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  await insertReviews(db, [makeReview('r1', 'one'), makeReview('r2', 'one')]);
  await saveCorrection(db, correction('r1', 'slow-paced'));
  const { action: _, ...rest } = correction('r1', 'slow-paced');
  const replaced: Correction = { ...rest, action: 'replace', replacement: feel('chill') };
  await saveCorrection(db, replaced);
  await saveCorrection(db, { ...correction('r2', 'angsty'), action: 'accept' });
  const { reviewId: of, key } = replaced;
  assert.deepEqual(await findCorrection(db, { reviewId: of, key }), replaced);
  assert.deepEqual(await listCorrections(db, of), [replaced]);
  assert.equal((await correctionsOfShow(db, showId('one'))).length, 2);
  assert.equal(await deleteCorrection(db, { reviewId: of, key }), true);
  assert.equal(await deleteCorrection(db, { reviewId: of, key }), false);
  assert.deepEqual(
    (await listAllCorrections(db)).map((one) => one.reviewId),
    ['r2'],
  );
  await assert.rejects(saveCorrection(db, correction('none', 'angsty')), /no review none/);
});

onBothEngines('deleting gives back what was there; samples go as a set', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const samples = ['s1', 's2'].map((id) => makeReview(id, 'one', { isSample: true }));
  const own = makeReview('own', 'one');
  await insertReviews(db, [...samples, own]);
  await saveReading(db, { reviewId: reviewId('s1'), readerVersion: 'v1', findings: [finding('angsty')] });
  await saveCorrection(db, correction('s1', 'angsty'));
  assert.deepEqual(await deleteSamples(db), samples);
  assert.deepEqual(await deleteSamples(db), []);
  assert.deepEqual(await listReviews(db), [own]);
  assert.deepEqual(await listReadings(db), []);
  assert.deepEqual(await listAllCorrections(db), []);
  assert.deepEqual(await deleteReview(db, own.id), own);
  assert.equal(await deleteReview(db, own.id), undefined);
});
