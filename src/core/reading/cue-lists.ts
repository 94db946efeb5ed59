// The cue lists of the rules, found together: all lists are laid into one tree of words, and one pass over a sheet finds
// for each list its cues, as findCues would. A rule asks for its list; knows nothing of what the cues mean.
import type { Word } from '../text.ts';
import { expandCue, type Match } from './cues.ts';
import { perReader, perSheet, type Reader, type ReaderData, type Sheet } from './sheet.ts';
import { createPaths, firstSteps, layPath, type Paths, step } from './word-paths.ts';

/**
 * The cues of one list in order, none within another: `of` a sheet, where `from` and `to` count in its words, or `among`
 * other words, for the rare rule that cuts out its own.
 */
export type CueList<T> = {
  readonly of: (sheet: Sheet, reader: Reader) => readonly Match<T>[];
  readonly among: (words: readonly Word[], reader: Reader) => readonly Match<T>[];
};

type Entries = Iterable<readonly [cue: string, value: unknown]>;
const lists: ((data: ReaderData) => Entries)[] = [];

/** Makes a list known, where a rule's file is loaded. `entries` are its cues in the notation of cues.ts. */
export function cueList<T>(
  entries: (data: ReaderData) => Iterable<readonly [cue: string, value: T]>,
): CueList<T> {
  const list = lists.push(entries) - 1;
  return {
    of: (sheet, reader) => foundIn(sheet, reader)[list] as readonly Match<T>[],
    among: (words, reader) => findAll(bookOf(reader), words)[list] as readonly Match<T>[],
  };
}

/** A list of single words, each of which stands for itself. */
export const wordList = (words: string): CueList<string> =>
  cueList(() => words.split(' ').map((word) => [word, word] as const));

/** A cue of `list` ends at a node and stands for `values`. */
type Ending = { readonly list: number; values: readonly unknown[] };
/** Of what ends at a node: `lists` and `values` from `starts[node]` to `starts[node + 1]`, side by side in memory. */
type Book = {
  readonly paths: Paths;
  readonly first: Int32Array;
  readonly starts: Int32Array;
  readonly lists: Uint16Array;
  readonly values: readonly (readonly unknown[])[];
};

const bookOf = perReader((data): Book => {
  const paths = createPaths();
  const endings: Ending[][] = [];
  for (const [list, entries] of lists.entries())
    for (const [cue, value] of entries(data))
      for (const sequence of expandCue(cue)) {
        const node = layPath(paths, sequence);
        endings[node] ??= [];
        const ending = endings[node].find((one) => one.list === list);
        if (ending === undefined) endings[node].push({ list, values: [value] });
        else if (!ending.values.includes(value)) ending.values = [...ending.values, value];
      }
  return { paths, first: firstSteps(paths), ...sideBySide(paths.any.length, endings) };
});

function sideBySide(nodes: number, endings: readonly (readonly Ending[])[]) {
  const starts = new Int32Array(nodes + 1);
  const all: Ending[] = [];
  for (let node = 0; node < nodes; node++) {
    starts[node] = all.length;
    all.push(...(endings[node] ?? []));
  }
  starts[nodes] = all.length;
  return {
    starts,
    lists: Uint16Array.from(all, ({ list }) => list),
    values: all.map(({ values }) => values),
  };
}

type Found = Match<unknown>[][];

const foundIn = perSheet((sheet, reader) => findAll(bookOf(reader), sheet.words));

function findAll(book: Book, words: readonly Word[]): Found {
  const search: Search = { book, words, found: lists.map(() => []), from: 0 };
  for (; search.from < words.length; search.from++) {
    const first = book.first[words[search.from]!.number];
    if (first !== undefined && first !== 0) follow(search, first, search.from + 1);
  }
  return search.found;
}

type Search = { readonly book: Book; readonly words: readonly Word[]; readonly found: Found; from: number };

/** Goes on from a node that the words before `to` led to; not across a comma, a stronger mark or a sentence. */
function follow(search: Search, node: number, to: number): void {
  const { paths } = search.book;
  for (let here = node, end = to; ; end++) {
    keep(search, here, end);
    const word = search.words[end];
    if (word === undefined || word.gap === ',' || word.gap === ';' || word.gap === '.') return;
    const next = step(paths, here, word.number);
    const any = paths.any[here]!;
    if (next !== 0 && any !== 0) follow(search, next, end + 1);
    here = any || next;
    if (here === 0) return;
  }
}

/** What ends at a node: for each list the longest at its place, and none within one before it. */
function keep({ book, found, from }: Search, node: number, to: number): void {
  const end = book.starts[node + 1]!;
  for (let at = book.starts[node]!; at < end; at++) {
    const matches = found[book.lists[at]!]!;
    const last = matches[matches.length - 1];
    if (last === undefined || from >= last.to) matches.push({ from, to, values: book.values[at]! });
    else if (last.from === from && to > last.to)
      matches[matches.length - 1] = { from, to, values: book.values[at]! };
  }
}

/** Of matches in order those that begin at word `from` or behind it and before `to`. */
export function matchesWithin<T>(
  matches: readonly Match<T>[],
  from: number,
  to: number,
): readonly Match<T>[] {
  const first = firstAt(matches, from);
  let end = first;
  while (end < matches.length && matches[end]!.from < to) end++;
  return first === end ? [] : matches.slice(first, end);
}

/** The index of the first match that begins at word `from` or behind it. */
function firstAt(matches: readonly Match<unknown>[], from: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
