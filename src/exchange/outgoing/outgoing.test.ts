// What goes out to others: read back by our own readers of these services' exports, it says the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { HistoryEntry } from '../../core/history/entry.ts';
import type { Review, ReviewId } from '../../core/review.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { WATCH_STATES } from '../../core/watching.ts';
import { HISTORY_FORMATS } from '../history/formats.ts';
import { readAll } from '../history/read-all.ts';
import { writeZip } from '../zip.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { myanimelist } from './myanimelist.ts';
import { neodb } from './neodb.ts';
import type { OwnTitle } from './own-title.ts';
import { trakt } from './trakt.ts';
import { yamtrack } from './yamtrack.ts';

const anyName = fc.constantFrom(
  'Run On',
  '런 온',
  'Harbour: "The End", part 2',
  '=1+1',
  'A & B <c> ]]>',
  "It's",
);
const anyHalves = fc.option(
  fc.integer({ min: 1, max: 10 }).map((steps) => steps / 2),
  { nil: undefined },
);
const anyDay = fc.constantFrom('2019-12-31', '2024-02-29', '2026-11-20');

const anyOwn: fc.Arbitrary<OwnTitle> = fc
  .record({
    number: fc.integer({ min: 1, max: 9_000_000 }),
    title: anyName,
    kind: fc.constantFrom('film' as const, 'series' as const),
    state: fc.constantFrom(...WATCH_STATES),
    rating: anyHalves,
    days: fc.array(anyDay, { maxLength: 3 }),
    texts: fc.array(fc.constantFrom('Warm, "funny".\r\nNot sad.', '재미있어요'), { maxLength: 2 }),
  })
  .map(({ number, title, kind, state, rating, days, texts }) => {
    const showId = `s${number}` as ShowId;
    const show: Show = {
      id: showId,
      kind,
      title,
      names: [{ text: title, kind: 'title' }],
      year: 2020,
      countries: [],
      genres: ['Drama', 'Comedy'],
      networks: [],
      platforms: [],
      credits: [{ name: 'Someone', role: 'director' }],
      outsideIds: [
        { service: 'imdb', value: `tt${String(number).padStart(7, '0')}` },
        { service: 'tmdb', value: `${kind === 'film' ? 'movie' : 'tv'}/${number}` },
        { service: 'mal', value: String(number) },
      ],
      source: 'test',
    };
    const more = rating === undefined ? {} : { rating };
    return {
      show,
      watch: { showId, state, rewatches: 0, changedAt: '2026-11-21T10:00:00.000Z', ...more },
      diary: days.toSorted().map((watchedOn, at) => ({
        id: `${number}-${at}`,
        showId,
        watchedOn,
        isRewatch: at > 0,
        ...(kind === 'series' ? { season: 1, episode: at + 1 } : {}),
      })),
      reviews: texts.map(
        (text, at): Review => ({
          id: `${number}-${at}` as ReviewId,
          showId,
          text,
          isSample: false,
          publishedOn: '2026-01-02',
        }),
      ),
    };
  });
const anyTitles = fc.uniqueArray(anyOwn, { selector: ({ show }) => show.id, maxLength: 6 });

const idOf = (service: string) => (entry: HistoryEntry) =>
  entry.ids
    .find((id) => id.service === service)
    ?.value.split('/')
    .at(-1);
const numberOf = ({ show }: OwnTitle) => show.id.slice(1);

test('Trakt: viewings, ratings, the watch list and comments come back', () =>
  fc.assert(
    fc.asyncProperty(anyTitles, async (titles) => {
      const zip = await writeZip(trakt.write(titles), new Date(0));
      const { entries, problems } = await readAll({ name: 'trakt.zip', bytes: zip }, HISTORY_FORMATS);
      assert.deepEqual(problems, []);
      for (const own of titles) {
        const of = entries.filter(
          (entry) => idOf('tmdb')(entry) === numberOf(own) && entry.readings[0]?.kind === own.show.kind,
        );
        assert.deepEqual(
          of.flatMap(({ watched }) => watched?.on ?? []).sort(),
          own.diary.map(({ watchedOn }) => watchedOn),
        );
        const rated = of.find(({ rating, review }) => rating !== undefined && review === undefined)?.rating;
        assert.equal(rated?.value, own.watch?.rating === undefined ? undefined : own.watch.rating * 2);
        assert.equal(
          of.some(({ state }) => state === 'planned'),
          own.watch?.state === 'planned',
        );
        assert.equal(of.filter(({ review }) => review !== undefined).length, own.reviews.length);
        assert.ok(of.every(({ readings }) => readings[0]?.name === own.show.title));
      }
    }),
    { numRuns: 40 },
  ));

test('IMDb: ratings and the watch list come back', () =>
  fc.assert(
    fc.asyncProperty(anyTitles, async (titles) => {
      const [ratings, watchlist] = imdb.write(titles);
      const rated = (await readAll(ratings!, HISTORY_FORMATS)).entries;
      const wanted = titles.filter(({ watch }) => watch?.rating !== undefined);
      assert.deepEqual(
        rated.map((entry) => [
          idOf('imdb')(entry),
          entry.rating?.value,
          entry.readings[0]?.kind,
          entry.readings[0]?.name,
        ]),
        wanted.map(({ show, watch }) => [
          show.outsideIds[0]?.value,
          (watch?.rating ?? 0) * 2,
          show.kind,
          show.title,
        ]),
      );
      const planned = titles.filter(({ watch }) => watch?.state === 'planned');
      const listed = (await readAll(watchlist!, HISTORY_FORMATS)).entries;
      assert.deepEqual(
        listed.map(idOf('imdb')),
        planned.map(({ show }) => show.outsideIds[0]?.value),
      );
    }),
    { numRuns: 40 },
  ));

test('MyAnimeList: states, scores and days come back', () =>
  fc.assert(
    fc.asyncProperty(anyTitles, async (titles) => {
      const [file] = myanimelist.write(titles);
      const { entries, problems } = await readAll(file!, HISTORY_FORMATS);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        entries.map((entry) => [
          idOf('mal')(entry),
          entry.state,
          entry.rating?.value,
          entry.readings[0]?.name,
        ]),
        titles.map((own) => [
          numberOf(own),
          own.watch?.state,
          own.watch?.rating && own.watch.rating * 2,
          own.show.title,
        ]),
      );
    }),
    { numRuns: 40 },
  ));

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const [film] = fc.sample(
  anyOwn.filter(({ show }) => show.kind === 'film'),
  { numRuns: 1, seed: 7 },
);
const titled = (more: Partial<OwnTitle>): OwnTitle => ({
  ...film!,
  show: { ...film!.show, title: 'Harbour' },
  ...more,
});

test('Letterboxd: a row for each viewing, series left out, files of at most 1 MB, each with its header', () => {
  const seen = titled({
    watch: { ...film!.watch!, state: 'done', rating: 4.5 },
    diary: [
      { id: 'a', showId: film!.show.id, watchedOn: '2020-01-01', isRewatch: false },
      { id: 'b', showId: film!.show.id, watchedOn: '2024-02-29', isRewatch: true },
    ],
    reviews: [{ id: 'r' as ReviewId, showId: film!.show.id, text: 'Warm, "funny".', isSample: false }],
  });
  const series = { ...seen, show: { ...seen.show, kind: 'series' as const } };
  const [one] = letterboxd.write([seen, series]);
  const lines = text(one?.bytes).split('\r\n');
  assert.equal(lines[0], 'imdbID,tmdbID,Title,Year,Directors,Rating,WatchedDate,Rewatch,Review');
  assert.match(lines[1] ?? '', /Harbour,2020,Someone,,2020-01-01,,$/);
  assert.match(lines[2] ?? '', /Harbour,2020,Someone,4\.5,2024-02-29,Yes,"Warm, ""funny""\."$/);
  assert.equal(lines.length, 4);
  const long = titled({ reviews: [{ ...seen.reviews[0]!, text: 'word '.repeat(60_000) }], diary: [] });
  const files = letterboxd.write(Array.from({ length: 8 }, () => ({ ...long, watch: seen.watch! })));
  assert.equal(files.length, 3);
  for (const { bytes } of files) {
    assert.ok(bytes.length <= 1_000_000);
    assert.match(text(bytes), /^imdbID,/);
  }
});

test('Yamtrack and NeoDB: the rows that they expect', () => {
  const own = titled({ watch: { ...film!.watch!, state: 'watching', rating: 3 }, diary: [], reviews: [] });
  const [, number = ''] = /movie\/(\d+)/.exec(own.show.outsideIds[1]?.value ?? '') ?? [];
  assert.match(
    text(yamtrack.write([own])[0]?.bytes),
    new RegExp(`\r\n${number},tmdb,movie,Harbour,,,,6,0,In progress,`),
  );
  const marks = neodb.write([own]).find(({ name }) => name === 'movie_mark.csv');
  assert.match(
    text(marks?.bytes),
    /Harbour,year:2020 kind:film,https:.*,2026-11-21T10:00:00.000Z,progress,6,,\r\n$/,
  );
});
