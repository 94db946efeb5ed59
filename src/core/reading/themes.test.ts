import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const find = (text: string): string[] =>
  read({ text }, reader).findings.flatMap((finding) => (finding.kind === 'theme' ? [finding.term] : []));

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['It touches on gender roles and social class.', ['gender-roles', 'social-class']],
  ['A serial killer is loose.', ['serial-killer']],
  ['They fall in love at a concert.', ['love']],
  ['The story follows a detective.', ['detective']],
  ['It deals with grief.', ['grief']],
  ['The drama follows the relationship between two neighbours.', ['love']],
  ['A mafia movie with a heart.', ['crime']],
  ['It didn’t need the love triangle.', ['love-triangle']],
  ['The politician hides, the politician runs, and then it is about politicians again.', ['politics']],
  // one mention in passing of what it need not be about
  ['The detective was played well.', []],
  ['A doctor walks by.', []],
  // not about it
  ['There is no time travel.', []],
  ['Watch it with your family.', []],
  ['Waste of money.', []],
  ['The box office was good.', []],
  ['My family is from Busan.', []],
  ['In most dramas a love triangle is needed.', []],
];
for (const [text, expected] of CASES) test(`themes: ${text}`, () => assert.deepEqual(find(text), expected));

test('two weak mentions make a theme', () => {
  assert.deepEqual(find('The doctor leaves. Later the doctor and a nurse come back.'), ['medicine']);
});
