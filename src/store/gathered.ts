// Many small rows as one: the parts of each show come as one JSON list, which made loading all shows five times as fast
// as a row for each part. The two engines name this differently.
import { type RawBuilder, SqliteAdapter, sql } from 'kysely';
import type { Db } from './schema.ts';

/** For a query that groups: a JSON list of the rows in order of `position`, each a list of these columns' values. */
export function gathered(db: Db, columns: readonly string[]): RawBuilder<string> {
  const values = sql.join(columns.map((column) => sql.ref(column)));
  return db.getExecutor().adapter instanceof SqliteAdapter
    ? sql`json_group_array(json_array(${values}) order by position)`
    : sql`json_agg(json_build_array(${values}) order by position)::text`;
}
