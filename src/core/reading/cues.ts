// Cue phrases: read from TSV, written in a small notation, found in one pass over the words of a text.
// Notation, word by word: a|b either · (a) may be missing · look~ a verb in all its forms · joke+ a noun, also plural ·
// * any one word. Hyphens and spaces are the same. Knows nothing of what a cue means.
import { cutSentences, type Word } from '../text.ts';
import { fold } from '../word-forms.ts';
import { createPaths, layPath, type Paths, step } from './word-paths.ts';

export type Row = { readonly line: number; readonly cells: readonly string[] };

/** Lines of tab-separated cells; empty ones and those that begin with # are passed over. */
export function parseRows(tsv: string): readonly Row[] {
  return tsv
    .split('\n')
    .map((text, at) => ({ line: at + 1, text: text.replace(/\r$/, '') }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
    .map(({ line, text }) => ({ line, cells: text.split('\t').map((cell) => cell.trim()) }));
}

/** `values[node]`: what the cue that ends there stands for. */
export type Matcher<T> = { readonly paths: Paths; readonly values: readonly (readonly T[] | undefined)[] };
/** Words `from` to `to` (indexes into the words searched, `to` exclusive) are a cue; `values` all that it stands for. */
export type Match<T> = { readonly from: number; readonly to: number; readonly values: readonly T[] };

const LIMIT_FORMS = 4000;
const vowel = /[aeiou]/;

/** drag → drag, drags, dragged, dragging. Irregular verbs are written out in the cue: fall|falls|fell. */
export function verbForms(verb: string): readonly string[] {
  if (/e$/.test(verb))
    return [verb, `${verb}s`, `${verb}d`, `${/[eo]e$/.test(verb) ? verb : verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const s = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const isShort = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb);
  const stem = isShort ? verb + verb.at(-1) : verb;
  return [verb, s, `${stem}ed`, `${stem}ing`];
}

/** cliche → cliche, cliches; story → stories. */
export function nounForms(noun: string): readonly string[] {
  if (/[^aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, /(?:s|x|z|ch|sh)$/.test(noun) && vowel.test(noun) ? `${noun}es` : `${noun}s`];
}

/** All word sequences that a cue stands for. Throws an Error on a cue that stands for too many. */
export function expandCue(cue: string): readonly (readonly string[])[] {
  let sequences: string[][] = [[]];
  for (const piece of cue.trim().split(/\s+/)) {
    const isOptional = piece.startsWith('(') && piece.endsWith(')');
    const forms = (isOptional ? piece.slice(1, -1) : piece).split('|').flatMap((part) => {
      if (part === '*') return [['*']];
      const form = /[~+]$/.test(part) ? part.slice(0, -1) : part;
      const inflected = part.endsWith('~') ? verbForms(form) : part.endsWith('+') ? nounForms(form) : [form];
      return inflected.map(foldedWords);
    });
    sequences = [
      ...(isOptional ? sequences : []),
      ...sequences.flatMap((before) => forms.map((form) => [...before, ...form])),
    ];
    if (sequences.length > LIMIT_FORMS) throw new Error(`The cue "${cue}" stands for too many phrases.`);
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

const foldedWords = (text: string): readonly string[] =>
  // Most pieces of cues are one plain word, and there are tens of thousands of them; one that begins with an apostrophe
  // ends a word of the text ("'s"), which it cannot be told to be when it stands alone.
  /^'?[a-z]+$/.test(text)
    ? [fold(text)]
    : cutSentences(text).flatMap((sentence) => sentence.words.map((word) => word.folded));

export function createMatcher<T>(entries: Iterable<readonly [cue: string, value: T]>): Matcher<T> {
  const paths = createPaths();
  const values: (readonly T[] | undefined)[] = [];
  for (const [cue, value] of entries)
    for (const sequence of expandCue(cue)) {
      const node = layPath(paths, sequence);
      const known = values[node] ?? [];
      if (!known.includes(value)) values[node] = [...known, value];
    }
  return { paths, values };
}

/** The longest cue that begins at `words[from]`; it does not run across a comma, a stronger mark or a sentence. */
export function matchAt<T>(matcher: Matcher<T>, words: readonly Word[], from: number): Match<T> | undefined {
  const first = step(matcher.paths, 0, words[from]!.number);
  if (first === 0) return undefined;
  return walk(first, { matcher, words, from, best: undefined }, from + 1);
}

type Walk<T> = {
  readonly matcher: Matcher<T>;
  readonly words: readonly Word[];
  readonly from: number;
  best: Match<T> | undefined;
};

function walk<T>(node: number, way: Walk<T>, to: number): Match<T> | undefined {
  const { paths, values } = way.matcher;
  const ending = values[node];
  if (ending !== undefined && (way.best === undefined || to > way.best.to))
    way.best = { from: way.from, to, values: ending };
  const word = way.words[to];
  if (word === undefined || word.gap === ',' || word.gap === ';' || word.gap === '.') return way.best;
  const next = step(paths, node, word.number);
  if (next !== 0) walk(next, way, to + 1);
  const any = paths.any[node]!;
  if (any !== 0) walk(any, way, to + 1);
  return way.best;
}

/** All cues from left to right, the longest at each place, none within another. */
export function findCues<T>(matcher: Matcher<T>, words: readonly Word[]): readonly Match<T>[] {
  const found: Match<T>[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(matcher, words, at);
    if (match === undefined) at++;
    else {
      found.push(match);
      at = match.to;
    }
  }
  return found;
}

/** The cues of one cell, parted by " ; ". */
export const splitCues = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(' ; ')
    .map((cue) => cue.trim())
    .filter((cue) => cue !== '');
