// Stretches that give away what a first-time viewer would not want to know: a turn, a death, an ending, who ends up with
// whom, and what the writer marks as a spoiler. A premise gives nothing away. Says only where, never what.
import type { Sentence, Span, Word } from '../text.ts';
import { cueList, matchesWithin, wordList } from './cue-lists.ts';
import { parseRows } from './cues.ts';
import { folded } from './fact-draft.ts';
import type { Draft } from './finding.ts';
import { partiesOf } from './parties.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';

type Sort = 'plain' | 'turn' | 'person' | 'end' | 'soft' | 'not' | 'premise' | 'mark';
type Cue = { readonly sort: Sort; readonly weight: number };
const spoilerCues = cueList<Cue>(({ cues }) =>
  parseRows(cues.spoilers ?? '').flatMap(({ cells: [weight, sort, ...phrases] }) => {
    const cue: Cue = { sort: sort as Sort, weight: Number(weight) };
    return phrases.map((phrase) => [phrase, cue] as const);
  }),
);

const ENOUGH = 3;
/** How much deeper than a turn alone a retelling must be to give away more than its premise. */
const DEEP = 2;
const LONGEST = 600;
const LONG_SENTENCE = 20;

const toldRule: Rule = {
  name: 'spoiler-told',
  find: (sheet, reader) => {
    const peopled = new Set(partiesOf(sheet, reader).map((party) => party.sentence));
    const found: Told[] = [];
    let depth = 0;
    for (const sentence of sheet.sentences) {
      if (
        sentence.isHeading ||
        sentence.words.length < 2 ||
        /synopsis|plot|summary|premise/.test(sentence.section)
      )
        continue;
      const isPeopled = peopled.has(sentence.index);
      // "I hoped that he would live, but he died in the end": each side of "but" by itself.
      const told = halvesOf(sentence)
        .map((words) => weigh(sheet, reader, { sentence, words, isPeopled, depth }))
        .reduce((a, b) => ((b?.score ?? 0) > (a?.score ?? 0) ? b : a));
      if (isOfStory(sentence.words, isPeopled)) depth++;
      if (told === undefined || told.score < ENOUGH) continue;
      const span = clauseAround(sheet, sentence, told.at);
      found.push({ span, score: told.score });
    }
    const least = [...found].sort((a, b) => b.score - a.score)[MOST - 1]?.score ?? 0;
    return found
      .filter(({ score }) => score >= least)
      .slice(0, MOST + 1)
      .map(({ span, score }) => draft('spoiler-told', span, Math.min(0.9, 0.35 + 0.08 * score)));
  },
};

function halvesOf({ words }: Sentence): readonly (readonly Word[])[] {
  const at = words.findIndex(({ folded }, i) => folded === 'but' && i > 3 && i < words.length - 3);
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at)];
}

type Told = { readonly span: Span; readonly score: number };
/** A long retelling turns often; what gives away most is enough. */
const MOST = 3;

const OF_STORY = /^(?:he|she|they|him|her|his|their|them)$/;
const OF_REVIEW =
  /^(?:i|i'm|i've|my|me|you|your|we|us|our|film|films|movie|movies|show|acting|performance|performances|actor|actors|actress|director|script|scene|scenes|viewer|audience|plays|played|cast|screenplay|drama|series)$/;
/** A sentence of the retelling: somebody of the story, and nobody who watches, plays or makes. */
const isOfStory = (words: readonly Word[], isPeopled: boolean): boolean => {
  let hasSomebody = isPeopled;
  for (const { folded } of words) {
    if (OF_REVIEW.test(folded)) return false;
    if (OF_STORY.test(folded)) hasSomebody = true;
  }
  return hasSomebody;
};

const draft = (rule: string, span: Span, confidence: number): Draft => ({
  kind: 'spoiler',
  spans: [span],
  confidence,
  why: { rule, scope: [] },
});

const SOMEBODY =
  /^(?:detective|cop|doctor|teacher|friend|dad|mom|he|she|they|him|her|his|their|them|hero|heroine|couple|lead|leads|protagonist|character|characters|everyone|killer|villain|ml|fl|sml|sfl|boy|girl|man|woman|husband|wife|son|daughter|mother|father|brother|sister)$/;

/** The sum of the cues of a sentence, and the word of the strongest. */
function weigh(
  sheet: Sheet,
  reader: Reader,
  {
    sentence,
    words,
    isPeopled,
    depth,
  }: {
    readonly sentence: Sentence;
    readonly words: readonly Word[];
    readonly isPeopled: boolean;
    readonly depth: number;
  },
): { readonly score: number; readonly at: number } | undefined {
  const base = words[0]!.index;
  const matches = matchesWithin(spoilerCues.of(sheet, reader), base, base + words.length);
  if (matches.length === 0) return undefined;
  const hasSomebody = isPeopled || words.some((word) => SOMEBODY.test(word.folded));
  let score = 0;
  let strongest = 0;
  let at = base;
  let ends = 0;
  let turns = 0;
  let soft = 0;
  let premise = 0;
  for (const match of matches) {
    for (const { sort, weight } of match.values) {
      if (sort === 'not') score -= weight / 2;
      else if (sort === 'premise') premise += weight / 2;
      else if (sort === 'plain' || (sort === 'turn' && isOfSomebody(sheet, match))) score += weight;
      else if (sort === 'person' && hasSomebody) turns += weight;
      else if (sort === 'end' && hasSomebody) ends += weight;
      else if (sort === 'soft') soft = 1;
      const isStronger =
        sort !== 'soft' && sort !== 'mark' && sort !== 'not' && sort !== 'premise' && weight > strongest;
      if (isStronger) {
        strongest = weight;
        at = match.from;
      }
    }
  }
  // Where the end is told of, a premise stands beside it.
  score -= ends > 0 && turns > 0 ? premise / 2 : premise;
  // A death alone may be where the story begins; with an end beside it, or a second turn, it is told to the end.
  score +=
    ends > 0 && turns > 0
      ? ends + turns
      : Math.max(
          ends >= 2 && hasVerbOfStory(words) ? ends + 1 : 0,
          turns >= 4 || (turns >= 3 && isLate(sheet, sentence)) ? 3 : 0,
          turns >= 2 && isOfStory(words, isPeopled)
            ? turns + soft + Math.min(2, depth >> 2) + (isLate(sheet, sentence) ? 1 : 0) - DEEP
            : 0,
        );
  return strongest === 0 ? undefined : { score, at };
}

/** "his brother turned out to be", "it turns out that she": not "the film turned out to be". */
function isOfSomebody(sheet: Sheet, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { sentence } = sheet.words[from]!;
  const isSomebody = (at: number): boolean => {
    const word = sheet.words[at];
    if (word?.sentence !== sentence) return false;
    const isName = word.gap === ' ' && word.form !== 'I' && word.form[0] !== word.folded[0];
    return SOMEBODY.test(word.folded) || (isName && sheet.isTitle[at] !== 1);
  };
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    if (sheet.words[at + 1]!.gap === ';') break;
    if (isSomebody(at)) return true;
  }
  return folded(sheet, to - 1) !== 'be' && [to, to + 1].some(isSomebody);
}

/** "Her revulsion at the end is so fiery": one of the story does or has something there. */
const hasVerbOfStory = (words: Sentence['words']): boolean =>
  words.some((word) => /^(?:he|she|they|her|his|their)$/.test(word.folded)) &&
  !words.some((word) =>
    /^(?:i|my|me|you|your|we|felt|feel|feels|focus|plot|pacing|season|boring|issues|disappointed|acting|performance|performances|actor|actress|director|filmmakers|writers)$/.test(
      word.folded,
    ),
  );

const isLate = (sheet: Sheet, sentence: Sentence): boolean =>
  sheet.sentences.length < 12
    ? sentence.index > 0 || sheet.sentences.length < 3
    : sentence.index > sheet.sentences.length * 0.5;

/** A short sentence whole; of a long one what stands between the commas around the cue. */
function clauseAround(sheet: Sheet, sentence: Sentence, at: number): Span {
  if (sentence.words.length <= LONG_SENTENCE)
    return { start: sentence.start, end: Math.min(sentence.end, sentence.start + LONGEST) };
  const first = sentence.words[0]!.index;
  const last = sentence.words.at(-1)!.index;
  let from = at;
  let to = at;
  while (from > first && !(at - from > 4 && /^[,;]$/.test(sheet.words[from]!.gap)) && at - from < 24) from--;
  while (to < last && !(to - at > 5 && /^[,;]$/.test(sheet.words[to + 1]!.gap)) && to - at < 24) to++;
  return {
    start: sheet.words[from]!.start,
    end: Math.min(sheet.words[to]!.end, sheet.words[from]!.start + LONGEST),
  };
}

/** "*** SPOILERS ***": what follows to the end of the paragraph, or what stands in the same bracket. */
const markCues = wordList('spoiler spoilers');
const markedRule: Rule = {
  name: 'spoiler-marked',
  find: (sheet, reader) => {
    const drafts: Draft[] = [];
    // The first mark of each sentence.
    const marks = new Map<number, Word>();
    for (const { from } of markCues.of(sheet, reader).toReversed())
      marks.set(sheet.words[from]!.sentence, sheet.words[from]!);
    for (const mark of [...marks.values()].reverse()) {
      if (drafts.length > 5) break;
      const sentence = sheet.sentences[mark.sentence]!;
      const text = sheet.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300));
      if (
        /\b(?:no|not?|without|minor|possible|free|may|might|contains?|avoid|any|don't|won't|few|some|this (?:review|comment))\b/i.test(
          text,
        )
      )
        continue;
      const isShouted =
        mark.form === mark.form.toUpperCase() || /alert|ahead|warning|begin|start|below|follow/i.test(text);
      // At the head of a review it warns of all of it.
      if (!isShouted || (sentence.index < 2 && sheet.sentences.length > 6)) continue;
      // What stands behind the mark in its own sentence, and the sentences of the paragraph that follow.
      const rest = sheet.sentences
        .slice(sentence.index + 1, sentence.index + 4)
        .filter((next) => next.paragraph <= sentence.paragraph + 1);
      const stop = rest.findIndex((next) => next.words.some((word) => /^spoilers?$/.test(word.folded)));
      const told = stop < 0 ? rest : rest.slice(0, stop);
      const behind = sentence.words.filter(
        (word) => word.start > mark.end && !/^(?:alert|ahead|warning|warnings)$/.test(word.folded),
      );
      const start = behind.length > 4 ? behind[0]!.start : told[0]?.start;
      const end = told.at(-1)?.end ?? sentence.end;
      if (start === undefined || end - start < 20) continue;
      drafts.push(draft('spoiler-marked', { start, end: Math.min(end, start + LONGEST) }, 0.8));
    }
    return drafts;
  },
};

export const spoilerRules: readonly Rule[] = [toldRule, markedRule];
