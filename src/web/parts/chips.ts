// What a question was understood to ask, as chips that can be taken away one by one, and what was not understood.
import { type Markup, markup, safeAddress, when } from './markup.ts';

export type Chip = {
  readonly text: string;
  /** "feel", "with", "not": small before the text. */
  readonly kind?: string | undefined;
  /** Something to keep out. */
  readonly isAvoided?: boolean | undefined;
  /** The same question without it, and the link's name: "Without: romantic". */
  readonly remove?: { readonly href: string; readonly label: string };
  /** The same question with the opposite of it. */
  readonly flip?: { readonly href: string; readonly label: string } | undefined;
};

export function chips(input: {
  readonly label: string;
  readonly items: readonly Chip[];
  readonly notUnderstood?: { readonly label: string; readonly words: readonly string[] };
}): Markup {
  const items = input.items.map((chip) => {
    const kind = chip.kind === undefined ? '' : markup`<span class="chip-kind">${chip.kind}</span> `;
    const flip = chipLink('flip', chip.flip);
    const remove = chipLink('remove', chip.remove);
    return markup`<li class="chip${when(chip.isAvoided, ' is-avoided')}">${kind}<span class="chip-text">${chip.text}</span>${flip}${remove}</li>`;
  });
  const missed = input.notUnderstood;
  const rest =
    missed === undefined || missed.words.length === 0
      ? ''
      : markup`<p class="not-understood">${missed.label} ${missed.words.map((word, index) => markup`${when(index > 0, ', ')}<q>${word}</q>`)}</p>`;
  return markup`<div class="chips"><ul aria-label="${input.label}">${items}</ul>${rest}</div>`;
}

/** Drawn in a field of ten by ten. */
const SIGNS = { flip: 'M1 3.5h7l-2-2M9 6.5H2l2 2', remove: 'M2 2l6 6M8 2l-6 6' } as const;

function chipLink(does: keyof typeof SIGNS, link: Chip['remove']): Markup {
  const address = safeAddress(link?.href);
  return address === undefined
    ? markup``
    : markup` <a class="chip-link chip-${does}" href="${address}" aria-label="${link?.label}" title="${link?.label}"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="${SIGNS[does]}"/></svg></a>`;
}
