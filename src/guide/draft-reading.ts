// Reads a text and keeps nothing: what the write page shows while typing and `runon read` prints.
import type { Reading } from '../core/reading/finding.ts';
import { type Reader, read } from '../core/reading/read.ts';
import { checkReviewText } from './review-text.ts';

export function draftReading(
  guide: { readonly reader: Reader },
  review: { readonly text: string; readonly about?: string },
): Reading {
  return read({ ...review, text: checkReviewText(review.text) }, guide.reader);
}
