// Findings of many reviews lined up by claim. Reviews are taken in order of their id, so order of arrival never shows.

import type { ReadReview, Testimony } from '../profile.ts';
import type { Claim, ClaimKind, Finding } from '../reading/finding.ts';

export type Said<K extends ClaimKind> = {
  readonly review: ReadReview;
  readonly finding: Finding & Extract<Claim, { kind: K }>;
  readonly evidence: readonly Testimony[];
};

export const testimonyOf = (review: ReadReview, finding: Finding): readonly Testimony[] =>
  finding.evidence.map(({ start, end, quote }) => ({ reviewId: review.reviewId, start, end, quote }));

const byPlace = (a: Finding, b: Finding): number =>
  (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || compareText(a.why.rule, b.why.rule);

/** Every finding of one kind, in order of review id, then of place. */
export function saidOf<K extends ClaimKind>(reviews: readonly ReadReview[], kind: K): readonly Said<K>[] {
  return reviews.flatMap((review) =>
    review.findings
      .filter((finding): finding is Said<K>['finding'] => finding.kind === kind)
      .sort(byPlace)
      .map((finding) => ({ review, finding, evidence: testimonyOf(review, finding) })),
  );
}

/** Groups in order of first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Code-unit order: the same on every machine, unlike a locale's. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const countReviews = (said: readonly { readonly review: ReadReview }[]): number =>
  new Set(said.map((one) => one.review.reviewId)).size;
