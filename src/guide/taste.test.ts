// A taste on real stores: learned from one title on, set right by one's own word, and taken back.
import assert from 'node:assert/strict';
import { onGuides, shelve } from '../../tests/guides.ts';
import type { ShowId } from '../core/show.ts';
import { addReview } from './add-review.ts';
import type { Guide } from './guide.ts';
import { keep } from './keep.ts';
import { Refusal } from './refusal.ts';
import { myTaste, passOver, recommend, sayTaste, unpass } from './taste.ts';
import { undo } from './undo.ts';

async function fill(guide: Guide): Promise<Readonly<Record<'loved' | 'alike' | 'other' | 'sad', ShowId>>> {
  const romance = { genres: ['Romance'], countries: ['KR'], kind: 'series' } as const;
  const loved = await shelve(guide, 'Loved', romance);
  const alike = await shelve(guide, 'Alike', romance);
  const other = await shelve(guide, 'Other', { genres: ['War'], countries: ['US'], kind: 'film' });
  const sad = await shelve(guide, 'Sad one', romance);
  await addReview(guide, { showId: loved.id, text: 'A warm, funny show. Very funny, in fact.' });
  await addReview(guide, { showId: alike.id, text: 'What a funny show this is, I laughed a lot.' });
  await addReview(guide, { showId: sad.id, text: 'A very sad show. Sad from the first to the last minute.' });
  return { loved: loved.id, alike: alike.id, other: other.id, sad: sad.id };
}
const titles = async (guide: Guide): Promise<readonly string[]> =>
  (await recommend(guide)).picks.map(({ show }) => show.title);

onGuides(
  'one rating is enough, each reason has its words, what is known is not recommended',
  async (guide) => {
    const ids = await fill(guide);
    assert.deepEqual(await titles(guide), []);
    await keep(guide, ids.loved, { state: 'done', rating: 5 });
    const { picks, judgedCount } = await recommend(guide);
    assert.equal(judgedCount, 1);
    assert.deepEqual(
      picks.map(({ show }) => show.title),
      ['Alike', 'Sad one'],
    );
    const funny = picks[0]!.reasons.find(({ word }) => word.key === 'feel funny');
    assert.match(funny?.evidence?.quote ?? '', /funny/);
    assert.deepEqual(funny?.word.from, [ids.loved]);
    await keep(guide, ids.alike, { state: 'done' });
    assert.deepEqual(await titles(guide), ['Sad one']);
  },
);

onGuides('a word of one’s own wins, and is taken back', async (guide) => {
  const ids = await fill(guide);
  await keep(guide, ids.loved, { state: 'done', rating: 5 });
  const said = await sayTaste(guide, 'feel funny', 'dislikes');
  const sad = await sayTaste(guide, 'feel sad', 'likes');
  assert.equal((await titles(guide))[0], 'Sad one');
  const word = (await myTaste(guide)).taste.find(({ key }) => key === 'feel funny');
  assert.deepEqual([word?.liking, word?.says], [-1, 'dislikes']);
  await undo(guide, sad.undo);
  await undo(guide, said.undo);
  assert.equal((await titles(guide))[0], 'Alike');
  await sayTaste(guide, 'feel funny', 'likes');
  await sayTaste(guide, 'feel funny', null);
  assert.equal((await myTaste(guide)).taste.find(({ key }) => key === 'feel funny')?.says, undefined);
  // A country brought by a title keeps its name without it.
  await sayTaste(guide, 'country kr', 'likes');
  await keep(guide, ids.loved, { state: 'planned', rating: null });
  assert.equal((await myTaste(guide)).taste.find(({ key }) => key === 'country kr')?.fact, 'KR');
});

onGuides('not interested: not shown until it is taken back', async (guide) => {
  const ids = await fill(guide);
  await keep(guide, ids.loved, { state: 'done', rating: 5 });
  const passed = await passOver(guide, ids.alike);
  assert.deepEqual(await titles(guide), ['Sad one']);
  assert.deepEqual(
    (await myTaste(guide)).passedOver.map(({ title }) => title),
    ['Alike'],
  );
  await undo(guide, passed.undo);
  assert.equal((await titles(guide))[0], 'Alike');
  await passOver(guide, ids.alike);
  const back = await unpass(guide, ids.alike);
  assert.equal((await titles(guide))[0], 'Alike');
  await undo(guide, back.undo);
  assert.deepEqual(await titles(guide), ['Sad one']);
});

onGuides('what cannot be said is refused in a sentence', async (guide) => {
  const ids = await fill(guide);
  const cases: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
    [() => sayTaste(guide, 'feel qwxz', 'likes'), /nothing called "feel qwxz"/],
    [() => sayTaste(guide, 'feel constructor', 'likes'), /nothing called/],
    [() => sayTaste(guide, 'feel sad', 'adores' as 'likes'), /"adores" is nothing to say/],
    [() => passOver(guide, 'nowhere' as ShowId), /no title "nowhere"/],
    [() => unpass(guide, ids.other), /not among those/],
  ];
  for (const [wish, sentence] of cases)
    await assert.rejects(wish, (error) => error instanceof Refusal && sentence.test(error.message));
});
