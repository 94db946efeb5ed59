// Histories from elsewhere on both engines: nothing lost, nothing doubled, all of it taken back by one undo.
import assert from 'node:assert/strict';
import { onGuides, shelve } from '../../tests/guides.ts';
import { listShows } from '../../tests/store/list-shows.ts';
import type { ShowId } from '../core/show.ts';
import { writeZip } from '../exchange/zip.ts';
import { listDiary } from '../store/diaries.ts';
import { listImportChoices, listImports, unresolvedRows } from '../store/imports.ts';
import { listListItems } from '../store/lists.ts';
import { listReadings } from '../store/readings.ts';
import { listReviews } from '../store/reviews.ts';
import { listWatches } from '../store/watches.ts';
import { bringIn } from './bring-in.ts';
import type { Guide } from './guide.ts';
import type { Decision, HistoryOptions, HistoryReport } from './history-report.ts';
import { keep } from './keep.ts';
import { undo } from './undo.ts';

type Wish = HistoryOptions & { readonly isPreview?: boolean };

async function bring(guide: Guide, text: string | Uint8Array, wish: Wish = {}): Promise<HistoryReport> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const brought = await bringIn(guide, { name: 'history', bytes, ...wish });
  assert.equal(brought.kind, 'history');
  return (brought as { readonly report: HistoryReport }).report;
}

const zip = (members: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  writeZip(
    Object.entries(members).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    new Date('2026-01-01T00:00:00Z'),
  );

/** Everything that a history can touch. */
async function everything({ store: { db }, me }: Guide) {
  return {
    shows: await listShows(db),
    diary: await listDiary(db, me),
    watches: await listWatches(db, me),
    reviews: await listReviews(db),
    readings: (await listReadings(db)).map(({ reviewId }) => reviewId),
    lists: await listListItems(db, me),
    imports: await listImports(db, me),
    unresolved: await unresolvedRows(db, me),
    choices: await listImportChoices(db, me),
  };
}

const NETFLIX = [
  'Title,Date',
  '"Harbour: Season 2: Fog","15/3/24"',
  '"Harbour: Season 1: Salt","14/3/24"',
  '"Roof","13/3/24"',
  '"Roof","13/3/24"',
];

onGuides('the same file again brings nothing, a longer one only what is new', async (guide) => {
  await shelve(guide, 'Harbour', { kind: 'series' });
  const first = await bring(guide, NETFLIX.join('\n'));
  assert.deepEqual(first.rows, { added: 4, changed: 0, same: 0, waiting: 0, left: 0 });
  assert.deepEqual([first.diary, first.shows, first.watches.added], [4, 1, 2]);
  const before = await everything(guide);
  assert.deepEqual(
    before.diary.map(({ season, episodeTitle, numbering }) => [season, episodeTitle, numbering])[0],
    [2, 'Fog', 'netflix'],
  );

  const again = await bring(guide, NETFLIX.join('\n'));
  assert.deepEqual(again.rows, { added: 0, changed: 0, same: 4, waiting: 0, left: 0 });
  assert.deepEqual([again.diary, again.shows, again.watches], [0, 0, { added: 0, changed: 0 }]);
  assert.deepEqual((await everything(guide)).diary, before.diary);

  const longer = [...NETFLIX.slice(0, 1), '"Harbour: Season 2: Calm","16/3/24"', ...NETFLIX.slice(1)];
  const more = await bring(guide, longer.join('\n'));
  assert.deepEqual([more.rows.added, more.rows.same, more.diary], [1, 4, 1]);
});

onGuides('a preview keeps nothing and says the same as keeping', async (guide) => {
  await shelve(guide, 'Harbour', { kind: 'series' });
  const before = await everything(guide);
  const preview = await bring(guide, NETFLIX.join('\n'), { isPreview: true });
  assert.deepEqual(await everything(guide), before);
  const kept = await bring(guide, NETFLIX.join('\n'));
  const told = ({ rows, diary, shows, watches, reviews, listItems, problems }: HistoryReport) => ({
    rows,
    diary,
    shows,
    watches,
    reviews,
    listItems,
    problems,
  });
  assert.deepEqual(told(preview), told(kept));
});

const LETTERBOXD = {
  'diary.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-03-02,Roof,2019,https://boxd.it/a1,4.5,Yes,,2024-03-01\n',
  'reviews.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n2024-03-02,Roof,2019,https://boxd.it/a1,4.5,Yes,"It is a gripping film, and the acting is superb.",,2024-03-01\n',
  'ratings.csv':
    'Date,Name,Year,Letterboxd URI,Rating\n2024-03-02,Roof,2019,https://boxd.it/f1,4.5\n2024-01-01,Salt,2020,https://boxd.it/f2,2\n',
  'watchlist.csv': 'Date,Name,Year,Letterboxd URI\n2024-04-01,Fog,2021,https://boxd.it/f3\n',
  'likes/films.csv': 'Date,Name,Year,Letterboxd URI\n2024-03-02,Roof,2019,https://boxd.it/f1\n',
  'deleted/diary.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2020-01-01,Gone,2001,https://boxd.it/d1,1,,,2020-01-01\n',
  'lists/sea.csv':
    'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-01,By the sea,,https://boxd.it/l1,\n\nPosition,Name,Year,URL,Description\n1,Salt,2020,https://boxd.it/f2,\n2,Roof,2019,https://boxd.it/f1,\n',
  'profile.csv': 'Date Joined,Username\n2020-01-01,someone\n',
};

onGuides(
  'an archive: one viewing told twice is one, reviews are read, lists and likes come along',
  async (guide) => {
    const report = await bring(guide, await zip(LETTERBOXD));
    assert.equal(report.format, 'letterboxd');
    assert.deepEqual([report.diary, report.reviews.added, report.listItems, report.shows], [1, 1, 2, 3]);
    const { diary, watches, reviews, readings, lists, shows } = await everything(guide);
    const named = new Map(shows.map(({ id, title }) => [id, title]));
    assert.deepEqual(
      diary.map(({ watchedOn, isRewatch, rating }) => [watchedOn, isRewatch, rating]),
      [['2024-03-01', true, 4.5]],
    );
    assert.deepEqual(
      watches.map(({ showId, state, rating, isLiked }) => [named.get(showId), state, rating, isLiked]).sort(),
      [
        ['Fog', 'planned', undefined, undefined],
        ['Roof', 'done', 4.5, true],
        ['Salt', 'done', 2, undefined],
      ],
    );
    assert.deepEqual(
      readings,
      reviews.map(({ id }) => id),
    );
    assert.deepEqual(
      lists.map(({ list, showId }) => [list, named.get(showId)]),
      [
        ['By the sea', 'Salt'],
        ['By the sea', 'Roof'],
      ],
    );
  },
);

onGuides('one undo takes back a whole import, also one that changed what was there', async (guide) => {
  const roof = await shelve(guide, 'Roof', { kind: 'film', year: 2019 });
  await keep(guide, roof.id, { state: 'planned', note: 'Later' });
  const start = await everything(guide);
  await bring(guide, await zip(LETTERBOXD));
  const middle = await everything(guide);
  const changed = {
    ...LETTERBOXD,
    'ratings.csv': LETTERBOXD['ratings.csv'].replace('f2,2', 'f2,5'),
    'reviews.csv': LETTERBOXD['reviews.csv'].replace('superb', 'dull'),
  };
  const report = await bring(guide, await zip(changed));
  assert.deepEqual([report.rows.changed, report.rows.added], [2, 0]);
  const after = await everything(guide);
  assert.equal(after.watches.find(({ rating }) => rating === 5) !== undefined, true);
  assert.match(after.reviews[0]?.text ?? '', /dull/);
  await undo(guide);
  assert.deepEqual(await everything(guide), middle);
  await undo(guide);
  assert.deepEqual(await everything(guide), start);
});

onGuides('what was changed here since is not overwritten', async (guide) => {
  await bring(guide, await zip(LETTERBOXD));
  const salt = [...guide.shelf.shows.values()].find(({ title }) => title === 'Salt')!;
  await keep(guide, salt.id, { rating: 3.5, state: 'watching' });
  const changed = { ...LETTERBOXD, 'ratings.csv': LETTERBOXD['ratings.csv'].replace('f2,2', 'f2,5') };
  await bring(guide, await zip(changed));
  const entry = (await listWatches(guide.store.db, guide.me)).find(({ showId }) => showId === salt.id);
  assert.deepEqual([entry?.rating, entry?.state], [3.5, 'watching']);
});

const trakt = (title: string, ids: object) =>
  JSON.stringify([
    {
      id: 7,
      watched_at: '2024-03-01T20:00:00.000Z',
      action: 'watch',
      type: 'movie',
      movie: { title, year: 2019, ids },
    },
  ]);

onGuides(
  'ids are learned: the next service is matched by them, and a viewing told twice is one',
  async (guide) => {
    const roof = await shelve(guide, 'Roof', { kind: 'film', year: 2019 });
    await bring(guide, trakt('Roof', { trakt: 5, imdb: 'tt123', tmdb: 77 }));
    assert.deepEqual(guide.shelf.shows.get(roof.id)?.outsideIds, [
      { service: 'imdb', value: 'tt0000123' },
      { service: 'tmdb', value: 'movie/77' },
      { service: 'trakt', value: 'movies/5' },
    ]);
    const report = await bring(
      guide,
      'title,year,tmdbId,imdbId,watchedAt,comment,location\nDas Dach,2019,77,tt0000123,2024-03-01,,\n',
    );
    assert.deepEqual(
      report.titles.map(({ match }) => [match.kind, match.kind === 'certain' && match.why]),
      [['certain', 'id']],
    );
    assert.deepEqual([report.rows.added, report.diary], [1, 0]);
    assert.equal((await listDiary(guide.store.db, guide.me)).length, 1);
    await undo(guide);
    await undo(guide);
    assert.deepEqual(guide.shelf.shows.get(roof.id)?.outsideIds, []);
  },
);

onGuides('a choice is remembered, a title can be left or be a new one', async (guide) => {
  const [old, young] = [
    await shelve(guide, 'Roof', { kind: 'film', year: 1980 }),
    await shelve(guide, 'Roof', { kind: 'film', year: 2019 }),
  ];
  const rows = 'Title,Date\n"Roof","13/3/24"\n"Salt","14/3/24"\n';
  const preview = await bring(guide, rows, { isPreview: true });
  const keyOf = (name: string) => preview.titles.find((title) => title.name === name)!.key;
  assert.deepEqual(
    preview.titles.map(({ name, outcome }) => [name, outcome]),
    [
      ['Roof', 'waiting'],
      ['Salt', 'new'],
    ],
  );
  const decisions = new Map<string, Decision>([
    [keyOf('Roof'), { kind: 'show', showId: young.id }],
    [keyOf('Salt'), { kind: 'leave' }],
  ]);
  const kept = await bring(guide, rows, { decisions });
  assert.deepEqual([kept.rows.added, kept.rows.left, kept.shows], [1, 1, 0]);
  const more = await bring(guide, `${rows}"Roof","15/3/24"\n`);
  assert.deepEqual([more.rows.added, more.rows.same], [1, 2]);
  const watched = new Set((await listDiary(guide.store.db, guide.me)).map(({ showId }) => showId));
  assert.deepEqual([...watched], [young.id]);
  assert.equal(watched.has(old.id as ShowId), false);
});

onGuides('rows that wait are brought in by a later import that knows better', async (guide) => {
  const rows = 'Title,Date\n"Salt","14/3/24"\n';
  await bring(guide, rows, { unknown: 'leave' });
  assert.equal((await unresolvedRows(guide.store.db, guide.me)).length, 1);
  await shelve(guide, 'Salt', { kind: 'film' });
  const later = await bring(guide, rows, { unknown: 'leave' });
  assert.deepEqual([later.rows.added, later.diary], [1, 1]);
  assert.equal((await unresolvedRows(guide.store.db, guide.me)).length, 0);
});
