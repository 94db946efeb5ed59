// Many lists of numbers in one array, growing and shrinking in place: a million short lists cost no more than their
// entries. It knows nothing of what the numbers mean.

/** A list has room for a power of two of entries, which it keeps; what it leaves when it grows is taken by others. */
export type Lists = {
  /** Every list behind another; what lies beyond the `counts` is old. */
  entries: Uint32Array;
  used: number;
  /** By list; a size is the exponent of its room plus one, 0 when it has none. */
  starts: Uint32Array;
  counts: Uint32Array;
  sizes: Uint8Array;
  /** Starts of pieces that no list has, by their size. */
  readonly left: number[][];
};

export const createLists = (room: number): Lists => ({
  entries: new Uint32Array(room * 2),
  used: 0,
  starts: new Uint32Array(room),
  counts: new Uint32Array(room),
  sizes: new Uint8Array(room),
  left: [],
});

const NOTHING = new Uint32Array(0);

/** The entries of a list; good until the next change of any. */
export function listIn({ entries, starts, counts }: Lists, list: number): Uint32Array {
  const start = starts[list] ?? 0;
  const count = counts[list] ?? 0;
  return count === 0 ? NOTHING : entries.subarray(start, start + count);
}

export function insertEntry(lists: Lists, list: number, { at, entry }: { at: number; entry: number }): void {
  if (list >= lists.counts.length) {
    lists.starts = withRoom(lists.starts, list * 2);
    lists.counts = withRoom(lists.counts, list * 2);
    const sizes = new Uint8Array(list * 2);
    sizes.set(lists.sizes);
    lists.sizes = sizes;
  }
  const count = lists.counts[list]!;
  if (count === roomOf(lists.sizes[list]!)) moveToRoom(lists, list);
  const start = lists.starts[list]!;
  if (at < count) lists.entries.copyWithin(start + at + 1, start + at, start + count);
  lists.entries[start + at] = entry;
  lists.counts[list] = count + 1;
}

export function removeEntry({ entries, starts, counts }: Lists, list: number, at: number): void {
  const start = starts[list]!;
  const count = counts[list]!;
  entries.copyWithin(start + at, start + at + 1, start + count);
  counts[list] = count - 1;
}

const roomOf = (size: number): number => (size === 0 ? 0 : 2 ** (size - 1));

/** Moves a full list to a piece of twice its size. */
function moveToRoom(lists: Lists, list: number): void {
  const { starts, sizes, left } = lists;
  const size = sizes[list]!;
  let start = left[size + 1]?.pop();
  if (start === undefined) {
    start = lists.used;
    lists.used += roomOf(size + 1);
    if (lists.used > lists.entries.length)
      lists.entries = withRoom(lists.entries, Math.max(lists.used, lists.entries.length * 1.25));
  }
  if (size > 0) {
    const before = starts[list]!;
    lists.entries.copyWithin(start, before, before + roomOf(size));
    while (left.length <= size) left.push([]);
    left[size]!.push(before);
  }
  starts[list] = start;
  sizes[list] = size + 1;
}

function withRoom(numbers: Uint32Array, room: number): Uint32Array {
  const grown = new Uint32Array(Math.ceil(room));
  grown.set(numbers);
  return grown;
}
