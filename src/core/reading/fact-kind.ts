// The fact `kind`: whether a review speaks of a series or of a film, from "this show", "a very sweet drama", "one of the
// best movies ever", "the second season". Of a film, "this drama" is a genre.
import { wordList } from './cue-lists.ts';
import { factDraft, folded } from './fact-draft.ts';
import type { Draft } from './finding.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';

const SERIES_NOUNS =
  'show shows series drama dramas kdrama kdramas sitcom miniseries webdrama anime serial telenovela dorama';
const FILM_NOUNS = 'film movie flick picture documentary movies films flicks documentaries feature biopic';
const SERIES = new Set(SERIES_NOUNS.split(' '));
const FILM = new Set(FILM_NOUNS.split(' '));
const nounCues = wordList(`${SERIES_NOUNS} ${FILM_NOUNS}`);
const seasonCues = wordList('season');
/** Words of a show that a noun may follow: "this very gory show", "a Korean action and romance drama". */
const REACH = 5;
/** What must be said for "drama" and for plurals to count, and for "drama" to count as a genre. */
const LEAST = 2;
const OUTRIGHT = 3;

/** Beside one of these a "drama" is a series, even where "the film" is spoken of. */
const seriesCues = wordList(
  'episode episodes season seasons kdrama kdramas korean ost fl ml sml network aired netflix',
);

type Hit = {
  readonly value: 'series' | 'film';
  readonly isDrama: boolean;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
};

export const kindRule: Rule = {
  name: 'fact-kind',
  find: (sheet, reader) => {
    const hits = kindHits(sheet, reader);
    if (hits.length === 0) return seasonOf(sheet, reader);
    const sum = (of: (hit: Hit) => boolean): number =>
      hits.filter(of).reduce((total, { weight }) => total + weight, 0);
    const films = sum(({ value }) => value === 'film');
    const dramas = sum(({ isDrama }) => isDrama);
    const hasFilm = hits.some(({ value, weight }) => value === 'film' && weight >= LEAST);
    const isOfFilm = hasFilm && dramas > 0 && seriesCues.of(sheet, reader).length === 0;
    const series =
      sum(({ value, isDrama }) => value === 'series' && !isDrama) +
      (isOfFilm ? 0 : dramas * (hasFilm ? 0.5 : 1));
    const winner = series > films ? 'series' : 'film';
    const ofWinner = hits.filter(({ value }) => value === winner);
    const best = ofWinner.reduce((a, b) => (b.weight > a.weight ? b : a));
    const isClear = hits.every(({ value, weight }) => value === winner || weight < best.weight);
    const { from, to } = best;
    const kind = factDraft(sheet, 'fact-kind', {
      field: 'kind',
      value: winner,
      from,
      to,
      confidence: isClear ? 0.85 : 0.5,
    });
    const drama = winner === 'film' ? hits.find((hit) => hit.isDrama && hit.weight >= OUTRIGHT) : undefined;
    if (drama === undefined) return [kind];
    const genre = {
      field: 'genre',
      value: 'drama',
      from: drama.from,
      to: drama.to,
      confidence: 0.6,
    } as const;
    return [kind, factDraft(sheet, 'fact-kind', genre)];
  },
};

function kindHits(sheet: Sheet, reader: Reader): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { from: at } of nounCues.of(sheet, reader)) {
    const noun = sheet.words[at]!.folded;
    const value = SERIES.has(noun) ? 'series' : 'film';
    if (sheet.isTitle[at] === 1 || isOfNext(sheet, at)) continue;
    const weight = weigh(sheet, at);
    const isDrama = noun === 'drama' && !isKorean(sheet, at);
    if (noun === 'series' && folded(sheet, at + 1) === 'of') continue;
    if (weight === 0 || (weight < LEAST && (isDrama || noun === 'shows' || noun === 'feature'))) continue;
    hits.push({
      value,
      isDrama,
      from: Math.max(determinerBefore(sheet, at), at - REACH),
      to: at + 1,
      weight,
    });
  }
  return hits;
}

const isKorean = (sheet: Sheet, at: number): boolean =>
  (sheet.words[at]!.gap === '-' && folded(sheet, at - 1) === 'k') || folded(sheet, at - 1) === 'korean';

/** "movie translator", "film genre", "drama queen": the noun belongs to the next word; "magic show" is no series. */
function isOfNext(sheet: Sheet, at: number): boolean {
  const next = sheet.words[at + 1];
  return (
    (next?.gap === ' ' &&
      /^(?:translator|maker|makers|set|star|stars|industry|references|reference|studio|studios|festival|buff|buffs|goer|goers|posters?|crew|school|genre|version|history|queen|career|critics?|adaptations?|film|movie|length)$/.test(
        next.folded,
      )) ||
    (sheet.words[at]!.folded === 'show' &&
      /^(?:magic|stage|talk|game|puppet|freak|light|fashion|peep|side|quiz|to|not|will|really|even|you|don't|they)$/.test(
        folded(sheet, at - 1),
      ))
  );
}

/** "Season 1 was better", "the second season": only a series has seasons. */
const seasonOf = (sheet: Sheet, reader: Reader): readonly Draft[] => {
  const at = seasonCues
    .of(sheet, reader)
    .find(
      ({ from, to }) =>
        /^(?:\d|one|two|three|four|finale)$/.test(folded(sheet, to)) ||
        (/^(?:first|second|third|fourth|final|previous|whole|entire)$/.test(folded(sheet, from - 1)) &&
          folded(sheet, from - 2) === 'the'),
    )?.from;
  if (at === undefined) return [];
  const isBehind = folded(sheet, at - 2) === 'the';
  const [from, to] = isBehind ? [at - 2, at + 1] : [at, at + 2];
  return [factDraft(sheet, 'fact-kind', { field: 'kind', value: 'series', from, to, confidence: 0.5 })];
};

/** 4 for "this show", 3 for "is a … show", 2 for "the show" and "Lovely show.", 1 for a show among others, 0 for none. */
function weigh(sheet: Sheet, at: number): number {
  const word = sheet.words[at]!;
  if (/^kdramas?$/.test(word.folded) || (word.folded.startsWith('drama') && word.gap === '-')) return 3;
  const isPlural = /s$/.test(word.folded) && word.folded !== 'series' && word.folded !== 'miniseries';
  if (isPlural) return isOneOf(sheet, at) ? LEAST : 0;
  const from = determinerBefore(sheet, at);
  const determiner = folded(sheet, from);
  if (from === at)
    return isBare(sheet, at) ? LEAST : word.folded === 'series' || FILM.has(word.folded) ? 0.5 : 0;
  if (determiner === 'this' || determiner === 'these') return 4;
  if (determiner === 'the' || determiner === 'another') return LEAST;
  if (determiner === 'my') return folded(sheet, from + 1).startsWith('fav') ? LEAST : 0;
  if (determiner === 'a' || determiner === 'an') return isSaidOfShow(sheet, from) ? 3 : 1;
  return /^(?:its|our)$/.test(determiner) ? 1 : 0;
}

/** "is just such a", "overall a", and "a" at the beginning of a clause. */
function isSaidOfShow(sheet: Sheet, from: number): boolean {
  if (/^[.,;]$/.test(sheet.words[from]!.gap)) return true;
  let at = from - 1;
  while (
    /^(?:just|such|still|really|truly|overall|definitely|quite|also|only|simply|generally|actually|not|finally)$/.test(
      folded(sheet, at),
    )
  ) {
    if (sheet.words[at]!.gap === '.') return true;
    at--;
  }
  return /^(?:is|was|'s|it's|its|that's|as|almost|for|be|of|makes?|made|this|isn't|isnt|wasn't)$/.test(
    folded(sheet, at),
  );
}

/** "one of the few shows where", "one of my favorite dramas" */
const isOneOf = (sheet: Sheet, at: number): boolean =>
  [2, 3, 4, 5, 6].some(
    (back) =>
      folded(sheet, at - back) === 'of' &&
      folded(sheet, at - back - 1) === 'one' &&
      /^(?:the|my|those)$/.test(folded(sheet, at - back + 1)),
  );

const VERBS =
  /^(?:i|it|is|was|are|were|had|has|have|in|of|to|with|for|the|if|love|loves|like|liked|loved|not|no|you|he|she|they|on|at|by|from|than|all|when|how|why|what|other|most|many|some|any|every|old|his|her|their)$/;
/** "Extremely wholesome show.", "Quirky, fun drama.": a sentence of describing words, and the noun. */
function isBare(sheet: Sheet, at: number): boolean {
  const { words } = sheet.sentences[sheet.words[at]!.sentence]!;
  const first = words[0]!.index;
  if (at === first || at - first > REACH) return false;
  const next = sheet.words[at + 1];
  const ends =
    next === undefined ||
    /^[,;.]$/.test(next.gap) ||
    /^(?:with|that|which|where|and|but|ever|i|i've|to|tho|though|for|about|so)$/.test(next.folded);
  return ends && !sheet.words.slice(first, at).some((word) => VERBS.test(word.folded) || word.gap === ';');
}

/** The index of "this", "a", "the" up to five words before; `at` itself when there is none. */
function determinerBefore(sheet: Sheet, at: number): number {
  for (let from = at - 1; from >= Math.max(0, at - REACH - 1); from--) {
    const word = sheet.words[from]!;
    if (word.sentence !== sheet.words[at]!.sentence) break;
    if (/^(?:this|these|the|a|an|its|our|that|another|my)$/.test(word.folded)) return from;
    if (SERIES.has(word.folded) || FILM.has(word.folded)) break;
    if (
      /^(?:in|of|to|for|with|by|from|is|was|are|were|i|you|he|she|it|they|other|many|most|best|every|any|all)$/.test(
        word.folded,
      )
    )
      break;
  }
  return at;
}
