// The 50,000 film reviews of Maas et al. 2011 ("Learning Word Vectors for Sentiment Analysis"), where they lie.
// They are not part of the project; without them the benches read the sample reviews over and over, and say so.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const MAAS = process.env.RUNON_BENCH_REVIEWS ?? join(root, '../shared/data/reviews/aclimdb.jsonl.gz');

export type Reviews = { readonly origin: string; readonly texts: readonly string[]; readonly bytes: number };

const sizeOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** `by film`: reviews of one film stand one after another. */
export function loadReviews(most: number, order: 'as given' | 'by film' = 'as given'): Reviews {
  if (existsSync(MAAS)) {
    const all = gunzipSync(readFileSync(MAAS))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { readonly text: string; readonly imdb_id: string });
    if (order === 'by film') all.sort((a, b) => (a.imdb_id < b.imdb_id ? -1 : a.imdb_id > b.imdb_id ? 1 : 0));
    const step = Math.max(1, Math.floor(all.length / most));
    const texts = all
      .filter((_, i) => i % step === 0)
      .slice(0, most)
      .map(({ text }) => text);
    return { origin: 'Large Movie Review Dataset (Maas et al. 2011)', texts, bytes: sizeOf(texts) };
  }
  const samples = globSync('data/samples/*.md', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const texts = Array.from({ length: Math.min(most, 2000) }, (_, i) => samples[i % samples.length]!);
  return { origin: 'the sample reviews, repeated', texts, bytes: sizeOf(texts) };
}
