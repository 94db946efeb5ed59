// Lists that a person made: titles under a name, in an order.
import type { ShowId } from '../core/show.ts';
import type { ListItem, PersonId } from '../core/watching.ts';
import type { Db } from './schema.ts';
import { insertRows, inTransaction } from './writing.ts';

/** What is on its list already is passed over. */
export const insertListItems = (
  db: Db,
  items: readonly ListItem[],
  { importId }: { importId?: string } = {},
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await insertRows(tx, 'list_items', {
      rows: items.map(({ personId, list, showId, position }) => ({
        person_id: personId,
        list,
        show_id: showId,
        position,
        import_id: importId ?? null,
      })),
      isKeeping: true,
    });
  });

/** By list, in order. */
export async function listListItems(
  db: Db,
  personId: PersonId,
  { showId }: { showId?: ShowId } = {},
): Promise<readonly ListItem[]> {
  let query = db.selectFrom('list_items').selectAll().where('person_id', '=', personId);
  if (showId !== undefined) query = query.where('show_id', '=', showId);
  const rows = await query.orderBy('list').orderBy('position').orderBy('show_id').execute();
  return rows.map((row) => ({
    personId: row.person_id,
    list: row.list,
    showId: row.show_id,
    position: row.position,
  }));
}
