// The fact `kind`: whether a review speaks of a series or of a film, from "this show", "the movie", "a K-drama".
import { factDraft, folded } from './fact-draft.ts';
import type { Draft } from './finding.ts';
import type { Rule, Sheet } from './sheet.ts';

const SERIES = new Set(
  'show shows series drama dramas kdrama kdramas sitcom miniseries webdrama anime serial telenovela dorama'.split(
    ' ',
  ),
);
const FILM = new Set('film movie flick picture documentary movies films'.split(' '));
const THIS = new Set(['this', 'these']);
/** Words of a show that a noun may follow: "this very gory show", "a Korean action and romance drama". */
const REACH = 5;

export const kindRule: Rule = {
  name: 'fact-kind',
  find: (sheet) => {
    let best: { value: string; from: number; to: number; weight: number } | undefined;
    const sums = new Map<string, number>();
    for (let at = 0; at < sheet.words.length; at++) {
      const word = sheet.words[at]!;
      const noun = word.folded;
      let value = SERIES.has(noun) ? 'series' : FILM.has(noun) ? 'film' : undefined;
      if (value === undefined || sheet.isTitle[at] === 1) continue;
      // "drama" alone is a genre, "TV movie" a film, "show" also a verb.
      const before = folded(sheet, at - 1);
      if (noun === 'drama' && word.gap === '-' && before === 'k') value = 'series';
      const next = sheet.words[at + 1];
      // "movie translator", "film genre", "drama queen": the noun belongs to the next word.
      if (
        next?.gap === ' ' &&
        /^(?:translator|maker|makers|set|star|stars|industry|references|reference|studio|studios|festival|buff|buffs|goer|goers|posters?|crew|school|genre|version|history)$/.test(
          next.folded,
        )
      )
        continue;
      const weight = weigh(sheet, at);
      if (weight === 0 || (noun === 'drama' && weight < 2) || (noun === 'shows' && weight < 2)) continue;
      sums.set(value, (sums.get(value) ?? 0) + weight);
      const from = Math.max(determinerBefore(sheet, at), at - REACH);
      if (
        best === undefined ||
        weight > best.weight ||
        (weight === best.weight &&
          value !== best.value &&
          (sums.get(value) ?? 0) > (sums.get(best.value) ?? 0))
      )
        best = { value, from, to: at + 1, weight };
    }
    if (best === undefined) return seasonOf(sheet);
    const winner = (sums.get('series') ?? 0) > (sums.get('film') ?? 0) ? 'series' : 'film';
    const confidence = best.value === winner ? 0.85 : 0.5;
    if (best.value !== winner) {
      const other = firstOf(sheet, winner);
      if (other !== undefined) best = { ...best, value: winner, from: other, to: other + 1 };
    }
    return [
      factDraft(sheet, 'fact-kind', {
        field: 'kind',
        value: best.value,
        from: best.from,
        to: best.to,
        confidence,
      }),
    ];
  },
};

/** "Season 1 was better": only a series has seasons. */
const seasonOf = (sheet: Sheet): readonly Draft[] => {
  const at = sheet.words.findIndex(
    (word, i) => word.folded === 'season' && /^(?:\d|one|two|three|four|finale)$/.test(folded(sheet, i + 1)),
  );
  return at < 0
    ? []
    : [
        factDraft(sheet, 'fact-kind', {
          field: 'kind',
          value: 'series',
          from: at,
          to: at + 2,
          confidence: 0.5,
        }),
      ];
};

const firstOf = (sheet: Sheet, kind: string): number | undefined => {
  const nouns = kind === 'series' ? SERIES : FILM;
  const at = sheet.words.findIndex((word, index) => nouns.has(word.folded) && weigh(sheet, index) > 0);
  return at < 0 ? undefined : at;
};

/** 4 for "this show", 3 for "is a … show", 2 for "the show", 1 for a show among others, 0 for none. */
function weigh(sheet: Sheet, at: number): number {
  const word = sheet.words[at]!;
  if (/^kdramas?$/.test(word.folded) || (word.folded.startsWith('drama') && word.gap === '-')) return 3;
  const isPlural = /s$/.test(word.folded) && word.folded !== 'series' && word.folded !== 'miniseries';
  if (isPlural) return 0;
  const from = determinerBefore(sheet, at);
  const determiner = folded(sheet, from);
  if (from === at) return word.folded === 'series' || FILM.has(word.folded) ? 0.5 : 0;
  if (THIS.has(determiner)) return 4;
  if (determiner === 'the') return 2;
  if (determiner === 'a' || determiner === 'an')
    return /^(?:is|was|as|almost|for|be|of)$/.test(folded(sheet, from - 1)) || from === 0 ? 3 : 1;
  return /^(?:its|our)$/.test(determiner) ? 1 : 0;
}

/** The index of "this", "a", "the" up to five words before; `at` itself when there is none. */
function determinerBefore(sheet: Sheet, at: number): number {
  for (let from = at - 1; from >= Math.max(0, at - REACH - 1); from--) {
    const word = sheet.words[from]!;
    if (word.sentence !== sheet.words[at]!.sentence) break;
    if (/^(?:this|these|the|a|an|its|our|that)$/.test(word.folded)) return from;
    if (
      /^(?:in|of|to|for|with|by|from|is|was|are|were|i|you|he|she|it|they|other|another|many|most|best|every|any|all)$/.test(
        word.folded,
      )
    )
      break;
  }
  return at;
}
