// Whether a name is a man's or a woman's, from the words beside it. Says nothing when they say nothing.
import type { Gender, NameLore } from './name-lore.ts';
import type { Mention } from './proper-names.ts';
import type { Sheet } from './sheet.ts';

const MALE =
  /^(?:he|his|him|himself|male|man|boy|guy|actor|son|husband|king|prince|boyfriend|father|hero|gentleman|brother|uncle)$/;
const FEMALE =
  /^(?:she|her|herself|hers|female|woman|girl|actress|daughter|wife|queen|princess|girlfriend|mother|heroine|stepmother|sister|aunt|lady)$/;
const MALE_BEFORE =
  /^(?:mr|sir|king|prince|uncle|lord|actor|father|brother|husband|boyfriend|son|himself|grandfather|dad)$/;
const FEMALE_BEFORE =
  /^(?:mrs|ms|miss|lady|queen|princess|aunt|actress|mother|sister|wife|girlfriend|daughter|mom|grandmother|fiancee)$/;
/** Of one or the other, by whose they are. */
const EITHER = /^(?:lover|fiance|fiancee|love|soulmate|sweetheart|crush)$/;

/** "his wife A", or "he", "his", "she", "her" soon behind the name and before another one. */
export function genderAround(sheet: Sheet, mention: Mention, named: Uint8Array): Gender | undefined {
  const { words } = sheet;
  const sentence = words[mention.from]!.sentence;
  const before = words[mention.from - 1];
  if (before !== undefined && before.sentence === sentence && before.gap !== '.') {
    if (EITHER.test(before.folded)) {
      const owner = [2, 3, 4].map((back) => words[mention.from - back]?.folded);
      if (owner.includes('his')) return 'female';
      if (owner.includes('her')) return 'male';
    }
    if (MALE_BEFORE.test(before.folded)) return 'male';
    if (FEMALE_BEFORE.test(before.folded)) return 'female';
  }
  // "Walter's wife leaves": the words behind tell of her.
  const isOwner =
    words[mention.to]?.folded === "'s" || /^['’] /.test(sheet.text.slice(mention.end, mention.end + 2));
  for (let at = mention.to; at < Math.min(mention.to + 22, words.length); at++) {
    const { folded, sentence: here } = words[at]!;
    if (isOwner && !/^(?:he|she|his|himself|herself)$/.test(folded)) continue;
    if (here !== sentence || (at > mention.to && named[at] === 1)) break;
    // "A, her stepmother", "shows concern for her": the pronoun is somebody else's.
    if (at <= mention.to + 1 && words[at]!.gap === ',' && /^(?:his|her)$/.test(folded)) continue;
    if (folded === 'him' || (folded === 'her' && !OWNED.test(words[at + 1]?.folded ?? ''))) continue;
    if (MALE.test(folded)) return 'male';
    if (FEMALE.test(folded)) return 'female';
  }
  // "Je-ha is a soldier. While in Iraq, he …": the next sentence goes on with its subject.
  if (mention.from - sheet.sentences[sentence]!.words[0]!.index > 2) return undefined;
  const next = sheet.sentences[sentence + 1]?.words ?? [];
  for (const word of next.slice(0, 8)) {
    if (named[word.index] === 1) return undefined;
    if (word.folded === 'he' || word.folded === 'she') return word.folded === 'he' ? 'male' : 'female';
  }
  return undefined;
}

const KOREAN_MALE =
  /(?:ho|woo|joon|jun|seok|hwan|cheol|chul|sik|hyuk|hyeok|gyu|kyu|wook|geun|keun|hoon|chan|seop|sub|pyo|gon|jae|tae)$/;
const KOREAN_FEMALE = /(?:yeon|hee|mi|ja|ah|rin|eun|ran|na|seul|sook|hye|young-ae|ri)$/;
/** What a given name is as a rule: by the list, or by the last syllable of a Korean one. */
export function usualGender(mention: Mention, lore: NameLore): Gender | undefined {
  if (mention.shape !== 'korean') return lore.given.get(mention.parts[0]!);
  const given = mention.korean?.given ?? '';
  return KOREAN_MALE.test(given) ? 'male' : KOREAN_FEMALE.test(given) ? 'female' : undefined;
}

/** What may be hers: "her life", "her own way", not "her at all", "her and". */
const OWNED =
  /^(?!(?:and|or|but|at|in|on|for|to|with|as|from|by|of|when|while|because|after|before|so|that|than|too|back|away|off|up|down|out|is|was|how|what|who|the|a|an|into|about|against|anyway|very|again|if)$)\p{L}+$/u;
