// Korean words of a question: a stem and what hangs on it, "안" before or "없는", "말고" after it. Only the basics.
import type { NameIndex } from '../names/name-index.ts';
import type { ShowId } from '../show.ts';
import type { Word } from '../text.ts';
import { type Names, type Naming, personWish } from './namings.ts';
import type { Stance } from './scope.ts';
import type { Asker, Sign } from './signs.ts';

export const isKorean = (word: Word): boolean => /^[\d]*[가-힣]/.test(word.form);

/** What the word stands for: by its longest known stem, and by a second stem that follows it ("로맨스코미디"). */
export function koreanSigns(form: string, asker: Asker): readonly Sign[] {
  const found: Sign[] = [];
  for (let from = 0, parts = 0; from < form.length && parts < 2; parts++) {
    const length = stemLength(form, from, asker);
    if (length === 0) break;
    found.push(...asker.stems.get(form.slice(from, from + length))!);
    from += length;
  }
  return found;
}

function stemLength(form: string, from: number, asker: Asker): number {
  let length = Math.min(asker.longestStem, form.length - from);
  while (length > 0 && !asker.stems.has(form.slice(from, from + length))) length--;
  return length;
}

/** Two words that are one stem: "서브 남주", "착한 남주", "살인 사건". */
export const isJoined = (a: Word, b: Word | undefined, asker: Asker): boolean =>
  b !== undefined &&
  b.gap === ' ' &&
  isKorean(b) &&
  stemLength(a.form + b.form, 0, asker) > Math.max(a.form.length, stemLength(a.form, 0, asker));

const AFTER_NO = /^(?:적은|적고|덜|없|말고|빼고|제외|아닌|아니|않|싫|말아|안나오)/;
const BETWEEN = /^(?:건|거|것|게|걸|내용|장면|이야기|드라마|영화|요소|부분|엔딩|결말|사건|스토리)/;
const WITHIN_NO = /(?:없는|없이|말고|빼고|아닌|않은|않는|싫)/;
const WITHIN_BIT = /^(?:조금|약간|살짝)/;
const WITHIN_MUCH = /^(?:아주|매우|정말|진짜|엄청|완전|너무)/;

/** Words that only turn or weigh their neighbours. */
export const isKoreanSteer = (word: Word): boolean =>
  AFTER_NO.test(word.form) ||
  WITHIN_BIT.test(word.form) ||
  WITHIN_MUCH.test(word.form) ||
  LIKE.test(word.form);

/** "좀비랑 괴물은 싫어": what is joined to the next is meant like it. */
const JOINS = /..(?:이?랑|하고|이?나|와|과)$/;

/** The stance of the words `at` to `last`. */
export function koreanStance(
  words: readonly Word[],
  at: number,
  { last = at, depth = 0 }: { readonly last?: number; readonly depth?: number } = {},
): Stance {
  const word = words[last]!;
  const before = words[at - 1]?.form ?? '';
  const next = words[last + 1];
  // "슬픈 건 싫어요", "무서운 장면 없는": a small noun may stand between.
  const after = next !== undefined && BETWEEN.test(next.form) ? words[last + 2] : next;
  const isNext = after !== undefined && after.gap !== '.' && after.gap !== ',' && AFTER_NO.test(after.form);
  const isNo = before === '안' || before === '안나오는' || isNext || WITHIN_NO.test(word.form);
  const follows = words[last + 1];
  if (!isNo && depth < 3 && follows !== undefined && JOINS.test(word.form) && isKorean(follows)) {
    const joined = koreanStance(words, last + 1, { last: last + 1, depth: depth + 1 });
    if (joined.sign < 0) return joined;
  }
  const isMuch = WITHIN_MUCH.test(before);
  if (isNo) return { sign: -1, strength: isMuch || before === '덜' ? 1 : 2, isAside: false };
  if (before === '덜') return { sign: -1, strength: 1, isAside: false };
  return { sign: 1, strength: isMuch ? 2 : WITHIN_BIT.test(before) ? 1 : 0, isAside: false };
}

const LIKE = /^(?:같은|비슷한|비슷하|처럼|느낌의|느낌|풍의|류의|스타일)/;
const PARTICLE = /(?:이랑|하고|처럼|같은|에서|이나|에게|한테|의|이|가|은|는|을|를|과|와|랑|도|나)$/;
const LONGEST = 5;

/** "런 온 같은", "런온이랑 비슷한"; and people by name, particles taken off. */
export function koreanNamings(text: string, words: readonly Word[], names: Names): readonly Naming[] {
  const found: Naming[] = [];
  const look = (index: NameIndex, from: number, to: number): readonly string[] => {
    const phrase = text.slice(words[from]!.start, words[to - 1]!.end);
    const exact = index.exact(phrase);
    return exact.length > 0 ? exact : index.exact(phrase.replace(PARTICLE, ''));
  };
  for (let i = 0; i < Math.min(words.length, 120); i++) {
    const word = words[i]!;
    const isGlued = isKorean(word) && /.(?:처럼|같은)$/.test(word.form);
    if (!LIKE.test(word.form) && !isGlued) continue;
    const to = isGlued ? i + 1 : i;
    for (let from = Math.max(0, to - LONGEST); from < to; from++) {
      const ids = look(names.titles, from, to);
      if (ids.length === 0) continue;
      const span = { start: words[from]!.start, end: word.end };
      const name = text.slice(words[from]!.start, words[to - 1]!.end);
      const wish = {
        kind: 'like',
        name,
        showIds: ids as readonly ShowId[],
        wants: true,
        from: span,
      } as const;
      found.push({ wish, from, to: i + 1 });
      break;
    }
  }
  for (let i = 0; i < Math.min(words.length, 120); i++) {
    const word = words[i]!;
    if (!isKorean(word) || word.form.length < 2 || found.some(({ from, to }) => i >= from && i < to))
      continue;
    const id = look(names.people, i, i + 1)[0];
    if (id === undefined) continue;
    found.push({ wish: personWish(names, id, { start: word.start, end: word.end }), from: i, to: i + 1 });
  }
  return found;
}
