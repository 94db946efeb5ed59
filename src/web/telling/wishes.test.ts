import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Wish } from '../../core/asking/question.ts';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { tellWish, without } from './wishes.ts';

const from = { start: 0, end: 1 };

test('a wish is told as it was understood', () => {
  const cases: readonly [Wish, string, string][] = [
    [{ kind: 'feel', term: 'chill', degree: 1, wants: true, from }, 'chill', '편안한'],
    [{ kind: 'feel', term: 'funny', degree: 2, wants: true, from }, 'very funny', '아주 웃긴'],
    [
      { kind: 'feel', term: 'angsty', degree: -1, wants: false, from },
      'not too angsty',
      '너무 애타는 건 말고',
    ],
    [{ kind: 'feel', term: 'sad', degree: -2, wants: false, from }, 'not sad at all', '슬픈 건 전혀 말고'],
    [{ kind: 'theme', term: 'food', wants: true, from }, 'about food', '음식 이야기'],
    [{ kind: 'theme', term: 'war', wants: false, from }, 'nothing about war', '전쟁 이야기 빼고'],
    [{ kind: 'fact', field: 'country', value: 'KR', wants: true, from }, 'South Korea', '대한민국'],
    [
      { kind: 'range', field: 'episodes', most: 10, wants: true, from },
      'Episodes 10 or fewer',
      '회차 10 이하',
    ],
    [{ kind: 'like', name: 'Run On', showIds: [], wants: true, from }, 'like Run On', '《Run On》 같은'],
  ];
  for (const [wish, english, korean] of cases) {
    assert.equal(tellWish(wish, en), english);
    assert.equal(tellWish(wish, ko), korean);
  }
});

test('the question without a wish is a question still', () => {
  const words = 'chill Korean romance, not too angsty';
  const cases: readonly [string, string][] = [
    ['chill', 'Korean romance, not too angsty'],
    ['romance', 'chill Korean , not too angsty'],
    ['not too angsty', 'chill Korean romance'],
  ];
  for (const [gone, expected] of cases) {
    const start = words.indexOf(gone);
    assert.equal(without(words, { start, end: start + gone.length }), expected);
  }
  assert.equal(without('funny', { start: 0, end: 5 }), '');
});
