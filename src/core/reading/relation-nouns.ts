// Whose wife, boss or friend somebody is, and who that is: "his wife A", "A, B's brother", "brothers A and B of B".
// Knows places around a noun, not what the nouns mean.
import { genderOf } from './descriptions.ts';
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
import type { Pair, Where } from './relation-pairs.ts';
import type { Reader, Sheet } from './sheet.ts';

/** "his sons A and B" ties each of them. */
export function pairsOfNoun(sheet: Sheet, reader: Reader, where: Where): readonly Pair[] {
  const pair = pairOfNoun(sheet, reader, where);
  if (pair === undefined) return [];
  if (where.tie.shape !== 'nouns') return [pair];
  const pairs = [pair];
  let at = firstFrom(where.parties, pair.b.from);
  for (let last = pair.b; pairs.length < 4; ) {
    const next = where.parties[++at];
    if (next === undefined || next.sentence !== last.sentence || next.from - last.to > 1) break;
    if (!/^[,/]? ?(?:and |& ?)?$/.test(textBetween(sheet, last, next))) break;
    pairs.push({ a: pair.a, b: next });
    last = next;
  }
  return pairs.length > 1 ? pairs : [];
}

const textBetween = (sheet: Sheet, a: Party, b: Party): string =>
  sheet.text.slice(sheet.words[a.to - 1]!.end, sheet.words[b.from]!.start);

/** "his wife A", "A, his wife", "B's wife A", "A, B's wife", "A, the wife of B", "A is his wife", "wife A". */
function pairOfNoun(sheet: Sheet, reader: Reader, { match, parties, tie }: Where): Pair | undefined {
  const { words } = sheet;
  const holderGender = genderOf(reader, words[match.to - 1]!.folded);
  const fits = (party: Party | undefined) =>
    party !== undefined &&
    (holderGender === undefined || party.gender === undefined || party.gender === holderGender)
      ? party
      : undefined;
  const beside = () => fits(nextTo(sheet, parties, match.to) ?? named(sheet, parties, match.to));
  // Whose: a pronoun or a name with 's up to four words before the noun.
  for (let at = match.from - 1; at >= Math.max(0, match.from - 5); at--) {
    if (words[at]!.sentence !== words[match.from]!.sentence || words[at]!.gap === ';') break;
    // "remembers her liking rich student A"
    if (/..ing$/.test(words[at]!.folded) && !OF_KIN.test(words[at]!.folded)) break;
    const word = words[at]!.folded;
    if (/^(?:his|her|their)$/.test(word)) {
      const host = fits(before(sheet, parties, at, 3));
      const holder =
        host !== undefined && (words[at]!.gap === ',' || IS.test(wordAt(sheet, at - 1))) && host.to >= at - 1
          ? host
          : beside();
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
      const holder = beside();
      return owner === undefined || holder === undefined ? undefined : { a: owner, b: holder };
    }
    if (word === "'s") {
      const owner = before(sheet, parties, at, 2);
      if (owner === undefined) return undefined;
      const told = named(sheet, parties, match.to);
      const holder = told === undefined ? (fits(hostOf(sheet, parties, owner)) ?? beside()) : fits(told);
      return holder === undefined ? undefined : { a: owner, b: holder };
    }
    // "Charles' wife A"
    const plural = parties[firstFrom(parties, at)];
    if (
      plural?.to === at + 1 &&
      plural.from <= at &&
      /^['’] /.test(sheet.text.slice(words[at]!.end, words[at]!.end + 2))
    ) {
      const holder = beside();
      return holder === undefined ? undefined : { a: plural, b: holder };
    }
    if (/^(?:is|was|the|a|an|and|of|in|to|with|for|who|,)$/.test(word) || words[at]!.gap === ',') break;
  }
  // "the hidden daughter of B", "wife of the presidential candidate, B".
  if (/^(?:of|to)$/.test(wordAt(sheet, match.to)) && words[match.to]!.gap === ' ') {
    const owner = behind(sheet, parties, match.to + 1, 7);
    const holder = fits(before(sheet, parties, match.from, 16) ?? pronounBefore(sheet, parties, match.from));
    if (owner !== undefined && holder !== undefined && owner.name !== holder.name)
      return { a: owner, b: holder };
    return undefined;
  }
  return (
    pairOfHad(sheet, parties, { from: match.from, holder: fits(nextTo(sheet, parties, match.to)) }) ??
    pairOfBare(sheet, parties, { match, tie, holder: fits(nextTo(sheet, parties, match.to)) }) ??
    pairOfPal(sheet, parties, match.from, fits)
  );
}

const OF_KIN =
  /^(?:loving|caring|suffering|living|dying|missing|adoring|scheming|aging|ageing|doting|controlling|domineering|drinking|working|cheating|charming|demanding|nagging|grieving|king|surviving|struggling)$/;
const IS = /^(?:is|was|as|becomes|became|plays|played|playing|portrays|being)$/;

/** "A, B's wife", "A (B's wife)", "A is B's wife", "A is wasted as B's wife": who stands before the owner. */
function hostOf(sheet: Sheet, parties: readonly Party[], owner: Party): Party | undefined {
  const at = owner.from;
  const isAs = /^(?:as|plays|played)$/.test(wordAt(sheet, at - 1));
  const host = before(sheet, parties, at, isAs ? 9 : 4);
  if (host === undefined || host.name === owner.name) return undefined;
  if (isAs || IS.test(wordAt(sheet, at - 1))) return host;
  const isClose =
    host.to === at && (sheet.words[at]!.gap === ',' || sheet.text[sheet.words[at]!.start - 1] === '(');
  return isClose ? host : undefined;
}

/** "his wife is A", "her rival is played by A". */
function named(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  if (!/^(?:is|was|named|called)$/.test(wordAt(sheet, at))) return undefined;
  const party = behind(sheet, parties, at, 5);
  if (party === undefined) return undefined;
  for (let i = at + 1; i < party.from; i++)
    if (!/^(?:named|called|played|portrayed|by|none|other|than|the|a)$/.test(wordAt(sheet, i)))
      return undefined;
  return party;
}

/** "She is the daughter of B". */
function pronounBefore(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  for (let i = at - 1; i > at - 6 && i > 0 && sheet.words[i]!.sentence === sheet.words[at]!.sentence; i--)
    if (/^(?:he|she)$/.test(wordAt(sheet, i)) && /^(?:is|was|,)$/.test(wordAt(sheet, i + 1)))
      return antecedent(parties, sheet, { at: i, gender: genderOfPronoun(wordAt(sheet, i)) });
  return undefined;
}

/** "She has a crazy brother A". */
function pairOfHad(
  sheet: Sheet,
  parties: readonly Party[],
  { from, holder }: { readonly from: number; readonly holder: Party | undefined },
): Pair | undefined {
  if (holder === undefined) return undefined;
  const article = [1, 2, 3].find((back) => /^(?:an?)$/.test(wordAt(sheet, from - back)));
  if (article === undefined || !/^(?:has|had|have|having|with)$/.test(wordAt(sheet, from - article - 1)))
    return undefined;
  const owner = clauseSubject(sheet, parties, from);
  return owner === undefined || owner.name === holder.name ? undefined : { a: owner, b: holder };
}

const CLOSE_TIES = new Set(['spouses', 'couple', 'parent-child', 'siblings', 'friends']);
/** "Reunited with wife A, he …", "and best friend A": of whom the sentence speaks. */
function pairOfBare(
  sheet: Sheet,
  parties: readonly Party[],
  { match, tie, holder }: Pick<Where, 'match' | 'tie'> & { readonly holder: Party | undefined },
): Pair | undefined {
  const first = sheet.words[match.from]!;
  const isBare =
    /^(?:with|and|of|by|to|from|for|against)$/.test(wordAt(sheet, match.from - 1)) ||
    /^[,;]$/.test(first.gap);
  if (holder === undefined || !isBare || !CLOSE_TIES.has(tie.relation)) return undefined;
  if (holder.from !== match.to || sheet.words[holder.from]!.gap !== ' ' || first.form !== first.folded)
    return undefined;
  const subject = clauseSubject(sheet, parties, match.from);
  const next = parties[firstFrom(parties, holder.to)];
  const isNext =
    next !== undefined && next.sentence === holder.sentence && sheet.words[next.from]!.gap === ',';
  const owner =
    subject !== undefined && subject.name !== holder.name
      ? subject
      : isNext && next.from - holder.to < 2
        ? next
        : antecedent(parties, sheet, { at: match.from, except: [holder.name] });
  return owner === undefined || owner.name === holder.name ? undefined : { a: owner, b: holder };
}

/** "Sutherland is the best pal": of whom the sentences before speak. */
function pairOfPal(
  sheet: Sheet,
  parties: readonly Party[],
  from: number,
  fits: (party: Party | undefined) => Party | undefined,
): Pair | undefined {
  const link = [1, 2, 3].find((back) => /^(?:is|was)$/.test(wordAt(sheet, from - back)));
  if (link === undefined || wordAt(sheet, from - 1) !== 'the' || wordAt(sheet, from) !== 'best')
    return undefined;
  const holder = fits(before(sheet, parties, from - link + 1, 2));
  if (holder === undefined) return undefined;
  const end = firstFrom(parties, holder.from);
  const owner = parties
    .slice(Math.max(0, end - 20), end)
    .find(
      (party) =>
        party.name !== holder.name && holder.sentence - party.sentence < 5 && party.gender !== 'female',
    );
  return owner === undefined ? undefined : { a: owner, b: holder };
}

/** The party right behind a noun: "wife A", "wife, A", "best friend and rival A". */
const nextTo = (sheet: Sheet, parties: readonly Party[], at: number): Party | undefined => {
  const party = behind(sheet, parties, at, 3);
  if (party === undefined) return undefined;
  for (let i = at; i < party.from; i++)
    if (
      !/^(?:detective|dr|mr|mrs|captain|inspector|named|called|officer|the|uncle|aunt|fellow|long|time|lady|lord|sir|princess|prince|king|queen|professor|robot|dog|young|little|old)$/.test(
        wordAt(sheet, i),
      )
    )
      return undefined;
  const gap = sheet.words[party.from]!.gap;
  return gap === ' ' || gap === ',' || gap === ';' ? party : undefined;
};
