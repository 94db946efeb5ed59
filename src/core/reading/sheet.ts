// What a rule sees of one review: the text cut up, and what it is about. Also what a rule is, and what it may ask of
// the reader. Knows no rule.
import { cutSentences, type Sentence, type Span, type Word } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Draft } from './finding.ts';

/** `cues` holds the TSV files of data/cues by name without ending: `cues.feels`. */
export type ReaderData = {
  readonly vocabulary: Vocabulary;
  readonly cues: Readonly<Record<string, string>>;
};

/** Made once by `createReader` and passed to every rule. `tables`: what the rules made of the data, see perReader. */
export type Reader = ReaderData & { readonly tables: unknown[] };
export const createReader = (data: ReaderData): Reader => ({ ...data, tables: [] });

/**
 * `isTitle[word.index]` is 1 where the word belongs to the name of the show itself ("Sad Movie" is not sad).
 */
export type Sheet = {
  readonly text: string;
  readonly about?: string;
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly isTitle: Uint8Array;
  /** What was made of this sheet once for several rules, see perSheet. */
  readonly made: unknown[];
};

export type Rule = {
  readonly name: string;
  readonly find: (sheet: Sheet, reader: Reader) => readonly Draft[];
};

const tableMakers: ((data: ReaderData) => unknown)[] = [];

/**
 * For what a rule makes of the reader's data (a matcher, a table). All of them are made when the first sheet is opened:
 * the words of their lists get their numbers before a text is cut into words.
 */
export function perReader<T extends object>(make: (data: ReaderData) => T): (reader: Reader) => T {
  const slot = tableMakers.push(make) - 1;
  return (reader) => {
    reader.tables[slot] ??= make(reader);
    return reader.tables[slot] as T;
  };
}

let sheetSlots = 0;

/** For what several rules want of a sheet (its names, its cast): made at first use, once per sheet. */
export function perSheet<T extends object>(
  make: (sheet: Sheet, reader: Reader) => T,
): (sheet: Sheet, reader: Reader) => T {
  const slot = sheetSlots++;
  return (sheet, reader) => {
    sheet.made[slot] ??= make(sheet, reader);
    return sheet.made[slot] as T;
  };
}

export function openSheet(review: { readonly text: string; readonly about?: string }, reader: Reader): Sheet {
  if (reader.tables.length < tableMakers.length)
    tableMakers.forEach((make, slot) => {
      reader.tables[slot] ??= make(reader);
    });
  const sentences = cutSentences(review.text);
  const words: Word[] = [];
  for (const sentence of sentences) for (const word of sentence.words) words.push(word);
  const isTitle = new Uint8Array(words.length);
  const about = review.about?.trim();
  if (about) for (const form of titleForms(about)) markTitle(words, form, isTitle);
  return { text: review.text, ...(about ? { about } : {}), sentences, words, isTitle, made: [] };
}

/** "Dr. Frost Season 2: The Thaw" is also called "Dr. Frost"; "Tide 2019" is "Tide". */
function titleForms(about: string): readonly string[] {
  const bare = about.replace(
    /[\s:,(-]+(?:(?:season|part|series|volume|vol|episode|ep|s|p)\.? ?\d+.*|(?:19|20)\d\d\)?)$/i,
    '',
  );
  const main = bare.split(/: | [-–—] /)[0]!;
  return [...new Set([about, bare, ...(main.includes(' ') ? [main] : [])])].filter((form) => form !== '');
}

function markTitle(words: readonly Word[], about: string, isTitle: Uint8Array): void {
  const title = cutSentences(about)
    .flatMap((sentence) => sentence.words)
    .map((word) => word.folded);
  const head = title[0];
  if (head === undefined) return;
  // "Run On" is a title and "run on" is not; a note in lower case says it in lower case, and one word is too little there.
  const isLong = title.length > 2;
  for (let i = 0; i + title.length <= words.length; i++) {
    if (words[i]!.folded !== head) continue;
    let length = 1;
    while (length < title.length && words[i + length]!.folded === title[length]) length++;
    if (length < title.length) continue;
    const isCapital = words[i]!.form[0] !== words[i]!.folded[0];
    if (isLong || isCapital) isTitle.fill(1, i, i + length);
  }
}

/** The indexes of the words that begin with a digit. */
export const numeralsOf = perSheet(({ words }): readonly number[] => {
  const found: number[] = [];
  for (const { form, index } of words) {
    const first = form.charCodeAt(0);
    if (first >= 48 && first <= 57) found.push(index);
  }
  return found;
});

/** The sentence of the word at index `at`. */
export const sentenceAt = (sheet: Sheet, at: number): Sentence => sheet.sentences[sheet.words[at]!.sentence]!;

/** From the first word to the last, both included. */
export const spanOf = (first: Word, last: Word): Span => ({ start: first.start, end: last.end });

/** The words between two indexes (end exclusive) as folded text, one space apart. */
export const foldedText = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
