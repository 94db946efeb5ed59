// What one person likes and how surely, trait by trait, learned from the titles they rated and kept to what they said
// themselves. It knows traits as the finding index does, and no store.
import { numberOf, type Told, type Trait } from '../finding/traits.ts';
import type { ShowId } from '../show.ts';
import type { WatchState } from '../watching.ts';

/** What a person says of a trait: it wins over everything learned. */
export const SAYINGS = ['likes', 'dislikes', 'indifferent'] as const;
export type Saying = (typeof SAYINGS)[number];

/**
 * `liking` is -1 to 1. `fact` is a name to show where the key has none (people, countries, genres). `from` are the
 * titles that taught it, those that say most first.
 */
export type TasteWord = {
  readonly key: string;
  readonly liking: number;
  readonly fact?: string;
  readonly from: readonly ShowId[];
  readonly says?: Saying;
};
/** Strongest first. */
export type Taste = readonly TasteWord[];

/** `opinion` is -1 to 1. */
export type Judged = {
  readonly showId: ShowId;
  readonly opinion: number;
  readonly traits: readonly Trait[];
};
export type Correction = { readonly says: Saying; readonly fact?: string };

const KINDS = new Set(['feel', 'theme', 'genre', 'country', 'kind', 'person', 'relation', 'idea', 'length']);
export const kindOf = (key: string): string => key.slice(0, key.indexOf(' '));

/** What somebody means who gives no rating. */
const BY_STATE: Readonly<Record<WatchState, number>> = {
  done: 0.3,
  watching: 0.3,
  planned: 0,
  dropped: -0.6,
};
/** What a heart says where there is no rating. */
const BY_HEART = 0.6;
/** A first rating is held against this one, given so often; later against the person's own middle. */
const USUAL_RATING = 3;
const USUAL_COUNT = 3;

/** Opinions from ratings (0.5 to 5) and states: above or below what this person usually gives. */
export function opinionsOf(
  entries: readonly { readonly rating?: number; readonly state: WatchState; readonly isLiked?: boolean }[],
): readonly number[] {
  const ratings = entries.flatMap(({ rating }) => rating ?? []);
  const middle =
    (ratings.reduce((sum, rating) => sum + rating, 0) + USUAL_RATING * USUAL_COUNT) /
    (ratings.length + USUAL_COUNT);
  return entries.map(({ rating, state, isLiked }) =>
    rating === undefined
      ? isLiked === true
        ? BY_HEART
        : BY_STATE[state]
      : Math.max(-1, Math.min(1, (rating - middle) / 2)),
  );
}

/** So much evidence of nothing stands against what was seen: one title hints, several say. */
const DOUBT = 1.5;
const LEAST = 0.04;

/** The mean opinion of the titles that have a trait, drawn towards nothing where few have it. */
export function tasteFrom(
  judged: readonly Judged[],
  corrections: ReadonlyMap<string, Correction> = new Map(),
): Taste {
  type From = { showId: ShowId; pull: number };
  type Sum = { pull: number; weight: number; place: number; fact?: string; from: From[] };
  const sums = new Map<string, Sum>();
  for (const { showId, opinion, traits } of judged)
    for (const [place, { key, value, fact }] of traits.entries()) {
      if (opinion === 0 || value === 0 || !KINDS.has(kindOf(key))) continue;
      const sum = sums.get(key) ?? { pull: 0, weight: DOUBT, place, from: [] };
      sums.set(key, sum);
      sum.pull += opinion * value;
      sum.place = Math.min(sum.place, place);
      sum.weight += Math.abs(value);
      if (fact !== undefined) sum.fact = fact;
      sum.from.push({ showId, pull: Math.abs(opinion * value) });
    }
  const words: TasteWord[] = [];
  for (const [key, { pull, weight, fact, from }] of sums) {
    const liking = FAULTS.has(key) ? Math.min(0, pull) / weight : pull / weight;
    if (corrections.has(key) || Math.abs(liking) < LEAST) continue;
    from.sort((a, b) => b.pull - a.pull || (a.showId < b.showId ? -1 : 1));
    words.push({
      key,
      liking,
      from: from.map(({ showId }) => showId),
      ...(fact === undefined ? {} : { fact }),
    });
  }
  for (const [key, { says, fact }] of corrections)
    words.push({
      key,
      liking: LIKING[says],
      from: [],
      says,
      ...(fact === undefined ? {} : { fact }),
    });
  const place = ({ key }: TasteWord): number => sums.get(key)?.place ?? 0;
  return words.sort(
    (a, b) =>
      Math.abs(b.liking) - Math.abs(a.liking) ||
      b.from.length - a.from.length ||
      place(a) - place(b) ||
      (a.key < b.key ? -1 : 1),
  );
}

/** A title is loved in spite of these, not for them. */
const FAULTS = new Set(
  ['boring', 'cliched', 'predictable', 'confusing', 'corny', 'slow-paced'].map((term) => `feel ${term}`),
);

const LIKING: Readonly<Record<Saying, number>> = { likes: 1, dislikes: -1, indifferent: 0 };

export const LENGTHS = [
  'film-short',
  'film-usual',
  'film-long',
  'series-short',
  'series-usual',
  'series-long',
] as const;
export type Length = (typeof LENGTHS)[number];

/** Films under 90 minutes are short and over 130 long; series up to 8 episodes short and over 24 long. */
export function lengthOf(
  kind: 'film' | 'series',
  { minutes, episodes }: { readonly minutes: number; readonly episodes: number },
): Length | undefined {
  const number = kind === 'film' ? minutes : episodes;
  if (number < 0) return undefined;
  const [short, long] = kind === 'film' ? [89, 130] : [8, 24];
  return `${kind}-${number <= short ? 'short' : number > long ? 'long' : 'usual'}`;
}

/** The length of a title as a trait, beside those that the finding index knows. */
export function lengthTrait(told: Pick<Told, 'show' | 'profile'>): readonly Trait[] {
  const length = lengthOf(told.show.kind, {
    minutes: numberOf('minutes', told) ?? -1,
    episodes: numberOf('episodes', told) ?? -1,
  });
  return length === undefined ? [] : [{ key: `length ${length}`, value: 1 }];
}
