// Files of histories that were brought in: each import, its rows with what became of them, and what the person chose.
// What a row says is for core/history to know: here it is kept and found again.
import type { ShowId } from '../core/show.ts';
import type { PersonId } from '../core/watching.ts';
import { recordChanges } from './changes.ts';
import type { Db, ImportedRow, RowOutcome } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

export type Import = {
  readonly id: string;
  readonly personId: PersonId;
  readonly format: string;
  readonly fileName: string;
  readonly profile?: string;
  /** ISO 8601 instant. */
  readonly at: string;
};

export type KeptRow = {
  readonly key: string;
  readonly importId: string;
  readonly line: number;
  readonly member?: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Any JSON value: what the row was read as. */
  readonly entry: unknown;
  readonly outcome: RowOutcome;
  readonly showId?: ShowId;
};

type Whose = { readonly personId: PersonId; readonly format: string };

export const insertImport = (
  db: Db,
  { id, personId, format, fileName, profile, at }: Import,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx
      .insertInto('imports')
      .values({ id, person_id: personId, format, file_name: fileName, profile: profile ?? null, at })
      .execute();
  });

/** The last first. */
export async function listImports(db: Db, personId: PersonId): Promise<readonly Import[]> {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    format: row.format,
    fileName: row.file_name,
    ...(row.profile === null ? {} : { profile: row.profile }),
    at: row.at,
  }));
}

/** Each takes the place of the row that has its key. */
export const saveImportedRows = (
  db: Db,
  { personId, format }: Whose,
  { added, changed }: { readonly added: readonly KeptRow[]; readonly changed: readonly KeptRow[] },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (const some of slices(changed.map(({ key }) => key)))
      await tx
        .deleteFrom('import_rows')
        .where('person_id', '=', personId)
        .where('format', '=', format)
        .where('key', 'in', some)
        .execute();
    const rows = [...added, ...changed].map(
      (row): ImportedRow => ({
        person_id: personId,
        format,
        key: row.key,
        import_id: row.importId,
        line: row.line,
        member: row.member ?? null,
        columns: toJson(row.columns),
        entry: toJson(row.entry),
        outcome: row.outcome,
        show_id: row.showId ?? null,
      }),
    );
    await insertRows(tx, 'import_rows', { rows });
  });

export async function hasImportedRows(db: Db, { personId, format }: Whose): Promise<boolean> {
  const row = await db
    .selectFrom('import_rows')
    .select('key')
    .where('person_id', '=', personId)
    .where('format', '=', format)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those that exist of these keys. */
export async function findImportedRows(
  db: Db,
  { personId, format }: Whose,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptRow>> {
  const found = new Map<string, KeptRow>();
  for (const some of slices(keys)) {
    const rows = await db
      .selectFrom('import_rows')
      .selectAll()
      .where('person_id', '=', personId)
      .where('format', '=', format)
      .where('key', 'in', some)
      .execute();
    for (const row of rows) found.set(row.key, toRow(row));
  }
  return found;
}

/** Rows that wait for the person or were left, in order of import, member and line. */
export async function unresolvedRows(
  db: Db,
  personId: PersonId,
): Promise<readonly (KeptRow & { readonly format: string })[]> {
  const rows = await db
    .selectFrom('import_rows')
    .selectAll()
    .where('person_id', '=', personId)
    .where('outcome', '!=', 'brought')
    .orderBy('import_id')
    .orderBy('line')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ ...toRow(row), format: row.format }));
}

export type ImportChoice = { readonly titleKey: string; readonly showId: ShowId | null; readonly at: string };

export async function listImportChoices(db: Db, personId: PersonId): Promise<readonly ImportChoice[]> {
  const rows = await db.selectFrom('import_choices').selectAll().where('person_id', '=', personId).execute();
  return rows.map((row) => ({ titleKey: row.title_key, showId: row.show_id, at: row.at }));
}

/** Each takes the place of what was said of the same title before. */
export const saveImportChoices = (
  db: Db,
  personId: PersonId,
  choices: readonly ImportChoice[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await removeChoices(
      tx,
      personId,
      choices.map(({ titleKey }) => titleKey),
    );
    await insertRows(tx, 'import_choices', {
      rows: choices.map(({ titleKey, showId, at }) => ({
        person_id: personId,
        title_key: titleKey,
        show_id: showId,
        at,
      })),
    });
  });

export const deleteImportChoices = (
  db: Db,
  personId: PersonId,
  titleKeys: readonly string[],
): Promise<void> => inTransaction(db, (tx) => removeChoices(tx, personId, titleKeys));

async function removeChoices(tx: Db, personId: PersonId, titleKeys: readonly string[]): Promise<void> {
  for (const some of slices(titleKeys))
    await tx
      .deleteFrom('import_choices')
      .where('person_id', '=', personId)
      .where('title_key', 'in', some)
      .execute();
}

/** Takes away an import with its rows, diary lines and places on lists; false when there is none with that id. */
export const deleteImport = (db: Db, id: string): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const entries = await tx
      .selectFrom('diary')
      .select(['id', 'show_id'])
      .where('import_id', '=', id)
      .execute();
    await recordChanges(
      tx,
      entries.map((entry) => ({ what: 'diary', id: entry.id, showId: entry.show_id })),
    );
    await tx.deleteFrom('diary').where('import_id', '=', id).execute();
    await tx.deleteFrom('list_items').where('import_id', '=', id).execute();
    const { numDeletedRows } = await tx.deleteFrom('imports').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  });

const toRow = (row: ImportedRow): KeptRow => ({
  key: row.key,
  importId: row.import_id,
  line: row.line,
  ...(row.member === null ? {} : { member: row.member }),
  columns: fromJson(row.columns),
  entry: fromJson(row.entry),
  outcome: row.outcome,
  ...(row.show_id === null ? {} : { showId: row.show_id }),
});
