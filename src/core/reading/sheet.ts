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

/** Made once by `createReader` and passed to every rule. */
export type Reader = ReaderData & { readonly __brand: 'Reader' };

/**
 * `isTitle[word.index]` is 1 where the word belongs to the name of the show itself ("Sad Movie" is not sad).
 */
export type Sheet = {
  readonly text: string;
  readonly about?: string;
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly isTitle: Uint8Array;
};

export type Rule = {
  readonly name: string;
  readonly find: (sheet: Sheet, reader: Reader) => readonly Draft[];
};

/** For what a rule makes of the reader's data (a matcher, a table): made at first use, once per reader. */
export function perReader<T extends object>(make: (data: ReaderData) => T): (reader: Reader) => T {
  const made = new WeakMap<Reader, T>();
  return (reader) => {
    let thing = made.get(reader);
    if (thing === undefined) {
      thing = make(reader);
      made.set(reader, thing);
    }
    return thing;
  };
}

export function openSheet(review: { readonly text: string; readonly about?: string }): Sheet {
  const sentences = cutSentences(review.text);
  const words = sentences.flatMap((sentence) => sentence.words);
  const isTitle = new Uint8Array(words.length);
  const about = review.about?.trim();
  if (about) markTitle(words, about, isTitle);
  return { text: review.text, ...(about ? { about } : {}), sentences, words, isTitle };
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

/** From the first word to the last, both included. */
export const spanOf = (first: Word, last: Word): Span => ({ start: first.start, end: last.end });

/** The words between two indexes (end exclusive) as folded text, one space apart. */
export const foldedText = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
