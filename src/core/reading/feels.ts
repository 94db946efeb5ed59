// How a show feels to watch: the cues of feels.tsv, with what the words around them do to the degree.
import type { Sentence, Word } from '../text.ts';
import { cueList } from './cue-lists.ts';
import { type Match, parseRows, splitCues } from './cues.ts';
import type { Degree, Draft } from './finding.ts';
import { type Scope, scopeOf } from './scope.ts';
import { foldedText, perSheet, type Reader, type Rule, type Sheet, sentenceAt } from './sheet.ts';
import { isInName, isOfOther, isOfShow, isRetelling, otherSubject } from './subject.ts';

/** One line's worth of a cue: what it says, how much of it, and where it needs to stand to say so. */
type FeelCue = {
  readonly term: string;
  readonly degree: Degree;
  readonly context: '' | 'weak' | 'noun';
};

const feelCues = cueList<FeelCue>(({ cues, vocabulary }) => {
  const entries: (readonly [string, FeelCue])[] = [];
  for (const { cells } of parseRows(cues.feels ?? '')) {
    const [term = '', degree = '1', list, context = ''] = cells;
    if (term !== '-' && !(term in vocabulary.feels)) continue;
    const value = { term, degree: Number(degree) as Degree, context: context as FeelCue['context'] };
    for (const cue of splitCues(list)) entries.push([cue, value]);
  }
  return entries;
});

/** The cue's degree after what stands around it: "very" adds, "a bit" takes away, a negation turns it round. */
export function degreeIn(degree: Degree, scope: Scope): Degree {
  if (scope.polarity === -1) {
    if (degree < 0) return 1;
    return scope.isTotal ? -2 : -1;
  }
  const sign = Math.sign(degree);
  if (scope.strength > 0) return (sign * 2) as Degree;
  if (scope.strength < 0) return sign as Degree;
  return degree;
}

/** The one cue of each term that stands here: a plain one before one that needs a context. */
function sayingsOf(match: Match<FeelCue>): readonly FeelCue[] {
  if (match.values.some((value) => value.term === '-')) return [];
  const best = new Map<string, FeelCue>();
  for (const value of match.values) {
    const known = best.get(value.term);
    if (
      known === undefined ||
      (known.context !== '' && value.context === '') ||
      Math.abs(value.degree) > Math.abs(known.degree)
    )
      best.set(value.term, value);
  }
  return [...best.values()];
}

/** Kept per sheet: the verdict looks at them too. */
export const findFeels = perSheet(readFeels);

function readFeels(sheet: Sheet, reader: Reader): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of feelCues.of(sheet, reader)) {
    const sentence = sentenceAt(sheet, match.from);
    if (sentence.isHeading || isRetelling(sentence)) continue;
    const sayings = sayingsOf(match);
    if (sayings.length === 0 || sheet.isTitle[match.from] === 1 || isInName(sheet, match)) continue;
    if (isOfOther(sheet, match, reader)) continue;
    const scope = scopeOf(sheet, match, reader);
    if (scope.dropped !== undefined || scope.isWanting || otherSubject(sheet, match, reader) !== undefined)
      continue;
    const isSaidOfShow = isOfShow(sheet, match, reader);
    if (isOwned(sheet.words, match)) continue;
    const isWeakHere = isTelling(sentence);
    for (const { term, degree, context } of sayings) {
      if ((context === 'weak' || isWeakHere) && !isSaidOfShow) continue;
      // "He was not cute": somebody in it, not the show.
      if (scope.polarity === -1 && isOfPronoun(sheet.words, scope.from)) continue;
      drafts.push({
        kind: 'feel',
        term,
        degree: degreeIn(degree, scope),
        spans: [quoteSpan(sheet.words, { from: scope.from, to: match.to })],
        confidence: context === '' ? 0.8 : isSaidOfShow ? 0.7 : 0.5,
        why: { rule: 'feel', cue: foldedText(sheet.words, match.from, match.to), scope: scope.steps },
      });
    }
  }
  return drafts;
}

/** "Feel his sadness": somebody in it has it, not the show. */
function isOwned(
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return (
    /^(?:his|her|their|my|our|your)$/.test(words[from - 1]?.folded ?? '') &&
    /(?:ness|ions?|edy|ence|gst|ity|ory|ear)$/.test(words[to - 1]!.folded)
  );
}

const TELLING = /^(?:he|she|him|himself|herself|his|her)$/;
const SPEAKING =
  /^(?:movie|film|show|drama|series|episode|episodes|scene|scenes|acting|plot|story|it|this|i|me|you|watch|watching|viewer|viewers|audience|performance|actor|actress|character|role|moments|kdrama)$/;
/** A sentence of the story: somebody does something, and nothing is said of the show or by "I". */
const isTelling = ({ words }: Sentence): boolean =>
  words.some(({ folded }) => TELLING.test(folded)) && !words.some(({ folded }) => SPEAKING.test(folded));

const isOfPronoun = (words: readonly Word[], from: number): boolean =>
  [1, 2].some((back) => /^(?:he|she|him|her)$/.test(words[from - back]?.folded ?? ''));

/** The cue with its scope words, and the noun right behind it: "a very feel-good series". */
function quoteSpan(words: readonly Word[], reach: { readonly from: number; readonly to: number }) {
  const next = words[reach.to];
  const isJoined = next !== undefined && next.gap === ' ' && HEADS.has(next.folded);
  return { start: words[reach.from]!.start, end: (isJoined ? next : words[reach.to - 1]!).end };
}
const HEADS = new Set('show series drama movie film moments scenes story ending ride'.split(' '));

export const feelRules: readonly Rule[] = [{ name: 'feel', find: findFeels }];
