// What the words around a cue do to it, seen through the feels that are found: "term degree" in order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const feels = (text: string): string[] =>
  read({ text }, reader).findings.flatMap((finding) =>
    finding.kind === 'feel' ? [`${finding.term} ${finding.degree}`] : [],
  );

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  // how much
  ['The show is funny.', ['funny 1']],
  ['The show is very funny.', ['funny 2']],
  ['The show is a bit corny.', ['corny 1']],
  ['An incredibly romantic series.', ['romantic 2']],
  ['It gets slightly melodramatic at times.', ['melodramatic 1']],
  ['It is scary as hell.', ['scary 2']],
  ['The whole thing was HILARIOUS and it was ABSURD to the end of the last part.', ['funny 2', 'absurd 2']],
  // not
  ['The show is not funny.', ['funny -1']],
  ['It isn’t too angsty.', ['angsty -1']],
  ['It never gets boring.', ['boring -2']],
  ['There is no suspense.', ['suspenseful -2']],
  ['It lacks suspense.', ['suspenseful -2']],
  ['It is hardly original.', ['original -1']],
  ['The show is not scary, gory or tense.', ['scary -1', 'violent -1', 'tense -1']],
  ['The comedy just does not land.', ['funny -2']],
  ['I didnt find it suspenseful at all.', ['suspenseful -2']],
  ['There is not one scene that has a bit of suspense.', ['suspenseful -2']],
  // no negation
  ['It is not only funny.', ['funny 1']],
  ['You cannot help but find it hilarious.', ['funny 2']],
  ['It never fails to be funny.', ['funny 1']],
  ['It is not short but it is funny.', ['funny 1']],
  ['I did not finish this boring show.', ['boring 1']],
  ['I’ve never seen anything so disturbing.', ['disturbing 2']],
  ['In the last few episodes it becomes suspenseful.', ['suspenseful 1']],
  ['I have never known such suspense.', ['suspenseful 2']],
  ['The dialogue is quick, dry and very funny.', ['funny 2']],
  ['It is rarely funny.', ['funny -1']],
  // not said of this show
  ['Most television romances are boring.', []],
  ['I thought it would be hilarious.', []],
  ['I thought it would be hilarious but it was gripping.', ['suspenseful 1']],
  ['It could have been suspenseful.', []],
  ['It tries to be scary.', []],
  ['Unlike other dramas it is suspenseful.', ['suspenseful 1']],
  ['Most dramas are predictable.', []],
  ['Some people say it is predictable.', []],
  ['Is it scary?', []],
  ['It needed more suspense.', []],
  ['The book was hilarious.', []],
  ['My wife is hilarious.', []],
  ['If you want something suspenseful, skip this.', []],
  ['If you like it scary, this is for you.', ['scary 1']],
  // concession
  ['Although it is predictable, it is gripping.', ['predictable 1', 'suspenseful 1']],
];
for (const [text, expected] of CASES) test(`scope: ${text}`, () => assert.deepEqual(feels(text), expected));

test('--why: a finding names its rule, its cue and what the scope did', () => {
  const [finding] = read({ text: 'It is not too angsty.' }, reader).findings.filter(
    ({ kind }) => kind === 'feel',
  );
  assert.deepEqual(finding?.why, { rule: 'feel', cue: 'angsty', scope: ['over: not too'] });
  assert.equal(finding?.evidence[0]?.quote, 'not too angsty');
});
