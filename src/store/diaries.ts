// A person's diary: what was watched on which day.
import type { DiaryEntry, PersonId } from '../core/watching.ts';
import { recordChanges } from './changes.ts';
import type { Db, DiaryRow } from './schema.ts';
import { insertRows, inTransaction } from './writing.ts';

/** All or none. An id that exists already, or a show or person that does not, throws. */
export const insertDiaryEntries = (db: Db, entries: readonly DiaryEntry[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, entries.map(changeOf));
    await insertRows(tx, 'diary', { rows: entries.map(toRow) });
  });

/** False when there is none with that id. */
export const updateDiaryEntry = (db: Db, entry: DiaryEntry): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [changeOf(entry)]);
    const { id, ...rest } = toRow(entry);
    const { numUpdatedRows } = await tx
      .updateTable('diary')
      .set(rest)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });

/** Gives back what was deleted, or undefined when there was none. */
export const deleteDiaryEntry = (db: Db, id: string): Promise<DiaryEntry | undefined> =>
  inTransaction(db, async (tx) => {
    const entry = await findDiaryEntry(tx, id);
    if (entry === undefined) return undefined;
    await recordChanges(tx, [changeOf(entry)]);
    await tx.deleteFrom('diary').where('id', '=', id).execute();
    return entry;
  });

export async function findDiaryEntry(db: Db, id: string): Promise<DiaryEntry | undefined> {
  const row = await db.selectFrom('diary').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEntry(row);
}

/** The last day first. */
export async function listDiary(
  db: Db,
  personId: PersonId,
  { limit }: { limit?: number } = {},
): Promise<readonly DiaryEntry[]> {
  let query = db
    .selectFrom('diary')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('watched_on', 'desc')
    .orderBy('id');
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(toEntry);
}

const changeOf = ({ id, showId }: DiaryEntry) => ({ what: 'diary', id, showId }) as const;

const toRow = (entry: DiaryEntry): DiaryRow => ({
  id: entry.id,
  person_id: entry.personId,
  show_id: entry.showId,
  watched_on: entry.watchedOn,
  season: entry.season ?? null,
  episode: entry.episode ?? null,
  rating: entry.rating ?? null,
  is_rewatch: entry.isRewatch ? 1 : 0,
  note: entry.note ?? null,
});

const toEntry = (row: DiaryRow): DiaryEntry => ({
  id: row.id,
  personId: row.person_id,
  showId: row.show_id,
  watchedOn: row.watched_on,
  ...(row.season === null ? {} : { season: row.season }),
  ...(row.episode === null ? {} : { episode: row.episode }),
  ...(row.rating === null ? {} : { rating: row.rating }),
  isRewatch: row.is_rewatch === 1,
  ...(row.note === null ? {} : { note: row.note }),
});
