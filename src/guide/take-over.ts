// A title that a file brings and the starter guide has already, under an id of its own: the file's id and facts take
// over, the starter's facts fill what the file leaves open, and reviews, list and diary go along. Only entries that
// are the starter's own are taken over: what a person edited or brought is never guessed to be something else.
import { nameKey } from '../core/names/name-key.ts';
import type { Show, ShowId } from '../core/show.ts';
import { type Shelf, showsNamed } from './shelf.ts';

/** The one entry of the starter guide that is this show, or undefined when there is none or a doubt. */
export function starterEntryOf(shelf: Shelf, show: Show): ShowId | undefined {
  const ids = new Set(
    [show.title, ...show.names.map(({ text }) => text)].flatMap((name) => showsNamed(shelf, name)),
  );
  const [entry, other] = [...ids].filter((id) => isSame(shelf.shows.get(id)!, show));
  return other === undefined ? entry : undefined;
}

/** Names agree already. Nothing may speak against it, and the year or someone's name has to speak for it. */
function isSame(entry: Show, show: Show): boolean {
  if (entry.source !== 'starter' || show.source === 'starter' || entry.kind !== show.kind) return false;
  const areYearsKnown = entry.year !== undefined && show.year !== undefined;
  if (areYearsKnown && Math.abs(entry.year - show.year) > 1) return false;
  if (entry.credits.length === 0 || show.credits.length === 0) return areYearsKnown;
  const people = new Set(entry.credits.map(({ name }) => nameKey(name)));
  return show.credits.some(({ name }) => people.has(nameKey(name)));
}

/** What `show` leaves open is as `kept` has it; every name stays one by which it is found. */
export function withGapsFilled(show: Show, kept: Show): Show {
  const texts = new Set(show.names.map(({ text }) => text));
  const further = kept.names
    .filter(({ text }) => !texts.has(text))
    .map((name) => (name.kind === 'title' ? { ...name, kind: 'alternative' as const } : name));
  const list = <Item>(own: readonly Item[], other: readonly Item[]) => (own.length > 0 ? own : other);
  return {
    ...kept,
    ...show,
    names: [...show.names, ...further],
    countries: list(show.countries, kept.countries),
    genres: list(show.genres, kept.genres),
    networks: list(show.networks, kept.networks),
    platforms: list(show.platforms, kept.platforms),
    credits: list(show.credits, kept.credits),
    outsideIds: list(show.outsideIds, kept.outsideIds),
  };
}
