// What Netflix writes into one cell, taken apart; days in any order; a whole file with what is broken in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry, TitleReading } from '../../core/history/entry.ts';
import type { Problem } from '../problems.ts';
import { dayOf, tellDayOrder } from './day-order.ts';
import { HISTORY_FORMATS } from './formats.ts';
import { createBeginnings } from './netflix-title.ts';
import { readAll } from './read-all.ts';

const read = (title: string, others: readonly string[] = []): readonly TitleReading[] => {
  const beginnings = createBeginnings();
  for (const one of [...others, title]) beginnings.learn(one);
  return beginnings.read(title);
};

test('season and episode are read in the languages in which they are written', () => {
  const cases: readonly [string, string, number | undefined, number | undefined, string | undefined][] = [
    ['Harbour: Season 1: The Letter', 'Harbour', 1, undefined, 'The Letter'],
    ['Harbour: Staffel 2: Folge 3', 'Harbour', 2, 3, undefined],
    ['Harbour : Saison 1 : Épisode 4', 'Harbour', 1, 4, undefined],
    ['Harbour: 1ª temporada: Episodio 1', 'Harbour', 1, 1, undefined],
    ['Harbour: Temporada 3: Episódio 2', 'Harbour', 3, 2, undefined],
    ['항구: 시즌 1: 1화', '항구', 1, 1, undefined],
    ['항구: 리미티드 시리즈: 제3화', '항구', undefined, 3, undefined],
    ['港: シーズン1: 第2話', '港', 1, 2, undefined],
    ['港口: 第 1 季: 第 3 集', '港口', 1, 3, undefined],
    ['Liman: 1. Sezon: 3. Bölüm', 'Liman', 1, 3, undefined],
    ['Гавань: Сезон 2: Серия 4', 'Гавань', 2, 4, undefined],
    ['Harbour: Limited Series: Part 1', 'Harbour', undefined, undefined, 'Part 1'],
    ['Harbour: Part 3: Episode 2: Home', 'Harbour', 3, 2, 'Home'],
    ['Harbour: Harbour 2: Chapter One: Salt', 'Harbour', 2, 1, 'Salt'],
    ['Harbour: The Last Boat: Book 1: Tide', 'Harbour: The Last Boat', 1, undefined, 'Tide'],
    ['Harbour: Episode 5', 'Harbour', undefined, 5, undefined],
  ];
  for (const [title, name, season, episode, called] of cases) {
    const [reading, other] = read(title);
    assert.deepEqual(
      [
        reading?.name,
        reading?.kind,
        reading?.episode?.season,
        reading?.episode?.episode,
        reading?.episode?.title,
      ],
      [name, 'series', season, episode, called],
      title,
    );
    assert.equal(other, undefined, title);
  }
});

test('a film keeps its colons, unless the file shows that it is a show', () => {
  const first = (title: string, others?: readonly string[]) => {
    const [reading] = read(title, others);
    return [reading?.kind, reading?.name];
  };
  assert.deepEqual(first('Salt Road: A Mystery'), ['film', 'Salt Road: A Mystery']);
  assert.deepEqual(first('The Long Games: Ember: Part 1'), ['film', 'The Long Games: Ember: Part 1']);
  assert.deepEqual(first('Blade Bill: Vol. 1'), ['film', 'Blade Bill: Vol. 1']);
  assert.deepEqual(first('Far Wars: Episode V'), ['film', 'Far Wars: Episode V']);
  assert.deepEqual(first('Roof'), ['film', 'Roof']);
  const missions = ['Mission: Improbable - Dust', 'Mission: Improbable - Rain', 'Mission: Improbable - Wind'];
  assert.deepEqual(first('Mission: Improbable - Snow', missions), ['film', 'Mission: Improbable - Snow']);
  assert.deepEqual(first('Harbour: Pilot', ['Harbour: Season 2: Storm']), ['series', 'Harbour']);
  assert.deepEqual(first('Harbour: Pilot', ['Harbour: Storm', 'Harbour: Fog', 'Harbour: Calm']), [
    'series',
    'Harbour',
  ]);
});

test('the order of year, month and day is told from all days together', () => {
  const cases: readonly [readonly string[], string, boolean][] = [
    [['12/31/23', '1/2/23'], 'mdy', true],
    [['31/12/23', '30/12/23'], 'dmy', true],
    [['3/4/23', '2/4/23', '1/4/23', '9/3/23'], 'dmy', true],
    [['2024-01-05', '2023-12-31'], 'ymd', true],
    [['24. 1. 5.', '23. 12. 31.'], 'ymd', true],
    [['2024年1月5日'], 'ymd', true],
    [['5.1.24', '4.1.24'], 'dmy', false],
    [['3/4/23'], 'mdy', false],
    [['1/1/24'], 'mdy', true],
  ];
  for (const [cells, order, isSure] of cases)
    assert.deepEqual(tellDayOrder(cells), { order, isSure }, cells.join());
  assert.equal(dayOf('5/1/2567', 'dmy'), '2024-01-05');
  assert.equal(dayOf('30/2/24', 'dmy'), undefined);
});

test('a viewing history: broken rows cost themselves, and say their line', async () => {
  const text = [
    'Title,Date',
    '"Harbour: Season 1: Fog","31/12/23"',
    '"No day","soon"',
    ',30/12/23',
    '"open,29/12/23',
    '"Roof","28/12/23"',
  ];
  const { format, entries, problems } = await readAll(
    { name: 'a.csv', bytes: new TextEncoder().encode(text.join('\r\n')) },
    HISTORY_FORMATS,
  );
  assert.equal(format, 'netflix-history');
  assert.deepEqual(
    entries.map(({ line, watched, readings }: HistoryEntry) => [line, watched?.on, readings[0]?.name]),
    [
      [2, '2023-12-31', 'Harbour'],
      [3, undefined, 'No day'],
      [6, '2023-12-28', 'Roof'],
    ],
  );
  assert.deepEqual(
    problems.map(({ line }: Problem) => line),
    [3, 4, 5],
  );
});
