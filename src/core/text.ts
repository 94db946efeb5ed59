// Text as stored, cut into sentences and words that know their offsets (UTF-16 code units).
// Knows letters, marks and line breaks; nothing of what the words mean. One pass, linear in the text.
import { fold, numberAt, numberOf, wordOf } from './word-forms.ts';

/** `end` is exclusive: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/**
 * What stands before a word: '' nothing (a clitic: show + 's), '-' a hyphen, ' ' white space or quotes, ',' a comma or
 * slash, ';' anything stronger (dash, colon, bracket, ellipsis), '.' the beginning of a sentence.
 */
export type Gap = '' | '-' | ' ' | ',' | ';' | '.';

/**
 * Hyphens separate words ("feel-good" is two with gap '-') and 's is a word of its own; "isn't" and "9.5" are one.
 * `folded` is lower case, without diacritics, with straight quotes; never used for offsets.
 * `index` counts through the whole text, `sentence` is the index of the sentence.
 */
export type Word = Span & {
  readonly form: string;
  readonly folded: string;
  /** What numberOf says of `folded`: lists find their words by it. */
  readonly number: number;
  readonly gap: Gap;
  readonly index: number;
  readonly sentence: number;
};

/**
 * `section` is the folded heading above it ("synopsis"), '' when there is none. `paragraph` counts from 0.
 * `ending` is the mark it ends with.
 */
export type Sentence = Span & {
  readonly index: number;
  readonly words: readonly Word[];
  readonly paragraph: number;
  readonly isHeading: boolean;
  readonly section: string;
  readonly ending: '.' | '!' | '?' | '';
};

/** Everything that looks at one sentence stays cheap: an endless one is cut. */
const LIMIT_WORDS = 160;
/** A line shorter than this that ends without a mark was ended on purpose, not wrapped. */
const WRAP = 60;
const LONGEST_TAG = 120;

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st jr sr vs etc eg ie no vol ep eps dept capt sgt lt gen col rev hon approx feat ft min max'.split(
    ' ',
  ),
);
const BLANK = 32;
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
const SPACE = 4;
const kinds = new Uint8Array(0x10000);
function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = kinds[code];
  if (known) return known;
  // Half of a pair: letters beyond the first plane are letters, emoji are not; decided pair by pair, not stored.
  if (code >= 0xd800 && code <= 0xdfff) {
    const whole = text.codePointAt(code >= 0xdc00 && at > 0 ? at - 1 : at) ?? code;
    return whole > 0xffff && /\p{L}/u.test(String.fromCodePoint(whole)) ? LETTER : OTHER;
  }
  const char = String.fromCharCode(code);
  const kind = /[\p{L}\p{M}]/u.test(char)
    ? LETTER
    : /\p{N}/u.test(char)
      ? DIGIT
      : /\s/.test(char)
        ? SPACE
        : OTHER;
  kinds[code] = kind;
  return kind;
}
const isWordy = (kind: number): boolean => kind === LETTER || kind === DIGIT;
const isApostrophe = (char: string): boolean => char === "'" || char === '’' || char === 'ʼ' || char === '‘';
const isUpper = (char: string | undefined): boolean =>
  char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase();

const RANK: Readonly<Record<Gap, number>> = { '': 0, '-': 1, ' ': 2, ',': 3, ';': 4, '.': 5 };
const stronger = (a: Gap, b: Gap): Gap => (RANK[a] >= RANK[b] ? a : b);

type Draft = { words: Word[]; paragraph: number; line: string; ending: Sentence['ending'] };

/** Cuts a text into sentences. Words of all sentences in order are the words of the text. */
export function cutSentences(text: string): readonly Sentence[] {
  const done: Sentence[] = [];
  let open: Draft = { words: [], paragraph: 0, line: '', ending: '' };
  let count = 0;
  let gap: Gap = '.';
  let at = 0;
  let lineStart = 0;
  let section = '';
  let paragraph = 0;

  const close = (ending: Sentence['ending'], isLineEnd: boolean): void => {
    gap = '.';
    const first = open.words[0];
    const last = open.words.at(-1);
    if (first === undefined || last === undefined) return;
    const isHeading = isLineEnd && isHeadingLine(text, lineStart, last.end, open.words.length, ending);
    if (isHeading) section = open.words.map((word) => word.folded).join(' ');
    done.push({
      start: first.start,
      end: last.end,
      index: done.length,
      words: open.words,
      paragraph: open.paragraph,
      isHeading,
      section: isHeading ? '' : section,
      ending,
    });
    open = { words: [], paragraph, line: '', ending: '' };
  };
  const push = (start: number, end: number, foldedBefore?: string): void => {
    if (open.words.length === 0) open.paragraph = paragraph;
    let number = foldedBefore === undefined ? numberAt(text, start, end) : 0;
    let folded: string;
    let form: string;
    if (number > 0) {
      folded = wordOf(number);
      // Most words are written as they fold: these need no string of their own.
      form = text.startsWith(folded, start) ? folded : text.slice(start, end);
    } else {
      form = text.slice(start, end);
      folded = foldedBefore ?? fold(form);
      number = numberOf(folded);
    }
    open.words.push({
      start,
      end,
      form,
      folded,
      number,
      gap,
      index: count,
      sentence: done.length,
    });
    count++;
    gap = '';
    if (open.words.length >= LIMIT_WORDS) close('', false);
  };

  while (at < text.length) {
    if (text.charCodeAt(at) === BLANK) {
      // By far the most common gap.
      gap = gap === '' ? ' ' : stronger(gap, ' ');
      at++;
      continue;
    }
    const kind = kindOf(text, at);
    if (isWordy(kind)) {
      at = takeWord(text, at, push);
      continue;
    }
    const char = text[at] as string;
    // "the writer(s) stayed": the bracket is part of the word before.
    if (char === '(' && gap === '' && text.startsWith('(s)', at)) {
      at += 3;
      continue;
    }
    if (kind === SPACE) {
      if (char === '\n' || char === '\u2028' || char === '\u2029') {
        at = endLine(at + 1);
        continue;
      }
      gap = stronger(gap, ' ');
      at++;
      continue;
    }
    if (char === '<') {
      const tag = tagAt(text, at);
      if (tag !== undefined) {
        if (tag.isBreak) at = endLine(tag.end);
        else {
          gap = stronger(gap, ' ');
          at = tag.end;
        }
        continue;
      }
    }
    if (
      char === '.' ||
      char === '!' ||
      char === '?' ||
      char === '…' ||
      char === '。' ||
      char === '！' ||
      char === '？'
    ) {
      at = takeMarks(at);
      continue;
    }
    gap = stronger(gap, gapOf(char, text, at));
    at++;
  }
  close('', true);
  return done;

  /** White space and breaks from `from` on: a blank line ends a paragraph, a short or marked line its sentence. */
  function endLine(from: number): number {
    let next = from;
    let breaks = 1;
    for (;;) {
      const char = text[next];
      if (char === undefined) break;
      if (char === '\n') breaks++;
      else if (char === '<') {
        const tag = tagAt(text, next);
        if (tag === undefined || !tag.isBreak) break;
        breaks++;
        next = tag.end;
        continue;
      } else if (kindOf(text, next) !== SPACE) break;
      next++;
    }
    const last = open.words.at(-1);
    if (breaks > 1) paragraph++;
    if (last !== undefined) {
      const marked = /[#>*\-•–+|]/.test(text[next] ?? '') || /[#>*\-•+|]/.test(text[lineStart] ?? '');
      if (breaks > 1 || marked || last.end - lineStart < WRAP) close('', true);
      else gap = stronger(gap, ' ');
    }
    lineStart = next;
    return next;
  }

  /** One or more of . ! ? … and what closes with them. */
  function takeMarks(from: number): number {
    let next = from;
    let ending: Sentence['ending'] = '.';
    let dots = 0;
    for (; next < text.length; next++) {
      const char = text[next] as string;
      if (char === '!' || char === '！') ending = ending === '?' ? '?' : '!';
      else if (char === '?' || char === '？') ending = '?';
      else if (char === '…') dots += 3;
      else if (char === '.' || char === '。') dots++;
      else break;
    }
    const run = next - from;
    while (next < text.length && /["”’')\]*_»》]/.test(text[next] as string)) next++;
    const last = open.words.at(-1);
    if (last === undefined) return next;
    let after = next;
    while (after < text.length && after - next < 8 && /[\s"“‘'(*_[]/.test(text[after] as string)) after++;
    const isSpaced = after > next || next >= text.length || text[next] === '<';
    const isUpperNext = isUpper(text[after]) || after >= text.length;
    if (ending === '.' && dots === 1) {
      // "Mr. Kim", "J. Kim": a dot that ends no sentence; "end.The next" is one that does.
      const isInitial = last.form.length === 1 && isUpper(last.form) && last.form !== 'I';
      if ((ABBREVIATIONS.has(last.folded) && last.folded !== 'no') || isInitial) {
        gap = stronger(gap, ' ');
        return next;
      }
      if (last.folded === 'no' && /\d/.test(text[after] ?? '')) return next;
      if (isSpaced || isUpperNext) close('.', false);
      else gap = stronger(gap, ';');
    } else if (ending === '.' && !isUpperNext && run < 4) gap = stronger(gap, ';');
    else if (isSpaced || isUpperNext || run > 1) close(ending, false);
    else gap = stronger(gap, ';');
    return next;
  }
}

/** Takes the word that begins at `from` (with its clitic) and gives where it ends. Addresses are passed over. */
function takeWord(
  text: string,
  from: number,
  push: (start: number, end: number, foldedBefore?: string) => void,
): number {
  const head = text[from] as string;
  if ((head === 'h' || head === 'w') && /^(?:https?:\/\/|www\.)/.test(text.slice(from, from + 8))) {
    let end = from;
    while (end < text.length && !/[\s)>\]"”]/.test(text[end] as string)) end++;
    return end;
  }
  let at = from;
  for (;;) {
    while (at < text.length && isWordy(kindOf(text, at))) at++;
    const char = text[at];
    if (char === undefined || char === ' ') break;
    const next = at + 1 < text.length ? kindOf(text, at + 1) : OTHER;
    if (isApostrophe(char) && next === LETTER) {
      const isClitic =
        /[sS]/.test(text[at + 1] as string) && !(at + 2 < text.length && isWordy(kindOf(text, at + 2)));
      if (isClitic) {
        push(from, at);
        push(at, at + 2);
        return at + 2;
      }
      at++;
      continue;
    }
    if ((char === '.' || char === ',') && next === DIGIT && kindOf(text, at - 1) === DIGIT) {
      at++;
      continue;
    }
    // E.T., U.S.A.: single letters with dots, the last dot included.
    if (char === '.' && at - from === 1 && kindOf(text, from) === LETTER) {
      let end = at + 1;
      while (end + 1 < text.length && kindOf(text, end) === LETTER && text[end + 1] === '.') end += 2;
      if (end > at + 1) {
        push(from, end, fold(text.slice(from, end)).replaceAll('.', ''));
        return end;
      }
    }
    break;
  }
  push(from, at);
  return at;
}

/** Marks that part words no more than white space does. */
const QUIET = '"“”\'’‘*_`~#>\u200b\u200c\u200d\u200e\u200f\ufeff%+$€£@^®™';

function gapOf(char: string, text: string, at: number): Gap {
  if (char === '-' || char === '‐' || char === '‑') {
    const isInside =
      at > 0 && isWordy(kindOf(text, at - 1)) && at + 1 < text.length && isWordy(kindOf(text, at + 1));
    return isInside ? '-' : ';';
  }
  if (',/&、，'.includes(char)) return ',';
  return QUIET.includes(char) ? ' ' : ';';
}

function tagAt(text: string, at: number): { readonly end: number; readonly isBreak: boolean } | undefined {
  if (!/[a-zA-Z/!]/.test(text[at + 1] ?? '')) return undefined;
  const piece = text.slice(at, at + LONGEST_TAG);
  const close = piece.indexOf('>');
  if (close < 0 || piece.lastIndexOf('<', close) > 0) return undefined;
  return { end: at + close + 1, isBreak: /^<\/?(?:br|p|div|li|h[1-6]|ul|ol|blockquote|tr)\b/i.test(piece) };
}

/** "## Music", "Acting:" or "**Verdict**" alone on its line. */
function isHeadingLine(
  text: string,
  from: number,
  to: number,
  words: number,
  ending: Sentence['ending'],
): boolean {
  if (words > 8 || to - from > 80) return false;
  const line = text.slice(from, to + 3);
  if (/^\s*#{1,6}\s/.test(line)) return true;
  if (/^\s*(?:\*\*|__)/.test(line))
    return /(?:\*\*|__)$/.test(line.trimEnd()) || /(?:\*\*|__)/.test(line.slice(3));
  return (
    ending === '' &&
    words <= 4 &&
    /^\s*[A-Z]/.test(line) &&
    /:\s*$/.test(text.slice(to, to + 2).split('\n')[0] ?? '')
  );
}
