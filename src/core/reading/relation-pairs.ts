// Where the two parties of a relation stand, for each shape of cue: "his wife A", "A falls for B", "the romance between
// A and B", "A and B are friends". Knows places, not what the cues mean.
import type { Match } from './cues.ts';
import { genderOf } from './descriptions.ts';
import { antecedent, firstFrom, genderOfPronoun, type Party } from './parties.ts';
import type { Reader, Sheet } from './sheet.ts';

export type Shape = 'noun' | 'verb' | 'work' | 'between' | 'both' | 'main' | 'second';
export type Tie = { readonly shape: Shape; readonly relation: string };
export type Pair = { readonly a: Party; readonly b: Party };

/** A cue found, one of its values, and all who may be tied. */
export type Where = { readonly match: Match<unknown>; readonly tie: Tie; readonly parties: readonly Party[] };

/** The two that a cue ties; undefined when one is not to be found. */
export function findPair(sheet: Sheet, reader: Reader, where: Where): Pair | undefined {
  switch (where.tie.shape) {
    case 'noun':
      return pairOfNoun(sheet, reader, where);
    case 'verb':
    case 'work':
      return pairOfVerb(sheet, where);
    case 'between':
      return pairBehind(sheet, where);
    case 'both':
      return pairBefore(sheet, where);
    default:
      return undefined;
  }
}

const REACH = 8;
const wordAt = (sheet: Sheet, at: number): string => sheet.words[at]?.folded ?? '';

/** The party that begins within `reach` words behind `at`, in the same sentence. */
function behind(sheet: Sheet, parties: readonly Party[], at: number, reach = REACH): Party | undefined {
  const party = parties[firstFrom(parties, at)];
  const sentence = sheet.words[Math.max(0, at - 1)]!.sentence;
  return party !== undefined && party.from < at + reach && party.sentence === sentence ? party : undefined;
}
/** The nearest party that ends at or before `at`, in the same sentence. */
function before(sheet: Sheet, parties: readonly Party[], at: number, reach = 30): Party | undefined {
  const party = parties[firstFrom(parties, at) - 1];
  return party !== undefined &&
    party.to <= at &&
    at - party.to < reach &&
    party.sentence === sheet.words[at]?.sentence
    ? party
    : undefined;
}

/** "his wife A", "A, his wife", "B's wife A", "A, B's wife", "A, the wife of B", "A is his wife". */
function pairOfNoun(sheet: Sheet, reader: Reader, { match, parties }: Where): Pair | undefined {
  const { words } = sheet;
  const holderGender = genderOf(reader, words[match.to - 1]!.folded);
  const fits = (party: Party | undefined) =>
    party !== undefined &&
    (holderGender === undefined || party.gender === undefined || party.gender === holderGender)
      ? party
      : undefined;
  // Whose: a pronoun or a name with 's up to four words before the noun.
  for (let at = match.from - 1; at >= Math.max(0, match.from - 5); at--) {
    if (words[at]!.sentence !== words[match.from]!.sentence || words[at]!.gap === ';') break;
    const word = words[at]!.folded;
    if (/^(?:his|her|their)$/.test(word)) {
      const beside = nextTo(sheet, parties, match.to);
      const host = fits(before(sheet, parties, at, 3));
      const isHost =
        host !== undefined &&
        (words[at]!.gap === ',' || /^(?:is|was|as|becomes|became)$/.test(wordAt(sheet, at - 1)));
      const holder = isHost ? host : fits(beside);
      if (holder === undefined) return undefined;
      const owner = antecedent(parties, sheet, {
        at: Math.min(at, holder.from),
        gender: genderOfPronoun(word),
        except: [holder.name],
      });
      return owner === undefined ? undefined : { a: owner, b: holder };
    }
    if (word === 'whose' || (word === "'s" && wordAt(sheet, at - 1) === 'who')) {
      const owner = before(sheet, parties, at, 8);
      const holder = fits(nextTo(sheet, parties, match.to));
      return owner === undefined || holder === undefined ? undefined : { a: owner, b: holder };
    }
    if (word === "'s") {
      const owner = before(sheet, parties, at, 2);
      if (owner === undefined) return undefined;
      const beside = fits(nextTo(sheet, parties, match.to));
      const host = fits(before(sheet, parties, owner.from, 4));
      const isHost =
        host !== undefined &&
        (words[owner.from]!.gap === ',' || /^(?:is|was|as|,)$/.test(wordAt(sheet, owner.from - 1)));
      const holder = isHost ? host : beside;
      return holder === undefined ? undefined : { a: owner, b: holder };
    }
    if (/^(?:is|was|the|a|an|and|of|in|to|with|for|who|,)$/.test(word) || words[at]!.gap === ',') break;
  }
  // "the hidden daughter of B", "wife of the presidential candidate, B".
  if (/^(?:of|to)$/.test(wordAt(sheet, match.to)) && words[match.to]!.gap === ' ') {
    const owner = behind(sheet, parties, match.to + 1, 7);
    const holder = fits(before(sheet, parties, match.from, 16));
    if (owner !== undefined && holder !== undefined && owner.name !== holder.name)
      return { a: owner, b: holder };
    return undefined;
  }
  // "Sutherland is the best pal": of whom the sentences before speak.
  const link = [1, 2, 3].find((back) => /^(?:is|was)$/.test(wordAt(sheet, match.from - back)));
  if (
    link === undefined ||
    !/^(?:the|a)$/.test(wordAt(sheet, match.from - 1)) ||
    /^(?:of|to|who lives)$/.test(wordAt(sheet, match.to))
  )
    return undefined;
  const holder = fits(before(sheet, parties, match.from - link + 1, 2));
  if (holder === undefined || wordAt(sheet, match.from - 1) === 'a') return undefined;
  const owner = parties.find(
    (party) =>
      party.from < holder.from &&
      party.name !== holder.name &&
      holder.sentence - party.sentence < 5 &&
      party.gender !== 'female',
  );
  return owner === undefined ? undefined : { a: owner, b: holder };
}

/** The party right behind a noun: "wife A", "wife, A", "best friend and rival A". */
const nextTo = (sheet: Sheet, parties: readonly Party[], at: number): Party | undefined => {
  const party = behind(sheet, parties, at, 3);
  if (party === undefined) return undefined;
  for (let i = at; i < party.from; i++)
    if (
      !/^(?:detective|dr|mr|mrs|captain|inspector|named|called|officer|the|uncle|aunt)$/.test(
        wordAt(sheet, i),
      )
    )
      return undefined;
  const gap = sheet.words[party.from]!.gap;
  return gap === ' ' || gap === ',' || gap === ';' ? party : undefined;
};

/** "A falls in love with B", "he falls for B", "A marries him", "to work as a bodyguard by B". */
function pairOfVerb(sheet: Sheet, { match, parties }: Where): Pair | undefined {
  const { words } = sheet;
  const next = wordAt(sheet, match.to);
  const pronoun = genderOfPronoun(next);
  const isFollowed = pronoun !== undefined && !isOwnNoun(sheet, match.to);
  const object = isFollowed ? undefined : objectOf(sheet, parties, match.to);
  const subject = subjectOf(sheet, parties, match.from);
  if (object !== undefined && subject !== undefined && subject.name !== object.name)
    return { a: subject, b: object };
  if (object !== undefined) {
    const other = antecedent(parties, sheet, { at: match.from, except: [object.name] });
    return other === undefined || other.sentence < object.sentence - 1 ? undefined : { a: other, b: object };
  }
  if (isFollowed && subject !== undefined) {
    const other = antecedent(parties, sheet, { at: match.from, gender: pronoun, except: [subject.name] });
    return other === undefined || other.sentence < words[match.from]!.sentence - 2
      ? undefined
      : { a: subject, b: other };
  }
  // "B is the First Lady, with whom he is having an affair".
  const who = words
    .slice(Math.max(0, match.from - 6), match.to)
    .findIndex((word) => word.folded === 'whom' || word.folded === 'who');
  if (who >= 0 && subject !== undefined) {
    const host = before(sheet, parties, match.from, 12);
    if (host !== undefined && host.name !== subject.name) return { a: subject, b: host };
    const he = words
      .slice(Math.max(0, match.from - 3), match.to)
      .find((word) => genderOfPronoun(word.folded) !== undefined);
    if (host !== undefined && he !== undefined) {
      const other = antecedent(parties, sheet, {
        at: host.from,
        gender: genderOfPronoun(he.folded),
        except: [host.name],
      });
      if (other !== undefined) return { a: other, b: host };
    }
  }
  return undefined;
}

/** "her sister", "his own wife": the pronoun owns a noun and is no object. */
const isOwnNoun = (sheet: Sheet, at: number): boolean => {
  const word = wordAt(sheet, at);
  if (!/^(?:his|her)$/.test(word)) return false;
  const next = sheet.words[at + 1];
  return (
    word === 'his' ||
    (next !== undefined &&
      next.gap === ' ' &&
      !/^(?:and|but|when|while|after|because|in|at|on|for|by|with|as|too|back|anyway|so|to|despite|instead|or|until)$/.test(
        next.folded,
      ))
  );
};

/** The name a verb reaches: right behind it, with no more than a short phrase between. */
function objectOf(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  const party = behind(sheet, parties, at, 7);
  if (party === undefined) return undefined;
  for (let i = at; i < party.from; i++)
    if (
      /^(?:and|but|who|when|while|that|which|because|after|before|is|was|if|so|with|about|by|from|in|at|on)$/.test(
        wordAt(sheet, i),
      ) ||
      sheet.words[i]!.gap === ';'
    )
      return undefined;
  // "killed B's father" does nothing to B.
  return wordAt(sheet, party.to) === "'s" ? undefined : party;
}

/** Who does it: the nearest pronoun "he" or "she" before the verb, else the nearest name. */
function subjectOf(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  const sentence = sheet.words[at]!.sentence;
  const nearest = before(sheet, parties, at, 24);
  for (let i = at - 1; i >= Math.max(0, at - 24); i--) {
    if (sheet.words[i]!.sentence !== sentence || (nearest !== undefined && i < nearest.to)) break;
    const word = wordAt(sheet, i);
    if (word === 'i' || word === 'you' || word === 'we') return undefined;
    if (word === 'he' || word === 'she')
      return antecedent(parties, sheet, { at: i, gender: genderOfPronoun(word) });
  }
  if (nearest === undefined) return undefined;
  return wordAt(sheet, nearest.to) === "'s" && at - nearest.to < 5 ? undefined : nearest;
}

const LONG_REACH = 60;
/** "the relationship between A (played by …), an athlete, and B": the first behind the cue, and one behind an "and". */
function pairBehind(sheet: Sheet, { match, parties, tie }: Where): Pair | undefined {
  const index = firstFrom(parties, match.to);
  const a = parties[index];
  const sentence = sheet.words[match.from]!.sentence;
  if (a === undefined || a.sentence !== sentence || a.from - match.to > 6) return undefined;
  const isOf = /(?:of|between|with|,)$/.test(wordAt(sheet, match.to - 1));
  if (!isOf && a.from - match.to > 1) return undefined;
  for (const b of parties.slice(index + 1, index + 8)) {
    if (b.sentence !== sentence || b.from - a.to > LONG_REACH) break;
    if (b.name === a.name) continue;
    const joined = joinBefore(sheet, a.to, b.from);
    // "story of A and B" is of two; "story of A, who meets B" is of one.
    if (joined) return { a, b };
    if (tie.relation !== 'couple' || wordAt(sheet, match.to - 1) === 'of') continue;
  }
  return undefined;
}

/** "and" (or "&", "with") stands before the second name, perhaps with a phrase between: "and her secret lover, B". */
function joinBefore(sheet: Sheet, from: number, to: number): boolean {
  for (let at = to - 1; at >= Math.max(from, to - 9); at--) {
    const word = wordAt(sheet, at);
    if (word === 'and') return true;
    if (sheet.words[at]!.gap === ';' && at > from) return false;
    if (/^(?:who|is|was|that|which|when|as|meets|by|of)$/.test(word)) return false;
  }
  return /&/.test(sheet.text.slice(sheet.words[to]!.start - 3, sheet.words[to]!.start));
}

/** "A and B fall in love", "They fall in love": the last two before it, in its sentence or the one before. */
function pairBefore(sheet: Sheet, { match, parties }: Where): Pair | undefined {
  const sentence = sheet.words[match.from]!.sentence;
  const last = firstFrom(parties, match.from) - 1;
  const names: Party[] = [];
  for (let i = last; i >= 0 && i > last - 10 && names.length < 2; i--) {
    const party = parties[i]!;
    if (party.sentence < sentence - 1) break;
    if (!names.some((other) => other.name === party.name)) names.push(party);
  }
  const [b, a] = names;
  if (a === undefined || b === undefined) return undefined;
  const hasThey = sheet.words
    .slice(Math.max(0, match.from - 8), match.from)
    .some((word) => word.sentence === sentence && /^(?:they|them|two|both|their|the)$/.test(word.folded));
  if (a.sentence === sentence && b.sentence === sentence)
    return isJoined(sheet, a, b) || hasThey ? { a, b } : undefined;
  return hasThey &&
    b.sentence === a.sentence &&
    wordAt(sheet, match.from - 1) !== 'the' &&
    saysThey(sheet, match.from)
    ? { a, b }
    : undefined;
}

const isJoined = (sheet: Sheet, a: Party, b: Party): boolean =>
  b.from - a.to < 8 &&
  sheet.words.slice(a.to, b.from).some((word) => /^(?:and|with|or|versus|vs)$/.test(word.folded));
const saysThey = (sheet: Sheet, at: number): boolean =>
  sheet.words
    .slice(Math.max(0, at - 6), at)
    .some((word) => word.folded === 'they' && word.sentence === sheet.words[at]!.sentence);
