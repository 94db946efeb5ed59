// Seasons and episodes, as each source numbers them: two sources may cut the same show differently.
import type { Episode, Numbering, Season } from '../core/episodes.ts';
import type { ShowId } from '../core/show.ts';
import { recordChanges } from './changes.ts';
import type { Db, EpisodeRow } from './schema.ts';
import { insertRows, inTransaction, slices } from './writing.ts';

/** Replaces what this source says of the show. An episode that changed since counts a revision more. */
export const saveSeasons = (
  db: Db,
  { showId, source, seasons }: Numbering & { showId: ShowId },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const at = new Date().toISOString();
    const before = new Map(
      (
        await tx
          .selectFrom('episodes')
          .selectAll()
          .where('show_id', '=', showId)
          .where('source', '=', source)
          .execute()
      ).map((row) => [`${row.season}x${row.number}`, row]),
    );
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
        season.episodes.map((episode) =>
          revised(
            {
              show_id: showId,
              source,
              season: season.number,
              number: episode.number,
              title: episode.title ?? null,
              aired_on: episode.airedOn ?? null,
              minutes: episode.minutes ?? null,
              airs_at: episode.airsAt ?? null,
              revision: 0,
              changed_at: at,
            },
            before.get(`${season.number}x${episode.number}`),
          ),
        ),
      ),
    });
  });

function revised(row: EpisodeRow, before: EpisodeRow | undefined): EpisodeRow {
  if (before === undefined) return row;
  const isSame = (['title', 'aired_on', 'minutes', 'airs_at'] as const).every(
    (field) => row[field] === before[field],
  );
  return isSame
    ? { ...row, revision: before.revision ?? 0, changed_at: before.changed_at ?? row.changed_at }
    : { ...row, revision: (before.revision ?? 0) + 1 };
}

const toEpisode = (row: EpisodeRow): Episode => ({
  number: row.number,
  ...(row.title === null ? {} : { title: row.title }),
  ...(row.aired_on === null ? {} : { airedOn: row.aired_on }),
  ...(row.airs_at === null ? {} : { airsAt: row.airs_at }),
  ...(row.minutes === null ? {} : { minutes: row.minutes }),
  ...(row.revision === null ? {} : { revision: row.revision }),
  ...(row.changed_at === null ? {} : { changedAt: row.changed_at }),
});

/** By source, each source's seasons and episodes in order of their numbers. */
export async function listSeasons(db: Db, showId: ShowId): Promise<readonly Numbering[]> {
  return (await listSeasonsOf(db, [showId])).get(showId) ?? [];
}

/** The same of several shows; those without seasons are absent. */
export async function listSeasonsOf(
  db: Db,
  showIds: readonly ShowId[],
): Promise<ReadonlyMap<ShowId, readonly Numbering[]>> {
  const numberings = new Map<ShowId, Map<string, Season[]>>();
  for (const some of slices(showIds)) {
    const episodes = new Map<string, Episode[]>();
    for (const row of await db
      .selectFrom('episodes')
      .selectAll()
      .where('show_id', 'in', some)
      .orderBy('number')
      .execute())
      addTo(episodes, keyOf(row.show_id, row.source, row.season), toEpisode(row));
    for (const row of await db
      .selectFrom('seasons')
      .selectAll()
      .where('show_id', 'in', some)
      .orderBy('source')
      .orderBy('number')
      .execute()) {
      const sources = numberings.get(row.show_id) ?? new Map<string, Season[]>();
      numberings.set(row.show_id, sources);
      addTo(sources, row.source, {
        number: row.number,
        ...(row.title === null ? {} : { title: row.title }),
        ...(row.first_aired === null ? {} : { firstAired: row.first_aired }),
        ...(row.episodes === null ? {} : { episodeCount: row.episodes }),
        episodes: episodes.get(keyOf(row.show_id, row.source, row.number)) ?? [],
      });
    }
  }
  return new Map(
    Array.from(numberings, ([id, sources]) => [
      id,
      Array.from(sources, ([source, seasons]) => ({ source, seasons })),
    ]),
  );
}

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
