// The words of reviews, for what no list explains: how much a review is about a word (BM25), and the sentence that has it.
import { isStopWord } from '../asking/stop-words.ts';
import type { Testimony } from '../profile.ts';
import { cutSentences, type Span } from '../text.ts';
import { type CutReview, quoteOf, type ReviewText } from './ideas.ts';

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
export function weighWords(reviews: readonly CutReview[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { sentences } of reviews) {
    const counts = new Map<string, number>();
    let length = 0;
    for (const { words } of sentences)
      for (const { folded } of words) {
        if (isStopWord(folded)) continue;
        length++;
        const stem = stemOf(folded);
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
      }
    const long = K1 * (1 - B + (B * length) / USUAL_LENGTH);
    for (const [stem, count] of counts) {
      const weight = (count * (K1 + 1)) / (count + long);
      if (weight > (weights.get(stem) ?? 0)) weights.set(stem, weight);
    }
  }
  return weights;
}

/** Sentences are looked for this far around a word: to cut whole reviews for twenty picks costs more than finding them. */
const AROUND = 400;
const MOST_TRIES = 40;

/** The first sentence of the reviews that has the word. */
export function sentenceWith(texts: readonly ReviewText[], word: string): Testimony | undefined {
  const stem = stemOf(word);
  for (const review of texts) {
    const found = isPlain(review.text) ? searched(review, stem) : within(review, stem, 0, review.text.length);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nothing to fold but case, so that a word stands in the text as it stands in the index. */
const isPlain = (text: string): boolean => !/[^\u0000-\u007f‘’“”–—…]/.test(text);

function searched(review: ReviewText, stem: string): Testimony | undefined {
  const { text } = review;
  const plain = text.toLowerCase();
  // "stories" has the stem "story".
  const root = stem.endsWith('y') ? stem.slice(0, -1) : stem;
  let at = plain.indexOf(root);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    const { start, end } = windowAround(text, at);
    const found = within(review, stem, start, end);
    if (found !== undefined) return found;
    at = plain.indexOf(root, at + 1);
  }
  return undefined;
}

function within(review: ReviewText, stem: string, start: number, end: number): Testimony | undefined {
  const part = { ...review, text: review.text.slice(start, end) };
  for (const sentence of cutSentences(part.text)) {
    const hit = sentence.words.find(({ folded }) => stemOf(folded) === stem);
    if (hit !== undefined) return shifted(quoteOf(part, sentence, hit), start);
  }
  return undefined;
}

const shifted = (found: Testimony, by: number): Testimony => ({
  ...found,
  start: found.start + by,
  end: found.end + by,
});

/** From the end of a sentence before to the end of one behind, or between words where none is near. */
function windowAround(text: string, at: number): Span {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const ends = [...before.matchAll(/[.!?…\n]\s/g)].at(-1);
  const space = before.indexOf(' ');
  const start =
    at - before.length + (ends !== undefined ? ends.index + 1 : at > AROUND && space >= 0 ? space : 0);
  const behind = text.slice(at, at + AROUND);
  const end = at + AROUND >= text.length ? text.length : at + Math.max(behind.lastIndexOf(' '), 0);
  return { start, end: Math.max(end, at) };
}
