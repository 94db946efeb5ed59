// An entity of Wikidata's JSON (https://www.wikidata.org/wiki/Help:Data_model): its names in all languages and its ids
// elsewhere. A dump holds one entity in a line; a single entity's file holds it under "entities".
import type { OutsideId, ShowName } from '../core/show.ts';
import { type Json, listAt, objectIn, textAt, at as valueAt } from './shape.ts';

/** Properties that hold ids, and how we write those. */
const ID_PROPERTIES: Readonly<
  Record<string, { readonly service: string; readonly write: (value: string) => string }>
> = {
  P345: { service: 'imdb', write: (value) => value },
  P4947: { service: 'tmdb', write: (value) => `movie/${value}` },
  P4983: { service: 'tmdb', write: (value) => `tv/${value}` },
  P4835: { service: 'tvdb', write: (value) => `series/${value}` },
  P8600: { service: 'tvmaze', write: (value) => value },
  P3868: { service: 'mydramalist', write: (value) => /^\d+/.exec(value)?.[0] ?? value },
  P4529: { service: 'douban', write: (value) => value },
};

export type WikidataTitle = {
  readonly id: string;
  readonly names: readonly ShowName[];
  readonly outsideIds: readonly OutsideId[];
};

/** Cheap, for the hundred million lines of a dump that are about something else. */
export const mayBeTitle = (line: string): boolean => {
  for (const property in ID_PROPERTIES) if (line.includes(`"${property}"`)) return true;
  return false;
};

export function readEntity(entity: Json): WikidataTitle | undefined {
  const id = textAt(entity, 'id');
  if (id === undefined || !/^Q\d+$/.test(id)) return undefined;
  const outsideIds = [
    { service: 'wikidata', value: id },
    ...Object.entries(ID_PROPERTIES).flatMap(([property, { service, write }]) =>
      listAt(entity, 'claims', property).flatMap((claim): readonly OutsideId[] => {
        const value = textAt(claim, 'mainsnak', 'datavalue', 'value');
        return value === undefined || valueAt(claim, 'rank') === 'deprecated'
          ? []
          : [{ service, value: write(value) }];
      }),
    ),
  ];
  const names: ShowName[] = [];
  for (const list of ['labels', 'aliases'])
    for (const [language, value] of Object.entries(objectIn(valueAt(entity, list)) ?? {}))
      for (const one of Array.isArray(value) ? listAt({ value }, 'value') : [value]) {
        const text = textAt(one, 'value');
        if (text !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language))
          names.push({ text, kind: 'alternative', language });
      }
  return { id, names, outsideIds };
}

/** The entities of one line of a dump, or of a single entity's file. */
export function entitiesOf(line: string): readonly Json[] {
  const text = line.trim().replace(/,$/, '');
  if (!text.startsWith('{')) return [];
  try {
    const value: Json = JSON.parse(text);
    const entities = objectIn(valueAt(value, 'entities'));
    return entities === undefined ? [value] : Object.values(entities);
  } catch {
    return [];
  }
}
