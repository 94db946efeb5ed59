// What one follows: the next episode across seasons, the calendar and its secret address, on both engines.
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { onGuides, shelve } from '../../tests/guides.ts';
import type { ShowId } from '../core/show.ts';
import { saveSeasons } from '../store/seasons.ts';
import {
  airings,
  calendarFile,
  calendarSecret,
  makeCalendarAddress,
  revokeCalendarAddress,
  shiftDay,
} from './calendar.ts';
import { diary } from './diary.ts';
import type { Guide } from './guide.ts';
import { keep } from './keep.ts';
import { followedShows } from './progress.ts';
import { undo } from './undo.ts';
import { diaryOfEpisodes, watchAgain, watchEpisode, watchNext } from './watch-episode.ts';

// The clock of these guides stands at noon of 2026-11-22.
const SEASONS = [
  {
    number: 1,
    episodes: [
      { number: 1, title: 'The harbour', airedOn: '2026-11-09', minutes: 65 },
      { number: 2, title: 'The lamp', airedOn: '2026-11-16', minutes: 65 },
    ],
  },
  {
    number: 2,
    episodes: [
      { number: 1, title: 'Return', airedOn: '2026-11-23', airsAt: '2026-11-23T09:00:00.000Z', minutes: 70 },
      { number: 2, airedOn: '2026-11-30' },
    ],
  },
];

async function lamplight(guide: Guide, seasons = SEASONS): Promise<ShowId> {
  const { id } = await shelve(guide, 'Lamplight', { year: 2026, episodes: 2 });
  await saveSeasons(guide.store.db, { showId: id, source: 'tvmaze', seasons });
  return id;
}
const progress = async (guide: Guide) => {
  const [one] = await followedShows(guide);
  const { seenCount, airedCount, allCount, next } = one?.progress ?? {};
  return [
    one?.entry.season,
    one?.entry.episode,
    seenCount,
    airedCount,
    allCount,
    next && `${next.season}x${next.episode}`,
  ];
};

onGuides('one episode after the other, across seasons, each with its line in the diary', async (guide) => {
  const id = await lamplight(guide);
  await watchNext(guide, id);
  assert.deepEqual(await progress(guide), [1, 1, 1, 2, 4, '1x2']);
  await watchNext(guide, id, { rating: 4.5, note: ' Bright. ' });
  assert.deepEqual(await progress(guide), [1, 2, 2, 2, 4, '2x1']);
  await watchNext(guide, id);
  await watchNext(guide, id);
  assert.deepEqual(await progress(guide), [2, 2, 4, 2, 4, undefined]);
  await assert.rejects(watchNext(guide, id), /no episode .* after/);
  const lines = (await diaryOfEpisodes(guide, id)).get('1×2');
  assert.deepEqual(
    lines?.map(({ rating, note, episodeTitle, numbering }) => [rating, note, episodeTitle, numbering]),
    [[4.5, 'Bright.', 'The lamp', 'tvmaze']],
  );
  await undo(guide);
  assert.deepEqual(await progress(guide), [2, 1, 3, 2, 4, '2x2']);
  assert.equal((await diary(guide)).length, 3);
});

onGuides('an earlier episode is noted without moving back; a later one moves on', async (guide) => {
  const id = await lamplight(guide);
  await watchEpisode(guide, id, { season: 2, episode: 1 });
  await watchEpisode(guide, id, { season: 1, episode: 1, watchedOn: '2026-11-10' });
  assert.deepEqual(await progress(guide), [2, 1, 3, 2, 4, '2x2']);
  await assert.rejects(watchEpisode(guide, id, { season: 2, episode: 2, rating: 9 }), /rating of 9/);
  assert.equal((await diary(guide)).length, 2);
});

onGuides('where no source numbers it, episodes are counted', async (guide) => {
  const { id } = await shelve(guide, 'Plain', { episodes: 2 });
  await watchNext(guide, id);
  await watchNext(guide, id);
  await assert.rejects(watchNext(guide, id), /has 2 episodes, not 3/);
  const [one] = await followedShows(guide);
  assert.deepEqual([one?.entry.season, one?.entry.episode, one?.progress], [undefined, 2, undefined]);
});

onGuides('watching again begins at the first episode and says so in the diary', async (guide) => {
  const id = await lamplight(guide);
  await keep(guide, id, { state: 'done', finishedOn: '2026-11-20' });
  await watchAgain(guide, id);
  const { entry } = await watchNext(guide, id);
  assert.deepEqual([entry.season, entry.episode, entry.isRewatch], [1, 1, true]);
  const [one] = await followedShows(guide);
  assert.deepEqual(
    [one?.entry.rewatches, one?.entry.state, one?.entry.finishedOn],
    [1, 'watching', undefined],
  );
});

onGuides('the calendar holds what is followed, between two days', async (guide) => {
  const id = await lamplight(guide);
  assert.deepEqual(await airings(guide, { from: '2026-01-01', to: '2027-12-31' }), []);
  await keep(guide, id, { state: 'watching', season: 1, episode: 1 });
  const coming = await airings(guide, { from: '2026-11-16', to: '2026-11-30' });
  assert.deepEqual(
    coming.map(({ day, at, isSeen, isPremiere }) => [day, at, isSeen, isPremiere]),
    [
      ['2026-11-16', undefined, false, false],
      ['2026-11-23', '2026-11-23T09:00:00.000Z', false, true],
      ['2026-11-30', undefined, false, false],
    ],
  );
  await keep(guide, id, { state: 'dropped' });
  assert.deepEqual(await airings(guide, { from: '2026-01-01', to: '2027-12-31' }), []);
  assert.equal(shiftDay('2026-12-31', 1), '2027-01-01');
  assert.equal(shiftDay('2024-03-01', -1), '2024-02-29');
});

onGuides('the calendar file is read at its secret address until that is revoked', async (guide) => {
  const id = await lamplight(guide);
  await keep(guide, id, { state: 'watching' });
  assert.equal(await calendarSecret(guide), undefined);
  assert.equal(await calendarFile(guide, ''), undefined);
  const secret = await makeCalendarAddress(guide);
  assert.ok(secret.length >= 32);
  const events = async (at: string) => {
    const file = await calendarFile(guide, at);
    if (file === undefined) return undefined;
    const vcalendar = new ICAL.Component(ICAL.parse(file));
    return vcalendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };
  const first = await events(secret);
  assert.deepEqual(
    first?.map(({ summary, startDate }) => [summary, startDate.toString()]),
    [
      ['Lamplight 1×01 · The harbour', '2026-11-09'],
      ['Lamplight 1×02 · The lamp', '2026-11-16'],
      ['Lamplight 2×01 · Return', '2026-11-23T09:00:00Z'],
      ['Lamplight 2×02', '2026-11-30'],
    ],
  );
  assert.equal(await calendarFile(guide, secret), await calendarFile(guide, secret));
  assert.equal(await events(`${secret}x`), undefined);

  const moved = SEASONS.map((season) => ({
    ...season,
    episodes: season.episodes.map((episode) =>
      episode.airedOn === '2026-11-30' ? { ...episode, airedOn: '2026-12-07' } : episode,
    ),
  }));
  await saveSeasons(guide.store.db, { showId: id, source: 'tvmaze', seasons: moved });
  const again = await makeCalendarAddress(guide);
  assert.equal(await calendarFile(guide, secret), undefined);
  const second = await events(again);
  assert.deepEqual(
    second?.map(({ uid }) => uid),
    first?.map(({ uid }) => uid),
  );
  assert.deepEqual(
    second?.map(({ sequence }) => sequence),
    [0, 0, 0, 1],
  );
  await revokeCalendarAddress(guide);
  assert.equal(await calendarFile(guide, again), undefined);
});
