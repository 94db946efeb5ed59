// A table on real stores: refusals, time, what was seen, whose turn it is, and bad input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onGuides, shelve } from '../../tests/guides.ts';
import { addReview } from './add-review.ts';
import type { GuestInput } from './check-guests.ts';
import { asRefusal, choose, takeTogether } from './choose-together.ts';
import type { Guide } from './guide.ts';
import { keep } from './keep.ts';
import { Refusal } from './refusal.ts';
import { undo } from './undo.ts';

async function fill(guide: Guide): Promise<void> {
  const funny = await shelve(guide, 'Laughs', { kind: 'film', minutes: 95, genres: ['Comedies'] });
  const scary = await shelve(guide, 'Shivers', { kind: 'film', minutes: 100, genres: ['Horror Movies'] });
  const both = await shelve(guide, 'Laughs and shivers', { kind: 'film', minutes: 170 });
  await addReview(guide, { showId: funny.id, text: 'A very funny film. So funny that I cried.' });
  await addReview(guide, { showId: scary.id, text: 'A very scary film. Truly scary, and tense.' });
  await addReview(guide, {
    showId: both.id,
    text: 'A funny film, and a scary one. Funny and scary at once.',
  });
}
const ann: GuestInput = { name: 'Ann', wants: 'funny' };
const ben: GuestInput = { name: 'Ben', wants: 'scary' };
const picked = async (guide: Guide, guests: readonly GuestInput[]): Promise<readonly string[]> =>
  (await choose(guide, guests)).picks.map(({ show }) => show.title);

onGuides(
  'what suits all comes first, each with a line; what is refused, seen or too long never',
  async (guide) => {
    await fill(guide);
    const { picks, seated } = await choose(guide, [ann, ben]);
    assert.equal(picks[0]?.show.title, 'Laughs and shivers');
    assert.deepEqual(
      picks[0]?.lines.map(({ name, reasons }) => [name, reasons[0]?.met]),
      [
        ['Ann', 'met'],
        ['Ben', 'met'],
      ],
    );
    assert.deepEqual(
      seated.map(({ wants }) => wants.wishes.length),
      [1, 1],
    );
    assert.deepEqual(await picked(guide, [{ ...ann, never: 'horror' }, { name: 'Cho' }]), ['Laughs']);
    assert.deepEqual(await picked(guide, [{ ...ann, never: 'no horror' }, { name: 'Cho' }]), ['Laughs']);
    assert.ok(!(await picked(guide, [{ ...ann, minutes: 120 }, ben])).includes('Laughs and shivers'));
    assert.ok(
      !(await picked(guide, [ann, { ...ben, seen: 'shivers, laughs and shivers' }])).includes('Shivers'),
    );
    assert.deepEqual(await picked(guide, [ann, { ...ben, never: 'funny, scary' }]), []);
  },
);

onGuides('whoever gave way has their turn; taking it back takes that back', async (guide) => {
  await fill(guide);
  const table = [
    { ...ann, seen: 'Laughs and shivers' },
    { ...ben, name: ' BEN ' },
  ];
  const first = (await choose(guide, table)).picks[0]!.show;
  const other = first.title === 'Laughs' ? 'Shivers' : 'Laughs';
  const { undo: undoId, pick } = await takeTogether(guide, table, first.id);
  assert.equal(pick.show.id, first.id);
  assert.equal((await choose(guide, [ann, ben])).seated.filter(({ owed }) => owed > 0).length, 1);
  assert.equal((await picked(guide, table))[0], other);
  await undo(guide, undoId);
  assert.equal((await picked(guide, table))[0], first.title);
});

onGuides('one at the table may be the one whose device it is', async (guide) => {
  await fill(guide);
  const [laughs] = (await choose(guide, [ann, { name: 'Cho' }])).picks;
  await keep(guide, laughs!.show.id, { state: 'done', rating: 5 });
  const me = { name: 'Me', isMe: true };
  assert.ok(!(await picked(guide, [me, { name: 'Cho' }])).includes(laughs!.show.title));
});

onGuides('a table that is none is refused in a sentence', async (guide) => {
  await fill(guide);
  const many = Array.from({ length: 9 }, (_, at) => ({ name: `N${at}` }));
  const cases: readonly (readonly [readonly GuestInput[], RegExp])[] = [
    [[], /2 to 8 people, not 0/],
    [[ann], /2 to 8 people, not 1/],
    [many, /2 to 8 people, not 9/],
    [[ann, { name: ' ' }], /has no name/],
    [[ann, { name: ' ANN' }], /Two at the table are called/],
    [[ann, { name: 'x'.repeat(41) }], /longer than 40/],
    [[ann, { ...ben, minutes: -5 }], /whole number/],
    [[ann, { ...ben, minutes: Number.NaN }], /whole number/],
    [[ann, { ...ben, seen: 'Xyzzy' }], /no title "Xyzzy"/],
    [[ann, { ...ben, wants: 'a'.repeat(1001) }], /longer than 1000/],
    [
      [
        { ...ann, isMe: true },
        { ...ben, isMe: true },
      ],
      /Only one/,
    ],
  ];
  for (const [guests, sentence] of cases)
    await assert.rejects(
      () => choose(guide, guests),
      (error) => error instanceof Refusal && sentence.test(error.message),
      String(sentence),
    );
});

test('a refusal is heard as one, however it is written', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', ''],
    ['horror', 'no horror'],
    ['no horror, nothing sad;war', 'no horror, nothing sad, no war'],
    ['공포, 슬픈 건 싫어', '공포 없는, 슬픈 건 싫어'],
    ['northern, notes', 'no northern, no notes'],
  ];
  for (const [given, heard] of cases) assert.equal(asRefusal(given), heard);
});
