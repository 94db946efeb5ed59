// A taste, what suits it and what a table chose, as other programs rely on them on the command line and over HTTP; and
// a trait or a line in a few English words.
import { kindOf, type TasteWord } from '../core/taste/taste.ts';
import { describeWish, wordsAt } from './answer-as-json.ts';
import type { Line, Seated, Together } from './choose-together.ts';
import type { MyTaste, Recommended } from './taste.ts';

const LENGTHS: Readonly<Record<string, string>> = {
  'film-short': 'short films',
  'film-usual': 'films of usual length',
  'film-long': 'long films',
  'series-short': 'short series',
  'series-usual': 'series of usual length',
  'series-long': 'long series',
};

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

function regionOf(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    // Somebody's own word, not a code.
    return code;
  }
}

/** A trait in words: "funny", "about gender roles", "with Im Si-wan"; undefined for those without a name. */
export function nameTrait({ key, fact }: Pick<TasteWord, 'key' | 'fact'>): string | undefined {
  const kind = kindOf(key);
  const term = key.slice(kind.length + 1).replaceAll('-', ' ');
  if (kind === 'feel' || kind === 'relation' || kind === 'kind') return term;
  if (kind === 'theme') return `about ${term}`;
  if (kind === 'length') return LENGTHS[key.slice(kind.length + 1)];
  if (fact === undefined) return undefined;
  if (kind === 'person') return `with ${fact}`;
  return kind === 'country' ? `from ${regionOf(fact)}` : kind === 'genre' ? fact : undefined;
}

export const recommendedAsJson = ({
  taste,
  picks,
}: MyTaste & { readonly picks: readonly Recommended[] }) => ({
  taste: taste.map(({ key, liking, fact, from, says }) => ({
    key,
    liking,
    from,
    ...(fact === undefined ? {} : { name: fact }),
    ...(says === undefined ? {} : { says }),
  })),
  picks: picks.map(({ show, reasons }) => ({
    id: show.id,
    title: show.title,
    reasons: reasons.map(({ word, gain, evidence, fact }) => ({
      word: nameTrait(fact === undefined ? word : { ...word, fact }) ?? word.key,
      gain,
      from: word.from,
      ...(evidence === undefined ? {} : { quote: evidence.quote, review: evidence.reviewId }),
    })),
  })),
});

export const togetherAsJson = ({ seated, picks, isHated }: Together) => ({
  people: seated.map((one) => ({ name: one.name, owed: one.owed, notUnderstood: unheardOf(one) })),
  isHated,
  picks: picks.map(({ show, lines }) => ({
    id: show.id,
    title: show.title,
    lines: lines.map((line) => ({ name: line.name, content: line.content, line: describeLine(line) })),
  })),
});

export const unheardOf = ({ wants, never }: Seated): readonly string[] =>
  [wants, never].flatMap((question) => question.notUnderstood.map((span) => wordsAt(question, span)));

/** What one gets of what they asked for, and what they give up. */
export function describeLine({ reasons, content }: Line): string {
  if (reasons.length === 0) return content > 0 ? 'suits what is known of their taste' : 'asked for nothing';
  const got = reasons.filter(({ met }) => met === 'met' || met === 'partly');
  const missing = reasons.filter(({ met, wish }) => met === 'not' || (met === 'unknown' && wish.wants));
  const told = (some: typeof reasons): string => some.map(({ wish }) => describeWish(wish)).join(', ');
  const parts = [
    ...(got.length > 0 ? [told(got)] : []),
    ...(missing.length > 0 ? [`gives up ${told(missing)}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'nothing against it';
}
