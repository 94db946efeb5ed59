// Run On as if a source had told of it: episodes around today, its words, a calendar's address.
import type { ShowId } from '../../src/core/show.ts';
import { makeCalendarAddress, shiftDay } from '../../src/guide/calendar.ts';
import { today } from '../../src/guide/dates.ts';
import { getShow } from '../../src/guide/find-show.ts';
import { change, type Guide } from '../../src/guide/guide.ts';
import { keepSourced } from '../../src/guide/keep-sourced.ts';

const RUN_ON = 'run-on-2020' as ShowId;

export async function followRunOn(guide: Guide): Promise<void> {
  const show = getShow(guide, RUN_ON);
  const day = today(guide.now());
  const episodes = Array.from({ length: 16 }, (_, index) => ({
    number: index + 1,
    title: `Lap ${index + 1}`,
    airedOn: shiftDay(day, (index - 4) * 7),
    minutes: 70,
    ...(index === 5 ? { airsAt: `${shiftDay(day, 7)}T12:00:00.000Z` } : {}),
  }));
  await change(guide, (tx) =>
    keepSourced(guide, tx, {
      show,
      source: 'tvmaze',
      details: {
        id: '1',
        kind: 'series',
        title: show.title,
        names: [],
        countries: ['KR'],
        genres: [],
        networks: ['Harbour TV'],
        platforms: ['Streamly'],
        credits: [],
        outsideIds: [],
        offers: [],
        summary: 'A sprinter and a translator learn each other’s language.',
        page: 'https://www.tvmaze.com/shows/1',
        seasons: [
          { number: 1, episodes },
          { number: 2, title: 'Overtime', episodes: [{ number: 1, airedOn: shiftDay(day, 100) }] },
        ],
      },
    }),
  );
  await makeCalendarAddress(guide);
}
