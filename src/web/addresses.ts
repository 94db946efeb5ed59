// Where things are on the site. Ids may hold any sign: an import may bring its own.
import type { ReviewId } from '../core/review.ts';
import type { CreditedId, ShowId } from '../core/show.ts';
import { evidenceAnchor } from './parts/anchors.ts';

export const showAddress = (id: ShowId): string => `/title/${encodeURIComponent(id)}`;
export const personAddress = (id: CreditedId): string => `/person/${encodeURIComponent(id)}`;
/** With an offset: to the words that begin there. */
export const reviewAddress = (id: ReviewId, start?: number): string =>
  `/review/${encodeURIComponent(id)}${start === undefined ? '' : `#${evidenceAnchor(start)}`}`;
