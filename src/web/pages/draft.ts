// A review while it is written: what its form holds, and what is read of it.
import type { Reading } from '../../core/reading/finding.ts';
import type { Review } from '../../core/review.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { draftReading } from '../../guide/draft-reading.ts';
import type { Guide } from '../../guide/guide.ts';
import { type Form, proseOf, textOf } from '../forms.ts';

export const OPTIONAL = [
  'title',
  'writer',
  'publication',
  'source',
  'publishedOn',
  'language',
  'rating',
] as const;

export type Draft = {
  readonly act?: string;
  readonly text?: string;
  readonly about?: string;
  readonly show?: ShowId;
  readonly title?: string;
  readonly writer?: string;
  readonly publication?: string;
  readonly source?: string;
  readonly publishedOn?: string;
  readonly language?: string;
  readonly rating?: { readonly value: number; readonly outOf: number };
};

export function draftIn(form: Form): Draft {
  const value = textOf(form, 'ratingValue');
  const texts = [
    'act',
    'about',
    'show',
    'title',
    'writer',
    'publication',
    'source',
    'publishedOn',
    'language',
  ];
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, textOf(form, name)]])),
    ),
    text: proseOf(form, 'text'),
    ...(value === undefined
      ? {}
      : {
          rating: {
            value: Number(value.replace(',', '.')),
            outOf: Number(textOf(form, 'ratingOutOf') ?? 10),
          },
        }),
  };
}

export const draftOf = (review: Review, show: Show): Draft => ({
  ...Object.fromEntries(
    OPTIONAL.flatMap((name) => (review[name] === undefined ? [] : [[name, review[name]]])),
  ),
  text: review.text,
  show: show.id,
  about: show.title,
});

export const readingOf = (guide: Guide, { text = '', about }: Draft): Reading | undefined =>
  text.trim() === '' ? undefined : draftReading(guide, { text, ...(about === undefined ? {} : { about }) });
