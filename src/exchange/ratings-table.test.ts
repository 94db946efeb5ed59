import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isUnusable } from './problems.ts';
import { parseRatingsTable, type RatingsTable } from './ratings-table.ts';

const parse = (text: string): RatingsTable => {
  const table = parseRatingsTable(new TextEncoder().encode(text));
  assert.ok(!isUnusable(table), JSON.stringify(table));
  return table;
};

test('rows become people; a broken row is told by its line and loses no other', () => {
  const { people, ratingCount, problems } = parse(
    '\uFEFFuserId,movieId,rating,timestamp\r\n1,10,4.5,964982703\r\n"2","a-b",5\r\n1,10,3,\r\n,10,3\r\n3\r\n3,10,7\r\n3,10,\r\n3,10,2.3\r\n\r\n',
  );
  assert.deepEqual(
    people.map((own) => [...own]),
    [[['10', 3]], [['a-b', 5]]],
  );
  assert.equal(ratingCount, 3);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [5, 6, 7, 8, 9],
  );
});

test('columns go by their names', () => {
  assert.deepEqual(
    parse('rating,userId,movieId\n1,x,y\n').people.map((own) => [...own]),
    [[['y', 1]]],
  );
});

test('a file that is none of this says so in one sentence', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['', /has no column userId, movieId, rating/],
    ['userId,rating\n1,2\n', /has no column movieId/],
    ['userId,movieId,rating\n', /holds no rating/],
    ['userId,movieId,rating\nx\n', /holds no rating/],
  ];
  for (const [text, sentence] of cases) {
    const table = parseRatingsTable(new TextEncoder().encode(text));
    assert.ok(isUnusable(table));
    assert.match(table.unusable, sentence);
  }
  assert.ok(isUnusable(parseRatingsTable(Uint8Array.of(0xff, 0x00, 0x80))));
});

test('no bytes break it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      parseRatingsTable(new TextEncoder().encode(`userId,movieId,rating\n${text}`));
    }),
  );
});
