// The index in memory: for every trait and word the shows that have it, numbers in flat arrays, kept up in place.
// Answering is find.ts; this only keeps. docs/decisions/finding-index.md says why it is so.
import type { Asker } from '../asking/signs.ts';
import type { Profile } from '../profile.ts';
import type { Show, ShowId } from '../show.ts';
import { cutReview, ideasIn, type ReviewText } from './ideas.ts';
import { countOf, createPostings, dropPosting, MOST_SLOTS, type Postings, putPosting } from './postings.ts';
import { MOST_WEIGHT, stemOf, weighWords } from './review-words.ts';
import { numberOf, peopleTraitsOf, type Trait, traitsOf } from './traits.ts';

/** What the reviews of a show bring. Ideas are looked for once, when the show is put: they cost a pass over the texts. */
export type Reviewed = {
  readonly profile: Profile | undefined;
  readonly texts: readonly ReviewText[];
  readonly ideas: readonly Trait[];
};
export type Doc = Reviewed & { readonly show: Show };

export const NUMBER_FIELDS = ['year', 'episodes', 'minutes', 'seasons'] as const;
type Numbers = Record<(typeof NUMBER_FIELDS)[number], Int16Array>;

/** Shows have slots, numbers from 0 that are used again; `prior`, `norms` and `numbers` are by slot. */
export type Index = {
  readonly asker: Asker | undefined;
  readonly slotOf: Map<ShowId, number>;
  readonly shows: (Show | undefined)[];
  /** By slot; most shows have no review. */
  readonly reviewed: Map<number, Reviewed>;
  readonly free: number[];
  readonly traits: Postings;
  readonly words: Postings;
  /** Keys of all genres met. */
  readonly genres: Set<string>;
  /** -1 where not known. */
  numbers: Numbers;
  /** How well known and liked, -1 to 1; -Infinity where no show is. */
  prior: Float32Array;
  /** The length of a show's traits as a vector. */
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
    shows: [],
    reviewed: new Map(),
    free: [],
    traits: createPostings(),
    words: createPostings(),
    genres: new Set(),
    numbers: newNumbers(FIRST_ROOM),
    prior: new Float32Array(FIRST_ROOM).fill(Number.NEGATIVE_INFINITY),
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
  const known = index.slotOf.get(show.id);
  const before = known === undefined ? undefined : docIn(index, known);
  const slot = known ?? index.free.pop() ?? index.shows.length;
  if (slot >= MOST_SLOTS) throw new Error(`An index holds ${MOST_SLOTS} shows.`);
  makeRoom(index, slot);
  const cut = texts.map(cutReview);
  const ideas = index.asker === undefined || texts.length === 0 ? NO_IDEAS : ideasIn(cut, index.asker);
  const doc: Doc = { show, profile, texts, ideas };

  let square = 0;
  const traits = allTraits(doc);
  for (const { key, value } of traits) {
    if (key.startsWith('genre ')) index.genres.add(key);
    putPosting(index.traits, key, { slot, value });
    square += (value * kindWeight(key)) ** 2;
  }
  const words = weighWords(cut);
  for (const [stem, weight] of words) putPosting(index.words, stem, { slot, value: weight / MOST_WEIGHT });
  if (before !== undefined) {
    dropTraits(index, slot, before, traits);
    if (!before.texts.every((one) => texts.some((now) => now.text === one.text)))
      dropWords(index, slot, before, words);
  }

  index.slotOf.set(show.id, slot);
  index.shows[slot] = show;
  if (profile === undefined && texts.length === 0) index.reviewed.delete(slot);
  else index.reviewed.set(slot, { profile, texts, ideas });
  for (const field of NUMBER_FIELDS)
    index.numbers[field][slot] = Math.min(32_000, numberOf(field, doc) ?? -1);
  index.prior[slot] = fameOf(doc);
  index.norms[slot] = Math.sqrt(square);
}

const NO_IDEAS: readonly Trait[] = [];
const UNREVIEWED: Reviewed = { profile: undefined, texts: [], ideas: NO_IDEAS };

/** Lists are only written where something differs: a further review leaves the long ones of the catalogue alone. */
function dropTraits(index: Index, slot: number, before: Doc, now: readonly Trait[]): void {
  const keys = new Set(now.map(({ key }) => key));
  for (const { key } of allTraits(before)) if (!keys.has(key)) dropPosting(index.traits, key, slot);
}

function dropWords(index: Index, slot: number, before: Doc, now: ReadonlyMap<string, number>): void {
  for (const stem of weighWords(before.texts.map(cutReview)).keys())
    if (!now.has(stem)) dropPosting(index.words, stem, slot);
}

export function dropShow(index: Index, id: ShowId): void {
  const slot = index.slotOf.get(id);
  const before = slot === undefined ? undefined : docIn(index, slot);
  if (slot === undefined || before === undefined) return;
  dropTraits(index, slot, before, []);
  dropWords(index, slot, before, new Map());
  index.shows[slot] = undefined;
  index.reviewed.delete(slot);
  index.prior[slot] = Number.NEGATIVE_INFINITY;
  index.slotOf.delete(id);
  index.free.push(slot);
}

/** What is known of the show in this slot. */
export function docIn(index: Index, slot: number): Doc | undefined {
  const show = index.shows[slot];
  return show && { show, ...(index.reviewed.get(slot) ?? UNREVIEWED) };
}

const allTraits = (doc: Doc): readonly Trait[] => [...traitsOf(doc), ...peopleTraitsOf(doc)];

/** The traits of the show in this slot; its people only when asked for. */
export function traitsIn(index: Index, slot: number, withPeople: boolean): readonly Trait[] {
  const doc = docIn(index, slot);
  if (doc === undefined) return [];
  return withPeople ? allTraits(doc) : traitsOf(doc);
}

/** Whether a review holds the word: what no review holds changes no answer. */
export const isKnownWord = (index: Index, word: string): boolean => countOf(index.words, stemOf(word)) > 0;

const OF_CATALOGUE = new Set(['kind', 'country', 'network', 'platform', 'genre', 'ageRating', 'person']);

/** How rare a trait is among the shows of which it could be known; more than 0, about 1 when one in three has it. */
export function rarityOf(key: string, index: Index): number {
  const known = OF_CATALOGUE.has(key.slice(0, key.indexOf(' '))) ? index.slotOf.size : index.reviewed.size;
  return Math.log(1 + known / (countOf(index.traits, key) + 1));
}

/** How much a kind of trait says about what a show is like. */
export const kindWeight = (key: string): number => KIND_WEIGHTS[key.slice(0, key.indexOf(' '))] ?? 0;

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
  const room = index.prior.length;
  if (slot < room) return;
  const size = Math.ceil(room * 1.5);
  const grown = newNumbers(size);
  for (const field of NUMBER_FIELDS) grown[field].set(index.numbers[field]);
  index.numbers = grown;
  const prior = new Float32Array(size).fill(Number.NEGATIVE_INFINITY);
  prior.set(index.prior);
  index.prior = prior;
  const norms = new Float32Array(size);
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
  return 0.2 * known + 0.4 * verdict + 0.4 * liked;
}
