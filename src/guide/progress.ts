// How far one is in a show, in a numbering that says which episodes there are: what comes next, how many were seen, and
// how many could have been.
import {
  chooseNumbering,
  countUpTo,
  type Episode,
  episodeAfter,
  inOrder,
  type Numbering,
  type Place,
  type PlacedEpisode,
  placeOf,
} from '../core/episodes.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { WatchEntry, WatchState } from '../core/watching.ts';
import { type AnySource, TERMS } from '../sources/source.ts';
import { listSeasons, listSeasonsOf } from '../store/seasons.ts';
import { today } from './dates.ts';
import type { Guide } from './guide.ts';
import { watchList } from './keep.ts';

export type Progress = {
  readonly numbering: Numbering;
  /** Who numbers them so, by name. */
  readonly countedBy: string;
  readonly seen?: Place;
  readonly next?: PlacedEpisode;
  /** Of `all` episodes, `aired` were on by today; `seen` counts the place and all before it. */
  readonly seenCount: number;
  readonly airedCount: number;
  readonly allCount: number;
};

export type FollowedShow = {
  readonly entry: WatchEntry;
  readonly show: Show;
  /** Absent for films, and where no source says which episodes there are. */
  readonly progress?: Progress;
};

/** The list, or the first of some of it, with how far one is; the last changed first. */
export async function followedShows(
  guide: Guide,
  { states, limit }: { readonly states?: readonly WatchState[]; readonly limit?: number } = {},
): Promise<readonly FollowedShow[]> {
  const list = (await watchList(guide))
    .filter(({ entry }) => states === undefined || states.includes(entry.state))
    .slice(0, limit);
  const numberings = await listSeasonsOf(
    guide.store.db,
    list.map(({ show }) => show.id),
  );
  return list.map(({ entry, show }) => {
    const progress = progressOf(guide, entry, numberings.get(show.id) ?? []);
    return { entry, show, ...(progress === undefined ? {} : { progress }) };
  });
}

export async function progressIn(
  guide: Guide,
  showId: ShowId,
  entry: WatchEntry | undefined,
): Promise<Progress | undefined> {
  return progressOf(guide, entry, await listSeasons(guide.store.db, showId));
}

function progressOf(
  guide: Guide,
  entry: WatchEntry | undefined,
  numberings: readonly Numbering[],
): Progress | undefined {
  const numbering =
    numberings.find(({ source }) => source === entry?.numbering) ?? chooseNumbering(numberings);
  if (numbering === undefined) return undefined;
  const all = inOrder(numbering);
  const now = guide.now();
  const seen =
    entry?.state === 'done' && entry.episode === undefined
      ? all.at(-1)
      : entry?.episode === undefined
        ? undefined
        : placeOf(numbering, { season: entry.season, episode: entry.episode });
  const next = episodeAfter(numbering, seen);
  return {
    numbering,
    countedBy: TERMS[numbering.source as AnySource]?.label ?? numbering.source,
    seenCount: countUpTo(numbering, seen),
    airedCount: all.filter(({ known }) => isOut(known, now)).length,
    allCount: all.length,
    ...(seen === undefined ? {} : { seen: { season: seen.season, episode: seen.episode } }),
    ...(next === undefined ? {} : { next }),
  };
}

/** The day where this machine stands, when the instant is known; the day of its country otherwise. */
export const dayOf = ({ airedOn, airsAt }: Episode): string | undefined =>
  airsAt === undefined ? airedOn : today(new Date(airsAt));

export const isOut = (episode: Episode, now: Date): boolean =>
  episode.airsAt === undefined
    ? episode.airedOn !== undefined && episode.airedOn <= today(now)
    : episode.airsAt <= now.toISOString();
