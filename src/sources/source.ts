// What every source can be asked, what it answers, and on which terms. The words of a source stay its own: they are kept
// beside the guide's facts under its name, for as long as its terms allow.
import type { Season } from '../core/episodes.ts';
import type { Credit, OutsideId, ShowKind, ShowName } from '../core/show.ts';
import type { Client, SourceProblem } from './http.ts';

export const SOURCE_NAMES = ['tvmaze', 'tmdb'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];
/** Sources that come as files, which the operator fetches. */
export const FILE_SOURCES = ['imdb', 'wikidata'] as const;
export type FileSource = (typeof FILE_SOURCES)[number];
export type AnySource = SourceName | FileSource;

/** A title as the source's search names it. `id` is what the source's own addresses hold: "tv/1396", "82". */
export type FoundTitle = {
  readonly id: string;
  readonly kind: ShowKind;
  readonly title: string;
  readonly otherTitles: readonly string[];
  readonly year?: number;
  readonly country?: string;
  readonly outsideIds: readonly OutsideId[];
};

/** Where it can be watched: in one country, by streaming, for money, or free. */
export type Offer = {
  readonly country: string;
  readonly name: string;
  readonly how: 'stream' | 'free' | 'rent' | 'buy';
};

/** Everything that a source says of a title. `networks` broadcast, `platforms` stream. */
export type SourceDetails = {
  readonly id: string;
  readonly kind: ShowKind;
  readonly title: string;
  readonly names: readonly ShowName[];
  readonly summary?: string;
  readonly isOver?: boolean;
  readonly year?: number;
  readonly firstAired?: string;
  readonly lastAired?: string;
  readonly countries: readonly string[];
  readonly genres: readonly string[];
  readonly networks: readonly string[];
  readonly platforms: readonly string[];
  readonly minutes?: number;
  readonly credits: readonly Credit[];
  readonly outsideIds: readonly OutsideId[];
  /** Its page at the source, to which a reader is led. */
  readonly page?: string;
  readonly watchPage?: string;
  readonly offers: readonly Offer[];
  readonly seasons: readonly Season[];
};

export type Searched = { readonly kind: 'found'; readonly titles: readonly FoundTitle[] } | SourceProblem;
export type Detailed =
  | { readonly kind: 'details'; readonly details: SourceDetails }
  | { readonly kind: 'missing' }
  | SourceProblem;

export type Source = {
  readonly search: (words: string) => Promise<Searched>;
  /** The title that the source knows under another service's id; none found is an empty list. */
  readonly lookUp: (id: OutsideId) => Promise<Searched>;
  readonly details: (id: string) => Promise<Detailed>;
};

export type SourceSetup = {
  readonly client: Client;
  /** Another address of the same service: a mirror, or a test's. */
  readonly base?: string;
  readonly key?: string;
};

export type Terms = {
  readonly label: string;
  readonly home: string;
  readonly licence: string;
  /** Stands wherever words of the source stand. */
  readonly attribution: string;
  readonly needsKey: boolean;
  /** After so many days without being fetched again its words are dropped; absent: its terms set no end. */
  readonly keepDays?: number;
  /** How old what it says may be before it is fetched again. */
  readonly refreshHours: number;
};

export const TERMS: Readonly<Record<AnySource, Terms>> = {
  tvmaze: {
    label: 'TVmaze',
    home: 'https://www.tvmaze.com/',
    licence: 'CC BY-SA 4.0',
    attribution: 'Data from TVmaze, licensed under CC BY-SA.',
    needsKey: false,
    refreshHours: 24,
  },
  tmdb: {
    label: 'TMDB',
    home: 'https://www.themoviedb.org/',
    licence: 'TMDB API terms of use (non-commercial, with attribution, kept for six months at most)',
    attribution:
      'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.',
    needsKey: true,
    keepDays: 180,
    refreshHours: 24,
  },
  imdb: {
    label: 'IMDb',
    home: 'https://www.imdb.com/',
    licence: 'IMDb non-commercial datasets (personal, non-commercial use)',
    attribution: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
    needsKey: false,
    refreshHours: 0,
  },
  wikidata: {
    label: 'Wikidata',
    home: 'https://www.wikidata.org/',
    licence: 'CC0',
    attribution: 'Data from Wikidata, CC0.',
    needsKey: false,
    refreshHours: 0,
  },
};

/** What a source says that says nothing yet. */
export const bareDetails = (
  show: { readonly kind: ShowKind; readonly title: string },
  id: string,
): SourceDetails => ({
  id,
  kind: show.kind,
  title: show.title,
  names: [],
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  offers: [],
  seasons: [],
});
