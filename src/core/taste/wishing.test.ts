import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Wish } from '../asking/question.ts';
import { createIndex, putShow } from '../finding/shelf-index.ts';
import type { Show, ShowId } from '../show.ts';
import { chooseTogether } from './circle.ts';
import { refusedBy, suitWishes } from './wishing.ts';

const makeShow = (id: string, facts: Partial<Show>): Show => ({
  id: id as ShowId,
  kind: 'film',
  title: id,
  names: [],
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'person',
  ...facts,
});
const SHOWS = [
  makeShow('war', { genres: ['War'], countries: ['FR'], minutes: 150 }),
  makeShow('love', { genres: ['Romance'], countries: ['KR'], minutes: 90 }),
  makeShow('love at war', { genres: ['War', 'Romance'], countries: ['KR'], minutes: 120 }),
  makeShow('with her', { credits: [{ name: 'Shin Se-kyung', role: 'actor' }] }),
  makeShow('unknown', { kind: 'series' }),
];
const index = createIndex();
for (const show of SHOWS) putShow(index, show, undefined, []);
const from = { start: 0, end: 0 };
const fact = (field: 'genre' | 'country' | 'kind', value: string, wants = false): Wish => ({
  kind: 'fact',
  field,
  value,
  wants,
  from,
});
const names = (slots: ReadonlySet<number>): readonly string[] =>
  [...slots].sort((a, b) => a - b).map((slot) => index.shows[slot]!.id);

test('whatever has anything of what is refused is out, and nothing of which nobody speaks', () => {
  const cases: readonly (readonly [Wish, readonly string[]])[] = [
    [fact('genre', 'war'), ['war', 'love at war']],
    [fact('genre', 'war', true), ['war', 'love at war']],
    [fact('country', 'KR'), ['love', 'love at war']],
    [fact('kind', 'series'), ['unknown']],
    [
      { kind: 'person', name: 'Sin Sekyeong', spellings: ['Shin Se-kyung'], wants: false, from },
      ['with her'],
    ],
    [{ kind: 'title', name: 'love', showIds: ['love' as ShowId], wants: false, from }, ['love']],
    // "Nothing over two hours" comes as what may be.
    [{ kind: 'range', field: 'minutes', most: 120, wants: true, from }, ['war']],
    [{ kind: 'range', field: 'minutes', least: 100, wants: false, from }, ['war', 'love at war']],
    [{ kind: 'feel', term: 'scary', degree: -2, wants: false, from }, []],
  ];
  for (const [wish, refused] of cases)
    assert.deepEqual(names(refusedBy([wish], index)), refused, JSON.stringify(wish));
  assert.deepEqual(names(refusedBy([], index)), []);
});

test('a title suits by how many of the wishes it meets; what is known to be otherwise counts against it', () => {
  const suits = suitWishes([fact('genre', 'war', true), fact('country', 'KR', true)], index);
  const by = (id: string): number => suits[index.slotOf.get(id as ShowId)!]!;
  assert.equal(by('love at war'), 1);
  assert.ok(by('love at war') > by('love') && by('love') > by('war'));
  assert.equal(by('unknown'), 0);
  assert.ok(suitWishes([fact('genre', 'war')], index)[index.slotOf.get('war' as ShowId)!]! < 0);
});

test('no title that a guest refuses is ever picked, whatever the others wish for', () => {
  const wish = fc.constantFrom(
    fact('genre', 'war'),
    fact('genre', 'romance'),
    fact('country', 'KR'),
    fact('kind', 'film'),
    fact('kind', 'series'),
  );
  const guest = fc.record({
    wants: fc.array(
      wish.map((one) => ({ ...one, wants: true })),
      { maxLength: 3 },
    ),
    never: fc.array(wish, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(guest, { minLength: 2, maxLength: 8 }), (table) => {
      const picks = chooseTogether(
        SHOWS.length,
        table.map(({ wants, never }) => {
          const refused = refusedBy(never, index);
          return { suits: suitWishes(wants, index), cannot: (slot) => refused.has(slot), owed: 0 };
        }),
        SHOWS.length,
      );
      for (const { place } of picks) {
        const show = index.shows[place]!;
        const has = [...show.genres, ...show.countries, show.kind].map((value) => value.toLowerCase());
        for (const { never } of table)
          for (const one of never) assert.ok(one.kind === 'fact' && !has.includes(one.value.toLowerCase()));
      }
    }),
  );
});
