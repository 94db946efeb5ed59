// People whom no index knows, told by how they are written: a given name before a surname ("alfred hitchcock"), or
// before any rare word behind "directed by". Worth saying back, for a guide that lacks somebody has no answer to give.
import type { NameLore } from '../reading/name-lore.ts';
import type { Word } from '../text.ts';
import type { Naming } from './namings.ts';

const CUES: readonly (readonly string[])[] = [
  ['directed', 'by'],
  ['played', 'by'],
  ['written', 'by'],
  ['starring'],
  ['starred'],
  ['stars'],
  ['featuring'],
  ['director'],
  ['actor'],
  ['actress'],
];
const LIMIT = 6;

/** `isFree` says whether a word belongs to nothing else yet, `isWord` whether it asks for something or is common. */
export function unknownPeople(
  text: string,
  words: readonly Word[],
  {
    lore,
    isFree,
    isWord,
  }: {
    readonly lore: NameLore;
    readonly isFree: (at: number) => boolean;
    readonly isWord: (folded: string) => boolean;
  },
): readonly Naming[] {
  const found: Naming[] = [];
  for (let i = 0; i + 1 < words.length && found.length < LIMIT; i++) {
    const [first, last] = [words[i]!, words[i + 1]!];
    if (!isFree(i) || !isFree(i + 1) || last.gap !== ' ' || !lore.given.has(first.folded)) continue;
    const isSurname =
      lore.surnames.has(last.folded) && !(lore.common.has(first.folded) && isWord(last.folded));
    if (!isSurname && (isWord(last.folded) || !isCued(words, i))) continue;
    const from = { start: first.start, end: last.end };
    found.push({
      wish: { kind: 'person', name: text.slice(from.start, from.end), wants: true, from },
      from: i,
      to: i + 2,
    });
    i++;
  }
  return found;
}

const isCued = (words: readonly Word[], at: number): boolean =>
  CUES.some((cue) => cue.every((word, k) => words[at - cue.length + k]?.folded === word));
