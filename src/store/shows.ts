// Shows with all that belongs to them: names, ids elsewhere, credits. Written whole and read whole; loading every show
// is four queries, whatever their number. What a row looks like is in show-rows.ts.
import type { SelectQueryBuilder } from 'kysely';
import type { CreditedId, OutsideId, Show, ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import { gathered } from './gathered.ts';
import type { Db, Tables } from './schema.ts';
import {
  byShow,
  type CreditList,
  creditRowsOf,
  idRowsOf,
  type NameList,
  nameRowsOf,
  type Parts,
  type Shared,
  showRowOf,
  toCredit,
  toName,
  toOutsideId,
  toShow,
} from './show-rows.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

/** All or none. A credit without `personId` gets that of its name. An id that exists already throws. */
export const insertShows = (db: Db, shows: readonly Show[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(
      tx,
      shows.map(({ id }) => ({ what: 'show', id, showId: id })),
    );
    const addedAt = new Date().toISOString();
    await insertRows(tx, 'shows', { rows: shows.map((show) => showRowOf(show, addedAt)) });
    await insertParts(tx, shows);
  });

/** Replaces everything known of the show; false when there is none with that id. */
export const updateShow = (db: Db, show: Show): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [{ what: 'show', id: show.id, showId: show.id }]);
    const { id, added_at: _, ...facts } = showRowOf(show, '');
    const { numUpdatedRows } = await tx
      .updateTable('shows')
      .set(facts)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    for (const table of ['show_names', 'outside_ids', 'credits'] as const) {
      await tx.deleteFrom(table).where('show_id', '=', id).execute();
    }
    await insertParts(tx, [show]);
    return true;
  });

/** With its reviews, watch entries and diary entries; false when there is none with that id. */
export const deleteShow = (db: Db, id: ShowId): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [{ what: 'show', id, showId: id }]);
    const { numDeletedRows } = await tx.deleteFrom('shows').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  });

/** Whether anybody has written about it, watched it, planned it or put it on a list. */
export async function isShowInUse(db: Db, id: ShowId): Promise<boolean> {
  for (const table of ['reviews', 'watches', 'diary', 'list_items'] as const) {
    const row = await db
      .selectFrom(table)
      .select('show_id')
      .where('show_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

/** Gives reviews, watch entries and diary entries of one show to another, and deletes the one. */
export const mergeShow = (db: Db, { from, into }: { from: ShowId; into: ShowId }): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(
      tx,
      [from, into].map((id) => ({ what: 'show', id, showId: id })),
    );
    for (const table of [
      'reviews',
      'watches',
      'diary',
      'list_items',
      'import_rows',
      'import_choices',
      'passed_over',
      'evenings',
    ] as const)
      await tx.updateTable(table).set({ show_id: into }).where('show_id', '=', from).execute();
    await tx.deleteFrom('shows').where('id', '=', from).execute();
  });

/** Ids at other services that were learned; a show that has the id already is passed over. Nothing else of it changes. */
export const addOutsideIds = (db: Db, found: readonly ({ showId: ShowId } & OutsideId)[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    const ids = [...new Set(found.map(({ showId }) => showId))];
    await recordChanges(
      tx,
      ids.map((id) => ({ what: 'show', id, showId: id })),
    );
    const last = new Map<ShowId, number>();
    for (const some of slices(ids)) {
      const rows = await tx
        .selectFrom('outside_ids')
        .select((row) => ['show_id', row.fn.max('position').as('last')])
        .where('show_id', 'in', some)
        .groupBy('show_id')
        .execute();
      for (const row of rows) last.set(row.show_id, Number(row.last));
    }
    const rows = found.map(({ showId, service, value }) => {
      const position = (last.get(showId) ?? -1) + 1;
      last.set(showId, position);
      return { show_id: showId, position, service, value };
    });
    await insertRows(tx, 'outside_ids', { rows });
  });

/** Takes back what `addOutsideIds` added. */
export const removeOutsideIds = (db: Db, found: readonly ({ showId: ShowId } & OutsideId)[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    const ids = [...new Set(found.map(({ showId }) => showId))];
    await recordChanges(
      tx,
      ids.map((id) => ({ what: 'show', id, showId: id })),
    );
    for (const { showId, service, value } of found)
      await tx
        .deleteFrom('outside_ids')
        .where('show_id', '=', showId)
        .where('service', '=', service)
        .where('value', '=', value)
        .execute();
  });

export async function findShow(db: Db, id: ShowId): Promise<Show | undefined> {
  const [show] = await listShowsByIds(db, [id]);
  return show;
}

/** Those that exist, in order of id. */
export async function listShowsByIds(db: Db, ids: readonly ShowId[]): Promise<readonly Show[]> {
  const shows: Show[] = [];
  const shared: Shared = new Map();
  for (const some of slices([...new Set(ids)].sort())) {
    const rows = await db.selectFrom('shows').selectAll().where('id', 'in', some).orderBy('id').execute();
    const parts = await loadParts(db, { ids: some }, shared);
    for (const row of rows) shows.push(toShow(row, parts, shared));
  }
  return shows;
}

type Page = { readonly after?: ShowId; readonly limit?: number; readonly shared?: Shared };

/** Every show in order of id, or one page of them: `after` is the last id of the page before. */
export async function listShows(
  db: Db,
  { after, limit, shared = new Map() }: Page = {},
): Promise<readonly Show[]> {
  let query = db.selectFrom('shows').selectAll().orderBy('id');
  if (after !== undefined) query = query.where('id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isAll = after === undefined && limit === undefined;
  const parts = await loadParts(db, isAll ? {} : { from: first.id, to: last.id }, shared);
  return rows.map((row) => toShow(row, parts, shared));
}

/** How many values of earlier pages are remembered; memory stays bounded, whatever the number of shows. */
const MOST_SHARED = 200_000;

/** Every show, page by page: time grows with the number of shows, memory does not. */
export async function* eachPageOfShows(db: Db, limit = 2000): AsyncGenerator<readonly Show[]> {
  const shared: Shared = new Map();
  let page = await listShows(db, { limit, shared });
  while (page.length > 0) {
    yield page;
    if (page.length < limit) return;
    if (shared.size > MOST_SHARED) shared.clear();
    page = await listShows(db, { after: page.at(-1)!.id, limit, shared });
  }
}

export async function countShows(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('shows')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The show that another service knows under this id; two that claim it: the lower id. */
export async function findShowIdByOutsideId(
  db: Db,
  { service, value }: { service: string; value: string },
): Promise<ShowId | undefined> {
  const row = await db
    .selectFrom('outside_ids')
    .select('show_id')
    .where('service', '=', service)
    .where('value', '=', value)
    .orderBy('show_id')
    .executeTakeFirst();
  return row?.show_id;
}

async function insertParts(tx: Db, shows: readonly Show[]): Promise<void> {
  await insertRows(tx, 'show_names', { rows: shows.flatMap(nameRowsOf) });
  await insertRows(tx, 'outside_ids', { rows: shows.flatMap(idRowsOf) });
  const names = new Map<CreditedId, string>();
  const credits = shows.flatMap((show) => creditRowsOf(show, names));
  await insertRows(tx, 'credited', {
    rows: Array.from(names, ([id, name]) => ({ id, name })),
    isKeeping: true,
  });
  // Who was there already may be spelled in another way: that name stays theirs, this one goes with the credit.
  for (const some of slices([...names.keys()])) {
    const kept = await tx.selectFrom('credited').selectAll().where('id', 'in', some).execute();
    for (const { id, name } of kept) names.set(id, name);
  }
  await insertRows(tx, 'credits', {
    rows: credits.map((credit) => ({
      ...credit,
      credited_as: credit.credited_as === names.get(credit.credited_id) ? null : credit.credited_as,
    })),
  });
}

type Scope = { readonly ids?: readonly ShowId[]; readonly from?: ShowId; readonly to?: ShowId };

/** The parts of all shows, of those with these ids, or of those whose ids lie between two. */
async function loadParts(db: Db, scope: Scope, shared: Shared): Promise<Parts> {
  const names = await inScope(db.selectFrom('show_names'), scope)
    .select(['show_id', gathered(db, ['text', 'kind', 'script', 'language', 'source']).as('list')])
    .groupBy('show_id')
    .execute();
  const outsideIds = await inScope(db.selectFrom('outside_ids'), scope)
    .select(['show_id', gathered(db, ['service', 'value']).as('list')])
    .groupBy('show_id')
    .execute();
  const credits = await inScope(
    db.selectFrom('credits').innerJoin('credited', 'credited.id', 'credits.credited_id'),
    scope,
  )
    .select([
      'show_id',
      gathered(db, ['credited_id', 'role', 'character_name', 'credited_as', 'name']).as('list'),
    ])
    .groupBy('show_id')
    .execute();
  return {
    names: byShow(names, (name: NameList) => toName(name, shared)),
    outsideIds: byShow(outsideIds, toOutsideId),
    credits: byShow(credits, (credit: CreditList) => toCredit(credit, shared)),
  };
}

/** The three tables of parts all have `show_id`, which is all that is asked of them here. */
function inScope<Query>(query: Query, { ids, from, to }: Scope): Query {
  let scoped = query as unknown as SelectQueryBuilder<Tables, 'show_names', object>;
  if (ids !== undefined) scoped = scoped.where('show_id', 'in', ids);
  if (from !== undefined) scoped = scoped.where('show_id', '>=', from);
  if (to !== undefined) scoped = scoped.where('show_id', '<=', to);
  return scoped as unknown as Query;
}
