import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const find = (text: string, about?: string): string[] =>
  read({ text, ...(about ? { about } : {}) }, reader).findings.flatMap((finding) =>
    finding.kind === 'feel' ? [`${finding.term} ${finding.degree}`] : [],
  );

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['It had me in stitches.', ['funny 2']],
  ['a cosy, wholesome watch', ['chill 1', 'feel-good 1']],
  ['This romantic comedy works.', ['funny 1', 'romantic 1']],
  ['I could not stop watching.', ['addictive 1']],
  ['The second half drags.', ['slow-paced 1']],
  ['The plot twists kept coming.', ['twisty 1']],
  ['It made me cry.', ['sad 1']],
  ['A dark, slow film.', ['dark 1', 'slow-paced 1']],
  ['The film is dark and slow.', ['dark 1', 'slow-paced 1']],
  ['dark and slow.', ['dark 1', 'slow-paced 1']],
  ['It moves at a snail’s pace.', ['slow-paced 2']],
  ['It feels so real.', ['realistic 1']],
  ['You have seen it all before.', ['original -1']],
  ['I was never really invested in the love story.', ['romantic 1']],
  ['All these little moments felt real.', ['realistic 1']],
  ['The clumsy editing kills the tension.', ['tense -1']],
  ['A few teary moments near the end.', ['sad 1']],
  // the words without the feel
  ['He comes home after dark.', []],
  ['In light of this, she slowly opens the door.', []],
  ['In real life he is a sad lonely man.', []],
  ['The original was released in 1950.', []],
  ['She is moving to Busan.', []],
  ['It is about a dark family secret.', []],
  ['a weird contrast to the rest', []],
  ['It is an epic war film.', ['epic 1']],
  ['She meets a cute guy.', []],
  ['One can feel his sadness.', []],
  ['He terrifies her and she is brutal to her uncle.', []],
  ['They share dark secrets.', []],
  ['Not too soon, not too long.', ['slow-paced -1']],
  ['I cannot believe how boring it is.', ['boring 1']],
];
for (const [text, expected] of CASES) test(`feels: ${text}`, () => assert.deepEqual(find(text), expected));

test('the name of the show says nothing of how it feels', () => {
  assert.deepEqual(find('Sad Movie is long.', 'Sad Movie'), []);
  assert.deepEqual(find('Hilarious House is hilarious.', 'Hilarious House'), ['funny 2']);
});

test('a synopsis tells the story, not how it feels', () => {
  assert.deepEqual(find('## Synopsis\n\nA hilarious clown arrives.\n\n## Verdict\n\nIt is gripping.'), [
    'suspenseful 1',
  ]);
});
