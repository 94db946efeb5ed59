// The first ten as a choice and not one thing ten times: further seasons and parts of a show stand behind it, unless
// they answer better by far. What was asked by name is left in its order.

const FIRST = 10;
/** What a further part of the same show gives up against others. */
const SAME_AGAIN = 0.25;

const PART =
  /[\s:,–-]*\(?\b(?:season|series|part|volume|vol|chapter|book)\b\W*(?:\d+|[ivx]+|one|two|three)\b.*$/iu;
const KOREAN_PART = /\s*(?:시즌|파트)\s*\d+.*$/u;
const NUMBER = /\s+(?:[2-9]|ii|iii|iv)$/iu;

/** "Squid Game Season 2" and "Squid Game 2" are Squid Game. */
export const rootOf = (title: string): string =>
  title.replace(PART, '').replace(KOREAN_PART, '').replace(NUMBER, '').trim().toLowerCase();

type Placed = { readonly title: string; readonly score: number };

/** The picks, best first, with parts of the same show in the first ten set apart. Reorders, and leaves none out. */
export function withVariety<T extends Placed>(picks: readonly T[]): readonly T[] {
  const left = [...picks];
  const placed: T[] = [];
  const seen = new Map<string, number>();
  while (left.length > 0 && placed.length < FIRST) {
    let best = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (const [at, { title, score }] of left.entries()) {
      const worth = score - SAME_AGAIN * (seen.get(rootOf(title)) ?? 0);
      if (worth > highest) [best, highest] = [at, worth];
    }
    const [pick] = left.splice(best, 1);
    const root = rootOf(pick!.title);
    seen.set(root, (seen.get(root) ?? 0) + 1);
    placed.push(pick!);
  }
  return [...placed, ...left];
}
