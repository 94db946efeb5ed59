// What was read of a draft, said in words beside it. Runs in the page, too, while one types.
import type { Claim } from '../../core/reading/finding.ts';
import type { Messages } from '../messages/languages.ts';
import { pencilLegend, pencilLetter } from './kinds.ts';
import { type Markup, markup } from './markup.ts';
import type { PencilNote } from './pencilled-review.ts';

/** `notes` is undefined where there is nothing to read yet. */
export function readList(
  notes: readonly PencilNote[] | undefined,
  counts: Partial<Record<Claim['kind'], number>>,
  messages: Messages,
): Markup {
  const texts = messages.write;
  if (notes === undefined)
    return markup`<h2 class="section-title">${texts.readsSoFar}</h2><p class="empty-line">${texts.readsEmpty}</p><p><button class="button is-quiet" type="button" data-fill hidden>${texts.example}</button></p>`;
  const list = notes.map(
    ({ kind, label, detail }) =>
      markup`<li>${pencilLetter(kind, messages.parts.kinds)} ${label}${detail === undefined ? '' : markup` <span class="detail">${detail}</span>`}</li>`,
  );
  return markup`<h2 class="section-title">${texts.readsSoFar} <span class="meta" role="status">${messages.review.found(notes.length)}</span></h2>${pencilLegend(
    { counts, words: messages.parts.kinds, label: messages.parts.note.legend },
  )}<ul class="read-list">${list}</ul>`;
}
