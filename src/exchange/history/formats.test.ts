// Each format told by its content and read into the same values, from files made in the shape of real ones; whatever
// the bytes, no parser breaks; of an archive only listed members are opened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { HistoryEntry } from '../../core/history/entry.ts';
import { writeZip } from '../zip.ts';
import { anyTable } from './any-table.ts';
import { HISTORY_FORMATS } from './formats.ts';
import { readAll } from './read-all.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'file') => readAll({ name, bytes: bytesOf(text) }, HISTORY_FORMATS);

/** What is said, in short. */
const brief = (entry: HistoryEntry): Record<string, unknown> => {
  const [reading] = entry.readings;
  const place = reading?.episode;
  const said: Record<string, unknown> = {
    name: reading?.name,
    kind: reading?.kind,
    year: reading?.year,
    place: place && [place.season, place.episode],
    ids:
      entry.ids.length === 0
        ? undefined
        : entry.ids.map(({ service, value }) => `${service}:${value}`).join(' '),
    on: entry.watched?.on,
    isRewatch: entry.watched?.isRewatch === true ? true : undefined,
    state: entry.state,
    rating: entry.rating && `${entry.rating.value}/${entry.rating.outOf}`,
    review: entry.review?.text,
    progress: entry.progress?.episode,
    list: entry.lists?.[0],
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};

const CASES: readonly (readonly [string, string, readonly Record<string, unknown>[]])[] = [
  [
    'imdb',
    'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres\ntt0000007,8,2024-03-01,Salt Road,Salzweg,https://x,Fernsehserie,7,50,2019,Drama\ntt0000008,9,2024-03-01,Salt Road: Fog,,https://x,TV Episode,7,50,2020,Drama\ntt0000009,9,2024-03-01,Salt Road the Game,,https://x,Video Game,7,50,2020,Drama\n',
    [
      { name: 'Salt Road', kind: 'series', year: 2019, ids: 'imdb:tt0000007', rating: '8/10' },
      { name: 'Salt Road', kind: 'series', place: [undefined, undefined], rating: '9/10' },
    ],
  ],
  [
    'myanimelist',
    '<?xml version="1.0"?><myanimelist><myinfo><user_name>x</user_name></myinfo><anime><series_animedb_id>5</series_animedb_id><series_title><![CDATA[Salt & Road]]></series_title><series_type>TV</series_type><my_watched_episodes>3</my_watched_episodes><my_start_date>0000-00-00</my_start_date><my_score>0</my_score><my_status>Plan to Watch</my_status></anime><anime><series_title>Broken & open</series_title><my_score>7</my_score><my_status>Completed</my_status></anime></myanimelist>',
    [
      { name: 'Salt & Road', kind: 'series', ids: 'mal:5', state: 'planned', progress: 3 },
      { name: 'Broken & open', kind: 'series', rating: '7/10', state: 'done' },
    ],
  ],
  [
    'tvtime',
    'created_at,user_id,key,updated_at,s_id,is_archived,is_followed,is_for_later,s_no,ep_no,ep_id,series_name,season_number,episode_number\n2024-03-01 20:00:00,0,watch-episode-a-b,2024-03-01 20:00:00,55,,,,1,5,9,Harbour (2018),1,5\n2020-01-01 00:00:00,0,user-series-a,2020-01-02 00:00:00,56,false,true,true,,,,Fog,,\n0001-01-01 00:00:00,0,tracking-stats,2020-01-01 00:00:00,,,,,,,,,,\n',
    [
      { name: 'Harbour', kind: 'series', year: 2018, place: [1, 5], ids: 'tvdb:series/55', on: '2024-03-01' },
      { name: 'Fog', kind: 'series', ids: 'tvdb:series/56', state: 'planned' },
    ],
  ],
  [
    'tvtime',
    'imdb_id,tvdb_id,type,title,season,episode,is_special,is_watched,watched_at,status,is_watchlisted,rating\n-1,77,series,Harbour,,,false,false,,continuing,false,\ntt0000012,88,movie,Roof,,,false,true,2024-03-01T20:00:00Z,,false,8\n',
    [
      { name: 'Harbour', kind: 'series', ids: 'tvdb:series/77', state: 'watching' },
      { name: 'Roof', kind: 'film', ids: 'imdb:tt0000012 tvdb:movies/88', on: '2024-03-01', rating: '8/10' },
    ],
  ],
  [
    'simkl',
    '{"shows":[{"last_watched_at":"2024-03-01T20:00:00Z","status":"watching","user_rating":8,"show":{"title":"Harbour","year":2018,"ids":{"simkl":4,"tmdb":"77","imdb":"tt0000012"}},"seasons":[{"number":1,"episodes":[{"number":2,"watched_at":"2024-03-01T20:00:00Z"}]}]}],"movies":[{"status":"plantowatch","movie":{"title":"Roof","year":2019,"ids":{"simkl":5}}}],"anime":[]}',
    [
      {
        name: 'Harbour',
        kind: 'series',
        year: 2018,
        ids: 'imdb:tt0000012 tmdb:tv/77 simkl:4',
        state: 'watching',
        rating: '8/10',
      },
      {
        name: 'Harbour',
        kind: 'series',
        year: 2018,
        place: [1, 2],
        ids: 'imdb:tt0000012 tmdb:tv/77 simkl:4',
        on: '2024-03-01',
      },
      { name: 'Roof', kind: 'film', year: 2019, ids: 'simkl:5', state: 'planned' },
    ],
  ],
  [
    'yamtrack',
    'media_id,source,media_type,title,image,season_number,episode_number,score,progress,status,start_date,end_date,notes\n77,tmdb,episode,Harbour,,1,2,,,,,2024-03-01,\n5,mal,anime,Fog,,,,7.5,3,In progress,2024-01-01,,\n9,igdb,game,Play,,,,,,Completed,,,\n',
    [
      { name: 'Harbour', kind: 'series', place: [1, 2], ids: 'tmdb:tv/77', on: '2024-03-01' },
      { name: 'Fog', kind: 'series', ids: 'mal:5', rating: '7.5/10', state: 'watching', progress: 3 },
    ],
  ],
  [
    'movary',
    'title,year,tmdbId,imdbId,watchedAt,comment,location\nRoof,2019,77,tt0000012,2024-03-01,Quiet and good.,\n',
    [
      {
        name: 'Roof',
        kind: 'film',
        year: 2019,
        ids: 'tmdb:movie/77 imdb:tt0000012',
        on: '2024-03-01',
        review: 'Quiet and good.',
      },
    ],
  ],
  [
    'ryot',
    '{"metadata":[{"lot":"show","source":"tmdb","identifier":"77","source_id":"Harbour","seen_history":[{"progress":"100","ended_on":"2024-03-01","show_season_number":1,"show_episode_number":2}],"reviews":[{"rating":"80","review":{"text":"Good.","date":"2024-03-02T00:00:00Z"}}],"collections":["Sea"]},{"lot":"book","source":"openlibrary","identifier":"1","source_id":"B","seen_history":[],"reviews":[],"collections":[]}]}',
    [
      { name: 'Harbour', kind: 'series', place: [1, 2], ids: 'tmdb:tv/77', on: '2024-03-01' },
      { name: 'Harbour', kind: 'series', ids: 'tmdb:tv/77', rating: '80/100', review: 'Good.' },
      { name: 'Harbour', kind: 'series', ids: 'tmdb:tv/77', list: 'Sea' },
    ],
  ],
  [
    'watcharr',
    '[{"status":"WATCHING","rating":8,"updatedAt":"2024-03-01T20:00:00Z","content":{"title":"Harbour","type":"tv","tmdbId":77},"watchedEpisodes":[{"seasonNumber":1,"episodeNumber":2,"status":"FINISHED","createdAt":"2024-03-01T20:00:00Z"}]}]',
    [
      { name: 'Harbour', kind: 'series', ids: 'tmdb:tv/77', state: 'watching', rating: '8/10' },
      { name: 'Harbour', kind: 'series', place: [1, 2], ids: 'tmdb:tv/77', on: '2024-03-01' },
    ],
  ],
  [
    'mydramalist',
    'Completed\n#\tTitle\tCountry\tYear\tType\tScore\tProgress\n1\tHarbour\tSouth Korea\t2018\tDrama\t8.5\t16/16\nPlan to Watch\n1\tRoof\tSouth Korea\t2019\tMovie\t0.0\t0/1\n',
    [
      { name: 'Harbour', kind: 'series', year: 2018, state: 'done', rating: '8.5/10', progress: 16 },
      { name: 'Roof', kind: 'film', year: 2019, state: 'planned' },
    ],
  ],
  [
    'mydramalist',
    'title,native title,year,type,status,score,progress,link\nHarbour,항구,2018,Drama,Completed,9,16/16,https://mydramalist.com/735043-harbour\n',
    [
      {
        name: 'Harbour',
        kind: 'series',
        year: 2018,
        ids: 'mydramalist:735043',
        state: 'done',
        rating: '9/10',
        progress: 16,
      },
    ],
  ],
];

test('each format is told by its content and says what its rows say', async () => {
  for (const [format, text, entries] of CASES) {
    const found = await read(text);
    assert.equal(found.format, format, text);
    assert.deepEqual(found.entries.map(brief), entries, format);
  }
});

test('packed with gzip it is the same', async () => {
  const [, text, entries] = CASES.find(([format]) => format === 'myanimelist')!;
  const found = await readAll({ name: 'a.xml.gz', bytes: gzipSync(text) }, HISTORY_FORMATS);
  assert.deepEqual(found.entries.map(brief), entries);
});

const zip = (members: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  writeZip(
    Object.entries(members).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
    new Date(0),
  );

test('NeoDB: works lie in a catalogue beside the journal; the heading of a review is the second title', async () => {
  const header = '{"server":"x","neodb_version":"1"}';
  const bytes = await zip({
    'export/journal.ndjson': `${header}\n{"type":"ShelfMember","content":{"withRegardTo":"https://x/tv/1","status":"complete","published":"2024-03-01T00:00:00Z"}}\nbroken\n{"type":"Review","content":{"withRegardTo":"https://x/tv/1","name":"Sea","content":"Good.","published":"2024-03-01T00:00:00Z"}}\n`,
    'export/catalog.ndjson': `${header}\n{"id":"https://x/tv/1","type":"TVShow","display_title":"Harbour","imdb":"tt0000012","year":2018}\n`,
    'export/actor.ndjson': `${header}\n{"private_key":"secret"}\n`,
  });
  const found = await readAll({ name: 'a.zip', bytes }, HISTORY_FORMATS);
  assert.equal(found.format, 'neodb');
  const work = { name: 'Harbour', kind: 'series', year: 2018, ids: 'imdb:tt0000012' };
  assert.deepEqual(found.entries.map(brief), [
    { ...work, state: 'done' },
    { ...work, review: 'Good.' },
  ]);
  assert.deepEqual(
    found.problems.map(({ line }) => line),
    [3],
  );

  const tables = await zip({
    'tv_mark.csv':
      'title,info,links,timestamp,status,rating,comment,tags\nHarbour,imdb:tt0000012 year:2018,https://x/tv/1,2024-03-01T00:00:00+00:00,complete,9,Quiet.,sea\n',
    'tv_review.csv':
      'title,info,links,timestamp,title,content\nHarbour,year:2018,https://x/tv/1,2024-03-01T00:00:00+00:00,At sea,Good.\n',
    'book_mark.csv':
      'title,info,links,timestamp,status,rating,comment,tags\nBook,,,2024-03-01T00:00:00+00:00,complete,9,,\n',
  });
  const csv = await readAll({ name: 'a.zip', bytes: tables }, HISTORY_FORMATS);
  assert.deepEqual(
    csv.entries.map((entry) => [entry.review?.title, entry.review?.text]),
    [
      [undefined, 'Quiet.'],
      ['At sea', 'Good.'],
    ],
  );
});

test('lists of TV Time get their names from the other tables; files of sign-ins are not opened', async () => {
  const bytes = await zip({
    'gdpr/access_token.csv': 'token\nsecret\n',
    'gdpr/lists-prod-lists.csv':
      'ordering,s_key,name,type,objects,created_at\n0,k,Sea,list,[map[created_at:1.7e+09 id:55 type:series]],2024-03-01 00:00:00\n',
    'gdpr/tracking-prod-records-v2.csv':
      'created_at,key,s_id,series_name\n2020-01-01 00:00:00,user-series-a,55,Harbour\n',
  });
  const { entries } = await readAll({ name: 'a.zip', bytes }, HISTORY_FORMATS);
  assert.deepEqual(entries.filter(({ lists }) => lists !== undefined).map(brief), [
    { name: 'Harbour', kind: 'series', ids: 'tvdb:series/55', list: 'Sea' },
  ]);
});

test('an archive that unpacks to far more than it should is refused', async () => {
  const bytes = await zip({ 'diary.csv': 'x'.repeat(20_000_000) });
  assert.match((await readAll({ name: 'a.zip', bytes }, HISTORY_FORMATS)).unusable ?? '', /far more/);
  assert.match(
    (await readAll({ name: 'a.zip', bytes: bytes.slice(0, 200) }, HISTORY_FORMATS)).unusable ?? '',
    /damaged/,
  );
});

test('any table, by its columns: the order of days and the scale are told from the whole', async () => {
  const text = 'Name;Seen;Stars;Imdb\nHarbour;28.02.2024;4,5;tt0000012\nRoof;1.03.2024;3;\n;1.03.2024;3;\n';
  const options = { columns: { title: 'Name', watched: 'Seen', rating: 'Stars', imdb: 'Imdb' } };
  const { entries, problems } = await readAll({ name: 'a.csv', bytes: bytesOf(text) }, [anyTable], options);
  assert.deepEqual(entries.map(brief), [
    { name: 'Harbour', ids: 'imdb:tt0000012', on: '2024-02-28', rating: '4.5/5' },
    { name: 'Roof', on: '2024-03-01', rating: '3/5' },
  ]);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [4],
  );
});

test('no bytes break a parser: whole files, cut ones, ones with letters changed', async () => {
  const texts = CASES.map(([, text]) => text);
  const damaged = fc
    .record({
      text: fc.constantFrom(...texts),
      from: fc.nat(2000),
      count: fc.nat(40),
      put: fc.string({ unit: 'binary', maxLength: 12 }),
    })
    .map(({ text, from, count, put }) => {
      const at = from % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + count);
    });
  const anything = fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged.map(bytesOf));
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const { entries, problems } = await readAll({ name: 'file', bytes }, [...HISTORY_FORMATS, anyTable], {
        columns: { title: 'title' },
      });
      for (const { key, readings, line } of entries) {
        assert.ok(readings.length > 0 && line > 0);
        assert.equal(typeof key, 'string');
        for (const { name } of readings) assert.ok(name.length <= 300);
      }
      for (const { line, message } of problems) assert.ok(line > 0 && message.endsWith('.'));
    }),
    { numRuns: 300 },
  );
});
