// Sources as a person meets them: off, on, fetched, kept apart, expired; over a local server and on both engines.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onGuides, shelve, withGuideAt } from '../../tests/guides.ts';
import { KEY, openSourceServer, type SourceServer } from '../../tests/source-server.ts';
import { atBothEngines } from '../../tests/store/engines.ts';
import type { Show, ShowId } from '../core/show.ts';
import { listSeasons } from '../store/seasons.ts';
import { addFromSource, fetchShow, likeliest, searchSources } from './ask-source.ts';
import { findNames } from './find-show.ts';
import type { Guide } from './guide.ts';
import { keep } from './keep.ts';
import { dropExpired, wordsOfSources } from './keep-sourced.ts';
import { refreshSources, startFetching } from './refresh-sources.ts';
import { Refusal } from './refusal.ts';
import { forgetSource, listSources, switchSource } from './switch-source.ts';
import { undo } from './undo.ts';

let server: SourceServer;
before(async () => {
  server = await openSourceServer();
});
after(() => server.close());

let clock = Date.parse('2026-11-22T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

function withSources(name: string, body: (guide: Guide) => Promise<void>): void {
  atBothEngines(name, (url) => {
    clock = Date.parse('2026-11-22T12:00:00Z');
    server.asked.length = 0;
    const { tvmaze, tmdb, host } = server;
    return withGuideAt(url, body, {
      now: () => new Date(clock),
      sources: { privateHosts: [host], bases: { tvmaze, tmdb } },
    });
  });
}
const isRefused = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.code === code && words.test(`${error.message} ${error.hint ?? ''}`);

withSources('nothing is sent to a source that is off', async (guide) => {
  const show = await shelve(guide, 'Lamplight', { year: 2026 });
  await keep(guide, show.id, { state: 'watching' });
  await assert.rejects(searchSources(guide, 'x'), isRefused('unavailable', /nothing was sent/));
  await assert.rejects(searchSources(guide, 'x', 'tvmaze'), isRefused('unavailable', /switched off/));
  await assert.rejects(
    fetchShow(guide, show.id, { source: 'tmdb' }),
    isRefused('unavailable', /switched off/),
  );
  await assert.rejects(addFromSource(guide, 'tvmaze', '82'), isRefused('unavailable', /switched off/));
  assert.deepEqual(await refreshSources(guide), { fetched: 0, expired: 0, problems: [] });
  assert.deepEqual(server.asked, []);
  assert.ok((await listSources(guide)).every(({ isOn }) => !isOn));
});

withSources('what a source says is kept under its name, beside what is known', async (guide) => {
  await switchSource(guide, 'tvmaze', { isOn: true });
  const show = await shelve(guide, 'Lamplight', { year: 2026, episodes: 16 });
  const done = await fetchShow(guide, show.id, { source: 'tvmaze' });
  assert.equal(done.episodes, 4);
  const [said] = await wordsOfSources(guide, show.id);
  assert.equal(said?.source, 'tvmaze');
  assert.equal(said?.details.summary, 'A keeper & a stranger share one lamp.');
  const after = guide.shelf.shows.get(show.id)!;
  assert.deepEqual([after.source, after.episodes, after.networks], [show.source, 16, []]);
  assert.equal(findNames(guide, '등불')[0]?.showId, show.id);
  assert.equal(after.names.find(({ text }) => text === '등불')?.source, 'tvmaze');
  assert.ok(after.outsideIds.some(({ service, value }) => service === 'imdb' && value === 'tt7654321'));
  const [numbering] = await listSeasons(guide.store.db, show.id);
  assert.deepEqual([numbering?.source, numbering?.seasons.length], ['tvmaze', 2]);
  // Once more: the same, not doubled.
  await fetchShow(guide, show.id, { source: 'tvmaze' });
  assert.deepEqual(guide.shelf.shows.get(show.id), after);
});

withSources('a title is found, added with its facts, and taken back', async (guide) => {
  await switchSource(guide, 'tvmaze', { isOn: true });
  const [hit] = await searchSources(guide, 'lamplight');
  assert.deepEqual([hit?.source, hit?.id, hit?.showId], ['tvmaze', '82', undefined]);
  const { show } = await addFromSource(guide, 'tvmaze', '82');
  const added = guide.shelf.shows.get(show.id)!;
  assert.deepEqual(
    [added.title, added.year, added.networks, added.seasons, added.episodes, added.source],
    ['Lamplight', 2026, ['Harbour TV'], 2, 11, 'tvmaze'],
  );
  assert.equal(added.names.filter(({ text }) => text === 'Lamplight').length, 1);
  assert.equal((await searchSources(guide, 'lamplight'))[0]?.showId, show.id);
  assert.equal((await addFromSource(guide, 'tvmaze', '82')).show.id, show.id);
  await undo(guide);
  assert.equal(guide.shelf.shows.has(show.id), false);
  await assert.rejects(addFromSource(guide, 'tvmaze', '99'), isRefused('not-found', /nothing under "99"/));
});

withSources('TMDB wants a key, and its words end with its terms', async (guide) => {
  await assert.rejects(switchSource(guide, 'tmdb', { isOn: true }), isRefused('invalid', /key/));
  await assert.rejects(
    switchSource(guide, 'tmdb', { isOn: true, key: 'two words' }),
    isRefused('invalid', /key/),
  );
  await switchSource(guide, 'tmdb', { isOn: true, key: KEY, country: 'kr' });
  const film = await shelve(guide, '갯물', { kind: 'film', year: 2019 });
  await fetchShow(guide, film.id, { source: 'tmdb' });
  assert.deepEqual((await wordsOfSources(guide, film.id))[0]?.details.offers[0], {
    country: 'KR',
    name: 'Streamly',
    how: 'stream',
  });
  clock += 179 * DAY;
  assert.equal(await dropExpired(guide), 0);
  clock += 2 * DAY;
  assert.deepEqual(await wordsOfSources(guide, film.id), []);
  assert.equal(await dropExpired(guide), 1);
  assert.ok(!guide.shelf.shows.get(film.id)?.names.some(({ source }) => source === 'tmdb'));
  assert.deepEqual(await listSeasons(guide.store.db, film.id), []);
  assert.equal((await listSources(guide)).find(({ name }) => name === 'tmdb')?.titles, 0);
});

withSources(
  'what is followed is fetched when it is old, and one failure stops nobody else',
  async (guide) => {
    await switchSource(guide, 'tvmaze', { isOn: true });
    const lamplight = await shelve(guide, 'Lamplight', { year: 2026 });
    const unknown = await shelve(guide, 'Nobody Knows This One');
    const film = await shelve(guide, 'A Film', { kind: 'film' });
    for (const { id } of [lamplight, unknown, film]) await keep(guide, id, { state: 'planned' });
    const seen: string[] = [];
    const first = await refreshSources(guide, { onProgress: ({ title }) => seen.push(title) });
    assert.deepEqual([first.fetched, first.problems.map(({ title }) => title)], [1, [unknown.title]]);
    assert.deepEqual(seen.toSorted(), ['Lamplight', unknown.title]);
    server.asked.length = 0;
    const quiet = await refreshSources(guide, { isQuiet: true });
    assert.deepEqual([quiet.fetched, quiet.problems.length, server.asked], [0, 0, []]);
    clock += 2 * DAY;
    assert.equal((await refreshSources(guide, { isQuiet: true })).fetched, 1);
    assert.equal(guide.sources.progress, undefined);
  },
);

atBothEngines('a guide that closes does not wait for a silent source', async (url) => {
  const { tvmaze, host } = server;
  server.instead = () => true;
  server.asked.length = 0;
  await withGuideAt(
    url,
    async (guide) => {
      await switchSource(guide, 'tvmaze', { isOn: true });
      const show = await shelve(guide, 'Lamplight');
      startFetching(guide, async () => {
        await fetchShow(guide, show.id, { source: 'tvmaze' });
        return 'never';
      });
      while (server.asked.length === 0) await new Promise(setImmediate);
    },
    { sources: { privateHosts: [host], bases: { tvmaze } } },
  );
  delete server.instead;
  assert.equal(server.asked.length, 1);
});

withSources('what a source said goes when it is to be forgotten', async (guide) => {
  await switchSource(guide, 'tvmaze', { isOn: true });
  const show = await shelve(guide, 'Lamplight', { year: 2026 });
  await fetchShow(guide, show.id, { source: 'tvmaze' });
  assert.deepEqual(await forgetSource(guide, 'tvmaze'), { titles: 1 });
  assert.deepEqual(await wordsOfSources(guide, show.id), []);
  assert.deepEqual(await listSeasons(guide.store.db, show.id), []);
  assert.ok(!guide.shelf.shows.get(show.id)?.names.some(({ source }) => source === 'tvmaze'));
  assert.equal((await listSources(guide))[0]?.isOn, false);
});

onGuides('a source that is none is refused', async (guide) => {
  await assert.rejects(switchSource(guide, 'netflix', { isOn: true }), isRefused('invalid', /tvmaze, tmdb/));
});

test('a title is linked by name, kind and year, or not at all', () => {
  const show = {
    id: 's' as ShowId,
    kind: 'series',
    title: 'Lamplight',
    names: [],
    year: 2026,
  } as unknown as Show;
  const hit = (id: string, known: object = {}) =>
    ({ id, kind: 'series', title: 'LAMPLIGHT!', otherTitles: [], outsideIds: [], ...known }) as const;
  const cases: readonly [readonly ReturnType<typeof hit>[], readonly string[]][] = [
    [[hit('a')], ['a']],
    [[hit('a', { year: 2025 })], ['a']],
    [[hit('a', { year: 2024 })], []],
    [[hit('a', { kind: 'film' })], []],
    [[hit('a', { title: 'Lamplights' })], []],
    [[hit('a', { title: '등불', otherTitles: ['Lamplight'] })], ['a']],
    [[hit('a', { year: 2025 }), hit('b', { year: 2026 })], ['b']],
    [
      [hit('a', { year: 2025 }), hit('b', { year: 2027 })],
      ['a', 'b'],
    ],
  ];
  for (const [titles, expected] of cases)
    assert.deepEqual(
      likeliest(show, titles).map(({ id }) => id),
      expected,
    );
});
