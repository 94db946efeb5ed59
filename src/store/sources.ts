// Which services may be asked, and what they answered last with the words that let them say "unchanged".
import type { Db } from './schema.ts';
import { inTransaction } from './writing.ts';

export type SourceSetting = {
  readonly name: string;
  readonly isOn: boolean;
  readonly key?: string;
  /** ISO 3166: where the person watches. */
  readonly country?: string;
};

export async function listSourceSettings(db: Db): Promise<readonly SourceSetting[]> {
  const rows = await db.selectFrom('sources').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    name: row.name,
    isOn: row.is_on === 1,
    ...(row.key === null ? {} : { key: row.key }),
    ...(row.country === null ? {} : { country: row.country }),
  }));
}

export const saveSourceSetting = (db: Db, { name, isOn, key, country }: SourceSetting): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.deleteFrom('sources').where('name', '=', name).execute();
    await tx
      .insertInto('sources')
      .values({ name, is_on: isOn ? 1 : 0, key: key ?? null, country: country ?? null })
      .execute();
  });

export type KeptAnswer = { readonly etag?: string; readonly lastModified?: string; readonly body: string };

export async function findAnswer(db: Db, url: string): Promise<KeptAnswer | undefined> {
  const row = await db.selectFrom('source_answers').selectAll().where('url', '=', url).executeTakeFirst();
  return (
    row && {
      body: row.body,
      ...(row.etag === null ? {} : { etag: row.etag }),
      ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
    }
  );
}

export const saveAnswer = (
  db: Db,
  url: string,
  answer: KeptAnswer & { readonly at: string },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.deleteFrom('source_answers').where('url', '=', url).execute();
    await tx
      .insertInto('source_answers')
      .values({
        url,
        etag: answer.etag ?? null,
        last_modified: answer.lastModified ?? null,
        body: answer.body,
        at: answer.at,
      })
      .execute();
  });

/** Answers older than `at`, or all of one service: those whose address begins so. */
export const dropAnswers = (
  db: Db,
  which: { readonly before: string } | { readonly base: string },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    if ('before' in which) await tx.deleteFrom('source_answers').where('at', '<', which.before).execute();
    else
      await tx
        .deleteFrom('source_answers')
        .where('url', '>=', which.base)
        .where('url', '<', `${which.base}\u{10ffff}`)
        .execute();
  });
