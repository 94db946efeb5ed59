// Files of IMDb and Wikidata in their documented shape, packed and not, into guides on both engines.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { gzipSync } from 'node:zlib';
import { onGuides, shelve } from '../../tests/guides.ts';
import { listSeasons } from '../store/seasons.ts';
import { findNames } from './find-show.ts';
import { importSourceFiles } from './import-source-files.ts';
import { wordsOfSources } from './keep-sourced.ts';
import { Refusal } from './refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'runon-source-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}
const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n`;

const N = '\\N';
const BASICS = file(
  'title.basics.tsv.gz',
  table(
    [
      'tconst',
      'titleType',
      'primaryTitle',
      'originalTitle',
      'isAdult',
      'startYear',
      'endYear',
      'runtimeMinutes',
      'genres',
    ],
    ['tt7000001', 'tvSeries', 'Lamplight', 'Deungbul', 0, 2026, N, 65, 'Drama,Romance'],
    ['tt7000002', 'movie', 'Lamplight', 'Lamplight', 0, 2026, N, 100, 'Drama'],
    ['tt7000003', 'tvEpisode', 'The harbour', 'The harbour', 0, 2026, N, 66, 'Drama'],
    ['tt7000004', 'movie', 'Twins', 'Twins', 0, 2001, N, 90, N],
    ['tt7000005', 'movie', 'Twins', 'Twins', 0, 2001, N, 91, N],
    ['tt7000006', 'movie', 'Asked For', 'Gefragt', 0, 1999, N, 95, 'Comedy'],
    ['tt7000007', 'videoGame', 'Known By Id', N, 0, 2000, N, N, N],
    ['tt7000008', 'tvMiniSeries', 'Another Name', N, 0, 2010, 2011, N, N],
    ['broken'],
    ['tt7000009', 'movie'],
  ),
);
const AKAS = file(
  'akas.tsv',
  table(
    ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
    ['tt7000001', 1, '등불', 'KR', N, 'imdbDisplay', N, 0],
    ['tt7000001', 2, 'Das Licht', 'DE', 'de', N, N, 0],
    ['tt7000001', 3, 'Das Licht', 'AT', N, N, N, 0],
    ['tt7000001', 4, 'Deungbul', N, N, 'original', N, 1],
    ['tt7000002', 1, 'Nobody asked', 'US', N, N, N, 0],
  ),
);
const EPISODES = file(
  'episodes.tsv.gz',
  table(
    ['tconst', 'parentTconst', 'seasonNumber', 'episodeNumber'],
    ['tt7000010', 'tt7000001', 1, 2],
    ['tt7000003', 'tt7000001', 1, 1],
    ['tt7000011', 'tt7000001', N, N],
    ['tt7000012', 'tt7000002', 1, 1],
  ),
);

onGuides('IMDb: titles are linked by id, or by name, kind and year when one fits', async (guide) => {
  const lamplight = await shelve(guide, 'Lamplight', { kind: 'series', year: 2026 });
  const twins = await shelve(guide, 'Twins', { kind: 'film', year: 2001 });
  const other = await shelve(guide, 'Elsewhere', { kind: 'series', year: 1950 });
  const done = await importSourceFiles(guide, [AKAS, EPISODES, BASICS], { ids: ['tt7000006'] });
  assert.deepEqual([done.kept, done.added], [{ imdb: 2, wikidata: 0 }, 1]);
  assert.match(done.problems.join(), /"Twins" could be any of tt7000004, tt7000005/);
  const [said] = await wordsOfSources(guide, lamplight.id);
  assert.deepEqual([said?.source, said?.sourceId, said?.details.minutes], ['imdb', 'tt7000001', 65]);
  assert.deepEqual(await wordsOfSources(guide, twins.id), []);
  assert.deepEqual(await wordsOfSources(guide, other.id), []);
  assert.equal(findNames(guide, '등불')[0]?.showId, lamplight.id);
  assert.deepEqual(
    guide.shelf.shows.get(lamplight.id)?.names.flatMap(({ text, source }) => (source === 'imdb' ? text : [])),
    ['Deungbul', '등불', 'Das Licht'],
  );
  const [numbering] = await listSeasons(guide.store.db, lamplight.id);
  assert.deepEqual(
    numbering?.seasons.map(({ number, episodes }) => [
      number,
      episodes.map(({ number, title }) => [number, title]),
    ]),
    [
      [
        1,
        [
          [1, 'The harbour'],
          [2, undefined],
        ],
      ],
    ],
  );
  const asked = findNames(guide, 'Asked For')[0];
  assert.equal(guide.shelf.shows.get(asked!.showId)?.year, 1999);
  assert.equal(guide.shelf.shows.size, 4);

  // A later table alone leaves what the others said.
  await importSourceFiles(guide, [AKAS]);
  const [after] = await wordsOfSources(guide, lamplight.id);
  assert.equal(after?.details.minutes, 65);
  assert.equal((await listSeasons(guide.store.db, lamplight.id))[0]?.seasons[0]?.episodes.length, 2);
});

const ENTITY = {
  type: 'item',
  id: 'Q900001',
  labels: {
    en: { language: 'en', value: 'Lamplight' },
    ko: { language: 'ko', value: '등불' },
    ja: { language: 'ja', value: 'ともしび' },
  },
  aliases: { de: [{ language: 'de', value: 'Lampenlicht' }] },
  claims: {
    P345: [{ rank: 'normal', mainsnak: { datavalue: { value: 'tt7000001' } } }],
    P8600: [{ rank: 'normal', mainsnak: { datavalue: { value: '82' } } }],
    P4983: [{ rank: 'deprecated', mainsnak: { datavalue: { value: '1' } } }],
  },
};
const DUMP = `[\n${JSON.stringify({ id: 'Q1', labels: {}, claims: {} })},\n{"broken "P345",\n${JSON.stringify(ENTITY)},\n]\n`;

onGuides('Wikidata: names in all languages and ids elsewhere, from a dump or one entity', async (guide) => {
  const lamplight = await shelve(guide, 'Lamplight', { kind: 'series', year: 2026 });
  const dump = file('dump.json.gz', DUMP);
  assert.equal((await importSourceFiles(guide, [dump])).kept.wikidata, 0);
  await importSourceFiles(guide, [BASICS]);
  assert.equal((await importSourceFiles(guide, [dump])).kept.wikidata, 1);
  assert.equal(findNames(guide, 'ともしび')[0]?.showId, lamplight.id);
  const ids = guide.shelf.shows
    .get(lamplight.id)
    ?.outsideIds.map(({ service, value }) => `${service}:${value}`);
  assert.deepEqual(ids, ['imdb:tt7000001', 'wikidata:Q900001', 'tvmaze:82']);
  const one = file('Q900001.json', JSON.stringify({ entities: { Q900001: ENTITY } }));
  assert.equal((await importSourceFiles(guide, [one])).kept.wikidata, 1);
});

onGuides('a file that is none of these is refused, and nothing is kept', async (guide) => {
  const cases: readonly [string, RegExp][] = [
    [join(folder, 'none.tsv'), /There is no file/],
    [folder, /There is no file/],
    [file('empty.tsv', ''), /neither a table of IMDb/],
    [file('other.tsv', 'a\tb\n'), /neither a table of IMDb/],
    [file('half.tsv', 'tconst\ttitleType\n'), /neither a table of IMDb/],
  ];
  for (const [path, sentence] of cases)
    await assert.rejects(
      importSourceFiles(guide, [BASICS, path]),
      (error) => error instanceof Refusal && sentence.test(error.message),
    );
  const whole = gzipSync(`${'x'.repeat(1000)}\n`.repeat(1000));
  const cut = join(folder, 'cut.tsv.gz');
  writeFileSync(cut, whole.subarray(0, whole.length / 2));
  await assert.rejects(importSourceFiles(guide, [cut]), Refusal);
  assert.equal(guide.shelf.shows.size, 0);
});
