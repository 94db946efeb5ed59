// Laws that hold for every reading, and what merging does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReader } from '../../guide/reader.ts';
import { claimKey } from './finding.ts';
import { read } from './read.ts';

const reader = loadReader();

const PIECES = [
  'The acting is superb. ',
  'not too ',
  'funny, ',
  'Ha-neul Cho (played by Na-rae Oh) ',
  'is boring',
  '… ',
  '\n\n## Story\n',
  '<br />',
  '“quoted” ',
  '8/10 ',
  'I recommend it! ',
  '🙂',
  '\u200b',
  '((((',
  'because he dies at the end. ',
  'reminds me of *Another Show* ',
  '16 episodes on JTBC, ',
  '\ud83d',
  '런 온 ',
  "it's ",
];
const reviews = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

test('law: every quote is the text at its offsets, within its limit, and findings are in order', () => {
  fc.assert(
    fc.property(reviews, fc.option(fc.string({ maxLength: 20 }), { nil: undefined }), (text, about) => {
      const { findings } = read({ text, ...(about === undefined ? {} : { about }) }, reader);
      let before = 0;
      for (const finding of findings) {
        assert.ok(finding.evidence.length > 0);
        assert.ok(finding.evidence[0]!.start >= before);
        before = finding.evidence[0]!.start;
        assert.ok(finding.confidence >= 0 && finding.confidence <= 1);
        assert.notEqual(finding.why.rule, '');
        for (const { start, end, quote } of finding.evidence) {
          assert.equal(text.slice(start, end), quote);
          assert.ok(quote.length > 0 && quote.length <= (finding.kind === 'spoiler' ? 700 : 300));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('law: one finding per claim', () => {
  fc.assert(
    fc.property(reviews, (text) => {
      const keys = read({ text }, reader)
        .findings.filter(({ kind }) => kind !== 'spoiler')
        .map(claimKey);
      assert.equal(new Set(keys).size, keys.length);
    }),
    { numRuns: 100 },
  );
});

test('the same feel said twice is one finding with two quotes and the stronger degree', () => {
  const [finding] = read({ text: 'It is funny. Really, it is so funny!' }, reader).findings.filter(
    ({ kind }) => kind === 'feel',
  );
  assert.equal(finding?.kind === 'feel' && finding.degree, 2);
  assert.deepEqual(
    finding?.evidence.map(({ quote }) => quote),
    ['funny', 'so funny'],
  );
});

test('opposite sides are two findings', () => {
  const feels = read(
    { text: 'The start is suspenseful. The end is not suspenseful.' },
    reader,
  ).findings.flatMap((finding) => (finding.kind === 'feel' ? [finding.degree] : []));
  assert.deepEqual(feels, [1, -1]);
});

test('a reading knows its title, writer and language from the head of the text', () => {
  const text = `A Quiet Little Wonder

Nari Example, Writer

${'This is a show that I liked, and the acting is good. '.repeat(6)}`;
  assert.deepEqual(read({ text }, reader).review, {
    title: 'A Quiet Little Wonder',
    writer: 'Nari Example',
    language: 'en',
  });
});

const HOSTILE: readonly (readonly [what: string, piece: string])[] = [
  ['one endless sentence', 'and the funny film was not '],
  ['no spaces', 'a'],
  ['brackets', '('],
  ['quotes', '"'],
  ['emoji', '😂'],
  ['zero width', '\u200b'],
  ['tags', '<'],
  ['capitals', 'Kim Min '],
  ['apostrophes', "a's"],
];
for (const [what, piece] of HOSTILE)
  test(`much of ${what} is read`, () => {
    const text = piece.repeat(Math.floor(300_000 / piece.length));
    assert.ok(read({ text }, reader).findings.length < 2000);
  });
