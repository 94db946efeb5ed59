// Numbers in a question: episodes, minutes, seasons and years, in English and Korean. Every pattern is bounded, so time
// is linear in the text.
import type { Span } from '../text.ts';
import type { RangeField, Wish } from './question.ts';

type Range = Extract<Wish, { kind: 'range' }>;
type Bounds = { readonly least?: number; readonly most?: number };

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
Object.assign(NUMBERS, {
  a: 1,
  an: 1,
  single: 1,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  'half an': 0.5,
});
const numberOf = (text: string): number => NUMBERS[text.toLowerCase()] ?? Number(text);

const SPACE = '[\\s-]{1,3}';
const MAYBE = '[\\s-]{0,3}';
const NUMBER = `(\\d{1,4}(?:\\.\\d)?|half an|an?|single|${Object.keys(NUMBERS)
  .filter((word) => word.length > 2 && !word.includes(' ') && word !== 'single')
  .join('|')})`;
const UNIT = '(episodes?|eps?|hours?|hrs?|minutes?|mins?|seasons?|h(?=\\s|$))';
const LESS =
  '(?:(?:nothing|not|no|never|none) (?:longer|more|over|above)(?: than)?|under|below|less th[ae]n|fewer than|shorter than|at most|up to|max(?:imum)?(?: of)?|within|<=?)';
const MORE = '(?:over|more th[ae]n|at least|min(?:imum)?(?: of)?|longer than|no less than|above|>=?)';
const B = '(?<![\\p{L}\\p{N}])';

type Rule = {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Found | undefined;
};
type Found = { readonly field: RangeField } & Bounds;

function sized(unit: string | undefined, bounds: (n: (text: string | undefined) => number) => Bounds): Found {
  const isHours = /^h/i.test(unit ?? '');
  const field: RangeField = /^(?:h|m)/i.test(unit ?? '')
    ? 'minutes'
    : /^s/i.test(unit ?? '')
      ? 'seasons'
      : 'episodes';
  return { field, ...bounds((text) => Math.round(numberOf(text ?? '0') * (isHours ? 60 : 1))) };
}
const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(pattern, 'giu'), read });

const KOREAN_NUMBERS: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  여덟: 8,
  열: 10,
  열두: 12,
  열여섯: 16,
  스무: 20,
};
const KOREAN_NUMBER = '(\\d{1,3}|열여섯|열두|다섯|여섯|여덟|스무|열|한|두|세|네)';
const koreanNumber = (text: string | undefined): number => KOREAN_NUMBERS[text ?? ''] ?? Number(text);
const BOUND = '(이하|미만|이내|안쪽|안 ?되는|안 ?넘는|넘지 ?않는|이상|초과|넘는)';

const YEAR = '((?:19|20)\\d\\d)';
const RULES: readonly Rule[] = [
  rule(`${B}${NUMBER}(?: to |${MAYBE}[-–]${MAYBE})${NUMBER}${SPACE}${UNIT}`, ([a, b, unit]) =>
    sized(unit, (n) => ({ least: n(a), most: n(b) })),
  ),
  rule(
    `${B}(less th[ae]n|under|fewer than|shorter than|below)${SPACE}${NUMBER}${MAYBE}${UNIT}`,
    ([, a, unit]) => sized(unit, (n) => ({ most: n(a) - (/^[eh]/i.test(unit ?? '') && n(a) < 30 ? 1 : 0) })),
  ),
  rule(`${B}${LESS}${SPACE}${NUMBER}${MAYBE}${UNIT}`, ([a, unit]) => sized(unit, (n) => ({ most: n(a) }))),
  rule(`${B}${MORE}${SPACE}${NUMBER}${MAYBE}${UNIT}`, ([a, unit]) => sized(unit, (n) => ({ least: n(a) }))),
  rule(
    `${B}${NUMBER}${MAYBE}${UNIT}(?: long| each)?,? (?:or|and) (?:less|fewer|under|shorter|below)`,
    ([a, unit]) => sized(unit, (n) => ({ most: n(a) })),
  ),
  rule(`${B}(?:about |around |roughly )?(\\d{1,3})${SPACE}(episodes?|eps?)(?: or so|-ish|ish)`, ([a]) => ({
    field: 'episodes',
    least: Math.floor(Number(a) * 0.8),
    most: Math.ceil(Number(a) * 1.2),
  })),
  rule(`${B}(?:about|around|roughly) (\\d{1,3})${SPACE}(?:episodes?|eps?)`, ([a]) => ({
    field: 'episodes',
    least: Math.floor(Number(a) * 0.8),
    most: Math.ceil(Number(a) * 1.2),
  })),
  rule(`${B}${NUMBER} or (?:less|fewer) ${UNIT}`, ([a, unit]) => sized(unit, (n) => ({ most: n(a) }))),
  rule(`${B}${NUMBER}${MAYBE}${UNIT}(?: long)?,? (?:max(?:imum)?|tops|at most)`, ([a, unit]) =>
    sized(unit, (n) => ({ most: n(a) })),
  ),
  rule(`${B}${NUMBER}${MAYBE}${UNIT}(?: long)? (?:or|and) (?:more|longer|over|up)`, ([a, unit]) =>
    sized(unit, (n) => ({ least: n(a) })),
  ),
  rule(`${B}(?:only |just )?(\\d{1,3}|one|two|three|single)${SPACE}(episodes?|eps?|seasons?)`, ([a, unit]) =>
    sized(unit, (n) => ({ least: n(a), most: n(a) })),
  ),
  rule(`${B}(?:about |around )?(\\d{1,3}|an?|two|three)${SPACE}(hours?|minutes?|mins?)`, ([a, unit]) =>
    sized(unit, (n) => ({ least: Math.round(n(a) * 0.75), most: Math.round(n(a) * 1.25) })),
  ),
  rule(`${B}between ${YEAR} (?:and|to) ${YEAR}`, ([a, b]) => years({ least: Number(a), most: Number(b) })),
  rule(`${B}${YEAR} ?(?:-|–|to) ?${YEAR}`, ([a, b]) => years({ least: Number(a), most: Number(b) })),
  rule(`${B}(?:after|newer than|later than|post)${SPACE}${YEAR}`, ([a]) => years({ least: Number(a) + 1 })),
  rule(`${B}(?:since|from)${SPACE}${YEAR}${SPACE}(?:on|onwards?|up|and later|or later)`, ([a]) =>
    years({ least: Number(a) }),
  ),
  rule(`${B}since${SPACE}${YEAR}`, ([a]) => years({ least: Number(a) })),
  rule(`${B}${YEAR} (?:or|and) (?:later|newer|after|up)`, ([a]) => years({ least: Number(a) })),
  rule(`${B}(?:before|older than|earlier than|prior to|pre)${SPACE}${YEAR}`, ([a]) =>
    years({ most: Number(a) - 1 }),
  ),
  rule(`${B}(?:until|up to|by)${SPACE}${YEAR}`, ([a]) => years({ most: Number(a) })),
  rule(`${B}((?:19|20)?\\d0) ?['’]?s${'(?![\\p{L}])'}`, ([a]) => {
    const decade = Number(a) < 100 ? (Number(a) < 30 ? 2000 : 1900) + Number(a) : Number(a);
    return years({ least: decade, most: decade + 9 });
  }),
  rule(`${KOREAN_NUMBER} ?(?:부작|화|회|에피소드|편)(?:짜리)? ?${BOUND}?`, ([a, bound]) => ({
    field: 'episodes',
    ...koreanBounds(koreanNumber(a), bound),
  })),
  rule(`${KOREAN_NUMBER} ?시간(?:짜리|도)? ?${BOUND}?`, ([a, bound]) => ({
    field: 'minutes',
    ...koreanBounds(koreanNumber(a) * 60, bound ?? '이하'),
  })),
  rule(`${KOREAN_NUMBER} ?분(?:짜리|도)? ?${BOUND}`, ([a, bound]) => ({
    field: 'minutes',
    ...koreanBounds(koreanNumber(a), bound),
  })),
  rule(`${YEAR}년? ?(이후|이전|부터|전|후)`, ([a, bound]) =>
    years(bound === '이전' || bound === '전' ? { most: Number(a) - 1 } : { least: Number(a) }),
  ),
  rule(`((?:19|20)\\d0)년대`, ([a]) => years({ least: Number(a), most: Number(a) + 9 })),
  rule(`${B}${YEAR}(?![\\p{L}\\p{N}])`, ([a]) => years({ least: Number(a), most: Number(a) })),
];

const years = (bounds: Bounds): Found => ({ field: 'year', ...bounds });

function koreanBounds(value: number, bound: string | undefined): Bounds {
  if (bound === undefined) return { least: value, most: value };
  if (bound === '미만') return { most: value - 1 };
  if (bound === '초과' || bound === '넘는') return { least: value + 1 };
  return bound === '이상' ? { least: value } : { most: value };
}

const LIMIT_RANGES = 8;
/** "24 hour party people" is no length. */
const LONGEST_MINUTES = 600;

/** Ranges in order of place; where two patterns meet, the one listed first has it. */
export function rangesIn(text: string): readonly Range[] {
  const found: Range[] = [];
  const isFree = (span: Span): boolean =>
    found.every(({ from }) => span.end <= from.start || span.start >= from.end);
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const from = { start: match.index, end: match.index + match[0].length };
      if (found.length >= LIMIT_RANGES) break;
      if (!isFree(from)) continue;
      const range = read(match.slice(1));
      if (range?.field === 'minutes' && (range.least ?? range.most ?? 0) > LONGEST_MINUTES) continue;
      if (range === undefined || !Number.isFinite((range.least ?? 0) + (range.most ?? 0))) continue;
      found.push({ kind: 'range', ...range, wants: true, from });
    }
  }
  return found.sort((a, b) => a.from.start - b.from.start);
}
