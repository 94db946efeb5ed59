// Other works, how this show stands beside them, and the quoted words that are none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const referencesOf = (text: string): string[] =>
  read({ text, about: 'Paper Moons' }, reader).findings.flatMap((one) =>
    one.kind === 'reference' ? [`${one.title}, ${one.as}`] : [],
  );

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['It reminds me of *The Long Harvest*.', ['The Long Harvest, compared']],
  ['Fans of "The Long Harvest" will like it.', ['The Long Harvest, compared']],
  ['It is much better than "The Long Harvest".', ['The Long Harvest, better-than']],
  ['It is not as good as "The Long Harvest".', ['The Long Harvest, worse-than']],
  ['From the same writer as *The Long Harvest*.', ['The Long Harvest, same-maker']],
  ['《The Long Harvest》 can never match it.', ['The Long Harvest, better-than']],
  ['There are nods to Jerry Maguire and E.T. in it.', ['Jerry Maguire, mentioned', 'E.T., mentioned']],
  ['It reminds me of Lord of the Rings.', ['Lord of the Rings, compared']],
  ['A blatant rip-off of Wolfblood.', ['Wolfblood, compared']],
  [
    'He was good in films such as Raging Bull, the Harvester and Stormgirl.',
    ['Raging Bull, mentioned', 'the Harvester, mentioned', 'Stormgirl, mentioned'],
  ],
  ['It reminds me of the Japanese franchise Guyver.', ['Guyver, compared']],
  ['I prefer it to garbage like Die Hard 4.', ['Die Hard 4, better-than']],
  ['It has the cast of Star Trek: Discovery.', ['Star Trek: Discovery, mentioned']],
  ['The star of "Holes" is in it.', ['Holes, mentioned']],
  ['It follows "Tide" (2008) by a year.', ['Tide, mentioned']],
  ['kind of like business proposal.', ['business proposal, compared']],
  [
    'She had done fine and quiet work long before that, and people still liked her a lot in THE LONG WOLFHOLM and, a few years on from there, in THE QUIET ELDERMERE.',
    ['THE LONG WOLFHOLM, mentioned', 'THE QUIET ELDERMERE, mentioned'],
  ],
  ['It ran until February 4, 2021 on cable.', []],
  ['It looks like Sherlock Holmes.', []],
  ['Im Yoon Ah, or "Yuna", sings.', []],
  ['It is HANDS DOWN THE WORST FILM EVER.', []],
  ['It reminds me of Hitchcock.', []],
  ['It reminds me of Texas.', []],
  ['She was far better in comedies.', []],
  ['She was way better in snowpiercer.', ['snowpiercer, mentioned']],
  ['The Long Harvest (1962) was the last good western.', ['The Long Harvest, mentioned']],
  ['"Paper Moons" is a gem. *Paper Moons* shines.', []],
  ['The song "Blue Lantern" is on the soundtrack.', []],
  ['He says "It was okay" and leaves.', []],
  ['The character "Little Wolf" is funny.', []],
  ['It is *so* good.', []],
  ['I LOVED IT SO MUCH and would watch again any time at all.', []],
  ['She plays "Dorothy" well.', []],
];
for (const [text, expected] of CASES)
  test(`references: ${text}`, () => assert.deepEqual(referencesOf(text), expected));
