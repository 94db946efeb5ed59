// The index in memory: for every trait and word the shows that have it, numbers in flat arrays, kept up in place.
// Answering is find.ts; this only keeps.
import type { Asker } from '../asking/signs.ts';
import type { Profile } from '../profile.ts';
import type { Show, ShowId } from '../show.ts';
import { addTo, type Column, dropFrom } from './column.ts';
import { ideasIn, type ReviewText } from './ideas.ts';
import { stemOf, weighWords } from './review-words.ts';
import { numberOf, peopleTraitsOf, type Trait, traitsOf } from './traits.ts';

export type Doc = {
  readonly show: Show;
  readonly profile: Profile | undefined;
  readonly texts: readonly ReviewText[];
  /** Looked for once, when the show is put: the one kind of trait that costs a pass over the reviews. */
  readonly ideas: readonly Trait[];
};

export const NUMBER_FIELDS = ['year', 'episodes', 'minutes', 'seasons'] as const;
type Numbers = Record<(typeof NUMBER_FIELDS)[number], Int16Array>;

export type Index = {
  readonly asker: Asker | undefined;
  readonly slotOf: Map<ShowId, number>;
  readonly docs: (Doc | undefined)[];
  readonly free: number[];
  readonly columns: Map<string, Column>;
  readonly words: Map<string, Column>;
  /** Keys of all genres met. */
  readonly genres: Set<string>;
  /** By slot; -1 where not known. */
  numbers: Numbers;
  /** How many shows have a review: the ground against which what reviews say is rare or common. */
  reviewed: number;
  /** How well known and liked, 0 to 1; by slot. */
  fame: Float32Array;
  /** The length of a show's traits as a vector; by slot. */
  norms: Float32Array;
};

const FIRST_ROOM = 256;
const newNumbers = (room: number): Numbers => ({
  year: new Int16Array(room).fill(-1),
  episodes: new Int16Array(room).fill(-1),
  minutes: new Int16Array(room).fill(-1),
  seasons: new Int16Array(room).fill(-1),
});

/** Without an asker no idea is looked for in reviews, and no genre speaks for a feel. */
export function createIndex(asker?: Asker): Index {
  return {
    asker,
    slotOf: new Map(),
    docs: [],
    free: [],
    columns: new Map(),
    words: new Map(),
    genres: new Set(),
    reviewed: 0,
    numbers: newNumbers(FIRST_ROOM),
    fame: new Float32Array(FIRST_ROOM),
    norms: new Float32Array(FIRST_ROOM),
  };
}

/** A show new to the index, or instead of what was known of it. */
export function putShow(
  index: Index,
  show: Show,
  profile: Profile | undefined,
  texts: readonly ReviewText[],
): void {
  dropShow(index, show.id);
  const slot = index.free.pop() ?? index.docs.length;
  const ideas = index.asker === undefined ? [] : ideasIn(texts, index.asker);
  const doc: Doc = { show, profile, texts, ideas };
  index.docs[slot] = doc;
  index.slotOf.set(show.id, slot);
  if (texts.length > 0) index.reviewed++;
  makeRoom(index, slot);
  for (const field of NUMBER_FIELDS)
    index.numbers[field][slot] = Math.min(32_000, numberOf(field, doc) ?? -1);
  index.fame[slot] = fameOf(doc);
  let square = 0;
  for (const { key, value } of allTraits(doc)) {
    if (key.startsWith('genre ')) index.genres.add(key);
    addTo(index.columns, key, { slot, value });
    square += (value * kindWeight(key)) ** 2;
  }
  index.norms[slot] = Math.sqrt(square);
  for (const [stem, weight] of weighWords(texts)) addTo(index.words, stem, { slot, value: weight });
}

export function dropShow(index: Index, id: ShowId): void {
  const slot = index.slotOf.get(id);
  const doc = slot === undefined ? undefined : index.docs[slot];
  if (slot === undefined || doc === undefined) return;
  for (const { key } of allTraits(doc)) dropFrom(index.columns, key, slot);
  for (const stem of weighWords(doc.texts).keys()) dropFrom(index.words, stem, slot);
  if (doc.texts.length > 0) index.reviewed--;
  index.docs[slot] = undefined;
  index.slotOf.delete(id);
  index.free.push(slot);
}

const allTraits = (doc: Doc): readonly Trait[] => [...traitsOf(doc), ...peopleTraitsOf(doc)];

/** What is known of the show in this slot; its people only when asked for. */
export function traitsIn(index: Index, slot: number, withPeople: boolean): readonly Trait[] {
  const doc = index.docs[slot];
  if (doc === undefined) return [];
  return withPeople ? allTraits(doc) : traitsOf(doc);
}

/** Whether a review holds the word: what no review holds changes no answer. */
export const isKnownWord = (index: Index, word: string): boolean => index.words.has(stemOf(word));

const OF_CATALOGUE = new Set(['kind', 'country', 'network', 'platform', 'genre', 'ageRating', 'person']);

/** How rare a trait is among the shows of which it could be known; more than 0, about 1 when one in three has it. */
export function rarityOf(key: string, index: Index): number {
  const known = OF_CATALOGUE.has(key.slice(0, key.indexOf(' '))) ? index.slotOf.size : index.reviewed;
  return Math.log(1 + known / ((index.columns.get(key)?.count ?? 0) + 1));
}

/** How much a kind of trait says about what a show is like. */
export function kindWeight(key: string): number {
  const kind = key.slice(0, key.indexOf(' '));
  return KIND_WEIGHTS[kind] ?? 0;
}
const KIND_WEIGHTS: Readonly<Record<string, number>> = {
  feel: 1,
  theme: 0.9,
  idea: 0.7,
  genre: 0.6,
  relation: 0.4,
  occasion: 0.3,
  aspect: 0.15,
  person: 0.25,
  kind: 0.5,
  country: 0.5,
  network: 0.1,
};

function makeRoom(index: Index, slot: number): void {
  const room = index.fame.length;
  if (slot < room) return;
  const grown = newNumbers(room * 2);
  for (const field of NUMBER_FIELDS) grown[field].set(index.numbers[field]);
  index.numbers = grown;
  const fame = new Float32Array(room * 2);
  fame.set(index.fame);
  index.fame = fame;
  const norms = new Float32Array(room * 2);
  norms.set(index.norms);
  index.norms = norms;
}

function fameOf({ profile }: Doc): number {
  if (profile === undefined) return 0;
  const { stances, rating } = profile.verdict;
  const known = 1 - 1 / (1 + profile.reviewCount * 0.5);
  const voices =
    stances.recommends + stances['recommends-with-reservations'] + stances.mixed + stances['advises-against'];
  const verdict =
    (stances.recommends +
      0.4 * stances['recommends-with-reservations'] -
      0.3 * stances.mixed -
      stances['advises-against']) /
    (voices + 1);
  const liked = rating === undefined ? 0 : ((rating.mean - 0.7) * 2 * rating.count) / (rating.count + 1);
  return 0.4 * known + 0.3 * verdict + 0.3 * liked;
}
