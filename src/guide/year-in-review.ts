// A year of the diary with what the guide knows of each title: how long, from where, what reviewers felt.
import type { Numbering } from '../core/episodes.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { DiaryEntry } from '../core/watching.ts';
import { figuresOf, type Viewing, type YearFigures } from '../core/year.ts';
import { listDiary } from '../store/diaries.ts';
import { listSeasonsOf } from '../store/seasons.ts';
import type { Guide } from './guide.ts';

export type YearOfMine = YearFigures & {
  /** Every year that has a line in the diary, the last first. */
  readonly years: readonly number[];
  readonly shows: ReadonlyMap<string, Show>;
};

export async function yearInReview(guide: Guide, year: number): Promise<YearOfMine> {
  const { shelf, store, me } = guide;
  const diary = await listDiary(store.db, me);
  const years = [...new Set(diary.map(({ watchedOn }) => Number(watchedOn.slice(0, 4))))];
  const own = diary.filter(({ watchedOn }) => watchedOn.startsWith(`${year}-`));
  const ids = [...new Set(own.map(({ showId }) => showId))];
  const numberings = await listSeasonsOf(store.db, ids);
  const shows = new Map<ShowId, Show>();
  const viewings = own.flatMap((entry): readonly Viewing[] => {
    const show = shelf.shows.get(entry.showId);
    if (show === undefined) return [];
    shows.set(show.id, show);
    const minutes = minutesOf(entry, show, numberings.get(show.id) ?? []);
    const feels = shelf.profiles.get(show.id)?.feels ?? [];
    return [
      {
        showId: show.id,
        day: entry.watchedOn,
        countries: show.countries,
        feels: new Map(feels.map(({ term, strength }) => [term, strength])),
        ...(minutes === undefined ? {} : { minutes }),
      },
    ];
  });
  return { ...figuresOf(year, viewings), years: years.sort((a, b) => b - a), shows };
}

/** Of the episode where a source says so, of an episode of the show, or of the film. */
function minutesOf(entry: DiaryEntry, show: Show, numberings: readonly Numbering[]): number | undefined {
  const numbered = numberings.find(({ source }) => source === entry.numbering) ?? numberings[0];
  const episode = numbered?.seasons
    .find(({ number }) => number === (entry.season ?? 1))
    ?.episodes.find(({ number }) => number === entry.episode);
  return episode?.minutes || show.minutes;
}
