// Feels and aspects: one voice per review, the middle, the spread. Quarrels are kept, never averaged away.
import type { Opinion, Voice } from '../profile.ts';
import { compareText, groupBy, type Said } from './testimony.ts';

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const voiceOf = <K extends 'feel' | 'aspect'>(
  said: readonly Said<K>[],
  degree: (one: Said<K>) => number,
): Voice => ({
  reviewId: said[0]!.review.reviewId,
  degree: mean(said.map(degree)),
  evidence: said.flatMap((one) => one.evidence),
});

/** Opinions per term, strongest first: how far from neutral, times how many hold it (logarithmic), then by name. */
export function opinionsBy<K extends 'feel' | 'aspect'>(
  said: readonly Said<K>[],
  term: (one: Said<K>) => string,
  degree: (one: Said<K>) => number,
): readonly (Opinion & { readonly term: string })[] {
  const opinions = [...groupBy(said, term)].map(([name, group]) => {
    const voices = [...groupBy(group, (one) => one.review.reviewId).values()].map((own) =>
      voiceOf(own, degree),
    );
    const degrees = voices.map((voice) => voice.degree);
    const strength = mean(degrees);
    return {
      term: name,
      strength,
      spread: Math.sqrt(mean(degrees.map((one) => (one - strength) ** 2))),
      ayes: degrees.filter((one) => one > 0).length,
      nays: degrees.filter((one) => one < 0).length,
      voices,
    };
  });
  return opinions.sort((a, b) => weight(b) - weight(a) || compareText(a.term, b.term));
}

const weight = (opinion: Opinion): number =>
  (Math.abs(opinion.strength) + 0.25) * Math.log2(1 + opinion.voices.length);
