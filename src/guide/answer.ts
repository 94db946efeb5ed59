// Answers a question in plain words from memory: what was understood, and the shows that fit, each with its reasons.
import { ask } from '../core/asking/ask.ts';
import type { Question } from '../core/asking/question.ts';
import { find } from '../core/finding/find.ts';
import type { Pick } from '../core/finding/pick.ts';
import { isKnownWord } from '../core/finding/shelf-index.ts';
import type { Guide } from './guide.ts';
import { settled } from './shelf.ts';

export type Answer = { readonly question: Question; readonly picks: readonly Pick[] };

export function answer(
  guide: Guide,
  words: string,
  { limit = 20 }: { readonly limit?: number } = {},
): Answer {
  const question = understand(guide, words);
  return { question, picks: find(question, settled(guide.shelf).finding, limit) };
}

/** What the words ask for, with nothing looked up for it. */
export function understand(guide: Guide, words: string): Question {
  const { asker, titles, people, finding } = settled(guide.shelf);
  return ask(words, { asker, titles, people, isKnownWord: (word) => isKnownWord(finding, word) });
}
