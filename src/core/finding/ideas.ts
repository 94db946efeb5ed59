// Ideas that people ask for and no finding holds ("happy ending", "plot holes"), found in the reviews by their phrasings.
// A phrase under a near negation says the opposite.
import type { Asker, Saying } from '../asking/signs.ts';
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

export function ideasIn(texts: readonly ReviewText[], asker: Asker): readonly Trait[] {
  const sums = new Map<number, { sum: number; best: Trait['evidence']; side: number }>();
  for (const review of texts) {
    const own = new Map<number, { sum: number; plus?: Trait['evidence']; minus?: Trait['evidence'] }>();
    let words = 0;
    for (const sentence of cutSentences(review.text)) {
      words += sentence.words.length;
      for (const match of findCues(asker.sayings, sentence.words))
        for (const saying of match.values) {
          const sign = isDenied(sentence.words, match.from) ? -saying.weight : saying.weight;
          note(own, { saying, sign, evidence: quoteOf(review, sentence, sentence.words[match.from]!) });
        }
    }
    const length = 1 - BY_LENGTH + (BY_LENGTH * Math.max(USUAL_WORDS, words)) / USUAL_WORDS;
    // One review is one voice, however often it says it.
    for (const [idea, { sum, plus, minus }] of own) {
      const voice = Math.max(-1.5, Math.min(1.5, sum / length));
      const before = sums.get(idea) ?? { sum: 0, best: undefined, side: 0 };
      before.sum += voice;
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
    ...(best !== undefined && { evidence: best }),
  }));
}

function note(
  own: Map<number, { sum: number; plus?: Trait['evidence']; minus?: Trait['evidence'] }>,
  { saying, sign, evidence }: { saying: Saying; sign: number; evidence: NonNullable<Trait['evidence']> },
): void {
  const entry = own.get(saying.idea) ?? { sum: 0 };
  entry.sum += sign;
  if (sign > 0) entry.plus ??= evidence;
  else entry.minus ??= evidence;
  own.set(saying.idea, entry);
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
