// Shows of one table put together: the same show in two rows becomes one, and two shows of one id get two ids.
import type { Credit, Show, ShowId } from '../core/show.ts';
import { foldTitle } from './netflix-names.ts';

/** Beyond these a hostile table could make joining slow; no real show comes near. */
const MOST_COMPARED = 10;
const MOST_CREDITS = 300;

const creditKey = (credit: Credit): string => `${credit.role}|${foldTitle(credit.name)}`;

/** Same kind, year and folded title, and half of the shorter list of credits in common. */
function isSameShow(one: Show, other: Show): boolean {
  if (one.kind !== other.kind || one.year !== other.year || one.credits.length > MOST_CREDITS) return false;
  const keys = new Set(one.credits.map(creditKey));
  const shared = other.credits.filter((credit) => keys.has(creditKey(credit))).length;
  return shared > 0 && shared * 2 >= Math.min(one.credits.length, other.credits.length);
}

function join(one: Show, other: Show): Show {
  const known = new Set(one.credits.map(creditKey));
  return {
    ...other,
    ...one,
    countries: [...new Set([...one.countries, ...other.countries])],
    genres: [...new Set([...one.genres, ...other.genres])],
    credits: [...one.credits, ...other.credits.filter((credit) => !known.has(creditKey(credit)))],
    outsideIds: [...one.outsideIds, ...other.outsideIds],
  };
}

/** `byId` counts how often an id was wished for, so that a table of one title repeated stays linear. */
export type Joined = {
  readonly shows: Show[];
  readonly byTitle: Map<string, number[]>;
  readonly byId: Map<string, number>;
};

export const createJoined = (): Joined => ({ shows: [], byTitle: new Map(), byId: new Map() });

/** Puts the show in, or joins it with one that is there already; answers the position of the one it was joined with. */
export function putShow(found: Joined, show: Show): number | undefined {
  const key = foldTitle(show.title);
  const alike = found.byTitle.get(key) ?? [];
  const same = alike.slice(0, MOST_COMPARED).find((at) => isSameShow(found.shows[at]!, show));
  if (same !== undefined) {
    found.shows[same] = join(found.shows[same]!, show);
    return same;
  }
  let id: string = show.id;
  for (let number = found.byId.get(show.id) ?? 1; found.byId.has(id); number++) {
    id = `${show.id}-${number + 1}`;
    found.byId.set(show.id, number + 1);
  }
  found.byId.set(id, 1);
  if (alike.length < MOST_COMPARED) found.byTitle.set(key, [...alike, found.shows.length]);
  found.shows.push({ ...show, id: id as ShowId });
  return undefined;
}
