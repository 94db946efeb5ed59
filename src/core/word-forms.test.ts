// Folding, and numbers for the words of lists.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutSentences } from './text.ts';
import { fold, giveNumber, numberOf, wordOf } from './word-forms.ts';

test('fold', () => {
  assert.equal(fold('CLICHÉ'), 'cliche');
  assert.equal(fold('isn’t'), "isn't");
  assert.equal(fold('서'), '서');
  assert.equal(fold('good'), 'good');
  assert.equal(fold('constructttor'), 'constructor');
});

const word = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', 'A', 'B', 'é', '’', "'", 'ﬁ', '서'),
    minLength: 1,
    maxLength: 6,
  }),
  fc.string({ maxLength: 8 }),
);

test('law: a word keeps its number, whatever others get one, and no other word has it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word.map(fold)), (folded) => {
      const numbers = folded.map(giveNumber);
      assert.equal(new Set(numbers).size, folded.length);
      assert.deepEqual(folded.map(numberOf), numbers);
      assert.deepEqual(numbers.map(wordOf), folded);
    }),
  );
});

test('law: the words of a text have the number of what they fold to', () => {
  for (const one of ['a', 'b', 'ab', 'ba', "a'b", 'fi', 'e', 'ae']) giveNumber(one);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (forms) => {
      for (const { words } of cutSentences(forms.join(' ')))
        for (const { folded, form, number } of words) {
          assert.equal(number, numberOf(folded));
          assert.ok(folded === fold(form) || folded === fold(form).replaceAll('.', ''));
        }
    }),
  );
});
