import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchNames } from './match-names.ts';
import { createNameIndex } from './name-index.ts';

const TITLES = [
  { id: 'runon', names: ['Run On', '런 온', 'Reonon'] },
  { id: 'squid', names: ['Squid Game', '오징어 게임'] },
  { id: 'cloy', names: ['Crash Landing on You', '사랑의 불시착'] },
  { id: 'cafe', names: ['Café Minamdang'] },
  { id: 'spider', names: ['Spider-Man: Homecoming'] },
  { id: 'glory', names: ['The Glory', '더 글로리'] },
  { id: 'it', names: ['It'] },
];

const ASKED: readonly (readonly [string, string | undefined])[] = [
  ['run on', 'runon'],
  ['RunOn', 'runon'],
  ['런온', 'runon'],
  ['러', 'runon'],
  ['squid gmae', 'squid'],
  ['오징어', 'squid'],
  ['crash landing', 'cloy'],
  ['Crash Landng on yuo', 'cloy'],
  ['cafe minamdang', 'cafe'],
  ['spider man homecoming', 'spider'],
  ['glory', 'glory'],
  ['it', 'it'],
  ['qqqqqq', undefined],
  ['', undefined],
  ['🙂', undefined],
];
for (const [words, id] of ASKED)
  test(`finds ${JSON.stringify(words)}`, () => {
    assert.equal(createNameIndex(TITLES).find(words)[0]?.id, id);
  });

test('a name that is put replaces the one before, one that is dropped is gone, and its place is used again', () => {
  const index = createNameIndex(TITLES);
  index.put('runon', ['Keep Going']);
  assert.notEqual(index.find('run on')[0]?.id, 'runon');
  assert.equal(index.find('keep goin')[0]?.id, 'runon');
  index.drop('squid');
  index.put('new', ['Hometown Cha-Cha-Cha']);
  assert.equal(index.find('squid game').length, 0);
  assert.deepEqual(index.exact('hometown chachacha'), ['new']);
  assert.equal(index.size(), TITLES.length);
});

test('a further name stands beside the ones before, and only once', () => {
  const index = createNameIndex(TITLES);
  for (const name of ['On the Run', 'On the Run', 'Run On']) index.add('runon', name);
  index.add('brand', 'Brand New');
  assert.deepEqual(index.names('runon'), ['Run On', '런 온', 'Reonon', 'On the Run']);
  assert.deepEqual(index.exact('on the run'), ['runon']);
  assert.equal(index.size(), TITLES.length + 1);
  index.drop('runon');
  assert.deepEqual(index.exact('on the run'), []);
  assert.deepEqual(index.names('runon'), []);
});

test('names of any length are counted right: long ones share more pieces than a byte holds', () => {
  const long = Array.from(
    { length: 60 },
    (_, i) => `w${'abcdefghij'[i % 10]}${'klmnopqrst'[(i * 7) % 10]}`,
  ).join(' ');
  const index = createNameIndex([
    { id: 'long', names: [long] },
    { id: 'other', names: ['wak'] },
  ]);
  assert.deepEqual(
    index.find(long).map(({ id }) => id),
    ['long'],
  );
});

test('law: a name that is in the index is found by itself, first or level with its equals', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcdefghi 런온오징어-é'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), (names) => {
      const index = createNameIndex(names.map((one, i) => ({ id: String(i), names: [one] })));
      for (const one of names) {
        if (!/[\p{L}\p{N}]/u.test(one)) continue;
        const hits = index.find(one, 50);
        assert.ok(
          hits.some((hit) => hit.name === one && hit.score === hits[0]!.score),
          one,
        );
      }
    }),
    { numRuns: 50 },
  );
});

const PAIRS = join(import.meta.dirname, '../../../../shared/names/korean.tsv');
test('Korean names across scripts, measured where the table is at hand', {
  skip: !existsSync(PAIRS) && 'no ../shared',
}, () => {
  const pairs = readFileSync(PAIRS, 'utf8')
    .split('\n')
    .filter((_, i) => i % 4 === 0)
    .map((line) => line.split('\t'))
    .filter((pair) => pair.length === 2);
  const match = matchNames(pairs.map(([hangul]) => hangul!));
  const right = pairs.filter(([, latin], i) => match(latin!.split('|')[0]!)[0] === i).length;
  assert.ok(right / pairs.length >= 0.93, `first ${right} of ${pairs.length}`);
});

// Hepburn as Japanese names are written abroad: long vowels short, "shi", "tsu", doubled consonants, either order.
const KANA: readonly (readonly [string, string])[] = [
  ['みやざき はやお', 'Hayao Miyazaki'],
  ['しんかい まこと', 'Makoto Shinkai'],
  ['おおたに しょうへい', 'Shohei Otani'],
  ['まつだ りゅうへい', 'Ryuhei Matsuda'],
  ['ほんだ つばさ', 'Tsubasa Honda'],
  ['じゅんいち', "Jun'ichi"],
  ['はっとり', 'Hattori'],
  ['うえの じゅり', 'Juri Ueno'],
  ['ナルト', 'Naruto'],
  ['ジョジョ', 'JoJo'],
];
test('Japanese names in kana are found by their Hepburn spelling and the other way round', () => {
  const sides = [0, 1].map((side) =>
    createNameIndex(KANA.map((pair, i) => ({ id: String(i), names: [pair[side]!] }))),
  );
  for (const [i, [kana, latin]] of KANA.entries()) {
    assert.equal(sides[1]!.find(kana)[0]?.id, String(i), kana);
    assert.equal(sides[0]!.find(latin)[0]?.id, String(i), latin);
  }
});
