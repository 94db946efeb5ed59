// Keeping what a source says of a title: its words under its own name, with their end; its names and ids at the title, so
// that it is found by them; its episodes in its own numbering. What a person wrote is never touched.
import type { OutsideId, Show, ShowId, ShowName } from '../core/show.ts';
import { scriptOf } from '../exchange/script.ts';
import { type AnySource, type SourceDetails, TERMS } from '../sources/source.ts';
import type { Db } from '../store/schema.ts';
import { saveSeasons } from '../store/seasons.ts';
import { findShow, updateShow } from '../store/shows.ts';
import { deleteSourced, listExpired, type Sourced, saveSourced, sourcedOfShow } from '../store/sourced.ts';
import { dropAnswers } from '../store/sources.ts';
import { change, type Guide } from './guide.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Without the seasons, which have tables of their own. */
export type KeptDetails = Omit<SourceDetails, 'seasons'>;
export type SourceWords = Omit<Sourced, 'details' | 'source'> & {
  readonly source: AnySource;
  readonly details: KeptDetails;
};

/** Inside a transaction. */
export async function keepSourced(
  guide: Guide,
  tx: Db,
  said: { readonly show: Show; readonly source: AnySource; readonly details: SourceDetails },
): Promise<void> {
  const { show, source, details } = said;
  const { seasons, ...words } = details;
  const now = guide.now();
  const { keepDays } = TERMS[source];
  await updateShow(tx, withNames(show, source, details));
  await saveSourced(tx, {
    showId: show.id,
    source,
    sourceId: details.id,
    details: words,
    fetchedAt: now.toISOString(),
    ...(keepDays === undefined
      ? {}
      : { expiresAt: new Date(now.getTime() + keepDays * DAY_MS).toISOString() }),
  });
  await saveSeasons(tx, { showId: show.id, source, seasons });
}

/** What the sources say of a title and may still be shown. */
export async function wordsOfSources(guide: Guide, showId: ShowId): Promise<readonly SourceWords[]> {
  const at = guide.now().toISOString();
  return ((await sourcedOfShow(guide.store.db, showId)) as readonly SourceWords[]).filter(
    ({ expiresAt }) => expiresAt === undefined || expiresAt > at,
  );
}

/** Drops what its source's terms no longer let us keep; gives how many titles that concerned. */
export async function dropExpired(guide: Guide): Promise<number> {
  const at = guide.now();
  const expired = await listExpired(guide.store.db, at.toISOString());
  const keepDays = Math.min(...Object.values(TERMS).flatMap((terms) => terms.keepDays ?? []));
  await dropAnswers(guide.store.db, { before: new Date(at.getTime() - keepDays * DAY_MS).toISOString() });
  if (expired.length === 0) return 0;
  await change(guide, async (tx) => {
    for (const one of expired) {
      await deleteSourced(tx, one);
      await dropNamesOf(tx, one);
    }
  });
  return expired.length;
}

export async function dropNamesOf(
  tx: Db,
  { showId, source }: { readonly showId: ShowId; readonly source: string },
): Promise<void> {
  const show = await findShow(tx, showId);
  if (show?.names.some((name) => name.source === source))
    await updateShow(tx, { ...show, names: show.names.filter((name) => name.source !== source) });
}

const LIMIT_NAMES = 60;

/** Names that are there already stay whose they were; of ids, one for each service. */
function withNames(show: Show, source: string, details: SourceDetails): Show {
  const own = show.names.filter((name) => name.source !== source);
  const there = new Set(own.map(({ text }) => text));
  const isNew = !own.some(({ kind }) => kind === 'title');
  const names = details.names
    .filter(({ text }) => !there.has(text) && there.add(text))
    .slice(0, LIMIT_NAMES)
    .map(({ text, kind, language }): ShowName => {
      const script = scriptOf(text);
      return {
        text,
        kind: kind === 'title' && !isNew ? 'alternative' : kind,
        source,
        ...(language === undefined ? {} : { language }),
        ...(script === undefined ? {} : { script }),
      };
    });
  return { ...show, names: [...own, ...names], outsideIds: withIds(show.outsideIds, details.outsideIds) };
}

export const withIds = (own: readonly OutsideId[], more: readonly OutsideId[]): readonly OutsideId[] => [
  ...own,
  ...more.filter(({ service }) => !own.some((one) => one.service === service)),
];
