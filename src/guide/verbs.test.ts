// The guide's verbs on a real store of either engine: what they do, what they refuse, and that all can be taken back.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { onGuides, shelve, withGuideAt } from '../../tests/guides.ts';
import { withSchema } from '../../tests/store/engines.ts';
import type { ReviewId } from '../core/review.ts';
import type { CreditedId, ShowId } from '../core/show.ts';
import { listReviews } from '../store/reviews.ts';
import { addReview } from './add-review.ts';
import { editShow } from './add-show.ts';
import { answer } from './answer.ts';
import { correctFinding } from './correct-finding.ts';
import { deleteDiary, diary, editDiary, logDiary } from './diary.ts';
import { deleteReview, editReview, removeSamples } from './edit-review.ts';
import { findNames, resolveShow } from './find-show.ts';
import { importFile } from './import-file.ts';
import { keep, unkeep, watchList } from './keep.ts';
import { findPeople, openPerson } from './open-person.ts';
import { openReview } from './open-review.ts';
import { openShow } from './open-show.ts';
import { readAgain } from './read-again.ts';
import { Refusal } from './refusal.ts';
import { undo } from './undo.ts';
import { whatIsNew } from './what-is-new.ts';

const TEXT = 'This is a warm and very funny show. It is not too angsty. The acting is superb.';

const refuses = (code: string, sentence: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.code === code && sentence.test(`${error.message} ${error.hint ?? ''}`);

test(
  'a database that goes away is a refusal for who reads as for who writes',
  {
    skip: process.env.RUNON_TEST_DATABASE_URL === undefined && 'needs RUNON_TEST_DATABASE_URL',
  },
  () =>
    withSchema(async (url) => {
      const { url: by, cut } = await behindAGate(new URL(url));
      await withGuideAt(by, async (guide) => {
        const show = await shelve(guide, 'Run On');
        cut();
        const verbs = [watchList, whatIsNew, () => openShow(guide, show.id), () => keep(guide, show.id)];
        for (const verb of verbs)
          await assert.rejects(verb(guide), refuses('unavailable', /does not answer; start it/));
      });
    }),
);

/** The same database through a gate of our own, which can be shut. */
async function behindAGate(url: URL): Promise<{ url: string; cut: () => void }> {
  const sockets = new Set<Socket>();
  const gate = createServer((inside) => {
    const outside = connect(Number(url.port), url.hostname);
    for (const socket of [inside, outside]) sockets.add(socket.on('error', () => {}));
    inside.pipe(outside).pipe(inside);
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const through = new URL(url);
  through.port = String((gate.address() as { port: number }).port);
  const cut = () => {
    gate.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: through.href, cut };
}

onGuides('a review is kept with its reading, edited, deleted and brought back', async (guide) => {
  const show = await shelve(guide, 'Run On', { nativeTitle: '런 온' });
  const review = await addReview(guide, { showId: show.id, text: TEXT, rating: { value: 8, outOf: 10 } });
  const opened = await openReview(guide, review.id);
  const funny = opened.findings.find((one) => one.kind === 'feel' && one.term === 'funny');
  assert.ok(funny, 'the reading has no "funny"');
  for (const { start, end, quote } of opened.findings.flatMap(({ evidence }) => evidence))
    assert.equal(TEXT.slice(start, end), quote);
  assert.ok((await openShow(guide, show.id)).profile.feels.some(({ term }) => term === 'funny'));
  assert.equal((await whatIsNew(guide)).reviews[0]?.review.id, review.id);

  await editReview(guide, review.id, { text: 'A boring show.', rating: null });
  assert.ok(
    !(await openReview(guide, review.id)).findings.some((one) => one.kind === 'feel' && one.term === 'funny'),
  );
  await undo(guide);
  const { undo: undoId } = await deleteReview(guide, review.id);
  assert.equal((await openShow(guide, show.id)).profile.reviewCount, 0);
  await assert.rejects(openReview(guide, review.id), refuses('not-found', /no review/));
  assert.deepEqual(await undo(guide, undoId), { what: 'delete-review' });
  assert.deepEqual((await openReview(guide, review.id)).findings, opened.findings);
  await assert.rejects(undo(guide, undoId), refuses('not-found', /taken back already/));
});

onGuides('corrections survive reading again, an edit and a deletion taken back', async (guide) => {
  const show = await shelve(guide, 'Run On');
  const { id: reviewId } = await addReview(guide, { showId: show.id, text: TEXT });
  const { findings } = await openReview(guide, reviewId);
  const keyOf = (term: string) => findings.find((one) => one.kind === 'feel' && one.term === term)!.key;
  await correctFinding(guide, { reviewId, key: keyOf('funny'), action: 'reject' });
  const replacement = { kind: 'feel', term: 'romantic', degree: 1 } as const;
  await correctFinding(guide, { reviewId, key: keyOf('angsty'), action: 'replace', replacement });
  const isCorrected = async () => {
    const opened = await openReview(guide, reviewId);
    const feels = opened.findings.flatMap((one) => (one.kind === 'feel' ? [one.term] : []));
    assert.ok(
      !feels.includes('funny') && !feels.includes('angsty') && feels.includes('romantic'),
      `${feels}`,
    );
    assert.deepEqual(
      opened.rejected.map(({ key }) => key),
      [keyOf('funny')],
    );
    const profile = (await openShow(guide, show.id)).profile.feels.map(({ term }) => term);
    assert.ok(profile.includes('romantic') && !profile.includes('funny'), `${profile}`);
  };
  await isCorrected();
  assert.equal((await readAgain(guide, { isAll: true })).read, 1);
  await isCorrected();
  await editReview(guide, reviewId, { text: `Well. ${TEXT}` });
  await isCorrected();
  const { undo: undoId } = await deleteReview(guide, reviewId);
  await undo(guide, undoId);
  await isCorrected();
  await correctFinding(guide, { reviewId, key: keyOf('funny'), action: 'clear' });
  assert.equal((await openReview(guide, reviewId)).rejected.length, 0);
  const wrong = { kind: 'feel', term: 'no such feel', degree: 1 } as const;
  await assert.rejects(
    correctFinding(guide, { reviewId, key: keyOf('funny'), action: 'replace', replacement: wrong }),
    refuses('invalid', /no feel that Runon knows/),
  );
});

onGuides('an accepted finding stays when a reading misses it', async (guide) => {
  const show = await shelve(guide, 'Run On');
  const { id: reviewId } = await addReview(guide, { showId: show.id, text: TEXT });
  const found = (await openReview(guide, reviewId)).findings[0]!;
  await correctFinding(guide, { reviewId, key: found.key, action: 'accept' });
  await guide.store.db.updateTable('readings').set({ findings: '[]' }).execute();
  const { findings } = await openReview(guide, reviewId);
  assert.deepEqual(
    findings.map(({ key, state, evidence }) => ({ key, state, evidence })),
    [{ key: found.key, state: 'accepted', evidence: found.evidence }],
  );
});

onGuides('what cannot be is refused in a sentence, and nothing of it is kept', async (guide) => {
  const show = await shelve(guide, 'Run On', { episodes: 16, kind: 'series' });
  const film = await shelve(guide, 'The Matrix', { kind: 'film' });
  const add = (more: object) => addReview(guide, { showId: show.id, text: TEXT, ...more });
  const cases: readonly [() => Promise<unknown>, string, RegExp][] = [
    [() => add({ rating: { value: 11, outOf: 10 } }), 'invalid', /11 out of 10 .* 0 to 10/],
    [() => add({ rating: { value: 1, outOf: 0 } }), 'invalid', /out of 0/],
    [() => add({ publishedOn: '2023-02-29' }), 'invalid', /2023-02-29.*not a day/],
    [() => add({ text: ' \n' }), 'invalid', /empty/],
    [() => add({ text: 'a\u0000b' }), 'invalid', /not text/],
    [() => add({ text: 'x'.repeat(1_000_001) }), 'too-large', /1,000,000 characters/],
    [() => addReview(guide, { showId: 'Runn On' as ShowId, text: TEXT }), 'not-found', /Near it: "Run On"/],
    [() => keep(guide, show.id, { rating: 11 }), 'invalid', /half steps/],
    [() => keep(guide, show.id, { rating: 3.3 }), 'invalid', /half steps/],
    [() => keep(guide, show.id, { episode: 17 }), 'invalid', /16 episodes, not 17/],
    [() => keep(guide, show.id, { episode: 1.5 }), 'invalid', /whole number/],
    [() => keep(guide, film.id, { episode: 1 }), 'invalid', /film/],
    [() => keep(guide, show.id, { state: 'seen' as never }), 'invalid', /planned, watching, done, dropped/],
    [
      () => keep(guide, show.id, { startedOn: '2024-03-01', finishedOn: '2024-02-01' }),
      'invalid',
      /cannot be finished/,
    ],
    [() => logDiary(guide, { showId: show.id, watchedOn: '2024-13-01' }), 'invalid', /not a day/],
    [() => unkeep(guide, show.id), 'not-found', /not on your list/],
    [() => shelve(guide, '  '), 'invalid', /title is empty/],
    [() => shelve(guide, 'X', { year: 1066 }), 'invalid', /year cannot be 1066/],
    [() => shelve(guide, 'X', { countries: ['Korea'] }), 'invalid', /no code of a country/],
    [() => openPerson(guide, 'nobody' as CreditedId), 'not-found', /Nobody/],
    [() => openReview(guide, 'nothing' as ReviewId), 'not-found', /no review/],
  ];
  for (const [wish, code, sentence] of cases)
    await assert.rejects(wish, refuses(code, sentence), `${sentence}`);
  assert.equal((await listReviews(guide.store.db)).length, 0);
  assert.deepEqual([await watchList(guide), await diary(guide), guide.shelf.shows.size], [[], [], 2]);
});

onGuides('the list and the diary, with undo', async (guide) => {
  const { id } = await shelve(guide, 'Run On', { episodes: 16 });
  await keep(guide, id);
  const { entry } = await keep(guide, id, { episode: 3, rating: 4.5, note: ' good ' });
  assert.equal(entry.state, 'watching');
  assert.deepEqual([entry.episode, entry.rating, entry.note], [3, 4.5, 'good']);
  await keep(guide, id, { state: 'done', rating: null });
  assert.equal((await watchList(guide))[0]?.entry.rating, undefined);
  await undo(guide);
  assert.equal((await watchList(guide))[0]?.entry.rating, 4.5);
  const { undo: undoId } = await unkeep(guide, id);
  assert.equal((await watchList(guide)).length, 0);
  await undo(guide, undoId);
  assert.equal((await watchList(guide))[0]?.entry.episode, 3);

  const { entry: line } = await logDiary(guide, { showId: id, watchedOn: '2024-02-29', episode: 2 });
  await editDiary(guide, line.id, { episode: 3, isRewatch: true });
  assert.deepEqual((await diary(guide))[0]?.entry, {
    ...line,
    episode: 3,
    isRewatch: true,
  });
  await deleteDiary(guide, line.id);
  await undo(guide);
  await undo(guide);
  assert.deepEqual((await diary(guide))[0]?.entry, line);
});

onGuides('titles by hand are found by every name, with their people', async (guide) => {
  const show = await shelve(guide, 'Run On', {
    nativeTitle: '런 온',
    countries: ['kr'],
    credits: [{ name: 'Im Si-wan', role: 'actor', character: 'Ki Seon-gyeom' }],
  });
  for (const name of ['런 온', 'run on', 'RunOn', 'Rn On'])
    assert.equal(findNames(guide, name)[0]?.showId, show.id);
  const [person] = findPeople(guide, 'Im Siwan');
  assert.equal((await openPerson(guide, person!.id)).credits[0]?.character, 'Ki Seon-gyeom');
  assert.equal(answer(guide, 'Im Siwan').picks[0]?.showId, show.id);
  await editShow(guide, show.id, { title: 'Run On, Again', episodes: 16 });
  assert.equal(findNames(guide, 'run on again')[0]?.title, 'Run On, Again');
  assert.equal(
    guide.shelf.shows.get(show.id)?.names.some(({ text }) => text === '런 온'),
    true,
  );
  await undo(guide);
  assert.equal(resolveShow(guide, '런 온').title, 'Run On');
  await shelve(guide, 'Run On');
  assert.throws(() => resolveShow(guide, 'run on'), refuses('conflict', /2 titles are called "run on"/));
});

onGuides('a review of one show leads to the other that it speaks of', async (guide) => {
  const one = await shelve(guide, 'Run On');
  const other = await shelve(guide, 'Jerry Maguire', { kind: 'film' });
  await addReview(guide, {
    showId: one.id,
    text: 'Run On is fine. It reminds me of "Jerry Maguire", but slower.',
  });
  const there = await openShow(guide, other.id);
  assert.deepEqual(
    there.referredIn.map(({ show, claim }) => [show.id, claim.title]),
    [[one.id, 'Jerry Maguire']],
  );
  assert.equal((await openShow(guide, one.id)).refersTo[0]?.show?.id, other.id);
});

onGuides('samples go at once and come back', async (guide) => {
  const lines = [
    { kind: 'runon-archive', version: 1 },
    { kind: 'show', show: { id: 'a', kind: 'film', title: 'A', source: 'starter' } },
    { kind: 'review', review: { id: 's1', show: 'a', text: TEXT, isSample: true } },
    { kind: 'review', review: { id: 'r1', show: 'a', text: TEXT } },
  ];
  const bytes = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
  await importFile(guide, { name: 'all.jsonl', bytes });
  assert.equal((await removeSamples(guide)).removed, 1);
  assert.deepEqual(
    (await listReviews(guide.store.db)).map(({ id }) => id as string),
    ['r1'],
  );
  await undo(guide);
  assert.equal((await openReview(guide, 's1' as ReviewId)).review.isSample, true);
});

onGuides(
  'what another process writes comes by itself, and a stale reading is read again',
  async (guide, url) => {
    const show = await shelve(guide, 'Run On');
    const { id } = await addReview(guide, { showId: show.id, text: TEXT });
    await withGuideAt(url, async (other) => {
      await keep(other, show.id);
      await addReview(other, { showId: show.id, text: 'A sad show.' });
      const added = await shelve(other, 'Misaeng');
      // Nothing asks the guide for anything meanwhile: it follows by itself, three times a second.
      for (let tries = 0; tries < 100 && !guide.shelf.shows.has(added.id); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(findNames(guide, 'Misaeng')[0]?.showId, added.id);
      assert.equal(guide.shelf.profiles.get(show.id)?.reviewCount, 2);
    });
    await guide.store.db.updateTable('readings').set({ reader_version: 'older', findings: '[]' }).execute();
    assert.deepEqual(await readAgain(guide), { read: 2, changed: 2 });
    assert.ok((await openReview(guide, id)).findings.length > 0);
    assert.deepEqual(await readAgain(guide), { read: 0, changed: 0 });
  },
);
