// A finding and its claim as the archive holds them. Whether the terms are of the vocabulary and the quotes are of the
// review is for others to check: here only the shape is.
import { type Claim, type Degree, FACT_FIELDS, type Finding, type Stance } from '../core/reading/finding.ts';
import type { Rating } from '../core/review.ts';
import { CREDIT_ROLES } from '../core/show.ts';
import { type Fields, present } from './fields.ts';

const KINDS = [
  'fact',
  'person',
  'character',
  'relation',
  'feel',
  'theme',
  'aspect',
  'reference',
  'verdict',
  'spoiler',
] as const;
const STANCES: readonly Stance[] = ['recommends', 'recommends-with-reservations', 'mixed', 'advises-against'];
const REFERENCES = ['mentioned', 'compared', 'better-than', 'worse-than', 'same-maker'] as const;

export function takeFinding(fields: Fields): Finding | undefined {
  const claim = takeClaim(fields);
  const evidence = fields.list('evidence').flatMap((words) => {
    const start = words.whole('start', 0, 1e9);
    const end = words.whole('end', 0, 1e9);
    const quote = words.verbatim('quote', 2000);
    return start === undefined || end === undefined || !quote ? [] : [{ start, end, quote }];
  });
  const why = fields.fields('why');
  if (claim === undefined || evidence.length === 0) return undefined;
  return {
    ...claim,
    evidence,
    confidence: fields.number('confidence', 0, 1) ?? 1,
    why: {
      rule: why?.text('rule', 200) ?? 'import',
      scope: why?.texts('scope') ?? [],
      ...present({ cue: why?.verbatim('cue', 500) }),
    },
  };
}

export function takeClaim(fields: Fields): Claim | undefined {
  const claim = readClaim(fields);
  if (claim === undefined) fields.complain('A finding lacks something that its kind needs and was left out.');
  return claim;
}

function readClaim(fields: Fields): Claim | undefined {
  const text = (name: string) => fields.verbatim(name, 500) || undefined;
  const degree = (name: string) => fields.whole(name, -2, 2) as Degree | undefined;
  const kind = fields.oneOf('kind', KINDS);
  switch (kind) {
    case 'fact': {
      const field = fields.oneOf('field', FACT_FIELDS);
      const value = takeValue(fields);
      return field && value !== undefined ? { kind, field, value } : undefined;
    }
    case 'person': {
      const [name, role] = [text('name'), fields.oneOf('role', CREDIT_ROLES)];
      return name && role ? { kind, name, role, ...present({ character: text('character') }) } : undefined;
    }
    case 'character': {
      const name = text('name');
      const more = { occupation: text('occupation'), gender: fields.oneOf('gender', ['male', 'female']) };
      return name ? { kind, name, traits: fields.texts('traits'), ...present(more) } : undefined;
    }
    case 'relation': {
      const [one, other] = fields.texts('between');
      const relation = text('relation');
      if (!one || !other || !relation) return undefined;
      return { kind, between: [one, other], relation, ...present({ becomes: text('becomes') }) };
    }
    case 'feel': {
      const [term, much] = [text('term'), degree('degree')];
      return term && much !== undefined ? { kind, term, degree: much } : undefined;
    }
    case 'theme': {
      const term = text('term');
      return term ? { kind, term } : undefined;
    }
    case 'aspect': {
      const [aspect, sentiment] = [text('aspect'), degree('sentiment')];
      return aspect && sentiment !== undefined ? { kind, aspect, sentiment } : undefined;
    }
    case 'reference': {
      const [title, as] = [text('title'), fields.oneOf('as', REFERENCES)];
      return title && as ? { kind, title, as } : undefined;
    }
    case 'verdict': {
      const stance = fields.oneOf('stance', STANCES);
      const more = { rating: takeRating(fields.fields('rating')), audience: text('audience') };
      return stance ? { kind, stance, occasions: fields.texts('occasions'), ...present(more) } : undefined;
    }
    case 'spoiler':
      return { kind };
    case undefined:
      return undefined;
  }
}

/** A number or a text, whichever it is. */
function takeValue(fields: Fields): string | number | undefined {
  return fields.is('value', 'number') ? fields.number('value', -1e9, 1e9) : fields.verbatim('value', 500);
}

function takeRating(rating: Fields | undefined): Rating | undefined {
  const [value, outOf] = [rating?.number('value', 0, 1000), rating?.number('outOf', 0, 1000)];
  return value === undefined || outOf === undefined ? undefined : { value, outOf };
}
