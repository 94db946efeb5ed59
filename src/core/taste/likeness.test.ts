import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createIndex, putShow } from '../finding/shelf-index.ts';
import type { Show, ShowId } from '../show.ts';
import { learnCoLiking } from './co-liking.ts';
import { likedTogether, likenessOfTwo } from './likeness.ts';

const makeShow = (id: string, genres: readonly string[], year: number): Show => ({
  id: id as ShowId,
  kind: 'film',
  title: id,
  names: [],
  year,
  countries: [],
  genres,
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'person',
});
const index = createIndex();
for (const show of [
  makeShow('war', ['War', 'Drama'], 1999),
  makeShow('war too', ['War', 'Drama'], 2001),
  makeShow('war then', ['War', 'Drama'], 1950),
  makeShow('love', ['Romance', 'Drama'], 1999),
  makeShow('bare', [], 1999),
])
  putShow(index, show, undefined, []);
const likes = (...items: readonly string[]) => new Map(items.map((item) => [item, 1]));
const model = learnCoLiking([likes('war', 'love'), likes('war', 'love'), likes('war too'), likes('bare')]);
const alike = (one: string, other: string, known = {}): number =>
  likenessOfTwo(one as ShowId, other as ShowId, { index, ...known })!.likeness;

test('what is known of both, when they came out, and who likes both', () => {
  assert.ok(alike('war', 'war too') > alike('war', 'love'));
  assert.ok(alike('war', 'war too') > alike('war', 'war then'));
  assert.ok(alike('war', 'love', { model }) > alike('war', 'love'));
  assert.ok(alike('war', 'war too', { model }) < alike('war', 'war too'));
  const told = likenessOfTwo('war' as ShowId, 'love' as ShowId, { index });
  assert.deepEqual(told?.shared, ['genre drama']);
  assert.equal(likenessOfTwo('war' as ShowId, 'nowhere' as ShowId, { index }), undefined);
  assert.deepEqual([likedTogether(model, 'war', 'love'), likedTogether(model, 'war', 'bare')], [1, 0]);
  assert.equal(likedTogether(model, 'war', 'nowhere'), undefined);
});

test('likeness goes both ways, from 0 to 1', () => {
  const id = fc.constantFrom('war', 'war too', 'war then', 'love', 'bare');
  fc.assert(
    fc.property(id, id, fc.boolean(), (one, other, isJoined) => {
      const known = isJoined ? { model } : {};
      const likeness = alike(one, other, known);
      assert.ok(likeness >= 0 && likeness <= 1 + 1e-9);
      assert.ok(Math.abs(likeness - alike(other, one, known)) < 1e-9);
    }),
  );
});
