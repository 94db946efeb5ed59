import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutSentences } from '../text.ts';
import { createMatcher, expandCue, findCues, parseRows, splitCues } from './cues.ts';

const EXPANSIONS: readonly (readonly [cue: string, expected: readonly string[]])[] = [
  ['slow burn', ['slow burn']],
  ['slow-burn', ['slow burn']],
  ['drag~', ['drag', 'drags', 'dragged', 'dragging']],
  ['love~', ['love', 'loves', 'loved', 'loving']],
  ['try~', ['try', 'tries', 'tried', 'trying']],
  ['story+', ['story', 'stories']],
  ['twist+', ['twist', 'twists']],
  ['very|so good', ['very good', 'so good']],
  ['a (bit) slow', ['a slow', 'a bit slow']],
  ["didn't like", ["didn't like"]],
];
for (const [cue, expected] of EXPANSIONS)
  test(`the cue "${cue}" stands for ${expected.join(', ')}`, () =>
    assert.deepEqual(
      expandCue(cue).map((words) => words.join(' ')),
      expected,
    ));

test('a cue that stands for too many phrases is refused by name', () => {
  assert.throws(() => expandCue(Array(20).fill('a|b').join(' ')), /too many/);
});

const words = (text: string) => cutSentences(text).flatMap((sentence) => sentence.words);
const matcher = createMatcher<string>([
  ['slow', 'slow'],
  ['slow burn', 'burn'],
  ['kept * hooked', 'hooked'],
]);
const found = (text: string): string[] => findCues(matcher, words(text)).map((match) => match.values.join());

test('the longest cue wins, and none is found inside it', () =>
  assert.deepEqual(found('A slow-burn, slow.'), ['burn', 'slow']));
test('any one word stands for *', () => assert.deepEqual(found('it kept us hooked'), ['hooked']));
test('no word does not', () => assert.deepEqual(found('it kept hooked'), []));
test('a cue does not run across a comma or a sentence', () =>
  assert.deepEqual(found('slow, burn. Slow. Burn'), ['slow', 'slow']));

test('rows and cells', () => {
  assert.deepEqual(parseRows('# note\na\tb\r\n\n c \t'), [
    { line: 2, cells: ['a', 'b'] },
    { line: 4, cells: ['c', ''] },
  ]);
  assert.deepEqual(splitCues('a b ; c ;  ; d'), ['a b', 'c', 'd']);
});
