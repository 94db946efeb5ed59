// Seasons and episodes, as each source numbers them: two sources may cut the same show differently.
import type { ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import type { Db } from './schema.ts';
import { insertRows, inTransaction } from './writing.ts';

export type Episode = {
  readonly number: number;
  readonly title?: string;
  readonly airedOn?: string;
  readonly minutes?: number;
};

export type Season = {
  readonly number: number;
  readonly title?: string;
  readonly firstAired?: string;
  /** How many there are to be; `episodes` may know fewer. */
  readonly episodeCount?: number;
  readonly episodes: readonly Episode[];
};

/** Replaces what this source says of the show. */
export const saveSeasons = (
  db: Db,
  { showId, source, seasons }: { showId: ShowId; source: string; seasons: readonly Season[] },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await recordChanges(tx, [{ what: 'show', id: showId, showId }]);
    for (const table of ['episodes', 'seasons'] as const) {
      await tx.deleteFrom(table).where('show_id', '=', showId).where('source', '=', source).execute();
    }
    await insertRows(tx, 'seasons', {
      rows: seasons.map((season) => ({
        show_id: showId,
        source,
        number: season.number,
        title: season.title ?? null,
        first_aired: season.firstAired ?? null,
        episodes: season.episodeCount ?? null,
      })),
    });
    await insertRows(tx, 'episodes', {
      rows: seasons.flatMap((season) =>
        season.episodes.map((episode) => ({
          show_id: showId,
          source,
          season: season.number,
          number: episode.number,
          title: episode.title ?? null,
          aired_on: episode.airedOn ?? null,
          minutes: episode.minutes ?? null,
        })),
      ),
    });
  });

/** By source, each source's seasons and episodes in order of their numbers. */
export async function listSeasons(
  db: Db,
  showId: ShowId,
): Promise<readonly { readonly source: string; readonly seasons: readonly Season[] }[]> {
  const seasons = await db
    .selectFrom('seasons')
    .selectAll()
    .where('show_id', '=', showId)
    .orderBy('source')
    .orderBy('number')
    .execute();
  const episodes = await db
    .selectFrom('episodes')
    .selectAll()
    .where('show_id', '=', showId)
    .orderBy('number')
    .execute();
  const sources = new Map<string, Season[]>();
  for (const row of seasons) {
    const own = episodes.filter(({ source, season }) => source === row.source && season === row.number);
    const season: Season = {
      number: row.number,
      ...(row.title === null ? {} : { title: row.title }),
      ...(row.first_aired === null ? {} : { firstAired: row.first_aired }),
      ...(row.episodes === null ? {} : { episodeCount: row.episodes }),
      episodes: own.map((episode) => ({
        number: episode.number,
        ...(episode.title === null ? {} : { title: episode.title }),
        ...(episode.aired_on === null ? {} : { airedOn: episode.aired_on }),
        ...(episode.minutes === null ? {} : { minutes: episode.minutes }),
      })),
    };
    sources.set(row.source, [...(sources.get(row.source) ?? []), season]);
  }
  return Array.from(sources, ([source, list]) => ({ source, seasons: list }));
}
