// What is praised or criticised: phrases that say it all ("well acted"), and opinion words that fasten on a part of
// the show, before it ("superb acting", "loved the score") or behind it ("the dialogue falls flat").
import type { Sentence, Word } from '../text.ts';
import { createMatcher, findCues, type Match, type Matcher, parseRows, splitCues } from './cues.ts';
import type { Degree, Draft } from './finding.ts';
import { scopeOf } from './scope.ts';
import { foldedText, perReader, type Reader, type Rule, type Sheet } from './sheet.ts';
import { isRetelling, otherSubject } from './subject.ts';

type Opinion = { readonly sentiment: Degree; readonly form: '' | 'after' | 'verb' | 'is' | 'has' };
type Phrase = { readonly aspect: string; readonly sentiment: Degree };
const SHADOW = '-';

const phrasesOf = perReader(
  ({ cues }): Matcher<Phrase> =>
    createMatcher(
      parseRows(cues.aspects ?? '').flatMap(({ cells }) => {
        const phrase = { aspect: cells[0]!, sentiment: Number(cells[1]) as Degree };
        return splitCues(cells[2]).map((cue) => [cue, phrase] as const);
      }),
    ),
);
export const aspectNouns = perReader(
  ({ cues }): Matcher<string> =>
    createMatcher(
      parseRows(cues['aspect-nouns'] ?? '').flatMap(({ cells }) =>
        splitCues(cells[1]).map((cue) => [cue, cells[0]!] as const),
      ),
    ),
);
const opinionsOf = perReader(
  ({ cues }): Matcher<Opinion | typeof SHADOW> =>
    createMatcher(
      parseRows(cues.opinions ?? '').flatMap(({ cells }) => {
        const opinion: Opinion | typeof SHADOW =
          cells[0] === SHADOW
            ? SHADOW
            : { sentiment: Number(cells[0]) as Degree, form: (cells[2] ?? '') as Opinion['form'] };
        return splitCues(cells[1]).map((cue) => [cue, opinion] as const);
      }),
    ),
);

type Part = { readonly aspect: string; readonly from: number; readonly to: number };
type Said = { readonly opinion: Opinion; readonly from: number; readonly to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const COPULAS = set(
  "happen happens flow flows come came play plays move moves is was are were 's be been isn't wasn't aren't weren't isnt wasnt arent werent feels felt feel seems seemed seem gets got get becomes became looks looked look sounds sounded sound has have had being comes came turned stays stayed remains ain't",
);
const JOINTS = set('and or & nor plus along with as well');
/** Words that an opinion before a part does not reach across. */
const STOPS = set(
  "is was are were 's be been to for that which who when if but because in on at by from with than this it i he she they you we have has had do does did not can will would could so while about as into like",
);
const BREAKS = set('but however although though while because which who where when if despite so yet except');

function readSentence(sheet: Sheet, sentence: Sentence, reader: Reader): readonly Draft[] {
  const { words } = sentence;
  const base = words[0]!.index;
  const drafts: Draft[] = [];
  const taken = new Uint8Array(words.length);

  const add = (
    aspect: string,
    sentiment: Degree,
    where: {
      readonly cue: Match<unknown> | Said | Part;
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
    drafts.push({
      kind: 'aspect',
      aspect,
      sentiment: sentimentIn(sentiment, scope),
      spans: [{ start: sheet.words[from]!.start, end: words[where.to - 1]!.end }],
      confidence: where.rule === 'aspect-phrase' ? 0.8 : 0.7,
      why: { rule: where.rule, cue: foldedText(words, where.cue.from, where.cue.to), scope: scope.steps },
    });
  };

  for (const match of findCues(phrasesOf(reader), words)) {
    const seen = new Set<string>();
    for (const { aspect, sentiment } of match.values) {
      if (aspect === SHADOW || seen.has(aspect)) continue;
      seen.add(aspect);
      add(aspect, sentiment, { cue: match, from: match.from, to: match.to, rule: 'aspect-phrase' });
    }
    taken.fill(1, match.from, match.to);
  }

  const parts = partsOf(words, reader);
  const said = opinionsIn(words, reader);
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

  const used = new Set<Said>();
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
      const shared = pairs.get(part) ?? after ?? before;
      if (shared === undefined) continue;
      if (!pairs.has(part) && shared !== after) pairs.set(part, shared);
      if (isTaken(taken, shared) && isTaken(taken, part)) continue;
      used.add(shared);
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

/** "acting and the music", not "acting and weak music". */
const isBare = (words: readonly Word[], one: Part, next: Part): boolean =>
  words
    .slice(one.to, next.from)
    .every(({ folded }) => /^(?:and|or|nor|the|a|an|his|her|their|its|plus|of)$/.test(folded));

const isTaken = (taken: Uint8Array, reach: { readonly from: number; readonly to: number }): boolean => {
  for (let at = reach.from; at < reach.to; at++) if (taken[at] === 1) return true;
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

/** "chemistry between the leads", "acting from the cast": the second only tells more of the first. */
const isComplement = (words: readonly Word[], part: Part, before: Part | undefined): boolean =>
  before !== undefined &&
  part.from - before.to <= 4 &&
  part.from > before.to &&
  /^(?:of|between|from|in|among|by|for|with)$/.test(words[before.to]!.folded) &&
  words.slice(before.to, part.from + 1).every(({ gap }) => gap === ' ' || gap === '-' || gap === '');

const partsOf = (words: readonly Word[], reader: Reader): readonly Part[] =>
  allParts(words, reader).filter((part, at, all) => !isComplement(words, part, all[at - 1]));

const allParts = (words: readonly Word[], reader: Reader): readonly Part[] =>
  findCues(aspectNouns(reader), words).flatMap((match) =>
    match.values.includes(SHADOW) ? [] : [{ aspect: match.values[0]!, from: match.from, to: match.to }],
  );

const opinionsIn = (words: readonly Word[], reader: Reader): readonly Said[] =>
  findCues(opinionsOf(reader), words).flatMap((match) =>
    match.values.includes(SHADOW)
      ? []
      : match.values.map((opinion) => ({ opinion: opinion as Opinion, from: match.from, to: match.to })),
  );

/** Parts that stand in one list: "the acting, directing and the score". */
function groupParts(parts: readonly Part[], words: readonly Word[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && part.from - last.to <= 4) {
      const between = words.slice(last.to, part.from);
      const first = words[last.to]!;
      const isJoined =
        between.some((word) => JOINTS.has(word.folded)) || words[part.from]!.gap === ',' || first.gap === ',';
      if (isJoined && !between.some((word) => STOPS.has(word.folded) || COPULAS.has(word.folded))) {
        group.push(part);
        continue;
      }
    }
    groups.push([part]);
  }
  return groups;
}

/** "a truly great supporting cast", "loved the whole soundtrack", "impressed by her acting". */
function findBefore(
  words: readonly Word[],
  said: readonly Said[],
  { part, parts }: { readonly part: Part; readonly parts: readonly Part[] },
): Said | undefined {
  for (let at = part.from, distance = 0; at > 0 && distance < 6; at--, distance++) {
    if (words[at]!.gap === ';' || (words[at]!.gap === ',' && distance === 0)) return undefined;
    const ending = said.filter(
      (one) => one.to === at && (one.opinion.form === '' || one.opinion.form === 'verb'),
    );
    const isNear =
      !ending.some((one) => /^(?:no|without|lack|lacks)$/.test(words[one.from]!.folded)) || distance <= 1;
    const hit = isNear
      ? ending.find((one) => (one.opinion.form === 'verb' ? isVerb(words, one, distance) : distance <= 4))
      : undefined;
    if (hit !== undefined) return hit;
    if (distance > 0 && parts.some((other) => other.to === at)) return undefined;
    const word = words[at - 1]!;
    if (
      COPULAS.has(word.folded) ||
      (STOPS.has(word.folded) && !/^(?:in|of|with|by|about|this|that|it)$/.test(word.folded))
    )
      return undefined;
    // Determiners may stand between a verb and its part, not between an adjective and its noun.
    if (/^(?:the|a|an|in|with|by|about|his|her|their|its|this|that|some|all|it)$/.test(word.folded)) {
      const verb = said.find((one) => one.opinion.form === 'verb' && one.to <= at - 1 && one.to >= at - 4);
      return verb !== undefined &&
        !words
          .slice(verb.to, at)
          .some(
            (between) =>
              BREAKS.has(between.folded) ||
              COPULAS.has(between.folded) ||
              between.gap === ';' ||
              between.gap === ',',
          ) &&
        words[part.from]!.gap !== ','
        ? verb
        : undefined;
    }
  }
  return undefined;
}

/** "Love the plot" and "I love plots" are verbs, "the love plot" is none. */
const isVerb = (words: readonly Word[], one: Said, distance: number): boolean =>
  distance > 0 ||
  one.from === 0 ||
  !/^(?:love|like|hate)$/.test(words[one.from]!.folded) ||
  /^(?:i|we|you|they|also|really|absolutely|totally|do|did|just|truly|still|to)$/.test(
    words[one.from - 1]!.folded,
  );

/** "… is superb", "… from the young cast was really good", "… falls flat". */
function findAfter(
  words: readonly Word[],
  said: readonly Said[],
  where: { readonly from: number; readonly parts: readonly Part[] },
): Said | undefined {
  let hasVerb = false;
  let hasHave = false;
  let steps = 0;
  for (let at = where.from; at < words.length && steps < 12; at++, steps++) {
    const word = words[at]!;
    if (word.gap === ';' && word.folded !== 'which') return undefined;
    if (word.gap === ',' && !hasVerb) return undefined;
    const starting = said.filter((one) => one.from === at);
    for (const one of starting) {
      if (one.opinion.form === 'verb') continue;
      if (one.opinion.form === 'has' && !hasHave) continue;
      if (one.opinion.form === 'after' ? !hasVerb || steps < 8 : hasVerb) return one;
    }
    if (BREAKS.has(word.folded) || (word.folded === 'that' && !hasVerb)) return undefined;
    const isOtherPart = where.parts.some((part) => part.from === at);
    if (isOtherPart && hasVerb) return undefined;
    if (/^(?:has|have|had)$/.test(word.folded)) hasHave = true;
    if (COPULAS.has(word.folded)) {
      if (hasVerb && steps > 8) return undefined;
      hasVerb = true;
      steps = Math.max(steps, 6);
    }
  }
  return undefined;
}

/** The part that the heading above names: "## Music". */
function sectionAspect(sentence: Sentence, reader: Reader): string | undefined {
  if (sentence.section === '' || sentence.section.length > 40) return undefined;
  const [part] = headingParts(sentence.section, reader);
  return part;
}
const headings = perReader((): { readonly known: Map<string, readonly string[]> } => ({ known: new Map() }));
function headingParts(section: string, reader: Reader): readonly string[] {
  const { known } = headings(reader);
  let parts = known.get(section);
  if (parts === undefined) {
    const words = section
      .split(' ')
      .map(
        (folded, index): Word => ({ start: 0, end: 0, form: folded, folded, gap: ' ', index, sentence: 0 }),
      );
    parts = partsOf(words, reader).map((part) => part.aspect);
    if (known.size > 500) known.clear();
    known.set(section, parts);
  }
  return parts;
}

/** "It was perfect.": the opinion stands right behind the copula, whose subject is a pronoun. */
const isPlain = (words: readonly Word[], said: Said): boolean =>
  said.from <= 5 &&
  /^(?:it|they|these|this|everything|all)$/.test(words[0]!.folded) &&
  COPULAS.has(words[1]?.folded ?? '');

const found = new WeakMap<Sheet, readonly Draft[]>();

/** Kept per sheet: the verdict weighs what is praised against what is criticised. */
export function findAspects(sheet: Sheet, reader: Reader): readonly Draft[] {
  let drafts = found.get(sheet);
  if (drafts === undefined) {
    drafts = sheet.sentences.flatMap((sentence) =>
      sentence.isHeading || isRetelling(sentence) ? [] : readSentence(sheet, sentence, reader),
    );
    found.set(sheet, drafts);
  }
  return drafts;
}

export const aspectRules: readonly Rule[] = [{ name: 'aspect', find: findAspects }];
