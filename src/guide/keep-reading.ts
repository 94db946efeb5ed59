// The reading of a review as it is stored beside it: of the stored text, with the reader's version.
import { READER_VERSION, type Reader, read } from '../core/reading/read.ts';
import type { Review } from '../core/review.ts';
import type { Show } from '../core/show.ts';
import type { StoredReading } from '../store/readings.ts';

export function readForKeeping(
  reader: Reader,
  review: Pick<Review, 'id' | 'text'>,
  show: Pick<Show, 'title'>,
): StoredReading {
  const { findings } = read({ text: review.text, about: show.title }, reader);
  return { reviewId: review.id, readerVersion: READER_VERSION, findings };
}
