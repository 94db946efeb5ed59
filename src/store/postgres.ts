// A PostgreSQL database through pg: a bounded wait for it, numbers as numbers, text made storable.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { StoreProblem } from './problem.ts';
import type { Db } from './schema.ts';
import { asBound } from './values.ts';

const WAIT_FOR_ANSWER_MS = 4_000;
const OLDEST_MAJOR = 15;
/** Counts and our integers are int8, which pg gives as text: none of ours is beyond what a number holds. */
const INT8 = 20;

/** `told` makes what a caller is told of an engine's error. */
export function postgresDb(url: string, told: (error: unknown) => unknown): Db {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: WAIT_FOR_ANSWER_MS,
    application_name: 'runon',
    types: {
      getTypeParser: ((oid: number, format: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that the server ends is replaced by the pool; without a listener it would end this process.
  pool.on('error', () => {});
  // So would one that ends at work; there whoever waits for its answer is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely({ dialect: new PostgresDialect({ pool: storing(pool, told) }) });
}

/** The pool, but that every parameter goes through `asBound` and every error through `told`, as on SQLite. */
const storing = (pool: pg.Pool, told: (error: unknown) => unknown): PostgresPool => ({
  options: pool.options,
  connect: async () => {
    const rethrow = (error: unknown): never => {
      throw told(error);
    };
    const client = await pool.connect().catch(rethrow);
    return {
      query: (text: string, parameters: readonly unknown[]) =>
        client.query(text, parameters.map(asBound)).catch(rethrow),
      release: (isBroken?: boolean) => client.release(isBroken),
    } as unknown as PostgresPoolClient;
  },
  end: () => pool.end(),
});

/** Throws a StoreProblem when the server is too old or does not keep Unicode. */
export async function checkPostgres(db: Db, place: string): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding
  `.execute(db);
  const { version = '0', encoding = '' } = rows[0] ?? {};
  if (Number(version) < OLDEST_MAJOR * 10_000) {
    throw new StoreProblem(
      'unsuitable',
      `The database at ${place} is PostgreSQL ${Math.floor(Number(version) / 10_000)}; Runon needs ${OLDEST_MAJOR} or newer.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StoreProblem(
      'unsuitable',
      `The database at ${place} keeps text as ${encoding}; make one with the encoding UTF8 for Runon.`,
    );
  }
}
