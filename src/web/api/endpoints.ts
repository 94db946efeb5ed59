// The API: every address, what it takes and which verb of the guide answers. Rules are the guide's; here only shapes are.
import { z } from 'zod';
import type { ReviewId } from '../../core/review.ts';
import type { ShowId } from '../../core/show.ts';
import { WATCH_STATES } from '../../core/watching.ts';
import { addReview } from '../../guide/add-review.ts';
import { answer } from '../../guide/answer.ts';
import { answerAsJson } from '../../guide/answer-as-json.ts';
import { diary, logDiary } from '../../guide/diary.ts';
import { draftReading } from '../../guide/draft-reading.ts';
import { deleteReview } from '../../guide/edit-review.ts';
import { findNames } from '../../guide/find-show.ts';
import { keep, unkeep, watchList } from '../../guide/keep.ts';
import { openReview } from '../../guide/open-review.ts';
import { openShow } from '../../guide/open-show.ts';
import { CHOOSING_ENDPOINTS } from './choosing-endpoints.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const id = z.string().min(1).max(300);
const limit = z.coerce.number().int().min(1).max(100).default(20);
const day = z.iso.date();
const stars = z.number().min(0.5).max(5).multipleOf(0.5);
const place = { season: z.int().min(0).optional(), episode: z.int().min(0).optional() };
const note = z.string().max(10_000);

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/find',
    summary: 'Answer a question in plain words',
    answers: 'What was understood and what not, and titles, each with its reasons wish by wish.',
    input: z.object({ q: z.string().max(10_000), limit }),
    run: (guide, { q, limit: most }) => {
      const { question, picks } = answer(guide, q, { limit: most });
      return answerAsJson(question, picks);
    },
  }),
  endpoint({
    method: 'get',
    path: '/titles',
    summary: 'Find titles by name, in any spelling or script',
    answers: 'Titles with the name that fits and how well it does, from 0 to 1.',
    input: z.object({ name: z.string().min(1).max(200), limit }),
    run: (guide, { name, limit: most }) => findNames(guide, name, most),
  }),
  endpoint({
    method: 'get',
    path: '/titles/{id}',
    summary: 'A title: its facts, and what its reviews say together',
    answers: 'The title, its profile, its reviews, and what is on the list and in the diary about it.',
    input: z.object({ id }),
    run: (guide, { id: show }) => openShow(guide, show as ShowId),
  }),
  endpoint({
    method: 'post',
    path: '/read',
    summary: 'Read a text; nothing is kept',
    answers: 'The reading: findings with the words that say them, as offsets into the text.',
    input: z.object({ text: z.string().max(1_000_000), about: z.string().max(300).optional() }),
    run: (guide, { text, about }) => draftReading(guide, { text, ...(about === undefined ? {} : { about }) }),
  }),
  endpoint({
    method: 'post',
    path: '/titles/{id}/reviews',
    summary: 'Add a review',
    answers: 'The review as it is kept.',
    status: 201,
    input: z.object({
      id,
      text: z.string().max(1_000_000),
      title: z.string().max(2000).optional(),
      writer: z.string().max(2000).optional(),
      language: z.string().max(100).optional(),
      publication: z.string().max(2000).optional(),
      source: z.string().max(2000).optional(),
      publishedOn: day.optional(),
      rating: z.object({ value: z.number(), outOf: z.number() }).optional(),
    }),
    run: async (guide, { id: show, ...given }) => {
      const { undo: _, ...review } = await addReview(guide, {
        ...withoutUndefined(given),
        showId: show as ShowId,
      });
      return review;
    },
  }),
  endpoint({
    method: 'get',
    path: '/reviews/{id}',
    summary: 'A review with what was read in it',
    answers: 'The review, its title, its findings and what people said about them.',
    input: z.object({ id }),
    run: (guide, { id: review }) => openReview(guide, review as ReviewId),
  }),
  endpoint({
    method: 'delete',
    path: '/reviews/{id}',
    summary: 'Delete a review',
    answers: 'Nothing.',
    input: z.object({ id }),
    run: async (guide, { id: review }) => {
      await deleteReview(guide, review as ReviewId);
    },
  }),
  endpoint({
    method: 'get',
    path: '/list',
    summary: 'What is on the watch list',
    answers: 'Entries with their titles, the last changed first.',
    input: z.object({}),
    run: (guide) => watchList(guide),
  }),
  endpoint({
    method: 'put',
    path: '/list/{id}',
    summary: 'Keep a title on the watch list, or change how far one is',
    answers: 'The entry.',
    input: z.object({
      id,
      state: z.enum(WATCH_STATES).optional(),
      ...place,
      rewatches: z.int().min(0).optional(),
      rating: stars.nullish(),
      startedOn: day.nullish(),
      finishedOn: day.nullish(),
      note: note.nullish(),
    }),
    run: async (guide, { id: show, ...patch }) =>
      (await keep(guide, show as ShowId, withoutUndefined(patch))).entry,
  }),
  endpoint({
    method: 'delete',
    path: '/list/{id}',
    summary: 'Take a title off the watch list',
    answers: 'Nothing.',
    input: z.object({ id }),
    run: async (guide, { id: show }) => {
      await unkeep(guide, show as ShowId);
    },
  }),
  endpoint({
    method: 'get',
    path: '/diary',
    summary: 'The diary',
    answers: 'Lines with their titles, the last day first.',
    input: z.object({ limit }),
    run: (guide, { limit: most }) => diary(guide, { limit: most }),
  }),
  endpoint({
    method: 'post',
    path: '/diary',
    summary: 'Note that something was watched',
    answers: 'The line.',
    status: 201,
    input: z.object({
      show: id,
      watchedOn: day.optional(),
      ...place,
      rating: stars.optional(),
      isRewatch: z.boolean().optional(),
      note: note.optional(),
    }),
    run: async (guide, { show, ...line }) =>
      (await logDiary(guide, { ...withoutUndefined(line), showId: show as ShowId })).entry,
  }),
  ...CHOOSING_ENDPOINTS,
];

type Defined<Given> = { [Name in keyof Given]: Exclude<Given[Name], undefined> };

const withoutUndefined = <Given extends object>(given: Given): Defined<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<Given>;
