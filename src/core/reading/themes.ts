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

/** A sentence with one of these tells what the show is about. */
const FRAME = new Set(
  'about story stories tale follows follow tells tell explores explore deals deal dealing theme themes issue issues topic topics focus focuses focused revolves centers centres centered set plot premise depicts portrays plays struggles'.split(
    ' ',
  ),
);
/** One plain mention, two weak ones, or a weak one where the story is told. */
const ENOUGH = 1;

/** "Like watching a whale": a likeness, not what the show is about. */
function isLikeness(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 5; back--) {
    if (words[back + 1]!.gap === ',' || words[back + 1]!.gap === ';') return false;
    if (words[back]!.folded === 'like')
      return /^(?:a|an|the|watching|some|being)$/.test(words[back + 1]!.folded);
  }
  return false;
}

type Mention = { readonly weight: number; readonly draft: Draft };

function findThemes(sheet: Sheet, reader: Reader): readonly Draft[] {
  const mentions = new Map<string, Mention[]>();
  for (const match of themeCues.of(sheet, reader)) {
    const sentence = sentenceAt(sheet, match.from);
    if (sentence.isHeading || match.values.some(({ term }) => term === SHADOW)) continue;
    if (sheet.isTitle[match.from] === 1) continue;
    if (match.to - match.from === 1 && isInName(sheet, match)) continue;
    if (isLikeness(sentence.words, match.from - sentence.words[0]!.index)) continue;
    const other = otherSubject(sheet, match, reader);
    if (other === 'own-life' || other === 'other-work') continue;
    const scope = scopeOf(sheet, match, reader);
    // "no romance", "isn't about war" say what it is not about; a supposition or others' words still name a theme.
    if (scope.polarity === -1 || scope.dropped?.startsWith('general')) continue;
    for (const { term, isWeak } of match.values) {
      const isHalf = isWeak && !sentence.words.some((word) => FRAME.has(word.folded));
      const list = mentions.get(term) ?? [];
      mentions.set(term, list);
      list.push({
        weight: isHalf ? ENOUGH / 2 : ENOUGH,
        draft: {
          kind: 'theme',
          term,
          spans: [{ start: sheet.words[match.from]!.start, end: sheet.words[match.to - 1]!.end }],
          confidence: isWeak ? 0.5 : 0.7,
          why: { rule: 'theme', cue: foldedText(sheet.words, match.from, match.to), scope: scope.steps },
        },
      });
    }
  }
  return [...mentions.values()]
    .filter((list) => list.reduce((sum, { weight }) => sum + weight, 0) >= ENOUGH)
    .flatMap((list) => list.map(({ draft }) => draft));
}

export const themeRules: readonly Rule[] = [{ name: 'theme', find: findThemes }];
