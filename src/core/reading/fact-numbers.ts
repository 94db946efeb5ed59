// Facts that are numbers: episodes, seasons, minutes, and the days between which a show ran. A number counts when it
// measures the whole show: "16 total episodes", not "in episode 2", "the first two episodes" or "an hour in".
import type { Word } from '../text.ts';
import { wordList } from './cue-lists.ts';
import type { Match } from './cues.ts';
import { factDraft, folded } from './fact-draft.ts';
import { numeralsOf, type Rule, type Sheet } from './sheet.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
for (const [word, value] of [
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
] as const)
  (NUMBERS as Map<string, number>).set(word, value);
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

export function numberAt(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,4}$/.test(word.folded)) return Number(word.folded);
  return NUMBERS.get(word.folded);
}

/** The words before `at` in its sentence, nearest first; '' where there is none. */
const wordsBefore = (sheet: Sheet, at: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, back) => {
    const word = sheet.words[at - 1 - back];
    return word !== undefined && word.sentence === sheet.words[at]!.sentence ? word.folded : '';
  });

const PART =
  /^(?:first|last|next|another|least|give|gave|final|opening|every|per|each|couple|few|after|until|till|by|about|around|past|watched|within|under|middle|previous|could|would|should|wish|extended|later|ago|early|later|missed|skip|skipped)$/;

const episodeCues = wordList('episode episodes ep eps epis');
const seasonCues = wordList('season seasons');
/** "16 total episodes", "ten (10) episodes", "a 16-episode drama": the number and the noun. */
const episodeRule: Rule = {
  name: 'fact-episodes',
  find: (sheet, reader) => counted(sheet, episodeCues.of(sheet, reader), 'episodes'),
};
const seasonRule: Rule = {
  name: 'fact-seasons',
  find: (sheet, reader) => counted(sheet, seasonCues.of(sheet, reader), 'seasons'),
};

function counted(sheet: Sheet, nouns: readonly Match<string>[], field: 'episodes' | 'seasons') {
  const votes = new Map<number, { from: number; to: number; weight: number }>();
  for (const { from: at } of nouns) {
    const word = sheet.words[at]!;
    const stated = statedBehind(sheet, at);
    if (stated !== undefined) {
      votes.set(stated, { from: at, to: at + 2, weight: 4 });
      continue;
    }
    if (at === 0) continue;
    let head = at - 1;
    while (
      head > at - 4 &&
      /^(?:total|short|long|full|whole|easy|tight|brisk|hour|mini|great|excellent|glorious|amazing|wonderful)$/.test(
        folded(sheet, head),
      )
    )
      head--;
    const isBoth = field === 'seasons' && folded(sheet, head) === 'both';
    const value = isBoth ? 2 : numberAt(sheet.words[head]);
    if (value === undefined || value < (field === 'seasons' ? 1 : 2) || value > 500) continue;
    if (sheet.words[head]!.sentence !== word.sentence) continue;
    const isHyphened = word.gap === '-';
    // "thirteen or sixteen", "6-7 episodes" are no count of the whole.
    if (sheet.words[head]!.gap === '-' && numberAt(sheet.words[head - 1]) !== undefined) continue;
    // "ten (10) episodes" is said twice.
    if (numberAt(sheet.words[head - 1]) === value) head--;
    let weight = isHyphened ? 3 : 2;
    const before = wordsBefore(sheet, head, 3);
    if (
      wordsBefore(sheet, head, 8).some((other) =>
        /^(?:if|could|would|should|wish|maybe|benefit|benefited|benefitted)$/.test(other),
      ) &&
      !before.includes('only')
    )
      continue;
    if (!isBoth && before.slice(0, 2).some((other) => PART.test(other))) continue;
    if (
      /^(?:could|would|should|might|may|maybe|wish)$/.test(before[2]!) ||
      before.some((other) => /^(?:could|would|should)$/.test(other))
    )
      continue;
    if (/^(?:for|after|in)$/.test(before[0]!) && /^(?:just|about|missing|wait|waited)$/.test(before[1]!))
      continue;
    const after = folded(sheet, at + 1);
    if (
      /^(?:in|later|ago|before|left|longer|more|too|per|a|away|already|earlier|behind)$/.test(after) &&
      !(after === 'in' && /^(?:total|all)$/.test(folded(sheet, at + 2)))
    )
      continue;
    if (
      field === 'seasons' &&
      !/^(?:has|have|had|for|of|all|ran|lasted|are|were|only|just|the)$/.test(before[0]!) &&
      !isHyphened &&
      !isBoth
    )
      continue;
    if (
      /^(?:of|total|only|has|at|all|the|with|is|was)$/.test(before[0]!) ||
      folded(sheet, at - 1) === 'total'
    )
      weight += 1;
    // "I like the story of 9 episodes": a part of them.
    if (before[0] === 'of' && /^(?:story|stories|most|some|one|half|course|span)$/.test(before[1]!))
      weight -= 2;
    if (weight <= 0) continue;
    const had = votes.get(value);
    if (had === undefined || weight > had.weight) votes.set(value, { from: head, to: at + 1, weight });
  }
  const [best] = [...votes].sort((a, b) => b[1].weight - a[1].weight || a[1].from - b[1].from);
  return best === undefined
    ? []
    : [factDraft(sheet, `fact-${field}`, { field, value: best[0], from: best[1].from, to: best[1].to })];
}

/** "Episodes: 20" */
const statedBehind = (sheet: Sheet, at: number): number | undefined => {
  const { end, folded: noun } = sheet.words[at]!;
  const isStated = noun.endsWith('s') && /^[*_]*:[*_ ]*\d/.test(sheet.text.slice(end, end + 8));
  return isStated ? numberAt(sheet.words[at + 1]) : undefined;
};

const HOURS: ReadonlySet<string> = new Set(['hour', 'hours', 'hr', 'hrs']);
const lengthCues = wordList('hour hours hr hrs minute minutes min mins');
const minuteRule: Rule = {
  name: 'fact-minutes',
  find: (sheet, reader) => {
    for (const { from: at } of lengthCues.of(sheet, reader)) {
      const found = at === 0 ? undefined : lengthAt(sheet, at, HOURS.has(folded(sheet, at)));
      if (found !== undefined) return [factDraft(sheet, 'fact-minutes', { field: 'minutes', ...found })];
    }
    return [];
  },
};

/** "two and a half hours" */
const HALF_MORE = ['and', 'a', 'half'];

function lengthAt(
  sheet: Sheet,
  at: number,
  isHour: boolean,
): { value: number; from: number; to: number } | undefined {
  const word = sheet.words[at]!;
  const isHyphened = word.gap === '-';
  let from = at - 1;
  let value = numberAt(sheet.words[from]);
  if (value === undefined && isHour && /^an?$/.test(folded(sheet, from))) value = 1;
  const isHalfMore = isHour && [1, 2, 3].every((back) => folded(sheet, at - back) === HALF_MORE[3 - back]);
  if (isHalfMore) {
    from = at - 4;
    value = (numberAt(sheet.words[from]) ?? 0) + 0.5;
  }
  if (value === undefined || sheet.words[from]?.sentence !== word.sentence) return undefined;
  let minutes = isHour ? value * 60 : value;
  let to = at + 1;
  if (isHour) {
    const [one, two, three] = [1, 2, 3].map((on) => folded(sheet, at + on));
    if (one === 'and' && two === 'a' && three === 'half') {
      minutes += 30;
      to = at + 4;
    } else {
      const more = one === 'and' ? numberAt(sheet.words[at + 2]) : numberAt(sheet.words[at + 1]);
      const end = at + (one === 'and' ? 3 : 2);
      if (more !== undefined && /^(?:minutes?|mins?)$/.test(folded(sheet, end))) {
        minutes += more;
        to = end + 1;
      }
    }
  }
  if (minutes < 3 || minutes > 600) return undefined;
  const before = wordsBefore(sheet, from, 6);
  const after = folded(sheet, to);
  if (before.some((other) => /^(?:would|should|could|feels|felt|seems|seemed)$/.test(other)))
    return undefined;
  if (isWholeSpan(minutes, before, [after, folded(sheet, to + 1)])) return { value: minutes, from, to };
  if (
    /^(?:first|last|final|opening|next|another|few|after|every|within|past|couple|save|wasted|spent|spend|waste|remaining)$/.test(
      before[0]!,
    ) ||
    /^(?:first|last|final|opening|next|closing|save)$/.test(before[1]!)
  )
    return undefined;
  if (
    /^(?:in|into|later|of|ago|before|mark|left|to|from|more|too|drive|sequence|scene|scenes|segment|segments|conversation|speech|after|with|wait)$/.test(
      after,
    )
  )
    return undefined;
  const isLong =
    /^(?:long|length|film|movie|episode|episodes|running|runtime|duration|total|show|drama|picture|flick|feature|special|version)$/.test(
      after,
    ) ||
    (isHyphened && /^(?:long|film|movie|episode|running|feature|picture|flick)$/.test(after));
  const isRunning =
    before.some((other) =>
      /^(?:runs|clocks|clocking|running|runtime|lasts|each|run|length|duration|averaging)$/.test(other),
    ) ||
    before[0] === 'time' ||
    before[1] === 'time';
  const isEpisode = before.some((other) => /^(?:each|episode|episodes)$/.test(other));
  if (!isLong && !isRunning && !(isEpisode && isHour)) return undefined;
  if (before.includes('each')) while (folded(sheet, from) !== 'each' && from > at - 8) from--;
  return { value: minutes, from, to: /^(?:long|film|movie|running|episode)$/.test(after) ? to + 1 : to };
}

/** "after 92 minutes of pain", "at 95 minutes it drags", "two hours of my life": as long as a film, and all of it. */
const isWholeSpan = (
  minutes: number,
  [one, two, three]: readonly string[],
  [after, next]: readonly string[],
): boolean => {
  if (minutes < 60 || minutes > 240) return false;
  const isOfLife = after === 'of' && next === 'my';
  if (isOfLife || after === 'running') return true;
  if (one === 'at' || (two === 'at' && /^(?:just|only|almost|nearly|about|over|around|under|a)$/.test(one!)))
    return !/^(?:in|into|of|a)$/.test(after!);
  if (minutes < 70) return false;
  return (
    (/^(?:after|for)$/.test(one!) && after === 'of') ||
    /^(?:these|those|entire|whole|mere|solid)$/.test(one!) ||
    (one === 'of' && two === 'course' && three === 'the') ||
    (one === 'for' && minutes === 90 && after !== 'in')
  );
};

type Day = { readonly iso: string; readonly from: number; readonly to: number };

/** "December 16, 2020", "16 December 2020", "Dec. 2020", "2016". A year of its own is taken only where asked. */
export function dayAt(sheet: Sheet, at: number): Day | undefined {
  const monthOf = (i: number): number => {
    const word = folded(sheet, i);
    if (word.length < 3 || !/^\p{Lu}/u.test(sheet.words[i]?.form ?? '')) return 0;
    return MONTHS.findIndex((month) => month === word || (word.length <= 4 && month.startsWith(word))) + 1;
  };
  const dayOf = (i: number): number => {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(folded(sheet, i));
    const day = match === null ? 0 : Number(match[1]);
    return day >= 1 && day <= 31 ? day : 0;
  };
  const yearOf = (i: number): number =>
    /^(?:19|20)\d\d$/.test(folded(sheet, i)) ? Number(folded(sheet, i)) : 0;
  const iso = (year: number, month: number, day?: number) =>
    `${year}-${String(month).padStart(2, '0')}${day ? `-${String(day).padStart(2, '0')}` : ''}`;
  const month = monthOf(at);
  if (month > 0) {
    if (dayOf(at + 1) && yearOf(at + 2))
      return { iso: iso(yearOf(at + 2), month, dayOf(at + 1)), from: at, to: at + 3 };
    if (yearOf(at + 1)) return { iso: iso(yearOf(at + 1), month), from: at, to: at + 2 };
  }
  if (dayOf(at) && monthOf(at + 1) && yearOf(at + 2))
    return { iso: iso(yearOf(at + 2), monthOf(at + 1), dayOf(at)), from: at, to: at + 3 };
  const numeric =
    /^(\d{4})$/.test(folded(sheet, at)) && sheet.words[at + 1]?.gap === '-'
      ? /^(\d{4})-(\d\d)-(\d\d)/.exec(sheet.text.slice(sheet.words[at]!.start, sheet.words[at]!.start + 10))
      : null;
  if (numeric) return { iso: numeric[0], from: at, to: at + 3 };
  return yearOf(at) ? { iso: String(yearOf(at)), from: at, to: at + 1 } : undefined;
}

const airedCues = wordList(
  'aired airs airing premiered premieres premiering ran runs broadcast debuted released made appeared filmed dated',
);

/** "this was made in", "the film first appeared in": the show is spoken of within four words before. */
const isOfShow = (sheet: Sheet, at: number): boolean =>
  wordsBefore(sheet, at, 4).some((word) => /^(?:it|this|film|movie|picture|show|series)$/.test(word)) &&
  /^(?:in|back|way)$/.test(folded(sheet, at + 1));

const airedRule: Rule = {
  name: 'fact-aired',
  find: (sheet, reader) => {
    for (const { from: at } of airedCues.of(sheet, reader)) {
      const isMade = /^(?:made|appeared|filmed|dated)$/.test(sheet.words[at]!.folded);
      if (isMade && !isOfShow(sheet, at)) continue;
      const { sentence, folded: verb } = sheet.words[at]!;
      const days: Day[] = [];
      for (
        let i = at + 1;
        i < Math.min(at + 14, sheet.words.length) && sheet.words[i]!.sentence === sentence;
      ) {
        const day = dayAt(sheet, i);
        if (
          day !== undefined &&
          /^(?:on|from|in|to|until|till|and|since|through|january|between)$/.test(folded(sheet, i - 1))
        )
          days.push(day);
        else if (day !== undefined && sheet.words[i]!.gap !== ' ') days.push(day);
        i = day?.to ?? i + 1;
      }
      const [first, last] = days;
      if (first === undefined) continue;
      const isRelease =
        verb === 'released' ||
        isMade ||
        /\b(?:film|movie)\b/i.test(
          sheet.text.slice(Math.max(0, sheet.words[at]!.start - 80), sheet.words[at]!.start),
        );
      const drafts = [
        factDraft(sheet, 'fact-aired', {
          field: isRelease && last === undefined ? 'released' : 'firstAired',
          value: first.iso,
          from: first.from,
          to: first.to,
        }),
      ];
      if (last !== undefined && last.iso > first.iso)
        drafts.push(
          factDraft(sheet, 'fact-aired', {
            field: 'lastAired',
            value: last.iso,
            from: last.from,
            to: last.to,
          }),
        );
      return drafts;
    }
    return [];
  },
};

/** "is a 2016 Korean drama", "this 1984 film", "The Title (1999)". */
const yearRule: Rule = {
  name: 'fact-year',
  find: (sheet, reader) => {
    for (const at of numeralsOf(sheet, reader)) {
      const word = sheet.words[at]!;
      if (at === 0 || word.folded.length !== 4 || !/^(?:19|20)\d\d$/.test(word.folded)) continue;
      const isBehindTitle =
        sheet.isTitle[at - 1] === 1 &&
        /^[\s"”'’*_》]*\($/.test(sheet.text.slice(sheet.words[at - 1]!.end, word.start).slice(-8)) &&
        sheet.text[word.end] === ')';
      const isBefore =
        /^(?:a|this)$/.test(folded(sheet, at - 1)) &&
        (folded(sheet, at - 1) === 'this' ||
          /^(?:is|was)$/.test(folded(sheet, at - 2)) ||
          /^[.,]$/.test(sheet.words[at - 1]!.gap));
      let noun = at + 1;
      while (
        noun < at + 8 &&
        sheet.words[noun]?.sentence === word.sentence &&
        !/^(?:drama|series|show|film|movie|sitcom|thriller|comedy|western|miniseries|picture|flick|classic|kdrama|version|remake|horror)$/.test(
          folded(sheet, noun),
        )
      )
        noun++;
      const hasNoun = noun < at + 8 && sheet.words[noun]?.sentence === word.sentence;
      if (!isBehindTitle && !(isBefore && hasNoun)) continue;
      const isSeries =
        hasNoun && /^(?:drama|series|show|sitcom|miniseries|kdrama)$/.test(folded(sheet, noun));
      const isFilm = !hasNoun || !isSeries;
      if (isBehindTitle && !hasNoun && /\b(?:series|k-?drama|episodes?)\b/i.test(sheet.text.slice(0, 2000)))
        return [
          factDraft(sheet, 'fact-year', { field: 'firstAired', value: word.form, from: at, to: at + 1 }),
        ];
      return [
        factDraft(sheet, 'fact-year', {
          field: isFilm ? 'released' : 'firstAired',
          value: word.form,
          from: isBehindTitle ? at : at - 1,
          to: isBehindTitle ? at + 1 : noun + 1,
        }),
      ];
    }
    return [];
  },
};

export const factNumberRules: readonly Rule[] = [episodeRule, seasonRule, minuteRule, airedRule, yearRule];
