// How a review leans as a whole: the sum of what single words and pairs were learned to say (stance-weights.tsv, from
// training/learn-stance.ts). Above 0 praise, below 0 blame; a rough measure, for where no sentence says it outright.
import type { Sentence } from '../text.ts';
import { parseRows } from './cues.ts';
import { perReader, type Reader, type Sheet } from './sheet.ts';
import { createPaths, layPath, type Paths, step } from './word-paths.ts';

/** Single words and pairs as paths; `weights[node]` of the one that ends there, 0 where none ends, as at the root. */
type Weights = { readonly paths: Paths; readonly weights: Float64Array };

const weightsOf = perReader(({ cues }): Weights => {
  const paths = createPaths();
  const weights: number[] = [];
  for (const { cells } of parseRows(cues['stance-weights'] ?? ''))
    weights[layPath(paths, (cells[0] ?? '').split(' '))] = Number(cells[1]);
  return { paths, weights: Float64Array.from({ length: paths.any.length }, (_, node) => weights[node] ?? 0) };
});

export type Leaning = {
  readonly total: number;
  /** The sentence that leans most to the praising side, and to the blaming one. */
  readonly best: Sentence | undefined;
  readonly worst: Sentence | undefined;
};

export function leaningOf(sheet: Sheet, reader: Reader): Leaning {
  const { paths, weights } = weightsOf(reader);
  // Each word and pair counts once for the whole, however often it is said.
  const known = new Set<number>();
  let total = 0;
  let best: { readonly sentence: Sentence; readonly sum: number } | undefined;
  let worst: { readonly sentence: Sentence; readonly sum: number } | undefined;
  for (const sentence of sheet.sentences) {
    let sum = 0;
    let before = 0;
    for (const { number } of sentence.words) {
      const word = step(paths, 0, number);
      const pair = before === 0 ? 0 : step(paths, before, number);
      sum += weights[pair]!;
      sum += weights[word]!;
      if (!known.has(pair)) total += weights[pair]!;
      known.add(pair);
      if (!known.has(word)) total += weights[word]!;
      known.add(word);
      before = word;
    }
    if (sentence.isHeading || sentence.end - sentence.start > 300) continue;
    if (best === undefined || sum > best.sum) best = { sentence, sum };
    if (worst === undefined || sum < worst.sum) worst = { sentence, sum };
  }
  return { total, best: best?.sentence, worst: worst?.sentence };
}
