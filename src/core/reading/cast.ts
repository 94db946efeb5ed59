// Who is spoken of: names that mean the same one brought together, and whether that one makes the show or lives in it.
// Votes come from cast-cues.ts; the fullest form that the review uses is the name.
import type { CreditRole } from '../show.ts';
import type { Span } from '../text.ts';
import { collectVotes } from './cast-cues.ts';
import { type Gender, glueKorean, type NameLore, nameLore } from './name-lore.ts';
import { type Mention, namesOf } from './proper-names.ts';
import { perSheet, type Reader, type Sheet } from './sheet.ts';

/** `mentions` in order. `person` and `character` are sums of votes; `roles` votes for each role of a person. */
export type Figure = {
  readonly index: number;
  readonly name: string;
  /** The name as one in the story is called: "Dr. Cha" where no fuller form than "Cha" is used. */
  readonly calledName: string;
  readonly mentions: readonly Mention[];
  readonly person: number;
  readonly character: number;
  /** Votes that the name belongs to another work or to nobody in the show. */
  readonly outside: number;
  readonly roles: ReadonlyMap<CreditRole, number>;
  readonly gender?: Gender;
};
/** `person` plays `character` (indexes of figures), said by `span`; `calledName` is how the part is written there. */
export type Part = {
  readonly person: number;
  readonly character: number;
  readonly span: Span;
  readonly calledName: string;
};
export type Cast = {
  readonly figures: readonly Figure[];
  readonly parts: readonly Part[];
  /** Index of the figure of each mention. */
  readonly figureOf: ReadonlyMap<Mention, number>;
};

export const castOf = perSheet(makeCast);

/** Of equal votes those for a role decide: nobody says of a character that it acts well. */
export const isPerson = (figure: Figure): boolean =>
  figure.person >= 2 &&
  (figure.person > figure.character || (figure.person === figure.character && figure.roles.size > 0)) &&
  figure.outside < figure.person;
export const isCharacter = (figure: Figure): boolean =>
  figure.character >= 2 &&
  !isPerson(figure) &&
  figure.character >= figure.person &&
  figure.outside < figure.character;

function makeCast(sheet: Sheet, reader: Reader): Cast {
  const lore = nameLore(reader);
  const mentions = namesOf(sheet, reader);
  const groups = groupMentions(mentions, lore);
  const figureOf = new Map<Mention, number>();
  groups.forEach((group, index) => {
    for (const mention of group) figureOf.set(mention, index);
  });
  const { votes, parts } = collectVotes(sheet, reader, { mentions, figureOf });
  const figures = groups.map((group, index): Figure => {
    const vote = votes[index]!;
    const gender = vote.female > vote.male ? 'female' : vote.male > vote.female ? 'male' : undefined;
    return {
      index,
      name: fullest(group),
      calledName: fullest(group).includes(' ')
        ? fullest(group)
        : (group.find((mention) => mention.titled !== undefined)?.titled ?? fullest(group)),
      mentions: group,
      person: vote.person,
      character: vote.character,
      outside: vote.outside,
      roles: vote.roles,
      ...(gender ? { gender } : {}),
    };
  });
  const named = parts.map(({ mention, ...part }) => ({
    ...part,
    calledName: writtenAs(figures[part.character]!, mention),
  }));
  return { figures: settleUnknown(sheet, figures), parts: named, figureOf };
}

/** "Seo Ji Sung" of "Seo Ji-seong" later on: as whole a form is kept as it is written, a shorter one made whole. */
const writtenAs = ({ mentions, calledName }: Figure, mention: Mention): string =>
  mention.parts.length > 1 && mentions.every(({ parts }) => parts.length <= mention.parts.length)
    ? mention.name
    : calledName;

/** A Korean name of which nothing is said, in a sentence with somebody of the story, is of the story too. */
function settleUnknown(sheet: Sheet, figures: readonly Figure[]): readonly Figure[] {
  const sentenceOf = (mention: Mention) => sheet.words[mention.from]!.sentence;
  const told = new Set(figures.filter(isCharacter).flatMap((figure) => figure.mentions.map(sentenceOf)));
  return figures.map((figure) =>
    figure.person < 1 &&
    figure.character < 2 &&
    figure.outside === 0 &&
    figure.mentions[0]!.shape === 'korean' &&
    figure.mentions.some((mention) => told.has(sentenceOf(mention)))
      ? { ...figure, character: 2 }
      : figure,
  );
}

const LIMIT_GROUPS = 400;

/** Each mention joins the latest earlier group that it may mean, else a later fuller name, else stands alone. */
function groupMentions(mentions: readonly Mention[], lore: NameLore): Mention[][] {
  const groups: Mention[][] = [];
  const byPart = new Map<string, number[]>();
  const enter = (mention: Mention, index: number) => {
    for (const key of keysOf(mention, lore)) {
      const list = byPart.get(key) ?? [];
      if (list.at(-1) !== index) list.push(index);
      byPart.set(key, list);
    }
  };
  // Full names first, so that a surname in the first line finds the whole name of the last.
  const isFull = (mention: Mention) => mention.parts.length > 1 && isWhole(mention);
  for (const pass of [true, false])
    for (const mention of mentions) {
      if (isFull(mention) !== pass) continue;
      const candidates = [
        ...new Set(keysOf(mention, lore).flatMap((key) => (byPart.get(key) ?? []).slice(-LIMIT_GROUPS))),
      ].filter((index) => means(mention, groups[index]!, lore));
      // "Jack" is Jack Morrison before he is a John.
      const literal = candidates.filter((index) => isWithin(mention, groups[index]!));
      const meant = literal.length > 0 ? literal : candidates;
      const before = meant.filter((index) => groups[index]![0]!.start <= mention.start);
      const index = before.at(-1) ?? meant[0] ?? groups.length;
      if (index === groups.length) groups.push([]);
      groups[index]!.push(mention);
      enter(mention, index);
    }
  for (const group of groups) group.sort((a, b) => a.start - b.start);
  return groups.sort((a, b) => a[0]!.start - b[0]!.start);
}

const isWhole = (mention: Mention): boolean =>
  mention.shape === 'full' || mention.korean?.family !== undefined;

/** What a name may be found by: each of its parts, the given name as one word, the long forms of a nickname. */
function keysOf(mention: Mention, lore: NameLore): readonly string[] {
  if (mention.korean !== undefined)
    return [glueKorean(mention.korean.given), glueKorean(mention.korean.whole), anyOrder(mention)];
  const parts = mention.parts.filter((part) => part.length > 1 && part !== 'jr' && part !== 'sr');
  const sound = parts.length === 1 ? [glueKorean(parts[0]!)] : [];
  return [...parts, ...parts.flatMap((part) => lore.longForms.get(part) ?? []), ...sound];
}

const isWithin = (mention: Mention, group: readonly Mention[]): boolean =>
  group.some((other) => mention.parts.every((part) => other.parts.includes(part)));

/** "Kang Chi Choi" and "Choi Kang Chi". */
const anyOrder = (mention: Mention): string => [...mention.parts].sort().join(' ');

/** Whether a mention can mean the one of a group: its parts are all in a fuller name of that group. */
function means(mention: Mention, group: readonly Mention[], lore: NameLore): boolean {
  return group.some((other) => {
    if (mention.shape === 'korean' || other.shape === 'korean') {
      const a = mention.korean ?? asOneWord(mention);
      const b = other.korean ?? asOneWord(other);
      if (a === undefined || b === undefined) return false;
      const isSame = (one: string, two: string) => glueKorean(one) === glueKorean(two);
      // "Joo Hyuk" is Nam Joo Hyuk, though Joo is a family too.
      if (isSame(a.whole, b.given) || isSame(b.whole, a.given) || anyOrder(mention) === anyOrder(other))
        return true;
      return (
        isSame(a.given, b.given) &&
        (a.family === undefined || b.family === undefined || isSame(a.family, b.family))
      );
    }
    const [short, long] =
      mention.parts.length <= other.parts.length
        ? [mention.parts, other.parts]
        : [other.parts, mention.parts];
    const named = (part: string) =>
      long.includes(part) || (lore.longForms.get(part) ?? []).some((name) => long.includes(name));
    if (/^(?:big|little)$/.test(long[0]!) && !/^(?:big|little)$/.test(short[0]!)) return false;
    return short.filter((part) => part.length > 1).every(named);
  });
}

/** "Mun" is So Mun: one word that is no name by its shape. */
const asOneWord = (mention: Mention): Mention['korean'] =>
  mention.parts.length === 1 ? { given: mention.parts[0]!, whole: mention.parts[0]! } : undefined;

/** The form with most parts; of equals the first, with its capitals where another has them. */
function fullest(group: readonly Mention[]): string {
  let best = group[0]!;
  for (const mention of group) {
    const longer = mention.parts.length > best.parts.length;
    if (
      longer ||
      (mention.parts.length === best.parts.length && /^[a-z]/.test(best.name) && /^[A-Z]/.test(mention.name))
    )
      best = mention;
  }
  return best.name;
}
