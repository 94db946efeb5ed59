// Facts that are said in words: where a show comes from, where it runs, its language and for which age. Its kind and genre
// have files of their own; numbers and dates are in fact-numbers.ts.
import { cueList, wordList } from './cue-lists.ts';
import { type Match, parseRows } from './cues.ts';
import { factDraft, folded } from './fact-draft.ts';
import { genreRule } from './fact-genre.ts';
import { kindRule } from './fact-kind.ts';
import type { ReaderData, Rule, Sheet } from './sheet.ts';

type Value = { readonly value: string; readonly sort?: string };
const rows = ({ cues }: ReaderData, name: string) => parseRows(cues[name] ?? '').map((row) => row.cells);
const codedCues = (name: string) =>
  cueList<Value>((data) =>
    rows(data, name).flatMap(([code, ...words]) => words.map((word) => [word, { value: code! }] as const)),
  );
const countryCues = codedCues('countries');
const languageCues = codedCues('languages');
const channelCues = cueList<Value>((data) =>
  rows(data, 'channels').map(
    ([field, sort, name]) =>
      [name!.replaceAll('+', ' '), { value: name!, sort: `${field} ${sort}` }] as const,
  ),
);

/** A noun for a show, and how far on it may stand: "a Korean action and romance drama". */
const NOUN =
  /^(?:fairytale|curiosity|gem|effort|shows?|series|dramas?|kdramas?|sitcom|miniseries|webdrama|anime|serial|telenovela|dorama|films?|movies?|flick|picture|documentary|thriller|comedy|western|giallo|horror|musical|melodrama|classic|production|cinema|romance|sageuk)$/;
const REACH = 5;

const countryRule: Rule = {
  name: 'fact-country',
  find: (sheet, reader) => {
    for (const match of countryCues.of(sheet, reader)) {
      const { value } = match.values[0]!;
      const last = sheet.words[match.to - 1]!;
      if (sheet.isTitle[match.from] === 1) continue;
      const isWhole = /^(?:k|j|c)?dramas?$/.test(last.folded) || /^lakorn/.test(last.folded);
      if (isWhole) {
        // "like other kdramas" still says what this one is.
        return [
          factDraft(sheet, 'fact-country', {
            field: 'country',
            value,
            from: determinerNear(sheet, match),
            to: match.to,
          }),
        ];
      }
      if (value === 'KR' && MAKERS.test(folded(sheet, match.to)) && !isElsewhere(sheet, match.from))
        return [
          factDraft(sheet, 'fact-country', { field: 'country', value, from: match.from, to: match.to + 1 }),
        ];
      const noun = nounAfter(sheet, match.to);
      if (noun === undefined) continue;
      const from = determinerNear(sheet, match);
      const before = folded(sheet, from);
      const isThis =
        /^(?:this|a|an)$/.test(before) || (from === match.from && sheet.words[match.from]!.gap === '.');
      const isOf = /^(?:is|was)$/.test(folded(sheet, match.from - 1));
      const isBest = [1, 2, 3].some((back) =>
        /^(?:best|greatest|finest|favorite|favourite|first|only|worst)$/.test(
          folded(sheet, match.from - back),
        ),
      );
      if (!isThis && !isOf && !isBest) continue;
      if (/^(?:like|other|most|many|from|than|in|remake|on)$/.test(folded(sheet, from - 1))) continue;
      return [factDraft(sheet, 'fact-country', { field: 'country', value, from: match.from, to: noun + 1 })];
    }
    return [];
  },
};

/** "Korean screenwriters do this too often" says where it is from, "than American ones" does not. */
const MAKERS = /^(?:screenwriters|writers|dramas|television|tv|romcoms?|rom|netflix|content|remake|cinema)$/;
const isElsewhere = (sheet: Sheet, at: number): boolean =>
  [1, 2, 3].some((back) => /^(?:than|unlike|other|from|no|not|north|remake)$/.test(folded(sheet, at - back)));

function determinerNear(sheet: Sheet, match: Match<unknown>): number {
  for (let from = match.from - 1; from >= Math.max(0, match.from - 6); from--) {
    const word = sheet.words[from]!;
    if (word.sentence !== sheet.words[match.from]!.sentence) break;
    if (/^(?:this|a|an)$/.test(word.folded)) return from;
    if (/^(?:the|of|in|to|is|was|than|like)$/.test(word.folded)) break;
  }
  return match.from;
}

/** A noun for a show up to five words on: "Korean action and romance drama". */
function nounAfter(sheet: Sheet, from: number): number | undefined {
  for (let at = from; at < Math.min(from + REACH, sheet.words.length); at++) {
    const word = sheet.words[at]!;
    if (word.sentence !== sheet.words[from - 1]!.sentence || word.gap === ';') return undefined;
    if (NOUN.test(word.folded)) return at;
    if (
      /^(?:of|in|to|who|that|which|is|was|actor|actress|director|version|remake|people|culture|accent)$/.test(
        word.folded,
      )
    )
      return undefined;
  }
  return undefined;
}

const languageRule: Rule = {
  name: 'fact-language',
  find: (sheet, reader) =>
    languageCues.of(sheet, reader).flatMap((match) => {
      const next = folded(sheet, match.to);
      const before = folded(sheet, match.from - 1);
      const beforeThat = folded(sheet, match.from - 2);
      const isScene =
        /^(?:scenes?|dialogues?|lines|dialogs?)$/.test(next) && !/^(?:no|dubbed|bad)$/.test(before);
      const isSpoken =
        before === 'in' &&
        /^(?:spoken|filmed|speaking|shot|acted|yelling|talking|speak|speaks)$/.test(beforeThat);
      const isLanguage =
        next === 'language' && /^(?:film|movie|show|series|drama|scenes)$/.test(folded(sheet, match.to + 1));
      if (!isScene && !isSpoken && !isLanguage) return [];
      const from = /^(?:prominent|many|several|some)$/.test(before) ? match.from - 1 : match.from;
      return [
        factDraft(sheet, 'fact-language', {
          field: 'language',
          value: match.values[0]!.value,
          from,
          to: isSpoken ? match.to : match.to + 1,
        }),
      ];
    }),
};

/** "JTBC" and "jTBC", not "ocn" or "Ena". */
const isSpelledSo = (form: string, name: string): boolean =>
  form === name ||
  (form.length > 3 && /[A-Z].*[A-Z]/.test(form) && form.toLowerCase() === name.toLowerCase());

const channelRule: Rule = {
  name: 'fact-channel',
  find: (sheet, reader) => {
    const seen = new Set<string>();
    return channelCues.of(sheet, reader).flatMap((match) => {
      const { value, sort = '' } = match.values[0]!;
      const [field, sureness] = sort.split(' ') as ['network' | 'platform', string];
      const first = sheet.words[match.from]!;
      if (
        seen.has(value) ||
        sheet.isTitle[match.from] === 1 ||
        !(/[A-Z]/.test(first.form) || value.startsWith('i'))
      )
        return [];
      if (first.form.toLowerCase() === first.form && !/^[a-z]/.test(value)) return [];
      const isThe = folded(sheet, match.from - 1) === 'the';
      const before = folded(sheet, match.from - (isThe ? 2 : 1));
      const isOn =
        /^(?:on|by|from|for|via)$/.test(before) ||
        /^(?:originals?|drama|series|miniseries|production)$/.test(folded(sheet, match.to)) ||
        folded(sheet, match.to) === "'s";
      const isAired = [2, 3, 4].some((back) =>
        /^(?:aired|airs|airing|shown|made|originally|broadcast|premiered|premiering|ran|produced|available|streaming|released|picked|caught|saw|watched|premiere|shows|showing|showed|playing|seen)$/.test(
          folded(sheet, match.from - back),
        ),
      );
      if (
        sureness === 'told' &&
        !(isOn && (isAired || /^(?:originals?|miniseries|production)$/.test(folded(sheet, match.to))))
      )
        return [];
      if (sureness === 'sure' && field === 'network' && !isSpelledSo(first.form, value.split(/[ +-]/)[0]!))
        return [];
      if (/^(?:other|fire|firing)$/.test(before)) return [];
      // attribto="GMA" is markup.
      if (sheet.text[first.start - 2] === '=') return [];
      if (value.endsWith('+') && sheet.text[sheet.words[match.to - 1]!.end] !== '+') return [];
      seen.add(value);
      return [
        factDraft(sheet, 'fact-channel', {
          field,
          value,
          from: isOn && before === 'on' ? match.from - (isThe ? 2 : 1) : match.from,
          to: match.to,
        }),
      ];
    });
  },
};

const ageCues = wordList('rated r pg nc');
const ageRule: Rule = {
  name: 'fact-age-rating',
  find: (sheet, reader) => {
    for (const { from: at } of ageCues.of(sheet, reader)) {
      const word = sheet.words[at]!;
      if (word.folded !== 'rated' && word.form !== 'R' && word.form !== 'PG' && word.form !== 'NC') continue;
      const next = sheet.words[at + 1];
      if (word.folded === 'rated' && next !== undefined && /^(?:R|PG|G|X|PG13|TV|NC|MA|M)$/.test(next.form)) {
        const tail = sheet.words[at + 2];
        const hasTail = tail?.gap === '-' && /^(?:13|17|ma|14|pg)$/.test(tail.folded);
        const value = hasTail ? `${next.form}-${tail.form}` : next.form;
        return [
          factDraft(sheet, 'fact-age-rating', {
            field: 'ageRating',
            value,
            from: at,
            to: hasTail ? at + 3 : at + 2,
          }),
        ];
      }
      const isOwn = /^(?:this|a|an|the|its)$/.test(folded(sheet, at - 1));
      if (isOwn && word.form === 'R' && next?.gap === '-' && next.folded === 'rated')
        return [
          factDraft(sheet, 'fact-age-rating', { field: 'ageRating', value: 'R', from: at, to: at + 2 }),
        ];
      if (
        isOwn &&
        (word.form === 'PG' || word.form === 'NC') &&
        next?.gap === '-' &&
        /^1[37]$/.test(next.form)
      )
        return [
          factDraft(sheet, 'fact-age-rating', {
            field: 'ageRating',
            value: `${word.form}-${next.form}`,
            from: at,
            to: at + 2,
            confidence: 0.6,
          }),
        ];
    }
    return [];
  },
};

export const factWordRules: readonly Rule[] = [
  kindRule,
  countryRule,
  languageRule,
  channelRule,
  genreRule,
  ageRule,
];
