// Who lives in the story: each character with occupation, gender and traits, from what stands around every mention.
// The name is the fullest that the review uses; see cast.ts.
import type { Span } from '../text.ts';
import { castOf, type Figure, isCharacter, isPerson } from './cast.ts';
import { type Description, describe, genderOf, isOccupationBefore, traitAt } from './descriptions.ts';
import type { Draft } from './finding.ts';
import type { Gender } from './name-lore.ts';
import type { Mention } from './proper-names.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';

type Portrait = {
  occupation?: string;
  gender?: Gender;
  readonly traits: Set<string>;
  readonly spans: Span[];
};

const characterRule: Rule = {
  name: 'character-named',
  find: (sheet, reader) => {
    const { figures, parts } = castOf(sheet, reader);
    const played = new Set(parts.map((part) => part.character));
    const playing = new Set(parts.map((part) => part.person));
    const isHere = (figure: Figure) =>
      !playing.has(figure.index) && (played.has(figure.index) || (!isPerson(figure) && isCharacter(figure)));
    const portraits = new Map<number, Portrait>();
    const here = figures.filter(isHere);
    for (const figure of here) portraits.set(figure.index, paint(sheet, reader, figure));
    shareContrast(sheet, reader, { here, portraits });
    return here.map((figure): Draft => {
      const { occupation, gender, traits, spans } = portraits.get(figure.index)!;
      return {
        kind: 'character',
        name: figure.calledName,
        ...(occupation ? { occupation } : {}),
        ...(gender ? { gender } : {}),
        traits: [...traits],
        spans,
        confidence: Math.min(0.9, 0.45 + 0.07 * figure.character),
        why: { rule: 'character-named', scope: [] },
      };
    });
  },
};

function paint(sheet: Sheet, reader: Reader, figure: Figure): Portrait {
  const first = figure.mentions[0]!;
  const portrait: Portrait = { traits: new Set(), spans: [{ start: first.start, end: first.end }] };
  if (figure.gender !== undefined) portrait.gender = figure.gender;
  for (const mention of figure.mentions) {
    for (const said of descriptionsOf(sheet, reader, mention)) {
      if (said.occupation !== undefined) portrait.occupation ??= said.occupation;
      if (said.gender !== undefined) portrait.gender ??= said.gender;
      for (const trait of said.traits) portrait.traits.add(trait);
      if (said.traits.length > 0 || said.occupation !== undefined) portrait.spans.push(said.span);
    }
  }
  return portrait;
}

type Said = Description & { readonly span: Span };

function descriptionsOf(sheet: Sheet, reader: Reader, mention: Mention): readonly Said[] {
  const found: Said[] = [];
  const put = (description: Description, span: Span) => {
    if (
      description.traits.length > 0 ||
      description.occupation !== undefined ||
      description.gender !== undefined
    )
      found.push({ ...description, span });
  };
  const after = behind(sheet, reader, mention);
  if (after !== undefined)
    put(after, { start: mention.start, end: Math.max(mention.end, endOf(sheet, after.to)) });
  const before = ahead(sheet, reader, mention);
  if (before !== undefined) put(before.description, { start: before.start, end: mention.end });
  const own = possessive(sheet, reader, mention);
  if (own.traits.length > 0) put(own, { start: mention.start, end: endOf(sheet, own.to) });
  return found;
}

const endOf = (sheet: Sheet, to: number): number => sheet.words[Math.max(0, to - 1)]!.end;
const sameSentence = (sheet: Sheet, a: number, b: number): boolean =>
  sheet.words[a] !== undefined &&
  sheet.words[b] !== undefined &&
  sheet.words[a]!.sentence === sheet.words[b]!.sentence;

/** Past a bracket: "Mi-joo Oh (played by …), a female translator". The index of the first word behind. */
function pastBracket(sheet: Sheet, mention: Mention): number {
  const text = sheet.text.slice(mention.end, mention.end + 90);
  const bracket = /^["”'’》*_]*(?:\s?\([^()]{0,60}(?:\([^()]{0,20}\))?[^()]{0,10}\)){1,2}/.exec(text);
  if (bracket === null) return mention.to;
  const end = mention.end + bracket[0].length;
  let at = mention.to;
  while (at < sheet.words.length && sheet.words[at]!.start < end) at++;
  return at;
}

const IS = /^(?:is|was|becomes|became|plays|remains|being|as)$/;
const ARTICLE = /^(?:a|an|the|another|his|her|their|one|our)$/;

/** ", a bold female CEO …", "is a former soldier", "is shy and lonely", and "with a head-strong personality" behind. */
function behind(sheet: Sheet, reader: Reader, mention: Mention): Description | undefined {
  const at = pastBracket(sheet, mention);
  const next = sheet.words[at];
  if (next === undefined || !sameSentence(sheet, mention.from, at)) return undefined;
  const end = sentenceEnd(sheet, at);
  const comma =
    /^["”'’》*_)]*,/.test(sheet.text.slice(sheet.words[at - 1]!.end, sheet.words[at - 1]!.end + 4)) ||
    next.gap === ',';
  if (comma && (ARTICLE.test(next.folded) || next.folded === 'who' || next.folded === 'whose')) {
    const start =
      next.folded === 'who' && /^(?:is|was|has)$/.test(sheet.words[at + 1]?.folded ?? '') ? at + 2 : at;
    return withPersonality(sheet, reader, describe(sheet, reader, [start, end]), start);
  }
  let verb = at;
  while (
    verb < at + 3 &&
    /^(?:also|still|simply|just|only|really|always)$/.test(sheet.words[verb]?.folded ?? '')
  )
    verb++;
  if (
    !IS.test(sheet.words[verb]?.folded ?? '') &&
    !(next.folded === "'s" && ARTICLE.test(sheet.words[at + 1]?.folded ?? ''))
  )
    return undefined;
  const start = verb + 1;
  if (
    start >= end ||
    /^[,;.]$/.test(sheet.words[start]!.gap) ||
    [0, 1].some((on) => /^(?:not|never|no|n't)$/.test(sheet.words[start + on]?.folded ?? ''))
  )
    return undefined;
  const said = describe(sheet, reader, [start, end]);
  return withPersonality(sheet, reader, said, start);
}

/** "… with a head-strong and independent personality": traits before such a noun, later in the same clause. */
function withPersonality(sheet: Sheet, reader: Reader, said: Description, from: number): Description {
  const traits = [...said.traits];
  let to = said.to;
  for (let at = from; at < Math.min(from + 20, sheet.words.length); at++) {
    if (!sameSentence(sheet, from, at) || sheet.words[at]!.gap === ';') break;
    if (sheet.words[at]!.folded !== 'with') continue;
    for (let i = at + 1; i < Math.min(at + 8, sheet.words.length) && sameSentence(sheet, at, i); ) {
      const trait = traitAt(sheet, reader, i);
      if (trait !== undefined) {
        traits.push(trait.trait);
        to = trait.to;
      } else if (
        sheet.words[i]!.gap === ';' ||
        /^(?:who|that|which|no|without)$/.test(sheet.words[i]!.folded)
      )
        break;
      i = trait?.to ?? i + 1;
    }
    if (PERSONALITY.test(sheet.words[to]?.folded ?? '')) to++;
    break;
  }
  return { ...said, traits, to };
}

const PERSONALITY =
  /^(?:personality|personalities|demeanor|demeanour|nature|character|attitude|manner|side|heart|spirit|temperament|persona)$/;

function sentenceEnd(sheet: Sheet, at: number): number {
  const words = sheet.sentences[sheet.words[at]!.sentence]!.words;
  return words.at(-1)!.index + 1;
}

/** "the presidential candidate, Jang", "his lover Raniya", "An appliances developer in X, Seo Ji-seong", "As a calculating man, Tony". */
function ahead(
  sheet: Sheet,
  reader: Reader,
  mention: Mention,
): { readonly description: Description; readonly start: number } | undefined {
  const last = mention.from - 1;
  if (last < 0 || !sameSentence(sheet, last, mention.from)) return undefined;
  const first = sheet.sentences[sheet.words[last]!.sentence]!.words[0]!.index;
  const isComma = sheet.words[mention.from]!.gap === ',';
  const isClose =
    sheet.words[mention.from]!.gap === ' ' || /^["“'‘《]?$/.test(sheet.text[mention.start - 1] ?? '');
  if (!isComma && !isClose) return undefined;
  const limit = Math.max(first, mention.from - (isComma ? 14 : 6));
  let start = -1;
  for (let at = last; at >= limit; at--) {
    const { folded } = sheet.words[at]!;
    // "Out of the blue, architect A"
    if (isClose && sheet.words[at + 1]!.gap !== ' ' && at < last) break;
    if (/^(?:a|an|the|another)$/.test(folded) || (/^(?:his|her|their)$/.test(folded) && !isComma)) {
      start = at;
      if (
        at === first ||
        isComma === false ||
        sheet.words[at - 1]!.folded === 'as' ||
        sheet.words[at]!.gap !== ' '
      )
        break;
      if (/^(?:of|in|by|on|for|against|named|to|with|from)$/.test(sheet.words[at - 1]!.folded)) break;
    }
  }
  if (start < 0) return isClose ? bare(sheet, reader, mention) : undefined;
  const isFirst = start === first || (start === first + 1 && sheet.words[first]!.folded === 'as');
  const description = describe(sheet, reader, [start, mention.from]);
  // Right before the name the noun must be the last word; before a comma a whole phrase may end with a place.
  if (isComma && !isFirst && description.to < mention.from - 1) return undefined;
  if (!isComma && description.to < mention.from) {
    const gender = genderOf(reader, sheet.words[last]!.folded);
    return gender === undefined
      ? undefined
      : { description: { gender, traits: [], to: mention.from }, start: sheet.words[start]!.start };
  }
  return { description, start: sheet.words[start]!.start };
}

/** "architect A", "high school teacher B": an occupation without an article. */
function bare(
  sheet: Sheet,
  reader: Reader,
  mention: Mention,
): { readonly description: Description; readonly start: number } | undefined {
  if (!isOccupationBefore(sheet, reader, mention.from)) return undefined;
  const description = describe(sheet, reader, [mention.from - 1, mention.from]);
  return description.occupation === undefined
    ? undefined
    : { description, start: sheet.words[mention.from - 1]!.start };
}

/** "Mi-joo's sass and stubbornness", "Seon-gyeom's caring yet shy demeanor". */
function possessive(sheet: Sheet, reader: Reader, mention: Mention): Description {
  const traits: string[] = [];
  let to = mention.to;
  if (sheet.words[mention.to]?.folded !== "'s") return { traits, to };
  for (
    let at = mention.to + 1;
    at < Math.min(mention.to + 8, sheet.words.length) && sameSentence(sheet, mention.from, at);
  ) {
    const trait = traitAt(sheet, reader, at);
    if (trait !== undefined) {
      traits.push(trait.trait);
      to = trait.to;
      at = trait.to;
    } else if (/^(?:and|yet|but|or|very|own|more|overly|slightly|sometimes)$/.test(sheet.words[at]!.folded))
      at++;
    else break;
  }
  // "Jane's pretty house" says nothing of Jane: an adjective must lead to a word for her nature.
  const head = sheet.words[to]?.folded ?? '';
  const isNoun =
    /(?:ness|ity|tion|sass|ence|ance|cy|ism|charm|ambition|greed|loyalty|honesty|cruelty|courage|wit|y)$/.test(
      sheet.words[to - 1]?.folded ?? '',
    ) && !PERSONALITY.test(head);
  if (PERSONALITY.test(head)) return { traits, to: to + 1 };
  const isPlain =
    sheet.words[to] === undefined ||
    /^(?:and|with|is|are|make|makes|,|in|to|as|of)$/.test(head) ||
    sheet.words[to]!.gap !== ' ';
  const isSure = /(?:ness|ity|sass)$/.test(sheet.words[to - 1]?.folded ?? '');
  return isNoun && (isPlain || isSure) ? { traits, to } : { traits: [], to };
}

/** "the extrovert versus the introvert" behind two names: the first is the one, the second the other. */
function shareContrast(
  sheet: Sheet,
  reader: Reader,
  {
    here,
    portraits,
  }: { readonly here: readonly Figure[]; readonly portraits: ReadonlyMap<number, Portrait> },
): void {
  if (here.length < 2) return;
  for (let at = 1; at + 1 < sheet.words.length; at++) {
    const { folded } = sheet.words[at]!;
    if ((folded !== 'versus' && folded !== 'vs' && folded !== 'and') || sheet.words[at - 2]?.folded !== 'the')
      continue;
    const [left, right] = [
      traitAt(sheet, reader, at - 1)?.trait,
      traitAt(sheet, reader, at + 1 + (sheet.words[at + 1]!.folded === 'the' ? 1 : 0))?.trait,
    ];
    if (left === undefined || right === undefined) continue;
    const near = here
      .flatMap((figure) => figure.mentions.map((mention) => ({ figure, mention })))
      .filter(
        ({ mention }) => mention.to < at && sheet.words[mention.from]!.sentence === sheet.words[at]!.sentence,
      )
      .sort((a, b) => a.mention.from - b.mention.from)
      .slice(-2);
    const [first, second] = near;
    if (first === undefined || second === undefined || first.figure === second.figure) continue;
    portraits.get(first.figure.index)?.traits.add(left);
    portraits.get(second.figure.index)?.traits.add(right);
  }
}

export const characterRules: readonly Rule[] = [characterRule];
