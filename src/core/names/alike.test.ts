// Names much alike among many: slips are found, beginnings and strangers are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNameIndex } from './name-index.ts';

test('a slip is much alike, a beginning is not', () => {
  const index = createNameIndex(
    ['The Long Harbour', 'The Long Harbour: Storm Season', '런 온', 'Salt Road'].map((name) => ({
      id: name,
      names: [name],
    })),
  );
  const cases: readonly [string, string | undefined][] = [
    ['The Long Harbor', 'The Long Harbour'],
    ['the long harbour', 'The Long Harbour'],
    ['Run On', '런 온'],
    ['Salt Raod', 'Salt Road'],
    ['The', undefined],
    ['Salt', undefined],
    ['', undefined],
  ];
  for (const [asked, found] of cases) assert.equal(index.alike(asked, 0.8)[0]?.id, found, asked);
});
