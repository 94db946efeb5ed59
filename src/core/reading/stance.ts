// How a review leans as a whole: the sum of what single words and pairs were learned to say (stance-weights.tsv, from
// training/learn-stance.ts). Above 0 praise, below 0 blame; a rough measure, for where no sentence says it outright.
import type { Sentence } from '../text.ts';
import { parseRows } from './cues.ts';
import { perReader, type Reader, type Sheet } from './sheet.ts';

/** A word's own weight, and the weights of the pairs that it begins. */
type Weight = { own: number; readonly pairs: Map<string, number> };

const weightsOf = perReader(({ cues }) => {
  const weights = new Map<string, Weight>();
  for (const { cells } of parseRows(cues['stance-weights'] ?? '')) {
    const [first = '', second] = (cells[0] ?? '').split(' ');
    const weight = weights.get(first) ?? { own: 0, pairs: new Map<string, number>() };
    weights.set(first, weight);
    if (second === undefined) weight.own = Number(cells[1]);
    else weight.pairs.set(second, Number(cells[1]));
  }
  return weights;
});

export type Leaning = {
  readonly total: number;
  /** The sentence that leans most to the praising side, and to the blaming one. */
  readonly best: Sentence | undefined;
  readonly worst: Sentence | undefined;
};

export function leaningOf(sheet: Sheet, reader: Reader): Leaning {
  const weights = weightsOf(reader);
  // Each word and pair counts once for the whole, however often it is said.
  const known = new Set<Weight>();
  const knownPairs = new Map<Weight, Set<string>>();
  let total = 0;
  let best: { readonly sentence: Sentence; readonly sum: number } | undefined;
  let worst: { readonly sentence: Sentence; readonly sum: number } | undefined;
  for (const sentence of sheet.sentences) {
    let sum = 0;
    let before: Weight | undefined;
    for (const { folded } of sentence.words) {
      const pair = before?.pairs.get(folded);
      if (before !== undefined && pair !== undefined) {
        sum += pair;
        const seen = knownPairs.get(before) ?? new Set<string>();
        knownPairs.set(before, seen);
        if (!seen.has(folded)) total += pair;
        seen.add(folded);
      }
      const weight = weights.get(folded);
      if (weight !== undefined) {
        sum += weight.own;
        if (!known.has(weight)) total += weight.own;
        known.add(weight);
      }
      before = weight;
    }
    if (sentence.isHeading || sentence.end - sentence.start > 300) continue;
    if (best === undefined || sum > best.sum) best = { sentence, sum };
    if (worst === undefined || sum < worst.sum) worst = { sentence, sum };
  }
  return { total, best: best?.sentence, worst: worst?.sentence };
}
