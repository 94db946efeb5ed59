// Who made the show: people with their role, and whom they play. Decides nothing of names; see cast.ts.
import type { CreditRole } from '../show.ts';
import { castOf, type Figure, isPerson } from './cast.ts';
import { characterRules } from './characters.ts';
import type { Draft } from './finding.ts';
import type { Rule } from './sheet.ts';

const playsPart: Rule = {
  name: 'person-plays',
  find: (sheet, reader) => {
    const { figures, parts } = castOf(sheet, reader);
    return parts.map(({ person, calledName, span }): Draft => {
      return {
        kind: 'person',
        name: figures[person]!.name,
        role: 'actor',
        character: calledName,
        spans: [span],
        confidence: 0.9,
        why: { rule: 'person-plays', cue: sheet.text.slice(span.start, span.end), scope: [] },
      };
    });
  },
};

const isNamed: Rule = {
  name: 'person-named',
  find: (sheet, reader) => {
    const { figures, parts } = castOf(sheet, reader);
    const playing = new Set(parts.map((part) => part.person));
    const played = new Set(parts.map((part) => part.character));
    return figures
      .filter((figure) => !played.has(figure.index) && (playing.has(figure.index) || isPerson(figure)))
      .flatMap((figure): Draft[] => {
        const first = figure.mentions[0]!;
        return rolesOf(figure)
          .filter((role) => role !== 'actor' || !playing.has(figure.index))
          .map((role) => ({
            kind: 'person',
            name: figure.name,
            role,
            spans: [{ start: first.start, end: first.end }],
            confidence: Math.min(0.9, 0.4 + 0.08 * (figure.person - figure.character)),
            why: { rule: 'person-named', scope: [] },
          }));
      });
  },
};

const PLAINLY = 5;
/** The role most is said of, and each other that is said plainly: "written and directed by A". */
function rolesOf(figure: Figure): readonly CreditRole[] {
  const said = [...figure.roles].sort(([, a], [, b]) => b - a);
  const most = said[0]?.[0] ?? 'actor';
  return [most, ...said.slice(1).flatMap(([role, votes]) => (votes >= PLAINLY ? [role] : []))];
}

/** "the Missing Crown Prince (Kim Junmyeon)": the show is named after the one played. */
const playsTitle: Rule = {
  name: 'person-plays-title',
  find: (sheet, reader) => {
    const { figures, figureOf } = castOf(sheet, reader);
    return [...figureOf].flatMap(([mention, index]): Draft[] => {
      let from = mention.from;
      while (from > 0 && sheet.isTitle[from - 1] === 1) from--;
      const figure = figures[index]!;
      if (from === mention.from || sheet.words[from - 1]?.folded !== 'the' || !isPerson(figure)) return [];
      const start = sheet.words[from]!.start;
      const character = sheet.text.slice(start, sheet.words[mention.from - 1]!.end);
      if (sheet.text.slice(start + character.length, mention.start) !== ' (') return [];
      return [
        {
          kind: 'person',
          name: figure.name,
          role: 'actor',
          character,
          spans: [{ start, end: mention.end }],
          confidence: 0.7,
          why: { rule: 'person-plays-title', cue: character, scope: [] },
        },
      ];
    });
  },
};

export const peopleRules: readonly Rule[] = [playsPart, playsTitle, isNamed, ...characterRules];
