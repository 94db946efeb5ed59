// A review as a file of its own: plain text, or Markdown with what is known about it in front ("---" lines around
// "name: value"). The text is kept to the last blank; nothing of its Markdown is taken out.

import type { Review } from '../core/review.ts';
import { decodeText } from './decode.ts';
import { type Fields, openFields } from './fields.ts';
import type { Problem, Unusable } from './problems.ts';
import { isUnusable } from './problems.ts';
import { type IncomingReview, LIMIT_REVIEW_CHARACTERS, takeAbout } from './review-fields.ts';

const LIMIT_FRONT = 20_000;

export function parseReviewFile(
  bytes: Uint8Array,
): { readonly review: IncomingReview; readonly problems: readonly Problem[] } | Unusable {
  const decoded = decodeText(bytes);
  if (isUnusable(decoded)) return decoded;
  const problems: Problem[] = [];
  const { front, text } = splitFront(decoded.text);
  if (text.trim() === '') return { unusable: 'has no words in it' };
  if (text.length > LIMIT_REVIEW_CHARACTERS)
    return {
      unusable: `is longer than ${LIMIT_REVIEW_CHARACTERS.toLocaleString('en')} characters, too long for a review`,
    };
  const fields: Fields = openFields(front, (message) => problems.push({ line: 1, message }));
  return { review: { ...takeAbout(fields), text: text.toWellFormed(), line: 1 }, problems };
}

export function writeReviewFile(review: Review, show: { readonly title: string }): Uint8Array {
  const { text, isSample: _, showId, rating, ...about } = review;
  const front = {
    ...about,
    show: showId,
    about: show.title,
    ...(rating === undefined ? {} : { rating: `${rating.value}/${rating.outOf}` }),
  };
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return new TextEncoder().encode(`---\n${lines.join('\n')}\n---\n\n${text}`);
}

type Front = Readonly<Record<string, unknown>>;

/** Other programs' front matter is welcome: names that mean nothing here are passed over. */
function splitFront(whole: string): { readonly front: Front; readonly text: string } {
  const opening = /^---[ \t]*\r?\n/.exec(whole.slice(0, 100));
  if (opening === null) return { front: {}, text: whole };
  const rest = whole.slice(opening[0].length, opening[0].length + LIMIT_FRONT);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (closing === null) return { front: {}, text: whole };
  const front: Record<string, unknown> = {};
  for (const line of rest.slice(0, closing.index).split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim();
    const value = unquote(line.slice(colon + 1).trim());
    if (/^[a-zA-Z]+$/.test(name) && value !== '') setField(front, name, value);
  }
  const start = opening[0].length + closing.index + closing[0].length;
  return { front, text: whole.slice(start).replace(/^\r?\n/, '') };
}

const SAME_NAMES: Readonly<Record<string, string>> = {
  author: 'writer',
  date: 'publishedOn',
  lang: 'language',
};

function setField(front: Record<string, unknown>, name: string, value: string): void {
  const field = SAME_NAMES[name] ?? name;
  // A day may have a time of day behind it.
  if (field === 'publishedOn') front[field] = value.slice(0, 10);
  else if (field === 'rating') {
    const [given, outOf] = value.split('/').map(Number);
    if (outOf !== undefined) front[field] = { value: given, outOf };
  } else if (field === 'about') front.show ??= value;
  else front[field] = value;
}

function unquote(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
