// A review set as a column, what was read underlined in place, its note in the margin at the height of its line.
// It knows text and spans, not where findings come from.
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element, type NoteActions, type PencilNote, type PencilWords, placeNotes } from './margin-notes.ts';
import { asMarkup, type Markup } from './markup.ts';
import { drawRoot } from './pencil-drawing.ts';
import { isWithin, joinSpans, layLines, stretches } from './pencil-spans.ts';
import { proseOf } from './prose.ts';

export type { NoteActions, PencilNote, PencilWords } from './margin-notes.ts';

export type PencilledReviewInput = {
  readonly text: string;
  readonly notes: readonly PencilNote[];
  readonly words: PencilWords;
  /** BCP 47, for `lang`. */
  readonly language?: string | undefined;
  /** True: no covers (the reader asked for all of it). */
  readonly isUncovered?: boolean | undefined;
  readonly actions?: NoteActions | undefined;
};

export function pencilledReview(input: PencilledReviewInput): Markup {
  const { text, notes } = input;
  const { root, offsets } = proseOf(text);
  const kept = notes.map((note) => note.spans.filter((span) => isWithin(span, text)));
  const spoilers = notes.flatMap((note, index) => (note.kind === 'spoiler' ? kept[index]! : []));
  const spans = kept.flatMap((all, note) => all.map(({ start, end }) => ({ start, end, note })));
  drawRoot(root, {
    notes,
    words: input.words,
    actions: input.actions,
    offsets,
    stretches: stretches(layLines(spans)),
    veils: input.isUncovered === true ? [] : joinSpans(spoilers),
    places: placeNotes(notes, text),
  });
  const properties: Element['properties'] = { className: ['pencilled', 'prose'], dir: 'auto' };
  if (input.language !== undefined) properties.lang = input.language;
  return asMarkup(toHtml(element('div', properties, root.children as ElementContent[])));
}
