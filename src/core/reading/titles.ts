// Stretches that are set apart as the title of a work: in quotes, italics, guillemets or capitals, or known by name.
// Knows where they stand and how they are marked; not whether they are this show, a person or a song.
import { cutSentences, type Word } from '../text.ts';
import { parseRows } from './cues.ts';
import { asKorean, type NameLore, nameLore } from './name-lore.ts';
import { numeralsOf, perReader, perSheet, type Reader, type Sheet } from './sheet.ts';
import { createPaths, layPath, type Paths, step } from './word-paths.ts';

export type TitleSign = 'italic' | 'bold' | 'quote' | 'guillemet' | 'known' | 'capitals';
/** Words `from` to `to` (exclusive). `isWeak`: a common word too, a title only with a cue beside it. */
export type TitleMark = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sign: TitleSign;
  readonly isWeak: boolean;
};

const LONGEST_TITLE = 9;
const LINKS = new Set(
  'a an and as at but by for from in into is la le los no nor of on or the to vs with de du des del que y und der die das me my your it be'.split(
    ' ',
  ),
);
const CLOSING: Readonly<Record<string, readonly [TitleSign, string]>> = {
  '*': ['italic', '*'],
  _: ['italic', '_'],
  '"': ['quote', '"”'],
  '“': ['quote', '"”'],
  '‘': ['quote', "’'"],
  "'": ['quote', "’'"],
  '《': ['guillemet', '》'],
  '〈': ['guillemet', '〉'],
  '«': ['guillemet', '»'],
  '＜': ['guillemet', '＞'],
  '『': ['guillemet', '』'],
};

/** The marks that touch a word from the left and from the right, at most six characters of them. */
export function marksBefore(sheet: Sheet, at: number): string {
  const from = at > 0 ? sheet.words[at - 1]!.end : 0;
  const end = sheet.words[at]!.start;
  return /\S*$/.exec(sheet.text.slice(Math.max(from, end - 6), end))![0];
}
export function marksAfter(sheet: Sheet, at: number): string {
  const from = sheet.words[at]!.end;
  const end = sheet.words[at + 1]?.start ?? sheet.text.length;
  return /^\S*/.exec(sheet.text.slice(from, Math.min(end, from + 6)))![0];
}

export const isCapital = (word: Word): boolean => {
  const code = word.form.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  const first = word.form[0]!;
  return first !== first.toLowerCase();
};
const isAllCaps = (word: Word): boolean => {
  const code = word.form.charCodeAt(1);
  // A small second letter is the common case, and soon told.
  if (code >= 97 && code <= 122) return false;
  return (
    word.form.length > 1 && word.form === word.form.toUpperCase() && word.form !== word.form.toLowerCase()
  );
};

/** `isWeak[node]`: of the work whose name ends there, whether it is a common word too. */
type KnownWorks = { readonly paths: Paths; readonly isWeak: readonly (boolean | undefined)[] };
const knownWorks = perReader(({ cues }): KnownWorks => {
  const paths = createPaths();
  const isWeak: (boolean | undefined)[] = [];
  for (const { cells } of parseRows(cues['known-works'] ?? '')) {
    const words = cutSentences(cells[0]!).flatMap((sentence) => sentence.words.map((word) => word.folded));
    isWeak[layPath(paths, words)] ??= cells[1] === 'cue';
  }
  return { paths, isWeak };
});

/** All marked titles in order, none overlapping. */
export const titlesOf = perSheet(findTitles);

function findTitles(sheet: Sheet, reader: Reader): readonly TitleMark[] {
  const lore = nameLore(reader);
  const works = knownWorks(reader);
  const marks: TitleMark[] = [];
  const dated = datedTitles(sheet, reader);
  let shouted: boolean | undefined;
  const isShouted = () => {
    shouted ??= sheet.words.filter(isAllCaps).length > sheet.words.length / 5;
    return shouted;
  };
  for (let at = 0; at < sheet.words.length; ) {
    // No title begins with a small letter, and most words do.
    if (!isCapital(sheet.words[at]!) && !isAllCaps(sheet.words[at]!)) {
      at++;
      continue;
    }
    const mark =
      markedAt(sheet, at, lore) ??
      datedAt(sheet, at, dated) ??
      knownAt(sheet, at, works) ??
      numberedAt(sheet, at, lore) ??
      (isAllCaps(sheet.words[at]!) && !isShouted() ? capitalsAt(sheet, at, lore) : undefined);
    if (mark === undefined) at++;
    else {
      marks.push(mark);
      at = mark.to;
    }
  }
  return marks;
}

/** "Jeremiah Johnson (1972)": capitals before a year in brackets. Where it begins → where it ends. */
function datedTitles(sheet: Sheet, reader: Reader): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const at of numeralsOf(sheet, reader)) {
    const year = sheet.words[at]!;
    if (
      at === 0 ||
      !/^(?:19|20)\d\d$/.test(year.form) ||
      marksBefore(sheet, at) !== '(' ||
      !marksAfter(sheet, at).startsWith(')')
    )
      continue;
    if (!/^ ?\($/.test(gapText(sheet, at))) continue;
    let from = at;
    while (from > 0 && at - from < LONGEST_TITLE) {
      const word = sheet.words[from - 1]!;
      if (!isCapital(word) && !LINKS.has(word.folded) && word.folded !== "'s") break;
      from--;
      if (/[,;.]/.test(word.gap)) break;
    }
    while (from < at && !isCapital(sheet.words[from]!)) from++;
    if (from < at) found.set(from, at);
  }
  return found;
}

const datedAt = (sheet: Sheet, at: number, dated: ReadonlyMap<number, number>): TitleMark | undefined => {
  const to = dated.get(at);
  return to === undefined ? undefined : makeMark(sheet, at, to, 'known');
};

const NUMBER = /^(?:[2-9]|II|III|IV|V|VI|VII|VIII|IX|XIII)$/;
const NO_TITLE =
  /^(?:part|season|seasons|episode|episodes|chapter|volume|vol|act|scene|war|channel|level|number|reel|disc|day|days|take|phase|book|type|route|area|page|version|series|section|top|grade|zone|stage|rule|step|bbc|tv|itv|henry|richard|louis|elizabeth|george|edward|james|charles|philip|william|pope|rated|pg|age|top|world|king|queen|june|april|may|august|december|november|monday|saturday|sunday|friday|overall|score|rating|verdict)$/;
const BEHIND_NUMBER =
  /^(?:is|was|and|or|but|which|that|with|in|to|as|on|for|by|than|when|had|has|it|at|if|where|because|a|the|i|from|s|'s|so|did|does|will|would|can|this|look|looks)$/;

/** "Die Hard 4", "Rocky II": capitals before a number that counts nothing. */
function numberedAt(sheet: Sheet, at: number, lore: NameLore): TitleMark | undefined {
  const head = sheet.words[at]!;
  if (!isCapital(head)) return undefined;
  let to = at + 1;
  while (
    to < at + 5 &&
    isCapital(sheet.words[to] ?? head) &&
    sheet.words[to]?.gap === ' ' &&
    !NUMBER.test(sheet.words[to]!.form)
  )
    to++;
  const number = sheet.words[to];
  if (number?.gap !== ' ' || !NUMBER.test(number.form) || number.sentence !== head.sentence) return undefined;
  if (/^\d/.test(head.form) || NO_TITLE.test(head.folded)) return undefined;
  if (lore.notNames.get(head.folded) === 'time') return undefined;
  const before = sheet.words[to - 1]!;
  if (
    NO_TITLE.test(before.folded) ||
    (to - at === 1 && (lore.common.has(head.folded) || head.form.length < 3))
  )
    return undefined;
  const next = sheet.words[to + 1];
  if (/^[/%:]/.test(sheet.text.slice(number.end, number.end + 1)) && NUMBER.test(next?.form ?? ''))
    return undefined;
  if (next !== undefined && next.gap === ' ' && !BEHIND_NUMBER.test(next.folded)) return undefined;
  // "On 5", "Give 7": the word of a sentence's start is no title.
  return makeMark(sheet, at, to + 1, 'known', head.gap === '.' && to - at === 1);
}

/** "Die Hard" goes on with "4", "Star Trek" with ": Discovery". */
function extended(sheet: Sheet, to: number): number {
  const next = sheet.words[to];
  if (next === undefined) return to;
  if (next.gap === ' ' && NUMBER.test(next.form)) return to + 1;
  if (!/^: \p{Lu}/u.test(sheet.text.slice(sheet.words[to - 1]!.end, next.start + 1))) return to;
  let end = to;
  while (
    end < Math.min(to + 6, sheet.words.length) &&
    (end === to || sheet.words[end]!.gap === ' ') &&
    (isCapital(sheet.words[end]!) || LINKS.has(sheet.words[end]!.folded))
  )
    end++;
  while (end > to && LINKS.has(sheet.words[end - 1]!.folded)) end--;
  return end;
}

function makeMark(sheet: Sheet, from: number, to: number, sign: TitleSign, isWeak = false): TitleMark {
  const start = sheet.words[from]!.start;
  const end = sheet.words[to - 1]!.end;
  return { from, to, start, end, text: sheet.text.slice(start, end), sign, isWeak };
}

function markedAt(sheet: Sheet, at: number, lore: NameLore): TitleMark | undefined {
  const word = sheet.words[at]!;
  if (word.start === 0 || CLOSING[sheet.text[word.start - 1]!] === undefined || word.folded === "'s")
    return undefined;
  const before = marksBefore(sheet, at);
  if (before === '') return undefined;
  for (let i = before.length - 1; i >= 0; i--) {
    const opening = CLOSING[before[i]!];
    if (opening === undefined) continue;
    const [sign, closing] = opening;
    if (before[i - 1] === '=') return undefined;
    for (let to = at; to < Math.min(at + LONGEST_TITLE, sheet.words.length); to++) {
      if (to > at && sheet.words[to]!.gap === '.' && /\n\s*\n/.test(gapText(sheet, to))) break;
      if (to > at && /[《“〈«"]/.test(marksBefore(sheet, to))) break;
      const after = marksAfter(sheet, to);
      if (![...after].some((mark) => closing.includes(mark))) continue;
      const isBold = sign === 'italic' && before.includes('**');
      if (isTitleCase(sheet, at, to + 1, lore, sign))
        return makeMark(sheet, at, to + 1, isBold ? 'bold' : sign);
      return isQuotedWork(sheet, at, to + 1, sign) ? makeMark(sheet, at, to + 1, sign, true) : undefined;
    }
  }
  return undefined;
}

const WORK =
  /^(?:film|films|movie|movies|show|series|book|novel|sitcom|documentary|cable|called|titled|entitled|classic|flick|thriller)$/;

/** "Holes", a common word with its capital; the movie "Under the roof", with small letters. */
function isQuotedWork(sheet: Sheet, from: number, to: number, sign: TitleSign): boolean {
  const [first, second] = sheet.words.slice(from, to);
  if (sign !== 'quote' || first === undefined || !isCapital(first) || first.form === 'I') return false;
  if (to - from === 1) return first.gap !== '.' && first.form.length > 2;
  return second !== undefined && to - from < 7 && from > 0 && WORK.test(sheet.words[from - 1]!.folded);
}

const gapText = (sheet: Sheet, at: number): string => {
  const end = sheet.words[at]!.start;
  return sheet.text.slice(Math.max(sheet.words[at - 1]!.end, end - 40), end);
};

/** Capitals on every word of weight, and not a person's name in Korean shape. */
function isTitleCase(sheet: Sheet, from: number, to: number, lore: NameLore, sign: TitleSign): boolean {
  const words = sheet.words.slice(from, to).filter((word) => word.folded !== "'s");
  const hasLatin = words.some((word) => /[a-z]/i.test(word.form));
  if (!hasLatin || !isCapital(words[0]!)) return false;
  const heavy = words.filter((word) => !LINKS.has(word.folded) && word.gap !== '-');
  const lower = heavy.filter((word) => !isCapital(word)).length;
  if (lower > 0 && (sign === 'quote' || lower > 1 || heavy.length < 3)) return false;
  const only = words[0]!;
  if (only.form.length === 1 && words.length < 3) return false;
  if (words.length === 1)
    return (
      sign === 'guillemet' || !lore.common.has(only.folded) || (sign === 'italic' && only.form.length > 3)
    );
  return (
    asKorean(
      words.map((word) => word.folded),
      lore,
    )?.family === undefined
  );
}

/** The longest name of a known work that begins at `at`, with its capitals. */
function knownAt(sheet: Sheet, at: number, { paths, isWeak }: KnownWorks): TitleMark | undefined {
  const head = sheet.words[at]!;
  if (!isCapital(head)) return undefined;
  let best: TitleMark | undefined;
  let node = step(paths, 0, head.number);
  for (let to = at + 1; node !== 0; to++) {
    const isKnownWeak = isWeak[node];
    // One word with the capital of a sentence's start may be the word itself.
    if (isKnownWeak !== undefined) {
      const end = extended(sheet, to);
      const isOne = to === at + 1 && end === to;
      // "Sherlock Holmes" is not "Sherlock".
      if (!isOne || !isNamedOn(sheet, to))
        best = makeMark(sheet, at, end, 'known', end === to && (isKnownWeak || (isOne && head.gap === '.')));
    }
    const word = sheet.words[to];
    if (word === undefined) break;
    if (!isCapital(word) && !LINKS.has(word.folded) && word.folded !== "'s" && word.gap !== '-') break;
    node = step(paths, node, word.number);
  }
  return best;
}

/** Where a known work ends that begins at `at` in small letters; a common word only where its clause ends too. */
export function smallWorkAt(sheet: Sheet, at: number, reader: Reader): number | undefined {
  const { paths, isWeak } = knownWorks(reader);
  if (isCapital(sheet.words[at]!)) return undefined;
  let end: number | undefined;
  let node = step(paths, 0, sheet.words[at]!.number);
  for (let to = at + 1; node !== 0; to++) {
    if (isWeak[node] !== undefined && (to > at + 1 || !isWeak[node] || isClauseEnd(sheet, to))) end = to;
    const word = sheet.words[to];
    if (word === undefined || word.gap === '.') break;
    node = step(paths, node, word.number);
  }
  return end;
}
const isClauseEnd = (sheet: Sheet, at: number): boolean => /^[.,;]$/.test(sheet.words[at]?.gap ?? '.');

const isNamedOn = (sheet: Sheet, at: number): boolean => {
  const next = sheet.words[at];
  return next?.gap === ' ' && isCapital(next) && next.form.length > 1 && !/\d/.test(next.form);
};

/** Words by which capitals shout, and set no title apart. */
const SHOUTED =
  /^(?:so|am|very|must|worst|best|ever|movie|movies|film|films|bad|awful|terrible|hell|but|if|really|cannot|don't|didn't|isn't|avoid|spoiler|spoilers|warning|alert|ahead|please|dvd|imdb|usa|between|absolutely|waste|hated|loved)$/;

/** THE THIRD MAN: two or more words in capitals in a text that is not shouted. */
function capitalsAt(sheet: Sheet, at: number, lore: NameLore): TitleMark | undefined {
  if (!isAllCaps(sheet.words[at]!) || sheet.words[at]!.form.length < 2) return undefined;
  let to = at + 1;
  while (
    to < sheet.words.length &&
    to - at < LONGEST_TITLE &&
    /^[ \-’']|^$/.test(sheet.words[to]!.gap) &&
    (isAllCaps(sheet.words[to]!) || /^[A-Z]$/.test(sheet.words[to]!.form))
  )
    to++;
  const words = sheet.words.slice(at, to);
  const letters = words.reduce((sum, word) => sum + word.form.length, 0);
  const isAllCommon = words.every((word) => lore.common.has(word.folded));
  if (words.length > 1 && (isAllCommon ? words.length < 3 : false)) return undefined;
  if (words.some((word) => SHOUTED.test(word.folded))) return undefined;
  const isShort = words.length < 2 || letters < 7;
  const only = words[0]!;
  if (isShort && (lore.common.has(only.folded) || lore.notNames.has(only.folded) || only.form.length < 4))
    return undefined;
  return makeMark(sheet, at, to, 'capitals', isShort || isAllCommon);
}
