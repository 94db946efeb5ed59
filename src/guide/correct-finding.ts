// What a person says about a finding: right, wrong, or something else. It outlives every new reading.
import type { Claim, Finding } from '../core/reading/finding.ts';
import type { ReviewId } from '../core/review.ts';
import { type Correction, deleteCorrection, findCorrection, saveCorrection } from '../store/corrections.ts';
import { findReading } from '../store/readings.ts';
import { checkClaim } from './check-claim.ts';
import { findingKey } from './corrections.ts';
import { getReview } from './edit-review.ts';
import { change, type Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { noteUndo } from './undo.ts';

export type FindingCorrection = {
  readonly reviewId: ReviewId;
  /** As `openReview` gives it. */
  readonly key: string;
  readonly action: 'accept' | 'reject' | 'replace' | 'clear';
  /** What the words mean, for `replace`. */
  readonly replacement?: Claim;
};

export function correctFinding(guide: Guide, wish: FindingCorrection): Promise<{ readonly undo: string }> {
  return change(guide, async (tx) => {
    const { id: reviewId } = await getReview(tx, wish.reviewId);
    const before = await findCorrection(tx, { reviewId, key: wish.key });
    const read = (await findReading(tx, reviewId))?.findings.find((one) => findingKey(one) === wish.key);
    const finding = read ?? before?.finding;
    if (finding === undefined && before === undefined)
      throw new Refusal('not-found', 'The review has no such finding any more.', { hint: 'Open it again.' });
    if (wish.action === 'clear') await deleteCorrection(tx, { reviewId, key: wish.key });
    else await saveCorrection(tx, correctionOf(guide, { ...wish, reviewId }, finding));
    return {
      undo: await noteUndo(guide, tx, {
        what: 'correct-finding',
        before: [{ kind: 'correction', id: reviewId, key: wish.key, correction: before ?? null }],
      }),
    };
  });
}

function correctionOf(guide: Guide, wish: FindingCorrection, finding: Finding | undefined): Correction {
  const shared = {
    reviewId: wish.reviewId,
    key: wish.key,
    personId: guide.me,
    at: guide.now().toISOString(),
    ...(finding === undefined ? {} : { finding }),
  };
  if (wish.action === 'accept' || wish.action === 'reject') return { ...shared, action: wish.action };
  if (wish.replacement === undefined)
    throw new Refusal('invalid', 'Nothing was said that should stand there instead.');
  return { ...shared, action: 'replace', replacement: checkClaim(guide.reader.vocabulary, wish.replacement) };
}
