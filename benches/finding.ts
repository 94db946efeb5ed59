// From a question to picks, and from the beginning of a name to titles, on the starter guide; beside two search engines
// over the same texts. Then what one more review costs an index that is in use.
import type { ReviewText } from '../src/core/finding/ideas.ts';
import { putShow } from '../src/core/finding/shelf-index.ts';
import { gather } from '../src/core/gathering/gather.ts';
import type { Profile, ReadReview } from '../src/core/profile.ts';
import { read } from '../src/core/reading/read.ts';
import type { ReviewId } from '../src/core/review.ts';
import { answer } from '../src/guide/answer.ts';
import { findNames } from '../src/guide/find-show.ts';
import type { Guide } from '../src/guide/guide.ts';
import { closeGuide, openGuide } from '../src/guide/open-guide.ts';
import { settled } from '../src/guide/shelf.ts';
import { type Engine, entryOf, openFts5, openMiniSearch } from './engines.ts';
import { prefixes, QUESTIONS } from './questions.ts';
import { newFolder } from './site.ts';
import { median, percentile, processorMs, round, type Table, timeMs } from './timing.ts';

const ROUNDS = 5;

/** The texts of the reviews on a shelf that is not settled yet. */
export const textsOf = (guide: Guide): ReadonlyMap<string, readonly ReviewText[]> =>
  new Map([...guide.shelf.waiting].filter(([, texts]) => texts.length > 0));

export const runonEngine = (guide: Guide): Engine => ({
  name: 'Runon',
  ask: (words) => answer(guide, words).picks.length,
  look: (start) => findNames(guide, start).length,
});

/** Every engine in turn for each of the words, after a round to warm up; of each word the median of its rounds. */
export function raceEngines(
  engines: readonly Engine[],
  words: readonly string[],
  verb: 'ask' | 'look',
  rounds: number = ROUNDS,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, readonly number[][]>(engines.map(({ name }) => [name, words.map(() => [])]));
  for (let turn = 0; turn <= rounds; turn++)
    for (const [at, one] of words.entries())
      for (const engine of engines) {
        const ms = timeMs(() => engine[verb](one));
        if (turn > 0) times.get(engine.name)![at]!.push(ms);
      }
  return new Map([...times].map(([name, all]) => [name, all.map(median)]));
}

export function raceTable(title: string, times: ReadonlyMap<string, readonly number[]>, note: string): Table {
  const own = median(times.get('Runon')!);
  return {
    title,
    head: ['engine', 'p50 ms', 'p90 ms', 'p99 ms', 'p50 against Runon'],
    rows: [...times].map(([name, all]) => [
      name,
      round(median(all)),
      round(percentile(all, 0.9)),
      round(percentile(all, 0.99)),
      `${round(median(all) / own)} ×`,
    ]),
    note,
  };
}

function building(guide: Guide): { readonly table: Table; readonly engines: readonly Engine[] } {
  const texts = textsOf(guide);
  const entries = [...guide.shelf.shows.values()].map((show) =>
    entryOf(
      show,
      (texts.get(show.id) ?? []).map(({ text }) => text),
    ),
  );
  const own = processorMs(() => settled(guide.shelf));
  const rivals: Engine[] = [];
  const mini = processorMs(() => rivals.push(openMiniSearch(entries)));
  const fts = processorMs(() => rivals.push(openFts5(entries)));
  const rows = [
    ['Runon: traits, words, titles and people by sound', own],
    ['MiniSearch: words', mini],
    ['SQLite FTS5 in memory: words', fts],
  ] as const;
  return {
    engines: [runonEngine(guide), ...rivals],
    table: {
      title: 'Building the indexes of the starter guide',
      head: ['index', 'ms', 'against Runon'],
      rows: rows.map(([name, ms]) => [name, round(ms, 0), `${round(ms / own)} ×`]),
      note: `${entries.length} titles, ${[...texts.values()].flat().length} reviews, once each from cold. The site answers its first pages while its indexes are built.`,
    },
  };
}

const ADDED = 200;

/** One more review for shows that have none, taken from the samples: reading it, gathering, and the index in place. */
function adding(guide: Guide, samples: readonly ReviewText[]): Table {
  const { finding } = settled(guide.shelf);
  const shows = [...guide.shelf.shows.values()].filter(({ id }) => !guide.shelf.profiles.has(id));
  const step = Math.floor(shows.length / ADDED);
  const times = { read: [] as number[], gather: [] as number[], put: [] as number[] };
  for (let i = 0; i < ADDED; i++) {
    const show = shows[i * step]!;
    const { text } = samples[i % samples.length]!;
    const reviewId = `added-${i}` as ReviewId;
    let reviews: readonly ReadReview[] = [];
    const reading = (): void => {
      const { findings } = read({ text, about: show.title }, guide.reader);
      reviews = [{ reviewId, text, findings }];
    };
    times.read.push(timeMs(reading));
    let profile: Profile | undefined;
    const gathering = (): void => {
      profile = gather(reviews, show);
    };
    times.gather.push(timeMs(gathering));
    times.put.push(timeMs(() => putShow(finding, show, profile, [{ reviewId, text }])));
  }
  const row = (name: string, all: readonly number[]) => [
    name,
    round(median(all)),
    round(percentile(all, 0.99)),
  ];
  return {
    title: 'One more review in an index that is in use',
    head: ['step', 'p50 ms', 'p99 ms'],
    rows: [
      row('reading it', times.read),
      row('the profile of its show', times.gather),
      row('the show in the index, in place (putShow)', times.put),
    ],
    note: `${ADDED} times a sample review, for titles that had none.`,
  };
}

export async function run(): Promise<readonly Table[]> {
  const folder = newFolder();
  const guide = await openGuide({ dataFolder: folder.path });
  try {
    const samples = [...textsOf(guide).values()].flat();
    const { table, engines } = building(guide);
    const asked = raceEngines(engines, QUESTIONS, 'ask');
    const starts = prefixes();
    const looked = raceEngines(engines, starts, 'look');
    return [
      raceTable(
        'A question in words to twenty picks, starter guide',
        asked,
        `${QUESTIONS.length} questions in English and Korean, each asked in turn, the median of ${ROUNDS} rounds counts. The other two match words and rank them; Runon also understands what is to be avoided, bounds, names in other scripts and "like", and gives reasons with quotes. MiniSearch was asked with prefixes and slips of the finger, FTS5 knows no slips.`,
      ),
      raceTable(
        'A name while it is typed to ten titles, starter guide',
        looked,
        `${starts.length} beginnings of names, each in turn, the median of ${ROUNDS} rounds counts. Runon compares sounds across scripts and spellings; FTS5 finds only exact beginnings.`,
      ),
      table,
      adding(guide, samples),
    ];
  } finally {
    await closeGuide(guide);
    folder.remove();
  }
}
