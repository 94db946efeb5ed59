// What a person said about findings, laid over what was read. Pure.
import { type Claim, claimKey, type Evidence, type Finding } from '../core/reading/finding.ts';
import type { Correction } from '../store/corrections.ts';

export type CorrectedFinding = Finding & {
  /** What a correction of it is kept under: `correctFinding` takes it. */
  readonly key: string;
  readonly state: 'read' | 'accepted' | 'replaced';
};
export type RejectedFinding = Finding & { readonly key: string };

export type CorrectedReading = {
  readonly findings: readonly CorrectedFinding[];
  readonly rejected: readonly RejectedFinding[];
};

/** Stretches that give something away are told apart by their words, everything else by what it claims. */
export const findingKey = (finding: Finding): string =>
  finding.kind === 'spoiler' ? `spoiler|${finding.evidence[0]?.quote.slice(0, 80) ?? ''}` : claimKey(finding);

export function applyCorrections(
  findings: readonly Finding[],
  corrections: readonly Correction[],
): CorrectedReading {
  const read = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const corrected = new Map(corrections.map((correction) => [correction.key, correction]));
  const kept: CorrectedFinding[] = [];
  const rejected: RejectedFinding[] = [];
  for (const [key, finding] of read) if (!corrected.has(key)) kept.push({ ...finding, key, state: 'read' });
  for (const [key, correction] of corrected) {
    const finding = read.get(key) ?? correction.finding;
    if (finding === undefined) continue;
    if (correction.action === 'accept') kept.push({ ...finding, key, state: 'accepted' });
    // A rejected finding that is read no more needs no mention.
    else if (correction.action === 'replace')
      kept.push({ ...withClaim(finding, correction.replacement), key, state: 'replaced' });
    else if (read.has(key)) rejected.push({ ...finding, key });
  }
  return { findings: kept.sort(byPlace), rejected: rejected.sort(byPlace) };
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
  (a.evidence[0]?.end ?? 0) - (b.evidence[0]?.end ?? 0);

/** The same words with what a person says that they mean. */
const withClaim = ({ evidence, why }: Finding, claim: Claim): Finding => ({
  ...claim,
  evidence,
  confidence: 1,
  why,
});

/**
 * Moves a correction to an edited text: each quote is looked up anew, nearest to where it stood. One whose words are
 * all gone speaks of nothing any more: undefined.
 */
export function moveCorrection(correction: Correction, text: string): Correction | undefined {
  if (correction.finding === undefined) return correction;
  const evidence = correction.finding.evidence.flatMap((quote) => relocate(quote, text));
  return evidence.length === 0
    ? undefined
    : {
        ...correction,
        finding: { ...correction.finding, evidence: evidence.sort((a, b) => a.start - b.start) },
      };
}

function relocate({ start, quote }: Evidence, text: string): readonly Evidence[] {
  const after = text.indexOf(quote, start);
  const before = text.lastIndexOf(quote, start);
  if (after < 0 && before < 0) return [];
  const at = before < 0 || (after >= 0 && after - start < start - before) ? after : before;
  return [{ start: at, end: at + quote.length, quote }];
}
