// Many people's ratings as a table of numbers (userId,movieId,rating,timestamp, as MovieLens gives them): one row per
// rating, columns by name in any order. A row that cannot be used never loses the others.
import { isHalfStep } from '../core/watching.ts';
import { decodeText } from './decode.ts';
import { isUnusable, type Problem, type Unusable } from './problems.ts';

const COLUMNS = ['userId', 'movieId', 'rating'] as const;

export type RatingsTable = {
  /** By person, in the order of the file: item → rating from 0.5 to 5, the last one given. */
  readonly people: readonly ReadonlyMap<string, number>[];
  readonly ratingCount: number;
  readonly problems: readonly Problem[];
};

export function parseRatingsTable(bytes: Uint8Array): RatingsTable | Unusable {
  const decoded = decodeText(bytes);
  if (isUnusable(decoded)) return decoded;
  const lines = decoded.text.split('\n');
  const header = cellsOf(lines[0]!.replace(/^\uFEFF/, ''));
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0)
    return {
      unusable: `has no column ${missing.join(', ')} in its first line, which must name userId, movieId and rating`,
    };
  const [userAt, itemAt, ratingAt] = COLUMNS.map((name) => header.indexOf(name)) as [number, number, number];
  const people = new Map<string, Map<string, number>>();
  const problems: Problem[] = [];
  let ratingCount = 0;
  for (let at = 1; at < lines.length; at++) {
    if (lines[at]!.trim() === '') continue;
    const cells = cellsOf(lines[at]!);
    const [user, item, rating] = [cells[userAt], cells[itemAt], Number(cells[ratingAt] || Number.NaN)];
    if (!user || !item) problems.push({ line: at + 1, message: 'The row does not say who rated what.' });
    else if (!isHalfStep(rating))
      problems.push({ line: at + 1, message: 'The rating is not one from 0.5 to 5 in half steps.' });
    else {
      const own = people.get(user) ?? new Map<string, number>();
      people.set(user, own.set(item, rating));
      ratingCount++;
    }
  }
  if (ratingCount === 0) return { unusable: 'holds no rating that Runon can use' };
  return { people: [...people.values()], ratingCount, problems };
}

/** Ids and numbers hold no commas; quotes around a cell are taken off. */
const cellsOf = (line: string): readonly string[] =>
  line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
