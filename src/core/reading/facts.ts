// Facts of the show that are names: its titles in every script, who created it, what it is based on. The other facts
// are in fact-words.ts and fact-numbers.ts.
import { castOf, isPerson } from './cast.ts';
import { wordList } from './cue-lists.ts';
import { factDraft, folded } from './fact-draft.ts';
import { factNumberRules } from './fact-numbers.ts';
import { factWordRules } from './fact-words.ts';
import type { Draft } from './finding.ts';
import { ownTitleOf } from './own-title.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';
import { isCapital, titlesOf } from './titles.ts';

const isForeign = (form: string): boolean =>
  /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(form);

/** The first run of words of the show's own name. */
function ownTitle({ isTitle }: Sheet): readonly [from: number, to: number] | undefined {
  const from = isTitle.indexOf(1);
  if (from < 0) return undefined;
  const to = isTitle.indexOf(0, from);
  return [from, to < 0 ? isTitle.length : to];
}

const titleRule: Rule = {
  name: 'fact-title',
  find: (sheet, reader) => {
    const own = ownTitle(sheet);
    if (own !== undefined) {
      const value = sheet.text.slice(sheet.words[own[0]]!.start, sheet.words[own[1] - 1]!.end);
      return [
        factDraft(sheet, 'fact-title', {
          field: 'title',
          value: oneLine(value).replace(/ \(.*$/, ''),
          from: own[0],
          to: own[1],
          confidence: 0.95,
        }),
      ];
    }
    const guessed = ownTitleOf(sheet, reader);
    if (guessed === undefined) return [];
    const { from, to, text } = guessed;
    return [
      factDraft(sheet, 'fact-title', { field: 'title', value: oneLine(text), from, to, confidence: 0.6 }),
    ];
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const LONGEST_NATIVE = 12;

/** A run in another script: "(Hangul: …)", behind or before the title, or between guillemets. Not a person's name. */
const nativeTitleRule: Rule = {
  name: 'fact-native-title',
  find: (sheet) => {
    for (let at = 0; at < sheet.words.length; at++) {
      const word = sheet.words[at]!;
      if (word.form.charCodeAt(0) < 0x1100 || !isForeign(word.form)) continue;
      let to = at + 1;
      while (
        to < sheet.words.length &&
        to - at < LONGEST_NATIVE &&
        (isForeign(sheet.words[to]!.form) || /^\d+$/.test(sheet.words[to]!.form)) &&
        /^[\s,:!?·+&-]{1,3}$/.test(
          sheet.text.slice(
            sheet.words[to - 1]!.end,
            Math.min(sheet.words[to]!.start, sheet.words[to - 1]!.end + 5),
          ),
        )
      )
        to++;
      const before = sheet.text.slice(
        Math.max(0, word.start - 40, sheet.words[at - 2]?.end ?? 0),
        word.start,
      );
      // "퐁당 LOVE": capitals that belong to it.
      if (
        /^[A-Z]{2,}$/.test(sheet.words[to]?.form ?? '') &&
        sheet.words[to]!.gap === ' ' &&
        sheet.isTitle[to] !== 1
      )
        to++;
      const after = sheet.text.slice(sheet.words[to - 1]!.end, sheet.words[to - 1]!.end + 16);
      const isTold =
        /(?:hangul|korean(?: title| name)?|hanja|native title|original title|in korean|japanese|chinese)\W{0,4}$/i.test(
          before,
        );
      const isBracketed = /[《＜「『〈]\W{0,4}$/.test(before) && /^[*_]*[》＞」』〉]/.test(after);
      const isBehind =
        at > 0 &&
        sheet.isTitle[at - 1] === 1 &&
        /^[\s"”'’*_》]*[(/—–|-]/.test(sheet.text.slice(sheet.words[at - 1]!.end, word.start).slice(0, 10));
      // "런 온 (Run On)", "런 온" or "Run On"
      const next = /^(?:or|aka)$/.test(folded(sheet, to)) ? to + 1 : to;
      const isAhead = sheet.isTitle[next] === 1 && (next > to || /^[\s"”'’*_》)]*[(/]/.test(after));
      if (isTold || isBracketed || isBehind || isAhead)
        return [
          factDraft(sheet, 'fact-native-title', {
            field: 'nativeTitle',
            value: oneLine(sheet.text.slice(word.start, sheet.words[to - 1]!.end)),
            from: at,
            to,
            confidence: 0.9,
          }),
        ];
      at = to - 1;
    }
    return [];
  },
};

const TONGUE =
  /^(?:alternative|alternate|us|uk|american|english|british|original|french|german|italian|spanish|japanese|chinese|korean|swedish|international|working|video|dvd|other|literal|translated|actual)$/;

/** "also known as X", "aka X", "the French title says it all: X", "released as X": another name of the show. */
const alternativeTitleRule: Rule = {
  name: 'fact-alternative-title',
  find: (sheet, reader) => {
    for (const title of titlesOf(sheet, reader)) {
      if (sheet.isTitle[title.from] === 1 || !isOtherName(sheet, title.from)) continue;
      const { from, to, text } = title;
      return [
        factDraft(sheet, 'fact-alternative-title', {
          field: 'alternativeTitle',
          value: oneLine(text),
          from,
          to,
        }),
      ];
    }
    return [];
  },
};

function isOtherName(sheet: Sheet, from: number): boolean {
  const before = [1, 2, 3].map((back) => folded(sheet, from - back));
  if (before[0] === 'as' && before[1] === 'known' && /^(?:also|better)$/.test(before[2]!)) return true;
  if (/^(?:aka|a\.k\.a|retitled|renamed)$/.test(before[0]!)) return true;
  if (/^(?:as|under)$/.test(before[0]!) && /^(?:released|retitled|renamed|rereleased)$/.test(before[1]!))
    return true;
  const { sentence } = sheet.words[from]!;
  for (let at = from - 1; at >= Math.max(1, from - 10) && sheet.words[at]!.sentence === sentence; at--)
    if (sheet.words[at]!.folded === 'title' && TONGUE.test(folded(sheet, at - 1))) return true;
  return false;
}

const SOURCE =
  /^(?:novel|novels|book|books|webtoon|manhwa|manga|comic|comics|play|story|stories|memoir|game|cartoon|musical|series|webnovel|true|poem|fairytale)$/;

const basisCues = wordList('based adapted adaptation');
const sourceCues = wordList('book books novel novels webtoon manga manhwa comic comics');
const COMPARED_WITH = /^(?:read|reading|than|unlike|loved|original)$/;
const TRUE_TO = /^(?:faithful|true|close|justice|compared|loyal|similar)$/;

/** "based on the webtoon of the same name", "based on a true story", "adapted from X's novel", "adaptation of X". */
const basedOnRule: Rule = {
  name: 'fact-based-on',
  find: (sheet, reader) => {
    const leads = basisCues.of(sheet, reader).filter(({ from }) => from + 2 < sheet.words.length);
    if (leads.length === 0) return sourceBeside(sheet, reader);
    const titles = new Map(titlesOf(sheet, reader).map((title) => [title.from, title]));
    for (const { from: at } of leads) {
      const pair = `${folded(sheet, at)} ${folded(sheet, at + 1)}`;
      const isBased = /^(?:based (?:on|upon)|adapted from|adaptation of)$/.test(pair);
      const isLoosely =
        folded(sheet, at) === 'based' && /^(?:loosely|partly|partially|very)$/.test(folded(sheet, at + 1));
      if (!isBased && !isLoosely) continue;
      if (/^(?:not|judgment|judge)$/.test(folded(sheet, at - 1))) continue;
      const head = at + 2 + (isLoosely ? 1 : 0);
      const end = Math.min(head + 9, sheet.words.length);
      for (let i = head; i < end && sheet.words[i]!.sentence === sheet.words[at]!.sentence; i++) {
        const title = i < head + 3 ? titles.get(i) : undefined;
        if (title !== undefined && sheet.isTitle[i] !== 1)
          return [
            factDraft(sheet, 'fact-based-on', {
              field: 'basedOn',
              value: title.text,
              from: at,
              to: title.to,
            }),
          ];
        if (SOURCE.test(folded(sheet, i))) {
          const isTrue = folded(sheet, i) === 'true';
          const to = isTrue && /^(?:story|stories|events)$/.test(folded(sheet, i + 1)) ? i + 2 : i + 1;
          const next = [0, 1, 2, 3]
            .map((on) => titles.get(to + on))
            .find((found) => found !== undefined && sheet.isTitle[found.from] !== 1);
          const from = Math.max(head, to - 6);
          const value =
            (isTrue ? 'true story' : next?.text) ??
            oneLine(
              sheet.text.slice(
                sheet.words[isNamed(sheet, from, to) ? from : i]!.start,
                sheet.words[to - 1]!.end,
              ),
            );
          return [
            factDraft(sheet, 'fact-based-on', { field: 'basedOn', value, from: at, to: next?.to ?? to }),
          ];
        }
      }
    }
    return sourceBeside(sheet, reader);
  },
};

/** "better than the book", "true to the novel", "I read the webtoon": what it is based on, said in passing. */
function sourceBeside(sheet: Sheet, reader: Reader): readonly Draft[] {
  for (const { from: at } of sourceCues.of(sheet, reader)) {
    const [one, two, three] = [1, 2, 3].map((back) => folded(sheet, at - back));
    const isThe = /^(?:the|original)$/.test(one!);
    const before = two === 'the' || two === 'original' ? three! : two!;
    const isBeside = isThe && (COMPARED_WITH.test(before) || (before === 'to' && TRUE_TO.test(three!)));
    if (!isBeside || sheet.isTitle[at] === 1) continue;
    const value = folded(sheet, at);
    return [
      factDraft(sheet, 'fact-based-on', {
        field: 'basedOn',
        value,
        from: at - 1,
        to: at + 1,
        confidence: 0.5,
      }),
    ];
  }
  return [];
}

/** "Stephen King's novel": the writer belongs to it. */
const isNamed = (sheet: Sheet, from: number, to: number): boolean =>
  isCapital(sheet.words[from]!) && sheet.words.slice(from, to).some((word) => word.folded === "'s");

/** "created by X", where cast.ts found so. */
const creatorRule: Rule = {
  name: 'fact-creator',
  find: (sheet, reader) =>
    castOf(sheet, reader).figures.flatMap((figure) => {
      const first = figure.mentions[0]!;
      return isPerson(figure) && (figure.roles.get('creator') ?? 0) >= 5
        ? [
            factDraft(sheet, 'fact-creator', {
              field: 'creator',
              value: figure.name,
              from: first.from,
              to: first.to,
            }),
          ]
        : [];
    }),
};

export const factRules: readonly Rule[] = [
  titleRule,
  nativeTitleRule,
  alternativeTitleRule,
  basedOnRule,
  creatorRule,
  ...factWordRules,
  ...factNumberRules,
];
