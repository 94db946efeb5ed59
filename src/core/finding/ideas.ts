// Ideas that people ask for and no finding holds ("happy ending", "plot holes"), found in the reviews by their phrasings.
// A phrase under a near negation says the opposite.
import type { Asker } from '../asking/signs.ts';
import { findCues } from '../reading/cues.ts';
import type { ReviewId } from '../review.ts';
import { cutSentences, type Sentence, type Span, type Word } from '../text.ts';
import type { Trait } from './traits.ts';

/** `spoilers` are stretches that no reason may quote. */
export type ReviewText = {
  readonly reviewId: ReviewId;
  readonly text: string;
  readonly spoilers?: readonly Span[];
};

const LONGEST_QUOTE = 240;
const REACH = 4;
/** A phrase among a hundred words is what a review is about; among a thousand it may be there by chance (as in BM25). */
const USUAL_WORDS = 120;
const BY_LENGTH = 0.5;
const NO = new Set(
  "no not never without nothing none hardly barely lacks lack lacking isn't wasn't aren't weren't don't doesn't didn't can't couldn't won't wouldn't neither nor zero less avoid avoids instead"
    .split(' ')
    .flatMap((word) => [word, word.replace("'", '')]),
);

/** A review with its sentences, cut once for all that look into it. */
export type CutReview = { readonly review: ReviewText; readonly sentences: readonly Sentence[] };
export const cutReview = (review: ReviewText): CutReview => ({
  review,
  sentences: cutSentences(review.text),
});

/** Where an idea was met. */
type Place = { readonly review: ReviewText; readonly sentence: Sentence; readonly word: Word };
/** What one review says of an idea, and where it first says so and first the opposite. */
type Voice = { sum: number; plus?: Place; minus?: Place };

export function ideasIn(reviews: readonly CutReview[], asker: Asker): readonly Trait[] {
  const sums = new Map<number, { sum: number; best: Place | undefined; side: number }>();
  for (const cut of reviews) {
    const { voices, words } = voicesIn(cut, asker);
    const length = 1 - BY_LENGTH + (BY_LENGTH * Math.max(USUAL_WORDS, words)) / USUAL_WORDS;
    // One review is one voice, however often it says it.
    for (const [idea, { sum, plus, minus }] of voices) {
      const before = sums.get(idea) ?? { sum: 0, best: undefined, side: 0 };
      before.sum += Math.max(-1.5, Math.min(1.5, sum / length));
      const side = Math.sign(before.sum) || 1;
      if (before.best === undefined || before.side !== side) {
        before.best = (side > 0 ? plus : minus) ?? before.best ?? plus ?? minus;
        before.side = side;
      }
      sums.set(idea, before);
    }
  }
  return [...sums].map(([idea, { sum, best }]) => ({
    key: `idea ${asker.ideas[idea]}`,
    value: sum / (Math.abs(sum) + 0.7),
    ...(best !== undefined && { evidence: quoteOf(best.review, best.sentence, best.word) }),
  }));
}

function voicesIn(
  { review, sentences }: CutReview,
  asker: Asker,
): { voices: Map<number, Voice>; words: number } {
  const voices = new Map<number, Voice>();
  let words = 0;
  for (const sentence of sentences) {
    words += sentence.words.length;
    for (const match of findCues(asker.sayings, sentence.words))
      for (const { idea, weight } of match.values) {
        const sign = isDenied(sentence.words, match.from) ? -weight : weight;
        const voice: Voice = voices.get(idea) ?? { sum: 0 };
        voice.sum += sign;
        voice[sign > 0 ? 'plus' : 'minus'] ??= { review, sentence, word: sentence.words[match.from]! };
        voices.set(idea, voice);
      }
  }
  return { voices, words };
}

function isDenied(words: readonly Word[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const gap = words[i + 1]!.gap;
    if (gap === ',' || gap === ';' || gap === '.') return false;
    if (!NO.has(words[i]!.folded)) continue;
    // "Not only sad"; "people are the monsters, not the infected" sets two that are there against each other.
    return !(words[i]!.folded === 'not' && ['only', 'just', 'the'].includes(words[i + 1]!.folded));
  }
  return false;
}

/** The sentence around a word, or as much of it as a quote holds; cut between words. */
export function quoteOf(review: ReviewText, sentence: Sentence, word: Word): NonNullable<Trait['evidence']> {
  let start = sentence.start;
  let end = sentence.end;
  if (end - start > LONGEST_QUOTE) {
    const inside = sentence.words.filter(
      (one) => one.start >= word.start - LONGEST_QUOTE / 2 && one.end <= word.end + LONGEST_QUOTE / 2,
    );
    start = inside[0]?.start ?? word.start;
    end = inside.at(-1)?.end ?? word.end;
  }
  return { reviewId: review.reviewId, start, end, quote: review.text.slice(start, end) };
}
