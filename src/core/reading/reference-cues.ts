// The words by which a review brings in another work, before and behind its title (reference-cues.tsv).
import { createMatcher, type Matcher, parseRows } from './cues.ts';
import type { ReferenceAs } from './finding.ts';
import { perReader, type ReaderData } from './sheet.ts';

/** `song`, `word`: no work at all; `seen`: a title without marks may follow; `work`: only a work can follow. */
export type Says = ReferenceAs | 'song' | 'word' | 'seen' | 'work';
export const referenceCues = perReader(({ cues }: ReaderData) => {
  const rows = parseRows(cues['reference-cues'] ?? '').map(({ cells: [says, side, ...phrases] }) => ({
    says: says as Says,
    side,
    phrases,
  }));
  const matcher = (side: string): Matcher<Says> =>
    createMatcher(
      rows
        .filter((row) => row.side === side)
        .flatMap((row) => row.phrases.map((phrase) => [phrase, row.says] as const)),
    );
  return { before: matcher('before'), after: matcher('after') };
});
