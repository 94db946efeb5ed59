// Each kind of finding has its pencil. The hues and line styles stand in review.css under these classes.
import type { ClaimKind } from '../../core/reading/finding.ts';
import { type Markup, markup } from './markup.ts';

/** In the order of a legend; also the class of the pencil: `p-feel`. */
export const CLAIM_KINDS: readonly ClaimKind[] = [
  'feel',
  'theme',
  'aspect',
  'verdict',
  'character',
  'relation',
  'person',
  'fact',
  'reference',
  'spoiler',
];

export const pencilClass = (kind: ClaimKind): string => `p-${kind}`;

/** A kind in the reader's language: its name and the one letter that stands for it in the margin. */
export type KindWords = Readonly<Record<ClaimKind, { readonly name: string; readonly letter: string }>>;

export const pencilLetter = (kind: ClaimKind, words: KindWords): Markup =>
  markup`<abbr class="letter ${pencilClass(kind)}" title="${words[kind].name}">${words[kind].letter}</abbr>`;

/** What the pencils mean: letter, line and name of every kind that occurs, with how often. */
export function pencilLegend(input: {
  readonly counts: Partial<Readonly<Record<ClaimKind, number>>>;
  readonly words: KindWords;
  readonly label: string;
}): Markup {
  const present = CLAIM_KINDS.filter((kind) => (input.counts[kind] ?? 0) > 0);
  return markup`<ul class="legend" aria-label="${input.label}">${present.map(
    (kind) =>
      markup`<li class="${pencilClass(kind)}"><span class="letter" aria-hidden="true">${input.words[kind].letter}</span><span class="line">${input.words[kind].name}</span> <span class="count">${input.counts[kind]}</span></li>`,
  )}</ul>`;
}
