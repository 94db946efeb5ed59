// Run as a process of its own, so that memory is this guide's alone: makes a guide of the size given, asks it, prints
// its figures as JSON.
import { createAsker } from '../src/core/asking/signs.ts';
import { answer } from '../src/guide/answer.ts';
import { findNames } from '../src/guide/find-show.ts';
import type { Guide } from '../src/guide/guide.ts';
import { loadReader } from '../src/guide/reader.ts';
import { createShelf, putOnShelf, settled } from '../src/guide/shelf.ts';
import { makeGuide } from './made-guide.ts';
import { prefixes, QUESTIONS } from './questions.ts';
import { median, percentile, processorMs, timeMs } from './timing.ts';

const ROUNDS = 3;

export type Spread = { readonly p50: number; readonly p99: number; readonly worst: number };
export type Figures = {
  readonly size: number;
  readonly people: number;
  readonly showsBytes: number;
  readonly indexBytes: number;
  readonly indexMs: number;
  readonly questions: Spread;
  readonly slowest: string;
  readonly names: Spread;
  readonly residentMb: number;
};

function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function spreadOf(words: readonly string[], run: (words: string) => unknown): Spread & { slowest: string } {
  for (const one of words) run(one);
  const times = words.map((one) => median(Array.from({ length: ROUNDS }, () => timeMs(() => run(one)))));
  const worst = Math.max(...times);
  return { p50: median(times), p99: percentile(times, 0.99), worst, slowest: words[times.indexOf(worst)]! };
}

const size = Number(process.argv[2]);
const reader = loadReader();
const shelf = createShelf(createAsker(reader));
const empty = bytesInUse();
for (const { show, reviews } of makeGuide(size, reader)) putOnShelf(shelf, show, reviews);
const shown = bytesInUse();
const indexMs = processorMs(() => settled(shelf));
const indexed = bytesInUse();
// Answering needs the shelf alone: there is no store behind this guide.
const guide = { shelf } as Guide;
const questions = spreadOf(QUESTIONS, (words) => answer(guide, words));
const names = spreadOf(prefixes(), (words) => findNames(guide, words));
const figures: Figures = {
  size,
  people: shelf.indexes.people.size(),
  showsBytes: shown - empty,
  indexBytes: indexed - shown,
  indexMs,
  questions,
  slowest: questions.slowest,
  names,
  residentMb: process.memoryUsage.rss() / 1e6,
};
process.stdout.write(JSON.stringify(figures));
