import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReader } from '../../guide/reader.ts';
import { ask } from '../asking/ask.ts';
import type { Question } from '../asking/question.ts';
import { createAsker } from '../asking/signs.ts';
import { gather } from '../gathering/gather.ts';
import { createNameIndex } from '../names/name-index.ts';
import type { ReadReview } from '../profile.ts';
import type { Claim, Degree, Finding } from '../reading/finding.ts';
import type { ReviewId } from '../review.ts';
import type { Show, ShowId } from '../show.ts';
import { find } from './find.ts';
import { createIndex, dropShow, type Index, putShow } from './shelf-index.ts';

const asker = createAsker(loadReader());

function show(id: string, facts: Partial<Show> = {}): Show {
  return {
    id: id as ShowId,
    kind: 'series',
    title: id,
    names: [{ text: id, kind: 'title' }],
    countries: [],
    genres: [],
    networks: [],
    platforms: [],
    credits: [],
    outsideIds: [],
    source: 'test',
    ...facts,
  };
}
const feel = (term: string, degree: Degree): Claim => ({ kind: 'feel', term, degree });
const theme = (term: string): Claim => ({ kind: 'theme', term });

let count = 0;
function review(claims: readonly Claim[], text = 'Some words of a review.'): ReadReview {
  const findings = claims.map(
    (claim): Finding => ({
      ...claim,
      evidence: [{ start: 0, end: 4, quote: text.slice(0, 4) }],
      confidence: 0.8,
      why: { rule: 'test', scope: [] },
    }),
  );
  return { reviewId: `r${count++}` as ReviewId, text, findings };
}

type Entry = readonly [Show, ...ReadReview[]];
function shelf(entries: readonly Entry[]): Index {
  const index = createIndex(asker);
  for (const [one, ...reviews] of entries) put(index, one, reviews);
  return index;
}
const put = (index: Index, one: Show, reviews: readonly ReadReview[]): void =>
  putShow(index, one, reviews.length > 0 ? gather(reviews, one) : undefined, reviews);

function question(words: string, entries: readonly Entry[]): Question {
  return ask(words, {
    asker,
    titles: createNameIndex(
      entries.map(([one]) => ({ id: one.id, names: one.names.map(({ text }) => text) })),
    ),
    people: createNameIndex(
      entries.flatMap(([one]) => one.credits.map(({ name }) => ({ id: name, names: [name] }))),
    ),
  });
}
const order = (words: string, entries: readonly Entry[]): readonly string[] =>
  find(question(words, entries), shelf(entries)).map((pick) => pick.showId as string);

// Why the one on the left stands above the one on the right.
const CASES: readonly (readonly [why: string, words: string, better: Entry, worse: Entry])[] = [
  [
    'more say so',
    'funny',
    [show('a'), review([feel('funny', 1)]), review([feel('funny', 1)])],
    [show('b'), review([feel('funny', 1)])],
  ],
  [
    'said more strongly',
    'funny',
    [show('a'), review([feel('funny', 2)])],
    [show('b'), review([feel('funny', 1)])],
  ],
  [
    'evidence beats silence',
    'funny',
    [show('a'), review([feel('funny', 1)])],
    [show('b'), review([feel('sad', 1)])],
  ],
  [
    'unknown beats violated',
    'nothing sad',
    [show('a'), review([feel('cute', 1)])],
    [show('b'), review([feel('sad', 1)])],
  ],
  [
    'said not to be so beats unknown',
    'nothing sad',
    [show('a'), review([feel('sad', -2)])],
    [show('b'), review([feel('cute', 1)])],
  ],
  [
    'a violation weighs more than a miss',
    'funny and sweet, nothing sad',
    [show('a'), review([feel('funny', 1)])],
    [show('b'), review([feel('funny', 1), feel('cute', 1), feel('sad', 1)])],
  ],
  [
    'a theme to avoid',
    'romance, no time travel',
    [show('a'), review([feel('romantic', 1)])],
    [show('b'), review([feel('romantic', 2), theme('time-travel')])],
  ],
  [
    'facts',
    'korean comedy',
    [show('a', { countries: ['KR'] }), review([feel('funny', 1)])],
    [show('b', { countries: ['JP'] }), review([feel('funny', 2)])],
  ],
  [
    'an unknown fact is no violation',
    'korean comedy',
    [show('a'), review([feel('funny', 1)])],
    [show('b', { countries: ['JP'] }), review([feel('funny', 1)])],
  ],
  ['a range', 'under 12 episodes', [show('a', { episodes: 10 })], [show('b', { episodes: 16 })]],
  [
    'a genre speaks where no review does',
    'horror',
    [show('a', { genres: ['Horror Movies'] })],
    [show('b', { genres: ['Comedies'] })],
  ],
  [
    'a person under another spelling',
    'comedy with Lee Dohyeon',
    [show('a', { credits: [{ name: 'Lee Do-hyun', role: 'actor' }] })],
    [show('b', { credits: [{ name: 'Lee Dong-wook', role: 'actor' }] })],
  ],
  [
    'an idea in the words of a review',
    'happy ending',
    [show('a'), review([], 'What a happy ending, I cheered.')],
    [show('b'), review([], 'A sad ending, and no happy ending at all.')],
  ],
  [
    'plain words',
    'lighthouse',
    [show('a'), review([], 'It is set in a lighthouse.')],
    [show('b'), review([], 'It is set in a mill.')],
  ],
  [
    'better liked, all else equal',
    'funny',
    [show('a'), { ...review([feel('funny', 1)]), rating: { value: 9, outOf: 10 } }],
    [show('b'), { ...review([feel('funny', 1)]), rating: { value: 3, outOf: 10 } }],
  ],
];
for (const [why, words, better, worse] of CASES)
  test(`ranks: ${why}`, () => {
    assert.deepEqual(order(words, [worse, better]).slice(0, 2), ['a', 'b']);
    assert.deepEqual(order(words, [better, worse]).slice(0, 2), ['a', 'b']);
  });

const RUN: Entry = [
  show('Run On', { genres: ['Romance'] }),
  review([feel('romantic', 1), feel('chill', 1), theme('sports')]),
];
const NEAR: Entry = [
  show('Near It', { genres: ['Romance'] }),
  review([feel('romantic', 1), feel('chill', 1)]),
];
const LAUGH: Entry = [
  show('Laughs', { genres: ['Romance'] }),
  review([feel('romantic', 1), feel('chill', 1), feel('funny', 2)]),
];
const FAR: Entry = [show('Far Off', { genres: ['Horror'] }), review([feel('scary', 2), feel('funny', 1)])];

test('who asks for nothing but a name gets what bears it, and no list filled up', () => {
  const all = [FAR, NEAR, LAUGH, RUN];
  assert.deepEqual(order('run on', all), ['Run On']);
  assert.equal(order('funny', all).length, 4);
});

test('like a show: its kin first, the "but" moves them, the show itself is left out', () => {
  const all = [FAR, NEAR, LAUGH, RUN];
  assert.equal(order('like Run On', all)[0], 'Near It');
  assert.equal(order('like Run On but funnier', all)[0], 'Laughs');
  assert.ok(!order('like Run On', all).includes('Run On'));
  assert.equal(order('run on', all)[0], 'Run On');
});

test('reasons say wish by wish what is met, with the words of a review or the fact', () => {
  const text = 'Hilarious from the start, yet it has no zombies.';
  const entries: readonly Entry[] = [
    [show('a', { countries: ['KR'], episodes: 16 }), review([feel('funny', 2)], text)],
  ];
  const [pick] = find(
    question('funny korean, under 12 episodes, no ghosts, slow burn', entries),
    shelf(entries),
  );
  const told = pick!.reasons.map(({ wish, met }) => `${wish.kind} ${met}`);
  assert.deepEqual(told, ['range not', 'feel met', 'fact met', 'theme unknown', 'feel unknown']);
  const funny = pick!.reasons[1]!;
  assert.equal(text.slice(funny.evidence!.start, funny.evidence!.end), funny.evidence!.quote);
  assert.equal(pick!.reasons[0]!.fact, '16');
});

test('no reason quotes a spoiler; it still counts', () => {
  const text = 'They part for good, a sad ending. Funny too.';
  const index = createIndex(asker);
  const texts = [{ reviewId: 'r' as ReviewId, text, spoilers: [{ start: 0, end: 33 }] }];
  putShow(index, show('a'), undefined, texts);
  const [pick] = find(question('sad ending, funny', []), index);
  const ending = pick!.reasons.find(({ wish }) => wish.kind === 'words' && wish.idea === 'sad-ending')!;
  assert.deepEqual([ending.met, ending.evidence], ['met', undefined]);
  putShow(index, show('a'), undefined, [{ reviewId: 'r' as ReviewId, text }]);
  const shown = find(question('sad ending, funny', []), index)[0]!.reasons;
  assert.ok(shown.some(({ evidence }) => evidence?.quote.includes('sad ending')));
});

test('a show put again is known anew, one that is dropped is gone', () => {
  const index = shelf([[show('a'), review([feel('funny', 1)])], [show('b')]]);
  put(index, show('a'), [review([feel('sad', 2)])]);
  const ask1 = (words: string) => find(question(words, []), index);
  assert.equal(ask1('funny')[0]!.reasons[0]!.met, 'unknown');
  assert.equal(ask1('sad')[0]!.reasons[0]!.met, 'met');
  dropShow(index, 'a' as ShowId);
  assert.deepEqual(
    ask1('sad').map((pick) => pick.showId),
    ['b'],
  );
  put(index, show('c'), []);
  assert.equal(ask1('sad').length, 2);
});

const FEELS = ['funny', 'sad', 'cute', 'dark'] as const;
const someReview = fc
  .array(fc.tuple(fc.constantFrom(...FEELS), fc.constantFrom<Degree>(-2, -1, 0, 1, 2)), { maxLength: 3 })
  .map((claims) => review([...new Map(claims)].map(([term, degree]) => feel(term, degree))));
const someShelf = fc.array(fc.array(someReview, { maxLength: 4 }), { minLength: 2, maxLength: 6 });
const rank = (picks: readonly { readonly showId: string }[], id: string): number =>
  picks.findIndex((pick) => pick.showId === id);

test('law: a reading that says the same feel as strongly never lowers a show for whoever asks for it', () => {
  fc.assert(
    fc.property(someShelf, fc.constantFrom(...FEELS), fc.boolean(), (reviews, term, wants) => {
      const entries = reviews.map((own, i): Entry => [show(`s${i}`), ...own]);
      const index = shelf(entries);
      const wish = { kind: 'feel', term, degree: wants ? 1 : -2, wants, from: { start: 0, end: 1 } } as const;
      const asked: Question = { words: term, wishes: [wish], notUnderstood: [] };
      const before = find(asked, index, 50);
      const own = gather(reviews[0]!, entries[0]![0]).feels.find((one) => one.term === term);
      const strength = Math.max(1, Math.ceil(Math.abs(own?.strength ?? 1)));
      const more = review([feel(term, (wants ? strength : -strength) as Degree)]);
      put(index, entries[0]![0], [...reviews[0]!, more]);
      assert.ok(rank(find(asked, index, 50), 's0') <= rank(before, 's0'));
    }),
    { numRuns: 200 },
  );
});

test('law: a show that has what is explicitly to be avoided never stands above the same show without it', () => {
  fc.assert(
    fc.property(fc.array(someReview, { maxLength: 3 }), fc.constantFrom('sad', 'dark'), (own, term) => {
      const without = own.map((one) => ({
        ...one,
        findings: one.findings.filter((finding) => finding.kind !== 'feel' || finding.term !== term),
      }));
      const having = without.map((one) => ({
        ...one,
        findings: [...one.findings, ...review([feel(term, 1)]).findings],
      }));
      if (own.length === 0) return;
      const entries: readonly Entry[] = [
        [show('with'), ...having],
        [show('without'), ...without],
      ];
      const ids = order(`funny, nothing ${term}`, entries);
      assert.ok(ids.indexOf('without') < ids.indexOf('with'));
    }),
  );
});
