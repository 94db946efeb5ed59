// A question as chips: what each wish was understood as, and the same question without it.
import type { Question, Wish } from '../../core/asking/question.ts';
import type { Span } from '../../core/text.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import type { Chip } from '../parts/chips.ts';
import { factText } from './facts.ts';

export function tellWish(wish: Wish, messages: Messages): string {
  const text = wantedText(wish, messages);
  if (wish.wants) return text;
  const { wishes } = messages.parts;
  if (wish.kind === 'theme') return wishes.nothingAbout(wordFor(messages.terms.themes, wish.term));
  if (wish.kind === 'person') return wishes.without(wish.name);
  if (wish.kind === 'like') return wishes.unlike(wish.name);
  if (wish.kind !== 'feel') return wishes.avoid(text);
  const word = wordFor(messages.terms.feels, wish.term);
  return wish.degree === -1 ? wishes.notTooMuch(word) : wishes.notAtAll(word);
}

function wantedText(wish: Wish, messages: Messages): string {
  const { terms, parts } = messages;
  const words = parts.wishes;
  switch (wish.kind) {
    case 'feel': {
      const word = wordFor(terms.feels, wish.term);
      return wish.degree === 2 ? words.very(word) : wish.degree === 0 ? words.mayBe(word) : word;
    }
    case 'theme':
      return words.about(wordFor(terms.themes, wish.term));
    case 'aspect':
      return words.good(wordFor(terms.aspects, wish.aspect));
    case 'relation':
      return wordFor(terms.relations, wish.relation);
    case 'fact':
      return factText(wish.field, wish.value, messages);
    case 'range': {
      const field = wordFor(terms.factFields, wish.field);
      if (wish.least !== undefined && wish.most !== undefined)
        return wish.least === wish.most
          ? words.range.exact(field, wish.least)
          : words.range.between(field, wish.least, wish.most);
      if (wish.least !== undefined) return words.range.least(field, wish.least);
      return wish.most === undefined ? field : words.range.most(field, wish.most);
    }
    case 'person':
      return words.with(wish.name);
    case 'title':
      return words.titled(wish.name);
    case 'like':
      return words.like(wish.name);
    case 'occasion':
      return words.occasion(wordFor(terms.occasions, wish.term));
    case 'words':
      return words.words(wish.text);
  }
}

const cut = (text: string, { start, end }: Span): string => `${text.slice(0, start)} ${text.slice(end)}`;

/** The same question in other words: without this stretch, without commas that separate nothing any more. */
export function without(words: string, span: Span): string {
  return cut(words, span)
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?,( ?,)+/g, ',')
    .replace(/^[ ,]+|[ ,]+$/g, '')
    .trim();
}

export const findAddress = (words: string): string =>
  words === '' ? '/find' : `/find?q=${encodeURIComponent(words)}`;

export function wishChips(question: Question, messages: Messages): readonly Chip[] {
  return question.wishes.map((wish) => {
    const text = tellWish(wish, messages);
    return {
      text,
      isAvoided: !wish.wants,
      remove: {
        href: findAddress(without(question.words, wish.from)),
        label: messages.parts.wishes.remove(text),
      },
      flip: flipOf(question, wish, messages),
    };
  });
}

/** Feels and themes have an opposite: to be kept out, or wanted after all. */
function flipOf(question: Question, wish: Wish, { dials, terms }: Messages): Chip['flip'] {
  if (wish.kind !== 'feel' && wish.kind !== 'theme') return undefined;
  const word = wordFor(wish.kind === 'feel' ? terms.feels : terms.themes, wish.term);
  const words = wish.wants ? dials.not[wish.kind](word) : word;
  return { href: turned(question, wish, words), label: dials.flip(words) };
}

/** The question with these words instead of the wish's, or after all others. */
export function turned({ words }: Question, wish: Wish | undefined, instead: string): string {
  const rest = wish === undefined ? words : without(words, wish.from);
  return findAddress(rest === '' ? instead : `${rest}, ${instead}`);
}

export const missedWords = (question: Question): readonly string[] =>
  question.notUnderstood
    .map(({ start, end }) => question.words.slice(start, end).trim())
    .filter((words) => words !== '');
