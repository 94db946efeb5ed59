// The diary: what was watched on which day.
import { randomUUID } from 'node:crypto';
import type { Show, ShowId } from '../core/show.ts';
import type { DiaryEntry } from '../core/watching.ts';
import * as store from '../store/diaries.ts';
import { checkDay, today } from './dates.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { checkEpisode, checkNote, checkSeason, checkSteps } from './keep.ts';
import { Refusal } from './refusal.ts';
import { noteUndo } from './undo.ts';

export type DiaryLine = {
  /** Today when it is not given. */
  readonly watchedOn?: string;
  readonly season?: number;
  readonly episode?: number;
  readonly rating?: number;
  readonly isRewatch?: boolean;
  readonly note?: string;
};

export type DiaryDone = { readonly entry: DiaryEntry; readonly undo: string };

/** The last day first. */
export async function diary(
  guide: Guide,
  { limit }: { readonly limit?: number } = {},
): Promise<readonly { readonly entry: DiaryEntry; readonly show: Show }[]> {
  const entries = await store.listDiary(guide.store.db, guide.me, limit === undefined ? {} : { limit });
  return entries.flatMap((entry) => {
    const show = guide.shelf.shows.get(entry.showId);
    return show === undefined ? [] : [{ entry, show }];
  });
}

export async function logDiary(
  guide: Guide,
  line: DiaryLine & { readonly showId: ShowId },
): Promise<DiaryDone> {
  const entry = makeEntry(guide, line, { id: randomUUID(), showId: line.showId });
  return change(guide, async (tx) => {
    await store.insertDiaryEntries(tx, [entry]);
    const before = [{ kind: 'diary', id: entry.id, entry: null }] as const;
    return { entry, undo: await noteUndo(guide, tx, { what: 'log-diary', before }) };
  });
}

/** The line says everything anew. */
export function editDiary(guide: Guide, id: string, line: DiaryLine): Promise<DiaryDone> {
  return change(guide, async (tx) => {
    const old = await store.findDiaryEntry(tx, id);
    if (old === undefined || old.personId !== guide.me) throw noEntry();
    const entry = makeEntry(guide, { watchedOn: old.watchedOn, ...line }, old);
    await store.updateDiaryEntry(tx, entry);
    const before = [{ kind: 'diary', id, entry: old }] as const;
    return { entry, undo: await noteUndo(guide, tx, { what: 'edit-diary', before }) };
  });
}

export function deleteDiary(guide: Guide, id: string): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    const entry = await store.findDiaryEntry(tx, id);
    if (entry === undefined || entry.personId !== guide.me) throw noEntry();
    await store.deleteDiaryEntry(tx, id);
    const before = [{ kind: 'diary', id, entry }] as const;
    return { undo: await noteUndo(guide, tx, { what: 'delete-diary', before }) };
  });
}

/** Checked and made whole; nothing is kept yet. */
export function makeEntry(
  guide: Guide,
  line: DiaryLine,
  { id, showId }: { readonly id: string; readonly showId: ShowId },
): DiaryEntry {
  const show = getShow(guide, showId);
  const note = line.note?.trim();
  return {
    id,
    personId: guide.me,
    showId,
    watchedOn: checkDay(line.watchedOn ?? today(guide.now()), 'The day'),
    isRewatch: line.isRewatch ?? false,
    ...(line.season === undefined ? {} : { season: checkSeason(line.season, show) }),
    ...(line.episode === undefined ? {} : { episode: checkEpisode(line.episode, show, line.season) }),
    ...(line.rating === undefined ? {} : { rating: checkSteps(line.rating) }),
    ...(note ? { note: checkNote(note) } : {}),
  };
}

const noEntry = (): Refusal => new Refusal('not-found', 'The diary has no such line any more.');
