// Titles of a file brought into a filled guide: which take over the starter's entry, and what stays.
import assert from 'node:assert/strict';
import { onGuides } from '../../tests/guides.ts';
import type { Show, ShowId } from '../core/show.ts';
import { insertShows } from '../store/shows.ts';
import { addReview } from './add-review.ts';
import { editShow } from './add-show.ts';
import { answer } from './answer.ts';
import { change, type Guide } from './guide.ts';
import { importFile } from './import-file.ts';
import { keep, watchList } from './keep.ts';
import { openShow } from './open-show.ts';
import { bareShow } from './show-input.ts';

const RUN_ON: Show = {
  ...bareShow('run-on-2020' as ShowId),
  title: 'Run On',
  names: [
    { text: 'Run On', kind: 'title' },
    { text: '런 온', kind: 'native' },
  ],
  year: 2020,
  countries: ['KR'],
  credits: [{ name: 'Im Si-wan', role: 'actor' }],
  ageRating: 'TV-14',
  source: 'starter',
};

const fill = (guide: Guide, shows: readonly Show[]) => change(guide, (tx) => insertShows(tx, shows));

function bring(guide: Guide, ...shows: readonly object[]) {
  const lines = shows.map((show) => JSON.stringify({ kind: 'series', people: [], ...show })).join('\n');
  return importFile(guide, {
    name: 'shows.jsonl',
    bytes: new TextEncoder().encode(lines),
    as: 'runon-shows',
  });
}

onGuides('the same show takes over the entry with all that hangs on it, once', async (guide) => {
  await fill(guide, [RUN_ON]);
  const review = await addReview(guide, { showId: RUN_ON.id, text: 'Warm and funny.' });
  await keep(guide, RUN_ON.id, { rating: 4.5 });
  const brought = {
    id: 'ro',
    title: 'Run On',
    year: 2021,
    episodes: 16,
    people: [{ name: 'Siwan Im', role: 'actor' }],
  };
  assert.deepEqual((await bring(guide, brought)).shows, { added: 0, changed: 1, same: 0 });
  assert.deepEqual([...guide.shelf.shows.keys()], ['ro']);
  const { show, reviews } = await openShow(guide, 'ro' as ShowId);
  assert.deepEqual([show.year, show.episodes, show.ageRating, show.countries], [2021, 16, 'TV-14', ['KR']]);
  assert.deepEqual(
    [reviews.map(({ id }) => id), show.credits.map(({ name }) => name)],
    [[review.id], ['Siwan Im']],
  );
  assert.deepEqual(
    (await watchList(guide)).map(({ entry }) => [entry.showId, entry.rating]),
    [['ro', 4.5]],
  );
  assert.equal(answer(guide, '런 온').picks[0]?.showId, 'ro');
  assert.deepEqual((await bring(guide, brought)).shows, { added: 0, changed: 0, same: 1 });
});

onGuides('a doubt makes a show of its own', async (guide) => {
  const people = [{ name: 'Im Si-wan', role: 'actor' }];
  await fill(guide, [
    RUN_ON,
    { ...RUN_ON, id: 'edited' as ShowId, title: 'Misaeng', names: [{ text: 'Misaeng', kind: 'title' }] },
  ]);
  await editShow(guide, 'edited' as ShowId, { episodes: 20 });
  const others = [
    { id: 'kind', title: 'Run On', kind: 'film', year: 2020, people },
    { id: 'year', title: 'Run On', year: 2018, people },
    { id: 'cast', title: 'Run On', year: 2020, people: [{ name: 'Tom Hanks', role: 'actor' }] },
    { id: 'bare', title: 'Run On' },
    { id: 'name', title: 'Run Off', year: 2020, people },
    { id: 'mine', title: 'Misaeng', year: 2020, people },
  ];
  assert.deepEqual((await bring(guide, ...others)).shows, { added: 6, changed: 0, same: 0 });
  assert.equal(guide.shelf.shows.get('edited' as ShowId)?.episodes, 20);
  // Two that both fit: the first has it.
  const twins = ['one', 'two'].map((id) => ({ id, title: 'Run On', year: 2020, people }));
  assert.deepEqual((await bring(guide, ...twins)).shows, { added: 1, changed: 1, same: 0 });
});
