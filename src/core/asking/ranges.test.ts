import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangesIn } from './ranges.ts';

const CASES: readonly (readonly [string, string])[] = [
  ['under 12 episodes', 'episodes ..11'],
  ['12 episodes or less', 'episodes ..12'],
  ['nothing longer than twelve episodes', 'episodes ..12'],
  ['max 16 eps', 'episodes ..16'],
  ['8-12 episodes', 'episodes 8..12'],
  ['10 eps or so', 'episodes 8..12'],
  ['around 16 episodes', 'episodes 12..20'],
  ['at least 20 episodes', 'episodes 20..'],
  ['less than an hour each', 'minutes ..60'],
  ['movies under two hours', 'minutes ..120'],
  ['half an hour or less', 'minutes ..30'],
  ['about 90 minutes', 'minutes 68..113'],
  ['just one season', 'seasons 1..1'],
  ['after 2020', 'year 2021..'],
  ['since 2019', 'year 2019..'],
  ['2021 or later', 'year 2021..'],
  ['before 2000', 'year ..1999'],
  ['between 2010 and 2015', 'year 2010..2015'],
  ['from the 90s', 'year 1990..1999'],
  ['a 2016 drama', 'year 2016..2016'],
  ['12부작 이하', 'episodes ..12'],
  ['16부작', 'episodes 16..16'],
  ['1시간 이내', 'minutes ..60'],
  ['한 시간 안 되는 로맨스', 'minutes ..60'],
  ['두 시간 넘는 영화', 'minutes 121..'],
  ['30분 이하', 'minutes ..30'],
  ['30분 뒤에', ''],
  ['열두 부작 이하', 'episodes ..12'],
  ['8부작짜리', 'episodes 8..8'],
  ['2020년 이후', 'year 2020..'],
  ['2010년대', 'year 2010..2019'],
  ['jtbc after 2020, 12 episodes max', 'year 2021.. | episodes ..12'],
  ['24 hour party people', ''],
  ['ocean’s eleven', ''],
  ['room 2046b', ''],
  ['an episode that hurts', ''],
];
for (const [text, expected] of CASES)
  test(`range: ${text}`, () => {
    const found = rangesIn(text).map(({ field, least, most }) => `${field} ${least ?? ''}..${most ?? ''}`);
    assert.equal(found.join(' | '), expected);
  });
