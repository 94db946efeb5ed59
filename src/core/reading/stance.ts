// How a review leans as a whole: the sum of what single words and pairs were learned to say (stance-weights.tsv, from
// training/learn-stance.ts). Above 0 praise, below 0 blame; a rough measure, for where no sentence says it outright.
import type { Sentence } from '../text.ts';
import { parseRows } from './cues.ts';
import { perReader, type Reader, type Sheet } from './sheet.ts';
import { createPaths, firstSteps, layPath, type Paths, step } from './word-paths.ts';

/** Single words and pairs as paths; `weights[node]` of the one that ends there, 0 where none ends, as at the root. */
type Weights = {
  readonly paths: Paths;
  readonly first: Int32Array;
  readonly weights: Float64Array;
};

const weightsOf = perReader(({ cues }): Weights => {
  const paths = createPaths();
  const weights: number[] = [];
  for (const { cells } of parseRows(cues['stance-weights'] ?? ''))
    weights[layPath(paths, (cells[0] ?? '').split(' '))] = Number(cells[1]);
  return {
    paths,
    first: firstSteps(paths),
    weights: Float64Array.from({ length: paths.any.length }, (_, node) => weights[node] ?? 0),
  };
});

export type Leaning = {
  readonly total: number;
  /** The sentence that leans most to the praising side, and to the blaming one. */
  readonly best: Sentence | undefined;
  readonly worst: Sentence | undefined;
};

export function leaningOf(sheet: Sheet, reader: Reader): Leaning {
  const { paths, first, weights } = weightsOf(reader);
  // Each word and pair counts once for the whole, however often it is said: one bit for each that was seen.
  const seen = new Uint32Array((weights.length >> 5) + 1);
  let total = 0;
  let best: { readonly sentence: Sentence; readonly sum: number } | undefined;
  let worst: { readonly sentence: Sentence; readonly sum: number } | undefined;
  for (const sentence of sheet.sentences) {
    let sum = 0;
    let before = 0;
    const weigh = (node: number): void => {
      const weight = weights[node]!;
      sum += weight;
      if ((seen[node >> 5]! & (1 << (node & 31))) === 0) total += weight;
      seen[node >> 5]! |= 1 << (node & 31);
    };
    for (const { number } of sentence.words) {
      const word = first[number] ?? 0;
      if (before !== 0) weigh(step(paths, before, number));
      weigh(word);
      before = word;
    }
    if (sentence.isHeading || sentence.end - sentence.start > 300) continue;
    if (best === undefined || sum > best.sum) best = { sentence, sum };
    if (worst === undefined || sum < worst.sum) worst = { sentence, sum };
  }
  return { total, best: best?.sentence, worst: worst?.sentence };
}
