// How rows are written: one transaction however deep the call, many rows in few statements. Knows no table.
import type { Insertable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/**
 * Runs `work` in the transaction that is open already, or in one of its own. All writing goes through it: it waits for
 * other writers without holding up the process. Inside, only `tx` may be used: SQLite has the one connection.
 */
export const inTransaction = <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

/** Below SQLite's 32,766 and PostgreSQL's 65,535 parameters; more in one statement was not faster. */
const PARAMETERS_PER_STATEMENT = 4000;

/** `rows` must all have the same keys. With `isKeeping` a row whose key exists already is passed over. */
export async function insertRows<Table extends keyof Tables>(
  db: Db,
  table: Table,
  { rows, isKeeping = false }: { rows: readonly Insertable<Tables[Table]>[]; isKeeping?: boolean },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const size = Math.max(1, Math.floor(PARAMETERS_PER_STATEMENT / columns.length));
  const compile = (some: readonly Insertable<Tables[Table]>[]) => {
    const insert = db.insertInto(table).values([...some]);
    return (isKeeping ? insert.onConflict((conflict) => conflict.doNothing()) : insert).compile();
  };
  // Building the statement costs more than running it: every full slice shares one text.
  const whole = rows.length >= size ? compile(rows.slice(0, size)) : undefined;
  for (let start = 0; start < rows.length; start += size) {
    const some = rows.slice(start, start + size);
    const parameters = some.flatMap((row) =>
      columns.map((column) => (row as Record<string, unknown>)[column]),
    );
    await db.executeQuery(
      whole !== undefined && some.length === size ? { ...whole, parameters } : compile(some),
    );
  }
}

/** Slices of at most `size`, for lists of ids in a WHERE. */
export function* slices<T>(list: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
