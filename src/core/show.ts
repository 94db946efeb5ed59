// What Runon knows of a title without any review: names, facts, credits, ids elsewhere.
// A "show" in the code is a title of either kind, a series or a film. Nothing here reads or stores.

export type ShowId = string & { readonly __brand: 'ShowId' };
export type CreditedId = string & { readonly __brand: 'CreditedId' };

export type ShowKind = 'series' | 'film';

/** One of a show's names. `script` is ISO 15924 ("Latn", "Hang"), `language` BCP 47, `source` where it was found. */
export type ShowName = {
  readonly text: string;
  readonly kind: 'title' | 'native' | 'alternative';
  readonly script?: string;
  readonly language?: string;
  readonly source?: string;
};

export const CREDIT_ROLES = [
  'actor',
  'director',
  'writer',
  'creator',
  'producer',
  'composer',
  'other',
] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

/** Someone's part in a show. `personId` is absent on a show that is not stored yet. */
export type Credit = {
  readonly name: string;
  readonly role: CreditRole;
  readonly character?: string;
  readonly personId?: CreditedId;
};

/** The id of the same show at another service: `{ service: 'imdb', value: 'tt0133093' }`. */
export type OutsideId = { readonly service: string; readonly value: string };

/** Dates are ISO 8601 days; `minutes` is per episode of a series or of the whole film; countries ISO 3166 alpha-2. */
export type Show = {
  readonly id: ShowId;
  readonly kind: ShowKind;
  readonly title: string;
  /** All names, the title itself among them. */
  readonly names: readonly ShowName[];
  readonly year?: number;
  readonly countries: readonly string[];
  readonly genres: readonly string[];
  readonly networks: readonly string[];
  readonly platforms: readonly string[];
  readonly firstAired?: string;
  readonly lastAired?: string;
  readonly seasons?: number;
  readonly episodes?: number;
  readonly minutes?: number;
  readonly ageRating?: string;
  readonly credits: readonly Credit[];
  readonly outsideIds: readonly OutsideId[];
  /** Where the facts come from: "starter", "person", or the name of an import. */
  readonly source: string;
};

export const nativeTitle = (show: Show): string | undefined =>
  show.names.find((name) => name.kind === 'native')?.text;
