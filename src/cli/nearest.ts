// The word of a list that a mistyped one most likely means. Knows nothing of names of shows: those have their own.

export function nearest(asked: string, words: readonly string[]): string | undefined {
  const folded = asked.toLowerCase().slice(0, 40);
  const ranked = words
    .map((word) => ({ word, far: word.startsWith(folded) && folded ? 0.5 : distance(folded, word) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.word.length / 2.5))
    ? best.word
    : undefined;
}

/** How many letters to add, drop, exchange or swap with their neighbour: the slips of a hand that types. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    const above = rows[row - 1]!;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          above[column - 1]! + (isSame ? 0 : 1),
          above[column]! + 1,
          line[column - 1]! + 1,
          isSwap ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(line);
  }
  return rows[a.length]![b.length]!;
}
