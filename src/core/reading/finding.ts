// The ten kinds of things a reading can say, each with the words that say it.

import type { Rating } from '../review.ts';
import type { CreditRole } from '../show.ts';
import type { Span } from '../text.ts';

export type Evidence = Span & { readonly quote: string };
/** 2 very much, 1 has it, 0 neither, -1 not or not too much, -2 none at all. */
export type Degree = -2 | -1 | 0 | 1 | 2;

export const FACT_FIELDS = [
  'title',
  'nativeTitle',
  'alternativeTitle',
  'kind',
  'country',
  'language',
  'network',
  'platform',
  'firstAired',
  'lastAired',
  'released',
  'episodes',
  'seasons',
  'minutes',
  'genre',
  'creator',
  'basedOn',
  'ageRating',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export type Stance = 'recommends' | 'recommends-with-reservations' | 'mixed' | 'advises-against';
export type ReferenceAs = 'mentioned' | 'compared' | 'better-than' | 'worse-than' | 'same-maker';

export type Claim =
  | { readonly kind: 'fact'; readonly field: FactField; readonly value: string | number }
  | { readonly kind: 'person'; readonly name: string; readonly role: CreditRole; readonly character?: string }
  | {
      readonly kind: 'character';
      readonly name: string;
      readonly occupation?: string;
      readonly gender?: 'male' | 'female';
      readonly traits: readonly string[];
    }
  | {
      readonly kind: 'relation';
      readonly between: readonly [string, string];
      readonly relation: string;
      readonly becomes?: string;
    }
  | { readonly kind: 'feel'; readonly term: string; readonly degree: Degree }
  | { readonly kind: 'theme'; readonly term: string }
  | { readonly kind: 'aspect'; readonly aspect: string; readonly sentiment: Degree }
  | { readonly kind: 'reference'; readonly title: string; readonly as: ReferenceAs }
  | {
      readonly kind: 'verdict';
      readonly stance: Stance;
      readonly rating?: Rating;
      readonly occasions: readonly string[];
      readonly audience?: string;
    }
  | { readonly kind: 'spoiler' };

export type ClaimKind = Claim['kind'];

/** How a finding came about: the rule's name, the cue that fired, and what the scope step did to it. */
export type Why = { readonly rule: string; readonly cue?: string; readonly scope: readonly string[] };

export type Finding = Claim & {
  /** One or more, in order of `start`; `quote` is exactly the text between `start` and `end` (UTF-16). */
  readonly evidence: readonly Evidence[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: Why;
};

/** What a rule hands in: a claim, where it stands, and why. The steps after the rules merge and order drafts. */
export type Draft = Claim & {
  readonly spans: readonly Span[];
  readonly confidence: number;
  readonly why: Why;
};

export type Reading = {
  readonly review: {
    readonly title?: string;
    readonly writer?: string;
    readonly language?: string;
    readonly publication?: string;
    readonly publishedOn?: string;
  };
  readonly show: {
    readonly title?: string;
    readonly nativeTitle?: string;
    readonly kind?: 'series' | 'film';
  };
  readonly findings: readonly Finding[];
};

/**
 * The identity of a finding, independent of where it stands and how sure it is. Corrections are kept under it,
 * so that they survive a new version of the reader.
 */
export function claimKey(claim: Claim): string {
  switch (claim.kind) {
    case 'fact':
      return `fact|${claim.field}|${claim.value}`;
    case 'person':
      return `person|${claim.name}|${claim.role}`;
    case 'character':
      return `character|${claim.name}`;
    case 'relation':
      return `relation|${[...claim.between].sort().join('|')}|${claim.relation}`;
    case 'feel':
      return `feel|${claim.term}|${Math.sign(claim.degree)}`;
    case 'theme':
      return `theme|${claim.term}`;
    case 'aspect':
      return `aspect|${claim.aspect}|${Math.sign(claim.sentiment)}`;
    case 'reference':
      return `reference|${claim.title}`;
    case 'verdict':
      return 'verdict';
    case 'spoiler':
      return 'spoiler';
  }
}
