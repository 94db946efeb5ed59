// Titles by hand: adding one, and setting the facts of one right.
import { randomUUID } from 'node:crypto';
import type { Show, ShowId } from '../core/show.ts';
import { findShow, insertShows, updateShow } from '../store/shows.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { bareShow, patchShow, type ShowPatch } from './show-input.ts';
import { noteUndo } from './undo.ts';

export type ShowDone = Show & { readonly undo: string };

export async function addShow(
  guide: Guide,
  input: ShowPatch & { readonly title: string },
): Promise<ShowDone> {
  const show = patchShow(bareShow(randomUUID() as ShowId), input);
  return change(guide, async (tx) => {
    await insertShows(tx, [show]);
    const before = [{ kind: 'show', id: show.id, show: null }] as const;
    return { ...show, undo: await noteUndo(guide, tx, { what: 'add-show', before }) };
  });
}

/** What a person changed is the person's: its source says so, and an export takes it along. */
export function editShow(guide: Guide, id: ShowId, patch: ShowPatch): Promise<ShowDone> {
  return change(guide, async (tx) => {
    const show = (await findShow(tx, id)) ?? getShow(guide, id);
    const after = { ...patchShow(show, patch), source: 'person' };
    await updateShow(tx, after);
    const before = [{ kind: 'show', id, show }] as const;
    return { ...after, undo: await noteUndo(guide, tx, { what: 'edit-show', before }) };
  });
}
