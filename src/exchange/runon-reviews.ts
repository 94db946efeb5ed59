// `runon-reviews`: one review per line; `show` is the id of a show that is there or comes in the same import.
import { type Fields, openFields } from './fields.ts';
import { parseJsonLines } from './json-lines.ts';
import type { Parsed } from './problems.ts';
import { type IncomingReview, LIMIT_REVIEW_CHARACTERS, takeAbout } from './review-fields.ts';

export const parseRunonReviews = (bytes: Uint8Array): Parsed<IncomingReview> =>
  parseJsonLines(bytes, (record, { line, complain }) => takeReview(openFields(record, complain), line));

export function takeReview(fields: Fields, line: number): IncomingReview | undefined {
  const about = takeAbout(fields);
  const text = fields.verbatim('text', LIMIT_REVIEW_CHARACTERS);
  if (about.show !== undefined && text !== undefined && text.trim() !== '') return { ...about, text, line };
  fields.complain('The review has no "show" or no "text" and was left out.');
  return undefined;
}
