// What the words around a cue do to it: turn it round, weaken or strengthen it, or take it away from this show
// (expectation, supposition, question, somebody else's view, shows in general). The words are data (scope.tsv).
import type { Sentence, Word } from '../text.ts';
import { cueList, matchesWithin } from './cue-lists.ts';
import { type Match, parseRows, splitCues } from './cues.ts';
import { perSheet, type Reader, type Sheet } from './sheet.ts';

type Effect =
  | 'not'
  | 'none'
  | 'hardly'
  | 'wanting'
  | 'affirm'
  | 'very'
  | 'bit'
  | 'after-bit'
  | 'after-total'
  | 'after-not'
  | 'after-very'
  | 'over'
  | 'bound'
  | 'expect'
  | 'suppose'
  | 'other-holder'
  | 'general'
  | 'ask';

/** `from` is the first word that belongs to the statement ("not too angsty"); the indexes count in the sheet's words. */
export type Scope = {
  readonly polarity: 1 | -1;
  /** Only with polarity -1: none at all, or not (too much). */
  readonly isTotal: boolean;
  /** It was missed ("I wish there were more of it"), which says little of how much there is. */
  readonly isWanting: boolean;
  readonly strength: -1 | 0 | 1;
  readonly dropped: string | undefined;
  readonly from: number;
  readonly steps: readonly string[];
};

const REACH = 7;
const REACH_VIEW = 14;

const effectCues = cueList<Effect>(({ cues }) =>
  parseRows(cues.scope ?? '').flatMap(({ cells }) =>
    splitCues(cells[1]).map((cue) => [cue, cells[0] as Effect] as const),
  ),
);

/** The scope words of one sentence: `ending[i]` is the one whose last word is the sentence's i-th, `starting[i]` likewise. */
type Marks = {
  readonly ending: readonly (Match<Effect> | undefined)[];
  readonly starting: readonly (Match<Effect> | undefined)[];
};
/** By the index of the sentence, each made when it is first asked for. */
const marksIn = perSheet((): Marks[] => []);

function marksOf(sheet: Sheet, sentence: Sentence, reader: Reader): Marks {
  const marks = marksIn(sheet, reader);
  marks[sentence.index] ??= markSentence(sheet, sentence, reader);
  return marks[sentence.index]!;
}

function markSentence(sheet: Sheet, { words }: Sentence, reader: Reader): Marks {
  const base = words[0]!.index;
  const ending: (Match<Effect> | undefined)[] = new Array(words.length);
  const starting: (Match<Effect> | undefined)[] = new Array(words.length);
  for (const { from, to, values } of matchesWithin(effectCues.of(sheet, reader), base, base + words.length)) {
    const match = { from: from - base, to: to - base, values };
    ending[match.to - 1] = match;
    starting[match.from] = match;
  }
  return { ending, starting };
}

const has = (match: Match<Effect> | undefined, effect: Effect): boolean =>
  match?.values.includes(effect) ?? false;
const NEGATIONS: readonly Effect[] = ['not', 'none', 'hardly', 'wanting', 'over'];
const DETERMINERS = new Set('this these his her their my its those'.split(' '));
const OWN_VERY = new Set('very so really super extremely incredibly utterly absolutely most'.split(' '));
const BE = new Set("is was are were 's be been being isn't wasn't".split(' '));

/**
 * The scope of the words `from` to `to` (exclusive, indexes into sheet.words) of one sentence.
 * Looks at most 14 words to the left and 5 to the right.
 */
export function scopeOf(
  sheet: Sheet,
  reach: { readonly from: number; readonly to: number },
  reader: Reader,
): Scope {
  const sentence = sheet.sentences[sheet.words[reach.from]!.sentence]!;
  const words = sentence.words;
  const base = words[0]!.index;
  const marks = marksOf(sheet, sentence, reader);
  const first = reach.from - base;
  const last = reach.to - base;
  const steps: string[] = [];
  const name = (match: Match<Effect>): string =>
    words
      .slice(match.from, match.to)
      .map((word) => word.folded)
      .join(' ');

  let strength: -1 | 0 | 1 = 0;
  let from = first;
  // The words right before it: very, a bit, so much more …
  let at = first;
  // "I have never known such suspense"
  const such = marks.ending[first - 1];
  if (has(such, 'affirm') && /^(?:such|so|this|much)$/.test(words[first - 1]!.folded)) {
    strength = 1;
    from = such!.from;
  }
  while (at > 0 && words[at]!.gap !== ';' && words[at]!.gap !== ',') {
    const mark = marks.ending[at - 1];
    if (has(mark, 'very') || has(mark, 'bit')) {
      // "a bit too", "some extremely": what weakens wins.
      if (has(mark, 'bit')) strength = -1;
      else if (strength === 0) strength = 1;
      steps.push(`${has(mark, 'bit') ? 'bit' : 'very'}: ${name(mark!)}`);
      at = mark!.from;
      from = at;
    } else if (/^(?:and|of|more|in|a|an|the)$/.test(words[at - 1]!.folded) && at > 1 && at > first - 3) {
      const before = marks.ending[at - 2];
      if (has(before, 'very') || has(before, 'bit')) at--;
      else break;
    } else break;
  }

  // "not too long" and "very dark" are cues with their own scope word in them.
  const across = marks.ending.slice(first, last).find((mark) => mark !== undefined && mark.from < first);
  const own = marks.starting[first];
  if (strength === 0 && last - first > 1 && has(own, 'very') && OWN_VERY.has(words[first]!.folded)) {
    strength = 1;
    steps.push(`very: ${name(own!)}`);
  }
  if (strength === 0 && isShouted(words, first, last)) {
    strength = 1;
    steps.push('very: in capitals');
  }
  const negation =
    across !== undefined && NEGATIONS.some((effect) => has(across, effect))
      ? across
      : (findNegation(words, marks, first) ??
        findAbsence(words, marks, first) ??
        findFailure(words, marks, last));
  let isTotalFailure = false;
  if (negation !== undefined) {
    steps.push(`${negation.values[0]}: ${name(negation)}`);
    from = Math.min(from, negation.from);
    if (negation.from >= last) isTotalFailure = true;
  }
  let isTotal = has(negation, 'none') || isTotalFailure;
  for (let after = last; after < Math.min(words.length, last + 5); after++) {
    if (words[after]!.gap === ';') break;
    const mark = marks.starting[after];
    if (mark === undefined) continue;
    if (has(mark, 'after-total') && negation !== undefined) isTotal = true;
    else if (has(mark, 'after-bit') && strength >= 0 && after < last + 3) strength = -1;
    else if (has(mark, 'after-very') && strength === 0 && after < last + 2) strength = 1;
    else continue;
    steps.push(`after: ${name(mark)}`);
  }
  const dropped = findView(words, marks, { first, last, sentence });
  if (dropped !== undefined) steps.push(`dropped: ${dropped}`);
  return {
    polarity: negation === undefined ? 1 : -1,
    isTotal,
    isWanting: has(negation, 'wanting'),
    strength,
    dropped,
    from: base + from,
    steps,
  };
}

/** "It was SO good and ABSURD": a word in capitals among others that are not. */
const SHOUT = /^[A-Z][A-Z'’-]{3,}$/;
function isShouted(words: readonly Word[], first: number, last: number): boolean {
  if (!words.slice(first, last).every(({ form }) => SHOUT.test(form))) return false;
  return words.filter(({ form }) => SHOUT.test(form)).length * 3 < words.length;
}

/** "There is not one scene that has a bit of suspense": what does not exist has nothing either. */
function findAbsence(words: readonly Word[], marks: Marks, first: number): Match<Effect> | undefined {
  let at = first - 1;
  while (at > 0 && at > first - REACH && !/^(?:which|that|who)$/.test(words[at]!.folded)) {
    if (words[at]!.gap === ';' || words[at]!.gap === ',') return undefined;
    at--;
  }
  if (!/^(?:which|that|who)$/.test(words[at]?.folded ?? '')) return undefined;
  for (let back = at; back > 0 && back > at - REACH; back--) {
    const mark = marks.ending[back - 1];
    const isOfThing = mark !== undefined && NEGATIONS.some((effect) => has(mark, effect));
    if (isOfThing && !has(mark, 'over')) {
      const there = words[mark.from - 1]?.folded ?? '';
      const isOne = /^(?:one|single)$/.test(words[mark.to - 1]!.folded) || words[mark.to]?.folded === 'one';
      const isThere = /^(?:is|was|are|were|'s)$/.test(there) && words[mark.from - 2]?.folded === 'there';
      return isOne || isThere ? mark : undefined;
    }
    if (mark !== undefined || words[back - 1]!.gap === ';') return undefined;
  }
  return undefined;
}

/** The nearest negation to the left that reaches the word at `first`. */
function findNegation(words: readonly Word[], marks: Marks, first: number): Match<Effect> | undefined {
  let commas = 0;
  let hasCopula = false;
  for (let at = first; at > 0 && at > first - REACH; ) {
    const gap = words[at]!.gap;
    if (gap === ';' || gap === '.') return undefined;
    // "isn't scary, gory or tense": a comma is crossed only where a list goes on with "or".
    if (gap === ',' && (++commas > 2 || !hasOr(words, at))) return undefined;
    const mark = marks.ending[at - 1];
    const word = words[at - 1]!;
    if (BE.has(word.folded)) hasCopula = true;
    if (mark === undefined) {
      const isPronoun = BE.has(words[at]?.folded ?? '');
      // "did not finish this boring show" says it is boring, "not my favourite" that it is none.
      const isNext = NEGATIONS.some((effect) => has(marks.ending[at - 2], effect));
      if (DETERMINERS.has(word.folded) && !isPronoun && !isNext) return undefined;
      at--;
      continue;
    }
    if (has(mark, 'affirm')) return undefined;
    // "No Gain No Love" is a name.
    if (isNamed(words, at - 1)) {
      at--;
      continue;
    }
    if (NEGATIONS.some((effect) => has(mark, effect))) {
      // "no" and "few" speak of the thing right after them; "a plot without wit was dull" does not say it was not.
      const isOfThing = /^(?:no|few|little|less|zero|without|lack|lacks|of)$/.test(
        words[mark.to - 1]!.folded,
      );
      if (isOfThing && hasCopula) return undefined;
      const reach = /^(?:no|few|little|less|zero)$/.test(words[mark.to - 1]!.folded) ? 3 : REACH;
      // "little purpose to the violence" says little of the purpose.
      if (reach < REACH && words.slice(mark.to, first).some(({ folded }) => folded === 'the'))
        return undefined;
      return first - mark.to <= reach ? mark : undefined;
    }
    if (has(mark, 'bound') && !(word.folded === 'rather' || word.folded === 'just')) return undefined;
    at = mark.from;
  }
  return undefined;
}

/** "The comedy in this didn't really land": what is named before a failure to do it. */
function findFailure(words: readonly Word[], marks: Marks, last: number): Match<Effect> | undefined {
  for (let at = last; at < Math.min(words.length, last + 5); at++) {
    const word = words[at]!;
    if (word.gap === ';' || word.gap === ',') return undefined;
    const mark = marks.starting[at];
    if (has(mark, 'after-not')) return mark;
    if (has(mark, 'bound') && !/^(?:just|still)$/.test(word.folded)) return undefined;
  }
  return undefined;
}

const isCapital = (word: Word | undefined): boolean =>
  word !== undefined && word.form[0] !== word.folded[0] && word.form.slice(1) === word.folded.slice(1);
const isNamed = (words: readonly Word[], at: number): boolean =>
  at > 0 && isCapital(words[at]) && isCapital(words[at + 1]);

/** "Unlike other dramas it is suspenseful" says it of this show. */
const BESIDE = /^(?:unlike|compared|as|in|other|contrary|rather|instead)$/;
const hasSubject = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at + 1 < to; at++)
    if (/^(?:it|this|they|these)$/.test(words[at]!.folded) && BE.has(words[at + 1]!.folded)) return true;
  return false;
};

const isTurnedAway = (words: readonly Word[], first: number): boolean => {
  for (let at = first + 1; at < words.length; at++)
    if (
      words[at]!.gap === ',' &&
      /^(?:don't|dont|avoid|skip|stay|look|do|forget|this|rent|see|go|watch|try)$/.test(words[at]!.folded)
    )
      return words
        .slice(at, at + 6)
        .some(({ folded }) =>
          /^(?:don't|dont|avoid|skip|away|elsewhere|not|isn't|isnt|forget|instead|another)$/.test(folded),
        );
  return false;
};

const hasOr = (words: readonly Word[], at: number): boolean =>
  words.slice(at, at + 6).some((word) => word.folded === 'or' || word.folded === 'nor');

/** Whether it is not said of this show at all: expected, supposed, asked, said by others, said of shows in general. */
function findView(
  words: readonly Word[],
  marks: Marks,
  where: { readonly first: number; readonly last: number; readonly sentence: Sentence },
): string | undefined {
  const { first, sentence } = where;
  if (sentence.ending === '?') {
    const head = marks.starting[0] ?? marks.starting[1];
    if (has(head, 'ask') || words.length <= 12) return 'ask';
  }
  for (let at = first; at > 0 && at > first - REACH_VIEW; ) {
    if (words[at]!.gap === ';' && first - at > 1) break;
    const mark = marks.ending[at - 1];
    const word = words[at - 1]!.folded;
    // "If handled by a good director" supposes; "if you like dark comedies" says what it is.
    if (
      word === 'if' &&
      words[at]!.folded !== 'you' &&
      !words.slice(at, first).some(({ gap }) => gap === ',')
    )
      return 'suppose: if';
    // "If you want a gripping story, skip this" says that it is none.
    if (word === 'if' && words[at]!.folded === 'you' && isTurnedAway(words, first)) return 'suppose: if you';
    if (mark === undefined) {
      at--;
      continue;
    }
    const isOnlyBeside = has(mark, 'general') || BESIDE.test(words[mark.from]!.folded);
    for (const view of ['expect', 'suppose', 'other-holder', 'general'] as const)
      if (has(mark, view) && !(isOnlyBeside && hasSubject(words, mark.to, first)))
        return `${view}: ${words
          .slice(mark.from, mark.to)
          .map((word) => word.folded)
          .join(' ')}`;
    // What follows "but" is the writer's own again; "thought it would be funny but it was sad".
    if (
      has(mark, 'bound') &&
      /^(?:but|however|though|although|yet|still|because|bc|and i|and it)$/.test(
        words
          .slice(mark.from, mark.to)
          .map((word) => word.folded)
          .join(' '),
      )
    )
      break;
    at = mark.from;
  }
  return undefined;
}
