// The words of reviews, for what no list explains: how much a review is about a word (BM25), and the sentence that has it.
import { isStopWord } from '../asking/stop-words.ts';
import type { Testimony } from '../profile.ts';
import { cutSentences } from '../text.ts';
import { quoteOf, type ReviewText } from './ideas.ts';

const K1 = 1.2;
const B = 0.5;
/** No word weighs more. */
export const MOST_WEIGHT = K1 + 1;
const USUAL_LENGTH = 150;

/** Light: plural and -ing, -ed, so that "laughs" and "laughing" meet "laugh". */
export function stemOf(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us'))
    return word.slice(0, -1);
  return word;
}
const undouble = (stem: string): string => {
  const last = stem.at(-1);
  return last === stem.at(-2) && last !== 'l' && last !== 's' ? stem.slice(0, -1) : stem;
};

/** Stem → weight from 0 to MOST_WEIGHT: the best of the reviews, so that a further review never takes away. */
export function weighWords(texts: readonly ReviewText[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { text } of texts) {
    const counts = new Map<string, number>();
    let length = 0;
    for (const sentence of cutSentences(text))
      for (const { folded } of sentence.words) {
        if (isStopWord(folded)) continue;
        length++;
        const stem = stemOf(folded);
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
      }
    for (const [stem, count] of counts) {
      const weight = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / USUAL_LENGTH));
      if (weight > (weights.get(stem) ?? 0)) weights.set(stem, weight);
    }
  }
  return weights;
}

/** The first sentence of the reviews that has the word. */
export function sentenceWith(texts: readonly ReviewText[], word: string): Testimony | undefined {
  const stem = stemOf(word);
  for (const review of texts)
    for (const sentence of cutSentences(review.text)) {
      const hit = sentence.words.find(({ folded }) => stemOf(folded) === stem);
      if (hit !== undefined) return quoteOf(review, sentence, hit);
    }
  return undefined;
}
