import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseNumbering, countUpTo, episodeAfter, inOrder, type Numbering, placeOf } from './episodes.ts';

const season = (number: number, count: number) => ({
  number,
  episodes: Array.from({ length: count }, (_, index) => ({ number: index + 1 })),
});
const LONG: Numbering = { source: 'tvmaze', seasons: [season(2, 3), season(0, 2), season(1, 4)] };
const at = (place: { season: number; episode: number } | undefined): string =>
  place === undefined ? 'none' : `${place.season}x${place.episode}`;

test('episodes stand in order, specials beside it', () => {
  assert.deepEqual(inOrder(LONG).map(at), ['1x1', '1x2', '1x3', '1x4', '2x1', '2x2', '2x3']);
});

test('a bare number counts in the first season while it can, then through all', () => {
  const cases: readonly [{ season?: number; episode: number }, string][] = [
    [{ episode: 1 }, '1x1'],
    [{ episode: 4 }, '1x4'],
    [{ episode: 5 }, '2x1'],
    [{ episode: 7 }, '2x3'],
    [{ episode: 8 }, '1x8'],
    [{ season: 2, episode: 1 }, '2x1'],
    [{ season: 3, episode: 1 }, '3x1'],
  ];
  for (const [bare, expected] of cases) assert.equal(at(placeOf(LONG, bare)), expected);
});

test('what comes next crosses seasons and ends', () => {
  const cases: readonly [{ season: number; episode: number } | undefined, string, number][] = [
    [undefined, '1x1', 0],
    [{ season: 1, episode: 0 }, '1x1', 0],
    [{ season: 1, episode: 3 }, '1x4', 3],
    [{ season: 1, episode: 4 }, '2x1', 4],
    [{ season: 2, episode: 3 }, 'none', 7],
    [{ season: 9, episode: 1 }, 'none', 7],
  ];
  for (const [seen, next, count] of cases) {
    assert.equal(at(episodeAfter(LONG, seen)), next);
    assert.equal(countUpTo(LONG, seen), count);
  }
});

test('of several numberings the one that says when is taken, of empty ones none', () => {
  const named = (source: string, count = 1): Numbering => ({ source, seasons: [season(1, count)] });
  assert.equal(chooseNumbering([named('other'), named('imdb'), named('tmdb')])?.source, 'tmdb');
  assert.equal(chooseNumbering([named('other'), named('tvmaze', 0)])?.source, 'other');
  assert.equal(chooseNumbering([named('tmdb', 0)]), undefined);
  assert.equal(chooseNumbering([]), undefined);
});
