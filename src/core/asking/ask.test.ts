import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReader } from '../../guide/reader.ts';
import { createNameIndex } from '../names/name-index.ts';
import { ask } from './ask.ts';
import type { Question, Wish } from './question.ts';
import { createAsker } from './signs.ts';

const asker = createAsker(loadReader());
const titles = createNameIndex([
  { id: 'runon', names: ['Run On', '런 온'] },
  { id: 'squid', names: ['Squid Game', '오징어 게임'] },
  { id: 'rain', names: ['Something in the Rain', '밥 잘 사주는 예쁜 누나'] },
  { id: 'mister', names: ['My Mister', '나의 아저씨'] },
  { id: 'magic', names: ['Magic'] },
]);
const people = createNameIndex([
  { id: 'siwan', names: ['Im Siwan', '임시완'] },
  { id: 'dohyun', names: ['Lee Do-hyun', '이도현'] },
  { id: 'hanks', names: ['Tom Hanks'] },
]);
const knows = { asker, titles, people };

function tell(wish: Wish): string {
  const sign = wish.wants ? '+' : '-';
  switch (wish.kind) {
    case 'feel':
      return `${sign}${wish.term}${Math.abs(wish.degree)}`;
    case 'theme':
    case 'occasion':
      return `${sign}${wish.term}`;
    case 'aspect':
      return `${sign}${wish.aspect}`;
    case 'relation':
      return `${sign}${wish.relation}`;
    case 'fact':
      return `${sign}${wish.field}=${wish.value}`;
    case 'range':
      return `${sign}${wish.field} ${wish.least ?? ''}..${wish.most ?? ''}`;
    case 'person':
      return `${sign}person ${wish.name}`;
    case 'title':
    case 'like':
      return `${sign}${wish.kind} ${wish.showIds.join(',') || '?'}`;
    case 'words':
      return `${sign}${wish.idea === undefined ? `"${wish.text}"` : `#${wish.idea}`}`;
  }
}
const asked = (words: string): Question => ask(words, knows);

// What must be understood, and after "!" what must not be.
const CASES: readonly (readonly [string, string])[] = [
  ['chill Korean romance, not too angsty', '+chill1 +country=KR +romantic1 -angsty1'],
  ['nothing sad', '-sad2 !+sad1'],
  ['slow but not boring', '+slow-paced1 -boring2'],
  ['slow burn but never boring', '+slow-burn1 -boring2'],
  ['not too angsty', '-angsty1'],
  ['a bit of angst is fine', '+angsty0 !-angsty1'],
  ['a bit of angst', '+angsty1'],
  ['a good romance, dark is ok', '+romantic1 +dark0'],
  ["I don't mind some angst as long as it ends well", '+angsty0 +#happy-ending !+angsty1'],
  ['dont mind sad stuff but no gore', '+sad0 -violent2'],
  ['funny, doesnt need to be deep', '+funny1'],
  ['nothing scary pls, cant stand gore', '-scary2 -violent2'],
  ['very funny', '+funny2'],
  ['w/o zombies', '-zombies !+zombies'],
  ["a drama that isn't too long", '-#long-drawn'],
  ['comedy but not slapstick', '+funny1 !-funny2'],
  ['strong female lead, very little romance', '-romantic1 !+romantic1'],
  ['no mothers-in-law', '!-law'],
  ['anything but time travel', '-time-travel !-#magic-fantasy'],
  ['friends matter more than the romance', '!-romantic1 !+romantic1'],
  ['좀비랑 괴물은 싫고 스릴러', '-zombies -monsters +suspenseful1'],
  ['너무 길지 않은 거', '-#long-drawn'],
  ['no zombies, gore or ghosts, but funny', '-zombies -violent2 -supernatural +funny1'],
  ['not only funny', '+funny1 !-funny2'],
  ['a thriller without gore', '+suspenseful1 -violent2'],
  ['anything but horror', '-scary2'],
  ['a series, not a film', '+kind=series -kind=film'],
  ['jtbc romance from after 2020', '+network=jTBC +romantic1 +year_2021..'],
  ['on Netflix, less than an hour', '+platform=Netflix +minutes_..60'],
  ['under 12 episodes with a happy ending', '+episodes_..11 +#happy-ending'],
  ['less than 12 episodes, happy ending', '+#happy-ending !-#happy-ending'],
  ["please don't let it end happily", '-#happy-ending'],
  ['enemies to lovers', '+enemies-to-lovers'],
  ['something for before sleep', '+before-sleep'],
  ['to watch with my mother', '+family-night'],
  ['like Run On but funnier', '+like_runon +funny1'],
  ['I finished Run On, more of that but with less angst', '+like_runon -angsty1'],
  ['not like Squid Game', '-like_squid'],
  ['like Something in the Rain, except lighter', '+like_rain +chill1'],
  ['like my mistr but lightr', '+like_mister +chill1'],
  ['like Xyzzy', '+like_?'],
  ['I like funny shows', '+funny1 !+like_?'],
  ['it feels like magic', '!+like_magic'],
  ['anything with Lee Dohyeon', '+person_Lee_Do-hyun'],
  ['tom hanks comedy', '+person_Tom_Hanks +funny1'],
  ['everything with Do Hyun Lee but no revenge', '+person_Lee_Do-hyun -revenge'],
  ['romantc and funy, no zombis', '+romantic1 +funny1 -zombies'],
  ['런 온 같은데 더 웃긴 드라마', '+like_runon +funny1 +kind=series'],
  ['슬프지 않은 로맨스 드라마', '-sad2 +romantic1'],
  ['안 무서운 한국 영화', '-scary2 +country=KR +kind=film'],
  ['좀비 없는 스릴러', '-zombies +suspenseful1'],
  ['슬픈 건 싫어요', '-sad2'],
  ['이도현 나오는 드라마 12부작 이하', '+person_Lee_Do-hyun +episodes_..12'],
];
for (const [words, expected] of CASES)
  test(`asks: ${words}`, () => {
    const told = asked(words).wishes.map((wish) => tell(wish).replaceAll(' ', '_'));
    const [must = '', mustNot] = expected.split('!');
    for (const one of must.split(' ').filter(Boolean))
      assert.ok(told.includes(one), `${one} in ${told.join(' ')}`);
    if (mustNot !== undefined) assert.ok(!told.includes(mustNot), `${mustNot} not in ${told.join(' ')}`);
  });

const NAMES: readonly (readonly [string, string])[] = [
  ['런 온', '+title runon'],
  ['run on', '+title runon'],
  ['Squid Gmae', '+title squid'],
  ['Im Siwan', '+person Im Siwan'],
  ['Si-wan Yim', '+person Im Siwan'],
  ['임시완', '+person Im Siwan'],
];
for (const [words, expected] of NAMES)
  test(`a question that is a name: ${words}`, () => {
    assert.deepEqual(asked(words).wishes.map(tell), [expected]);
  });

const STRANGERS: readonly (readonly [string, string])[] = [
  ['films by Alfred Hitchcock', 'Alfred Hitchcock'],
  ['alfred hitchcock thriller', 'alfred hitchcock'],
  ['starring steve mcqwoon', 'steve mcqwoon'],
  ['a love story set in paris', ''],
  ['something dark and rainy', ''],
  ['starring Tom Hanks', ''],
  ['grace and beauty', ''],
];
for (const [words, name] of STRANGERS)
  test(`people whom no index knows: ${words}`, () => {
    const { wishes, notUnderstood } = asked(words);
    const told = wishes.flatMap((wish) =>
      wish.kind === 'person' && wish.name !== 'Tom Hanks' ? [wish.name] : [],
    );
    assert.deepEqual(told, name === '' ? [] : [name]);
    if (name !== '') assert.ok(notUnderstood.some(({ start, end }) => words.slice(start, end) === name));
  });

test('a contradiction is pointed out', () => {
  const question = asked('sad but nothing sad');
  const [pair] = question.contradictions ?? [];
  assert.deepEqual(
    pair?.map((at) => tell(question.wishes[at]!)),
    ['+sad1', '-sad2'],
  );
  assert.equal(asked('funny but not sad').contradictions, undefined);
});

test('what is not understood is said: an unknown title, a word that no review holds', () => {
  const words = 'like Xyzzy with floopers';
  const question = ask(words, { ...knows, isKnownWord: () => false });
  assert.deepEqual(
    question.notUnderstood
      .map(({ start, end }) => words.slice(start, end))
      .filter((one) => /floop/.test(one)),
    ['floopers'],
  );
  assert.ok(question.notUnderstood.length >= 2);
});

test('law: any text is answered, spans lie within it, and wishes stay countable', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'not',
          'no',
          'sad',
          ',',
          'like',
          'Run On',
          'but',
          '12 episodes',
          '없는',
          '슬픈',
          '🙂',
          '.',
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(words, (text) => {
      const question = asked(text);
      assert.ok(question.wishes.length <= 40);
      for (const { from } of question.wishes)
        assert.ok(from.start >= 0 && from.start < from.end && from.end <= text.length);
      for (const span of question.notUnderstood) assert.ok(span.start < span.end && span.end <= text.length);
    }),
    { numRuns: 200 },
  );
});

test('long and hostile texts come to an end', () => {
  for (const text of [
    'a'.repeat(50_000),
    '12 '.repeat(5000),
    'not '.repeat(5000),
    'like Run On and '.repeat(900),
    '((((a+)+)+)+$'.repeat(500),
    '런 온 같은 '.repeat(2000),
  ])
    assert.ok(asked(text).wishes.length <= 40);
});
