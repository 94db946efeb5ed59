// How a review leans as a whole: the sum of what single words and pairs were learned to say (stance-weights.tsv, from
// training/learn-stance.ts). Above 0 praise, below 0 blame; a rough measure, for where no sentence says it outright.
import type { Sentence } from '../text.ts';
import { parseRows } from './cues.ts';
import { perReader, type Reader, type Sheet } from './sheet.ts';

const weightsOf = perReader(
  ({ cues }) =>
    new Map(parseRows(cues['stance-weights'] ?? '').map(({ cells }) => [cells[0]!, Number(cells[1])])),
);

export type Leaning = {
  readonly total: number;
  /** The sentence that leans most to the praising side, and to the blaming one. */
  readonly best: Sentence | undefined;
  readonly worst: Sentence | undefined;
};

export function leaningOf(sheet: Sheet, reader: Reader): Leaning {
  const weights = weightsOf(reader);
  const known = new Set<string>();
  let total = 0;
  let best: { readonly sentence: Sentence; readonly sum: number } | undefined;
  let worst: { readonly sentence: Sentence; readonly sum: number } | undefined;
  for (const sentence of sheet.sentences) {
    let sum = 0;
    let before = '';
    for (const { folded } of sentence.words) {
      for (const feature of before === '' ? [folded] : [folded, `${before} ${folded}`]) {
        const weight = weights.get(feature);
        if (weight === undefined) continue;
        sum += weight;
        if (known.has(feature)) continue;
        known.add(feature);
        total += weight;
      }
      before = folded;
    }
    if (sentence.isHeading || sentence.end - sentence.start > 300) continue;
    if (best === undefined || sum > best.sum) best = { sentence, sum };
    if (worst === undefined || sum < worst.sum) worst = { sentence, sum };
  }
  return { total, best: best?.sentence, worst: worst?.sentence };
}
