// The guide's memory: every show, what its reviews say together, and the indexes that answer at once. Filled from the
// store when Runon opens, kept up by follow.ts.
import type { Asker } from '../core/asking/signs.ts';
import type { ReviewText } from '../core/finding/ideas.ts';
import { createIndex, dropShow, type Index, putShow } from '../core/finding/shelf-index.ts';
import { gather } from '../core/gathering/gather.ts';
import { createNameIndex, type NameIndex } from '../core/names/name-index.ts';
import type { Profile, ReadReview, ReferenceClaim } from '../core/profile.ts';
import type { Credit, CreditedId, Show, ShowId } from '../core/show.ts';

export type Shelf = {
  readonly shows: Map<ShowId, Show>;
  /** Of shows with reviews; see `profileOf` for the others. */
  readonly profiles: Map<ShowId, Profile>;
  readonly indexes: Indexes;
  /** Shows that the indexes do not know as they are now, with the texts of their reviews; see `settled`. */
  readonly waiting: Map<ShowId, readonly ReviewText[]>;
  /** The last change of the store's feed that is in here. */
  seq: number;
};

export type Indexes = {
  readonly titles: NameIndex;
  /** People with a part in shows, by their id. */
  readonly people: NameIndex;
  readonly finding: Index;
  readonly asker: Asker;
};

export const createShelf = (asker: Asker): Shelf => ({
  shows: new Map(),
  profiles: new Map(),
  indexes: {
    titles: createNameIndex(),
    people: createNameIndex(),
    finding: createIndex(asker),
    asker,
  },
  waiting: new Map(),
  seq: 0,
});

/** A show's place on the shelf, new or instead of what stood there. */
export function putOnShelf(shelf: Shelf, show: Show, reviews: readonly ReadReview[]): void {
  shelf.shows.set(show.id, show);
  if (reviews.length > 0) shelf.profiles.set(show.id, gather(reviews, show));
  else shelf.profiles.delete(show.id);
  shelf.waiting.set(show.id, reviews.length === 0 ? NO_TEXTS : reviews.map(textOf));
}

const NO_TEXTS: readonly ReviewText[] = [];

const textOf = ({ reviewId, text, findings }: ReadReview): ReviewText => ({
  reviewId,
  text,
  spoilers: findings.filter(({ kind }) => kind === 'spoiler').flatMap(({ evidence }) => evidence),
});

/** People stay findable until the next start when their last show goes: their page then says so. */
export function dropFromShelf({ shows, profiles, indexes, waiting }: Shelf, id: ShowId): void {
  shows.delete(id);
  profiles.delete(id);
  waiting.delete(id);
  indexes.titles.drop(id);
  dropShow(indexes.finding, id);
}

/** The indexes with everything in them: nothing is answered from half an index. */
export function settled(shelf: Shelf): Indexes {
  settleSome(shelf, Number.POSITIVE_INFINITY);
  return shelf.indexes;
}

/** Puts some of the waiting shows into the indexes: a site that starts serves its first pages meanwhile. */
export function settleSome({ shows, profiles, indexes, waiting }: Shelf, count: number): void {
  let left = count;
  for (const [id, texts] of waiting) {
    if (left-- <= 0) return;
    const show = shows.get(id)!;
    waiting.delete(id);
    indexes.titles.put(id, namesOf(show));
    putPeople(indexes, show.credits);
    putShow(indexes.finding, show, profiles.get(id), texts);
  }
}

const namesOf = (show: Show): readonly string[] => [show.title, ...show.names.map(({ text }) => text)];

function putPeople({ people }: Indexes, credits: readonly Credit[]): void {
  for (const { personId, name } of credits) if (personId !== undefined) people.add(personId, name);
}

/** What is known of a show, with or without reviews. */
export const profileOf = (shelf: Shelf, show: Show): Profile =>
  shelf.profiles.get(show.id) ?? gather([], show);

/** Shows that have exactly this name, in any case or punctuation. */
export const showsNamed = (shelf: Shelf, name: string): readonly ShowId[] =>
  settled(shelf).titles.exact(name) as readonly ShowId[];

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

/** Where a person has a part, under which name. */
export function partsOf(shelf: Shelf, id: CreditedId): readonly { show: Show; credit: Credit }[] {
  return [...shelf.shows.values()].flatMap((show) =>
    show.credits.filter(({ personId }) => personId === id).map((credit) => ({ show, credit })),
  );
}
