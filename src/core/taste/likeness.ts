// How alike two titles are, as a suggestion after each other: by what is known of both, by when they came out, and,
// where many people rate, by who likes both.
import { type Index, kindWeight, rarityOf, traitsIn } from '../finding/shelf-index.ts';
import type { ShowId } from '../show.ts';
import type { CoLiking } from './co-liking.ts';

export type Likeness = {
  /** 0 to 1. */
  readonly likeness: number;
  /** Keys of traits that both have, those that say most first. */
  readonly shared: readonly string[];
};

/** What is the same kind of thing everywhere says little of two titles; the rest as much as all of it together. */
const TRAITS = 1;
const PEOPLE = 1.2;
const YEARS = 0.4;
/** So many years apart two titles are still a good third of what they are in the same year. */
const ERA_YEARS = 15;

/** Undefined when the index lacks one of them. The mean of those sides of which something is known of both. */
export function likenessOfTwo(
  one: ShowId,
  other: ShowId,
  { index, model }: { readonly index: Index; readonly model?: CoLiking },
): Likeness | undefined {
  const [slot, second] = [index.slotOf.get(one), index.slotOf.get(other)];
  if (slot === undefined || second === undefined) return undefined;
  const { cosine, shared } = traitLikeness(slot, second, index);
  const sides: [value: number, weight: number][] = [[cosine, TRAITS]];
  const [year, secondYear] = [index.numbers.year[slot]!, index.numbers.year[second]!];
  if (year >= 0 && secondYear >= 0) sides.push([Math.exp(-Math.abs(year - secondYear) / ERA_YEARS), YEARS]);
  const together = model === undefined ? undefined : likedTogether(model, one, other);
  if (together !== undefined) sides.push([together, PEOPLE]);
  const weights = sides.reduce((sum, [, weight]) => sum + weight, 0);
  return { likeness: sides.reduce((sum, [value, weight]) => sum + value * weight, 0) / weights, shared };
}

/** Feels, themes, genres and people, the rarer the more; what they are made of and where counts in find. */
const KINDS = new Set(['feel', 'theme', 'idea', 'genre', 'relation', 'person']);

function traitLikeness(
  slot: number,
  second: number,
  index: Index,
): { readonly cosine: number; readonly shared: readonly string[] } {
  const weighed = (at: number): ReadonlyMap<string, number> =>
    new Map(
      traitsIn(index, at, true)
        .filter(({ key }) => KINDS.has(key.slice(0, key.indexOf(' '))))
        .map(({ key, value }) => [key, value * Math.sqrt(kindWeight(key) * rarityOf(key, index))]),
    );
  const [one, other] = [weighed(slot), weighed(second)];
  const pulls = [...one].flatMap(([key, value]) => {
    const pull = value * (other.get(key) ?? 0);
    return pull === 0 ? [] : [{ key, pull }];
  });
  const length = (values: ReadonlyMap<string, number>): number =>
    Math.sqrt([...values.values()].reduce((sum, value) => sum + value * value, 0));
  const all = length(one) * length(other);
  const dot = pulls.reduce((sum, { pull }) => sum + pull, 0);
  return {
    cosine: all === 0 ? 0 : Math.max(0, dot / all),
    shared: pulls
      .filter(({ pull }) => pull > 0)
      .sort((a, b) => b.pull - a.pull)
      .map(({ key }) => key),
  };
}

/** The cosine of two items' likes over all people; undefined where nobody likes one of them. */
export function likedTogether(
  { slotOf, columns: { starts, people, values } }: CoLiking,
  one: string,
  other: string,
): number | undefined {
  const [slot, second] = [slotOf.get(one), slotOf.get(other)];
  if (slot === undefined || second === undefined) return undefined;
  const own = new Map<number, number>();
  let square = 0;
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
    own.set(people[at]!, values[at]!);
    square += values[at]! ** 2;
  }
  let dot = 0;
  let otherSquare = 0;
  for (let at = starts[second]!; at < starts[second + 1]!; at++) {
    dot += values[at]! * (own.get(people[at]!) ?? 0);
    otherSquare += values[at]! ** 2;
  }
  return dot / Math.sqrt(square * otherSquare);
}
