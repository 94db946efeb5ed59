// Laws of the rules that look for names, titles and numbers: nothing crashes them, every span slices, a hostile text
// costs no more than its length.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReader } from '../../guide/reader.ts';
import { namesOf } from './proper-names.ts';
import { read } from './read.ts';
import { openSheet } from './sheet.ts';
import { titlesOf } from './titles.ts';

const reader = loadReader();
const PIECES = [
  'Kim',
  'Ha-rin',
  'do',
  'yeon',
  "'s",
  'Walter',
  'Smith',
  'plays',
  'as',
  '(',
  ')',
  '"',
  '“',
  '”',
  '《',
  '》',
  '*',
  '**',
  '_',
  'the',
  'wife of',
  'falls in love with',
  'In',
  '2016',
  'episodes',
  '16',
  'ten',
  'hour',
  'aired from',
  'May 3, 2019',
  '한지수',
  '.',
  ',',
  '\n\n',
  '## Plot\n',
  '—',
  'and',
  'I',
  'J.',
  'E.T.',
  'spoiler',
  'dies',
  'in the end',
  'better than',
  'is a former',
  '😀',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const KINDS = new Set(['fact', 'person', 'character', 'relation', 'reference', 'spoiler']);

test('every quote is the text between its offsets, and names are never empty', () => {
  fc.assert(
    fc.property(text, fc.option(text, { nil: undefined }), (review, about) => {
      const { findings } = read({ text: review, ...(about ? { about } : {}) }, reader);
      for (const finding of findings) {
        if (!KINDS.has(finding.kind)) continue;
        for (const { start, end, quote } of finding.evidence) assert.equal(review.slice(start, end), quote);
        if (finding.kind === 'person' || finding.kind === 'character')
          assert.ok(finding.name.trim().length > 0);
        if (finding.kind === 'relation') assert.notEqual(finding.between[0], finding.between[1]);
      }
    }),
    { numRuns: 400 },
  );
});

test('names and titles stand in order and none over another', () => {
  fc.assert(
    fc.property(text, (review) => {
      const sheet = openSheet({ text: review }, reader);
      for (const marks of [namesOf(sheet, reader), titlesOf(sheet, reader)])
        marks.forEach((mark, at) => {
          assert.ok(mark.from < mark.to);
          assert.ok(at === 0 || marks[at - 1]!.to <= mark.from);
        });
    }),
    { numRuns: 400 },
  );
});

test('a text of one thing over and over is read to its end', () => {
  for (const piece of [
    '(((((',
    '"The ',
    '《A ',
    'Kim Lee ',
    'HELLO ',
    'Tom Hanks as ',
    "'s ",
    'Mi-joo-',
    'The Man (1990) ',
    'They fall in love with each other and Tom and Mary ',
  ])
    assert.ok(
      read({ text: piece.repeat(Math.ceil(60_000 / piece.length)), about: 'The Man' }, reader).findings
        .length >= 0,
    );
});
