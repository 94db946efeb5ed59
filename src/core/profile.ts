// What all reviews of a show say together, beside the catalogue's facts. Every claim keeps its evidence.
import type { FactField, Finding, ReferenceAs, Stance } from './reading/finding.ts';
import type { Rating, ReviewId } from './review.ts';
import type { CreditRole, Show, ShowId } from './show.ts';
import type { Span } from './text.ts';

/** Words of one review. */
export type Testimony = Span & { readonly reviewId: ReviewId; readonly quote: string };

/** One reviewer's opinion: `degree` from -2 to 2, the mean of what that review says where it says several things. */
export type Voice = {
  readonly reviewId: ReviewId;
  readonly degree: number;
  readonly evidence: readonly Testimony[];
};

/**
 * `strength` is the mean degree of the voices (-2 to 2), `spread` their standard deviation, `ayes` how many have a
 * positive degree, `nays` a negative one. Voices are in order of review id.
 */
export type Opinion = {
  readonly strength: number;
  readonly spread: number;
  readonly ayes: number;
  readonly nays: number;
  readonly voices: readonly Voice[];
};

export type FactSource =
  | { readonly kind: 'catalogue'; readonly source: string }
  | { readonly kind: 'review'; readonly evidence: readonly Testimony[] };

/** Conflicting values stand side by side, each with who says so; the best supported first. */
export type FactClaim = {
  readonly field: FactField;
  readonly values: readonly { readonly value: string | number; readonly sources: readonly FactSource[] }[];
};

export type CastMember = {
  readonly name: string;
  readonly role: CreditRole;
  readonly character?: string;
  readonly sources: readonly FactSource[];
};
export type CharacterClaim = {
  readonly name: string;
  readonly occupation?: string;
  readonly gender?: 'male' | 'female';
  readonly traits: readonly { readonly trait: string; readonly says: number }[];
  readonly actor?: string;
  readonly evidence: readonly Testimony[];
};
export type RelationClaim = {
  readonly between: readonly [string, string];
  readonly relation: string;
  readonly becomes?: string;
  readonly evidence: readonly Testimony[];
};
export type ReferenceClaim = {
  readonly title: string;
  readonly as: ReferenceAs;
  readonly evidence: readonly Testimony[];
};

export type Profile = {
  readonly showId: ShowId;
  readonly reviewCount: number;
  readonly facts: readonly FactClaim[];
  readonly cast: readonly CastMember[];
  readonly characters: readonly CharacterClaim[];
  readonly relations: readonly RelationClaim[];
  /** Strongest first: by |strength| and how many say so. */
  readonly feels: readonly (Opinion & { readonly term: string })[];
  readonly aspects: readonly (Opinion & { readonly aspect: string })[];
  readonly themes: readonly {
    readonly term: string;
    readonly says: number;
    readonly evidence: readonly Testimony[];
  }[];
  readonly references: readonly ReferenceClaim[];
  readonly verdict: {
    readonly stances: Readonly<Record<Stance, number>>;
    readonly occasions: readonly { readonly term: string; readonly says: number }[];
    /** Mean of the ratings given, on a scale of 0 to 1, and how many gave one. */
    readonly rating?: { readonly mean: number; readonly count: number };
  };
  /** A few sentences that represent what is said, never from a spoiler. */
  readonly quotes: readonly Testimony[];
};

/** A review with what was read in it, corrections applied: what `gather` merges. */
export type ReadReview = {
  readonly reviewId: ReviewId;
  readonly text: string;
  readonly rating?: Rating;
  readonly findings: readonly Finding[];
};

/** The catalogue's side of a profile. */
export type Facts = Show;
