// Names in a question: "like X", "not like X", people with or without "with", titles in quotes or capitals, and
// questions that are nothing but a name. Looks names up; it never guesses a name that no index knows, except after
// "like", where an unknown title is worth saying.
import { foldName } from '../names/fold.ts';
import type { NameIndex } from '../names/name-index.ts';
import type { ShowId } from '../show.ts';
import type { Span, Word } from '../text.ts';
import type { Wish } from './question.ts';
import type { Scopes } from './scope.ts';

export type Names = { readonly titles: NameIndex; readonly people: NameIndex };
export type Naming = {
  readonly wish: Wish;
  readonly from: number;
  readonly to: number;
};
type Place = { readonly text: string; readonly words: readonly Word[]; readonly names: Names };

const LONGEST_NAME = 8;
const LIMIT_WORDS = 160;
/** Fuzzy look-ups cost a millisecond or more each. */
const LIMIT_FUZZY = 4;
const SURE = 0.84;
const SURE_WHOLE = 0.86;
const SURE_ALONE = 0.9;
const SHARE_WHOLE = 0.75;
const LONGEST_SLIPPED = 6;

const BEFORE_LIKE = new Set(
  "i you we they would i'd who feel feels feeling felt look looks sound sounds tastes just people d to that not".split(
    ' ',
  ),
);
const ENDS_NAME = new Set(
  'but except only without although though where that which who please just'.split(' '),
);
// These stand inside titles too ("Something in the Rain"): a name is looked for across them first.
const MAY_END_NAME = new Set('with in on set from for and or as by version'.split(' '));
const PERSON_CUES = new Set(
  'with starring featuring stars star by from of has have has play plays played feat actor actress director writer'.split(
    ' ',
  ),
);

const textOf = ({ text, words }: Place, from: number, to: number): string =>
  text.slice(words[from]!.start, words[to - 1]!.end);
const spanOf = ({ words }: Place, from: number, to: number): Span => ({
  start: words[from]!.start,
  end: words[to - 1]!.end,
});
const isStrong = (word: Word): boolean => word.gap === '.' || word.gap === ';';
const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.form);
const isHangulWord = (word: Word): boolean => /^[가-힣]/.test(word.form);

/** People are called by the first of their names, whichever was met. */
export function personWish(names: Names, id: string, from: Span): Extract<Wish, { kind: 'person' }> {
  const [name = '', ...spellings] = names.people.names(id);
  return { kind: 'person', name, ...(spellings.length > 0 && { spellings }), wants: true, from };
}

/** The longest run of words from here on that is exactly a name in the index. */
function exactAt(
  place: Place,
  from: number,
  index: NameIndex,
): { to: number; ids: readonly string[] } | undefined {
  const { words } = place;
  for (let to = Math.min(words.length, from + LONGEST_NAME); to > from; to--) {
    if (words.slice(from + 1, to).some(isStrong)) continue;
    const ids = index.exact(textOf(place, from, to));
    if (ids.length > 0) return { to, ids };
  }
  return undefined;
}

/** Where the words of a name may end: at the latest, and where a small word could begin something else. */
function segmentEnds({ words }: Place, from: number): readonly number[] {
  const ends: number[] = [];
  let to = from;
  while (to < words.length && to - from < LONGEST_NAME) {
    const word = words[to]!;
    if (to > from && (isStrong(word) || word.gap === ',' || ENDS_NAME.has(word.folded))) break;
    if (to > from && MAY_END_NAME.has(word.folded)) ends.push(to);
    to++;
  }
  return [to, ...ends.reverse()].slice(0, 3);
}

/**
 * `isWord` says whether a word asks for something or is one of the small words, `isCommon` also whether it is just
 * written in lower case as a rule: such words are no names by themselves.
 */
export function namingsIn(
  place: Place,
  isWord: (folded: string) => boolean,
  isCommon: (folded: string) => boolean = isWord,
): readonly Naming[] {
  const found: Naming[] = [];
  const { words, names } = place;
  const last = Math.min(words.length, LIMIT_WORDS);
  let fuzzy = LIMIT_FUZZY;
  const isTaken = (at: number): boolean => found.some(({ from, to }) => at >= from && at < to);

  const isRare = (from: number, to: number): boolean =>
    words.slice(from, to).some(({ folded }) => !isCommon(folded));
  const like = (from: number, cue: number, wants: boolean): number | undefined => {
    const first = words[from];
    if (first === undefined) return undefined;
    const isPlain = !isCapital(first) && !isHangulWord(first);
    const exact = exactAt(place, from, names.titles);
    // "like magic": one plain word that half the language shares is no title.
    const isWord = exact !== undefined && exact.to - from === 1 && isPlain && COMMON.has(first.folded);
    let to = isWord ? from : (exact?.to ?? from);
    let ids = isWord ? [] : (exact?.ids ?? []);
    if (ids.length === 0) {
      const close = closest(from);
      if (close !== undefined) ({ to, ids } = close);
      else if (isPlain) return undefined;
      else {
        to = segmentEnds(place, from)[0]!;
        while (to > from + 1 && !isCapital(words[to - 1]!)) to--;
      }
    }
    const span = { start: words[cue]!.start, end: words[to - 1]!.end };
    const name = textOf(place, from, to);
    found.push({
      wish: { kind: 'like', name, showIds: ids as readonly ShowId[], wants, from: span },
      from: cue,
      to,
    });
    return to;
  };
  /** The title that these words slipped from, if any is close. */
  const closest = (from: number): { to: number; ids: readonly string[] } | undefined => {
    for (const to of segmentEnds(place, from)) {
      if (to <= from || fuzzy-- <= 0) continue;
      const hit = names.titles.find(textOf(place, from, to), 1)[0];
      if (hit !== undefined && hit.score >= SURE) return { to, ids: [hit.id] };
    }
    return undefined;
  };

  for (let i = 0; i < last; i++) {
    const cue = likeCue(words, i);
    if (cue === undefined) continue;
    const wants =
      !(i > 0 && ['not', 'nothing', 'unlike', "isn't"].includes(words[i - 1]!.folded)) &&
      words[i]!.folded !== 'unlike';
    let next = like(i + cue, i, wants);
    // "like X and Y", "like X or Y, but …"
    while (next !== undefined && next < last) {
      const joins = ['and', 'or', 'meets', '&', 'plus'].includes(words[next]!.folded);
      const start = joins ? next + 1 : words[next]!.gap === ',' ? next : -1;
      if (start < 0 || start >= last || (!joins && !isCapital(words[start]!))) break;
      const more = exactAt(place, start, names.titles);
      next = more === undefined ? undefined : like(start, start, wants);
    }
    i = Math.max(i, (found.at(-1)?.to ?? 0) - 1);
  }

  for (let i = 0; i < last; i++) {
    if (isTaken(i)) continue;
    const word = words[i]!;
    const isCued = i > 0 && PERSON_CUES.has(words[i - 1]!.folded);
    const isNamey = isCapital(word) || isHangulWord(word);
    if (!isCued && !isNamey) continue;
    const exact = exactAt(place, i, names.people);
    const isLong =
      exact !== undefined &&
      (exact.to - i > 1 ||
        isHangulWord(word) ||
        (isCued && !isCommon(word.folded)) ||
        (i > 0 && isNamey && !COMMON.has(word.folded)));
    if (exact !== undefined && isLong) {
      found.push({
        wish: personWish(names, exact.ids[0]!, spanOf(place, i, exact.to)),
        from: i,
        to: exact.to,
      });
      i = exact.to - 1;
      continue;
    }
    if (
      fuzzy <= 0 ||
      COMMON.has(word.folded) ||
      (isWord(word.folded) && !isCued) ||
      (isWord(word.folded) && !isCapital(word)) ||
      (!isCued && !isHangulWord(word) && !isCapital(words[i + 1] ?? word))
    )
      continue;
    if (!isNamey && !isCued) continue;
    const end = nameEnd(place, i, isNamey);
    if (end - i < 2 && !isHangulWord(word)) continue;
    fuzzy--;
    const hit = names.people.find(textOf(place, i, end), 1)[0];
    if (hit === undefined || hit.score < SURE) continue;
    found.push({
      wish: personWish(names, hit.id, spanOf(place, i, end)),
      from: i,
      to: end,
    });
    i = end - 1;
  }

  // Lower-case names without a "with": words that no list knows, one after another.
  for (let i = 0; i < last && fuzzy > 0; i++) {
    if (isTaken(i) || isWord(words[i]!.folded) || !/^\p{L}/u.test(words[i]!.form)) continue;
    // A small word may be part of a name ("jung hae in") when all of it is one.
    const whole = exactAt(place, i, names.people);
    if (whole !== undefined && whole.to - i > 1 && !isTaken(whole.to - 1) && isRare(i, whole.to)) {
      const wish = personWish(names, whole.ids[0]!, spanOf(place, i, whole.to));
      found.push({ wish, from: i, to: whole.to });
      i = whole.to - 1;
      continue;
    }
    if (isCommon(words[i]!.folded)) continue;
    let to = i + 1;
    while (
      to < last &&
      to - i < 4 &&
      !isTaken(to) &&
      !isStrong(words[to]!) &&
      words[to]!.gap !== ',' &&
      !isCommon(words[to]!.folded)
    )
      to++;
    fuzzy--;
    const hit = names.people.find(textOf(place, i, to), 1)[0];
    if (hit !== undefined && hit.score >= (to - i > 1 ? SURE : SURE_ALONE))
      found.push({
        wish: personWish(names, hit.id, spanOf(place, i, to)),
        from: i,
        to,
      });
    i = to - 1;
  }

  for (let i = 0; i < last; i++) {
    if (isTaken(i) || !(isCapital(words[i]!) || isHangulWord(words[i]!))) continue;
    const exact = exactAt(place, i, names.titles);
    if (exact === undefined || !isTitleLike(place, i, exact.to)) continue;
    found.push({
      wish: {
        kind: 'title',
        name: textOf(place, i, exact.to),
        showIds: exact.ids as readonly ShowId[],
        wants: true,
        from: spanOf(place, i, exact.to),
      },
      from: i,
      to: exact.to,
    });
    i = exact.to - 1;
  }
  return found;
}

/** Several capitals, or quotes around it: "Run On", “Signal”. */
function isTitleLike({ text, words }: Place, from: number, to: number): boolean {
  const quoted =
    /["“”'‘]/.test(text[words[from]!.start - 1] ?? '') && /["“”'’]/.test(text[words[to - 1]!.end] ?? '');
  return quoted || (to - from > 1 && words.slice(from, to).filter(isCapital).length >= (to - from) / 2);
}

/** A person's name goes on while words are capitals (or, after "with", for up to three plain words). */
function nameEnd({ words }: Place, from: number, isNamey: boolean): number {
  let to = from + 1;
  while (to < words.length && to - from < 4) {
    const word = words[to]!;
    if (isStrong(word) || word.gap === ',') break;
    if (word.gap !== '-' && (isNamey ? !isCapital(word) : to - from >= 3 || COMMON.has(word.folded))) break;
    to++;
  }
  return to;
}

const LIKE_CUES: readonly (readonly string[])[] = [
  ['similar', 'to'],
  ['reminiscent', 'of'],
  ['in', 'the', 'vein', 'of'],
  ['along', 'the', 'lines', 'of'],
  ['same', 'vibe', 'as'],
  ['same', 'vibes', 'as'],
  ['same', 'feel', 'as'],
  ['same', 'energy', 'as'],
  ['same', 'style', 'as'],
  ['vibes', 'of'],
  ['vibe', 'of'],
  ['reminds', 'me', 'of'],
  ['as', 'good', 'as'],
  ['comparable', 'to'],
  ['akin', 'to'],
  ['fans', 'of'],
  ['fan', 'of'],
  ['unlike'],
  ['like'],
];

/** How many words of a like-cue begin here. "I like", "feels like" are none, unless a capital follows. */
function likeCue(words: readonly Word[], at: number): number | undefined {
  const cue = LIKE_CUES.find((one) => one.every((word, k) => words[at + k]?.folded === word));
  const next = cue === undefined ? undefined : words[at + cue.length];
  if (cue === undefined || next === undefined || isStrong(next)) return undefined;
  const before = words[at - 1]?.folded ?? '';
  if (cue[0] === 'like' && BEFORE_LIKE.has(before) && before !== 'not' && !isCapital(next)) return undefined;
  if (NEVER_NAMES.has(next.folded) && !isCapital(next)) return undefined;
  return cue.length;
}
const NEVER_NAMES = new Set('a an it this that those these to when how i being'.split(' '));
// Words that begin sentences or are half the language: alone they are no name, capital or not.
const COMMON = new Set(
  (
    'i a an the something anything everything shows show series film movie films movies drama dramas korean kdrama like ' +
    'is are was what which who where when can could any some please recommend suggest find give need want looking good ' +
    'great best new old love romance comedy thriller horror funny sad dark happy light sweet long short time life more ' +
    'less no not nothing my me you it in on at for to and or but with from just really very lots plenty strong well ' +
    'people friends family zombies monsters kids children lgbt jtbc netflix male female lead second rough slow lawyers ' +
    'chill feel mystery crime action drama fantasy school high college office'
  ).split(' '),
);

/** A question that is nothing but a name: the best of titles and people, when sure. */
export function wholeName(
  place: Place,
  scopes: Scopes,
  isWord: (folded: string) => boolean,
): Wish | undefined {
  const { words, names } = place;
  if (words.length === 0 || words.length > LONGEST_NAME + 2) return undefined;
  const text = textOf(place, 0, words.length);
  const from = spanOf(place, 0, words.length);
  const titles = names.titles.exact(text);
  if (titles.length > 0)
    return { kind: 'title', name: text, showIds: titles as readonly ShowId[], wants: true, from };
  const people = names.people.exact(text);
  if (people.length > 0) return personWish(names, people[0]!, from);
  // Half of the words ask for something: not a name that somebody misspelt.
  const asking = words.filter(({ folded }) => isWord(folded)).length;
  if (scopes.steers.includes(1) || asking * 2 > words.length || words.length > LONGEST_SLIPPED)
    return undefined;
  // A hit much shorter than the question leaves wishes out ("Business Proposal but sageuk").
  const isWholly = (hit: { readonly name: string }): boolean =>
    foldName(hit.name).length >= SHARE_WHOLE * foldName(text).length || isHangulWord(words[0]!);
  const title = names.titles.find(text, 4).filter(isWholly);
  const person = names.people.find(text, 1).filter(isWholly)[0];
  const best = title[0];
  if (Math.max(best?.score ?? 0, person?.score ?? 0) < SURE_WHOLE) return undefined;
  if (best !== undefined && best.score >= (person?.score ?? 0))
    return {
      kind: 'title',
      name: best.name,
      showIds: title
        .filter((hit) => hit.score > best.score - 0.02)
        .map((hit) => hit.id) as readonly string[] as readonly ShowId[],
      wants: true,
      from,
    };
  return personWish(names, person!.id, from);
}
