// Learns how much single words and pairs lean towards praise or blame, from the 50,000 film reviews of Maas et al. 2011
// (their ratings as the teacher), and writes data/cues/stance-weights.tsv. Names are left out.
// usage: node training/learn-stance.ts path/to/aclimdb.jsonl.gz
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { cutSentences } from '../src/core/text.ts';

const LEAST_REVIEWS = 60;
const FEATURES = 9000;
const KEPT = 4500;
const ROUNDS = 8;

type Example = { readonly features: readonly number[]; readonly isGood: number; readonly isTest: boolean };
type Seen = { reviews: number; good: number; capital: number; inside: number; index: number };

const path = process.argv[2];
if (path === undefined) throw new Error('Which file? usage: learn-stance.ts aclimdb.jsonl.gz');
const seen = new Map<string, Seen>();
const texts: { readonly words: Set<string>; readonly isGood: number; readonly isTest: boolean }[] = [];

for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
  const review = JSON.parse(line) as { text: string; rating: number; split: string };
  const words = new Set<string>();
  const isGood = review.rating >= 6 ? 1 : 0;
  for (const sentence of cutSentences(review.text)) {
    let before = '';
    for (const [at, word] of sentence.words.entries()) {
      const folded = /\d/.test(word.folded) ? '0' : word.folded;
      const known = seen.get(folded) ?? { reviews: 0, good: 0, capital: 0, inside: 0, index: -1 };
      seen.set(folded, known);
      if (at > 0) {
        known.inside++;
        if (word.form[0] !== word.folded[0]) known.capital++;
      }
      words.add(folded);
      if (before !== '') words.add(`${before} ${folded}`);
      before = folded;
    }
  }
  texts.push({ words, isGood, isTest: review.split === 'test' });
}
const isName = (word: string): boolean => {
  const known = seen.get(word);
  return known === undefined || (known.inside > 0 && known.capital / known.inside > 0.5 && word !== 'i');
};
for (const text of texts)
  for (const feature of text.words) {
    const known = seen.get(feature) ?? { reviews: 0, good: 0, capital: 0, inside: 0, index: -1 };
    known.reviews++;
    known.good += text.isGood;
    seen.set(feature, known);
  }
const ranked = [...seen]
  .filter(
    ([feature, { reviews }]) =>
      reviews >= LEAST_REVIEWS && !/0/.test(feature) && !feature.split(' ').some(isName),
  )
  .map(([feature, { reviews, good }]) => ({
    feature,
    gain: Math.abs(Math.log((good + 5) / (reviews - good + 5))) * Math.sqrt(reviews),
  }))
  .sort((a, b) => b.gain - a.gain)
  .slice(0, FEATURES);
ranked.forEach(({ feature }, index) => {
  seen.get(feature)!.index = index;
});
const examples: Example[] = texts.map(({ words, isGood, isTest }) => ({
  features: [...words].flatMap((word) => {
    const index = seen.get(word)?.index ?? -1;
    return index >= 0 ? [index] : [];
  }),
  isGood,
  isTest,
}));

const weights = new Float64Array(ranked.length);
let bias = 0;
const score = (features: readonly number[], of: Float64Array): number =>
  features.reduce((sum, index) => sum + of[index]!, bias);
for (let round = 0; round < ROUNDS; round++) {
  const rate = 0.05 / (1 + round);
  // The file is sorted by rating; a stride that shares no factor with its length mixes it, always the same way.
  for (let at = 0; at < examples.length; at++) {
    const { features, isGood, isTest } = examples[(at * 7919) % examples.length]!;
    if (isTest) continue;
    const error = isGood - 1 / (1 + Math.exp(-score(features, weights)));
    bias += rate * error * 0.1;
    // A little decay keeps rare pairs from being learned by heart.
    for (const index of features) weights[index]! += rate * (error - 0.002 * weights[index]!);
  }
}
const kept = new Set(
  [...weights.keys()].sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!)).slice(0, KEPT),
);
const pruned = weights.map((weight, index) => (kept.has(index) ? Math.round(weight * 100) / 100 : 0));
const unseen = examples.filter(({ isTest }) => isTest);
const right = unseen.filter(({ features, isGood }) => score(features, pruned) > 0 === (isGood === 1)).length;
const report = `${((100 * right) / unseen.length).toFixed(1)} % of ${unseen.length} reviews kept apart fall on the right side`;
console.error(`${KEPT} features, ${report}, bias ${bias.toFixed(2)}`);
const lines = ranked
  .map(({ feature }, index) => [feature, pruned[index]!] as const)
  .filter(([, weight]) => weight !== 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, weight]) => `${feature}\t${weight}`);
writeFileSync(
  new URL('../data/cues/stance-weights.tsv', import.meta.url),
  `# How much a word or pair leans towards praise (above 0) or blame (below). Columns: words, weight.
# Learned by training/learn-stance.ts from the 50,000 film reviews of Maas et al., "Learning Word Vectors for Sentiment
# Analysis", 2011, with the reviewers' ratings as the teacher. Made by a machine; do not
# edit. ${report}.
${lines.join('\n')}
`,
);
