// A few sentences that represent what is said: of the strongest claims, each of another review, none from a spoiler.
import type { ReadReview, Testimony } from '../profile.ts';
import type { Finding } from '../reading/finding.ts';
import type { Span } from '../text.ts';
import { compareText } from './testimony.ts';

const QUOTES = 4;
const LONGEST = 260;
const SHORTEST = 24;
const ENDS = new Set(['.', '!', '?', '…', '\n', '。', '！', '？']);

/** The sentence around a span, cut at LONGEST on either side; never splits a surrogate pair. */
function sentenceAround(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && span.start - start < LONGEST && !ENDS.has(text[start - 1]!)) start--;
  while (end < text.length && end - span.end < LONGEST && !ENDS.has(text[end - 1]!)) end++;
  while (start < span.start && /[\s#>*_"“”'‘’)\]-]/.test(text[start]!)) start++;
  while (end > span.end && /\s/.test(text[end - 1]!)) end--;
  if (start > 0 && isLowSurrogate(text.charCodeAt(start))) start--;
  if (isLowSurrogate(text.charCodeAt(end))) end++;
  return { start, end };
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const weightOf = (finding: Finding): number => {
  if (finding.kind === 'verdict') return 2.5;
  if (finding.kind === 'feel') return 1 + Math.abs(finding.degree);
  if (finding.kind === 'aspect') return 0.8 + Math.abs(finding.sentiment);
  return 0;
};

type Candidate = Testimony & { readonly weight: number };

function candidatesOf(review: ReadReview): readonly Candidate[] {
  const covered = review.findings
    .filter((finding) => finding.kind === 'spoiler')
    .flatMap((finding) => finding.evidence);
  const found = new Map<string, Candidate>();
  for (const finding of review.findings) {
    const weight = weightOf(finding) * finding.confidence;
    if (weight === 0) continue;
    for (const evidence of finding.evidence) {
      const { start, end } = sentenceAround(review.text, evidence);
      if (end - start > LONGEST || end - start < SHORTEST) continue;
      if (covered.some((spoiler) => overlaps(spoiler, { start, end }))) continue;
      const before = found.get(`${start}-${end}`)?.weight ?? 0;
      found.set(`${start}-${end}`, {
        reviewId: review.reviewId,
        start,
        end,
        quote: review.text.slice(start, end),
        weight: before + weight,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || a.start - b.start);
}

export function quotesOf(reviews: readonly ReadReview[]): readonly Testimony[] {
  const best = reviews.flatMap((review) => candidatesOf(review).slice(0, 1));
  const order = (a: Candidate, b: Candidate): number =>
    b.weight - a.weight || compareText(a.reviewId, b.reviewId);
  return best
    .sort(order)
    .slice(0, QUOTES)
    .map(({ weight: _, ...testimony }) => testimony);
}
