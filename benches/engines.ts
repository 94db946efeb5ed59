// Two search engines over the same texts, to stand beside Runon: MiniSearch and SQLite FTS5. They match words; they
// know no "not", no bounds, no "like", no other script and give no reasons.
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { Show } from '../src/core/show.ts';

/** What there is to search of one show, as plain words. */
export type Entry = {
  readonly id: string;
  readonly names: string;
  readonly people: string;
  readonly facts: string;
  readonly reviews: string;
};

export const entryOf = (show: Show, texts: readonly string[]): Entry => ({
  id: show.id,
  names: [show.title, ...show.names.map(({ text }) => text)].join(' \n'),
  people: show.credits.map(({ name }) => name).join(' \n'),
  facts: [show.kind, show.year, ...show.countries, ...show.genres, ...show.networks].join(' '),
  reviews: texts.join('\n'),
});

export type Engine = {
  readonly name: string;
  /** How many answers came. */
  readonly ask: (words: string) => number;
  /** As-you-type look-up of a name. */
  readonly look: (start: string) => number;
};

const LIMIT = 20;
const NAMES_LIMIT = 10;

export function openMiniSearch(entries: readonly Entry[]): Engine {
  const all = new MiniSearch<Entry>({ fields: ['names', 'people', 'facts', 'reviews'] });
  all.addAll(entries);
  return {
    name: 'MiniSearch',
    ask: (words) =>
      all.search(words, { boost: { names: 3 }, fuzzy: 0.2, prefix: true }).slice(0, LIMIT).length,
    look: (start) =>
      all.search(start, { fields: ['names'], fuzzy: 0.2, prefix: true }).slice(0, NAMES_LIMIT).length,
  };
}

export function openFts5(entries: readonly Entry[]): Engine {
  const db = new DatabaseSync(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, names, people, facts, reviews, prefix='1 2 3', tokenize='unicode61')",
  );
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?)');
  for (const { id, names, people, facts, reviews } of entries) insert.run(id, names, people, facts, reviews);
  db.exec('COMMIT');
  const select = db.prepare(
    'SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 0, 3, 1, 1, 1) LIMIT ?',
  );
  const tokens = (words: string): readonly string[] => words.match(/[\p{L}\p{N}]+/gu) ?? [];
  const run = (match: string, limit: number): number => (match === '' ? 0 : select.all(match, limit).length);
  return {
    name: 'SQLite FTS5',
    ask: (words) =>
      run(
        tokens(words)
          .map((token) => `"${token}"`)
          .join(' OR '),
        LIMIT,
      ),
    look: (start) => {
      const found = tokens(start);
      return run(found.length === 0 ? '' : `names : ("${found.join(' ')}" *)`, NAMES_LIMIT);
    },
  };
}
