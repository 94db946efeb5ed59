// Titles of other works that no mark sets apart: capitals behind words that a title follows ("reminds me of", "the movie"),
// capitals that go on with a list of titles, and known works in small letters. Leaves out names of people and places.
import { matchAt } from './cues.ts';
import { type NameLore, nameLore } from './name-lore.ts';
import { namesOf } from './proper-names.ts';
import { referenceCues } from './reference-cues.ts';
import type { Reader, Sheet } from './sheet.ts';
import { isCapital, smallWorkAt, titlesOf } from './titles.ts';

export type BareTitle = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** How much its place alone says that it is a work: 2 surely, 1 with no word against it, 0 with a cue only. */
  readonly trust: 0 | 1 | 2;
  /** A common word in quotes, or one in capitals: words that only a work follows are enough. */
  readonly isLoose?: boolean;
};
type View = {
  readonly sheet: Sheet;
  readonly reader: Reader;
  readonly lore: NameLore;
  /** 1 for a word of a marked title, 2 for one of a name. */
  readonly taken: Uint8Array;
};

const SEEN_IN =
  /^(?:better|great|good|amazing|loved|liked|brilliant|excellent|wonderful|terrific) (?:him |her )?in$/i;
const NOBODY = /^(?:place|people|time|role|honorific|genre|body)$/;
const LINKS = /^(?:of|the|and|a|an|in|to|for|on|at|with|'s|from|vs|my|de|la)$/;
const SMALL = /^(?:the|a|an|my|that|this|his|her|their)$/;
const LONGEST = 8;

export function bareTitles(sheet: Sheet, reader: Reader): readonly BareTitle[] {
  const taken = new Uint8Array(sheet.words.length);
  for (const mention of namesOf(sheet, reader)) taken.fill(2, mention.from, mention.to);
  for (const title of titlesOf(sheet, reader)) taken.fill(1, title.from, title.to);
  const view: View = { sheet, reader, lore: nameLore(reader), taken };
  const found = [...behindCues(view), ...behindNouns(view)];
  return [...found, ...inLists(view, found)];
}

/** "reminds me of Lord of the Rings", "a rip-off of Kickboxer", "better in snowdrop". */
function behindCues(view: View): readonly BareTitle[] {
  const { sheet, reader, lore, taken } = view;
  const { before } = referenceCues(reader);
  const found: BareTitle[] = [];
  for (let at = 0; at + 1 < sheet.words.length; at++) {
    const match = matchAt(before, sheet.words, at);
    if (match === undefined || !(match.values.includes('seen') || match.values.includes('work'))) continue;
    let from = match.to;
    if (SMALL.test(sheet.words[from]?.folded ?? '') && !isCapital(sheet.words[from]!)) from++;
    const head = sheet.words[from];
    if (head === undefined || head.sentence !== sheet.words[at]!.sentence || sheet.isTitle[from] === 1)
      continue;
    if (taken[from] === 1 || (head.gap !== ' ' && head.gap !== '-')) continue;
    const small = smallWorkAt(sheet, from, reader);
    if (small !== undefined) {
      found.push(bare(sheet, from, small, 1));
      continue;
    }
    if (isCapital(head)) {
      const to = runEnd(view, from);
      const isSure = match.to - match.from > 1 || match.values.includes('work');
      if (isTitleRun(view, from, to) || (isSure && isLoneTitle(view, from, to)))
        found.push(bare(sheet, from, to, 1));
    } else if (SEEN_IN.test(textOf(sheet, match.from, match.to))) {
      const isStrange =
        !lore.common.has(head.folded) && /^[a-z]{5,}$/.test(head.form) && !lore.notNames.has(head.folded);
      const ends = /^[).,!?]/.test(sheet.text.slice(head.end, head.end + 1)) || head.end >= sheet.text.length;
      if (isStrange && ends) found.push(bare(sheet, from, from + 1, 1));
    }
  }
  return found;
}

const NOUN =
  /^(?:show|series|drama|film|movie|franchise|novel|book|manga|anime|game|sitcom|classic|musical|documentary|remake|sequel|kdrama|trilogy|flick|masterpiece|hit|thriller|horror|comedy|films|movies)$/;
/** "the Japanese franchise Guyver", "her drama Twenty-Five Twenty-One": capitals right behind the noun for a work. */
function behindNouns(view: View): readonly BareTitle[] {
  const { sheet, taken, lore } = view;
  const found: BareTitle[] = [];
  for (let from = 1; from < sheet.words.length; from++) {
    const head = sheet.words[from]!;
    if (head.gap !== ' ' || !isCapital(head) || taken[from] === 1 || sheet.isTitle[from] === 1) continue;
    if (!NOUN.test(sheet.words[from - 1]!.folded) || head.sentence !== sheet.words[from - 1]!.sentence)
      continue;
    if (!/^ $/.test(sheet.text.slice(sheet.words[from - 1]!.end, head.start))) continue;
    const to = runEnd(view, from);
    const isPlural = /s$/.test(sheet.words[from - 1]!.folded) && sheet.words[from - 1]!.folded !== 'series';
    const isNoun = !lore.given.has(head.folded);
    if (
      isTitleRun(view, from, to, isNoun) ||
      (!isPlural && isLoneTitle(view, from, to) && endsThere(sheet, to))
    )
      found.push(bare(sheet, from, to, 1));
  }
  return found;
}

/** "such as Raging Bull, the Wrestler and Girlfight": what follows a title behind a comma or "and". */
function inLists(view: View, found: readonly BareTitle[]): readonly BareTitle[] {
  const { sheet, reader, taken } = view;
  const more: BareTitle[] = [];
  const known = titlesOf(sheet, reader).filter(({ sign, isWeak }) => sign === 'known' && !isWeak);
  for (const title of [...found, ...known]) {
    let at = title.to;
    for (;;) {
      const word = sheet.words[at];
      if (word === undefined || word.sentence !== sheet.words[title.from]!.sentence) break;
      const isLink = /^(?:and|or)$/.test(word.folded);
      if (word.gap !== ',' && !isLink) break;
      let from = isLink ? at + 1 : at;
      if (/^(?:and|or)$/.test(sheet.words[from]?.folded ?? '')) from++;
      const first = from;
      if (sheet.words[from]?.folded === 'the' && !isCapital(sheet.words[from]!)) from++;
      const head = sheet.words[from];
      if (head === undefined || !isCapital(head) || head.sentence !== word.sentence) break;
      if (taken[from] === 1 || sheet.isTitle[from] === 1) break;
      const to = runEnd(view, from);
      if (!endsThere(sheet, to) || !(isTitleRun(view, from, to) || isLoneTitle(view, from, to))) break;
      // "the Wrestler": the article belongs to a single word.
      more.push(bare(sheet, to - from === 1 ? first : from, to, 1));
      at = to;
    }
  }
  return more;
}

/** Where the capitals that begin at `from` end; small links only between capitals. */
function runEnd({ sheet, taken }: View, from: number): number {
  const { sentence } = sheet.words[from]!;
  let to = from + 1;
  while (to < Math.min(from + LONGEST, sheet.words.length)) {
    const word = sheet.words[to]!;
    if (word.sentence !== sentence || word.gap === ',' || word.gap === ';' || taken[to] === 1) break;
    if (!isCapital(word) && !LINKS.test(word.folded) && word.gap !== '-') break;
    if (word.folded === 'and' || /^I(?:'|$)/.test(word.form)) break;
    to++;
  }
  while (to > from && LINKS.test(sheet.words[to - 1]!.folded)) to--;
  return to;
}

/** Two capitals or more, a common word among them, no name and no place. */
function isTitleRun({ sheet, lore, taken }: View, from: number, to: number, isBehindNoun = false): boolean {
  if (to <= from) return false;
  const words = sheet.words.slice(from, to);
  const capitals = words.filter((word) => isCapital(word));
  if (/^(?:I|I'm|\d.*|[A-Z]{2,})$/.test(words[0]!.form) || lore.notNames.get(words[0]!.folded) === 'time')
    return false;
  const isName = !isBehindNoun && words.some((_, i) => taken[from + i] === 2);
  const hasCommon = capitals.some((word) => lore.common.has(word.folded) && !lore.given.has(word.folded));
  const isPlace = capitals.some((word) => NOBODY.test(lore.notNames.get(word.folded) ?? ''));
  return capitals.length >= 2 && hasCommon && (!isPlace || words.length > 4) && (!isName || words.length > 3);
}

/** One capital that is no name, no place and no common word. */
function isLoneTitle({ sheet, lore }: View, from: number, to: number): boolean {
  const { form, folded } = sheet.words[from]!;
  if (to - from !== 1 || form.length < 4 || /^(?:[A-Z]+|\d.*)$/.test(form)) return false;
  return ![lore.common, lore.given, lore.surnames, lore.notNames].some((words) => words.has(folded));
}

const BEHIND =
  /^(?:and|or|but|is|was|in|with|on|as|than|for|that|which|when|where|because|so|to|if|by|from|are|were|had|has|did|at|it|i|a|the|this)$/;
/** A mark or a small word follows: the capitals are all of the title. */
const endsThere = (sheet: Sheet, to: number): boolean => {
  const next = sheet.words[to];
  return next === undefined || /^[.,;]$/.test(next.gap) || (next.gap === ' ' && BEHIND.test(next.folded));
};

const textOf = (sheet: Sheet, from: number, to: number): string =>
  sheet.text.slice(sheet.words[from]!.start, sheet.words[to - 1]!.end).replace(/\s+/g, ' ');
const bare = (sheet: Sheet, from: number, to: number, trust: 0 | 1 | 2): BareTitle => ({
  from,
  to,
  text: textOf(sheet, from, to),
  trust,
});
