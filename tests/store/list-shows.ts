// Every show of a store, in order of id, for tests that compare a whole store before and after.
import type { Show } from '../../src/core/show.ts';
import type { Db } from '../../src/store/schema.ts';
import { eachPageOfShows } from '../../src/store/shows.ts';

export async function listShows(db: Db): Promise<readonly Show[]> {
  const shows: Show[] = [];
  for await (const page of eachPageOfShows(db)) shows.push(...page);
  return shows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
