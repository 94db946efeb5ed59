// `runon-shows`: one show per line, with the ids that its maker gave. Facts and credits, no reviews.
import { CREDIT_ROLES, type Credit, type Show, type ShowId, type ShowName } from '../core/show.ts';
import { type Fields, openFields, present } from './fields.ts';
import { parseJsonLines } from './json-lines.ts';
import type { Parsed } from './problems.ts';
import { scriptOf } from './script.ts';

export const parseRunonShows = (bytes: Uint8Array): Parsed<Show> =>
  parseJsonLines(bytes, (record, { complain }) => takeShow(openFields(record, complain)));

function takeShow(fields: Fields): Show | undefined {
  const id = fields.text('id', 200);
  const title = fields.text('title', 500);
  if (id === undefined || title === undefined) {
    fields.complain('The show has no "id" or no "title", so it was left out.');
    return undefined;
  }
  const firstAired = fields.day('firstAired');
  const names: ShowName[] = [
    { text: title, kind: 'title' as const },
    ...listed(fields.text('nativeTitle', 500), 'native'),
    ...fields.texts('otherTitles').flatMap((name) => listed(name, 'alternative')),
  ].map((name) => ({ ...name, ...present({ script: scriptOf(name.text) }) }));
  return {
    id: id as ShowId,
    kind: fields.oneOf('kind', ['series', 'film']) ?? 'series',
    title,
    names: names.filter(({ text }, at) => names.findIndex((other) => other.text === text) === at),
    countries: fields.texts('countries'),
    genres: fields.texts('genres'),
    networks: fields.texts('networks'),
    platforms: fields.texts('platforms'),
    credits: fields.list('people').flatMap(takeCredit),
    outsideIds: [],
    source: 'runon-shows',
    ...present({
      year: fields.whole('year', 1870, 2200) ?? (firstAired ? Number(firstAired.slice(0, 4)) : undefined),
      episodes: fields.whole('episodes', 1, 100_000),
      seasons: fields.whole('seasons', 1, 1000),
      minutes: fields.whole('minutes', 1, 10_000),
      ageRating: fields.text('ageRating', 40),
      firstAired,
      lastAired: fields.day('lastAired'),
    }),
  };
}

const listed = (text: string | undefined, kind: ShowName['kind']) =>
  text === undefined ? [] : [{ text, kind }];

function takeCredit(person: Fields): Credit[] {
  const name = person.text('name', 300);
  if (name === undefined) return [];
  const role = person.oneOf('role', CREDIT_ROLES) ?? 'other';
  return [{ name, role, ...present({ character: person.text('character', 300) }) }];
}
