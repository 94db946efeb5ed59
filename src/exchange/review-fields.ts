// What stands about a review beside its text: the same names in a line of JSON and in a Markdown file's front matter.
import type { Rating, ReviewId } from '../core/review.ts';
import { type Fields, present } from './fields.ts';

/** A review on its way in: `show` is an id or, failing that, a title; absent when only the text may say it. */
export type IncomingReview = {
  readonly id?: ReviewId;
  readonly show?: string;
  readonly text: string;
  readonly title?: string;
  readonly writer?: string;
  readonly language?: string;
  readonly publication?: string;
  readonly source?: string;
  readonly sourceId?: string;
  readonly publishedOn?: string;
  readonly rating?: Rating;
  readonly isSample?: boolean;
  /** Where in its file it stands, for problems found later. */
  readonly line: number;
};

export const LIMIT_REVIEW_CHARACTERS = 1_000_000;
const LIMIT_NAME = 500;

export const takeAbout = (fields: Fields) =>
  present({
    id: fields.text('id', 200) as ReviewId | undefined,
    show: fields.text('show', LIMIT_NAME),
    title: fields.text('title', LIMIT_NAME),
    writer: fields.text('writer', LIMIT_NAME),
    language: fields.text('language', 40),
    publication: fields.text('publication', LIMIT_NAME),
    source: fields.text('source'),
    sourceId: fields.text('sourceId'),
    publishedOn: fields.day('publishedOn'),
    rating: takeRating(fields.fields('rating')),
  });

function takeRating(rating: Fields | undefined): Rating | undefined {
  const outOf = rating?.number('outOf', 1, 1000);
  const value = rating?.number('value', 0, 1000);
  if (outOf === undefined || value === undefined) return undefined;
  if (value <= outOf) return { value, outOf };
  rating?.complain(`A rating of ${value} out of ${outOf} is none and was left out.`);
  return undefined;
}
