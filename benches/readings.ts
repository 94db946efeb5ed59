// Ten thousand titles with fifty thousand readings: questions beside two search engines over the same texts, what one
// more review costs, memory; then names while they are typed, two hundred thousand of them.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAsker } from '../src/core/asking/signs.ts';
import { putShow } from '../src/core/finding/shelf-index.ts';
import { gather } from '../src/core/gathering/gather.ts';
import { createNameIndex } from '../src/core/names/name-index.ts';
import type { ReadReview } from '../src/core/profile.ts';
import { type Reader, read } from '../src/core/reading/read.ts';
import type { ReviewId } from '../src/core/review.ts';
import type { Show } from '../src/core/show.ts';
import type { Guide } from '../src/guide/guide.ts';
import { loadReader } from '../src/guide/reader.ts';
import { createShelf, putOnShelf, type Shelf, settled } from '../src/guide/shelf.ts';
import { type Engine, entryOf, openFts5, openMiniSearch } from './engines.ts';
import { raceEngines, raceTable, runonEngine } from './finding.ts';
import { makeGuide, makeReadGuide } from './made-guide.ts';
import { prefixes, QUESTIONS } from './questions.ts';
import { loadReviews } from './reviews.ts';
import { median, percentile, processorMs, round, type Table, timeMs } from './timing.ts';

const TITLES = 10_000;
const READINGS = 50_000;
const NAMES = 200_000;
const ROUNDS = 5;
const ADDED = 200;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function bytesInUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

type Filled = { readonly shelf: Shelf; readonly reviews: ReadonlyMap<string, readonly ReadReview[]> };

function fill(texts: readonly string[], reader: Reader): Filled {
  const shelf = createShelf(createAsker(reader));
  const reviews = new Map<string, readonly ReadReview[]>();
  for (const made of makeReadGuide(TITLES, texts, reader)) {
    putOnShelf(shelf, made.show, made.reviews);
    reviews.set(made.show.id, made.reviews);
  }
  return { shelf, reviews };
}

/** One more review for a title that has some: gathering all of them, and the index in place. */
function adding({ shelf, reviews }: Filled, texts: readonly string[], reader: Reader): Table {
  const times = { read: [] as number[], gather: [] as number[], put: [] as number[] };
  const shows = [...shelf.shows.values()].filter((_, i) => i % Math.floor(TITLES / ADDED) === 0);
  for (const [i, show] of shows.entries()) {
    const text = texts[(i * 37) % texts.length]!;
    const reviewId = `added-${i}` as ReviewId;
    let all = reviews.get(show.id)!;
    times.read.push(
      timeMs(() => {
        all = [...all, { reviewId, text, findings: read({ text, about: show.title }, reader).findings }];
      }),
    );
    let profile = shelf.profiles.get(show.id);
    times.gather.push(
      timeMs(() => {
        profile = gather(all, show);
      }),
    );
    times.put.push(timeMs(() => putShow(shelf.indexes.finding, show, profile, all)));
  }
  const row = (name: string, all: readonly number[]) => [
    name,
    round(median(all)),
    round(percentile(all, 0.99)),
  ];
  return {
    title: 'One more review of a title that has five, in an index that is in use',
    head: ['step', 'p50 ms', 'p99 ms'],
    rows: [
      row('reading it', times.read),
      row('the profile of its show', times.gather),
      row('the show in the index, in place (putShow)', times.put),
    ],
  };
}

function questions(texts: readonly string[], origin: string): readonly Table[] {
  const reader = loadReader();
  const filled = fill(texts, reader);
  const { shelf, reviews } = filled;
  const before = bytesInUse();
  const own = processorMs(() => settled(shelf));
  const bytes = bytesInUse() - before;
  const entries = [...shelf.shows.values()].map((show) =>
    entryOf(
      show,
      reviews.get(show.id)!.map(({ text }) => text),
    ),
  );
  const rivals: Engine[] = [];
  const beforeMini = bytesInUse();
  const mini = processorMs(() => rivals.push(openMiniSearch(entries)));
  const miniBytes = bytesInUse() - beforeMini;
  const fts = processorMs(() => rivals.push(openFts5(entries)));
  // Answering needs the shelf alone: there is no store behind this guide.
  const engines = [runonEngine({ shelf } as Guide), ...rivals];
  const asked = new Map([
    ...raceEngines(engines, QUESTIONS, 'ask', 1),
    ...raceEngines(engines.slice(0, 1), QUESTIONS, 'ask', ROUNDS),
  ]);
  return [
    raceTable(
      'A question in words to twenty picks with reasons',
      asked,
      `${TITLES.toLocaleString('en')} titles, made by \`benches/made-guide.ts\`, with ${READINGS.toLocaleString('en')} readings: ${origin}, five a title. ${QUESTIONS.length} questions, each asked in turn; of Runon the median of ${ROUNDS} rounds counts, of the others one, for they take minutes.`,
    ),
    {
      title: 'Building these indexes',
      head: ['index', 'ms of the processor', 'against Runon', 'bytes a title'],
      rows: [
        [
          'Runon: traits, ideas and words of reviews, titles, people',
          round(own, 0),
          '1.00 ×',
          round(bytes / TITLES, 0),
        ],
        ['MiniSearch: words', round(mini, 0), `${round(mini / own)} ×`, round(miniBytes / TITLES, 0)],
        ['SQLite FTS5 in memory: words', round(fts, 0), `${round(fts / own)} ×`, 'not in the heap'],
      ],
      note: 'Texts, shows and profiles lie in memory besides; they are not counted here.',
    },
    adding(filled, texts, reader),
  ];
}

function names(): Table {
  const shows: Show[] = [];
  for (const { show } of makeGuide(NAMES, loadReader())) shows.push(show);
  const index = createNameIndex();
  for (const show of shows)
    index.put(
      show.id,
      show.names.map(({ text }) => text),
    );
  const entries = shows.map((show) => ({ ...entryOf({ ...show, credits: [] }, []), facts: '' }));
  const engines: readonly Engine[] = [
    { name: 'Runon', ask: () => 0, look: (start) => index.find(start).length },
    openMiniSearch(entries),
    openFts5(entries),
  ];
  const starts = prefixes();
  return raceTable(
    `A name while it is typed to ten titles, among ${NAMES.toLocaleString('en')} titles`,
    raceEngines(engines, starts, 'look', ROUNDS),
    `${starts.length} beginnings of names, each in turn, the median of ${ROUNDS} rounds counts.`,
  );
}

export function run(): readonly Table[] {
  const { texts, origin } = loadReviews(READINGS, 'by film');
  const lasting = Array.from({ length: READINGS }, (_, i) => texts[i % texts.length]!);
  return [...questions(lasting, origin), names()];
}
