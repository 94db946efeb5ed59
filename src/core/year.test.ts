import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { figuresOf, type Viewing } from './year.ts';

const viewing = (day: string, known: Partial<Viewing> = {}): Viewing => ({
  showId: 'a',
  day,
  minutes: 60,
  countries: ['KR'],
  feels: new Map(),
  ...known,
});

test('hours fall into their months, countries and titles; other years are left out', () => {
  const figures = figuresOf(2026, [
    viewing('2026-01-01'),
    viewing('2026-01-31', { minutes: 90, countries: ['KR', 'US'], showId: 'b' }),
    viewing('2026-12-31', { minutes: 30, countries: [] }),
    viewing('2025-12-31'),
    viewing('2027-01-01'),
    viewing('20261-01-01'),
  ]);
  assert.deepEqual([figures.entries, figures.titles, figures.minutes], [3, 2, 180]);
  assert.deepEqual([figures.minutesByMonth[0], figures.minutesByMonth[11]], [150, 30]);
  assert.deepEqual(figures.minutesByCountry, [
    { country: 'KR', minutes: 105 },
    { country: 'US', minutes: 45 },
  ]);
  // Equal minutes: by name, so that a page does not change from one look to the next.
  assert.deepEqual(figures.minutesByShow, [
    { showId: 'a', minutes: 90 },
    { showId: 'b', minutes: 90 },
  ]);
});

test('what has no length is counted, not guessed', () => {
  const { minutes: _, ...bare } = viewing('2026-05-05');
  const figures = figuresOf(2026, [bare]);
  assert.deepEqual([figures.entries, figures.minutes, figures.withoutLength], [1, 0, 1]);
});

test('a feel is the mean of its month over the lines that say anything', () => {
  const warm = new Map([['warm', 2]]);
  const figures = figuresOf(2026, [
    viewing('2026-03-01', { feels: warm }),
    viewing('2026-03-02', { feels: new Map([['dark', 1]]) }),
    viewing('2026-03-03'),
    viewing('2026-04-01', { feels: new Map([['warm', -2]]) }),
  ]);
  assert.deepEqual(
    figures.feels.map(({ feel, months }) => [feel, months[2], months[3]]),
    [
      ['warm', 1, undefined],
      ['dark', 0.5, undefined],
    ],
  );
});

test('nothing is lost between the pictures, in whatever order the diary is', () => {
  const anyViewing = fc.record({
    showId: fc.constantFrom('a', 'b', 'c'),
    day: fc
      .date({ min: new Date('2025-11-01'), max: new Date('2027-02-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    minutes: fc.integer({ min: 1, max: 300 }),
    countries: fc.uniqueArray(fc.constantFrom('KR', 'US', 'JP'), { minLength: 1 }),
    feels: fc.constant(new Map([['warm', 1]])),
  });
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  fc.assert(
    fc.property(fc.array(anyViewing), (viewings) => {
      const figures = figuresOf(2026, viewings);
      assert.ok(near(sum(figures.minutesByMonth), figures.minutes));
      assert.ok(near(sum(figures.minutesByCountry.map(({ minutes }) => minutes)), figures.minutes));
      assert.ok(near(sum(figures.minutesByShow.map(({ minutes }) => minutes)), figures.minutes));
      assert.deepEqual(figuresOf(2026, viewings.toReversed()), figures);
    }),
  );
});
