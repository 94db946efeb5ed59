// The guide's memory: every show, what its reviews say together, and the indexes that answer at once. Filled from the
// store when Runon opens, kept up by follow.ts. Review texts stay in the store, but for the words the index keeps.
import { gather } from '../core/gathering/gather.ts';
import { createNameIndex, type NameIndex } from '../core/names/name-index.ts';
import type { Profile, ReadReview, ReferenceClaim } from '../core/profile.ts';
import type { Credit, CreditedId, Show, ShowId } from '../core/show.ts';

export type Shelf = {
  readonly shows: Map<ShowId, Show>;
  /** Of shows with reviews; see `profileOf` for the others. */
  readonly profiles: Map<ShowId, Profile>;
  readonly titles: NameIndex;
  /** People with a part in shows, by their id. */
  readonly people: NameIndex;
  /** The last change of the store's feed that is in here. */
  seq: number;
};

export function createShelf(): Shelf {
  return {
    shows: new Map(),
    profiles: new Map(),
    titles: createNameIndex(),
    people: createNameIndex(),
    seq: 0,
  };
}

/** A show that is new or changed, with its people. */
export function replaceOnShelf(shelf: Shelf, show: Show, reviews: readonly ReadReview[]): void {
  putOnShelf(shelf, show, reviews);
  putPeople(shelf, show.credits);
}

/** A show's place on the shelf, new or instead of what stood there; `indexPeople` comes after many of these. */
export function putOnShelf(shelf: Shelf, show: Show, reviews: readonly ReadReview[]): void {
  const before = shelf.shows.get(show.id);
  const profile = reviews.length > 0 ? gather(reviews, show) : undefined;
  shelf.shows.set(show.id, show);
  if (profile === undefined) shelf.profiles.delete(show.id);
  else shelf.profiles.set(show.id, profile);
  if (before === undefined || !isSameList(namesOf(before), namesOf(show)))
    shelf.titles.put(show.id, namesOf(show));
}

export function dropFromShelf(shelf: Shelf, id: ShowId): void {
  shelf.shows.delete(id);
  shelf.profiles.delete(id);
  shelf.titles.drop(id);
}

/** What is known of a show, with or without reviews. */
export const profileOf = (shelf: Shelf, show: Show): Profile =>
  shelf.profiles.get(show.id) ?? gather([], show);

/** Shows that have exactly this name, in any case or punctuation. */
export const showsNamed = (shelf: Shelf, name: string): readonly ShowId[] =>
  shelf.titles.exact(name) as readonly ShowId[];

/** Where the reviews of other shows speak of this one. */
export function referencesTo(shelf: Shelf, id: ShowId): readonly { from: ShowId; claim: ReferenceClaim }[] {
  return [...shelf.profiles.values()].flatMap((profile) =>
    profile.showId === id
      ? []
      : profile.references
          .filter((claim) => showsNamed(shelf, claim.title).includes(id))
          .map((claim) => ({ from: profile.showId, claim })),
  );
}

const namesOf = (show: Show): readonly string[] => [show.title, ...show.names.map(({ text }) => text)];

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** Everyone with a part in a show, under every spelling met: for a shelf that was just filled. */
export function indexPeople(shelf: Shelf): void {
  const names = new Map<CreditedId, string[]>();
  for (const { credits } of shelf.shows.values())
    for (const { personId, name } of credits) {
      if (personId === undefined) continue;
      const known = names.get(personId);
      if (known === undefined) names.set(personId, [name]);
      else if (!known.includes(name)) known.push(name);
    }
  for (const [id, spellings] of names) shelf.people.put(id, spellings);
}

/** Where a person has a part, under which name. */
export function partsOf(shelf: Shelf, id: CreditedId): readonly { show: Show; credit: Credit }[] {
  return [...shelf.shows.values()].flatMap((show) =>
    show.credits.filter(({ personId }) => personId === id).map((credit) => ({ show, credit })),
  );
}

/** Whoever goes with the last show stays findable until the next start, and leads to an empty page's sentence. */
function putPeople(shelf: Shelf, credits: readonly Credit[]): void {
  for (const { personId, name } of credits) {
    if (personId === undefined || shelf.people.exact(name).includes(personId)) continue;
    const names = partsOf(shelf, personId).map(({ credit }) => credit.name);
    shelf.people.put(personId, [...new Set([...names, name])]);
  }
}
