import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createIndex, putShow } from '../finding/shelf-index.ts';
import type { Show, ShowId } from '../show.ts';
import { bestOf, reasonsFor, suitAll } from './suits.ts';
import { type Correction, type Judged, lengthOf, lengthTrait, opinionsOf, tasteFrom } from './taste.ts';

const makeShow = (id: string, facts: Partial<Show> = {}): Show => ({
  id: id as ShowId,
  kind: 'film',
  title: id,
  names: [],
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'person',
  ...facts,
});
const SHOWS = [
  makeShow('war-1', { genres: ['War'], countries: ['FR'], minutes: 150 }),
  makeShow('war-2', { genres: ['War'], countries: ['FR'], minutes: 100 }),
  makeShow('love-1', { genres: ['Romance'], countries: ['KR'], minutes: 100 }),
  makeShow('love-2', { genres: ['Romance'], countries: ['KR'], minutes: 80 }),
  makeShow('unknown'),
];
const index = createIndex();
for (const show of SHOWS) putShow(index, show, undefined, []);
const slotOf = (id: string): number => index.slotOf.get(id as ShowId)!;
const judge = (id: string, opinion: number): Judged => {
  const show = SHOWS.find((one) => one.id === id)!;
  const told = { show, profile: undefined };
  const traits = [
    ...show.genres.map((genre) => ({ key: `genre ${genre.toLowerCase()}`, value: 1, fact: genre })),
  ];
  return { showId: show.id, opinion, traits: [...traits, ...lengthTrait(told)] };
};
const best = (taste: ReturnType<typeof tasteFrom>): readonly string[] =>
  bestOf(suitAll(taste, index), { index, without: new Set([slotOf('war-1')]), limit: 9 }).map(
    (slot) => index.shows[slot]!.id,
  );

test('one rated title is enough to begin with, and each reason names it', () => {
  const [opinion] = opinionsOf([{ rating: 5, state: 'done' }]);
  const taste = tasteFrom([judge('war-1', opinion!)]);
  assert.deepEqual(best(taste), ['war-2']);
  const [because] = reasonsFor(taste, slotOf('war-2'), index);
  assert.deepEqual([because?.word.key, because?.fact, because?.word.from], ['genre war', 'War', ['war-1']]);
  assert.ok(because!.gain > 0);
});

test('a disliked title speaks against its like', () => {
  const taste = tasteFrom([judge('war-1', -0.8), judge('love-1', 0.5)]);
  assert.deepEqual(best(taste), ['love-1', 'love-2']);
  assert.ok(suitAll(taste, index)[slotOf('war-2')]! < 0);
});

test('a correction wins over everything learned', () => {
  const many = Array.from({ length: 9 }, () => judge('war-1', 1));
  const after = (says: Correction['says']) => tasteFrom(many, new Map([['genre war', { says }]]));
  assert.equal(tasteFrom(many)[0]?.key, 'genre war');
  assert.equal(after('dislikes')[0]?.liking, -1);
  assert.ok(suitAll(after('dislikes'), index)[slotOf('war-2')]! < 0);
  assert.equal(after('indifferent').find(({ key }) => key === 'genre war')?.liking, 0);
  assert.equal(suitAll(after('indifferent'), index)[slotOf('war-2')], 0);
  const fresh = tasteFrom([], new Map([['genre romance', { says: 'likes' as const, fact: 'Romance' }]]));
  assert.deepEqual(best(fresh), ['love-1', 'love-2']);
});

test('nobody is told that they like what is only a fault; to dislike one is a taste', () => {
  const told = (opinion: number): Judged => ({
    showId: 'war-1' as ShowId,
    opinion,
    traits: [
      { key: 'feel boring', value: 0.7 },
      { key: 'feel sad', value: 0.7 },
    ],
  });
  const keys = (opinion: number): readonly string[] => tasteFrom([told(opinion)]).map(({ key }) => key);
  assert.deepEqual(keys(0.8), ['feel sad']);
  assert.deepEqual(keys(-0.8), ['feel boring', 'feel sad']);
});

test('opinions are against what somebody usually gives', () => {
  assert.ok(opinionsOf([{ rating: 5, state: 'done' }])[0]! > 0);
  const harsh = opinionsOf(
    [1, 1, 1, 1, 1, 1, 1, 1, 2.5].map((rating) => ({ rating, state: 'done' as const })),
  );
  const kind = opinionsOf(
    [5, 5, 5, 5, 5, 5, 5, 5, 2.5].map((rating) => ({ rating, state: 'done' as const })),
  );
  assert.ok(harsh.at(-1)! > 0 && kind.at(-1)! < 0);
  const [done, dropped, planned] = opinionsOf([
    { state: 'done' },
    { state: 'dropped' },
    { state: 'planned' },
  ]);
  assert.ok(done! > 0 && dropped! < 0 && planned === 0);
  assert.ok(opinionsOf([{ state: 'done', isLiked: true }])[0]! > done!);
});

test('a higher rating never lowers the liking of what a title has', () => {
  const rating = fc.integer({ min: 1, max: 10 }).map((half) => half / 2);
  fc.assert(
    fc.property(rating, rating, fc.array(rating, { maxLength: 6 }), (one, other, others) => {
      const likingAt = (own: number): number => {
        const ratings = [own, ...others];
        const opinions = opinionsOf(ratings.map((value) => ({ rating: value, state: 'done' as const })));
        const judged = opinions.map((opinion, at) => judge(at === 0 ? 'war-1' : 'love-1', opinion));
        return tasteFrom(judged).find(({ key }) => key === 'genre war')?.liking ?? 0;
      };
      assert.ok(likingAt(Math.max(one, other)) >= likingAt(Math.min(one, other)) - 1e-9);
    }),
  );
});

test('the order of titles does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('war-1', 'love-1', 'love-2'), fc.integer({ min: -4, max: 4 }))),
      (given) => {
        const judged = given.map(([id, quarter]) => judge(id, quarter / 4));
        const words = (list: readonly Judged[]) => tasteFrom(list).map(({ key, liking }) => [key, liking]);
        assert.deepEqual(words(judged), words([...judged].reverse()));
      },
    ),
  );
});

test('lengths are said of films by minutes and of series by episodes', () => {
  const cases = [
    ['film', 80, -1, 'film-short'],
    ['film', 90, -1, 'film-usual'],
    ['film', 131, 5, 'film-long'],
    ['series', 60, 8, 'series-short'],
    ['series', 60, 16, 'series-usual'],
    ['series', 20, 80, 'series-long'],
    ['series', 20, -1, undefined],
  ] as const;
  for (const [kind, minutes, episodes, expected] of cases)
    assert.equal(lengthOf(kind, { minutes, episodes }), expected);
});
