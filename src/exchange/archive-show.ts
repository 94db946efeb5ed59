// A show as the archive holds it: every fact, name and credit.
import { CREDIT_ROLES, type CreditedId, type Show, type ShowId } from '../core/show.ts';
import { type Fields, present } from './fields.ts';

const LIMIT_NAME = 500;

export function takeShow(fields: Fields): Show | undefined {
  const id = fields.text('id', 200) as ShowId | undefined;
  const title = fields.verbatim('title', LIMIT_NAME);
  const kind = fields.oneOf('kind', ['series', 'film']);
  if (id === undefined || !title || kind === undefined) {
    fields.complain('The show has no "id", "title" or "kind" and was left out.');
    return undefined;
  }
  return {
    id,
    kind,
    title,
    names: fields.list('names').flatMap((name) => {
      const text = name.verbatim('text', LIMIT_NAME);
      const label = present({
        script: name.text('script', 40),
        language: name.text('language', 40),
        source: name.text('source', 200),
      });
      return text
        ? [{ text, kind: name.oneOf('kind', ['title', 'native', 'alternative']) ?? 'alternative', ...label }]
        : [];
    }),
    countries: fields.texts('countries'),
    genres: fields.texts('genres'),
    networks: fields.texts('networks'),
    platforms: fields.texts('platforms'),
    credits: fields.list('credits').flatMap((credit) => {
      const name = credit.verbatim('name', LIMIT_NAME);
      const more = present({
        character: credit.verbatim('character', LIMIT_NAME),
        personId: credit.text('personId', 200) as CreditedId | undefined,
      });
      return name ? [{ name, role: credit.oneOf('role', CREDIT_ROLES) ?? 'other', ...more }] : [];
    }),
    outsideIds: fields.list('outsideIds').flatMap((outside) => {
      const service = outside.text('service', 200);
      const value = outside.text('value', 200);
      return service && value ? [{ service, value }] : [];
    }),
    source: fields.text('source', 200) ?? 'person',
    ...present({
      year: fields.whole('year', 1800, 3000),
      firstAired: fields.day('firstAired'),
      lastAired: fields.day('lastAired'),
      seasons: fields.whole('seasons', 0, 100_000),
      episodes: fields.whole('episodes', 0, 1_000_000),
      minutes: fields.whole('minutes', 0, 1_000_000),
      ageRating: fields.text('ageRating', 200),
    }),
  };
}
