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
};

export function chips(input: {
  readonly label: string;
  readonly items: readonly Chip[];
  readonly notUnderstood?: { readonly label: string; readonly words: readonly string[] };
}): Markup {
  const items = input.items.map((chip) => {
    const kind = chip.kind === undefined ? '' : markup`<span class="chip-kind">${chip.kind}</span> `;
    const address = safeAddress(chip.remove?.href);
    const remove =
      address === undefined
        ? ''
        : markup` <a class="chip-remove" href="${address}" aria-label="${chip.remove?.label}"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="M2 2l6 6M8 2l-6 6"/></svg></a>`;
    return markup`<li class="chip${when(chip.isAvoided, ' is-avoided')}">${kind}<span class="chip-text">${chip.text}</span>${remove}</li>`;
  });
  const missed = input.notUnderstood;
  const rest =
    missed === undefined || missed.words.length === 0
      ? ''
      : markup`<p class="not-understood">${missed.label} ${missed.words.map((word, index) => markup`${when(index > 0, ', ')}<q>${word}</q>`)}</p>`;
  return markup`<div class="chips"><ul aria-label="${input.label}">${items}</ul>${rest}</div>`;
}
