// What a person keeps of one title, as the exports for other services take it. What a service has no place for stays out;
// the ZIP that Runon reads back (archive.ts) holds everything.
import type { Review } from '../../core/review.ts';
import type { Show, ShowKind } from '../../core/show.ts';
import type { IncomingDiary, IncomingWatch } from '../archive.ts';
import type { NamedBytes } from '../zip.ts';

export type OwnTitle = {
  readonly show: Show;
  readonly watch?: IncomingWatch;
  /** Oldest first. */
  readonly diary: readonly IncomingDiary[];
  readonly reviews: readonly Review[];
};

export type Outgoing = {
  readonly name: string;
  readonly help: string;
  /** One file, or several that belong together. */
  readonly write: (titles: readonly OwnTitle[]) => readonly NamedBytes[];
};

export const isOf =
  (kind: ShowKind) =>
  ({ show }: OwnTitle): boolean =>
    show.kind === kind;

/** The id at a service, without the word that says of which kind it is: "603" of "movie/603". */
export const idAt = (service: string, { outsideIds }: Show): string | undefined =>
  outsideIds
    .find((id) => id.service === service)
    ?.value.split('/')
    .at(-1);

/** On the list, or else the newest in the diary that is of the whole title; half steps from 0.5 to 5. */
export const ratingOf = ({ watch, diary }: OwnTitle): number | undefined =>
  watch?.rating ??
  diary.findLast(({ rating, episode }) => rating !== undefined && episode === undefined)?.rating;

/** The day on which it was last said so, as far as that is known. */
export const lastDay = ({ watch, diary }: OwnTitle): string =>
  watch?.finishedOn ?? diary.at(-1)?.watchedOn ?? watch?.changedAt.slice(0, 10) ?? '';

export const isSeen = ({ watch, diary, reviews }: OwnTitle): boolean =>
  watch?.state === 'done' || (watch?.state !== 'planned' && diary.length + reviews.length > 0);

export const creditedAs = (role: string, { credits }: Show): string =>
  credits
    .filter((credit) => credit.role === role)
    .map(({ name }) => name)
    .join(', ');

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
