// A person's taste: learned from the list and the diary, corrected by their own word, and the titles that suit it.

import { docIn, type Index, traitsIn } from '../core/finding/shelf-index.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { Because } from '../core/taste/suits.ts';
import { bestOf, reasonsFor, suitAll } from '../core/taste/suits.ts';
import {
  type Judged,
  kindOf,
  lengthTrait,
  opinionsOf,
  SAYINGS,
  type Saying,
  type Taste,
  tasteFrom,
} from '../core/taste/taste.ts';
import type { WatchState } from '../core/watching.ts';
import { listDiary } from '../store/diaries.ts';
import {
  deleteOwnWord,
  deletePassedOver,
  listOwnWords,
  listPassedOver,
  saveOwnWord,
  savePassedOver,
} from '../store/tastes.ts';
import { listWatches } from '../store/watches.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { settled } from './shelf.ts';
import { noteUndo } from './undo.ts';

/** Recommended: why it suits, and what speaks against it, the strongest first. */
export type Recommended = { readonly show: Show; readonly reasons: readonly Because[] };

export type MyTaste = {
  readonly taste: Taste;
  /** How many titles have an opinion in them. */
  readonly judgedCount: number;
  /** Seen, on the list, or passed over: nothing to recommend. */
  readonly known: ReadonlySet<ShowId>;
  /** Seen to the end, or given up. */
  readonly finished: readonly ShowId[];
  readonly passedOver: readonly Show[];
};

export async function myTaste(guide: Guide): Promise<MyTaste> {
  const { db } = guide.store;
  const { finding } = settled(guide.shelf);
  const entries = await entriesOf(guide);
  const passed = await listPassedOver(db, guide.me);
  const opinions = opinionsOf([...entries.values()]);
  const judged = [...entries.keys()].flatMap((showId, at): readonly Judged[] =>
    opinions[at] === 0 ? [] : [{ showId, opinion: opinions[at]!, traits: tasteTraits(finding, showId) }],
  );
  const words = await listOwnWords(db, guide.me);
  return {
    taste: tasteFrom(judged, new Map(words.map(({ key, ...word }) => [key, word]))),
    judgedCount: judged.length,
    known: new Set([...entries.keys(), ...passed.map(({ showId }) => showId)]),
    finished: [...entries].flatMap(([id, { state }]) =>
      state === 'done' || state === 'dropped' ? [id] : [],
    ),
    passedOver: passed.flatMap(({ showId }) => guide.shelf.shows.get(showId) ?? []),
  };
}

/** Everything of a title that a taste can be about. */
export function tasteTraits(finding: Index, showId: ShowId): Judged['traits'] {
  const slot = finding.slotOf.get(showId);
  const doc = slot === undefined ? undefined : docIn(finding, slot);
  return doc === undefined ? [] : [...traitsIn(finding, slot!, true), ...lengthTrait(doc)];
}

type Entry = { readonly state: WatchState; readonly rating?: number; readonly isLiked?: boolean };

/** One line per title: the list's, with the diary's last rating where the list has none. */
async function entriesOf({ store: { db }, me }: Guide): Promise<ReadonlyMap<ShowId, Entry>> {
  const entries = new Map<ShowId, Entry>();
  for (const { showId, state, rating, isLiked } of await listWatches(db, me))
    entries.set(showId, {
      state,
      ...(rating === undefined ? {} : { rating }),
      ...(isLiked === undefined ? {} : { isLiked }),
    });
  for (const { showId, rating } of await listDiary(db, me)) {
    const before = entries.get(showId);
    if (before === undefined || (before.rating === undefined && rating !== undefined))
      entries.set(showId, {
        ...before,
        state: before?.state ?? 'done',
        ...(rating === undefined ? {} : { rating }),
      });
  }
  return entries;
}

/** What may suit next, best first; empty while nothing is known of the taste. */
export async function recommend(
  guide: Guide,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<MyTaste & { readonly picks: readonly Recommended[] }> {
  const mine = await myTaste(guide);
  const { finding } = settled(guide.shelf);
  const without = new Set([...mine.known].flatMap((id) => finding.slotOf.get(id) ?? []));
  const suits = suitAll(mine.taste, finding);
  const picks = bestOf(suits, { index: finding, without, limit }).map((slot) => ({
    show: finding.shows[slot]!,
    reasons: reasonsFor(mine.taste, slot, finding),
  }));
  return { ...mine, picks };
}

const LIMIT_KEY = 200;

/** A person's own word on a trait ("feel sad"), which wins over what was learned; null takes it back. */
export async function sayTaste(
  guide: Guide,
  key: string,
  says: Saying | null,
): Promise<{ readonly undo: string }> {
  if (says !== null && !SAYINGS.includes(says))
    throw new Refusal('invalid', `"${String(says).slice(0, 40)}" is nothing to say of a taste.`, {
      hint: `It is one of ${SAYINGS.join(', ')}.`,
    });
  const known = (await myTaste(guide)).taste.find((word) => word.key === key);
  if (known === undefined && !isTrait(guide, key))
    throw new Refusal('not-found', `There is nothing called "${key.slice(0, 60)}" to have a taste for.`);
  const personId = guide.me;
  return change(guide, async (tx) => {
    const before = await deleteOwnWord(tx, { personId, key });
    const fact = known?.fact === undefined ? {} : { fact: known.fact };
    if (says !== null) await saveOwnWord(tx, { personId, key, says, ...fact, at: guide.now().toISOString() });
    const undo = await noteUndo(guide, tx, {
      what: 'say-taste',
      before: [{ kind: 'own-word', id: key, word: before ?? null }],
    });
    return { undo };
  });
}

/** What the vocabulary lists; people, genres and countries only once a title brought them. */
function isTrait({ reader: { vocabulary } }: Guide, key: string): boolean {
  const term = key.slice(key.indexOf(' ') + 1);
  if (key.length > LIMIT_KEY) return false;
  if (kindOf(key) === 'feel') return Object.hasOwn(vocabulary.feels, term);
  return kindOf(key) === 'theme' && Object.hasOwn(vocabulary.themes, term);
}

/** Not interested: it is recommended no more. */
export async function passOver(guide: Guide, showId: ShowId): Promise<{ readonly undo: string }> {
  getShow(guide, showId);
  return change(guide, async (tx) => {
    await savePassedOver(tx, { personId: guide.me, showId, at: guide.now().toISOString() });
    const before = [{ kind: 'passed-over', id: showId, isPassedOver: false }] as const;
    return { undo: await noteUndo(guide, tx, { what: 'pass-over', before }) };
  });
}

export async function unpass(guide: Guide, showId: ShowId): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    if (!(await deletePassedOver(tx, { personId: guide.me, showId })))
      throw new Refusal('not-found', 'That title is not among those you are not interested in.');
    const before = [{ kind: 'passed-over', id: showId, isPassedOver: true }] as const;
    return { undo: await noteUndo(guide, tx, { what: 'unpass', before }) };
  });
}
