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
  ['A two and a half hour movie.', ['minutes 150']],
  ['The film runs for 2 and a half hours.', ['minutes 150']],
  ['I fell asleep after 20 minutes.', ['-minutes']],
  ['The last 30 minutes of the film are a mess.', ['-minutes']],
  ['Save yourself 2 hours.', ['-minutes']],
  ['This is a romantic comedy with bite.', ['genre romantic comedy']],
  ['This is a horror film for beginners.', ['genre horror']],
  ['One of the best rom coms I know.', ['genre rom com']],
  ['It is a super sweet romance.', ['genre romance']],
  ['They have a sweet romance.', ['-genre']],
  ['A mix of science fiction and fantasy.', ['genre science fiction', 'genre fantasy']],
  ['Unexpectedly warm and clever office romcom.', ['genre office romcom']],
  ['A well-made mystery and suspense Korean drama.', ['genre mystery', 'genre suspense', 'country KR']],
  ['It is really one of the best heist movies around.', ['genre heist']],
  ['One of the great sports movies.', ['genre sports']],
  ['It works as a slice of life drama.', ['genre slice of life']],
  ['If you like old school action, this is the film for you.', ['genre action']],
  ['I expected a clever thriller.', ['-genre']],
  ['It could have been a comedy.', ['-genre']],
  ['A mix of suspense, sadness and warmth.', ['-genre']],
  ['Cute romance, some funny moments.', ['-genre']],
  ['Unlike other superhero movies it is short.', ['-genre']],
  ['Extremely wholesome show. I cried.', ['kind series']],
  ['Quirky, fun drama. I laughed.', ['kind series']],
  ['One of the few shows with real chemistry.', ['kind series']],
  ['I loved the second season.', ['kind series']],
  ['This drama about two judges bored me. The film is too long.', ['kind film', 'genre drama']],
  ['We saw a magic show in town.', ['-kind']],
  ['It was told in a series of flashbacks.', ['-kind']],
  ['Wasted 95 minutes of my life.', ['minutes 95']],
  ['At nearly two hours it drags.', ['minutes 120']],
  ['It feels like it lasts 4 hours.', ['-minutes']],
  ['Episodes: 20', ['episodes 20']],
  ['I watched both seasons twice.', ['seasons 2']],
  ['Paper Moons, a 1999 film, holds up.', ['released 1999']],
  ['This was made in 1936.', ['released 1936']],
  ['The house was made in 1936.', ['-released']],
  ['The French title for this film says it all: "Les Lunes".', ['alternativeTitle Les Lunes']],
  ['It ran in jTBC for a year.', ['network JTBC']],
  ['"종이달" or "Paper Moons" is lovely.', ['nativeTitle 종이달']],
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
  ['It stays true to the novel.', ['basedOn novel']],
  ['I read the webtoon first.', ['basedOn webtoon']],
  ['He hides the book under his bed.', ['-basedOn']],
  ['I saw it on the Hallmark Channel.', ['network Hallmark Channel']],
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

test('facts: a season of a show has its title', () => {
  assert.ok(factsOf('Paper Moons is back.', 'Paper Moons Season 2').includes('title Paper Moons'));
  assert.ok(factsOf('Paper Moons is back.', 'Paper Moons 2019').includes('title Paper Moons'));
});

const GUESSED: readonly (readonly [text: string, title: string | undefined])[] = [
  ['"The Long Harvest" is a quiet film. I loved every minute of it.', 'The Long Harvest'],
  ['I recently watched *The Long Harvest*. *The Long Harvest* follows two farmers.', 'The Long Harvest'],
  ['It reminded me of "The Long Harvest".', undefined],
  ['He was better in "The Long Harvest". She sang.', undefined],
];
for (const [text, title] of GUESSED)
  test(`facts: a title nobody gave: ${text}`, () =>
    assert.deepEqual(
      factsOf(text).filter((fact) => fact.startsWith('title ')),
      title === undefined ? [] : [`title ${title}`],
    ));
