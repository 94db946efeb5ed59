// A profile as rows for the drawings: opinion strips, facts with who says them, themes, the people of the map.
import type { FactSource, Opinion, Profile, Testimony } from '../../core/profile.ts';
import type { ReviewId } from '../../core/review.ts';
import { nativeTitle, type Show } from '../../core/show.ts';
import { reviewAddress } from '../addresses.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import type { MapPerson, MapRelation } from '../parts/character-map.ts';
import type { FactRow, Quote, ThemeItem } from '../parts/claims.ts';
import type { StripRow } from '../parts/opinion-strip.ts';
import { partyName } from './claims.ts';
import { factText } from './facts.ts';
import { findAddress } from './wishes.ts';

/** Who wrote which review, to name the one who is quoted. */
export type Writers = ReadonlyMap<ReviewId, { readonly writer?: string; readonly language?: string }>;

export const wordsAddress = (words: Testimony): string => reviewAddress(words.reviewId, words.start);

type Praise = (ayes: number, nays: number, all: number) => string;

function stripRow(label: string, opinion: Opinion, summary: Praise): StripRow {
  return {
    label,
    strength: opinion.strength,
    voices: opinion.voices.map(({ degree, evidence }) => ({
      degree,
      ...(evidence[0] === undefined ? {} : { quote: evidence[0].quote, href: wordsAddress(evidence[0]) }),
    })),
    summary: summary(opinion.ayes, opinion.nays, opinion.voices.length),
  };
}

export const feelRows = (profile: Profile, messages: Messages): readonly StripRow[] =>
  profile.feels.map((opinion) => ({
    ...stripRow(wordFor(messages.terms.feels, opinion.term), opinion, messages.parts.strip.summary),
    href: findAddress(opinion.term.replaceAll('-', ' ')),
  }));

export const aspectRows = (profile: Profile, messages: Messages): readonly StripRow[] =>
  profile.aspects.map((opinion) =>
    stripRow(wordFor(messages.terms.aspects, opinion.aspect), opinion, messages.parts.strip.praise),
  );

/** Fields whose several values do not contradict each other. */
const LISTS: readonly string[] = [
  'country',
  'genre',
  'network',
  'platform',
  'language',
  'creator',
  'alternativeTitle',
];
/** Said by the head of the page already. */
const IN_HEAD: readonly string[] = ['title', 'nativeTitle'];

export function factRows(profile: Profile, messages: Messages): readonly FactRow[] {
  return profile.facts
    .filter(({ field, values }) => values.length > (IN_HEAD.includes(field) ? 1 : 0))
    .map(({ field, values }) => ({
      label: wordFor(messages.terms.factFields, field),
      isList: LISTS.includes(field),
      values: values.slice(0, 12).map(({ value, sources }) => ({
        text: factText(field, value, messages),
        sources: tellSources(sources, messages),
      })),
    }));
}

function tellSources(sources: readonly FactSource[], messages: Messages): { text: string; href?: string }[] {
  const catalogues = sources.filter((source) => source.kind === 'catalogue');
  const reviews = sources.filter((source) => source.kind === 'review').flatMap(({ evidence }) => evidence);
  const first = reviews[0];
  return [
    ...catalogues.map(({ source }) => ({ text: messages.show.catalogue(source) })),
    ...(first === undefined
      ? []
      : [
          {
            text: messages.show.says(new Set(reviews.map(({ reviewId }) => reviewId)).size),
            href: wordsAddress(first),
          },
        ]),
  ];
}

export const themeItems = (profile: Profile, messages: Messages): readonly ThemeItem[] =>
  profile.themes.map(({ term, says, evidence }) => ({
    label: wordFor(messages.terms.themes, term),
    says,
    saysText: messages.show.says(says),
    href: evidence[0] === undefined ? undefined : wordsAddress(evidence[0]),
  }));

export function quoteOf(words: Testimony, writers: Writers): Quote {
  const { writer, language } = writers.get(words.reviewId) ?? {};
  return { text: words.quote, href: wordsAddress(words), by: writer, language };
}

export function mapOf(
  profile: Profile,
  messages: Messages,
): { people: readonly MapPerson[]; relations: readonly MapRelation[] } {
  const people = profile.characters.map(({ name, actor, evidence }) => ({
    name,
    ...(actor === undefined ? {} : { actor }),
    ...(evidence[0] === undefined ? {} : { href: wordsAddress(evidence[0]) }),
  }));
  const relations = profile.relations.map(({ between, relation, becomes, evidence }) => ({
    between: [partyName(between[0], messages), partyName(between[1], messages)] as const,
    relation,
    label: wordFor(messages.terms.relations, relation),
    ...(becomes === undefined ? {} : { becomes: wordFor(messages.terms.relations, becomes) }),
    ...(evidence[0] === undefined ? {} : { href: wordsAddress(evidence[0]) }),
  }));
  return { people, relations };
}

/** Title and, where there is one, the native title with its language. */
export function nativeName(show: Show): { text: string; language: string | undefined } | undefined {
  const text = nativeTitle(show);
  if (text === undefined || text === show.title) return undefined;
  const name = show.names.find((one) => one.kind === 'native');
  return { text, language: name?.language ?? languageOfScript(text) };
}

/** What a text's letters say of its language, where nobody said. */
export function languageOfScript(text: string): string | undefined {
  if (/[\u1100-\u11ff\uac00-\ud7a3]/.test(text)) return 'ko';
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  return /[\u4e00-\u9fff]/.test(text) ? 'zh' : undefined;
}
