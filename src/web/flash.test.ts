import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFlash } from './flash.ts';

test('a message is taken from a cookie by its key only', () => {
  assert.deepEqual(parseFlash('{"say":"kept","what":"Run On","undo":"u1"}'), {
    say: 'kept',
    what: 'Run On',
    undo: 'u1',
  });
  assert.deepEqual(parseFlash('{"say":"undone","what":""}'), { say: 'undone', what: '' });
});

test('whatever else stands in the cookie says nothing', () => {
  const forged = [
    '',
    '{',
    '1',
    'null',
    '[]',
    '{"say":"toString","what":""}',
    '{"say":"kept"}',
    '{"say":"__proto__","what":""}',
  ];
  for (const value of forged) assert.equal(parseFlash(value), undefined, value);
  assert.equal(parseFlash(JSON.stringify({ say: 'kept', what: 'x'.repeat(9999) }))?.what.length, 120);
});
