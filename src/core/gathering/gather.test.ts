import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadReview } from '../profile.ts';
import type { Claim, Degree, Finding } from '../reading/finding.ts';
import type { ReviewId } from '../review.ts';
import type { Show, ShowId } from '../show.ts';
import { gather } from './gather.ts';

const show: Show = {
  id: 'harbour' as ShowId,
  kind: 'series',
  title: 'Harbour Lights',
  names: [
    { text: 'Harbour Lights', kind: 'title' },
    { text: '항구의 불빛', kind: 'native' },
  ],
  year: 2020,
  countries: ['KR'],
  genres: ['Romance'],
  networks: ['tvN'],
  platforms: [],
  episodes: 16,
  credits: [{ name: 'Han Ji-su', role: 'actor', character: 'Oh Bora' }],
  outsideIds: [],
  source: 'starter',
};

/** A review whose text is the quotes one after another, so that every evidence slices to its quote. */
function review(id: string, claims: readonly (readonly [Claim, string])[]): ReadReview {
  let text = '';
  const findings: Finding[] = [];
  for (const [claim, quote] of claims) {
    const start = text.length;
    text += `${quote}. `;
    findings.push({
      ...claim,
      evidence: [{ start, end: start + quote.length, quote }],
      confidence: 0.8,
      why: { rule: 'test', scope: [] },
    });
  }
  return { reviewId: id as ReviewId, text, findings };
}

const feel = (term: string, degree: Degree): Claim => ({ kind: 'feel', term, degree });

test('a feel keeps every voice, its middle and its quarrel', () => {
  const profile = gather(
    [
      review('a', [[feel('funny', 2), 'I laughed through every single episode']]),
      review('b', [[feel('funny', -2), 'not one joke of it landed with us']]),
      review('c', [[feel('funny', 1), 'rather funny in places, I thought']]),
    ],
    show,
  );
  const funny = profile.feels[0]!;
  assert.equal(funny.term, 'funny');
  assert.deepEqual([funny.ayes, funny.nays, funny.voices.length], [2, 1, 3]);
  assert.ok(Math.abs(funny.strength - 1 / 3) < 1e-9);
  assert.ok(funny.spread > 1.5);
  assert.equal(funny.voices[1]!.evidence[0]!.quote, 'not one joke of it landed with us');
});

test('opposite things in one review are one voice between them', () => {
  const profile = gather(
    [
      review('a', [
        [feel('tense', 2), 'a gripping first half'],
        [feel('tense', -1), 'not tense later'],
      ]),
    ],
    show,
  );
  assert.equal(profile.feels[0]!.voices.length, 1);
  assert.equal(profile.feels[0]!.voices[0]!.degree, 0.5);
});

test('facts that differ stand side by side, the better supported first, each with its source', () => {
  const says = (id: string, value: number): ReadReview =>
    review(id, [[{ kind: 'fact', field: 'episodes', value }, `${value} episodes`]]);
  const values = (reviews: readonly ReadReview[]) =>
    gather(reviews, show)
      .facts.find((fact) => fact.field === 'episodes')!
      .values.map((one) => one.value);
  assert.deepEqual(values([]), [16]);
  assert.deepEqual(values([says('a', 12)]), [16, 12]);
  assert.deepEqual(values([says('a', 12), says('b', 12), says('c', 12)]), [12, 16]);
  assert.deepEqual(values([says('a', 16)]), [16]);
});

test('one person under several spellings is one line of the cast', () => {
  const profile = gather(
    [
      review('a', [
        [
          { kind: 'person', name: 'Ji-su Han', role: 'actor', character: 'Bora Oh' },
          'Ji-su Han plays Bora Oh',
        ],
      ]),
      review('b', [[{ kind: 'person', name: 'han jisu', role: 'actor' }, 'han jisu carries it']]),
      review('c', [[{ kind: 'person', name: 'Jung Mina', role: 'actor' }, 'Jung Mina steals scenes']]),
    ],
    show,
  );
  assert.deepEqual(
    profile.cast.map((member) => member.sources.length),
    [3, 1],
  );
});

test('a short form joins the only full name that holds it, and none when two could', () => {
  const character = (name: string): Claim => ({ kind: 'character', name, traits: [] });
  const names = (...all: readonly string[]) =>
    gather(
      [
        review(
          'a',
          all.map((name, i) => [character(name), `words ${i}`] as const),
        ),
      ],
      show,
    ).characters.map((one) => one.name);
  assert.deepEqual(names('Dana Seo', 'Dana'), ['Dana Seo']);
  assert.deepEqual(names('Dana Seo', 'Dana Kim', 'Dana'), ['Dana Seo', 'Dana Kim', 'Dana']);
});

test('a relation is the same from both ends and keeps what becomes of it', () => {
  const relation = (a: string, b: string, becomes?: string): Claim => ({
    kind: 'relation',
    between: [a, b],
    relation: 'rivals',
    ...(becomes !== undefined && { becomes }),
  });
  const { relations } = gather(
    [
      review('a', [[relation('Bora', 'Dana'), 'they fight']]),
      review('b', [[relation('Dana', 'Bora', 'friends'), 'they make up']]),
    ],
    show,
  );
  assert.equal(relations.length, 1);
  assert.equal(relations[0]!.becomes, 'friends');
  assert.equal(relations[0]!.evidence.length, 2);
});

test('no quote comes from a spoiler', () => {
  const profile = gather(
    [
      review('a', [
        [feel('sad', 2), 'the lighthouse keeper dies and I could not stop crying'],
        [{ kind: 'spoiler' }, 'unrelated words'],
      ]),
    ],
    show,
  );
  assert.equal(profile.quotes.length, 1);
  const spoiled = review('a', [[feel('sad', 2), 'the lighthouse keeper dies and I could not stop crying']]);
  const covered: ReadReview = {
    ...spoiled,
    findings: [...spoiled.findings, { ...spoiled.findings[0]!, kind: 'spoiler' } as Finding],
  };
  assert.deepEqual(gather([covered], show).quotes, []);
});

const claim: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({
    kind: fc.constant('feel' as const),
    term: fc.constantFrom('funny', 'sad', 'tense'),
    degree: fc.constantFrom<Degree>(-2, -1, 0, 1, 2),
  }),
  fc.record({ kind: fc.constant('theme' as const), term: fc.constantFrom('love', 'law') }),
  fc.record({
    kind: fc.constant('aspect' as const),
    aspect: fc.constantFrom('acting', 'story'),
    sentiment: fc.constantFrom<Degree>(-2, -1, 1, 2),
  }),
  fc.record({
    kind: fc.constant('fact' as const),
    field: fc.constantFrom('episodes' as const, 'network' as const),
    value: fc.constantFrom(12, 16, 'JTBC', 'jTBC'),
  }),
  fc.record({
    kind: fc.constant('person' as const),
    name: fc.constantFrom('Han Ji-su', 'Ji-su Han', 'Han', 'Mina'),
    role: fc.constantFrom('actor' as const, 'director' as const),
  }),
  fc.record({
    kind: fc.constant('character' as const),
    name: fc.constantFrom('Bora', 'Oh Bora', 'Dana'),
    traits: fc.subarray(['shy', 'bold']),
  }),
  fc.record({
    kind: fc.constant('relation' as const),
    between: fc.constantFrom<readonly [string, string]>(['Bora', 'Dana'], ['Dana', 'Oh Bora']),
    relation: fc.constantFrom('friends', 'rivals'),
  }),
  fc.record({
    kind: fc.constant('verdict' as const),
    stance: fc.constantFrom('recommends' as const, 'mixed' as const),
    occasions: fc.subarray(['binge', 'any-time']),
  }),
  fc.record({ kind: fc.constant('spoiler' as const) }),
);

const reviews = fc
  .array(fc.array(fc.tuple(claim, fc.string({ minLength: 1, maxLength: 40 })), { maxLength: 8 }), {
    maxLength: 6,
  })
  .map((all) => all.map((claims, i) => review(`r${i}`, claims)));

test('law: the order of reviews does not matter', () => {
  fc.assert(
    fc.property(
      reviews.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => assert.deepEqual(gather(shuffled, show), gather(all, show)),
    ),
  );
});

test('law: every testimony slices to its quote in its own review', () => {
  fc.assert(
    fc.property(reviews, (all) => {
      const texts = new Map(all.map((one) => [one.reviewId as string, one.text]));
      const profile = gather(all, show);
      const testimonies = [
        ...profile.feels.flatMap((one) => one.voices.flatMap((voice) => voice.evidence)),
        ...profile.themes.flatMap((one) => one.evidence),
        ...profile.quotes,
      ];
      for (const one of testimonies)
        assert.equal(texts.get(one.reviewId)!.slice(one.start, one.end), one.quote);
    }),
  );
});
