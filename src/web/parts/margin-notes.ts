// The notes of a review's margin: what each says, and where in the text it stands.
import type { Element, ElementContent } from 'hast';
import type { ClaimKind } from '../../core/reading/finding.ts';
import type { Span } from '../../core/text.ts';
import { findingAnchor } from './anchors.ts';
import { type KindWords, pencilClass } from './kinds.ts';
import { safeAddress } from './markup.ts';
import { isWithin } from './pencil-spans.ts';

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

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children: [...children] });
export const words = (value: string): ElementContent => ({ type: 'text', value });

/** Notes whose words stand within a line of each other share one place in the margin. */
const LINE_LETTERS = 48;
/** On a phone the note opens under the words; those of a long stretch would come too late. */
const LONG_EVIDENCE = 90;

/** Where a note is put: after its first words, at a blank. */
function placeOf(note: PencilNote, text: string): number | undefined {
  const first = note.spans.find((span) => isWithin(span, text));
  if (first === undefined) return undefined;
  if (first.end - first.start <= LONG_EVIDENCE) return first.end;
  const blank = text.indexOf(' ', first.start + LINE_LETTERS);
  return blank < 0 || blank > first.end ? first.end : blank;
}

export type NotePlace = { readonly offset: number; readonly notes: readonly number[] };

/** Indexes of notes by place, in order of offset. A line's end closes a place: notes stay in their paragraph. */
export function placeNotes(notes: readonly PencilNote[], text: string): readonly NotePlace[] {
  const placed = notes
    .map((note, index) => ({ index, offset: placeOf(note, text) ?? text.length }))
    .sort((a, b) => a.offset - b.offset || a.index - b.index);
  const places: { first: number; offset: number; notes: number[] }[] = [];
  for (const { index, offset } of placed) {
    const last = places.at(-1);
    const isNear = last !== undefined && offset - last.first <= LINE_LETTERS;
    if (isNear && !text.slice(last.offset, offset).includes('\n')) {
      last.notes.push(index);
      last.offset = offset;
    } else places.push({ first: offset, offset, notes: [index] });
  }
  return places;
}

function actionsOf(key: string, actions: NoteActions): Element {
  const buttons = actions.buttons.map(({ name, word, sign }) =>
    element(
      'button',
      {
        form: actions.formId,
        name,
        value: key,
        ...(sign === undefined ? {} : { title: word, ariaLabel: word }),
      },
      [words(sign ?? word)],
    ),
  );
  const change =
    actions.change === undefined
      ? []
      : [element('a', { href: safeAddress(actions.change.href(key)) }, [words(actions.change.word)])];
  return element('span', { className: ['note-actions'] }, [...buttons, ...change]);
}

/** `veil` is the number of the cover that lies over the note's words, if one does. */
export function noteElement(
  note: PencilNote,
  index: number,
  extra: {
    readonly words: PencilWords;
    readonly veil?: number | undefined;
    readonly actions?: NoteActions | undefined;
  },
): Element {
  const kind = extra.words.kinds[note.kind];
  const isKept = note.state === 'accepted' || note.state === 'replaced';
  const classes = ['note', `n${index + 1}`, pencilClass(note.kind)];
  if (isKept) classes.push(`is-${note.state}`);
  if (extra.veil !== undefined) classes.push('is-veiled', `v${extra.veil}`);
  return element('span', { className: classes, id: findingAnchor(note.key), role: 'note' }, [
    element('span', { className: ['letter'], ariaHidden: 'true', title: kind.name }, [words(kind.letter)]),
    element('span', { className: ['unseen'] }, [words(` ${kind.name}: `)]),
    element('span', { className: ['label'] }, [words(note.label)]),
    ...(note.detail === undefined
      ? []
      : [words(' '), element('span', { className: ['detail'] }, [words(note.detail)])]),
    ...(isKept
      ? [words(' '), element('span', { className: ['state'] }, [words(extra.words.states[note.state])])]
      : []),
    ...(extra.actions === undefined ? [] : [words(' '), actionsOf(note.key, extra.actions)]),
    words(' '),
  ]);
}
