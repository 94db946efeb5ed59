// Acting said of somebody by name: "Mina is superb as the widow", "she was terrible in this". Knows who is named
// (proper-names.ts) and the words of performers.tsv; what stands beside nouns for acting is the work of aspects.ts.
import type { Sentence, Word } from '../text.ts';
import { cueList, matchesWithin } from './cue-lists.ts';
import { type Match, parseRows, splitCues } from './cues.ts';
import type { Degree } from './finding.ts';
import { namesOf } from './proper-names.ts';
import { perSheet, type Reader, type Sheet } from './sheet.ts';

type Saying = { readonly sentiment: Degree; readonly isOfAny: boolean };
/** Words `from` to `to` (exclusive) of the sentence are the whole statement; its opinion begins at `cue`. */
export type Praised = {
  readonly sentiment: Degree;
  readonly from: number;
  readonly to: number;
  readonly cue: number;
};

const sayings = cueList<Saying>(({ cues }) =>
  parseRows(cues.performers ?? '').flatMap(({ cells }) => {
    const saying = { sentiment: Number(cells[0]) as Degree, isOfAny: cells[2] === 'any' };
    return splitCues(cells[1]).map((cue) => [cue, saying] as const);
  }),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const COPULAS = set("is was are were 's been");
const BETWEEN = set(
  'as the a an his her in this who here both all also really and co lead leads star stars costar costars',
);
const HOW_MUCH = set(
  'very so really quite pretty rather just simply absolutely truly also always even as especially particularly equally totally completely utterly genuinely extremely incredibly too still again only definitely perhaps probably by far excellent once',
);
/** Behind the opinion of a mere "she": what shows that it was the playing, not the one played. */
const BEHIND = set('in as and here throughout too at with but playing');
const AFTER = set(
  'or for to because when while that this overall though although if which than so on of by from',
);
const LIMIT_BETWEEN = 7;
const isNear = (word: Word): boolean => word.gap === ' ' || word.gap === '-';

/** First word → end (exclusive) of each name of somebody. */
const namesAt = perSheet(
  (sheet, reader): ReadonlyMap<number, number> =>
    new Map(
      namesOf(sheet, reader)
        .filter((name) => !name.isQuoted && sheet.isTitle[name.from] !== 1)
        .map((name) => [name.from, name.to]),
    ),
);
/** First word → what is said from there on. */
const sayingsAt = perSheet(
  (sheet, reader): ReadonlyMap<number, Match<Saying>> =>
    new Map(sayings.of(sheet, reader).map((match) => [match.from, match])),
);

const PRONOUNS = new Set(['he', 'she', 'they']);

export function findPraised(sheet: Sheet, sentence: Sentence, reader: Reader): readonly Praised[] {
  const { words } = sentence;
  const base = words[0]!.index;
  if (matchesWithin(sayings.of(sheet, reader), base, base + words.length).length === 0) return [];
  const said = sayingsAt(sheet, reader);
  const names = namesAt(sheet, reader);
  const praised: Praised[] = [];
  for (let at = 0; at < words.length; at++) {
    const named = names.get(base + at);
    const isPronoun = named === undefined && PRONOUNS.has(words[at]!.folded);
    if (named === undefined && !isPronoun) continue;
    const copula = copulaAfter(words, named === undefined ? at + 1 : named - base, names);
    if (copula === undefined || (isPronoun && copula !== at + 1)) continue;
    let cue = copula + 1;
    while (
      cue < words.length &&
      isNear(words[cue]!) &&
      !said.has(base + cue) &&
      HOW_MUCH.has(words[cue]!.folded)
    )
      cue++;
    const match = said.get(base + cue);
    if (match === undefined || cue >= words.length || !isNear(words[cue]!)) continue;
    const saying = match.values[0]!;
    const end = match.to - base;
    const next = words[end];
    const isPlaying = saying.isOfAny && (next === undefined || next.gap === ',' || BEHIND.has(next.folded));
    if (isPronoun && !isPlaying) continue;
    // "Seoul is great fun": an adjective before its noun says it of that.
    if (next?.gap === ' ' && !BEHIND.has(next.folded) && !AFTER.has(next.folded)) continue;
    praised.push({ sentiment: saying.sentiment, from: at, to: end, cue });
    at = end - 1;
  }
  return praised;
}

/** The copula right behind a name, or behind what is told of it: "Mina Park, as the widow, is …". */
function copulaAfter(
  words: readonly Word[],
  from: number,
  names: ReadonlyMap<number, number>,
): number | undefined {
  for (let at = from; at < words.length && at < from + LIMIT_BETWEEN; at++) {
    const word = words[at]!;
    if (COPULAS.has(word.folded)) return at;
    const isTold = words[from]!.folded === 'as' || words[from]!.gap === ';';
    if (!(isTold || BETWEEN.has(word.folded) || names.has(word.index) || word.gap === '')) return undefined;
  }
  return undefined;
}
