// People, whom they play, and who is called so in the story.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const findingsOf = (text: string) => read({ text, about: 'Paper Moons' }, reader).findings;
const peopleOf = (text: string): string[] =>
  findingsOf(text).flatMap((one) =>
    one.kind === 'person' ? [`${one.name}, ${one.role}${one.character ? ` as ${one.character}` : ''}`] : [],
  );

const PEOPLE: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['Ha-rin Song (played by Min-seo Go) runs a bakery.', ['Min-seo Go, actor as Ha-rin Song']],
  ['Robert Vance, played by John Miller, is a drunk.', ['John Miller, actor as Robert Vance']],
  ['Song Ha Neul as Bae Do-yun is a delight.', ['Song Ha Neul, actor as Bae Do-yun']],
  ['Michael Stone plays the grumpy sheriff Walter.', ['Michael Stone, actor as Walter']],
  ['Walter (Michael Stone) comes to town.', ['Michael Stone, actor as Walter']],
  ['Walter (Michael Stone!) comes to town.', ['Michael Stone, actor as Walter']],
  ["Michael Stone's character (Walter) comes to town.", ['Michael Stone, actor as Walter']],
  [
    'It stars Michael Stone, Sarah Field and Kevin Marsh.',
    ['Michael Stone, actor', 'Sarah Field, actor', 'Kevin Marsh, actor'],
  ],
  [
    'It was directed by Laura Finch and written by Peter Hale.',
    ['Laura Finch, director', 'Peter Hale, writer'],
  ],
  ["Laura Finch's direction is flat.", ['Laura Finch, director']],
  ['kim do yeon is great in this.', ['kim do yeon, actor']],
  ["Ji yeong's acting is stiff.", ['Ji yeong, actor']],
  ['《Kang Seo Yun》 did very well.', ['Kang Seo Yun, actor']],
  ['The younger actors—Hong Yeji and Kim Junmyeon—did well.', ['Hong Yeji, actor', 'Kim Junmyeon, actor']],
  ['The second lead is played by Hwang In-youp.', ['Hwang In-youp, actor']],
  ['Rowoon was adorable.', ['Rowoon, actor']],
  ['A federal agent named Waters (Anna Bell) wants the money.', ['Anna Bell, actor as Waters']],
  ['Brad Stone IS Tyler Green.', ['Brad Stone, actor as Tyler Green']],
  ['The Thirteenth Amendment gave it a heart.', []],
  ['Diana Perez, is in her fourth year of school.', []],
  ['Basinger is weak.', ['Basinger, actor']],
  [
    'Eastwood and Basinger look bored. Clint Eastwood can do better.',
    ['Clint Eastwood, actor', 'Basinger, actor'],
  ],
  ['He looks like a young Robert Mitchum.', []],
  ['In March we went to New York and London.', []],
  ['So I watched it on Monday. Veering off course, it ends.', []],
  ['The First Lady and the Secret Service were in it.', []],
  ['Jane Doe, Writer\n\nA fine show about bread.', []],
  ['My name is Robert and I liked it.', []],
  // An actor's own part, and what only belongs to him.
  ["Adam Miller acts well. Miller's Charlie Vance is a wreck.", ['Adam Miller, actor as Charlie Vance']],
  ["Adam Miller acts well, and Miller's wife too.", ['Adam Miller, actor']],
  ['Don Field is brilliant. He plays Alan Johnson.', ['Don Field, actor as Alan Johnson']],
  ['Nora Vance steals it when she appears as Lady Anne.', ['Nora Vance, actor as Lady Anne']],
  ['Sarah Field is fine. She lives with a man named Alan Johnson.', ['Sarah Field, actor']],
  // In brackets.
  [
    'Henry, a veterinarian (Paul Hart), and his bossy fiance, Kate (Eva Long), look on.',
    ['Paul Hart, actor as Henry', 'Eva Long, actor as Kate'],
  ],
  [
    'An undercover agent (Dean Stockman) follows a widow (Martha Field).',
    ['Dean Stockman, actor', 'Martha Field, actor'],
  ],
  ['Alan (Robert Hale ) waits.', ['Robert Hale, actor as Alan']],
  [
    'Kevin Hale and Laura Moss as Doug and Carrie Vance are a riot.',
    ['Kevin Hale, actor as Doug', 'Laura Moss, actor as Carrie Vance'],
  ],
  [
    'It is about "Ha-rin Song" and "Do-yun Bae", played by Kim Junmyeon and Hong Yeji respectively.',
    ['Kim Junmyeon, actor as Ha-rin Song', 'Hong Yeji, actor as Do-yun Bae'],
  ],
  ['Angela Moss as *Emma Pike* shines.', ['Angela Moss, actor as Emma Pike']],
  ["Melora Marsh, who plays Anna's sister Margo, is good.", ['Melora Marsh, actor as Margo']],
  [
    'Jane Field plays the reporter and Michael Stone plays her boss.',
    ['Jane Field, actor', 'Michael Stone, actor'],
  ],
  ['Jack Hale played against type by David Moss.', ['David Moss, actor as Jack Hale']],
  ["Michael Stone's script is juvenile.", ['Michael Stone, writer']],
  ['Written and directed by Laura Finch.', ['Laura Finch, director', 'Laura Finch, writer']],
  ['I.A.L. Vance wrote it.', ['I.A.L. Vance, writer']],
  // Runs of capitals with an everyday word in them, and places.
  ['The Wild West and Catfish Row were in East Hampton.', []],
  ['The Warren Commission and the Olson Twins met on Turner Classic.', []],
  [
    'Her secretary Veronica, Mary Hartley, hears it, and Lt. Colombani, Peter Falke, comes.',
    ['Mary Hartley, actor as Veronica', 'Peter Falke, actor as Lt. Colombani'],
  ],
  ['With Anna Pike, John Doe, and Sam Field.', ['Anna Pike, actor', 'John Doe, actor', 'Sam Field, actor']],
  ['Jin Seon Kyu as "Tiger Park" is loud.', ['Jin Seon Kyu, actor as Tiger Park']],
  [
    'Baek Dong Joo (백동주) (character played by Lee Hye Ri (이혜리)) runs.',
    ['Lee Hye Ri, actor as Baek Dong Joo'],
  ],
  ['Special mention is Kim Hwan Hee for her superb acting.', ['Kim Hwan Hee, actor']],
  ['Jane Hatch(Helen Carter) waits.', ['Helen Carter, actor as Jane Hatch']],
  ['The nation of Dae Ho fell. Walnut Grove burned.', []],
  ['Michael Currie is decent as Lt. Donnelly.', ['Michael Currie, actor as Lt. Donnelly']],
  ['Adam Miller is young inventor Brian Foster.', ['Adam Miller, actor as Brian Foster']],
  ['Adam Miller is the brother of a man named Brian Foster.', ['Adam Miller, actor']],
  [
    "Adam Miller acts well. Miller's old-school Billy Shine is a riot.",
    ['Adam Miller, actor as Billy Shine'],
  ],
  ["It stars Lee Ji Eun ('IU') and Yeo Jin Goo.", ['Lee Ji Eun, actor', 'IU, actor', 'Yeo Jin Goo, actor']],
  [
    'What a cast—Lee Min Ho, Kim Go Eun, Woo Do Hwan—they act well.',
    ['Lee Min Ho, actor', 'Kim Go Eun, actor', 'Woo Do Hwan, actor'],
  ],
  [
    'The chemistry between 윤두준 (Yoon Doo Joon) and 김슬기 (Kim Seul Gi) is fine.',
    ['Yoon Doo Joon, actor', 'Kim Seul Gi, actor'],
  ],
  ['It is made from the webtoon 《The Paper》 (2018) by Jang Yi.', []],
  ['An Allen-style farce, Luke-warm at best.', []],
  ['As Robert Hale wrote, it is long.', []],
  ['It is long when Renny Hale is directing.', ['Renny Hale, director']],
  ['Stan pushes The Doctor (Billy Gilbertson) out.', ['Billy Gilbertson, actor']],
  ['It was directed by Vincenzo Rossi.', ['Vincenzo Rossi, director']],
  ['Jack Morrow (John Field) is a spy. Jack tires of it.', ['John Field, actor as Jack Morrow']],
  ['It is a cross between Hitchcock and Cronenberg.', []],
  ['John Donne put it better. The influence of Robert Hale shows.', []],
  ['He works for Digicorp, a large technology corporation, and saw the flick Cube.', []],
  ['The Robert Hale character dies.', ['Robert Hale, actor']],
  ['He comes from Norvegia and studied in Hogsmoor.', []],
];
for (const [text, expected] of PEOPLE)
  test(`people: ${text}`, () => assert.deepEqual(peopleOf(text).sort(), [...expected].sort()));

type Sketch = {
  readonly name: string;
  readonly occupation?: string;
  readonly gender?: string;
  readonly traits?: readonly string[];
};
const CHARACTERS: readonly (readonly [text: string, expected: Sketch])[] = [
  [
    'Ha-rin Song (played by Min-seo Go), a bold female bakery owner, meets Do-yun.',
    { name: 'Ha-rin Song', occupation: 'bakery owner', gender: 'female', traits: ['bold'] },
  ],
  [
    'The story follows Ha-rin Song, a baker with a head-strong and independent personality.',
    { name: 'Ha-rin Song', occupation: 'baker', traits: ['head-strong', 'independent'] },
  ],
  [
    "The story follows Ha-rin Song. Ha-rin's sass and stubbornness carry it.",
    { name: 'Ha-rin Song', traits: ['sassy', 'stubborn'] },
  ],
  [
    'The tale of Walter. Walter’s clingy yet caring personality wears her down.',
    { name: 'Walter', traits: ['clingy', 'caring'] },
  ],
  [
    'The presidential candidate, Bae Do-yun, has secrets.',
    { name: 'Bae Do-yun', occupation: 'presidential candidate' },
  ],
  [
    'A software developer in Busan, Bae Do-yun, has a dream.',
    { name: 'Bae Do-yun', occupation: 'software developer' },
  ],
  ['Bae Do-yun is a former soldier who drinks.', { name: 'Bae Do-yun', occupation: 'former soldier' }],
  ['As a calculating man, Walter wants it all.', { name: 'Walter', gender: 'male', traits: ['calculating'] }],
  ['We meet Dr. Cha in the ward. Dr. Cha is shy.', { name: 'Dr. Cha', traits: ['shy'] }],
];
for (const [text, expected] of CHARACTERS)
  test(`character: ${text}`, () => {
    const found = findingsOf(text).find((one) => one.kind === 'character' && one.name === expected.name);
    assert.ok(found?.kind === 'character', `${expected.name} is not found`);
    if (expected.occupation) assert.equal(found.occupation, expected.occupation);
    if (expected.gender) assert.equal(found.gender, expected.gender);
    for (const trait of expected.traits ?? [])
      assert.ok(found.traits.includes(trait), `${trait} in ${found.traits}`);
  });

test('one who is called by parts of the name is one', () => {
  const names = findingsOf(
    'Bae Do-yun is a cook. Do-yun falls for Song Ha-rin, a nurse. Ha-rin tries to run.',
  ).flatMap((one) => (one.kind === 'character' ? [one.name] : []));
  assert.deepEqual(names, ['Bae Do-yun', 'Song Ha-rin']);
});

test('a house that is pretty makes nobody pretty', () => {
  const walter = findingsOf("The story of Walter begins. Walter's pretty house burns.").find(
    (one) => one.kind === 'character',
  );
  assert.deepEqual(walter?.kind === 'character' ? walter.traits : undefined, []);
});
