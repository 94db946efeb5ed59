// What services say of titles, each in its own words, until it expires. The store does not look into `details`; the
// seasons and episodes that belong to it are in seasons.ts under the same source.
import type { ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import type { Db, SourcedRow } from './schema.ts';
import { fromJson, toJson } from './values.ts';
import { inTransaction } from './writing.ts';

export type Sourced = {
  readonly showId: ShowId;
  readonly source: string;
  /** What the source calls the title: "tv/603". */
  readonly sourceId: string;
  /** Any JSON value. */
  readonly details: unknown;
  /** ISO 8601 instants. */
  readonly fetchedAt: string;
  readonly expiresAt?: string;
};
type Whose = { readonly showId: ShowId; readonly source: string };

export const saveSourced = (db: Db, said: Sourced): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [{ what: 'show', id: said.showId, showId: said.showId }]);
    await tx
      .deleteFrom('sourced')
      .where('show_id', '=', said.showId)
      .where('source', '=', said.source)
      .execute();
    await tx
      .insertInto('sourced')
      .values({
        show_id: said.showId,
        source: said.source,
        source_id: said.sourceId,
        details: toJson(said.details),
        fetched_at: said.fetchedAt,
        expires_at: said.expiresAt ?? null,
      })
      .execute();
  });

/** By source. */
export async function sourcedOfShow(db: Db, showId: ShowId): Promise<readonly Sourced[]> {
  const rows = await db
    .selectFrom('sourced')
    .selectAll()
    .where('show_id', '=', showId)
    .orderBy('source')
    .execute();
  return rows.map(toSourced);
}

export type SourcedAge = Pick<Sourced, 'showId' | 'source' | 'sourceId' | 'fetchedAt'> & {
  readonly expiresAt?: string;
};

/** Of every title of a source, the longest ago first: without the words. */
export async function listSourcedAges(db: Db, source: string): Promise<readonly SourcedAge[]> {
  const rows = await db
    .selectFrom('sourced')
    .select(['show_id', 'source', 'source_id', 'fetched_at', 'expires_at'])
    .where('source', '=', source)
    .orderBy('fetched_at')
    .orderBy('show_id')
    .execute();
  return rows.map((row) => ({
    showId: row.show_id,
    source: row.source,
    sourceId: row.source_id,
    fetchedAt: row.fetched_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  }));
}

export async function listExpired(db: Db, at: string): Promise<readonly Whose[]> {
  const rows = await db
    .selectFrom('sourced')
    .select(['show_id', 'source'])
    .where('expires_at', '<=', at)
    .execute();
  return rows.map((row) => ({ showId: row.show_id, source: row.source }));
}

/** Its words and its episodes. */
export const deleteSourced = (db: Db, { showId, source }: Whose): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [{ what: 'show', id: showId, showId }]);
    for (const table of ['sourced', 'episodes', 'seasons'] as const)
      await tx.deleteFrom(table).where('show_id', '=', showId).where('source', '=', source).execute();
  });

const toSourced = (row: SourcedRow): Sourced => ({
  showId: row.show_id,
  source: row.source,
  sourceId: row.source_id,
  details: fromJson(row.details),
  fetchedAt: row.fetched_at,
  ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
});
