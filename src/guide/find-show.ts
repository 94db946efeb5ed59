// Titles by any of their names, and the one show that is meant.
import type { Show, ShowId } from '../core/show.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { settled, showsNamed } from './shelf.ts';

export type NamedShow = {
  readonly showId: ShowId;
  readonly title: string;
  /** The name that fits the words: another one than the title when it was found by that. */
  readonly name: string;
  readonly score: number;
};

/** Best first. Answers while one types. */
export function findNames(guide: Guide, words: string, limit = 10): readonly NamedShow[] {
  return settled(guide.shelf)
    .titles.find(words.slice(0, 200), limit)
    .flatMap(({ id, name, score }) => {
      const show = guide.shelf.shows.get(id as ShowId);
      return show === undefined ? [] : [{ showId: show.id, title: show.title, name, score }];
    });
}

export function getShow(guide: Guide, id: ShowId): Show {
  const show = guide.shelf.shows.get(id);
  if (show === undefined) throw noSuchShow(guide, id);
  return show;
}

/** From here on a name is the one that was meant, unless another is as near. */
const SURE = 0.9;

/** The show of this id or this name; a name that fits several, or none, is refused with what is near. */
export function resolveShow(guide: Guide, idOrName: string): Show {
  const byId = guide.shelf.shows.get(idOrName as ShowId);
  if (byId !== undefined) return byId;
  const exact = showsNamed(guide.shelf, idOrName);
  if (exact.length === 1) return getShow(guide, exact[0]!);
  if (exact.length > 1)
    throw new Refusal('conflict', `${exact.length} titles are called "${idOrName}".`, {
      hint: `Give the id of the one that is meant: ${exact
        .slice(0, 5)
        .map((id) => describe(getShow(guide, id)))
        .join('; ')}.`,
    });
  const [best, second] = findNames(guide, idOrName, 2);
  if (best !== undefined && best.score >= SURE && (second?.score ?? 0) < best.score)
    return getShow(guide, best.showId);
  throw noSuchShow(guide, idOrName);
}

function noSuchShow(guide: Guide, asked: string): Refusal {
  const near = findNames(guide, asked, 3).map(({ title }) => `"${title}"`);
  return new Refusal('not-found', `There is no title "${asked.slice(0, 100)}".`, {
    hint: near.length > 0 ? `Near it: ${near.join(', ')}.` : 'Add it by hand, or import its facts.',
  });
}

const describe = ({ id, kind, year }: Show): string => `${id} (${[kind, year].filter(Boolean).join(', ')})`;
