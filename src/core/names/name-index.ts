// Finds names as somebody else wrote them: pieces of their sound bring candidates, likeness orders them.
// Built for a few hundred thousand names in memory and for every key stroke; kept up in place.
import { foldName, squeeze } from './fold.ts';
import { BUCKETS, gramsOf } from './grams.ts';
import { likenessOf, type Prepared, prepareName } from './likeness.ts';

export type NameHit = { readonly id: string; readonly name: string; readonly score: number };
export type NameIndex = {
  /** Best first, one hit per id; `score` is 0 to 1. */
  readonly find: (words: string, limit?: number) => readonly NameHit[];
  /** Ids that have a name equal to these words after folding. */
  readonly exact: (words: string) => readonly string[];
  readonly put: (id: string, names: readonly string[]) => void;
  readonly drop: (id: string) => void;
  /** The names an id was put with, folded alike ones left out. */
  readonly names: (id: string) => readonly string[];
  readonly size: () => number;
};

const LEAST_SCORE = 0.5;
const MANY_TOUCHED = 20_000;
/** Long lists come last: what they add after this many looks is little. */
const MANY_LOOKS = 60_000;
const CANDIDATES = 96;

type Postings = { items: Uint32Array; count: number };

function append(postings: Postings | undefined, slot: number): Postings {
  if (postings === undefined) return { items: new Uint32Array([slot, 0]), count: 1 };
  if (postings.count === postings.items.length) {
    const grown = new Uint32Array(postings.items.length * 2);
    grown.set(postings.items);
    postings.items = grown;
  }
  postings.items[postings.count++] = slot;
  return postings;
}

export function createNameIndex(
  entries: Iterable<{ readonly id: string; readonly names: readonly string[] }> = [],
): NameIndex {
  const postings: (Postings | undefined)[] = new Array(BUCKETS).fill(undefined);
  const ids: string[] = [];
  const names: (string | undefined)[] = [];
  let sizes = new Uint8Array(1024);
  const slotsOf = new Map<string, number | readonly number[]>();
  const byFolded = new Map<string, number | readonly number[]>();
  const free: number[] = [];
  let shared = new Uint8Array(1024);

  const slots = (found: number | readonly number[] | undefined): readonly number[] =>
    found === undefined ? [] : typeof found === 'number' ? [found] : found;
  const addTo = (map: Map<string, number | readonly number[]>, key: string, slot: number): void => {
    const before = map.get(key);
    map.set(key, before === undefined ? slot : [...slots(before), slot]);
  };

  function putName(id: string, name: string): void {
    const folded = foldName(name);
    if (folded === '') return;
    const slot = free.pop() ?? names.length;
    ids[slot] = id;
    names[slot] = name;
    if (slot >= sizes.length) {
      const grown = new Uint8Array(sizes.length * 2);
      grown.set(sizes);
      sizes = grown;
      shared = new Uint8Array(sizes.length);
    }
    const grams = gramsOf(folded);
    sizes[slot] = Math.min(255, grams.length);
    for (const gram of grams) postings[gram] = append(postings[gram], slot);
    addTo(slotsOf, id, slot);
    addTo(byFolded, squeeze(folded), slot);
  }

  function drop(id: string): void {
    for (const slot of slots(slotsOf.get(id))) {
      const folded = foldName(names[slot]!);
      for (const gram of gramsOf(folded)) {
        const list = postings[gram];
        if (list === undefined) continue;
        const at = list.items.subarray(0, list.count).indexOf(slot);
        if (at >= 0) list.items[at] = list.items[--list.count]!;
      }
      const key = squeeze(folded);
      const rest = slots(byFolded.get(key)).filter((one) => one !== slot);
      if (rest.length === 0) byFolded.delete(key);
      else byFolded.set(key, rest.length === 1 ? rest[0]! : rest);
      names[slot] = undefined;
      free.push(slot);
    }
    slotsOf.delete(id);
  }

  /** The slots that share most pieces with the words, best first. */
  function candidates(folded: string): readonly number[] {
    const grams = gramsOf(folded);
    const lists = grams.flatMap((gram) => postings[gram] ?? []).sort((a, b) => a.count - b.count);
    const touched: number[] = [];
    let looks = 0;
    for (const list of lists) {
      if (looks > MANY_LOOKS) break;
      looks += list.count;
      const takesNew = touched.length < MANY_TOUCHED;
      for (let i = 0; i < list.count; i++) {
        const slot = list.items[i]!;
        const count = shared[slot]!;
        if (count > 0) shared[slot] = Math.min(255, count + 1);
        else if (takesNew) {
          shared[slot] = 1;
          touched.push(slot);
        }
      }
    }
    const worth = (slot: number): number =>
      (2 * shared[slot]!) / (grams.length + sizes[slot]!) + (0.35 * shared[slot]!) / grams.length;
    const best = highest(touched, worth, CANDIDATES);
    for (const slot of touched) shared[slot] = 0;
    return best;
  }

  function find(words: string, limit = 10): readonly NameHit[] {
    const asked = prepareName(words);
    if (asked.folded === '') return [];
    const hits = new Map<string, NameHit>();
    const consider = (slot: number): void => {
      const name = names[slot];
      if (name === undefined) return;
      const score = scoreOf(asked, prepareName(name));
      const id = ids[slot]!;
      if (score >= LEAST_SCORE && score > (hits.get(id)?.score ?? 0)) hits.set(id, { id, name, score });
    };
    for (const slot of slots(byFolded.get(squeeze(asked.folded))).slice(0, CANDIDATES)) consider(slot);
    for (const slot of candidates(asked.folded)) consider(slot);
    return [...hits.values()]
      .sort((a, b) => b.score - a.score || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  const put = (id: string, all: readonly string[]): void => {
    drop(id);
    const seen = new Set<string>();
    for (const name of all) if (!seen.has(name)) putName(id, seen.add(name) && name);
  };
  const exact = (words: string): readonly string[] => [
    ...new Set(slots(byFolded.get(squeeze(foldName(words)))).map((slot) => ids[slot]!)),
  ];
  for (const { id, names: all } of entries) put(id, all);
  const namesOf = (id: string): readonly string[] =>
    slots(slotsOf.get(id)).flatMap((slot) => names[slot] ?? []);
  return { find, exact, put, drop, names: namesOf, size: () => slotsOf.size };
}

/** Likeness, raised for a name that begins with the words or has them inside: people type the start first. */
function scoreOf(asked: Prepared, name: Prepared): number {
  const likeness = likenessOf(asked, name);
  if (likeness > 0.95) return likeness;
  const begun = begins(asked, name);
  return Math.max(likeness, begun);
}

function begins(asked: Prepared, name: Prepared): number {
  // Decomposed, so that a half-typed Hangul syllable begins the whole one.
  const start = squeeze(asked.folded).normalize('NFD');
  const whole = squeeze(name.folded).normalize('NFD');
  const share = Math.min(1, start.length / whole.length);
  if (whole.startsWith(start)) return 0.75 + 0.2 * share;
  const at = ` ${name.folded}`.normalize('NFD').indexOf(` ${asked.folded.normalize('NFD')}`);
  return at > 0 ? 0.65 + 0.2 * share : 0;
}

/** The `count` items of highest worth, best first, without sorting them all. */
function highest(
  items: readonly number[],
  worth: (item: number) => number,
  count: number,
): readonly number[] {
  const kept: number[] = [];
  const worths: number[] = [];
  for (const item of items) {
    const own = worth(item);
    if (kept.length === count && own <= worths[count - 1]!) continue;
    let at = Math.min(kept.length, count - 1);
    while (at > 0 && worths[at - 1]! < own) {
      kept[at] = kept[at - 1]!;
      worths[at] = worths[at - 1]!;
      at--;
    }
    kept[at] = item;
    worths[at] = own;
  }
  return kept;
}
