import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { chooseTogether, type Evening, evened, type Guest, HATES, LOVES, owedAfter } from './circle.ts';

const COUNT = 8;
const suit = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, HATES, 0, LOVES, 1));
const guest = fc.record({
  suits: fc.array(suit, { minLength: COUNT, maxLength: COUNT }),
  vetoed: fc.uniqueArray(fc.nat({ max: COUNT - 1 }), { maxLength: 3 }),
  owed: fc.constantFrom(0, 0.3, 1),
});
const circle = fc.array(guest, { minLength: 2, maxLength: 8 });
type Drawn = { readonly suits: readonly number[]; readonly vetoed: readonly number[]; readonly owed: number };
const guestsOf = (drawn: readonly Drawn[]): readonly Guest[] =>
  drawn.map(({ suits, vetoed, owed }) => ({ suits, owed, cannot: (place) => vetoed.includes(place) }));
const choose = (drawn: readonly Drawn[]) => chooseTogether(COUNT, guestsOf(drawn), COUNT);

test('a veto is never broken', () => {
  fc.assert(
    fc.property(circle, (drawn) => {
      for (const { place } of choose(drawn)) assert.ok(drawn.every(({ vetoed }) => !vetoed.includes(place)));
    }),
  );
});

test('what all love is never below what somebody hates', () => {
  fc.assert(
    fc.property(circle, fc.nat({ max: COUNT - 1 }), (drawn, loved) => {
      const all = drawn.map((one) => ({
        ...one,
        vetoed: [],
        suits: one.suits.map((own, place) => (place === loved ? Math.max(own, LOVES) : own)),
      }));
      const places = choose(all).map(({ place }) => place);
      const hated = places.filter((place) => all.some(({ suits }) => suits[place]! <= HATES));
      assert.deepEqual(hated, []);
      assert.ok(places.includes(loved));
    }),
  );
});

test('a title that suits everybody at least as well is not below the other', () => {
  fc.assert(
    fc.property(circle, fc.nat({ max: COUNT - 2 }), (drawn, at) => {
      const better = drawn.map((one) => ({
        ...one,
        vetoed: [],
        suits: one.suits.map((own, place) => (place === at ? Math.max(own, one.suits[at + 1]!) : own)),
      }));
      const places = choose(better).map(({ place }) => place);
      const [one, other] = [places.indexOf(at), places.indexOf(at + 1)];
      assert.ok(other < 0 || (one >= 0 && one < other), `${places}`);
    }),
  );
});

test('the order of people does not matter', () => {
  const withOrder = circle.chain((drawn) =>
    fc.tuple(
      fc.constant(drawn),
      fc.shuffledSubarray(drawn, { minLength: drawn.length, maxLength: drawn.length }),
    ),
  );
  fc.assert(
    fc.property(withOrder, ([one, other]) => {
      assert.deepEqual(
        choose(one).map(({ place, score }) => [place, score]),
        choose(other).map(({ place, score }) => [place, score]),
      );
    }),
  );
});

test('where everything is hated by somebody, the least bad is said all the same', () => {
  const picks = chooseTogether(
    2,
    guestsOf([
      { suits: [-1, 1], vetoed: [], owed: 0 },
      { suits: [1, -0.5], vetoed: [], owed: 0 },
    ]),
    5,
  );
  assert.deepEqual(
    picks.map(({ place }) => place),
    [1, 0],
  );
});

test('whoever gave way last time has a say before the others', () => {
  const [ann, ben] = [
    { suits: [1, 0.1], vetoed: [] },
    { suits: [0.1, 1], vetoed: [] },
  ];
  const first = (owedAnn: number, owedBen: number) =>
    chooseTogether(
      2,
      guestsOf([
        { ...ann, owed: owedAnn },
        { ...ben, owed: owedBen },
      ]),
      1,
    )[0]?.place;
  const evenings: Evening[] = [];
  const night = (): number => {
    const place = first(owedAfter(evenings, 'Ann'), owedAfter(evenings, 'Ben'))!;
    evenings.unshift(
      new Map([
        ['Ann', ann.suits[place]!],
        ['Ben', ben.suits[place]!],
      ]),
    );
    return place;
  };
  assert.deepEqual(Array.from({ length: 6 }, night), [0, 1, 0, 1, 0, 1]);
});

test('nobody is owed for evenings without them, nor when all were as content', () => {
  assert.equal(owedAfter([], 'Ann'), 0);
  assert.equal(owedAfter([new Map([['Ben', 1]])], 'Ann'), 0);
  assert.equal(owedAfter([new Map([['Ann', -1]])], 'Ann'), 0);
  const even = new Map([
    ['Ann', 0.4],
    ['Ben', 0.4],
  ]);
  assert.equal(owedAfter([even], 'Ann'), 0);
});

test('everybody speaks as loudly: suits come to the scale of each', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.25, 4, 1024),
      (suits, loud) => {
        const one = evened(Float32Array.from(suits));
        const other = evened(Float32Array.from(suits, (value) => Math.fround(value) * loud));
        assert.ok(one.every((value) => value >= -1 && value <= 1));
        assert.ok(one.every((value, at) => Math.abs(value - other[at]!) < 1e-4));
      },
    ),
  );
  assert.deepEqual([...evened(Float32Array.of(0, 0))], [0, 0]);
});
