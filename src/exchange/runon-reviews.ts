// `runon-reviews`: one review per line; `show` is the id of a show that is there or comes in the same import.
import type { Rating, ReviewId } from '../core/review.ts';
import { type Fields, openFields, present } from './fields.ts';
import { parseJsonLines } from './json-lines.ts';
import type { Parsed } from './problems.ts';

/** A review on its way in: `show` is an id or, failing that, a title. */
export type IncomingReview = {
  readonly id?: ReviewId;
  readonly show: string;
  readonly text: string;
  readonly title?: string;
  readonly writer?: string;
  readonly language?: string;
  readonly publication?: string;
  readonly source?: string;
  readonly publishedOn?: string;
  readonly rating?: Rating;
  readonly isSample?: boolean;
  /** Where in its file it stands, for problems found later. */
  readonly line: number;
};

export const LIMIT_REVIEW_CHARACTERS = 1_000_000;

export function parseRunonReviews(bytes: Uint8Array): Parsed<IncomingReview> {
  return parseJsonLines(bytes, (record, complain) => takeReview(openFields(record, complain)));
}

function takeReview(fields: Fields): IncomingReview | undefined {
  const show = fields.text('show', 500);
  const text = fields.verbatim('text', LIMIT_REVIEW_CHARACTERS);
  if (show === undefined || text === undefined || text.trim() === '') {
    fields.complain('The review has no "show" or no "text", so it was left out.');
    return undefined;
  }
  return {
    show,
    text,
    line: 0,
    ...present({
      ...takeAbout(fields),
      id: fields.text('id', 200) as ReviewId | undefined,
      isSample: undefined,
    }),
  };
}

/** What stands about a review beside its text; the same names in a line and in a Markdown file's front matter. */
export function takeAbout(fields: Fields) {
  return {
    title: fields.text('title', 500),
    writer: fields.text('writer', 300),
    language: fields.text('language', 40),
    publication: fields.text('publication', 300),
    source: fields.text('source', 2000),
    publishedOn: fields.day('publishedOn'),
    rating: takeRating(fields.fields('rating')),
  };
}

export function takeRating(rating: Fields | undefined): Rating | undefined {
  if (rating === undefined) return undefined;
  const outOf = rating.number('outOf', 1, 1000);
  const value = outOf === undefined ? undefined : rating.number('value', 0, outOf);
  return outOf === undefined || value === undefined ? undefined : { value, outOf };
}
