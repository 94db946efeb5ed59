// The starter guide and its samples as they lie in data/: whole, clean, small, and every added name with its source.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COUNTRY_CODES } from './country-names.ts';
import { parseNetflixTitles } from './netflix-titles.ts';
import { readSamples } from './samples.ts';
import { readStarter, writeStarter } from './starter.ts';

const root = join(import.meta.dirname, '..', '..');
const starterFile = readFileSync(join(root, 'data/starter/titles.jsonl.gz'));
const shows = readStarter(starterFile);
const byId = new Map<string, (typeof shows)[number]>(shows.map((show) => [show.id, show]));
const samples = globSync('data/samples/*.md', { cwd: root })
  .sort()
  .flatMap((file) => readSamples(readFileSync(join(root, file), 'utf8')));

test('the starter guide holds the 8,807 rows of its table as 8,799 titles in less than 2 MB', () => {
  assert.equal(shows.length, 8799);
  assert.equal(byId.size, 8799);
  assert.equal(new Set(shows.flatMap((show) => show.outsideIds.map((id) => id.value))).size, 8807);
  assert.ok(starterFile.length < 2_000_000);
});

test('no title is a date or a fraction, no age rating holds minutes, every country has a code', () => {
  assert.deepEqual(
    shows.filter((show) => /00:00|^0\.\d|^\s|\s$|\s\s/.test(show.title)).map((show) => show.title),
    [],
  );
  assert.deepEqual(
    [...new Set(shows.map((show) => show.ageRating))].filter((rating) => /min|\d{3}/.test(rating ?? '')),
    [],
  );
  const unknown = shows.flatMap((show) => show.countries).filter((code) => !COUNTRY_CODES.includes(code));
  assert.deepEqual(unknown, []);
  for (const title of ['15 August', '22 July', 'October 1', '9 February', '23:59', '7:19', '3%'])
    assert.equal(shows.filter((show) => show.title === title).length, 1, title);
});

test('every title has a length or seasons, and only the minutes of a film or an episode', () => {
  assert.deepEqual(
    shows.filter((show) => !show.minutes && !show.seasons).map((show) => show.title),
    [],
  );
  assert.deepEqual(
    shows.filter((show) => show.kind === 'film' && show.seasons).map((show) => show.title),
    [],
  );
});

test('every name says where it was found', () => {
  const names = shows.flatMap((show) => show.names);
  assert.deepEqual(
    names.filter((name) => !name.source),
    [],
  );
  assert.ok(names.filter((name) => name.kind === 'native').length >= 140);
  const runOn = byId.get('run-on-2020')?.names.map((name) => name.text);
  assert.deepEqual(runOn, ['Run On', '런 온', '런온']);
});

test('addresses of pages stay: ids of some shows', () => {
  for (const id of ['run-on-2020', 'la-casa-de-papel-2021', 'what-if-2019-2', 'netflix-s5023', 'jaws-1975'])
    assert.ok(byId.has(id), id);
});

test('what is written is read back', () => {
  assert.deepEqual(readStarter(writeStarter(shows.slice(0, 2000))), shows.slice(0, 2000));
});

test('the file is what its table gives', (t) => {
  const table = join(root, '../shared/data/catalogue/netflix_titles.csv');
  if (!existsSync(table)) return t.skip('the table is not at hand');
  const { entries } = parseNetflixTitles(readFileSync(table));
  const bare = (list: typeof shows) =>
    list.map(({ id, title, credits, genres }) => ({ id, title, credits, genres }));
  assert.deepEqual(bare(shows), bare([...entries]));
});

test('at least 40 samples of at least 26 shows of the guide, each marked and of one id', () => {
  assert.ok(samples.length >= 40, String(samples.length));
  assert.ok(new Set(samples.map((sample) => sample.showId)).size >= 26);
  assert.deepEqual(
    samples.filter((sample) => !byId.has(sample.showId)).map((sample) => sample.id),
    [],
  );
  assert.equal(new Set(samples.map((sample) => sample.id)).size, samples.length);
  assert.ok(samples.every((sample) => sample.isSample && sample.publishedOn?.match(/^\d{4}-\d\d-\d\d$/)));
  assert.ok(samples.filter((sample) => sample.showId === 'run-on-2020').length >= 3);
  assert.ok(samples.filter((sample) => sample.language === 'ko').length >= 3);
});

test('a file of samples that is not whole is refused', () => {
  const whole = '---\nsample: true\nid: a\nshow: b\nwriter: c\nrating: 3.5/5\n---\nGood.\n';
  assert.deepEqual(
    readSamples(whole + whole.replace('id: a', 'id: d')).map((sample) => [sample.id, sample.text]),
    [
      ['a', 'Good.'],
      ['d', 'Good.'],
    ],
  );
  for (const broken of [
    '',
    'Good.',
    whole.replace('3.5/5', '6/5'),
    whole.replace('writer: c\n', ''),
    whole.replace('show:', 'shown:'),
    whole.replace('Good.', ''),
    '---\nsample: true\nid: a',
  ])
    assert.throws(() => readSamples(broken), broken);
});
