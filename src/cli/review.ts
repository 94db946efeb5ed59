// `runon review`, `reread`, `samples` and `undo`: what is kept of reviews, and taking back.
import type { Rating, ReviewId } from '../core/review.ts';
import { addReview } from '../guide/add-review.ts';
import { deleteReview, removeSamples } from '../guide/edit-review.ts';
import { resolveShow } from '../guide/find-show.ts';
import { openReviewFile } from '../guide/open-file.ts';
import { openShow } from '../guide/open-show.ts';
import { readAgain } from '../guide/read-again.ts';
import { undo } from '../guide/undo.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { given, textFlag } from './flags.ts';
import { writeLine } from './lines.ts';
import { printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

export const runReview: Command['run'] = (context, call) => {
  const [verb, ...words] = call.words;
  if (verb === 'add') return add(context, call, words[0]);
  if (verb === 'delete') return remove(context, words[0]);
  if (verb === 'list') return list(context, words.join(' '));
  throw new UsageProblem('"review" is followed by add, list or delete; "runon help review" tells more.');
};

async function add(context: Context, call: Call, file: string | undefined): Promise<number> {
  const about = call.get('about');
  if (file === undefined || about === undefined)
    throw new UsageProblem('Which review, and of which title? runon review add FILE --about TITLE.');
  const text = await openReviewFile(file === '-' ? context.input : file);
  return withGuide(context, async (guide) => {
    const show = resolveShow(guide, about);
    const review = await addReview(guide, {
      showId: show.id,
      text,
      ...given({
        rating: ratingOf(call.get('rating')),
        title: textFlag(call, 'title'),
        writer: textFlag(call, 'writer'),
        publication: textFlag(call, 'publication'),
        source: textFlag(call, 'source'),
        publishedOn: textFlag(call, 'published'),
        language: textFlag(call, 'language'),
      }),
    });
    await writeLine(context.output, review.id);
    context.notes.write(`Kept with ${printable(show.title)}.\n`);
    return 0;
  });
}

/** "8/10"; what such a rating may be is for the guide to say. */
function ratingOf(text: string | undefined): Rating | undefined {
  if (text === undefined) return undefined;
  const [value, outOf, ...rest] = text.split('/').map(Number);
  if (value === undefined || outOf === undefined || rest.length > 0 || Number.isNaN(value + outOf))
    throw new UsageProblem(`--rating is given as 8/10, not "${text}".`);
  return { value, outOf };
}

function remove(context: Context, id: string | undefined): Promise<number> {
  if (id === undefined) throw new UsageProblem('Which review? "runon review list TITLE" shows their ids.');
  return withGuide(context, async (guide) => {
    await deleteReview(guide, id as ReviewId);
    context.notes.write('Deleted; "runon undo" takes it back.\n');
    return 0;
  });
}

function list(context: Context, title: string): Promise<number> {
  if (title === '') throw new UsageProblem('Of which title? runon review list TITLE.');
  return withGuide(context, async (guide) => {
    const { reviews } = await openShow(guide, resolveShow(guide, title).id);
    for (const { id, title: heading, writer, rating, isSample, text } of reviews) {
      const about = [
        heading ?? `${text.slice(0, 60).trim()}…`,
        writer,
        rating && `${rating.value}/${rating.outOf}`,
        isSample && 'sample',
      ];
      await writeLine(context.output, [id, ...about.filter(Boolean).map(String)].map(printable).join('  '));
    }
    if (reviews.length === 0) context.notes.write('It has no reviews yet.\n');
    return 0;
  });
}

export const runReread: Command['run'] = (context, call) =>
  withGuide(context, async (guide) => {
    const onProgress = (done: number, all: number) =>
      context.notes.write(`Read ${done} of ${all} reviews.\n`);
    const { read, changed } = await readAgain(guide, { isAll: call.has('all'), onProgress });
    context.notes.write(`${read} reviews read again; ${changed} readings came out otherwise.\n`);
    return 0;
  });

export const runSamples: Command['run'] = (context, call) => {
  if (call.words[0] !== 'remove')
    throw new UsageProblem('"samples" is followed by remove: runon samples remove.');
  return withGuide(context, async (guide) => {
    const { removed } = await removeSamples(guide);
    context.notes.write(`${removed} sample reviews removed; "runon undo" brings them back.\n`);
    return 0;
  });
};

export const runUndo = (context: Context): Promise<number> =>
  withGuide(context, async (guide) => {
    const { what } = await undo(guide);
    context.notes.write(`Taken back: ${what.replaceAll('-', ' ')}.\n`);
    return 0;
  });
