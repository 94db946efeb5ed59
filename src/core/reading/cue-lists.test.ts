// Lists found together say what each of them says when it is searched alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cueList, matchesWithin } from './cue-lists.ts';
import { createMatcher, findCues } from './cues.ts';
import { createReader, openSheet } from './sheet.ts';

const LISTS = [
  [
    ['a', 'one'],
    ['a b', 'two'],
    ['b c', 'three'],
    ['a * c', 'four'],
    ['c', 'five'],
  ],
  [
    ['b', 'six'],
    ['a b c', 'seven'],
    ['b', 'eight'],
    ['b * *', 'nine'],
  ],
] as const;
const lists = LISTS.map((entries) => cueList<string>(() => entries));
const vocabulary = { feels: {}, themes: {}, aspects: [], relations: [], occasions: [], stances: [] };
const reader = createReader({ vocabulary, cues: {} });

const text = fc
  .array(fc.constantFrom('a ', 'b ', 'c ', 'd ', 'e ', ', ', '. '), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('law: lists found in one pass are found as one by one', () => {
  fc.assert(
    fc.property(text, (review) => {
      const sheet = openSheet({ text: review }, reader);
      for (const [at, list] of lists.entries()) {
        const alone = findCues(createMatcher<string>(LISTS[at]!), sheet.words);
        assert.deepEqual(list.of(sheet, reader), alone);
        assert.deepEqual(list.among(sheet.words, reader), alone);
        for (const { words } of sheet.sentences) {
          const [from, to] = [words[0]!.index, words.at(-1)!.index + 1];
          assert.deepEqual(
            matchesWithin(alone, from, to),
            alone.filter((match) => match.from >= from && match.from < to),
          );
        }
      }
    }),
  );
});
