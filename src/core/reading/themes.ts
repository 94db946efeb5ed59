// What a show is about: the cues of themes.tsv, wherever the story or its themes are told.
import { createMatcher, findCues, type Matcher, parseRows, splitCues } from './cues.ts';
import type { Draft } from './finding.ts';
import { scopeOf } from './scope.ts';
import { foldedText, perReader, type Reader, type Rule, type Sheet } from './sheet.ts';
import { otherSubject } from './subject.ts';

const themeMatcher = perReader(({ cues, vocabulary }): Matcher<string> => {
  const entries: (readonly [string, string])[] = [];
  for (const { cells } of parseRows(cues.themes ?? '')) {
    const [term = '', list] = cells;
    if (term !== '-' && !(term in vocabulary.themes)) continue;
    for (const cue of splitCues(list)) entries.push([cue, term]);
  }
  return createMatcher(entries);
});

function findThemes(sheet: Sheet, reader: Reader): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of sheet.sentences) {
    if (sentence.isHeading) continue;
    const base = sentence.words[0]!.index;
    for (const match of findCues(themeMatcher(reader), sentence.words)) {
      if (match.values.includes('-')) continue;
      const reach = { from: base + match.from, to: base + match.to };
      if (sheet.isTitle[reach.from] === 1) continue;
      const other = otherSubject(sheet, reach, reader);
      if (other === 'own-life' || other === 'other-work') continue;
      const scope = scopeOf(sheet, reach, reader);
      // "no romance", "isn't about war" say what it is not about; a supposition or others' words still name a theme.
      if (scope.polarity === -1 || scope.dropped?.startsWith('general')) continue;
      for (const term of match.values)
        drafts.push({
          kind: 'theme',
          term,
          spans: [{ start: sheet.words[reach.from]!.start, end: sheet.words[reach.to - 1]!.end }],
          confidence: 0.6,
          why: { rule: 'theme', cue: foldedText(sheet.words, reach.from, reach.to), scope: scope.steps },
        });
    }
  }
  return drafts;
}

export const themeRules: readonly Rule[] = [{ name: 'theme', find: findThemes }];
