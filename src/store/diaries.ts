// A person's diary: what was watched on which day.
import { type DiaryEntry, type PersonId, viewingPlace } from '../core/watching.ts';
import { recordChanges } from './changes.ts';
import type { Db, DiaryRow } from './schema.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

/** All or none. An id that exists already, or a show or person that does not, throws. */
export const insertDiaryEntries = (
  db: Db,
  entries: readonly DiaryEntry[],
  { importId }: { importId?: string } = {},
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, entries.map(changeOf));
    await insertRows(tx, 'diary', {
      rows: entries.map((entry) => ({ ...toRow(entry), import_id: importId ?? null })),
    });
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

/** Those of these ids that exist. */
export async function diaryIdsAmong(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of slices(ids)) {
    const rows = await db.selectFrom('diary').select('id').where('id', 'in', some).execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

const PLACES_AT_ONCE = 5000;

/** What was watched when, as one text each, but for lines that imports of one format brought: those are known by their rows. */
export async function eachDiaryPlace(
  db: Db,
  { personId, format }: { readonly personId: PersonId; readonly format: string },
  visit: (place: string) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('diary')
      .leftJoin('imports', 'imports.id', 'diary.import_id')
      .selectAll('diary')
      .where('diary.person_id', '=', personId)
      .where('diary.id', '>', after)
      .where((row) => row.or([row('imports.format', 'is', null), row('imports.format', '!=', format)]))
      .orderBy('diary.id')
      .limit(PLACES_AT_ONCE)
      .execute();
    for (const row of rows) visit(viewingPlace(toEntry(row)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PLACES_AT_ONCE) return;
    after = last.id;
  }
}

const changeOf = ({ id, showId }: DiaryEntry) => ({ what: 'diary', id, showId }) as const;

const toRow = (entry: DiaryEntry): Omit<DiaryRow, 'import_id'> => ({
  id: entry.id,
  person_id: entry.personId,
  show_id: entry.showId,
  watched_on: entry.watchedOn,
  season: entry.season ?? null,
  episode: entry.episode ?? null,
  episode_title: entry.episodeTitle ?? null,
  numbering: entry.numbering ?? null,
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
  ...(row.episode_title === null ? {} : { episodeTitle: row.episode_title }),
  ...(row.numbering === null ? {} : { numbering: row.numbering }),
  ...(row.rating === null ? {} : { rating: row.rating }),
  isRewatch: row.is_rewatch === 1,
  ...(row.note === null ? {} : { note: row.note }),
});
