// Whom or what a cue is said of: this show or a part of it, somebody in it, another work, the writer's own life.
// Looks at the words of one sentence only; the words it knows are data (subject.tsv, nouns.tsv).
import type { Sentence, Word } from '../text.ts';
import { cueList, matchesWithin } from './cue-lists.ts';
import { parseRows, splitCues } from './cues.ts';
import { perReader, type Reader, type Sheet, sentenceAt } from './sheet.ts';

export type OtherSubject = 'other-work' | 'source' | 'own-life';
type Noun = 'show' | 'part' | 'person' | 'other';
type Reach = { readonly from: number; readonly to: number };

const otherCues = cueList<OtherSubject>(({ cues }) =>
  parseRows(cues.subject ?? '').flatMap(({ cells }) =>
    splitCues(cells[1]).map((cue) => [cue, cells[0] as OtherSubject] as const),
  ),
);

const nounsOf = perReader(({ cues }) => {
  const nouns = new Map<string, Set<Noun>>();
  for (const { cells } of parseRows(cues.nouns ?? ''))
    for (const noun of splitCues(cells[1])) {
      const kinds = nouns.get(noun) ?? new Set<Noun>();
      nouns.set(noun, kinds.add(cells[0] as Noun));
    }
  return nouns;
});

const SYNOPSIS =
  /^(?:(?:the )?(?:synopsis|plot|summary|plot summary|premise|overview|official trailer|trailer|cast|cast list|what is it about|the story so far|storyline|quick summary|plot synopsis|credits|details|info|information))$/;
export const isRetelling = (sentence: Sentence): boolean => SYNOPSIS.test(sentence.section);

/**
 * Another subject than this show that the sentence speaks of before the cue, in the same clause ("the book was dark").
 * Own life counts wherever it stands in the sentence.
 */
export function otherSubject(sheet: Sheet, reach: Reach, reader: Reader): OtherSubject | undefined {
  const first = reach.from;
  const start = sentenceAt(sheet, first).words[0]!.index;
  for (const mention of matchesWithin(otherCues.of(sheet, reader), start, first)) {
    const kind = mention.values[0]!;
    if (mention.to > first || first - mention.to > 12) continue;
    if (kind === 'own-life' && first - mention.to > 4) continue;
    const between = sheet.words.slice(mention.to, first + 1);
    const isApart = between.some(
      (word) =>
        word.gap === ';' ||
        word.gap === ',' ||
        /^(?:but|this|however|while|though|although|unlike)$/.test(word.folded),
    );
    if (!isApart) return kind;
  }
  return undefined;
}

const isCapital = (word: Word | undefined): boolean =>
  word !== undefined && word.form[0] !== word.folded[0] && word.form !== 'I';
const isSpaced = (word: Word | undefined): boolean =>
  word !== undefined && (word.gap === ' ' || word.gap === '-');

const isAllCapitals = (words: readonly Word[]): boolean =>
  words.filter((word) => isCapital(word)).length * 2 > words.length;

/**
 * Whether a cue is part of a name, not said by the writer: "Detective Conan", "the Dark Knight". Capitals beside it
 * tell; where most words have them (a headline, shouting) they tell nothing.
 */
export function isInName(sheet: Sheet, reach: Reach): boolean {
  const { words } = sheet.sentences[sheet.words[reach.from]!.sentence]!;
  const first = reach.from - words[0]!.index;
  const last = reach.to - words[0]!.index;
  for (let at = first; at < last; at++) if (!isCapital(words[at])) return false;
  const before = first > 1 && isSpaced(words[first]) && isCapital(words[first - 1]);
  const after = first > 0 && isSpaced(words[last]) && isCapital(words[last]);
  if (!before && !after) return false;
  let capitals = 0;
  for (const word of words) if (isCapital(word)) capitals++;
  return capitals * 2 < words.length || words.length < 4;
}

/** "a cute guy", "dark secrets": right before a noun for what is neither the show nor a part of it, it is said of that. */
export function isOfOther(sheet: Sheet, reach: Reach, reader: Reader): boolean {
  const next = sheet.words[reach.to];
  if (next === undefined || next.gap !== ' ') return false;
  // "an epic war film": of nouns side by side the last is meant.
  for (let at = reach.to; at < reach.to + 3; at++) {
    const word = sheet.words[at];
    if (word === undefined || (word.gap !== ' ' && word.gap !== '-')) break;
    const kinds = nounsOf(reader).get(word.folded);
    if (kinds?.has('show') || kinds?.has('part')) return false;
  }
  const kinds = nounsOf(reader).get(next.folded);
  return kinds !== undefined && (kinds.has('other') || (kinds.has('person') && !PRONOUNS.has(next.folded)));
}
const PRONOUNS = new Set(
  'he she i we you they him her who someone everyone people family kids children'.split(' '),
);

const COPULAS = new Set(
  "is was are were 's be been being isn't wasn't isnt wasnt aren't weren't feel feels felt feeling seem seems seemed get gets got getting become becomes became stay stays stayed remain remains look looks looked sound sounds sounded find found made makes make keeps kept turns turned turn ended came comes starts started ends is".split(
    ' ',
  ),
);
const THINGS = new Set('it this that which everything all overall thing things its these'.split(' '));
const VERBS = new Set(
  'is was are were be been have has had do does did will would can could should may might must go goes went come came get gets got make makes made know knew think thought see saw watch watched take takes took find found feel felt'.split(
    ' ',
  ),
);
const AFTER =
  /^(?:and|or|but|that|which|at|in|for|to|with|when|because|as|if|than|enough|here|throughout|yet|though|so|by|on|too|also|again|very|really|is|was)$/;
const LIMIT_NOTE = 9;

/**
 * Whether a weak cue ("dark", "slow") is said of the show: before a noun for it ("a dark film"), after its copula
 * ("the first half is dark"), or in a note without a verb ("dark and slow.").
 */
export function isOfShow(sheet: Sheet, reach: Reach, reader: Reader): boolean {
  const { words } = sheet.sentences[sheet.words[reach.from]!.sentence]!;
  const base = words[0]!.index;
  const first = reach.from - base;
  const last = reach.to - base;
  const nouns = nounsOf(reader);
  const isNoun = (word: Word, kind: Noun): boolean => nouns.get(word.folded)?.has(kind) ?? false;

  // "a weird contrast": said of a thing that is neither the show nor a part of it.
  const isAfterArticle = [1, 2, 3].some(
    (back) =>
      /^(?:a|an|the|such|some|any|no)$/.test(words[first - back]?.folded ?? '') &&
      words.slice(first - back + 1, first + 1).every(({ gap }) => gap === ' '),
  );
  // "a dark, slow and gritty film": the noun within four words, across commas and "and".
  for (let at = last; at < Math.min(words.length, last + 5); at++) {
    const word = words[at]!;
    if (word.gap === ';') break;
    if (isNoun(word, 'show') || isNoun(word, 'part') || sheet.isTitle[word.index] === 1) return true;
    if (isNoun(word, 'person')) return false;
    if (
      COPULAS.has(word.folded) ||
      /^(?:in|of|for|to|with|at|by|on|that|because|but|about|over|from|after|before|into|when)$/.test(
        word.folded,
      )
    )
      break;
  }
  const next = words[last];
  if (
    isAfterArticle &&
    next !== undefined &&
    (next.gap === ' ' || next.gap === '-') &&
    !AFTER.test(next.folded)
  )
    return false;
  // "the film is …, … and dark": the copula within ten words, its subject before it.
  for (let at = first - 1; at >= 0 && at > first - 10; at--) {
    const word = words[at]!;
    if (words[at + 1]!.gap === ';') break;
    if (!COPULAS.has(word.folded)) continue;
    return isShowBefore(at);
  }
  const hasVerb = words.some((word) => VERBS.has(word.folded) || word.folded === "'s");
  return (
    words.length <= LIMIT_NOTE &&
    !hasVerb &&
    !words.some((word) => /^(?:he|she|his|her|man|woman|boy|girl)$/.test(word.folded))
  );

  /** The subject before the copula at `copula`: a thing, the show, a part of it, or none at all. */
  function isShowBefore(copula: number): boolean {
    // "Tae Park felt uncomfortable": somebody by name.
    const subject = words[copula - 1];
    if (copula > 1 && isCapital(subject) && sheet.isTitle[subject!.index] !== 1 && !isAllCapitals(words))
      return false;
    for (let at = copula - 1; at >= 0 && at > copula - 8; at--) {
      const word = words[at]!;
      if (THINGS.has(word.folded) || isNoun(word, 'show') || isNoun(word, 'part')) return true;
      if (sheet.isTitle[word.index] === 1) return true;
      if (isNoun(word, 'person') && !/^(?:i|we|you)$/.test(word.folded)) return false;
      if (words[at + 1]!.gap === ';') break;
    }
    return copula <= 1;
  }
}
