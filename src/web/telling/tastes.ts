// A taste in the reader's language: what a trait is called, from which titles it was learned, why a title suits.

import type { ShowId } from '../../core/show.ts';
import type { Because } from '../../core/taste/suits.ts';
import { kindOf, type Taste, type TasteWord } from '../../core/taste/taste.ts';
import type { Shelf } from '../../guide/shelf.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import type { ReasonRow } from '../parts/claims.ts';
import { factText } from './facts.ts';
import { languageOfScript, wordsAddress } from './profiles.ts';

type Named = Pick<TasteWord, 'key' | 'fact'>;

/** What a trait is called; undefined for those that no catalogue has a word for. */
export function tasteName({ key, fact }: Named, messages: Messages): string | undefined {
  const { terms, forYou } = messages;
  const kind = kindOf(key);
  const term = key.slice(kind.length + 1);
  if (kind === 'feel') return wordFor(terms.feels, term);
  if (kind === 'theme') return forYou.about(wordFor(terms.themes, term));
  if (kind === 'relation') return wordFor(terms.relations, term);
  if (kind === 'length') return wordFor(forYou.lengths, term);
  if (kind === 'kind') return wordFor(terms.showKinds, term);
  if (fact === undefined) return undefined;
  if (kind === 'genre') return factText('genre', fact, messages);
  if (kind === 'country') return forYou.fromCountry(factText('country', fact, messages));
  return kind === 'person' ? forYou.with(fact) : undefined;
}

/** So many words of each kind are said; the rest still counts. */
const SAID: Readonly<Record<string, number>> = {
  feel: 8,
  theme: 5,
  genre: 5,
  relation: 3,
  country: 3,
  person: 4,
  length: 2,
  kind: 1,
};

/** Kind by kind the strongest words, and every one that the person said themselves. */
export function saidWords(taste: Taste): readonly TasteWord[] {
  const byKind = Map.groupBy(taste, ({ key }) => kindOf(key));
  return Object.entries(SAID).flatMap(([kind, most]) => {
    const words = byKind.get(kind) ?? [];
    const learned = words.filter(({ says }) => says === undefined).slice(0, most);
    return words.filter((word) => word.says !== undefined || learned.includes(word));
  });
}

const TITLES = 2;
export const titlesOf = (ids: readonly ShowId[], { shows }: Pick<Shelf, 'shows'>): string =>
  ids
    .flatMap((id) => shows.get(id)?.title ?? [])
    .slice(0, TITLES)
    .join(', ');

/** The strongest reasons for a title, and the strongest against it. */
export function becauseRows(
  reasons: readonly Because[],
  { messages, shelf }: { readonly messages: Messages; readonly shelf: Pick<Shelf, 'shows'> },
): readonly ReasonRow[] {
  const texts = messages.forYou;
  const named = reasons.flatMap((because) => {
    const name = tasteName(
      { ...because.word, ...(because.fact === undefined ? {} : { fact: because.fact }) },
      messages,
    );
    return name === undefined ? [] : [{ ...because, name }];
  });
  const chosen = [
    ...named.filter(({ gain }) => gain > 0).slice(0, FOR),
    ...named.filter(({ gain }) => gain < 0).slice(0, AGAINST),
  ];
  return chosen.map(({ name, gain, word, evidence }) => {
    const titles = titlesOf(word.from, shelf);
    return {
      // What speaks for a title and is not liked is that it lacks it.
      wish: gain > 0 && word.liking < 0 ? messages.parts.wishes.notTooMuch(name) : name,
      met: gain > 0 ? 'met' : 'not',
      metWord: gain > 0 ? texts.speaksFor : texts.speaksAgainst,
      fact: word.says !== undefined ? texts.saidByYou : titles === '' ? undefined : texts.asIn(titles),
      quote:
        evidence === undefined
          ? undefined
          : {
              text: evidence.quote,
              href: wordsAddress(evidence),
              language: languageOfScript(evidence.quote),
            },
    };
  });
}
const FOR = 4;
const AGAINST = 1;
