// The API's part that chooses: what may suit one person, what several can watch, how alike two titles are.
import { z } from 'zod';
import type { ShowId } from '../../core/show.ts';
import { SAYINGS } from '../../core/taste/taste.ts';
import type { GuestInput } from '../../guide/check-guests.ts';
import { choose } from '../../guide/choose-together.ts';
import { compareTitles } from '../../guide/compare-titles.ts';
import { passOver, recommend, sayTaste, unpass } from '../../guide/taste.ts';
import { recommendedAsJson, togetherAsJson } from '../../guide/taste-as-json.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const id = z.string().min(1).max(300);
const limit = z.coerce.number().int().min(1).max(100);
const words = z.string().max(1000);

export const CHOOSING_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/recommend',
    summary: 'What may suit next, from what was rated and said here',
    answers: 'The taste, trait by trait, and titles, each with its reasons.',
    input: z.object({ limit: limit.default(20) }),
    run: async (guide, { limit: most }) => recommendedAsJson(await recommend(guide, { limit: most })),
  }),
  endpoint({
    method: 'put',
    path: '/taste/{key}',
    summary: 'Say of a trait such as "feel sad" whether it is liked; that wins over what was learned',
    answers: 'Nothing.',
    input: z.object({ key: id, says: z.enum(SAYINGS) }),
    run: async (guide, { key, says }) => {
      await sayTaste(guide, key, says);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/taste/{key}',
    summary: 'Take back what was said of a trait',
    answers: 'Nothing.',
    input: z.object({ key: id }),
    run: async (guide, { key }) => {
      await sayTaste(guide, key, null);
    },
  }),
  endpoint({
    method: 'put',
    path: '/passed-over/{id}',
    summary: 'Not interested in a title: it is recommended no more',
    answers: 'Nothing.',
    input: z.object({ id }),
    run: async (guide, { id: show }) => {
      await passOver(guide, show as ShowId);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/passed-over/{id}',
    summary: 'A title may be recommended again',
    answers: 'Nothing.',
    input: z.object({ id }),
    run: async (guide, { id: show }) => {
      await unpass(guide, show as ShowId);
    },
  }),
  endpoint({
    method: 'post',
    path: '/choose',
    summary: 'Choose one title for two to eight people',
    answers: 'The people as understood, and titles with a line for each of them. Nothing is kept.',
    input: z.object({
      people: z
        .array(
          z.object({
            name: z.string().max(200),
            wants: words.optional(),
            never: words.optional(),
            seen: words.optional(),
            minutes: z.int().optional(),
            isMe: z.boolean().optional(),
          }),
        )
        .max(100),
      limit: z.int().min(1).max(100).default(6),
    }),
    run: async (guide, { people, limit: most }) =>
      togetherAsJson(await choose(guide, people as readonly GuestInput[], { limit: most })),
  }),
  endpoint({
    method: 'get',
    path: '/titles/{id}/likeness',
    summary: 'How alike two titles are',
    answers: 'The likeness from 0 to 1, and the traits that both have.',
    input: z.object({ id, to: id }),
    run: (guide, { id: one, to }) => compareTitles(guide, one as ShowId, to as ShowId),
  }),
];
