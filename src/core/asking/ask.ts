// Words → Question: ranges, names, then cues with what "no", "a bit of" and "very" do to them, then the words left over.
// It never fails: whatever is not understood stays in the question as such.

import { findCues } from '../reading/cues.ts';
import type { Degree } from '../reading/finding.ts';
import { cutSentences, type Span, type Word } from '../text.ts';
import { isJoined, isKorean, isKoreanSteer, koreanNamings, koreanSigns, koreanStance } from './korean.ts';
import { type Names, type Naming, namingsIn, wholeName } from './namings.ts';
import type { Question, Wish } from './question.ts';
import { rangesIn } from './ranges.ts';
import { type Scopes, type Stance, scopesOf } from './scope.ts';
import type { Asker, Sign } from './signs.ts';
import { isStopWord } from './stop-words.ts';
import { mendTypos } from './typos.ts';
import { unknownPeople } from './unknown-people.ts';

export type Knows = Names & {
  readonly asker: Asker;
  /** Whether some review or title holds the word; words that none holds are not understood. */
  readonly isKnownWord?: (word: string) => boolean;
};

const LIMIT_TEXT = 10_000;
const LIMIT_WISHES = 40;
const ENJOYED = new Set(
  'loved love liked enjoyed finished watched adored similar more version vibes'.split(' '),
);

export function ask(given: string, knows: Knows): Question {
  const text = given.slice(0, LIMIT_TEXT);
  const typed = cutSentences(text.replace(/(?<=\bw)\/(?=o(?:ut)?\b)/gi, ' ')).flatMap(
    (sentence) => sentence.words,
  );
  const lore = knows.asker.lore();
  const isKnown = (word: string): boolean => lore.common.has(word) || knows.isKnownWord?.(word) === true;
  const words = mendTypos(typed, knows.asker.lexicon, isKnown);
  if (words.length === 0) return { words: given, wishes: [], notUnderstood: [] };
  const place = { text, words, names: knows };

  const isWord = (folded: string): boolean =>
    knows.asker.lexicon.all.has(folded) || isStopWord(folded) || koreanSigns(folded, knows.asker).length > 0;
  const isCommon = (folded: string): boolean => isWord(folded) || lore.common.has(folded);
  const whole = wholeName(
    { ...place, words: typed },
    scopesOf(words, knows.asker, { used: new Uint8Array(words.length), afterLike: () => false }),
    isWord,
  );
  if (whole !== undefined) return { words: given, wishes: [whole], notUnderstood: [] };

  const used = new Uint8Array(words.length);
  const ranges = rangesIn(text);
  for (const { from } of ranges) markUsed(words, from, used);
  const namings = mergeNamings([...koreanNamings(text, words, knows), ...namingsIn(place, isWord, isCommon)]);
  for (const { from, to } of namings) used.fill(1, from, to);
  const strangers = unknownPeople(text, words, { lore, isFree: (at) => used[at] === 0, isWord: isCommon });
  for (const { from, to } of strangers) used.fill(1, from, to);
  const isAfterLike = (at: number): boolean =>
    namings.some(({ wish, to }) => wish.kind === 'like' && to <= at);
  const scopes = scopesOf(words, knows.asker, { used, afterLike: isAfterLike });

  const cued = [
    ...ranges,
    ...wishesOfCues(words, used, { asker: knows.asker, scopes }),
    ...wishesOfKorean(words, used, knows.asker),
  ];
  const isMore = cued.length > 0 || words.some(({ folded }) => ENJOYED.has(folded));
  const named = [...namings, ...strangers].map(({ wish, from }): Wish => {
    const wants = wish.kind === 'like' ? wish.wants : scopes.at[from]!.sign > 0;
    // "I finished Run On, more of that, but funnier": who names a title and then wishes has seen it.
    return wish.kind === 'title' && isMore ? { ...wish, kind: 'like', wants } : { ...wish, wants };
  });
  const wishes: Wish[] = [...named, ...cued];
  const left = leftOver({ words, used, scopes, knows });
  const unknown = [
    ...namings.filter(({ wish }) => wish.kind === 'like' && wish.showIds.length === 0),
    ...strangers,
  ];
  const all = merge([...wishes, ...left.wishes]).slice(0, LIMIT_WISHES);
  const contradictions = contradictionsIn(all);
  return {
    words: given,
    wishes: all,
    ...(contradictions.length > 0 && { contradictions }),
    notUnderstood: [...unknown.map(({ wish }) => wish.from), ...left.notUnderstood].sort(
      (a, b) => a.start - b.start,
    ),
  };
}

function markUsed(words: readonly Word[], span: Span, used: Uint8Array): void {
  for (const [i, word] of words.entries()) if (word.start < span.end && word.end > span.start) used[i] = 1;
}

function mergeNamings(namings: readonly Naming[]): readonly Naming[] {
  const kept: Naming[] = [];
  for (const one of namings)
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  return kept;
}

function wishesOfCues(
  words: readonly Word[],
  used: Uint8Array,
  { asker, scopes }: { readonly asker: Asker; readonly scopes: Scopes },
): readonly Wish[] {
  const wishes: Wish[] = [];
  const wasCue = new Uint8Array(words.length);
  for (const match of findCues(asker.signs, words)) {
    if (used.subarray(match.from, match.to).some((one) => one > 0)) continue;
    const signs = match.values;
    used.fill(1, match.from, match.to);
    const stance = stanceOf(scopes, match);
    if (stance.isAside || signs.some(({ kind }) => kind === 'pass')) continue;
    const from = { start: words[match.from]!.start, end: words[match.to - 1]!.end };
    // "no scary movies" avoids the scary, not the movies.
    const isHead = stance.sign < 0 && match.from > 0 && wasCue[match.from - 1] === 1;
    wasCue.fill(1, match.from, match.to);
    for (const sign of signs) {
      if (isHead && isKind(sign)) continue;
      const wish = wishOf(sign, stance, from);
      if (wish !== undefined && !(stance.isFine && wish.kind !== 'feel')) wishes.push(wish);
    }
  }
  return wishes;
}

/** A cue that holds its own "no" ("not toxic", "no plot holes") means what it says; any other stands in its scope. */
const stanceOf = (
  { at, steers, carried }: Scopes,
  { from, to }: { readonly from: number; readonly to: number },
): Stance => carried[from] ?? at[steers.subarray(from, to).includes(1) ? from : to - 1]!;

const isKind = (sign: Sign): boolean => sign.kind === 'fact' && sign.field === 'kind';

function wishesOfKorean(words: readonly Word[], used: Uint8Array, asker: Asker): readonly Wish[] {
  const wishes: Wish[] = [];
  for (const [i, word] of words.entries()) {
    if (used[i] === 1 || !isKorean(word)) continue;
    const next = words[i + 1];
    const last = isJoined(word, next, asker) ? i + 1 : i;
    const signs = koreanSigns(last > i ? word.form + next!.form : word.form, asker);
    if (signs.length === 0) continue;
    used.fill(1, i, last + 1);
    const stance = koreanStance(words, i, { last });
    const from = { start: word.start, end: words[last]!.end };
    const isHead = stance.sign < 0 && used[i - 1] === 1;
    for (const sign of signs)
      if (!isHead || !isKind(sign)) wishes.push(...[wishOf(sign, stance, from) ?? []].flat());
  }
  return wishes;
}

function wishOf(sign: Sign, stance: Stance, from: Span): Wish | undefined {
  const wants = stance.sign > 0;
  switch (sign.kind) {
    case 'feel': {
      const said = sign.degree < 0 ? -stance.sign : stance.sign;
      const strength = sign.degree > 1 ? 2 : stance.strength;
      const wanted = stance.isFine ? 0 : strength === 2 ? 2 : 1;
      const degree = said > 0 ? wanted : strength === 1 ? -1 : -2;
      return { kind: 'feel', term: sign.term, degree: degree as Degree, wants: said > 0, from };
    }
    case 'theme':
    case 'occasion':
      return { kind: sign.kind, term: sign.term, wants, from };
    case 'aspect':
      return { kind: 'aspect', aspect: sign.aspect, wants, from };
    case 'fact':
      return { kind: 'fact', field: sign.field, value: sign.value, wants, from };
    case 'idea':
      return { kind: 'words', text: sign.idea.replaceAll('-', ' '), idea: sign.idea, wants, from };
    case 'pass':
      return undefined;
  }
}

function leftOver({
  words,
  used,
  scopes,
  knows,
}: {
  readonly words: readonly Word[];
  readonly used: Uint8Array;
  readonly scopes: Scopes;
  readonly knows: Knows;
}): { readonly wishes: readonly Wish[]; readonly notUnderstood: readonly Span[] } {
  const wishes: Wish[] = [];
  const notUnderstood: Span[] = [];
  for (const [i, word] of words.entries()) {
    if (used[i] === 1 || scopes.steers[i] === 1 || isStopWord(word.folded)) continue;
    if (isKorean(word) && (word.form.length < 2 || isKoreanSteer(word))) continue;
    const from = { start: word.start, end: word.end };
    const stance = scopes.at[i]!;
    if (stance.isAside || stance.isFine) continue;
    if (knows.isKnownWord !== undefined && !knows.isKnownWord(word.folded)) notUnderstood.push(from);
    else wishes.push({ kind: 'words', text: word.folded, wants: stance.sign > 0, from });
  }
  return { wishes, notUnderstood };
}

/** What a wish is about, whichever way it is wished. */
export function wishKey(wish: Wish): string {
  switch (wish.kind) {
    case 'feel':
    case 'theme':
    case 'occasion':
      return `${wish.kind} ${wish.term}`;
    case 'aspect':
      return `aspect ${wish.aspect}`;
    case 'relation':
      return `relation ${wish.relation}`;
    case 'fact':
      return `fact ${wish.field} ${wish.value}`;
    case 'range':
      return `range ${wish.field} ${wish.least ?? ''} ${wish.most ?? ''}`;
    case 'person':
    case 'title':
    case 'like':
      return `${wish.kind} ${wish.name}`;
    case 'words':
      return `words ${wish.idea ?? wish.text}`;
  }
}

/** One wish per thing and side; the stronger degree wins. */
function merge(wishes: readonly Wish[]): readonly Wish[] {
  const kept = new Map<string, Wish>();
  for (const wish of wishes) {
    const key = `${wishKey(wish)} ${wish.wants}`;
    const before = kept.get(key);
    if (before === undefined) kept.set(key, wish);
    else if (
      before.kind === 'feel' &&
      wish.kind === 'feel' &&
      Math.abs(wish.degree) > Math.abs(before.degree)
    )
      kept.set(key, { ...before, degree: wish.degree });
  }
  return [...kept.values()];
}

function contradictionsIn(wishes: readonly Wish[]): readonly (readonly [number, number])[] {
  const wanted = new Map(wishes.flatMap((wish, i) => (wish.wants ? [[wishKey(wish), i] as const] : [])));
  return wishes.flatMap((wish, i) => {
    const other = wish.wants ? undefined : wanted.get(wishKey(wish));
    return other === undefined ? [] : [[other, i] as const];
  });
}
