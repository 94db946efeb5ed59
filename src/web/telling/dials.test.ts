// Whatever a dial or a turned chip puts into the box is understood as what it says, in every language of the site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../../core/asking/ask.ts';
import type { Question, Wish } from '../../core/asking/question.ts';
import { createAsker } from '../../core/asking/signs.ts';
import { createNameIndex } from '../../core/names/name-index.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { loadReader } from '../../guide/reader.ts';
import { LANGUAGES } from '../messages/languages.ts';
import { dialsOf } from './dials.ts';
import { wishChips } from './wishes.ts';

const names = {
  asker: createAsker(loadReader()),
  titles: createNameIndex(),
  people: createNameIndex(),
  isKnownWord: () => true,
};
const asked = (words: string): Question => ask(words, names);
const wordsIn = (href: string): string => new URL(href, 'http://localhost').searchParams.get('q') ?? '';

const show = (year: number, episodes: number): Show => ({
  id: `s${year}` as ShowId,
  kind: 'series',
  title: 'A show',
  names: [],
  year,
  episodes,
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'test',
});
const SHOWS = [show(2010, 12), show(2018, 16), show(2020, 20)];

const labels = (words: string, messages = LANGUAGES.en): readonly string[] =>
  dialsOf(asked(words), SHOWS, messages).map(({ label }) => label);

for (const [language, messages] of Object.entries(LANGUAGES)) {
  test(`a feel wanted more, less or not at all is understood (${language})`, () => {
    const { dials } = messages;
    const feel = (words: string): Partial<Wish> & { degree?: number; term?: string } =>
      asked(words).wishes.find(({ kind }) => kind === 'feel') ?? {};
    for (const [term, { words }] of Object.entries(dials.more)) {
      assert.deepEqual([feel(words).term, feel(words).wants], [term, true], words);
      const very = dials.very(words);
      assert.deepEqual([feel(very).term, feel(very).degree], [term, 2], very);
    }
    for (const [term, { words }] of Object.entries(dials.less)) {
      assert.deepEqual([feel(words.little).term, feel(words.little).degree], [term, -1], words.little);
      assert.deepEqual([feel(words.none).term, feel(words.none).degree], [term, -2], words.none);
    }
  });

  test(`shorter, older and newer are bounds (${language})`, () => {
    const bounds = dialsOf(asked('romantic'), SHOWS, messages).flatMap(({ href }) =>
      asked(wordsIn(href)).wishes.flatMap((wish) => (wish.kind === 'range' ? [wish] : [])),
    );
    assert.deepEqual(
      bounds.map(({ field, most, least }) => [field, most !== undefined, least !== undefined]),
      [
        ['episodes', true, false],
        ['year', true, false],
        ['year', false, true],
      ],
    );
    assert.equal(bounds[0]?.most, 12);
  });

  test(`the word for each feel is understood, and so is its opposite (${language})`, () => {
    const lost: string[] = [];
    for (const [term, word] of Object.entries(messages.terms.feels)) {
      const means = (words: string, wants: boolean): boolean =>
        asked(words).wishes.some(
          (wish) => wish.kind === 'feel' && wish.term === term && wish.wants === wants,
        );
      if (!means(word, true) || !means(messages.dials.not.feel(word), false)) lost.push(`${term}: ${word}`);
    }
    assert.deepEqual(lost, []);
  });
}

test('a dial stands only where it can still be turned', () => {
  assert.ok(labels('funny').includes('funnier'));
  assert.ok(!labels('very funny').includes('funnier'));
  assert.ok(!labels('nothing funny').includes('funnier'));
  assert.ok(labels('not too angsty').includes('less angst'));
  assert.ok(!labels('nothing angsty').includes('less angst'));
  assert.ok(!labels('some angst please').includes('less angst'));
});

test('a chip is turned around and back', () => {
  const [chip] = wishChips(asked('romantic'), LANGUAGES.en);
  const turned = asked(wordsIn(chip?.flip?.href ?? ''));
  assert.deepEqual(
    turned.wishes.map((wish) => wish.wants),
    [false],
  );
  const [back] = wishChips(turned, LANGUAGES.en);
  assert.deepEqual(
    asked(wordsIn(back?.flip?.href ?? '')).wishes.map((wish) => wish.wants),
    [true],
  );
});
