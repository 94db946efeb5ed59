// Where the two parties of a relation stand, for each shape of cue: "his wife A", "A falls for B", "the romance between
// A and B", "A and B are friends". Knows places, not what the cues mean.
import type { Match } from './cues.ts';
import {
  antecedent,
  before,
  behind,
  clauseSubject,
  firstFrom,
  genderOfPronoun,
  type Party,
  wordAt,
} from './parties.ts';
import { pairsOfNoun } from './relation-nouns.ts';
import type { Reader, Sheet } from './sheet.ts';

export type Shape =
  | 'noun'
  | 'nouns'
  | 'verb'
  | 'work'
  | 'between'
  | 'both'
  | 'pair'
  | 'main'
  | 'second'
  | 'unnamed';
export type Tie = { readonly shape: Shape; readonly relation: string };
export type Pair = { readonly a: Party; readonly b: Party };

/** A cue found, one of its values, and all who may be tied. */
export type Where = { readonly match: Match<unknown>; readonly tie: Tie; readonly parties: readonly Party[] };

/** All that a cue ties, two by two; none when one of two is not to be found or makes the show. */
export function findPairs(sheet: Sheet, reader: Reader, where: Where): readonly Pair[] {
  const pairs = pairsOf(sheet, reader, where);
  // "his partner, A", of two players, is said of their work.
  const isWork = where.tie.relation === 'colleagues';
  return pairs.filter(
    ({ a, b }) => a.name !== b.name && !a.isMaker && !b.isMaker && !(isWork && a.isPlayer && b.isPlayer),
  );
}

function pairsOf(sheet: Sheet, reader: Reader, where: Where): readonly Pair[] {
  const one = (pair: Pair | undefined) => (pair === undefined ? [] : [pair]);
  switch (where.tie.shape) {
    case 'noun':
    case 'nouns':
      return pairsOfNoun(sheet, reader, where);
    case 'verb':
    case 'work':
      return one(pairOfVerb(sheet, where));
    case 'between':
      return one(pairBehind(sheet, where));
    case 'both':
    case 'pair':
      return one(pairBefore(sheet, where));
    default:
      return [];
  }
}

/** "A falls in love with B", "he falls for B", "A marries him", "to work as a bodyguard by B". */
function pairOfVerb(sheet: Sheet, { match, parties, tie }: Where): Pair | undefined {
  const { words } = sheet;
  const next = wordAt(sheet, match.to);
  const pronoun = genderOfPronoun(next);
  const isFollowed = pronoun !== undefined && !isOwnNoun(sheet, match.to);
  const object = isFollowed ? undefined : objectOf(sheet, parties, match.to);
  // "hired by him to break up with her": nobody has, so far.
  if (tie.relation === 'ex-couple' && wordAt(sheet, match.from - 1) === 'to') return undefined;
  if (isSpeakers(sheet, match.from)) return undefined;
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
  if (party === undefined || (party.from === at && sheet.words[at]!.gap !== ' ')) return undefined;
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

/** Who does it: the subject of the clause when a verb goes on with it, else the nearest "he", "she" or name. */
function subjectOf(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  const { sentence } = sheet.words[at]!;
  if (goesOn(sheet, at)) {
    const subject = clauseSubject(sheet, parties, at);
    if (subject !== undefined) return subject;
  }
  const nearest = before(sheet, parties, at, 24);
  for (let i = at - 1; i >= Math.max(0, at - 24); i--) {
    if (sheet.words[i]!.sentence !== sentence || (nearest !== undefined && i < nearest.to)) break;
    const word = wordAt(sheet, i);
    if (/^(?:i|you|we|everyone|everybody|nobody|they|it)$/.test(word)) return undefined;
    if (word === 'he' || word === 'she')
      return antecedent(parties, sheet, { at: i, gender: genderOfPronoun(word) });
  }
  if (nearest === undefined) return undefined;
  return wordAt(sheet, nearest.to) === "'s" && at - nearest.to < 5 ? undefined : nearest;
}

/** "I was interested in Miriam" says nothing of those in the story. */
function isSpeakers(sheet: Sheet, at: number): boolean {
  for (
    let i = at - 1;
    i >= Math.max(0, at - 7) && sheet.words[i]!.sentence === sheet.words[at]!.sentence;
    i--
  ) {
    const word = wordAt(sheet, i);
    if (/^(?:i|we|you|i'm|i've|i'd|we're|you're|you'll|everyone|everybody|viewers|audiences?)$/.test(word))
      return true;
    if (/^(?:he|she|who|they)$/.test(word)) return false;
  }
  return false;
}

const HELPS =
  /^(?:then|soon|later|eventually|slowly|quickly|also|finally|ends?|ended|ending|up|begins?|began|starts?|started|to|gradually|even|in|the|end|instead|secretly|gets?|got|falls?|fell|is|was|has|had|been|immediately|instantly|inevitably|accidentally|unexpectedly|be|being|becomes?|became|forced|reluctantly|ultimately)$/;
/** "She meets A and ends up falling for him": the verb is joined to one before it. */
function goesOn(sheet: Sheet, at: number): boolean {
  const { sentence } = sheet.words[at]!;
  for (let i = at - 1; i >= at - 6 && i >= 0 && sheet.words[i]!.sentence === sentence; i--) {
    const word = wordAt(sheet, i);
    if (word === 'and' || word === 'but') return true;
    if (!HELPS.test(word)) return false;
  }
  return false;
}

const LONG_REACH = 60;
/** "the relationship between A (played by …), an athlete, and B": the first behind the cue, and one behind an "and". */
function pairBehind(sheet: Sheet, { match, parties, tie }: Where): Pair | undefined {
  const index = firstFrom(parties, match.to);
  const a = parties[index];
  const sentence = sheet.words[match.from]!.sentence;
  if (a === undefined || a.sentence !== sentence || a.from - match.to > 6) return undefined;
  const isOf = /(?:of|between|with|,)$/.test(wordAt(sheet, match.to - 1));
  if (!isOf && a.from - match.to > 1 && !/^(?:named|called)$/.test(wordAt(sheet, match.to))) return undefined;
  for (const b of parties.slice(index + 1, index + 8)) {
    if (b.sentence !== sentence || b.from - a.to > LONG_REACH) break;
    if (b.name === a.name) continue;
    const joined = joinBefore(sheet, a.to, b.from);
    // "story of A and B" is of two; "story of A, who meets B" is of one.
    if (joined) return tie.shape === 'between' && isPlot(sheet, match, [a, b]) ? undefined : { a, b };
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

/** How far behind the two a cue may stand that says nothing of them by itself: "A and B's romance". */
const NEAR = 6;
/** "A and B fall in love", "They fall in love": the last two before it, in its sentence or the one before. */
function pairBefore(sheet: Sheet, { match, parties, tie }: Where): Pair | undefined {
  const { sentence } = sheet.words[match.from]!;
  if (/^(?:'s|of)$/.test(wordAt(sheet, match.to)) || NONE_OF.test(wordAt(sheet, match.from - 1)))
    return undefined;
  const last = firstFrom(parties, match.from) - 1;
  const joined = tie.shape === 'both' ? pronounPair(sheet, parties, match.from) : undefined;
  if (joined !== undefined) return joined;
  const names: Party[] = [];
  for (let i = last; i >= 0 && i > last - 10 && names.length < 2; i--) {
    const party = parties[i]!;
    if (party.sentence < sentence - 1) break;
    if (!names.some((other) => other.name === party.name)) names.push(party);
  }
  if (names.length < 2 && tie.shape === 'both' && opensWithThey(sheet, match.from))
    return mostSpokenOf(sheet, parties, match.from);
  const [b, a] = names;
  if (a === undefined || b === undefined) return undefined;
  if (tie.shape === 'pair')
    return b.sentence === sentence &&
      match.from - b.to <= NEAR &&
      isJoined(sheet, a, b) &&
      !isCut(sheet, b.to, match.from)
      ? { a, b }
      : undefined;
  const hasThey =
    opensWithThey(sheet, match.from) ||
    sheet.words
      .slice(Math.max(0, match.from - 8), match.from)
      .some((word) => word.sentence === sentence && /^(?:they|them|two|both|their|the)$/.test(word.folded));
  if (a.sentence === sentence && b.sentence === sentence)
    return isJoined(sheet, a, b) || hasThey ? { a, b } : undefined;
  return hasThey &&
    b.sentence === a.sentence &&
    wordAt(sheet, match.from - 1) !== 'the' &&
    (saysThey(sheet, match.from) || opensWithThey(sheet, match.from))
    ? { a, b }
    : undefined;
}
/** "They have no friends": nothing of each other. */
const NONE_OF = /^(?:any|no|of|with|many|his|her|its|my|your|our|other|from|for|about|like|some|whose)$/;

/** "her and Eric get married", "Miriam and he fall in love". */
function pronounPair(sheet: Sheet, parties: readonly Party[], at: number): Pair | undefined {
  const { sentence } = sheet.words[at]!;
  for (let i = at - 1; i > 1 && i > at - 7 && sheet.words[i]!.sentence === sentence; i--) {
    if (wordAt(sheet, i) !== 'and') continue;
    const party = parties[firstFrom(parties, i)];
    const pronoun = genderOfPronoun(wordAt(sheet, i - 1));
    if (pronoun !== undefined && party?.from === i + 1 && party.to <= at) {
      const other = antecedent(parties, sheet, { at: i - 1, gender: pronoun, except: [party.name] });
      return other === undefined ? undefined : { a: other, b: party };
    }
    const left = before(sheet, parties, i, 1);
    const right = genderOfPronoun(wordAt(sheet, i + 1));
    if (left === undefined || right === undefined || isOwnNoun(sheet, i + 1)) return undefined;
    const other = antecedent(parties, sheet, { at: left.from, gender: right, except: [left.name] });
    return other === undefined ? undefined : { a: left, b: other };
  }
  return undefined;
}

const isCut = (sheet: Sheet, from: number, to: number): boolean =>
  sheet.words
    .slice(from, to)
    .some((word) => word.gap === ';' || /^(?:in|this|that|is|was|for|from|who)$/.test(word.folded)) ||
  sheet.words[to]!.gap === ',';

const isJoined = (sheet: Sheet, a: Party, b: Party): boolean =>
  b.from - a.to < (wordAt(sheet, b.from - 1) === 'and' ? 16 : 8) &&
  sheet.words.slice(a.to, b.from).some((word) => /^(?:and|with|or|versus|vs)$/.test(word.folded));
/** Of those whom the last sentences name the two who are named most often in the text, when not of one gender. */
function mostSpokenOf(sheet: Sheet, parties: readonly Party[], at: number): Pair | undefined {
  const { sentence } = sheet.words[at]!;
  const near = parties.filter(
    (party) => sentence - party.sentence <= 6 && party.sentence <= sentence && !party.isMaker,
  );
  const often = (party: Party) => parties.filter(({ name }) => name === party.name).length;
  const [a, b] = [...new Map(near.map((party) => [party.name, party])).values()].sort(
    (x, y) => often(y) - often(x),
  );
  return a === undefined || b === undefined || (a.gender !== undefined && a.gender === b.gender)
    ? undefined
    : { a, b };
}

const opensWithThey = (sheet: Sheet, at: number): boolean =>
  sheet.sentences[sheet.words[at]!.sentence]!.words[0]!.folded === 'they';
const saysThey = (sheet: Sheet, at: number): boolean =>
  sheet.words
    .slice(Math.max(0, at - 6), at)
    .some((word) => word.folded === 'they' && word.sentence === sheet.words[at]!.sentence);

const LOVERS =
  /^(?:lover|betrothed|boyfriend|girlfriend|wife|husband|fiance|fiancee|love|soulmate|crush|interest)$/;
/** "the story of A and B as they try to solve a murder" tells of two, not of their love. */
function isPlot(sheet: Sheet, match: Match<unknown>, [a, b]: readonly [Party, Party]): boolean {
  // "the relationship between A and his lieutenant B", "the story of A, who lives with her husband and B".
  const between = sheet.words.slice(a.to, b.from).map(({ folded }) => folded);
  const first = wordAt(sheet, match.from);
  if (
    first === 'relationship' &&
    between.some((word) => /^(?:his|her)$/.test(word)) &&
    !between.some((word) => LOVERS.test(word))
  )
    return true;
  if (first !== 'story' && first !== 'stories') return false;
  if (between.includes('who') || between.includes('with') || a.isPlayer || b.isPlayer) return true;
  if (/^(?:love|romance|romantic)$/.test(wordAt(sheet, match.from - 1))) return false;
  if (a.gender !== undefined && a.gender === b.gender) return true;
  const behind = sheet.words.slice(b.to, b.to + 14);
  return behind.some(
    ({ folded, sentence }) =>
      sentence === b.sentence &&
      /^(?:they|two|brothers|sisters|friends|detectives|cops|partners|trying|solve)$/.test(folded),
  );
}
