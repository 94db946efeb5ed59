// What people may like next, from others' ratings: popularity, item-kNN, EASE and ours on the same people in one run;
// whether two films are alike; and what learning costs as the table grows.
import { createIndex, putShow } from '../src/core/finding/shelf-index.ts';
import { type CoLiking, foretold, type Likes, learnCoLiking } from '../src/core/taste/co-liking.ts';
import { invertPositive } from '../src/core/taste/invert.ts';
import { likedTogether, likenessOfTwo } from '../src/core/taste/likeness.ts';
import { likedNow, likingOf } from '../src/core/taste/liking.ts';
import {
  type Case,
  HISTORY,
  hasHistory,
  hide,
  type Pair,
  type Rating,
  readFilms,
  readPairs,
  readPeople,
} from './movielens.ts';
import { median, processorMs, round, type Table, timeMs } from './timing.ts';

const TEN = 10;
const PICKS = 20;
type Method = {
  readonly name: string;
  readonly learn: () => (person: Case) => readonly string[];
};

const likesBy = (ratings: readonly Rating[], value: (rating: number) => number): Likes =>
  new Map(ratings.flatMap(({ item, rating }) => (value(rating) > 0 ? [[item, value(rating)] as const] : [])));
/** As in the papers: liked or not. */
const isLiked = (rating: number): number => (rating >= 3.5 ? 1 : 0);

const top = (model: CoLiking, scores: ArrayLike<number>, { history }: Case): readonly string[] => {
  const had = new Set(history.map(({ item }) => item));
  return model.items
    .map((item, slot) => ({ item, score: scores[slot]! }))
    .filter(({ item }) => !had.has(item))
    .sort((a, b) => b.score - a.score)
    .slice(0, PICKS)
    .map(({ item }) => item);
};

/** The sum of cosines to what is liked, over all neighbours (Sarwar et al., WWW 2001). */
function scoreByNeighbours(model: CoLiking, likes: Likes): Float64Array {
  const { starts, people } = model.columns;
  const scores = new Float64Array(model.items.length);
  for (const item of likes.keys()) {
    const slot = model.slotOf.get(item);
    if (slot === undefined) continue;
    const fans = new Set(people.subarray(starts[slot], starts[slot + 1]));
    for (let other = 0; other < scores.length; other++) {
      let both = 0;
      for (let at = starts[other]!; at < starts[other + 1]!; at++) if (fans.has(people[at]!)) both++;
      if (both > 0) scores[other]! += both / Math.sqrt(model.fame[slot]! * model.fame[other]!);
    }
  }
  return scores;
}

function methods(people: readonly (readonly Rating[])[]): readonly Method[] {
  const binary = (): CoLiking => learnCoLiking(people.map((ratings) => likesBy(ratings, isLiked)));
  const had = ({ history }: Case): ReadonlySet<string> => new Set(history.map(({ item }) => item));
  return [
    {
      name: 'popularity',
      learn: () => {
        const model = binary();
        return (person) => top(model, model.fame, person);
      },
    },
    {
      name: 'item-kNN (cosine)',
      learn: () => {
        const model = binary();
        return (person) => top(model, scoreByNeighbours(model, likesBy(person.history, isLiked)), person);
      },
    },
    {
      name: 'EASE (liked or not, ridge 100)',
      learn: () => {
        const model = binary();
        return (person) =>
          foretold(model, likesBy(person.history, isLiked), { without: had(person), limit: PICKS }).map(
            ({ item }) => item,
          );
      },
    },
    {
      name: 'Runon: EASE on graded, fading likes',
      learn: () => {
        const model = learnCoLiking(people.map((ratings) => likesBy(ratings, likingOf)));
        return (person) =>
          foretold(model, likedNow(person.history), { without: had(person), limit: PICKS }).map(
            ({ item }) => item,
          );
      },
    },
  ];
}

const gainAt = (rank: number): number => 1 / Math.log2(rank + 2);

function scoreOf(person: Case, picks: readonly string[]) {
  const isHit = picks.map((item) => person.targets.has(item));
  const ten = isHit.slice(0, TEN);
  const best = Array.from({ length: Math.min(TEN, person.targets.size) }, (_, rank) => gainAt(rank));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  return {
    ndcg: sum(ten.map((hit, rank) => (hit ? gainAt(rank) : 0))) / sum(best),
    hit: ten.includes(true) ? 1 : 0,
    recall: isHit.filter(Boolean).length / Math.min(PICKS, person.targets.size),
  };
}

function race(title: string, people: readonly (readonly Rating[])[], cases: readonly Case[]): Table {
  const rows = methods(people).map(({ name, learn }) => {
    let answer: ReturnType<typeof learn> | undefined;
    const learnMs = processorMs(() => {
      answer = learn();
    });
    const times: number[] = [];
    const scores = cases.map((person) => {
      let picks: readonly string[] = [];
      times.push(
        timeMs(() => {
          picks = answer!(person);
        }),
      );
      return scoreOf(person, picks);
    });
    const mean = (part: 'ndcg' | 'hit' | 'recall'): string =>
      round(scores.reduce((sum, score) => sum + score[part], 0) / scores.length, 3);
    return [name, mean('ndcg'), mean('hit'), mean('recall'), round(learnMs, 0), round(median(times), 1)];
  });
  return {
    title,
    head: ['method', 'nDCG@10', 'hit@10', 'recall@20', 'learning, ms', 'answer, p50 ms'],
    rows,
    note: `Learned from ${people.length} people; ${cases.length} others, of whom the last fifth by time is hidden. MovieLens latest-small (GroupLens); nothing learned from it ships.`,
  };
}

/** How often a good pair stands above a bad one. */
function areaUnder(pairs: readonly Pair[], score: (pair: Pair) => number): string {
  const [good, bad] = [true, false].map((isGood) =>
    pairs.filter((pair) => pair.isGood === isGood).map(score),
  );
  let wins = 0;
  for (const one of good!) for (const other of bad!) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return round(wins / (good!.length * bad!.length), 3);
}

function likeness(people: readonly (readonly Rating[])[]): Table {
  const films = readFilms();
  const index = createIndex();
  for (const film of films) putShow(index, film, undefined, []);
  const model = learnCoLiking(people.map((ratings) => likesBy(ratings, likingOf)));
  const pairs = readPairs(films).filter(({ one, other }) => model.slotOf.has(one) && model.slotOf.has(other));
  const alike = (pair: Pair, withPeople: boolean): number =>
    likenessOfTwo(pair.one, pair.other, { index, ...(withPeople ? { model } : {}) })!.likeness;
  return {
    title: 'Is B a good suggestion after A?',
    head: ['likeness by', 'area under the curve'],
    rows: [
      ['who likes both', areaUnder(pairs, ({ one, other }) => likedTogether(model, one, other) ?? 0)],
      ['genres and years', areaUnder(pairs, (pair) => alike(pair, false))],
      ['all of it', areaUnder(pairs, (pair) => alike(pair, true))],
    ],
    note: `${pairs.length} judged pairs of which both films have ratings. The weights are set by hand and were not learned from these pairs.`,
  };
}

function cost(): Table {
  const rows = [500, 1000, 2000].map((size) => {
    const matrix = Float64Array.from({ length: size * size }, (_, at) =>
      Math.floor(at / size) === at % size ? size : Math.sin(at),
    );
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!;
    const ms = processorMs(() => invertPositive(matrix, size));
    return [size, round(ms / 1000, 2), round((size * size * 8) / 1e6, 0)];
  });
  return {
    title: 'Learning: the inverse of the smaller side',
    head: ['people or items', 's', 'MB'],
    rows,
    note: 'Either is exact, so the smaller one is taken; beyond 3,000 on both sides the least liked items are left out.',
  };
}

export function run(): readonly Table[] {
  if (!hasHistory) {
    process.stderr.write(`There are no ratings at ${HISTORY}: only the cost of learning is measured.\n`);
    return [cost()];
  }
  const people = readPeople('ratings.csv');
  const half = people.filter((_, at) => at % 2 === 0);
  return [
    race('People who are not in the table', people, hide(readPeople('people.csv'))),
    race(
      'The same within the table: half of its people for the other half',
      half,
      hide(people.filter((_, at) => at % 2 === 1)),
    ),
    likeness(people),
    cost(),
  ];
}
