// The law of going out and in: what one Runon exports makes an equal Runon of an empty one, whatever its person did.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onGuides, withGuideAt } from '../../tests/guides.ts';
import { withFile } from '../../tests/store/engines.ts';
import type { ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';
import { SAYINGS } from '../core/taste/taste.ts';
import { WATCH_STATES } from '../core/watching.ts';
import { listAllCorrections } from '../store/corrections.ts';
import { listDiary } from '../store/diaries.ts';
import { insertListItems, listListItems } from '../store/lists.ts';
import { listReadings } from '../store/readings.ts';
import { listReviews } from '../store/reviews.ts';
import { listShows } from '../store/shows.ts';
import { listWatches } from '../store/watches.ts';
import { addReview } from './add-review.ts';
import { addShow, editShow } from './add-show.ts';
import { takeTogether } from './choose-together.ts';
import { correctFinding } from './correct-finding.ts';
import { logDiary } from './diary.ts';
import { deleteReview, editReview } from './edit-review.ts';
import { exportAll, exportArchive, exportZip } from './export-all.ts';
import type { Guide } from './guide.ts';
import { importFile } from './import-file.ts';
import { keep } from './keep.ts';
import { tasteOf } from './move-tastes.ts';
import { openReview } from './open-review.ts';
import { passOver, sayTaste } from './taste.ts';
import { undo } from './undo.ts';

const anyWords = fc.oneof(
  fc.constantFrom(
    'A warm, funny K-drama. Not too angsty, and the acting is superb.',
    'It drags. I would not recommend it: boring, slow and far too long. 3/10',
    '「런 온」 정말 재미있어요.\r\n\r\n--- \n---\nrating: 9/10\n',
    '\n\n  He dies in the end, and she marries the villain. ',
    'It reminds me of Jerry Maguire, "but better".',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
);
const anyName = fc.oneof(
  fc.constantFrom('Run On', '런 온', "Schitt's Creek", '=1+1', '"quoted", with comma', 'a\nb'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);
const anyDay = fc.constantFrom('2024-02-29', '1999-12-31', '2026-11-22');
const anyRating = fc.integer({ min: 1, max: 10 }).map((steps) => steps / 2);
const any = fc.nat(1000);

const anyStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('addShow' as const),
      title: anyName,
      more: fc.record(
        {
          nativeTitle: anyName,
          kind: fc.constantFrom('series' as const, 'film' as const),
          year: fc.integer({ min: 1900, max: 2030 }),
          genres: fc.array(anyName, { maxLength: 3 }),
          otherTitles: fc.array(anyName, { maxLength: 3 }),
          credits: fc.array(
            fc.record({ name: anyName, role: fc.constantFrom('actor' as const, 'writer' as const) }),
            {
              maxLength: 3,
            },
          ),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('editShow' as const), which: any, ageRating: anyName }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('addReview' as const),
      which: any,
      text: anyWords,
      more: fc.record(
        {
          title: anyName,
          writer: anyName,
          publishedOn: anyDay,
          rating: fc.record({ value: fc.constantFrom(0, 6.5, 10), outOf: fc.constant(10) }),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('editReview' as const), which: any, text: anyWords }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteReview' as const), which: any }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      which: any,
      finding: any,
      action: fc.constantFrom('accept' as const, 'reject' as const, 'replace' as const, 'clear' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('keep' as const),
      which: any,
      patch: fc.record(
        {
          state: fc.constantFrom(...WATCH_STATES),
          rating: anyRating,
          rewatches: fc.nat(9),
          startedOn: anyDay,
          note: anyName,
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('diary' as const),
      which: any,
      line: fc.record(
        { watchedOn: anyDay, rating: anyRating, isRewatch: fc.boolean(), note: anyName },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      key: fc.constantFrom('feel sad', 'feel funny', 'theme war'),
      says: fc.constantFrom(...SAYINGS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), which: any }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('evening' as const), which: any, name: anyName }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('list' as const), which: any, list: anyName }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

const at = <Thing>(list: readonly Thing[], which: number): Thing | undefined => list[which % list.length];

/** What the guide refuses (an empty name, nothing to take back) is no step. */
async function take(guide: Guide, step: Step): Promise<void> {
  const showId = 'which' in step ? at([...guide.shelf.shows.keys()], step.which) : undefined;
  const reviews = await listReviews(guide.store.db);
  const reviewId = 'which' in step ? at(reviews, step.which)?.id : undefined;
  try {
    if (step.do === 'addShow') await addShow(guide, { title: step.title, ...step.more });
    if (step.do === 'undo') await undo(guide);
    if (step.do === 'say') await sayTaste(guide, step.key, step.says);
    if (showId !== undefined) await takeOnShow(guide, showId, step);
    if (reviewId !== undefined) await takeOnReview(guide, reviewId, step);
  } catch (error) {
    if ((error as Error).name !== 'Refusal') throw error;
  }
}

async function takeOnShow(guide: Guide, showId: ShowId, step: Step): Promise<void> {
  if (step.do === 'editShow') await editShow(guide, showId, { ageRating: step.ageRating });
  if (step.do === 'addReview') await addReview(guide, { showId, text: step.text, ...step.more });
  if (step.do === 'keep') await keep(guide, showId, step.patch);
  if (step.do === 'diary') await logDiary(guide, { showId, ...step.line });
  if (step.do === 'pass') await passOver(guide, showId);
  if (step.do === 'list')
    await insertListItems(guide.store.db, [
      { personId: guide.me, list: step.list, showId, position: step.which },
    ]);
  if (step.do === 'evening')
    await takeTogether(guide, [{ name: step.name, wants: 'funny' }, { name: 'Ann' }], showId);
}

async function takeOnReview(guide: Guide, reviewId: ReviewId, step: Step): Promise<void> {
  if (step.do === 'editReview') await editReview(guide, reviewId, { text: step.text });
  if (step.do === 'deleteReview') await deleteReview(guide, reviewId);
  if (step.do !== 'correct') return;
  const { findings } = await openReview(guide, reviewId);
  const key = at(findings, step.finding)?.key;
  const replacement = { kind: 'feel', term: 'funny', degree: 2 } as const;
  if (key !== undefined) await correctFinding(guide, { reviewId, key, action: step.action, replacement });
}

/** Everything that is a person's, as the store holds it. */
async function contents({ store: { db }, me }: Guide) {
  const watches = await listWatches(db, me);
  return {
    shows: await listShows(db),
    reviews: await listReviews(db),
    readings: await listReadings(db),
    corrections: await listAllCorrections(db),
    watches: watches.toSorted((a, b) => (a.showId < b.showId ? -1 : 1)),
    diary: await listDiary(db, me),
    tastes: await tasteOf(db, me),
    lists: await listListItems(db, me),
  };
}

const linesOf = (file: Uint8Array): readonly unknown[] =>
  Buffer.from(file)
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const history = fc.array(anyStep, { minLength: 1, maxLength: 40, size: 'max' });

test('a made history goes out and comes in equal', async () => {
  await fc.assert(
    fc.asyncProperty(history, (steps) =>
      withFile((one) =>
        withFile(async (other) => {
          const [before, file] = await withGuideAt(one, async (guide) => {
            for (const step of steps) await take(guide, step);
            return [await contents(guide), await exportArchive(guide)] as const;
          });
          await withGuideAt(other, async (guide) => {
            const report = await importFile(guide, { name: 'runon.jsonl', bytes: file });
            assert.deepEqual(report.problems, []);
            assert.deepEqual(await contents(guide), before);
            assert.deepEqual(linesOf(await exportArchive(guide)), linesOf(file));
          });
        }),
      ),
    ),
    { numRuns: 15, endOnFailure: true },
  );
});

onGuides('a long history does so from either engine', async (guide) => {
  for (const steps of fc.sample(history, { numRuns: 12, seed: 11 }))
    for (const step of steps) await take(guide, step);
  const before = await contents(guide);
  // A history in which nothing of a kind happened would prove nothing of it.
  for (const [part, things] of Object.entries(before))
    assert.ok(things.length >= 3, `${part}: ${things.length}`);
  const file = await exportArchive(guide);
  await withFile((url) =>
    withGuideAt(url, async (other) => {
      assert.deepEqual((await importFile(other, { name: 'runon.jsonl', bytes: file })).problems, []);
      assert.deepEqual(await contents(other), before);
    }),
  );
});

onGuides('the ZIP and the folder hold the same; a second import changes nothing', async (guide) => {
  const show = await addShow(guide, { title: 'Run On', nativeTitle: '런 온' });
  const text = '---\nA funny show.\r\nNot too angsty. ';
  const review = await addReview(guide, { showId: show.id, text, rating: { value: 8, outOf: 10 } });
  await keep(guide, show.id, { state: 'done', rating: 4.5, note: '=cmd()' });
  const before = await contents(guide);
  const { bytes } = await exportZip(guide);
  await withFile((url) =>
    withGuideAt(url, async (other) => {
      const first = await importFile(other, { name: 'all.zip', bytes });
      assert.equal(first.format, 'runon-archive');
      assert.deepEqual(await contents(other), before);
      const again = await importFile(other, { name: 'all.zip', bytes });
      assert.deepEqual(again.reviews, { added: 0, changed: 0, same: 1 });
      assert.deepEqual(again.shows, { added: 0, changed: 0, same: 1 });
      assert.deepEqual(again.watches, { added: 0, changed: 0, same: 1 });
    }),
  );
  const files = new Map(
    (await exportAll(guide)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
  );
  assert.match(files.get('watch-list.csv')!, /^title,.*\r\nRun On,done,.*,'=cmd\(\)/);
  // The Markdown alone brings the review, under its id and to the last blank.
  await withFile((url) =>
    withGuideAt(url, async (other) => {
      await addShow(other, { title: 'Run On' });
      const file = Buffer.from(files.get('reviews/run-on.md')!);
      await importFile(other, { name: 'run-on.md', bytes: file, about: 'run on' });
      const [copy] = await listReviews(other.store.db);
      assert.equal(copy?.text, text);
      assert.equal(copy?.id, review.id);
      assert.deepEqual(copy?.rating, review.rating);
    }),
  );
});
