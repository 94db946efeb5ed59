// A person's watch list: one entry per show.
import type { ShowId } from '../core/show.ts';
import type { PersonId, WatchEntry } from '../core/watching.ts';
import { recordChanges } from './changes.ts';
import type { Db, WatchRow } from './schema.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

export const saveWatch = (db: Db, entry: WatchEntry): Promise<void> => saveWatches(db, [entry]);

/** Each takes the place of that person's entry for the show; at most one per show. A show or person that is none throws. */
export const saveWatches = (db: Db, entries: readonly WatchEntry[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, entries.map(changeOf));
    for (const [personId, own] of Map.groupBy(entries, (entry) => entry.personId))
      for (const some of slices(own.map(({ showId }) => showId)))
        await tx
          .deleteFrom('watches')
          .where('person_id', '=', personId)
          .where('show_id', 'in', some)
          .execute();
    await insertRows(tx, 'watches', { rows: entries.map(toRow) });
  });

/** Gives back what was deleted, or undefined when there was none. */
export const deleteWatch = (
  db: Db,
  { personId, showId }: { personId: PersonId; showId: ShowId },
): Promise<WatchEntry | undefined> =>
  inTransaction(db, async (tx) => {
    const entry = await findWatch(tx, { personId, showId });
    if (entry === undefined) return undefined;
    await recordChanges(tx, [changeOf(entry)]);
    await removeOne(tx, entry);
    return entry;
  });

export async function findWatch(
  db: Db,
  { personId, showId }: { personId: PersonId; showId: ShowId },
): Promise<WatchEntry | undefined> {
  const row = await db
    .selectFrom('watches')
    .selectAll()
    .where('person_id', '=', personId)
    .where('show_id', '=', showId)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** The last changed first. */
export async function listWatches(db: Db, personId: PersonId): Promise<readonly WatchEntry[]> {
  const rows = await db
    .selectFrom('watches')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('changed_at', 'desc')
    .orderBy('show_id')
    .execute();
  return rows.map(toEntry);
}

async function removeOne(
  tx: Db,
  { personId, showId }: { personId: PersonId; showId: ShowId },
): Promise<void> {
  await tx.deleteFrom('watches').where('person_id', '=', personId).where('show_id', '=', showId).execute();
}

const changeOf = ({ personId, showId }: WatchEntry) => ({ what: 'watch', id: personId, showId }) as const;

const toRow = (entry: WatchEntry): WatchRow => ({
  person_id: entry.personId,
  show_id: entry.showId,
  state: entry.state,
  season: entry.season ?? null,
  episode: entry.episode ?? null,
  numbering: entry.numbering ?? null,
  rewatches: entry.rewatches,
  rating: entry.rating ?? null,
  liked: entry.isLiked === undefined ? null : entry.isLiked ? 1 : 0,
  started_on: entry.startedOn ?? null,
  finished_on: entry.finishedOn ?? null,
  note: entry.note ?? null,
  changed_at: entry.changedAt,
});

const toEntry = (row: WatchRow): WatchEntry => ({
  personId: row.person_id,
  showId: row.show_id,
  state: row.state,
  ...(row.season === null ? {} : { season: row.season }),
  ...(row.episode === null ? {} : { episode: row.episode }),
  ...(row.numbering === null ? {} : { numbering: row.numbering }),
  rewatches: row.rewatches,
  ...(row.rating === null ? {} : { rating: row.rating }),
  ...(row.liked === null ? {} : { isLiked: row.liked === 1 }),
  ...(row.started_on === null ? {} : { startedOn: row.started_on }),
  ...(row.finished_on === null ? {} : { finishedOn: row.finished_on }),
  ...(row.note === null ? {} : { note: row.note }),
  changedAt: row.changed_at,
});
