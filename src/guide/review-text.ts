// The text of a review before anything is done with it: neither empty nor endless, and text at all.
import { Refusal } from './refusal.ts';

/** No review comes near it; a page of a million letters with notes in its margin helps nobody. */
export const LIMIT_REVIEW_CHARACTERS = 1_000_000;

/** The text as it will be kept: unpaired surrogates, which no database stores, are replaced one for one. */
export function checkReviewText(text: string): string {
  if (text.length > LIMIT_REVIEW_CHARACTERS)
    throw new Refusal(
      'too-large',
      `The review is longer than ${LIMIT_REVIEW_CHARACTERS.toLocaleString('en')} characters.`,
      { hint: 'Give one review at a time.' },
    );
  if (text.trim() === '')
    throw new Refusal('invalid', 'The review is empty.', { hint: 'Give it some words to read.' });
  if (text.includes('\u0000'))
    throw new Refusal('invalid', 'The review is not text.', { hint: 'Plain text and Markdown are.' });
  return text.toWellFormed();
}
