// What the adapters make of the services' answers, as a local server gives them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KEY, openSourceServer, type SourceServer } from '../../tests/source-server.ts';
import { createClient } from './http.ts';
import { plainText } from './plain-text.ts';
import { createTmdb } from './tmdb.ts';
import { createTvmaze } from './tvmaze.ts';

let server: SourceServer;
before(async () => {
  server = await openSourceServer();
});
after(() => server.close());

const client = () => createClient({ privateHosts: [server.host], wait: async () => {} });
const tvmaze = () => createTvmaze({ client: client(), base: server.tvmaze });
const tmdb = (key = KEY) => createTmdb({ client: client(), base: server.tmdb, key });

test('TVmaze: titles are found by words and by other ids', async () => {
  const found = await tvmaze().search('lamp light');
  const lamplight = {
    id: '82',
    kind: 'series',
    title: 'Lamplight',
    otherTitles: [],
    outsideIds: [
      { service: 'tvmaze', value: '82' },
      { service: 'imdb', value: 'tt7654321' },
      { service: 'tvdb', value: 'series/4321' },
    ],
    year: 2026,
    country: 'KR',
  };
  assert.deepEqual(found, { kind: 'found', titles: [lamplight] });
  assert.ok(server.asked.includes('/tvmaze/search/shows?q=lamp%20light'));
  assert.deepEqual(await tvmaze().lookUp({ service: 'imdb', value: 'tt7654321' }), found);
  assert.ok(server.asked.includes('/tvmaze/lookup/shows?imdb=tt7654321'));
  assert.deepEqual(await tvmaze().lookUp({ service: 'douban', value: '1' }), { kind: 'found', titles: [] });
});

test('TVmaze: details with seasons, episodes, names, people', async () => {
  const answer = await tvmaze().details('82');
  assert.ok(answer.kind === 'details');
  const { details } = answer;
  assert.equal(details.summary, 'A keeper & a stranger share one lamp.');
  assert.deepEqual(
    [details.networks, details.platforms, details.genres, details.minutes, details.isOver],
    [['Harbour TV'], ['Streamly'], ['Drama', 'Romance'], 66, false],
  );
  assert.deepEqual(
    details.names.map(({ text }) => text),
    ['Lamplight', '등불', 'La lampe'],
  );
  assert.deepEqual(details.credits, [
    { name: 'Ha Yun', role: 'actor', character: 'Seo Jin' },
    { name: 'Park Dal', role: 'actor' },
    { name: 'Min Sol', role: 'creator' },
  ]);
  assert.deepEqual(
    details.seasons.map(({ number, title, episodeCount, episodes }) => [
      number,
      title,
      episodeCount,
      episodes.length,
    ]),
    [
      [1, undefined, 3, 3],
      [2, 'Homecoming', 8, 1],
    ],
  );
  assert.deepEqual(details.seasons[0]?.episodes[2], {
    number: 3,
    title: 'The letter',
    airedOn: '2026-11-23',
    airsAt: '2026-11-23T13:00:00.000Z',
    minutes: 65,
  });
  // Without a time of day the source makes up noon; only the day is known.
  assert.equal(details.seasons[1]?.episodes[0]?.airsAt, undefined);
});

test('TMDB: films and series are told apart, the key goes where it belongs', async () => {
  const found = await tmdb().search('lamplight');
  assert.ok(found.kind === 'found');
  assert.deepEqual(
    found.titles.map(({ id, kind, otherTitles }) => [id, kind, otherTitles]),
    [
      ['tv/603', 'series', ['등불']],
      ['movie/603', 'film', ['갯물']],
    ],
  );
  const byId = await tmdb().lookUp({ service: 'imdb', value: 'tt7654321' });
  assert.equal(byId.kind === 'found' && byId.titles[0]?.id, 'tv/603');
  const wrong = await tmdb('wrong').search('lamplight');
  assert.ok(wrong.kind === 'problem' && /key/.test(wrong.message));
  assert.ok(server.asked.every((path) => !path.includes(KEY)));
});

test('TMDB: a film with names in other languages, people and where to watch', async () => {
  const answer = await tmdb().details('movie/603');
  assert.ok(answer.kind === 'details');
  const { details } = answer;
  assert.deepEqual(
    details.names.map(({ text, kind, language }) => [text, kind, language]),
    [
      ['Tidewater', 'title', undefined],
      ['갯물', 'native', 'ko'],
      ['Marée', 'alternative', 'fr'],
      ['The Tide', 'alternative', 'und-US'],
    ],
  );
  assert.deepEqual(details.credits, [
    { name: 'Kim Bada', role: 'director' },
    { name: 'Ha Yun', role: 'actor', character: 'Older sister' },
  ]);
  assert.deepEqual(details.offers, [
    { country: 'KR', name: 'Streamly', how: 'stream' },
    { country: 'KR', name: 'Kiosk', how: 'buy' },
    { country: 'US', name: 'Freebie', how: 'free' },
  ]);
  assert.deepEqual(
    details.outsideIds.map(({ service, value }) => `${service}:${value}`),
    ['tmdb:movie/603', 'imdb:tt1111111', 'wikidata:Q42'],
  );
});

test('TMDB: a series with its seasons', async () => {
  const answer = await tmdb().details('tv/603');
  assert.ok(answer.kind === 'details');
  assert.deepEqual(
    answer.details.seasons[0]?.episodes.map(({ number, title, airedOn }) => [number, title, airedOn]),
    [
      [1, 'The harbour', '2026-11-09'],
      [2, 'The lamp', '2026-11-16'],
    ],
  );
  assert.equal(answer.details.minutes, 65);
});

test('what is not there is missing, what is no id is not asked for', async () => {
  assert.deepEqual(await tvmaze().details('99'), { kind: 'missing' });
  const before = server.asked.length;
  for (const id of ['../../secrets', 'tv/1', '', '1?x=y'])
    assert.deepEqual(await tvmaze().details(id), { kind: 'missing' });
  for (const id of ['603', 'person/5', 'tv/1/../2', 'tv/603?x'])
    assert.deepEqual(await tmdb().details(id), { kind: 'missing' });
  assert.equal(server.asked.length, before);
});

test('answers of another shape make no title and break nothing', async () => {
  const shapes = [
    'null',
    '[]',
    '{}',
    '"x"',
    '[null,{"show":[]},{"show":{"id":-1,"name":"x"}}]',
    '{"results":{}}',
    '5',
  ];
  for (const shape of shapes) {
    server.instead = (_, response) => {
      response.end(shape);
      return true;
    };
    for (const source of [tvmaze(), tmdb()]) {
      assert.deepEqual(await source.search('x'), { kind: 'found', titles: [] }, shape);
      const id = source === undefined ? '' : '82';
      assert.notEqual((await source.details(id)).kind, 'details', shape);
      assert.notEqual((await source.details('movie/1')).kind, 'details', shape);
    }
  }
  delete server.instead;
});

test('HTML becomes words', () => {
  const cases: readonly [string, string][] = [
    ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\n\nThree'],
    ['a &lt;b&gt; &#39;c&#x27; &nope; &#0;', "a <b> 'c' &nope;"],
    ['<script>alert(1)</script>left <img src=x onerror=1', 'left'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['', ''],
  ];
  for (const [html, text] of cases) assert.equal(plainText(html), text, html);
});
