// Recommendations from a table of many people's ratings, for people who are not in it. No store, no titles: ids only.
import { foretold, type Likes, learnCoLiking } from '../core/taste/co-liking.ts';
import { likedNow, likingOf, type Rated } from '../core/taste/liking.ts';
import { isHalfStep } from '../core/watching.ts';
import { isUnusable } from '../exchange/problems.ts';
import { parseRatingsTable } from '../exchange/ratings-table.ts';
import { openFile } from './open-file.ts';
import { Refusal } from './refusal.ts';

const PICKS = 20;

/** Answers a history, oldest first as it was given from outside, by up to 20 items, best first. */
export type Recommender = (history: unknown) => readonly (string | number)[];

export async function recommendFromRatings(
  path: string,
  onProgress: (sentence: string) => void,
): Promise<Recommender> {
  const { name, bytes } = await openFile(path);
  const table = parseRatingsTable(bytes);
  if (isUnusable(table)) throw new Refusal('invalid', `${name} ${table.unusable}.`);
  const [first] = table.problems;
  if (first !== undefined)
    onProgress(
      `${name}: ${table.problems.length} ${table.problems.length === 1 ? 'row was' : 'rows were'} left out, the first in line ${first.line}: ${first.message}`,
    );
  const model = learnCoLiking(table.people.map(likesOf));
  onProgress(`Learned from ${table.ratingCount} ratings by ${table.people.length} people.`);
  return (given) => {
    const { history, isNumbered } = readHistory(given);
    const without = new Set(history.map(({ item }) => item));
    return foretold(model, likedNow(history), { without, limit: PICKS }).map(({ item }) =>
      isNumbered && /^\d+$/.test(item) ? Number(item) : item,
    );
  };
}

function likesOf(ratings: ReadonlyMap<string, number>): Likes {
  const likes = new Map<string, number>();
  for (const [item, rating] of ratings) if (likingOf(rating) > 0) likes.set(item, likingOf(rating));
  return likes;
}

/** Items come as text or as whole numbers; the answer writes them in the same way. */
function readHistory(given: unknown): { readonly history: readonly Rated[]; readonly isNumbered: boolean } {
  if (!Array.isArray(given)) throw new Refusal('invalid', 'The line has no "history".');
  const items = given as readonly { readonly item?: unknown; readonly rating?: unknown }[];
  const history = items.map((entry, at) => {
    const { item, rating } = entry ?? {};
    if (typeof item !== 'string' && !Number.isSafeInteger(item))
      throw new Refusal('invalid', `Entry ${at + 1} of the history has no "item".`);
    if (typeof rating !== 'number' || !isHalfStep(rating))
      throw new Refusal(
        'invalid',
        `Entry ${at + 1} of the history has no "rating" from 0.5 to 5 in half steps.`,
      );
    return { item: String(item), rating };
  });
  return { history, isNumbered: items.length > 0 && items.every(({ item }) => typeof item === 'number') };
}
