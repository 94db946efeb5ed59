// What a person gives with a review, checked: a rating within its scale, a day of the calendar, texts of a sane length.
import type { Rating, Review } from '../core/review.ts';
import { checkDay } from './dates.ts';
import { Refusal } from './refusal.ts';
import { checkReviewText } from './review-text.ts';

/** Null takes a thing away; undefined leaves it. */
export type ReviewPatch = {
  readonly [Field in (typeof TEXTS)[number]]?: string | null;
} & {
  readonly text?: string;
  readonly publishedOn?: string | null;
  readonly rating?: Rating | null;
};

const TEXTS = ['title', 'writer', 'language', 'publication', 'source', 'sourceId'] as const;
const LIMIT_FIELD = 2000;

/** The review with the patch applied; throws a Refusal that names what cannot be. */
export function patchReview(review: Review, patch: ReviewPatch): Review {
  const { text: _, ...before } = review;
  const after: { -readonly [Field in keyof Review]: Review[Field] } = {
    ...before,
    text: patch.text === undefined ? review.text : checkReviewText(patch.text),
  };
  for (const field of TEXTS) {
    const value = patch[field]?.trim();
    if (value) after[field] = checkField(field, value);
    else if (patch[field] !== undefined) delete after[field];
  }
  if (patch.publishedOn) after.publishedOn = checkDay(patch.publishedOn, 'The date');
  else if (patch.publishedOn !== undefined) delete after.publishedOn;
  if (patch.rating) after.rating = checkRating(patch.rating);
  else if (patch.rating !== undefined) delete after.rating;
  return after;
}

function checkField(field: string, value: string): string {
  if (value.length > LIMIT_FIELD)
    throw new Refusal('too-large', `The ${field} is longer than ${LIMIT_FIELD} characters.`);
  return value.toWellFormed().replaceAll('\u0000', '');
}

/** 11 out of 10 is refused. */
export function checkRating({ value, outOf }: Rating): Rating {
  const isScale = Number.isFinite(outOf) && outOf > 0 && outOf <= 1000;
  if (!isScale)
    throw new Refusal('invalid', `A rating out of ${outOf} is none.`, { hint: 'Give it as 8 out of 10.' });
  if (!(Number.isFinite(value) && value >= 0 && value <= outOf))
    throw new Refusal('invalid', `A rating of ${value} out of ${outOf} is none.`, {
      hint: `It goes from 0 to ${outOf}.`,
    });
  return { value, outOf };
}
