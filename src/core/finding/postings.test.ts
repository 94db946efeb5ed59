import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countOf, createPostings, dropPosting, listOf, putPosting, slotIn, valueAt } from './postings.ts';

const KEYS = ['feel sad', 'feel funny', 'theme love'];
const change = fc.record({
  key: fc.constantFrom(...KEYS),
  slot: fc.nat(50),
  value: fc.double({ min: -1, max: 1, noNaN: true }),
  isMore: fc.boolean(),
});

test('law: every show stands once, in order, with what was put last', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 150 }), (changes) => {
      const postings = createPostings();
      const plain = new Map(KEYS.map((key) => [key, new Map<number, number>()]));
      for (const { key, slot, value, isMore } of changes) {
        if (isMore) putPosting(postings, key, { slot, value });
        else dropPosting(postings, key, slot);
        if (isMore) plain.get(key)!.set(slot, value);
        else plain.get(key)!.delete(slot);
      }
      for (const [key, own] of plain) {
        const list = listOf(postings, key);
        const slots = [...own.keys()].sort((a, b) => a - b);
        assert.equal(countOf(postings, key), own.size);
        assert.deepEqual([...list].map(slotIn), slots);
        for (const [slot, value] of own) assert.ok(Math.abs(valueAt(list, slot) - value) <= 1 / 1000);
        assert.equal(valueAt(list, 51), 0);
      }
    }),
  );
});

test('strengths keep their order and sign, and the largest slot its number', () => {
  const postings = createPostings();
  const last = 2 ** 22 - 1;
  for (const [at, value] of [-1, -0.5, -0.002, 0.002, 0.5, 1].entries())
    putPosting(postings, 'feel sad', { slot: last - at, value });
  const list = listOf(postings, 'feel sad');
  const told = [-1, -0.5, -0.002, 0.002, 0.5, 1].map((_, at) => valueAt(list, last - at));
  assert.deepEqual(
    told,
    [...told].sort((a, b) => a - b),
  );
  assert.ok(told[2]! < 0 && told[3]! > 0 && told[5] === 1 && told[0] === -1);
});

test('many keys are told apart, also after the table has grown', () => {
  const postings = createPostings();
  for (let i = 0; i < 5000; i++) putPosting(postings, `person ${i}`, { slot: i, value: 1 });
  for (let i = 0; i < 5000; i++) assert.deepEqual([...listOf(postings, `person ${i}`)].map(slotIn), [i]);
  assert.equal(countOf(postings, 'person 5000'), 0);
});
