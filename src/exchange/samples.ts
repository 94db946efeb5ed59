// The sample reviews (data/samples/*.md) as reviews. A file holds all samples of one show; each begins with
// front matter between lines of three dashes whose first line is "sample: true", then the prose as it is kept.
import type { Rating, Review, ReviewId } from '../core/review.ts';
import type { ShowId } from '../core/show.ts';

const SAMPLE_SOURCE = 'samples';
const OPENING = '---\nsample: true\n';
const CLOSING = '\n---\n';
const FIELDS = ['id', 'show', 'title', 'writer', 'publication', 'language', 'date', 'rating'] as const;
type Field = (typeof FIELDS)[number];

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

function readFields(block: string): Partial<Record<Field, string>> {
  const fields: Partial<Record<Field, string>> = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!isField(name)) throw new Error(`a sample review has a line that is no field: ${line}`);
    fields[name] = line.slice(colon + 1).trim();
  }
  return fields;
}

/** "8/10" as it was given, in its own scale. */
function readRating(text: string): Rating {
  const match = /^(\d+(?:\.\d+)?)\/(\d+)$/.exec(text);
  const rating = { value: Number(match?.[1]), outOf: Number(match?.[2]) };
  if (!(rating.value <= rating.outOf)) throw new Error(`a sample review has a rating that is none: ${text}`);
  return rating;
}

function readSample(piece: string): Review {
  const closing = piece.indexOf(CLOSING);
  if (closing < 0) throw new Error('a sample review has front matter that does not end');
  const { id, show, title, writer, publication, language, date, rating } = readFields(
    piece.slice(0, closing),
  );
  const text = piece.slice(closing + CLOSING.length).trim();
  if (!id || !show || !writer || text === '')
    throw new Error(`the sample review ${id ?? ''} lacks its id, show, writer or text`);
  return {
    id: id as ReviewId,
    showId: show as ShowId,
    text,
    writer,
    source: SAMPLE_SOURCE,
    isSample: true,
    ...(title && { title }),
    ...(publication && { publication }),
    ...(language && { language }),
    ...(date && { publishedOn: date }),
    ...(rating && { rating: readRating(rating) }),
  };
}

/** The samples of one file, in its order. Throws when the file is not whole: it is the project's own. */
export function readSamples(text: string): Review[] {
  const [before, ...pieces] = text.replaceAll('\r\n', '\n').split(OPENING);
  if (before?.trim() !== '' || pieces.length === 0)
    throw new Error('a file of samples begins with “---” and “sample: true”');
  return pieces.map(readSample);
}
