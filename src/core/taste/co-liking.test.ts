import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { foretell, foretold, type Likes, learnCoLiking } from './co-liking.ts';
import { invertPositive } from './invert.ts';
import { likedNow, likingOf } from './liking.ts';

const likes = (...items: readonly string[]): Likes => new Map(items.map((item) => [item, 1]));
const people = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(0.25, 0.75, 1, 1.5)), {
      selector: ([item]) => item,
      minLength: 1,
    })
    .map((pairs) => new Map(pairs)),
  { minLength: 1, maxLength: 12 },
);
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-5 * (1 + Math.abs(one));
const byItem = (model: ReturnType<typeof learnCoLiking>, own: Likes): ReadonlyMap<string, number> =>
  new Map([...foretell(model, own)].map((score, slot) => [model.items[slot]!, score]));

test('an inverse times its matrix is one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }), {
        minLength: 1,
        maxLength: 9,
      }),
      (rows) => {
        const size = rows.length;
        const at = (i: number, j: number): number =>
          rows[i]!.reduce((sum, value, k) => sum + value * rows[j]![k]!, i === j ? 1 : 0);
        const matrix = Float64Array.from({ length: size * size }, (_, k) =>
          at(Math.floor(k / size), k % size),
        );
        const inverse = invertPositive(matrix.slice(), size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            let sum = 0;
            for (let k = 0; k < size; k++) sum += matrix[i * size + k]! * inverse[k * size + j]!;
            assert.ok(Math.abs(sum - (i === j ? 1 : 0)) < 1e-6, `${i},${j}: ${sum}`);
          }
      },
    ),
  );
  assert.throws(() => invertPositive(Float64Array.of(1, 2, 2, 1), 2), /not positive definite \(row 1\)/);
});

test('both sides give the same: people × people is items × items in another form', () => {
  fc.assert(
    fc.property(people, people, (others, [own]) => {
      // The same people again and again make them more than the items, and nothing else but the ridge changes.
      const times = 9;
      const overPeople = learnCoLiking([...others, likes(...'abcdefgh')], { ridge: 2, limit: 1000 });
      const copies = Array.from({ length: times }, () => [...others, likes(...'abcdefgh')]).flat();
      const overItems = learnCoLiking(copies, { ridge: 2 * times });
      assert.equal(overItems.kind, 'over-items');
      const [one, other] = [byItem(overPeople, own!), byItem(overItems, own!)];
      for (const [item, score] of one) assert.ok(near(score, other.get(item)!), `${item}: ${score}`);
    }),
  );
});

test('the order of people does not matter', () => {
  fc.assert(
    fc.property(people, people, (others, [own]) => {
      const [one, other] = [
        byItem(learnCoLiking(others), own!),
        byItem(learnCoLiking([...others].reverse()), own!),
      ];
      for (const [item, score] of one) assert.ok(near(score, other.get(item)!));
    }),
  );
});

test('what goes together is found, what is seen is not, the best known comes first where nothing is known', () => {
  const others = [
    ...Array.from({ length: 6 }, () => likes('war', 'spies')),
    ...Array.from({ length: 5 }, () => likes('love', 'songs')),
    likes('love'),
    likes('love', 'love and war'),
    likes('love', 'war'),
  ];
  const model = learnCoLiking(others, { ridge: 1 });
  const ask = (own: Likes, limit = 2) =>
    foretold(model, own, { without: new Set(own.keys()), limit }).map(({ item }) => item);
  assert.equal(ask(likes('war'))[0], 'spies');
  assert.equal(ask(likes('songs'))[0], 'love');
  assert.deepEqual(ask(likes('unheard of')), ['love', 'war']);
  assert.deepEqual(ask(likes('war', 'spies', 'love', 'songs', 'love and war')), []);
  assert.deepEqual(ask(likes(), 99).length, 5);
});

test('beyond the limit of a side the least liked items are left out', () => {
  const model = learnCoLiking([likes('a'), likes('a', 'b'), likes('a', 'b', 'c')], { limit: 2 });
  assert.deepEqual([model.kind, model.items, [...model.fame]], ['over-items', ['a', 'b'], [3, 2]]);
});

test('a low rating is no liking, and an old one fades but never to nothing', () => {
  assert.deepEqual([0.5, 2, 3.5, 5].map(likingOf), [0, 0, 0.75, 1.5]);
  const history = [
    { item: 'old', rating: 5 },
    ...Array.from({ length: 200 }, (_, at) => ({ item: `between ${at}`, rating: 1 })),
    { item: 'new', rating: 5 },
    { item: 'changed', rating: 5 },
    { item: 'changed', rating: 1 },
  ];
  const now = likedNow(history);
  assert.deepEqual([...now.keys()], ['old', 'new']);
  assert.ok(now.get('old')! > 0.4 && now.get('old')! < now.get('new')! / 2);
});
