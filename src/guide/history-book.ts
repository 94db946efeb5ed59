// The guide as matching sees it: its titles by id elsewhere and by name, what the person chose before, and the titles
// that this very import adds.
import type { TitleReading } from '../core/history/entry.ts';
import { RATHER_ALIKE, type TitleBook } from '../core/history/match.ts';
import { foldName, squeeze } from '../core/names/fold.ts';
import type { OutsideId, Show, ShowId } from '../core/show.ts';
import { scriptOf } from '../exchange/script.ts';
import { listImportChoices } from '../store/imports.ts';
import type { Db } from '../store/schema.ts';
import type { Guide } from './guide.ts';
import { settled } from './shelf.ts';
import { bareShow } from './show-input.ts';

export type Book = TitleBook & {
  readonly addShow: (show: Show) => void;
  /** Ids that a title has beside those it is stored with. */
  readonly addIds: (showId: ShowId, ids: readonly OutsideId[]) => readonly OutsideId[];
};

const idKey = ({ service, value }: OutsideId): string => `${service}\n${value}`;
const nameKeyOf = (name: string): string => squeeze(foldName(name));

export async function openBook(guide: Guide, db: Db): Promise<Book> {
  const { shelf } = guide;
  const { titles } = settled(shelf);
  const byId = new Map<string, ShowId[]>();
  const added = new Map<ShowId, Show>();
  const byName = new Map<string, ShowId[]>();
  const services = new Map<ShowId, Set<string>>();
  const put = (map: Map<string, ShowId[]>, key: string, id: ShowId): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [id]);
    else if (!there.includes(id)) there.push(id);
  };
  for (const { id, outsideIds } of shelf.shows.values())
    for (const one of outsideIds) put(byId, idKey(one), id);
  const choices = new Map(
    (await listImportChoices(db, guide.me)).map(({ titleKey, showId }) => [titleKey, showId]),
  );
  const show = (id: ShowId) => added.get(id) ?? shelf.shows.get(id);
  const servicesOf = (id: ShowId): Set<string> => {
    const known = services.get(id) ?? new Set(show(id)?.outsideIds.map(({ service }) => service));
    services.set(id, known);
    return known;
  };
  return {
    byId: (id) => byId.get(idKey(id)) ?? [],
    exact: (name) => [...(titles.exact(name) as readonly ShowId[]), ...(byName.get(nameKeyOf(name)) ?? [])],
    near: (name) => titles.alike(name, RATHER_ALIKE),
    show,
    chosen: (key) => choices.get(key),
    addShow: (one) => {
      added.set(one.id, one);
      for (const { text } of one.names) put(byName, nameKeyOf(text), one.id);
      for (const id of one.outsideIds) put(byId, idKey(id), one.id);
    },
    addIds: (showId, ids) => {
      const known = servicesOf(showId);
      const fresh = ids.filter((id) => !known.has(id.service) && !byId.has(idKey(id)));
      for (const id of fresh) {
        known.add(id.service);
        put(byId, idKey(id), showId);
      }
      return fresh;
    },
  };
}

/** A title that the guide did not know, as far as a row tells of it. */
export function showFrom(
  reading: TitleReading,
  { id, ids, source }: { readonly id: ShowId; readonly ids: readonly OutsideId[]; readonly source: string },
): Show {
  const names = [reading.name, ...(reading.otherNames ?? [])];
  return {
    ...bareShow(id),
    kind: reading.kind ?? (reading.episode === undefined ? 'film' : 'series'),
    title: reading.name,
    names: names.map((text, at) => {
      const script = scriptOf(text);
      return {
        text,
        kind: at === 0 ? 'title' : 'alternative',
        ...(script === undefined ? {} : { script }),
        source,
      };
    }),
    ...(reading.year === undefined ? {} : { year: reading.year }),
    outsideIds: ids,
    source,
  };
}
