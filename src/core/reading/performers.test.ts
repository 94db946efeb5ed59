import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const find = (text: string): string[] =>
  read({ text }, reader).findings.flatMap((finding) =>
    finding.kind === 'aspect' ? [`${finding.aspect} ${finding.sentiment}`] : [],
  );

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['Mina Holt is superb.', ['acting 2']],
  ['Mina Holt is superb as the widow.', ['acting 2']],
  ['Mina Holt, as the widow, is terrible.', ['acting -2']],
  ['I think Park Ji-won was simply miscast.', ['acting -1']],
  ['She was outstanding in this.', ['acting 2']],
  ['He is wooden in this.', ['acting -1']],
  // somebody, but not how they play; something, but nobody
  ['She is amazing to her neighbours.', []],
  ['Mina Holt is an excellent swimmer.', []],
  ['He is perfect, says his aunt.', []],
  ['He is a terrible driver.', []],
];
for (const [text, expected] of CASES)
  test(`performers: ${text}`, () => assert.deepEqual(find(text), expected));
