// The Netflix table's rows, whole and damaged. Tables are made here; the real file is measured in starter.test.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCountryCode } from './country-names.ts';
import { slugOf, splitPeople } from './netflix-names.ts';
import { parseNetflixTitles } from './netflix-titles.ts';
import { scriptOf } from './script.ts';

const HEADER =
  'show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description';
const parseRows = (...rows: string[]) =>
  parseNetflixTitles(new TextEncoder().encode([HEADER, ...rows].join('\n')));

test('a row gives the facts of one show and nothing of its description', () => {
  const { entries, problems } = parseRows(
    's7,TV Show,Harbour Lights,," Mina Oh , Jo Park,Mina Oh","South Korea, ",2020-01-01,2019,TV-14,2 Seasons,"International TV Shows, TV Dramas, Korean TV Shows",Secret words',
  );
  assert.deepEqual(problems, []);
  assert.equal(JSON.stringify(entries).includes('Secret'), false);
  assert.deepEqual(entries, [
    {
      id: 'harbour-lights-2019',
      kind: 'series',
      title: 'Harbour Lights',
      names: [{ text: 'Harbour Lights', kind: 'title', script: 'Latn', source: 'netflix-titles' }],
      year: 2019,
      countries: ['KR'],
      genres: ['Drama'],
      networks: [],
      platforms: ['Netflix'],
      seasons: 2,
      ageRating: 'TV-14',
      credits: [
        { name: 'Mina Oh', role: 'actor' },
        { name: 'Jo Park', role: 'actor' },
      ],
      outsideIds: [{ service: 'netflix-titles', value: 's7' }],
      source: 'netflix-titles',
    },
  ]);
});

const film = (title: string, year: number) => `s1,Movie,${title},,,,,${year},R,90 min,Dramas,`;

test('titles that became dates and numbers are repaired when it is known what they were', () => {
  for (const [damaged, year, expected] of [
    ['22-07-2025 00:00:00', 2018, '22 July'],
    ['0.03', 2020, '3%'],
    ['0.99930555555555556', 2011, '23:59'],
    ['1917', 2019, '1917'],
    ['6-5=2', 2014, '6-5=2'],
  ] as const)
    assert.deepEqual(
      parseRows(film(damaged, year)).entries.map((show) => show.title),
      [expected],
    );
});

test('a title that became a date nobody knows is left out and named by its line', () => {
  const { entries, problems } = parseRows(film('Kept', 2001), film('22-07-2025 00:00:00', 1999));
  assert.deepEqual(
    entries.map((show) => show.title),
    ['Kept'],
  );
  assert.equal(problems.length, 1);
  assert.equal(problems[0]?.line, 3);
});

test('minutes in the column of the age rating are a length', () => {
  const { entries } = parseRows('s2,Movie,Ninety,,,,,2017,74 min,,Movies,');
  assert.equal(entries[0]?.minutes, 74);
  assert.equal(entries[0]?.ageRating, undefined);
  assert.deepEqual(entries[0]?.genres, []);
});

test('a shelf names a country only where the row names none', () => {
  const { entries } = parseRows(
    's1,TV Show,One,,,,,2020,TV-Y,1 Season,"Korean TV Shows",',
    's2,TV Show,Two,,,Russia,,2020,TV-Y,1 Season,"Korean TV Shows",',
  );
  assert.deepEqual(
    entries.map((show) => show.countries),
    [['KR'], ['RU']],
  );
});

test('the same show twice is one, two shows of one title are two', () => {
  const { entries, problems } = parseRows(
    's1,Movie,Love in a Cup,,"Ann Ash, Bo Birch",,,2010,R,90 min,Dramas,',
    's2,Movie,Love In A Cup,,"Bo Birch, Cy Cedar",,,2010,R,90 min,Comedies,',
    's3,Movie,Love in a cup,,Di Dogwood,,,2010,R,95 min,Comedies,',
  );
  assert.deepEqual(
    entries.map((show) => [show.id, show.credits.length, show.outsideIds.length]),
    [
      ['love-in-a-cup-2010', 3, 2],
      ['love-in-a-cup-2010-2', 1, 1],
    ],
  );
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [3],
  );
});

test('bad cells are told with their line and do not lose the row; a row without a kind is lost alone', () => {
  const { entries, problems } = parseRows(
    's1,Movie,"A title\nover two lines",,,Atlantis,,2010,PG-99,90 min,Dramas,',
    's2,Podcast,Nothing,,,,,2010,R,90 min,Dramas,',
    's3,Movie,Last,,,France,,soon,R,90 min,Dramas,',
  );
  assert.deepEqual(
    entries.map((show) => show.title),
    ['A title over two lines', 'Last'],
  );
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [2, 2, 4, 5],
  );
});

test('stray quotes do not lose a row; one that is never closed is told by the line where it opens', () => {
  const rows = (title: string) => parseRows(film('One', 2000), film(title, 2001), film('Three', 2002));
  assert.equal(rows('Tw"o').entries.length, 3);
  assert.equal(rows('"Tw"o').entries.length, 3);
  const { entries, problems } = rows('"Two');
  assert.deepEqual(
    entries.map((show) => show.title),
    ['One'],
  );
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [3],
  );
});

test('a file without the columns says so once', () => {
  for (const text of ['', 'a,b\n1,2', '\u0000\u0001', '{"json": true}'])
    assert.equal(parseNetflixTitles(new TextEncoder().encode(text)).problems.at(-1)?.line, 1, text);
});

test('names of people', () => {
  const cases: [string, string[]][] = [
    ['Ann Ash,  Jr., Bo  Birch ', ['Ann Ash Jr.', 'Bo Birch']],
    [' , ', []],
    ['this film follows the plight of many whales for years., Ann Ash', ['Ann Ash']],
    ['Lee Ji-eun (IU), \u200bAnn Ash', ['Lee Ji-eun (IU)', 'Ann Ash']],
  ];
  for (const [cell, expected] of cases) assert.deepEqual(splitPeople(cell), expected);
});

test('ids, scripts and countries', () => {
  assert.equal(slugOf('It’s Okay to Not Be Okay', 2020, 's1'), 'its-okay-to-not-be-okay-2020');
  assert.equal(slugOf('Bir Başkadır & Øland', undefined, 's1'), 'bir-baskadir-oland');
  assert.equal(slugOf('반드시 잡는다', 2017, 's5023'), 'netflix-s5023');
  assert.equal(scriptOf('런 온'), 'Hang');
  assert.equal(scriptOf('忍者ハットリくん'), 'Jpan');
  assert.equal(scriptOf('1922'), undefined);
  const codes = {
    'West Germany': 'DE',
    'East Germany': 'DD',
    'Soviet Union': 'SU',
    TURKIYE: 'TR',
    Atlantis: undefined,
  };
  for (const [name, code] of Object.entries(codes)) assert.equal(findCountryCode(name), code, name);
});

test('no bytes make the parser throw, and no row is both a show and lost', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('"', ',', '\n', 'Movie', 'TV Show', '2019', '74 min', '__proto__'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }), (rows) => {
      const { entries } = parseRows(...rows.map((row) => row.join(',')));
      assert.equal(new Set(entries.map((show) => show.id)).size, entries.length);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void parseNetflixTitles(bytes)));
});
