// Sequences of words as paths of a tree, kept in flat tables of numbers: a step from a node by a word is one look-up, and
// tens of thousands of cues take little memory. Knows words by their numbers only; what a path ends in is the caller's.
import { countNumbers, giveNumber, wordOf } from '../word-forms.ts';

/**
 * Nodes are numbers, the root is 0. `steps` is a hash table with three numbers a place: node, word, and the node that
 * they lead to (0: an empty place). `hints` holds a bit for each hash: where it is 0 no step is, which most look-ups
 * learn there, in a table small enough to stay at hand. `any` holds for each node the one that any word leads to, or 0.
 */
export type Paths = { steps: Int32Array; hints: Uint32Array; readonly any: number[] };

/** Stands in a sequence for any one word. */
const ANY = '*';
const WIDTH = 3;
const FEWEST_PLACES = 64;

const HINTS = 8;

export const createPaths = (): Paths => ({ ...tables(FEWEST_PLACES), any: [0] });

const tables = (places: number) => ({
  steps: new Int32Array(places * WIDTH),
  hints: new Uint32Array((places * HINTS) / 32),
});

const hash = (node: number, word: number): number => {
  const mixed = Math.imul(node ^ Math.imul(word, 0x2545f491), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** The node that `word` (its number) leads to from `node`; 0 when it leads nowhere. */
export function step({ steps, hints }: Paths, node: number, word: number): number {
  if (word === 0) return 0;
  const mixed = hash(node, word);
  if ((hints[(mixed >>> 5) & (hints.length - 1)]! & (1 << (mixed & 31))) === 0) return 0;
  const last = steps.length / WIDTH - 1;
  for (let place = mixed & last; ; place = (place + 1) & last) {
    const at = place * WIDTH;
    const next = steps[at + 2]!;
    if (next === 0 || (steps[at] === node && steps[at + 1] === word)) return next;
  }
}

/**
 * The node that each word leads to from the root, by its number: for lists that are asked at every word of a text, where
 * the one table that is always at hand pays.
 */
export const firstSteps = (paths: Paths): Int32Array => {
  const first = new Int32Array(countNumbers());
  for (let number = 1; number < first.length; number++) first[number] = step(paths, 0, number);
  return first;
};

/** The node at the end of a sequence of folded words, laid where it is not there yet. */
export function layPath(paths: Paths, words: readonly string[]): number {
  let node = 0;
  for (const word of words) {
    if (word !== ANY) {
      const number = giveNumber(word);
      node = step(paths, node, number) || layStep(paths, node, number);
    } else if (paths.any[node] !== 0) node = paths.any[node]!;
    else {
      const next = paths.any.push(0) - 1;
      paths.any[node] = next;
      node = next;
    }
  }
  return node;
}

function layStep(paths: Paths, node: number, word: number): number {
  const next = paths.any.push(0) - 1;
  // At least half of the places stay empty, so that a look-up ends soon.
  if (next * 2 * WIDTH > paths.steps.length) {
    const before = paths.steps;
    Object.assign(paths, tables((before.length / WIDTH) * 2));
    for (let at = 0; at < before.length; at += WIDTH)
      if (before[at + 2] !== 0) put(paths, [before[at]!, before[at + 1]!, before[at + 2]!]);
  }
  put(paths, [node, word, next]);
  return next;
}

function put({ steps, hints }: Paths, entry: readonly [node: number, word: number, next: number]): void {
  const mixed = hash(entry[0], entry[1]);
  hints[(mixed >>> 5) & (hints.length - 1)]! |= 1 << (mixed & 31);
  const last = steps.length / WIDTH - 1;
  let place = mixed & last;
  while (steps[place * WIDTH + 2] !== 0) place = (place + 1) & last;
  steps.set(entry, place * WIDTH);
}

/** All words of the sequences, folded. */
export function wordsOf({ steps }: Paths): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = 0; at < steps.length; at += WIDTH) if (steps[at + 2] !== 0) words.add(wordOf(steps[at + 1]!));
  return words;
}
