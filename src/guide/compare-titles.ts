// How alike two titles are, and in what.
import type { ShowId } from '../core/show.ts';
import { likenessOfTwo } from '../core/taste/likeness.ts';
import { getShow } from './find-show.ts';
import type { Guide } from './guide.ts';
import { settled } from './shelf.ts';

/** `likeness` is 0 to 1; `shared` are keys of traits, those that say most first. */
export function compareTitles(
  guide: Guide,
  one: ShowId,
  other: ShowId,
): { readonly likeness: number; readonly shared: readonly string[] } {
  const { finding } = settled(guide.shelf);
  return likenessOfTwo(getShow(guide, one).id, getShow(guide, other).id, { index: finding })!;
}
