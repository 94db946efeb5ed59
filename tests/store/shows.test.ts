// Shows and the people in them: paging, look-up, replacing, deleting, who is the same person.
import assert from 'node:assert/strict';
import type { CreditedId, Show } from '../../src/core/show.ts';
import { creditedIdOf, findCredited, listCredited } from '../../src/store/people.ts';
import { insertReviews, reviewsOfShow } from '../../src/store/reviews.ts';
import { listSeasons, saveSeasons } from '../../src/store/seasons.ts';
import {
  countShows,
  deleteShow,
  eachPageOfShows,
  findShow,
  findShowIdByOutsideId,
  insertShows,
  listShows,
  listShowsByIds,
  updateShow,
} from '../../src/store/shows.ts';
import { onBothEngines } from './engines.ts';
import { makeReview, makeShow, showId } from './made.ts';

const idsOf = (shows: readonly Show[]): string[] => shows.map(({ id }) => id);

onBothEngines('listing is in order of code points, whole, by page and by id', async ({ db }) => {
  const ids = ['b', 'B', 'a', 'ä', '런온', 'Z', '10', '9', '_', 'é'];
  await insertShows(
    db,
    ids.map((id) => makeShow(id, { credits: [{ name: `Actor of ${id}`, role: 'actor' }] })),
  );
  const inOrder = ['10', '9', 'B', 'Z', '_', 'a', 'b', 'ä', 'é', '런온'];
  const all = await listShows(db);
  assert.deepEqual(idsOf(all), inOrder);
  const pages: (readonly Show[])[] = [];
  for await (const page of eachPageOfShows(db, 3)) pages.push(page);
  assert.deepEqual(
    pages.map((page) => page.length),
    [3, 3, 3, 1],
  );
  assert.deepEqual(pages.flat(), all);
  assert.deepEqual(await listShowsByIds(db, [showId('é'), showId('10'), showId('none'), showId('10')]), [
    all[0],
    all[8],
  ]);
  assert.deepEqual(await listShows(db, { after: showId('런온') }), []);
});

onBothEngines('a count is a number', async ({ db }) => {
  assert.equal(await countShows(db), 0);
  await insertShows(db, [makeShow('one'), makeShow('two')]);
  assert.equal(await countShows(db), 2);
});

onBothEngines('many shows go in at once, more than one statement holds', async ({ db }) => {
  const shows = Array.from({ length: 700 }, (_, index) =>
    makeShow(String(index).padStart(4, '0'), {
      names: [
        { text: `Name ${index}`, kind: 'title', script: 'Latn' },
        { text: `이름 ${index}`, kind: 'native', script: 'Hang', language: 'ko' },
      ],
      credits: Array.from({ length: 9 }, (_, place) => ({
        name: `Person ${(index * 7 + place) % 1500}`,
        role: 'actor' as const,
        personId: creditedIdOf(`Person ${(index * 7 + place) % 1500}`),
        ...(place % 2 === 0 ? { character: `Part ${place}` } : {}),
      })),
    }),
  );
  await insertShows(db, shows);
  assert.deepEqual(await listShows(db), shows);
});

onBothEngines('an id that exists is refused and nothing of the batch is kept', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  await assert.rejects(insertShows(db, [makeShow('two'), makeShow('one', { title: 'Other' })]));
  assert.deepEqual(idsOf(await listShows(db)), ['one']);
  assert.equal((await findShow(db, showId('one')))?.title, 'Title of one');
});

onBothEngines('whole numbers only, on either engine', async ({ db }) => {
  await assert.rejects(insertShows(db, [makeShow('one', { year: 2020.5 })]));
  await assert.rejects(insertShows(db, [makeShow('one', { minutes: 1e30 })]));
  assert.equal(await countShows(db), 0);
});

onBothEngines('updating replaces all parts; deleting takes what hangs on it', async ({ db }) => {
  const id = showId('one');
  await insertShows(db, [
    makeShow('one', { year: 2020, outsideIds: [{ service: 'imdb', value: 'tt1' }] }),
    makeShow('two'),
  ]);
  await insertReviews(db, [makeReview('r', 'one')]);
  const changed = makeShow('one', { title: 'Run On', outsideIds: [{ service: 'imdb', value: 'tt2' }] });
  assert.equal(await updateShow(db, changed), true);
  assert.deepEqual(await findShow(db, id), changed);
  assert.equal(await findShowIdByOutsideId(db, { service: 'imdb', value: 'tt1' }), undefined);
  assert.equal(await findShowIdByOutsideId(db, { service: 'imdb', value: 'tt2' }), id);
  assert.equal(await findShowIdByOutsideId(db, { service: 'tmdb', value: 'tt2' }), undefined);
  assert.equal(await updateShow(db, makeShow('none')), false);
  assert.equal(await deleteShow(db, id), true);
  assert.equal(await findShow(db, id), undefined);
  assert.deepEqual(await reviewsOfShow(db, id), []);
  assert.equal(await deleteShow(db, id), false);
  assert.deepEqual(idsOf(await listShows(db)), ['two']);
});

onBothEngines('the same name is the same person unless an id says otherwise', async ({ db }) => {
  const other = 'another-lee' as CreditedId;
  await insertShows(db, [
    makeShow('one', { credits: [{ name: 'Lee Do Hyun', role: 'actor', character: 'Woo-young' }] }),
    makeShow('two', { credits: [{ name: 'Lee Do Hyun', role: 'director' }] }),
  ]);
  await insertShows(db, [
    makeShow('three', {
      credits: [
        { name: 'Lee Do Hyun', role: 'composer', personId: other },
        { name: 'Do-hyun Lee', role: 'writer', personId: creditedIdOf('Lee Do Hyun') },
      ],
    }),
  ]);
  assert.deepEqual(await findCredited(db, creditedIdOf('Lee Do Hyun')), {
    id: creditedIdOf('Lee Do Hyun'),
    name: 'Lee Do Hyun',
    credits: [
      { showId: 'one', role: 'actor', character: 'Woo-young' },
      { showId: 'three', role: 'writer', creditedAs: 'Do-hyun Lee' },
      { showId: 'two', role: 'director' },
    ],
  });
  assert.equal((await findCredited(db, other))?.credits.length, 1);
  assert.equal(await findCredited(db, 'nobody' as CreditedId), undefined);
  const everyone = await listCredited(db);
  assert.equal(everyone.length, 2);
  assert.deepEqual(await listCredited(db, { after: everyone[0]!.id, limit: 5 }), [everyone[1]]);
});

onBothEngines('seasons are kept per source and replaced per source', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const id = showId('one');
  const two = [
    { number: 1, title: 'Part 1', episodeCount: 2, episodes: [{ number: 1, title: 'Start', minutes: 70 }] },
    { number: 2, firstAired: '2021-01-01', episodes: [{ number: 1, airedOn: '2021-01-01' }] },
  ];
  const one = [{ number: 1, episodes: [{ number: 2 }, { number: 10 }] }];
  await saveSeasons(db, { showId: id, source: 'tvmaze', seasons: two });
  await saveSeasons(db, { showId: id, source: 'person', seasons: two });
  await saveSeasons(db, { showId: id, source: 'person', seasons: one });
  const plain = (await listSeasons(db, id)).map(({ source, seasons }) => ({
    source,
    seasons: seasons.map((season) => ({
      ...season,
      episodes: season.episodes.map(({ revision: _, changedAt: __, ...episode }) => episode),
    })),
  }));
  assert.deepEqual(plain, [
    { source: 'person', seasons: one },
    { source: 'tvmaze', seasons: two },
  ]);
  await deleteShow(db, id);
  assert.deepEqual(await listSeasons(db, id), []);
});

onBothEngines('an episode counts its revisions, and only its own', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const save = (airedOn: string) =>
    saveSeasons(db, {
      showId: showId('one'),
      source: 'tvmaze',
      seasons: [
        {
          number: 1,
          episodes: [
            { number: 1, title: 'Same' },
            { number: 2, airedOn },
          ],
        },
      ],
    });
  const kept = async () => (await listSeasons(db, showId('one')))[0]?.seasons[0]?.episodes ?? [];
  await save('2026-11-22');
  const first = await kept();
  await save('2026-11-22');
  assert.deepEqual(await kept(), first);
  await save('2026-11-29');
  const moved = await kept();
  assert.deepEqual(
    moved.map(({ revision }) => revision),
    [0, 1],
  );
  assert.equal(moved[0]?.changedAt, first[0]?.changedAt);
});
