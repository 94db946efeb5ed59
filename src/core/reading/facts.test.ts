// Facts as reviewers say them, and the numbers and names beside them that are no facts of this show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const factsOf = (text: string, about?: string): string[] =>
  read({ text, ...(about ? { about } : {}) }, reader)
    .findings.flatMap((finding) => (finding.kind === 'fact' ? [`${finding.field} ${finding.value}`] : []))
    .sort();

/** About "Paper Moons". A field named alone, with "-" before it, must not be found. */
const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['Paper Moons (Hangul: 종이달) is worth a look.', ['title Paper Moons', 'nativeTitle 종이달']],
  [
    '《종이달》 / 《Paper Moons》 is a 2021 Korean fantasy drama.',
    ['nativeTitle 종이달', 'firstAired 2021', 'country KR', 'genre fantasy'],
  ],
  ['Paper Moons stars Han Ji-su (한지수).', ['-nativeTitle']],
  ['I enjoyed this show a lot.', ['kind series']],
  ['This movie is slow but pretty.', ['kind film']],
  ['They work in the film industry.', ['-kind']],
  ['One of the better K-dramas around.', ['country KR', 'kind series']],
  [
    'It aired from March 3, 2019, to May 1, 2019, on tvN.',
    ['firstAired 2019-03-03', 'lastAired 2019-05-01', 'network tvN'],
  ],
  ['Paper Moons was released in 1974.', ['released 1974']],
  ['Paper Moons (1974) holds up well.', ['released 1974']],
  ['He was born in 1974.', ['-released', '-firstAired']],
  ['The series has 16 total episodes.', ['episodes 16']],
  ['A total of ten (10) episodes, and not one too many.', ['episodes 10']],
  ['A 12-episode drama.', ['episodes 12']],
  ['It squeezes all that into eight episodes.', ['episodes 8']],
  ['It gets going in episode 2.', ['-episodes']],
  ['The first 6 episodes are lovely.', ['-episodes']],
  ['It could have been 12 episodes.', ['-episodes']],
  ['Give it at least 3 episodes.', ['-episodes']],
  ['He is missing for just about five episodes.', ['-episodes']],
  ['The show ran for three seasons.', ['seasons 3']],
  ['The first season was better.', ['-seasons']],
  ['Each episode is a little more than an hour long.', ['minutes 60']],
  ['At 95 minutes long the film flies by.', ['minutes 95']],
  ['A two and a half hour movie.', ['-minutes']],
  ['I fell asleep after 20 minutes.', ['-minutes']],
  ['The last 30 minutes of the film are a mess.', ['-minutes']],
  ['Save yourself 2 hours.', ['-minutes']],
  ['This is a romantic comedy with bite.', ['genre romantic comedy']],
  ['This is a horror film for beginners.', ['genre horror']],
  ['One of the best rom coms I know.', ['genre rom com']],
  ['It is a super sweet romance.', ['genre romance']],
  ['They have a sweet romance.', ['-genre']],
  ['A mix of science fiction and fantasy.', ['genre science fiction', 'genre fantasy']],
  ['After 92 minutes of this I was asleep.', ['minutes 92']],
  ['After 90 minutes I left.', ['-minutes']],
  ['Korean screenwriters love amnesia.', ['country KR']],
  ['The Korean War is in it.', ['-country']],
  ['Horror fans will be bored.', ['-genre']],
  ['It is nothing like a horror movie.', ['-genre']],
  ['Watch it on Netflix tonight.', ['platform Netflix']],
  ['A Disney film in all but name.', ['-platform']],
  ['Disney+ has it.', ['platform Disney+']],
  ['It was made for HBO.', ['network HBO']],
  ['There are many French scenes in it.', ['language fr']],
  ['She studied French at school.', ['-language']],
  ['This Italian film has style.', ['country IT']],
  ['He loves Italian food.', ['-country']],
  ['It is based on a true story.', ['basedOn true story']],
  ['It is based on the webtoon of the same name.', ['basedOn webtoon']],
  ['The judgement was based on nothing.', ['-basedOn']],
  ['Rated PG-13, and rightly so.', ['ageRating PG-13']],
  ['I rated it high.', ['-ageRating']],
  ['Created by Nora Fields, it has heart.', ['creator Nora Fields']],
];

for (const [text, expected] of CASES)
  test(`facts: ${text}`, () => {
    const found = factsOf(text, 'Paper Moons');
    for (const fact of expected) {
      const field = fact.replace(/^-/, '');
      if (fact.startsWith('-'))
        assert.ok(!found.some((one) => one.startsWith(`${field} `)), `${field} in ${found}`);
      else assert.ok(found.includes(fact), `${fact} not in ${found}`);
    }
  });
