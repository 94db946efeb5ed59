// One key for one name: the same for its spellings, its scripts and either order. Two people can share a key
// (Kim Ji-young and Kim Je-young do not, Kim Su-jin and Kim Soo-jin do); it is for grouping what likeness then parts.
import { FAMILY_OF, SURE_FAMILIES } from './families.ts';
import { foldName, hasHangul, squeeze } from './fold.ts';
import { romaniseHangul } from './hangul.ts';
import { soundOf, toLatin } from './sounds.ts';
import { familyIn } from './spell-out.ts';

const key = (family: string, given: string): string => `${soundOf(family)} ${soundOf(given)}`;

export function nameKey(name: string): string {
  const folded = foldName(name);
  if (hasHangul(folded)) return hangulKey(squeeze(folded));
  const words = toLatin(folded).split(' ');
  const split = words.length >= 2 && words.length <= 4 ? splitKorean(words) : undefined;
  return split === undefined ? [...words].sort().join(' ') : key(split.family, split.given);
}

function hangulKey(hangul: string): string {
  const family = hangul.length <= 5 ? familyIn(hangul) : '';
  const rest = hangul.slice(family.length);
  return family === '' ? soundOf(romaniseHangul(hangul)) : key(romaniseHangul(family), romaniseHangul(rest));
}

// A given name: one to three syllables of Korean make. Each part is bounded, so there is nothing to backtrack over.
const SYLLABLE = '(?:[bcdfghjklmnpqrstvz]{0,2}[wy]?[aeiou]{1,3}h?(?:ng|ck|[bgklmnprt])?)';
const GIVEN = new RegExp(`^${SYLLABLE}{1,3}$`);
const isGiven = (letters: string): boolean => letters.length <= 20 && GIVEN.test(letters);

/** Family and given name, when the words look like a Korean name in either order. */
export function splitKorean(words: readonly string[]): { family: string; given: string } | undefined {
  const first = FAMILY_OF.get(words[0]!);
  const last = FAMILY_OF.get(words.at(-1)!);
  const after = words.slice(1).join('');
  const before = words.slice(0, -1).join('');
  const isFirst = first !== undefined && isGiven(after);
  const isLast = last !== undefined && isGiven(before);
  // "Min Jung Kim": three words with a family at both ends; else the family stands first, as at home.
  const isTurned =
    isFirst && isLast && words.length > 2 && SURE_FAMILIES.has(last) && !SURE_FAMILIES.has(first);
  if (isTurned) return { family: last, given: before };
  if (isFirst) return { family: first, given: after };
  return isLast ? { family: last, given: before } : undefined;
}
