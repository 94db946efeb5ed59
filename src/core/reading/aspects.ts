// What is praised or criticised: phrases that say it all ("well acted"), and opinion words that fasten on a part of
// the show, before it ("superb acting", "loved the score") or behind it ("the dialogue falls flat").
import { cutSentences, type Sentence, type Word } from '../text.ts';
import { type CueList, cueList, matchesWithin } from './cue-lists.ts';
import { type Match, parseRows, splitCues } from './cues.ts';
import {
  findAfter,
  findBefore,
  groupParts,
  isAttribute,
  isBare,
  isComplement,
  isPlace,
  isPlain,
  type Opinion,
  type Part,
  type Said,
  subjectOf,
} from './fastening.ts';
import type { Degree, Draft } from './finding.ts';
import { findPraised } from './performers.ts';
import { scopeOf } from './scope.ts';
import { foldedText, perSheet, type Reader, type Rule, type Sheet } from './sheet.ts';
import { isInName, isRetelling, otherSubject } from './subject.ts';

type Phrase = { readonly aspect: string; readonly sentiment: Degree };
const SHADOW = '-';

const phraseCues = cueList<Phrase>(({ cues }) =>
  parseRows(cues.aspects ?? '').flatMap(({ cells }) => {
    const phrase = { aspect: cells[0]!, sentiment: Number(cells[1]) as Degree };
    return splitCues(cells[2]).map((cue) => [cue, phrase] as const);
  }),
);
export const aspectNouns = cueList<string>(({ cues }) =>
  parseRows(cues['aspect-nouns'] ?? '').flatMap(({ cells }) =>
    splitCues(cells[1]).map((cue) => [cue, cells[0]!] as const),
  ),
);
const opinionCues = cueList<Opinion | typeof SHADOW>(({ cues }) =>
  parseRows(cues.opinions ?? '').flatMap(({ cells }) => {
    const opinion: Opinion | typeof SHADOW =
      cells[0] === SHADOW
        ? SHADOW
        : { sentiment: Number(cells[0]) as Degree, form: (cells[2] ?? '') as Opinion['form'] };
    return splitCues(cells[1]).map((cue) => [cue, opinion] as const);
  }),
);

/** The cues of a list in one sentence, as it counts its words. */
const cuesIn = <T>(
  list: CueList<T>,
  { sheet, reader }: { readonly sheet: Sheet; readonly reader: Reader },
  { words }: Sentence,
): readonly Match<T>[] => {
  const base = words[0]!.index;
  const found = matchesWithin(list.of(sheet, reader), base, base + words.length);
  return found.length === 0
    ? found
    : found.map(({ from, to, values }) => ({ from: from - base, to: to - base, values }));
};

function readSentence(sheet: Sheet, sentence: Sentence, reader: Reader): readonly Draft[] {
  const { words } = sentence;
  const base = words[0]!.index;
  const drafts: Draft[] = [];
  const phrases = cuesIn(phraseCues, { sheet, reader }, sentence);
  const taken = new Uint8Array(phrases.length === 0 ? 0 : words.length);

  const add = (
    aspect: string,
    sentiment: Degree,
    where: {
      readonly cue: { readonly from: number; readonly to: number };
      readonly from: number;
      readonly to: number;
      readonly rule: string;
    },
  ): void => {
    const reach = { from: base + where.cue.from, to: base + where.cue.to };
    if (sheet.isTitle[reach.from] === 1) return;
    const scope = scopeOf(sheet, reach, reader);
    // "isn't your typical plot" says nothing for or against it.
    if (sentiment === 0 && scope.polarity === -1) return;
    if (scope.dropped !== undefined || otherSubject(sheet, reach, reader) !== undefined) return;
    const from = Math.min(scope.from, base + where.from);
    // "Didn't love the product placement" complains, it does not deny.
    const isDisliked =
      sentiment < 0 &&
      scope.polarity === -1 &&
      sheet.words.slice(scope.from, reach.from).some(({ folded }) => ATTITUDE.has(folded));
    drafts.push({
      kind: 'aspect',
      aspect,
      sentiment: isDisliked ? sentiment : sentimentIn(sentiment, scope),
      spans: [{ start: sheet.words[from]!.start, end: words[where.to - 1]!.end }],
      confidence: where.rule === 'aspect-phrase' ? 0.8 : 0.7,
      why: { rule: where.rule, cue: foldedText(words, where.cue.from, where.cue.to), scope: scope.steps },
    });
  };

  const parts = partsAmong(words, cuesIn(aspectNouns, { sheet, reader }, sentence)).filter(
    (part) => !isInName(sheet, { from: base + part.from, to: base + part.to }),
  );
  for (const match of phrases) {
    const seen = new Set<string>([SHADOW]);
    for (const { aspect, sentiment } of match.values)
      for (const one of aspectsOf(words, aspect, { match, parts })) {
        if (seen.has(one)) continue;
        seen.add(one);
        add(one, sentiment, { cue: match, from: match.from, to: match.to, rule: 'aspect-phrase' });
      }
    taken.fill(seen.has('acting') ? BY_ACTING : 1, match.from, match.to);
  }

  for (const one of findPraised(sheet, sentence, reader))
    if (!isTaken(taken, { from: one.cue, to: one.to }))
      add('acting', one.sentiment, {
        cue: { from: one.cue, to: one.to },
        from: one.from,
        to: one.to,
        rule: 'aspect-performer',
      });

  const said = opinionsAmong(cuesIn(opinionCues, { sheet, reader }, sentence));
  if (parts.length === 0) {
    const aspect = sectionAspect(sentence, reader);
    if (aspect !== undefined)
      for (const opinion of said)
        if (opinion.opinion.form !== 'verb' && drafts.length === 0 && isPlain(words, opinion))
          add(aspect, opinion.opinion.sentiment, {
            cue: opinion,
            from: opinion.from,
            to: opinion.to,
            rule: 'aspect-section',
          });
    return drafts;
  }

  for (const group of groupParts(parts, words)) {
    const pairs = new Map<Part, Said>();
    for (const part of group) {
      const before = findBefore(words, said, { part, parts });
      if (before !== undefined) pairs.set(part, before);
    }
    const last = group.at(-1)!;
    const after = findAfter(words, said, { from: last.to, parts });
    for (const [at, part] of group.entries()) {
      // "good acting and music": an opinion before the first holds for the next; one behind the last for all.
      const before = at > 0 && isBare(words, group[at - 1]!, part) ? pairs.get(group[at - 1]!) : undefined;
      // "I cried in the finale and the acting was good" says it of the acting.
      const behind = part !== last && isPlace(words, part) ? undefined : after;
      const shared = pairs.get(part) ?? behind ?? before;
      if (shared === undefined) continue;
      if (!pairs.has(part) && shared !== after) pairs.set(part, shared);
      // "The leads are great in their roles" praises the acting alone.
      if (isTaken(taken, shared) && (isTaken(taken, part) || taken[shared.from] === BY_ACTING)) continue;
      if (part.aspect === 'characters' && isLooks(words, shared)) continue;
      // "The plot drags" complains of the pace, and other phrases say so.
      if (part.aspect === 'story' && /^(?:drag|slow|lag)/.test(words[shared.from]!.folded)) continue;
      const from = Math.min(part.from, shared.from);
      add(part.aspect, shared.opinion.sentiment, {
        cue: shared,
        from,
        to: Math.max(part.to, shared.to),
        rule: shared.from < part.from ? 'aspect-before' : 'aspect-after',
      });
    }
  }
  return drafts;
}

const ATTITUDE = new Set('like love enjoy appreciate care need want loving liking'.split(' '));

/** "The ending was badly written" complains of the ending, "the characters are well written" praises both. */
function aspectsOf(
  words: readonly Word[],
  aspect: string,
  { match, parts }: { readonly match: Match<unknown>; readonly parts: readonly Part[] },
): readonly string[] {
  if (aspect !== 'writing' && aspect !== 'production') return [aspect];
  const of = subjectOf(words, parts, match.from)?.aspect;
  const isWritten = words.slice(match.from, match.to).some(({ folded }) => folded === 'written');
  if (of === undefined || (of === 'story' && isWritten)) return [aspect];
  return of === 'characters' && isWritten ? [of, aspect] : [of];
}

/** "The male lead is cute": how somebody looks or feels says nothing of how the character is made. */
const isLooks = (words: readonly Word[], said: Said): boolean =>
  /^(?:cute|adorable|hot|beautiful|attractive|gorgeous|sweet|cutest)$/.test(words[said.to - 1]!.folded);

/** In `taken`: 1 where a phrase stands, this where it speaks of the acting. */
const BY_ACTING = 2;
const isTaken = (taken: Uint8Array, reach: { readonly from: number; readonly to: number }): boolean => {
  for (let at = reach.from; at < reach.to; at++) if (taken[at]! > 0) return true;
  return false;
};

function sentimentIn(
  sentiment: Degree,
  scope: { readonly polarity: 1 | -1; readonly strength: -1 | 0 | 1 },
): Degree {
  if (sentiment === 0) return 0;
  if (scope.polarity === -1) return sentiment > 0 ? -1 : 1;
  if (scope.strength > 0) return (Math.sign(sentiment) * 2) as Degree;
  if (scope.strength < 0) return Math.sign(sentiment) as Degree;
  return sentiment;
}

const partsAmong = (words: readonly Word[], nouns: readonly Match<string>[]): readonly Part[] =>
  nouns
    .filter(({ values }) => !values.includes(SHADOW))
    .map(({ from, to, values }): Part => ({ aspect: values[0]!, from, to }))
    .filter(
      (part, at, all) => !isComplement(words, part, all[at - 1]) && !isAttribute(words, part, all[at + 1]),
    );

const opinionsAmong = (matches: readonly Match<Opinion | typeof SHADOW>[]): readonly Said[] => {
  const said: Said[] = [];
  for (const { from, to, values } of matches)
    if (!values.includes(SHADOW))
      for (const opinion of values) said.push({ opinion: opinion as Opinion, from, to });
  return said;
};

/** The part that the heading above names: "## Music". */
function sectionAspect(sentence: Sentence, reader: Reader): string | undefined {
  if (sentence.section === '' || sentence.section.length > 40) return undefined;
  const [heading] = cutSentences(sentence.section);
  return heading === undefined
    ? undefined
    : partsAmong(heading.words, aspectNouns.among(heading.words, reader))[0]?.aspect;
}

/** Kept per sheet: the verdict weighs what is praised against what is criticised. */
export const findAspects = perSheet((sheet, reader) =>
  sheet.sentences.flatMap((sentence) =>
    sentence.isHeading || isRetelling(sentence) ? [] : readSentence(sheet, sentence, reader),
  ),
);

export const aspectRules: readonly Rule[] = [{ name: 'aspect', find: findAspects }];
