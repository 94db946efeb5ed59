// A finding in words: what a note in the margin says of it.
import type { Claim } from '../../core/reading/finding.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { factText } from './facts.ts';

export type Told = { readonly label: string; readonly detail?: string };

const told = (label: string, details: readonly (string | undefined)[]): Told => {
  const detail = details.filter((part) => part !== undefined && part !== '').join(' · ');
  return detail === '' ? { label } : { label, detail };
};

/** "female lead" has a word in every language, a name stays as it is. */
export const partyName = (name: string, messages: Messages): string => wordFor(messages.terms.parties, name);

export function relationWords(
  claim: { readonly relation: string; readonly becomes?: string },
  messages: Messages,
): string {
  const relation = wordFor(messages.terms.relations, claim.relation);
  return claim.becomes === undefined
    ? relation
    : `${relation}, ${messages.parts.map.becomes(wordFor(messages.terms.relations, claim.becomes))}`;
}

export function tellClaim(claim: Claim, messages: Messages): Told {
  const { terms, parts } = messages;
  switch (claim.kind) {
    case 'feel':
      return told(parts.feel(claim.term, claim.degree), []);
    case 'theme':
      return told(wordFor(terms.themes, claim.term), []);
    case 'aspect':
      return told(wordFor(terms.aspects, claim.aspect), [parts.sentiment(claim.sentiment)]);
    case 'verdict':
      return told(wordFor(terms.stances, claim.stance), [
        claim.rating === undefined ? undefined : parts.outOf(claim.rating.value, claim.rating.outOf),
        ...claim.occasions.map((term) => wordFor(terms.occasions, term)),
        claim.audience,
      ]);
    case 'character':
      return told(claim.name, [claim.occupation, ...claim.traits]);
    case 'relation':
      return told(claim.between.map((name) => partyName(name, messages)).join(' – '), [
        relationWords(claim, messages),
      ]);
    case 'person':
      return told(claim.name, [
        wordFor(terms.roles, claim.role),
        claim.character === undefined ? undefined : parts.as(claim.character),
      ]);
    case 'fact':
      return told(wordFor(terms.factFields, claim.field), [factText(claim.field, claim.value, messages)]);
    case 'reference':
      return told(claim.title, [wordFor(terms.referenceAs, claim.as)]);
    case 'spoiler':
      return told(parts.kinds.spoiler.name, []);
  }
}
