import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rootOf, withVariety } from './variety.ts';

const ROOTS: readonly (readonly [string, string])[] = [
  ['Night Shift Season 2', 'night shift'],
  ['Night Shift: Part II', 'night shift'],
  ['Night Shift 3', 'night shift'],
  ['나이트 시즌2', '나이트'],
  ['Night Shift', 'night shift'],
  ['Room 1988', 'room 1988'],
  ['Apartment', 'apartment'],
  ['Seasoned', 'seasoned'],
  ['2', '2'],
];
for (const [title, root] of ROOTS)
  test(`the show of ${title}`, () => {
    assert.equal(rootOf(title), root);
  });

test('a further season stands behind an equal, and before what answers much worse', () => {
  const picks = [
    { title: 'Night', score: 2 },
    { title: 'Night Season 2', score: 1.9 },
    { title: 'Day', score: 1.8 },
    { title: 'Noon', score: 0.5 },
  ];
  assert.deepEqual(
    withVariety(picks).map(({ title }) => title),
    ['Night', 'Day', 'Night Season 2', 'Noon'],
  );
});

test('law: nothing is lost or doubled, and without parts the order stays', () => {
  const score = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.array(score, { maxLength: 30 }), fc.boolean(), (scores, isSerial) => {
      const picks = scores
        .sort((a, b) => b - a)
        .map((one, at) => ({ title: isSerial ? `Night Season ${at}` : `Show${at}x`, score: one }));
      const placed = withVariety(picks);
      assert.deepEqual(new Set(placed), new Set(picks));
      assert.equal(placed.length, picks.length);
      if (!isSerial) assert.deepEqual(placed, picks);
    }),
  );
});
