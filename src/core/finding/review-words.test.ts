import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReviewId } from '../review.ts';
import { cutReview } from './ideas.ts';
import { sentenceWith, stemOf, weighWords } from './review-words.ts';

const review = (text: string) => ({ reviewId: 'r' as ReviewId, text });

const CASES: readonly (readonly [text: string, word: string, quote: string | undefined])[] = [
  ['A mill. Set in a Lighthouse, far out. The end.', 'lighthouse', 'Set in a Lighthouse, far out'],
  ['Many stories are told here.', 'story', 'Many stories are told here'],
  ['It kept me laughing. Fine.', 'laughs', 'It kept me laughing'],
  ['The café is the heart of it.', 'cafe', 'The café is the heart of it'],
  ['An arena, then art.', 'art', 'An arena, then art'],
  ['Nothing of the kind.', 'lighthouse', undefined],
];
for (const [text, word, quote] of CASES)
  test(`the sentence with ${word}`, () => {
    assert.equal(sentenceWith([review(text)], word)?.quote, quote);
  });

test('law: every word that weighs is found, and its evidence slices to its quote', () => {
  const words = fc.constantFrom(
    'mill',
    'Lighthouse',
    'stories',
    'running',
    'café',
    'wolves',
    '등대',
    'ships',
    'ends',
  );
  const ends = fc.constantFrom(' ', ', ', '. ', '! ', '\n', ' — ');
  const text = fc
    .array(fc.tuple(words, ends), { minLength: 1, maxLength: 300 })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, (one) => {
      const given = review(one);
      for (const stem of weighWords([cutReview(given)]).keys()) {
        const found = sentenceWith([given], stem);
        assert.ok(found !== undefined, stem);
        assert.equal(one.slice(found.start, found.end), found.quote);
        assert.ok(found.quote.length <= 300);
      }
    }),
    { numRuns: 60 },
  );
});

test('plural and -ing meet their stem', () => {
  for (const [word, stem] of [
    ['laughs', 'laugh'],
    ['stopped', 'stop'],
    ['stories', 'story'],
    ['class', 'class'],
    ['virus', 'virus'],
  ])
    assert.equal(stemOf(word!), stem);
});
