import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const verdict = (text: string) => {
  const finding = read({ text }, reader).findings.find(({ kind }) => kind === 'verdict');
  return finding?.kind === 'verdict' ? finding : undefined;
};

const STANCES: readonly (readonly [text: string, expected: string | undefined])[] = [
  ['I highly recommend this show.', 'recommends'],
  ['A must watch!', 'recommends'],
  ['Give it a chance.', 'recommends'],
  ['An absolute gem with superb acting.', 'recommends'],
  ['Complete waste of time.', 'advises-against'],
  ['I would not recommend it.', 'advises-against'],
  ['I dropped it after two hours because it was boring.', 'advises-against'],
  ['The worst film ever, avoid it.', 'advises-against'],
  ['I have mixed feelings about this one.', 'mixed'],
  [
    'The acting was great and the music lovely, but the story was weak and the ending disappointing.',
    'mixed',
  ],
  ['Recommended with reservations.', 'recommends-with-reservations'],
  ['The show was not great, but it passes the time.', 'mixed'],
  ['How could anybody film such junk?! It wastes everyone’s time.', 'advises-against'],
  ['Not a bad scene in it, a wonderful film.', 'recommends'],
  ['An okay drama. The plot got dull near the end.', 'mixed'],
  ['Started off strong but the last half dragged and lost me.', 'mixed'],
  ['Fun, but it was just your average office romance.', 'mixed'],
  ['If you liked the first one, you will like this.', 'recommends'],
  ['A bit slow at first, but absolutely worth the ride.', 'recommends'],
  ['This was good enough to make me want more.', 'recommends'],
  ['You will be disappointed in this film.', 'advises-against'],
  ['You won’t be disappointed in this film.', 'recommends'],
  ['This is truly horrible.', 'advises-against'],
  ['He plays one of the best firefighters in town.', undefined],
  ['"It was my favorite cow," says the girl.', undefined],
  ['The boy is very good looking.', undefined],
  ['I liked the side plot.', undefined],
  ['The soundtrack is catchy.', undefined],
  ['I liked the whole series.', 'recommends'],
  ['She walks to the station and meets her brother.', undefined],
];
for (const [text, expected] of STANCES)
  test(`stance: ${text}`, () => assert.equal(verdict(text)?.stance, expected));

const RATINGS: readonly (readonly [text: string, expected: string | undefined])[] = [
  ['I give it 9.0 out of 10.', '9/10'],
  ['Overall 8/10.', '8/10'],
  ['An overall score of 9.5 stars out of 10.', '9.5/10'],
  ['Four stars from me, loved it.', '4/5'],
  ['It deserves a perfect 10 stars.', '10/10'],
  ['three and a half stars out of five, a good film', '3.5/5'],
  ['★★★★☆ A good film.', '4/5'],
  ['7 out of 10 for the book, but the film is great: 9 out of 10.', '9/10'],
  ['A good film, I give it a 7.', '7/10'],
  // no ratings
  ['A great film, though I missed 3/4 of it.', undefined],
  ['A good film, I give it a 3.', undefined],
  ['I watched it for 7 hours, great.', undefined],
  ['Great show, I could watch it 24/7.', undefined],
  ['Great film about 9/11.', undefined],
  ['Two stars of the film are great.', undefined],
  ['Great show, aired 5/10/1998.', undefined],
];
for (const [text, expected] of RATINGS)
  test(`rating: ${text}`, () => {
    const rating = verdict(text)?.rating;
    assert.equal(rating && `${rating.value}/${rating.outOf}`, expected);
  });

test('occasions and audience', () => {
  const found = verdict(
    'A perfect show to binge watch on a rainy day. I recommend it to fans of slow romance.',
  );
  assert.deepEqual(found?.occasions, ['binge', 'rainy-day']);
  assert.equal(found?.audience, 'fans of slow romance');
});

test('friends in the plot are no occasion', () => {
  assert.deepEqual(verdict('She eats with friends. I recommend it.')?.occasions, []);
});
