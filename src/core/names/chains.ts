// Numbered things found again by a text they were put under: hash chains in flat arrays. The texts are not kept; who
// asks gets all numbers whose hash is the same and compares for himself.

export type Chains = {
  /** By low bits of the hash: the first number plus one, or 0. */
  heads: Uint32Array;
  /** By number: the next one plus one of the same chain, and the hash it was put under. */
  next: Uint32Array;
  hashes: Uint32Array;
  count: number;
};

const FIRST_ROOM = 256;

export const createChains = (): Chains => ({
  heads: new Uint32Array(FIRST_ROOM),
  next: new Uint32Array(FIRST_ROOM),
  hashes: new Uint32Array(FIRST_ROOM),
  count: 0,
});

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/** Numbers put under a text of this hash, in the order they were put. */
export function numbersUnder({ heads, next, hashes }: Chains, text: string): readonly number[] {
  const hash = hashOf(text);
  const found: number[] = [];
  for (let at = heads[hash & (heads.length - 1)]!; at > 0; at = next[at - 1]!)
    if (hashes[at - 1] === hash) found.push(at - 1);
  return found.length > 1 ? found.reverse() : found;
}

export function putUnder(chains: Chains, text: string, number: number): void {
  if (number >= chains.next.length) {
    const room = Math.ceil(Math.max(number + 1, chains.next.length * 1.25));
    chains.next = withRoom(chains.next, room);
    chains.hashes = withRoom(chains.hashes, room);
  }
  chains.hashes[number] = hashOf(text);
  if (++chains.count > chains.heads.length) chainAnew(chains);
  link(chains, number);
}

export function dropUnder(chains: Chains, number: number): void {
  const { heads, next, hashes } = chains;
  const head = hashes[number]! & (heads.length - 1);
  if (heads[head] === number + 1) heads[head] = next[number]!;
  else {
    let at = heads[head]!;
    while (at > 0 && next[at - 1] !== number + 1) at = next[at - 1]!;
    if (at === 0) return;
    next[at - 1] = next[number]!;
  }
  chains.count--;
}

function link({ heads, next, hashes }: Chains, number: number): void {
  const head = hashes[number]! & (heads.length - 1);
  next[number] = heads[head]!;
  heads[head] = number + 1;
}

/** Twice as many chains; within each the order of putting stays. */
function chainAnew(chains: Chains): void {
  const { heads, next } = chains;
  const old: number[] = [];
  chains.heads = new Uint32Array(heads.length * 2);
  for (const head of heads) {
    old.length = 0;
    for (let at = head; at > 0; at = next[at - 1]!) old.push(at - 1);
    for (let i = old.length - 1; i >= 0; i--) link(chains, old[i]!);
  }
}

function withRoom(numbers: Uint32Array, room: number): Uint32Array {
  const grown = new Uint32Array(room);
  grown.set(numbers);
  return grown;
}
