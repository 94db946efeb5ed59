// The names of places on a review's page, so that a claim anywhere can lead to the words that carry it.

/** 32-bit FNV-1a: short, steady, the same everywhere. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** The id of a finding's note: `feel|angsty|-1` is `f-feel-angsty--1`; a key with names in it ends in a hash. */
export function findingAnchor(key: string): string {
  const plain = key.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  const isExact = /^[a-z0-9|-]*$/.test(key);
  return `f-${plain.slice(0, 60)}${isExact && plain.length <= 60 ? '' : `-${hashOf(key).toString(36)}`}`;
}

/** The id of the first marked words of an evidence that begins at this offset of the review's text. */
export const evidenceAnchor = (start: number): string => `e${start}`;
