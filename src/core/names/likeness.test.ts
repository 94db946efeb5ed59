import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { likeness } from './likeness.ts';
import { nameKey } from './name-key.ts';

// One person each line; every pair on a line must be alike, and alike enough to beat the stranger at its end.
const SAME: readonly (readonly [readonly string[], stranger: string])[] = [
  [['Im Siwan', 'Si-wan Im', 'Yim Si Wan', '임시완', 'IM SI-WAN'], 'Im Soo-hyang'],
  [['이도현', 'Lee Do-hyun', 'Do Hyun Lee', 'Yi Dohyeon', 'Lee Dohyeon'], 'Lee Dong-wook'],
  [['최수영', 'Choi Soo-young', 'Choe Sooyoung', 'Chwe Suyeong'], 'Choi Si-won'],
  [['신세경', 'Shin Se-kyung', 'Sin Segyeong', 'Se-Kyung Shin'], 'Shin Hye-sun'],
  [['이승만', 'Rhee Seung-man', 'Lee Sungman', 'I Seungman'], 'Lee Seung-gi'],
  [['박은빈', 'Park Eun-bin', 'Pak Eunbin', 'Eun Bin Park'], 'Park Eun-hye'],
  [['みやざき', 'Miyazaki'], 'Miyamoto'],
  [['Renée Zellweger', 'Renee Zellweger', 'Zellweger, Renée', 'R. Zellweger'], 'Rene Russo'],
  [['Tom Hanks', 'Tom Hnks', 'tom hanks', 'Hanks Tom'], 'Tom Hardy'],
];

for (const [names, stranger] of SAME)
  test(`one person: ${names[0]}`, () => {
    for (const a of names)
      for (const b of names) {
        const own = likeness(a, b);
        assert.ok(own >= 0.8, `${a} / ${b}: ${own}`);
        assert.ok(own > likeness(a, stranger), `${a} is more like ${stranger} than like ${b}`);
      }
  });

const KEYS: readonly (readonly string[])[] = [
  ['임시완', 'Im Siwan', 'Si-wan Im', 'Yim Si Wan', 'Lim Si-wan'],
  ['이수진', 'Lee Su-jin', 'Soojin Yi', 'Rhee Soo Jin'],
  ['최민식', 'Choi Min-sik', 'Choe Minsik', 'Min Sik Choi'],
  ['Tom Hanks', 'hanks, tom'],
];
test('one key for every spelling, script and order of a name', () => {
  for (const names of KEYS)
    assert.deepEqual([...new Set(names.map(nameKey))].length, 1, names.map(nameKey).join(' / '));
  assert.equal(new Set(KEYS.map((names) => nameKey(names[0]!))).size, KEYS.length);
});

test('different people have different keys', () => {
  for (const [a, b] of [
    ['김지민', '김민지'],
    ['Kim Go-eun', 'Kim Ji-won'],
    ['Tom Hanks', 'Tom Hardy'],
  ] as const)
    assert.notEqual(nameKey(a), nameKey(b));
});

test('law: likeness is between 0 and 1, the same from both sides, and 1 with itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (a, b) => {
        const own = likeness(a, b);
        assert.ok(own >= 0 && own <= 1);
        assert.ok(Math.abs(own - likeness(b, a)) < 0.1);
        if (/[a-z]/.test(a)) assert.equal(likeness(a, a), 1);
      },
    ),
  );
});
