// A claim that a person made up in place of one that was read: its terms must be words of the vocabulary.
import { type Claim, type Degree, FACT_FIELDS } from '../core/reading/finding.ts';
import { CREDIT_ROLES, type CreditRole } from '../core/show.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import { Refusal } from './refusal.ts';
import { checkRating } from './review-input.ts';

const LIMIT_WORDS = 300;
const REFERENCES = ['mentioned', 'compared', 'better-than', 'worse-than', 'same-maker'] as const;

/** The claim with nothing in it but its own fields; throws a Refusal that names what is none. */
export function checkClaim(vocabulary: Vocabulary, claim: Claim): Claim {
  const term = (list: readonly string[], word: string, what: string): string => {
    if (!list.includes(word)) throw new Refusal('invalid', `"${word}" is no ${what} that Runon knows.`);
    return word;
  };
  switch (claim.kind) {
    case 'feel':
      return {
        kind: 'feel',
        term: term(Object.keys(vocabulary.feels), claim.term, 'feel'),
        degree: degree(claim.degree),
      };
    case 'theme':
      return { kind: 'theme', term: term(Object.keys(vocabulary.themes), claim.term, 'theme') };
    case 'aspect':
      return {
        kind: 'aspect',
        aspect: term(vocabulary.aspects, claim.aspect, 'aspect'),
        sentiment: degree(claim.sentiment),
      };
    case 'relation':
      return {
        kind: 'relation',
        between: [words(claim.between[0]), words(claim.between[1])],
        relation: term(vocabulary.relations, claim.relation, 'relation'),
        ...(claim.becomes ? { becomes: term(vocabulary.relations, claim.becomes, 'relation') } : {}),
      };
    case 'verdict':
      return {
        kind: 'verdict',
        stance: term(vocabulary.stances, claim.stance, 'stance') as typeof claim.stance,
        occasions: claim.occasions.map((occasion) => term(vocabulary.occasions, occasion, 'occasion')),
        ...(claim.rating ? { rating: checkRating(claim.rating) } : {}),
        ...(claim.audience ? { audience: words(claim.audience) } : {}),
      };
    case 'fact':
      return {
        kind: 'fact',
        field: term(FACT_FIELDS, claim.field, 'fact') as typeof claim.field,
        value: typeof claim.value === 'number' ? claim.value : words(claim.value),
      };
    case 'person':
      return {
        kind: 'person',
        name: words(claim.name),
        role: term(CREDIT_ROLES, claim.role, 'role') as CreditRole,
        ...(claim.character ? { character: words(claim.character) } : {}),
      };
    case 'character':
      return {
        kind: 'character',
        name: words(claim.name),
        traits: claim.traits.slice(0, 20).map(words),
        ...(claim.occupation ? { occupation: words(claim.occupation) } : {}),
        ...(claim.gender === 'male' || claim.gender === 'female' ? { gender: claim.gender } : {}),
      };
    case 'reference':
      return {
        kind: 'reference',
        title: words(claim.title),
        as: term(REFERENCES, claim.as, 'reference') as typeof claim.as,
      };
    case 'spoiler':
      return { kind: 'spoiler' };
  }
  throw new Refusal('invalid', 'That is no kind of finding.');
}

function degree(value: number): Degree {
  if (![-2, -1, 0, 1, 2].includes(value)) throw new Refusal('invalid', 'A degree goes from -2 to 2.');
  return value as Degree;
}

function words(text: string): string {
  const trimmed = String(text ?? '').trim();
  if (trimmed === '' || trimmed.length > LIMIT_WORDS)
    throw new Refusal('invalid', `A name or value has 1 to ${LIMIT_WORDS} characters.`);
  return trimmed;
}
