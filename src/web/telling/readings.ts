// A reading as notes in a margin, and the words that the pencilled review needs around them.
import type { Claim, Evidence } from '../../core/reading/finding.ts';
import { claimKey } from '../../core/reading/finding.ts';
import type { Messages } from '../messages/languages.ts';
import type { PencilNote, PencilWords } from '../parts/pencilled-review.ts';
import { tellClaim } from './claims.ts';

type Noted = Claim & {
  readonly evidence: readonly Evidence[];
  readonly key?: string;
  readonly state?: 'read' | 'accepted' | 'replaced';
};

/** Two drafts may claim the same (two stretches that give something away): their places then tell them apart. */
export function pencilNotes(findings: readonly Noted[], messages: Messages): readonly PencilNote[] {
  const seen = new Set<string>();
  return findings.map((finding) => {
    const claimed = finding.key ?? claimKey(finding);
    const key = seen.has(claimed) ? `${claimed}|${finding.evidence[0]?.start}` : claimed;
    seen.add(key);
    return {
      key,
      kind: finding.kind,
      spans: finding.evidence,
      ...tellClaim(finding, messages),
      ...(finding.state === undefined ? {} : { state: finding.state }),
    };
  });
}

export const pencilWords = (messages: Messages): PencilWords => ({
  kinds: messages.parts.kinds,
  liftSpoiler: messages.parts.spoiler.lift,
  states: messages.parts.note.states,
});

export function countKinds(findings: readonly Claim[]): Partial<Record<Claim['kind'], number>> {
  const counts: Partial<Record<Claim['kind'], number>> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
