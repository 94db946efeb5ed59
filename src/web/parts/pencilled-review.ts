// A review set as a column, what was read underlined in place, its note in the margin at the height of its line.
// It knows text and spans, not where findings come from.
import type { ClaimKind } from '../../core/reading/finding.ts';
import type { Span } from '../../core/text.ts';
import type { KindWords } from './kinds.ts';
import { type Markup, markup } from './markup.ts';

/** A finding as the margin says it: "Angsty", "not too much". */
export type PencilNote = {
  /** `claimKey` of the finding: the note's id is `findingAnchor(key)`. */
  readonly key: string;
  readonly kind: ClaimKind;
  /** In order of `start`; spans outside the text are ignored. */
  readonly spans: readonly Span[];
  readonly label: string;
  readonly detail?: string | undefined;
  readonly state?: 'read' | 'accepted' | 'replaced' | undefined;
};

/**
 * Buttons in a note that send a form of the page: `<form id=… method=post>` stands outside, each button carries
 * `name=value` where value is the finding's key. `change` is a link.
 */
export type NoteActions = {
  readonly formId: string;
  readonly buttons: readonly {
    readonly name: string;
    readonly word: string;
    readonly sign?: string | undefined;
  }[];
  readonly change?: { readonly word: string; readonly href: (key: string) => string };
};

export type PencilWords = {
  readonly kinds: KindWords;
  /** The name of the box that lifts a cover: "Show the spoiler". */
  readonly liftSpoiler: string;
  readonly states: Readonly<Record<'accepted' | 'replaced', string>>;
};

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
  return markup`<div class="pencilled prose"><p>${input.text}</p></div>`;
}
