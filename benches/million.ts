// How everything grows up to a million titles: a made guide of each size in a process of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figures } from './made-figures.ts';
import { REVIEWED } from './made-guide.ts';
import { round, type Table } from './timing.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const HEAP_MB = 6_500;

/** Undefined when it does not fit. */
function figuresOf(size: number): Figures | undefined {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      `--max-old-space-size=${HEAP_MB}`,
      join(import.meta.dirname, 'made-figures.ts'),
      String(size),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return status === 0 ? (JSON.parse(stdout) as Figures) : undefined;
}

export function run(): readonly Table[] {
  const all = SIZES.map((size) => ({ size, figures: figuresOf(size) }));
  const row = (name: string, tell: (figures: Figures) => string): readonly string[] => [
    name,
    ...all.map(({ figures }) => (figures === undefined ? 'does not fit' : tell(figures))),
  ];
  const largest = all.findLast(({ figures }) => figures !== undefined)?.figures;
  return [
    {
      title: 'A made guide, from ten thousand titles to a million',
      head: ['', ...SIZES.map((size) => size.toLocaleString('en'))],
      rows: [
        row('people with a part', ({ people }) => people.toLocaleString('en')),
        row('question to picks, p50 ms', ({ questions }) => round(questions.p50)),
        row('question to picks, p99 ms', ({ questions }) => round(questions.p99, 1)),
        row('name while typed, p50 ms', ({ names }) => round(names.p50)),
        row('name while typed, p99 ms', ({ names }) => round(names.p99, 1)),
        row('building the indexes, s', ({ indexMs }) => round(indexMs / 1e3, 1)),
        row('indexes, bytes a title', ({ indexBytes, size }) => round(indexBytes / size, 0)),
        row('shows and profiles, bytes a title', ({ showsBytes, size }) => round(showsBytes / size, 0)),
        row('resident MB', ({ residentMb }) => round(residentMb, 0)),
      ],
      note: `Made by \`benches/made-guide.ts\`: the starter guide, then names cut and joined anew, facts and people shuffled; one title in ${REVIEWED} has one to three of the sample reviews (equal texts lie in memory once). Each question counts with the median of three rounds. Everything is asked from memory, without a store.${largest === undefined ? '' : ` The slowest question of the largest: “${largest.slowest.slice(0, 80)}”.`}`,
    },
  ];
}
