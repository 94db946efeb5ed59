// Finds names as somebody else wrote them: pieces of their sound bring candidates, likeness orders them.
// Built for a few hundred thousand names in memory and for every key stroke; kept up in place.
import { candidatesFor, createSounds, dropSounds, putSounds } from './candidates.ts';
import { createChains, dropUnder, numbersUnder, putUnder } from './chains.ts';
import { foldName, squeeze } from './fold.ts';
import { likenessOf, type Prepared, prepareName } from './likeness.ts';

export type NameHit = { readonly id: string; readonly name: string; readonly score: number };
export type NameIndex = {
  /** Best first, one hit per id; `score` is 0 to 1. */
  readonly find: (words: string, limit?: number) => readonly NameHit[];
  /** Whole names much alike, from the few that share most pieces: for thousands of look-ups in a row. */
  readonly alike: (words: string, least: number) => readonly NameHit[];
  /** Ids that have a name equal to these words after folding. */
  readonly exact: (words: string) => readonly string[];
  readonly put: (id: string, names: readonly string[]) => void;
  /** One more name for an id, new or not. */
  readonly add: (id: string, name: string) => void;
  readonly drop: (id: string) => void;
  /** The names an id was put with. */
  readonly names: (id: string) => readonly string[];
  /** How many ids there are. */
  readonly size: () => number;
};

const LEAST_SCORE = 0.5;
const MOST_EXACT = 96;
/** Names much alike share so many pieces that they stand among the first. */
const MOST_ALIKE = 12;

export function createNameIndex(
  entries: Iterable<{ readonly id: string; readonly names: readonly string[] }> = [],
): NameIndex {
  // By slot: one name each.
  const ids: string[] = [];
  const names: (string | undefined)[] = [];
  const free: number[] = [];
  const byId = createChains();
  const byFolded = createChains();
  const sounds = createSounds();
  let size = 0;

  const slotsOf = (id: string): readonly number[] =>
    numbersUnder(byId, id).filter((slot) => ids[slot] === id);
  const slotsNamed = (squeezed: string): readonly number[] =>
    numbersUnder(byFolded, squeezed).filter((slot) => squeeze(foldName(names[slot]!)) === squeezed);

  function putName(id: string, name: string): boolean {
    const folded = foldName(name);
    if (folded === '') return false;
    const slot = free.pop() ?? names.length;
    ids[slot] = id;
    names[slot] = name;
    putSounds(sounds, slot, folded);
    putUnder(byId, id, slot);
    putUnder(byFolded, squeeze(folded), slot);
    return true;
  }

  function put(id: string, all: readonly string[]): void {
    drop(id);
    let isPut = false;
    for (const [at, name] of all.entries()) if (all.indexOf(name) === at && putName(id, name)) isPut = true;
    if (isPut) size++;
  }

  function add(id: string, name: string): void {
    const own = slotsOf(id);
    if (own.some((slot) => names[slot] === name)) return;
    if (putName(id, name) && own.length === 0) size++;
  }

  function drop(id: string): void {
    const own = slotsOf(id);
    for (const slot of own) {
      dropSounds(sounds, slot, foldName(names[slot]!));
      dropUnder(byId, slot);
      dropUnder(byFolded, slot);
      names[slot] = undefined;
      free.push(slot);
    }
    if (own.length > 0) size--;
  }

  function find(words: string, limit = 10): readonly NameHit[] {
    const asked = prepareName(words);
    if (asked.folded === '') return [];
    const hits = new Map<string, NameHit>();
    const consider = (slot: number): void => {
      const name = names[slot]!;
      const score = scoreOf(asked, prepareName(name));
      const id = ids[slot]!;
      if (score >= LEAST_SCORE && score > (hits.get(id)?.score ?? 0)) hits.set(id, { id, name, score });
    };
    for (const slot of slotsNamed(squeeze(asked.folded)).slice(0, MOST_EXACT)) consider(slot);
    for (const slot of candidatesFor(sounds, asked.folded)) consider(slot);
    return best(hits).slice(0, limit);
  }

  function alike(words: string, least: number): readonly NameHit[] {
    const asked = prepareName(words);
    if (asked.folded === '') return [];
    const hits = new Map<string, NameHit>();
    for (const slot of candidatesFor(sounds, asked.folded).slice(0, MOST_ALIKE)) {
      const [id, name] = [ids[slot]!, names[slot]!];
      const score = likenessOf(asked, prepareName(name));
      if (score >= least && score > (hits.get(id)?.score ?? 0)) hits.set(id, { id, name, score });
    }
    return best(hits);
  }

  const best = (hits: ReadonlyMap<string, NameHit>): NameHit[] =>
    [...hits.values()].sort(
      (a, b) => b.score - a.score || a.name.length - b.name.length || (a.id < b.id ? -1 : 1),
    );

  for (const { id, names: all } of entries) put(id, all);
  return {
    find,
    alike,
    exact: (words) => [...new Set(slotsNamed(squeeze(foldName(words))).map((slot) => ids[slot]!))],
    put,
    add,
    drop,
    names: (id) => slotsOf(id).map((slot) => names[slot]!),
    size: () => size,
  };
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
