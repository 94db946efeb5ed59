// Facts that are said in words: the kind of show, where it comes from, where it runs, its genre, its language, what it
// is based on and for which age. Numbers and dates are in fact-numbers.ts.
import { cueList } from './cue-lists.ts';
import { type Match, parseRows } from './cues.ts';
import { factDraft, folded } from './fact-draft.ts';
import { kindRule } from './fact-kind.ts';
import type { Draft } from './finding.ts';
import type { Reader, ReaderData, Rule, Sheet } from './sheet.ts';
import { isCapital, titlesOf } from './titles.ts';

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
const genreCues = cueList<Value>((data) =>
  rows(data, 'genres').flatMap(([sort, ...words]) =>
    words.map((word) => [word, { value: word, sort: sort! }] as const),
  ),
);

/** A noun for a show, and how far on it may stand: "a Korean action and romance drama". */
const NOUN =
  /^(?:shows?|series|dramas?|kdramas?|sitcom|miniseries|webdrama|anime|serial|telenovela|dorama|films?|movies?|flick|picture|documentary|thriller|comedy|western|giallo|horror|musical|melodrama|classic|production|cinema|romance|sageuk)$/;
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
      if (!isThis && !isOf) continue;
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
  for (let from = match.from - 1; from >= Math.max(0, match.from - 4); from--) {
    const word = sheet.words[from]!;
    if (word.sentence !== sheet.words[match.from]!.sentence) break;
    if (/^(?:this|a|an)$/.test(word.folded)) return from;
    if (/^(?:the|of|in|to|is|was|and|than|like)$/.test(word.folded)) break;
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
        !(isCapital(first) || value === 'tvN' || value.startsWith('i'))
      )
        return [];
      if (first.form.toLowerCase() === first.form && !/^[a-z]/.test(value)) return [];
      const before = folded(sheet, match.from - 1);
      const isOn =
        /^(?:on|by|from|for|via)$/.test(before) ||
        /^(?:originals?|drama|series|miniseries|production)$/.test(folded(sheet, match.to)) ||
        folded(sheet, match.to) === "'s";
      const isAired = [2, 3, 4].some((back) =>
        /^(?:aired|airs|airing|shown|made|originally|broadcast|premiered|premiering|ran|produced|available|streaming|released|picked)$/.test(
          folded(sheet, match.from - back),
        ),
      );
      if (
        sureness === 'told' &&
        !(isOn && (isAired || /^(?:originals?|miniseries|production)$/.test(folded(sheet, match.to))))
      )
        return [];
      if (sureness === 'sure' && field === 'network' && first.form !== value.split(/[ +-]/)[0]) return [];
      if (/^(?:other|fire|firing)$/.test(before)) return [];
      // attribto="GMA" is markup.
      if (sheet.text[first.start - 2] === '=') return [];
      if (value.endsWith('+') && sheet.text[sheet.words[match.to - 1]!.end] !== '+') return [];
      seen.add(value);
      return [
        factDraft(sheet, 'fact-channel', {
          field,
          value,
          from: isOn && before === 'on' ? match.from - 1 : match.from,
          to: match.to,
        }),
      ];
    });
  },
};

const genreRule: Rule = {
  name: 'fact-genre',
  find: (sheet, reader) => {
    const found = new Map<string, Draft>();
    const matches = genreCues.of(sheet, reader);
    const isInTitle = titledWords(sheet, reader);
    for (const match of matches) {
      const { value, sort } = match.values[0]!;
      if (isInTitle.has(match.from)) continue;
      const range = mixedGenre(sheet, match) ?? genreRange(sheet, match, sort === 'whole');
      if (range === undefined || found.size >= 4) continue;
      const [from, to] = range;
      const name =
        singular(value)
          .replace(/\b(?:film|movie|flick)$/, '')
          .trim() || value;
      if (!found.has(name))
        found.set(
          name,
          factDraft(sheet, 'fact-genre', { field: 'genre', value: name, from, to, confidence: 0.7 }),
        );
    }
    return [...found.values()];
  },
};

/** "a mix of science fiction and fantasy", "part romance, part thriller": genres by name alone. */
function mixedGenre(sheet: Sheet, match: Match<unknown>): readonly [number, number] | undefined {
  for (let at = match.from - 1; at >= Math.max(0, match.from - 6); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sheet.words[match.from]!.sentence) return undefined;
    if (/^(?:mix|mixture|blend|combination|combo|mashup|hybrid)$/.test(word.folded))
      return /^(?:of|between)$/.test(folded(sheet, at + 1)) ? [match.from, match.to] : undefined;
    if (
      word.folded === 'part' &&
      at === match.from - 1 &&
      /^(?:part|it|is|is,)$/.test(partBeside(sheet, at, match.to))
    )
      return [match.from, match.to];
  }
  return undefined;
}
const partBeside = (sheet: Sheet, at: number, to: number): string =>
  [-3, -2].some((back) => folded(sheet, at + back) === 'part') || folded(sheet, to) === 'part' ? 'part' : '';

/** "one of the best rom coms" names one. */
const singular = (genre: string): string =>
  genre.replace(/(com|movie)s$/, '$1').replace(/comedies$/, 'comedy');

const titledWords = (sheet: Sheet, reader: Reader): ReadonlySet<number> => {
  const at = new Set<number>();
  for (const title of titlesOf(sheet, reader))
    if (!title.isWeak) for (let i = title.from; i < title.to; i++) at.add(i);
  sheet.isTitle.forEach((is, i) => {
    if (is === 1) at.add(i);
  });
  return at;
};

/** "one of my favourite historical dramas" */
const isOneOf = (sheet: Sheet, at: number): boolean =>
  [1, 2, 3, 4, 5].some((back) => folded(sheet, at - back) === 'of' && folded(sheet, at - back - 1) === 'one');

/** "a super sweet romance.": a genre that ends its clause behind "is a", or behind "a" where the sentence begins. */
function isNamedAlone(sheet: Sheet, match: Match<unknown>): boolean {
  if (match.to - match.from !== 1 || !/^(?:romance|comedy|mystery)$/.test(folded(sheet, match.from)))
    return false;
  const next = sheet.words[match.to];
  const word = sheet.words[match.from]!;
  if (next !== undefined && next.sentence === word.sentence && /^(?: |-)?$/.test(next.gap)) return false;
  for (let at = match.from - 1; at >= Math.max(0, match.from - 5); at--) {
    const one = sheet.words[at]!;
    if (one.sentence !== word.sentence || /^[,;]$/.test(sheet.words[at + 1]!.gap)) return false;
    if (/^an?$/.test(one.folded))
      return one.gap === '.' || /^(?:is|was|'s|just|it's|that's|such)$/.test(folded(sheet, at - 1));
  }
  return false;
}

const VERBS =
  /^(?:i|it|is|was|are|were|had|has|have|in|of|to|with|for|the|and|but|as|if|love|like|liked|loved|not|no|you|he|she|they|on|at|by|from|more|than|some|all|my)$/;

/** "this is a 2016 Korean action and romance drama", "romantic comedy done right", "a horror film": said of this show. */
function genreRange(
  sheet: Sheet,
  match: Match<unknown>,
  isWhole: boolean,
): readonly [number, number] | undefined {
  let to = match.to;
  // "Western shows" come from the West.
  if (sheet.words[match.from]!.form === 'Western') return undefined;
  if (
    !isWhole ||
    /^(?:science fiction|sci fi|noir)$/.test(
      sheet.words
        .slice(match.from, match.to)
        .map((word) => word.folded)
        .join(' '),
    )
  ) {
    const noun = isNamedAlone(sheet, match) ? match.to - 1 : nounAfter(sheet, match.to);
    if (noun === undefined || noun > match.to + 2) return undefined;
    to = noun + 1;
    if (/^(?:shows|films|movies|dramas)$/.test(folded(sheet, noun)) && !isOneOf(sheet, match.from))
      return undefined;
  }
  const after = folded(sheet, to);
  if ([1, 2].some((on) => /^(?:fans?|buffs?|lovers?|genre)$/.test(folded(sheet, to + on)))) return undefined;
  if (
    /^(?:esque|style|vibes?|feel|bits|y|scores?|numbers?|sequences?|background|fans?|buffs?|lovers?|genre|genres|aspect|aspects|elements?|parts?|scenes?|relief|side|plot|dramas|movies|films|cliches?|tropes?)$/.test(
      after,
    ) &&
    after !== 'dramas'
  )
    return undefined;
  for (let at = match.from - 1; at >= Math.max(0, match.from - 7); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sheet.words[match.from]!.sentence) break;
    if (
      /^(?:not|like|other|many|much|most|than|from|better|no|every|any|typical|labelled|categorised|usual|your|of)$/.test(
        word.folded,
      )
    ) {
      // "one of those romantic comedy kdramas" is one.
      const isOne =
        word.folded === 'of' && /^(?:one|kind|sort|sense|piece|type)$/.test(folded(sheet, at - 1));
      if (!isOne) return undefined;
      return [match.from, to];
    }
    if (/^(?:this|a|an|is|the)$/.test(word.folded)) {
      const stance = folded(sheet, at - 1);
      // "with the family drama" speaks of a part of it.
      if (
        word.folded === 'the' &&
        stance !== 'is' &&
        (!isWhole || /^(?:with|of|from|about|all|by|in|and|to)$/.test(stance)) &&
        !(stance === 'of' && folded(sheet, at - 2) === 'one')
      )
        return undefined;
      const isSaid =
        word.folded !== 'a' && word.folded !== 'an'
          ? true
          : /^(?:is|was|s|'s|as|of|such|just|be|it's|has|this|that's|essentially|basically|really|overall|truly|made|makes|not|only|watched|with|for|and|)$/.test(
              stance,
            ) ||
            word.gap === '.' ||
            word.gap === ',' ||
            word.gap === ';';
      return isSaid && !/^(?:not|like|than)$/.test(stance) ? [match.from, to] : undefined;
    }
  }
  // "Super cute, fairly uncomplicated romcom.": a sentence with no verb.
  const first = sheet.sentences[sheet.words[match.from]!.sentence]!.words[0]!.index;
  const isBare =
    match.from - first < 7 && !sheet.words.slice(first, match.from).some((word) => VERBS.test(word.folded));
  return isBare && isWhole ? [match.from, to] : undefined;
}

const ageRule: Rule = {
  name: 'fact-age-rating',
  find: (sheet) => {
    for (let at = 0; at < sheet.words.length; at++) {
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
