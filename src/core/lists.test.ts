import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLists, insertEntry, listIn, removeEntry } from './lists.ts';

const change = fc.record({
  list: fc.nat(5),
  at: fc.nat(40),
  entry: fc.nat(1000),
  isMore: fc.boolean(),
});

test('law: lists in one array are what arrays of their own would be, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const lists = createLists(2);
      const plain: number[][] = [[], [], [], [], [], []];
      for (const { list, at, entry, isMore } of changes) {
        const own = plain[list]!;
        if (isMore) {
          const place = at % (own.length + 1);
          own.splice(place, 0, entry);
          insertEntry(lists, list, { at: place, entry });
        } else if (own.length > 0) {
          own.splice(at % own.length, 1);
          removeEntry(lists, list, at % (own.length + 1));
        }
      }
      for (const [list, own] of plain.entries()) assert.deepEqual([...listIn(lists, list)], own);
    }),
  );
});

test('what lists leave is taken by others: growing and shrinking over and over takes no more room', () => {
  const lists = createLists(4);
  const grow = (): void => {
    for (let i = 0; i < 100; i++) insertEntry(lists, 0, { at: i, entry: i });
    for (let i = 0; i < 100; i++) removeEntry(lists, 0, 99 - i);
  };
  grow();
  const { used } = lists;
  for (let i = 0; i < 10; i++) grow();
  assert.equal(lists.used, used);
});
