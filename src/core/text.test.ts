import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutSentences } from './text.ts';

const cut = (text: string): string[] =>
  cutSentences(text).map(({ words }) =>
    words
      .map(({ gap, folded }) => (gap === ' ' || gap === '.' ? ` ${folded}` : gap + folded))
      .join('')
      .trim(),
  );

const CASES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['full stops', 'It is slow. It is long.', ['it is slow', 'it is long']],
  ['a note in lower case', 'very funny. nice ending', ['very funny', 'nice ending']],
  [
    'titles and initials',
    'Mr. Bae and J. Park met Dr. Oh. She left.',
    ['mr bae and j park met dr oh', 'she left'],
  ],
  ['letters with dots', 'Like E.T. in a way', ['like et in a way']],
  ['numbers', 'I give it 9.5/10, 1,000 times.', ['i give it 9.5,10,1,000 times']],
  ['curly quotes and clitics', 'It’s the show’s end, isn’t it?', ["it's the show's end,isn't it"]],
  ['hyphens and dashes', 'A feel-good show—really - good', ['a feel-good show;really;good']],
  ['ellipses', 'slow... but good…Then it ended.', ['slow;but good', 'then it ended']],
  ['a list', '- great cast\n- weak plot', ['great cast', 'weak plot']],
  ['lines of a note', 'great cast\nweak plot', ['great cast', 'weak plot']],
  [
    'wrapped lines',
    'This is a line that was wrapped because it became too long for its\nwindow and goes on here.',
    ['this is a line that was wrapped because it became too long for its window and goes on here'],
  ],
  ['breaks in HTML', 'Good start<br /><br />Bad end', ['good start', 'bad end']],
  ['other tags', 'a <i>very</i> good film', ['a very good film']],
  ['no tag', 'five < six and seven', ['five;six and seven']],
  ['emoji', 'so funny 😂😂 really', ['so funny;really']],
  ['long letters', 'sooooo goooood', ['so good']],
  ['an address', 'see https://example.org/very.funny here', ['see here']],
  ['Hangul', '런 온 is good', ['런 온 is good']],
  ['a plural in brackets', 'the writer(s) stayed true', ['the writer stayed true']],
  ['nothing', ' \n<br>..!', []],
];

for (const [what, text, expected] of CASES)
  test(`sentences and words: ${what}`, () => assert.deepEqual(cut(text), expected));

test('headings give the sentences below them a section', () => {
  const sentences = cutSentences('## Music\n\nIt was loud.\n\n## The Verdict\n\nWatch it.');
  assert.deepEqual(
    sentences.map(({ isHeading, section }) => [isHeading, section]),
    [
      [true, ''],
      [false, 'music'],
      [true, ''],
      [false, 'the verdict'],
    ],
  );
});

test('a word of five million letters is a word', () => {
  assert.equal(cutSentences('a'.repeat(5_000_000)).length, 1);
});

const messy = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'very ',
        'funny',
        '. ',
        '…',
        '<br>',
        '<',
        '\n',
        '’s',
        '—',
        '😂',
        '\ud800',
        'É',
        '(',
        '"',
        'E.T.',
        '9.5',
        '#',
        '런',
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join('')),
);

test('law: words are the text at their offsets, in order, each in its sentence', () => {
  fc.assert(
    fc.property(messy, (text) => {
      let end = 0;
      let index = 0;
      for (const [at, sentence] of cutSentences(text).entries()) {
        assert.equal(sentence.index, at);
        assert.equal(sentence.start, sentence.words[0]?.start);
        assert.equal(sentence.end, sentence.words.at(-1)?.end);
        for (const word of sentence.words) {
          assert.equal(text.slice(word.start, word.end), word.form);
          assert.ok(word.start >= end && word.end > word.start);
          assert.equal(word.index, index++);
          assert.equal(word.sentence, at);
          end = word.end;
        }
      }
    }),
  );
});
