// What a show is about: the cues of themes.tsv, wherever the story or its themes are told.
import type { Word } from '../text.ts';
import { cueList } from './cue-lists.ts';
import { parseRows, splitCues } from './cues.ts';
import type { Draft } from './finding.ts';
import { scopeOf } from './scope.ts';
import { foldedText, type Reader, type Rule, type Sheet, sentenceAt } from './sheet.ts';
import { isInName, otherSubject } from './subject.ts';

type ThemeCue = { readonly term: string; readonly isWeak: boolean };
const SHADOW = '-';

const themeCues = cueList<ThemeCue>(({ cues, vocabulary }) => {
  const entries: (readonly [string, ThemeCue])[] = [];
  for (const { cells } of parseRows(cues.themes ?? '')) {
    const [term = '', list, context] = cells;
    if (term !== SHADOW && !(term in vocabulary.themes)) continue;
    const value = { term, isWeak: context === 'weak' };
    for (const cue of splitCues(list)) entries.push([cue, value]);
  }
  return entries;
});

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Said a few words before a cue, one of these tells that the show is about it. */
const FRAME = set(
  'about story stories tale tales follows follow following tells tell explores explore exploring deals deal dealing theme themes issue issues topic topics subject focus focuses focused revolves centers centres centered centred set plot premise depicts depicting depiction portrays portrayal struggles tackles tackle tackling touches look aspect aspects',
);
/** Said right behind a cue: "a mafia movie", "the war theme". */
const SORT = set(
  'movie movies film films flick flicks drama dramas show series thriller thrillers story stories tale comedy comedies romance epic theme themes plot storyline plotline setting genre subplot subgenre saga',
);
/** "plays a cop", "as a nurse", "is a detective": who the people of the story are. */
const ROLE = set('plays played is as was being becomes an a former young named');
const REACH_FRAME = 9;
/** What one mention counts; a theme needs ENOUGH, over all its sentences. */
const ENOUGH = 1;
const WEIGHTS = { framed: 1, sort: 1.5, role: 0.5, plain: 1 } as const;
/** What a text opens with is mostly what the show is about. */
const OPENING = 3;
/** A weak cue that nothing frames counts less the longer the text is: in a long one everything is named somewhere. */
const weakWeight = (words: number, sentence: number): number =>
  words <= 130 || sentence < OPENING ? 0.5 : words <= 350 ? 0.34 : 0.26;
/** "didn't love the love triangle" has one. */
const ATTITUDE = set('like love enjoy care mind understand buy want need hate dislike appreciate get handle');

/** "Like watching a whale": a likeness, not what the show is about. */
function isLikeness(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 5; back--) {
    if (words[back + 1]!.gap === ',' || words[back + 1]!.gap === ';') return false;
    if (words[back]!.folded === 'like')
      return /^(?:a|an|the|watching|some|being)$/.test(words[back + 1]!.folded);
  }
  return false;
}

type Mention = { readonly weight: number; readonly sentence: number; readonly draft: Draft };
type Frame = keyof typeof WEIGHTS | 'bare';

/** What around the words `from` to `to` of a sentence says that the show is about them. */
function frameOf(words: readonly Word[], from: number, to: number): Frame {
  const next = words[to];
  if (next !== undefined && (next.gap === ' ' || next.gap === '-') && SORT.has(next.folded)) return 'sort';
  for (let at = from - 1; at >= 0 && at >= from - REACH_FRAME; at--) {
    if (FRAME.has(words[at]!.folded)) return 'framed';
    if (words[at + 1]!.gap === ';' && from - at > 3) break;
  }
  const before = [words[from - 1]?.folded, words[from - 2]?.folded, words[from - 3]?.folded];
  if (/^(?:a|an|the)$/.test(before.find((word) => /^(?:a|an|the)$/.test(word ?? '')) ?? ''))
    if (before.some((word) => word !== undefined && word.length > 1 && ROLE.has(word))) return 'role';
  return 'bare';
}

function findThemes(sheet: Sheet, reader: Reader): readonly Draft[] {
  const mentions = new Map<string, Mention[]>();
  for (const match of themeCues.of(sheet, reader)) {
    const sentence = sentenceAt(sheet, match.from);
    if (sentence.isHeading || match.values.some(({ term }) => term === SHADOW)) continue;
    if (sheet.isTitle[match.from] === 1) continue;
    if (match.to - match.from === 1 && isInName(sheet, match)) continue;
    const base = sentence.words[0]!.index;
    if (isLikeness(sentence.words, match.from - base)) continue;
    const other = otherSubject(sheet, match, reader);
    if (other === 'own-life' || other === 'other-work') continue;
    const scope = scopeOf(sheet, match, reader);
    // "no romance", "isn't about war" say what it is not about; a supposition or others' words still name a theme.
    const isDenied =
      scope.polarity === -1 &&
      !scope.isWanting &&
      !sheet.words.slice(scope.from, match.from).some(({ folded }) => ATTITUDE.has(folded));
    if (isDenied || scope.dropped?.startsWith('general')) continue;
    const frame = frameOf(sentence.words, match.from - base, match.to - base);
    for (const { term, isWeak } of match.values) {
      const list = mentions.get(term) ?? [];
      mentions.set(term, list);
      const weight =
        frame !== 'bare' && (isWeak || frame === 'sort')
          ? WEIGHTS[frame]
          : isWeak
            ? weakWeight(sheet.words.length, sentence.index)
            : WEIGHTS.plain;
      list.push({
        weight,
        sentence: sentence.index,
        draft: {
          kind: 'theme',
          term,
          spans: [{ start: sheet.words[match.from]!.start, end: sheet.words[match.to - 1]!.end }],
          confidence: isWeak ? 0.5 : 0.7,
          why: {
            rule: 'theme',
            cue: foldedText(sheet.words, match.from, match.to),
            scope: [...scope.steps, `${frame}: ${weight} of ${ENOUGH}`],
          },
        },
      });
    }
  }
  return [...mentions.values()]
    .filter((list) => weigh(list) >= ENOUGH)
    .flatMap((list) => list.map(({ draft }) => draft));
}

/** One sentence counts once, by its heaviest mention. */
function weigh(list: readonly Mention[]): number {
  const bySentence = new Map<number, number>();
  for (const { sentence, weight } of list)
    bySentence.set(sentence, Math.max(bySentence.get(sentence) ?? 0, weight));
  return [...bySentence.values()].reduce((sum, weight) => sum + weight, 0);
}

export const themeRules: readonly Rule[] = [{ name: 'theme', find: findThemes }];
