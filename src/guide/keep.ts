// The watch list: keeping a show on it, how far one got, and taking it off. Everything can be taken back.
import type { Show, ShowId } from '../core/show.ts';
import { isHalfStep, WATCH_STATES, type WatchEntry, type WatchState } from '../core/watching.ts';
import { deleteWatch, findWatch, listWatches, saveWatch } from '../store/watches.ts';
import { checkDay } from './dates.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { noteUndo } from './undo.ts';

/** What is given is changed; null takes a thing away. */
export type WatchPatch = {
  readonly state?: WatchState;
  readonly season?: number | null;
  readonly episode?: number | null;
  readonly rewatches?: number;
  readonly rating?: number | null;
  readonly startedOn?: string | null;
  readonly finishedOn?: string | null;
  readonly note?: string | null;
};

const LIMIT_NOTE = 10_000;

/** An entry that is new starts as planned; an episode watched makes a planned one watching. */
export async function keep(
  guide: Guide,
  showId: ShowId,
  patch: WatchPatch = {},
): Promise<{ readonly entry: WatchEntry; readonly undo: string }> {
  const show = getShow(guide, showId);
  return change(guide, async (tx) => {
    const before = await findWatch(tx, { personId: guide.me, showId });
    const fresh: WatchEntry = { personId: guide.me, showId, state: 'planned', rewatches: 0, changedAt: '' };
    const entry = patchEntry(before ?? fresh, { ...patch, show, at: guide.now().toISOString() });
    await saveWatch(tx, entry);
    const undo = await noteUndo(guide, tx, {
      what: 'keep',
      before: [{ kind: 'watch', id: showId, entry: before ?? null }],
    });
    return { entry, undo };
  });
}

export function unkeep(guide: Guide, showId: ShowId): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    const entry = await deleteWatch(tx, { personId: guide.me, showId });
    if (entry === undefined) throw new Refusal('not-found', 'That title is not on your list.');
    return {
      undo: await noteUndo(guide, tx, { what: 'unkeep', before: [{ kind: 'watch', id: showId, entry }] }),
    };
  });
}

/** The last changed first. */
export async function watchList(
  guide: Guide,
): Promise<readonly { readonly entry: WatchEntry; readonly show: Show }[]> {
  return (await listWatches(guide.store.db, guide.me)).flatMap((entry) => {
    const show = guide.shelf.shows.get(entry.showId);
    return show === undefined ? [] : [{ entry, show }];
  });
}

function patchEntry(
  entry: WatchEntry,
  patch: WatchPatch & { readonly show: Show; readonly at: string },
): WatchEntry {
  const after: { -readonly [Field in keyof WatchEntry]: WatchEntry[Field] } = {
    ...entry,
    changedAt: patch.at,
  };
  if (patch.season === null) delete after.season;
  else if (patch.season !== undefined) after.season = checkSeason(patch.season, patch.show);
  if (patch.episode === null) delete after.episode;
  else if (patch.episode !== undefined) after.episode = checkEpisode(patch.episode, patch.show, after.season);
  if (patch.rating === null) delete after.rating;
  else if (patch.rating !== undefined) after.rating = checkSteps(patch.rating);
  if (patch.startedOn === null) delete after.startedOn;
  else if (patch.startedOn !== undefined) after.startedOn = checkDay(patch.startedOn, 'The first day');
  if (patch.finishedOn === null) delete after.finishedOn;
  else if (patch.finishedOn !== undefined) after.finishedOn = checkDay(patch.finishedOn, 'The last day');
  if (after.startedOn && after.finishedOn && after.finishedOn < after.startedOn)
    throw new Refusal(
      'invalid',
      `It cannot be finished on ${after.finishedOn} and begun on ${after.startedOn}.`,
    );
  const note = patch.note?.trim();
  if (note) after.note = checkNote(note);
  else if (patch.note !== undefined) delete after.note;
  if (patch.rewatches !== undefined)
    after.rewatches = checkCount(patch.rewatches, 'How often it was watched again');
  if (patch.state !== undefined) after.state = checkState(patch.state);
  else if (after.state === 'planned' && (patch.episode ?? 0) > 0) after.state = 'watching';
  return after;
}

function checkState(state: string): WatchState {
  const known = WATCH_STATES.find((one) => one === state);
  if (known === undefined)
    throw new Refusal('invalid', `"${state}" is no state of a list.`, {
      hint: `It is one of ${WATCH_STATES.join(', ')}.`,
    });
  return known;
}

/** 0.5 to 5 in half steps. */
export function checkSteps(rating: number): number {
  if (!isHalfStep(rating))
    throw new Refusal('invalid', `A rating of ${rating} is none.`, {
      hint: 'It goes from 0.5 to 5 in half steps.',
    });
  return rating;
}

export function checkNote(note: string): string {
  if (note.length > LIMIT_NOTE)
    throw new Refusal('too-large', `The note is longer than ${LIMIT_NOTE} characters.`, {
      hint: 'Write it as a review instead.',
    });
  return note.toWellFormed().replaceAll('\u0000', '');
}

export function checkSeason(season: number, show: Show): number {
  checkCount(season, 'The season');
  if (show.kind === 'film') throw new Refusal('invalid', `"${show.title}" is a film and has no seasons.`);
  return season;
}

/** A number past the last episode is refused where the last is known: in a show of one season. */
export function checkEpisode(episode: number, show: Show, season: number | undefined): number {
  checkCount(episode, 'The episode');
  if (show.kind === 'film') throw new Refusal('invalid', `"${show.title}" is a film and has no episodes.`);
  const isOneSeason = (show.seasons ?? 1) === 1 && (season ?? 1) === 1;
  if (isOneSeason && show.episodes !== undefined && episode > show.episodes)
    throw new Refusal('invalid', `"${show.title}" has ${show.episodes} episodes, not ${episode}.`);
  return episode;
}

function checkCount(count: number, what: string): number {
  if (!Number.isInteger(count) || count < 0 || count > 100_000)
    throw new Refusal('invalid', `${what} is a whole number from 0, not "${count}".`);
  return count;
}
