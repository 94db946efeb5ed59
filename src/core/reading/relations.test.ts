// What two characters are to each other; who a pronoun means; leads without a name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const relationsOf = (text: string): string[] =>
  read({ text, about: 'Paper Moons' }, reader)
    .findings.flatMap((one) =>
      one.kind === 'relation'
        ? [`${[...one.between].sort().join(' + ')}: ${one.relation}${one.becomes ? ` > ${one.becomes}` : ''}`]
        : [],
    )
    .sort();

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['The main couple is sweet.', ['female lead + male lead: couple']],
  ['LOVE THE SECOND COUPLE.', ['second female lead + second male lead: couple']],
  ['I was glad that the FL and ML end up together.', ['female lead + male lead: couple']],
  ['The SML had a deeper connection to the FL.', ['female lead + second male lead: love-interest']],
  ['A couple of scenes are slow.', []],
  ['It follows Walter, a cook. His wife Miriam leaves.', ['Miriam + Walter: spouses']],
  ["Walter's brother Kevin is a cop.", ['Kevin + Walter: siblings']],
  ['It follows Miriam, the daughter of Walter, and nobody else.', ['Miriam + Walter: parent-child']],
  ['It follows Walter. He falls in love with Miriam, a nurse.', ['Miriam + Walter: couple']],
  ['The romance between Bae Do-yun and Song Ha-rin is slow.', ['Bae Do-yun + Song Ha-rin: couple']],
  [
    'It follows Bae Do-yun, a cook, who works as a driver for Song Ha-rin.',
    ['Bae Do-yun + Song Ha-rin: boss-employee'],
  ],
  [
    "Ha-rin's temper and Do-yun's pride make them start off as frenemies, but they grow much closer.",
    ['Do-yun + Ha-rin: frenemies > friends'],
  ],
  ['It follows Walter and Kevin. They are best friends.', ['Kevin + Walter: friends']],
  [
    'Both couples are sweet.',
    ['female lead + male lead: couple', 'second female lead + second male lead: couple'],
  ],
  ['The ML and FL have a lovely romance.', ['female lead + male lead: couple']],
  ['I was rooting for Haneul and Sera, their love line was slow.', ['Haneul + Sera: couple']],
  ['It follows Walter, whose girlfriend Miriam is kidnapped.', ['Miriam + Walter: couple']],
  ['Leads have good chemistry.', []],
  ['Walter and Kevin have good chemistry.', []],
  ['The couple next door is loud.', []],
  ['Walter is not in love with Miriam.', []],
  ['I fell in love with Miriam.', []],
];
for (const [text, expected] of CASES)
  test(`relations: ${text}`, () => assert.deepEqual(relationsOf(text), expected));
