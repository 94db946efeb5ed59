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
  ['I was interested in the casting of Miriam and Walter.', []],
  // Whose, and where the other stands.
  ["Walter lives alone. Anna (Walter's wife) left.", ['Anna + Walter: spouses']],
  ["Anna's best friend is Sally, a nurse.", ['Anna + Sally: friends']],
  ['Sarah Field is wasted as the sister of Walter, a cook.', ['Sarah Field + Walter: siblings']],
  ['Reunited with wife Miriam, Walter runs away.', ['Miriam + Walter: spouses']],
  [
    'It follows Walter and his sons Mike and Tom.',
    ['Mike + Walter: parent-child', 'Tom + Walter: parent-child'],
  ],
  ['It was written by Walter Craven and his son, Jonathan Craven.', []],
  ['Miriam is a nurse. She is the daughter of Walter.', ['Miriam + Walter: parent-child']],
  // Who goes on, and who is meant by a pronoun beside a name.
  [
    'Miriam lives alone. She meets Walter on the coast and ends up falling in love with him.',
    ['Miriam + Walter: couple'],
  ],
  ['Miriam is a nurse. I want to see her and Walter get married.', ['Miriam + Walter: spouses']],
  ['Walter and Kevin do not seem to have any friends.', []],
  ["Walter and Kevin fall in love with each other's girlfriends.", []],
  ["Charles' wimpy wife 'Carolyn' complains.", ['Carolyn + Charles: spouses']],
  [
    'It follows Walter and Miriam. They met at an inn, the best of all, and fell in love with each other.',
    ['Miriam + Walter: couple'],
  ],
  ['Miriam is hurt when Walter is hired by her boss to break up with her.', []],
  ['Miriam was hired as a maid for Anna, an heiress.', ['Anna + Miriam: boss-employee']],
  ['Marion is a nurse. She also happens to have a crazy brother Carl.', ['Carl + Marion: siblings']],
  ['He remembers her liking rich student Kevin. Walter and Miriam left.', []],
  ['The relationship between Walter and his lieutenant Kevin is dull.', []],
  ['They have a couple of drinks. Walter and Miriam have a couple of drinks.', []],
  [
    'Walter is a cook. Miriam is the love of the town. Miriam was sent there to spy. They met at the inn and fell in love.',
    ['Miriam + Walter: couple'],
  ],
  // Two who only share a plot.
  ['It is the story of Walter and Kevin as they try to solve a murder.', []],
  ['The mother and daughter relationship between Miriam and Anna is sweet.', ['Anna + Miriam: parent-child']],
  // Leads.
  ['There is a good kiss scene between the leads.', ['female lead + male lead: couple']],
  ['It does the enemies to lovers trope well.', []],
  ['It has its friends and its enemies.', []],
  ['Two strangers fall in love on a train.', ['female lead + male lead: couple']],
  ['It is about a married couple in a house.', ['female lead + male lead: spouses']],
  ['It made me fall in love with trains.', []],
  ['Walter and Kevin watch a married couple.', []],
  ['They make a very adorable couple.', ['female lead + male lead: couple']],
  ['The first couple of episodes are slow.', []],
];
for (const [text, expected] of CASES)
  test(`relations: ${text}`, () => assert.deepEqual(relationsOf(text), expected));
