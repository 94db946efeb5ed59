// Draws spans and notes into a tree of prose: text nodes are cut, words get their lines, covers lie over spoilers.
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { Span } from '../../core/text.ts';
import { evidenceAnchor, findingAnchor } from './anchors.ts';
import { pencilClass } from './kinds.ts';
import {
  element,
  type NoteActions,
  type NotePlace,
  noteElement,
  type PencilNote,
  type PencilWords,
  words,
} from './margin-notes.ts';
import type { Stretch } from './pencil-spans.ts';
import type { Offsets } from './prose.ts';

/** What is drawn; stretches, veils and places are in order of offset. */
export type PencilSheet = {
  readonly notes: readonly PencilNote[];
  readonly words: PencilWords;
  readonly actions?: NoteActions | undefined;
  readonly offsets: Offsets;
  readonly stretches: readonly Stretch[];
  readonly veils: readonly Span[];
  readonly places: readonly NotePlace[];
};

type Pencil = {
  readonly sheet: PencilSheet;
  readonly stretchEnds: readonly number[];
  readonly veilEnds: readonly number[];
  /** How far it is drawn: the next place of notes, and what has its one id, link or box already. */
  readonly drawn: {
    place: number;
    readonly ids: Set<string>;
    readonly linked: Set<number>;
    readonly lifted: Set<number>;
  };
};

/** The first index of `sorted` whose value is at least `wanted`. */
function lowerBound(sorted: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cover over a span, counted from 1. */
function veilOver(span: Span | undefined, pencil: Pencil): number | undefined {
  if (span === undefined) return undefined;
  const found = lowerBound(pencil.veilEnds, span.start + 1);
  const veil = pencil.sheet.veils[found];
  return veil === undefined || veil.start >= span.end ? undefined : found + 1;
}

/** Lines under long stretches are drawn lighter. */
const LONG_LETTERS = 60;

/** The words of one stretch: one element for each span, so that each has its line; the shortest is the link. */
function pencilled(value: string, stretch: Stretch, isInLink: boolean, pencil: Pencil): Element {
  const { drawn, sheet } = pencil;
  let inner: ElementContent = words(value);
  for (const [depth, span] of [...stretch.spans.entries()].reverse()) {
    const note = sheet.notes[span.note]!;
    const isLink = depth === 0 && !isInLink && value.trim() !== '';
    const classes = [
      depth === 0 ? 'm' : 'm-more',
      `m${span.note + 1}`,
      pencilClass(note.kind),
      `u${span.slot}`,
    ];
    if (span.end - span.start > LONG_LETTERS) classes.push('is-long');
    const properties: Element['properties'] = { className: classes };
    const id = evidenceAnchor(span.start);
    if (!drawn.ids.has(id)) {
      drawn.ids.add(id);
      properties.id = id;
    }
    if (isLink) {
      properties.href = `#${findingAnchor(note.key)}`;
      if (drawn.linked.has(span.note)) properties.tabIndex = -1;
      drawn.linked.add(span.note);
    }
    inner = element(isLink ? 'a' : 'span', properties, [inner]);
  }
  return inner as Element;
}

function notesUpTo(offset: number, pencil: Pencil): readonly ElementContent[] {
  const { drawn, sheet } = pencil;
  const { places } = sheet;
  const made: ElementContent[] = [];
  for (
    let place = places[drawn.place];
    place !== undefined && place.offset <= offset;
    place = places[drawn.place]
  ) {
    drawn.place += 1;
    const notes = place.notes.map((index) => {
      const note = sheet.notes[index]!;
      const veil = note.kind === 'spoiler' ? undefined : veilOver(note.spans[0], pencil);
      return noteElement(note, index, { words: sheet.words, veil, actions: sheet.actions });
    });
    made.push(element('span', { className: ['notes'] }, notes));
  }
  return made;
}

/** Where a text node is cut: at every edge of a stretch, a cover and a place of notes. Indexes into its value. */
function cutsOf(value: string, offsets: Int32Array, pencil: Pencil): readonly number[] {
  const { stretches, veils, places } = pencil.sheet;
  const from = offsets[0]!;
  const end = offsets.at(-1)!;
  const cuts = new Set([0, value.length]);
  const cut = (offset: number): void => {
    if (offset > from && offset < end) cuts.add(lowerBound(offsets, offset));
  };
  const cutSpans = (spans: readonly Span[], ends: readonly number[]): void => {
    for (
      let index = lowerBound(ends, from + 1);
      index < spans.length && spans[index]!.start < end;
      index += 1
    ) {
      cut(spans[index]!.start);
      cut(spans[index]!.end);
    }
  };
  cutSpans(stretches, pencil.stretchEnds);
  cutSpans(veils, pencil.veilEnds);
  for (let index = pencil.drawn.place; index < places.length && places[index]!.offset < end; index += 1) {
    cut(places[index]!.offset);
  }
  return [...cuts].sort((a, b) => a - b);
}

/** A new cover; the box that lifts it stands before its first words. */
function coverOver(
  veil: number,
  pencil: Pencil,
): { readonly cover: Element; readonly made: readonly Element[] } {
  const { drawn, sheet } = pencil;
  const id = `lift-${veil}`;
  const name = sheet.words.liftSpoiler;
  const cover = element('span', {});
  const label = element('label', { className: ['veil', `v${veil}`], htmlFor: [id], title: name }, [cover]);
  if (drawn.lifted.has(veil)) return { cover, made: [label] };
  drawn.lifted.add(veil);
  const box = element('input', { type: 'checkbox', className: ['lift', `l${veil}`], id, ariaLabel: name });
  return { cover, made: [box, label] };
}

function drawText(node: Text, isInLink: boolean, pencil: Pencil): readonly ElementContent[] {
  const offsets = pencil.sheet.offsets.get(node);
  if (offsets === undefined) return [node];
  const { stretches } = pencil.sheet;
  const end = offsets.at(-1)!;
  const made: ElementContent[] = [];
  let under: { readonly veil: number; readonly cover: Element } | undefined;
  const cuts = cutsOf(node.value, offsets, pencil);
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const start = offsets[from] ?? end;
    const place = { start, end: Math.max(start + 1, offsets[to] ?? end) };
    const stretch = stretches[lowerBound(pencil.stretchEnds, start + 1)];
    const value = node.value.slice(from, to);
    const isMarked = stretch !== undefined && stretch.start < place.end;
    const piece = isMarked ? pencilled(value, stretch, isInLink, pencil) : words(value);
    const veil = veilOver(place, pencil);
    if (veil === undefined) made.push(piece);
    else {
      if (under?.veil !== veil) {
        const opened = coverOver(veil, pencil);
        made.push(...opened.made);
        under = { veil, cover: opened.cover };
      }
      under.cover.children.push(piece);
    }
    const notes = isInLink ? [] : notesUpTo(place.end, pencil);
    made.push(...notes);
    // Notes never lie within a cover: it is closed before them and opened again after.
    if (notes.length > 0 || veil === undefined) under = undefined;
  }
  return made;
}

const CLOSED = new Set(['a', 'pre', 'code']);

function draw(node: Root | Element, isInLink: boolean, pencil: Pencil): void {
  const children: (ElementContent | RootContent)[] = [];
  for (const child of node.children) {
    if (child.type === 'text') children.push(...drawText(child, isInLink, pencil));
    else {
      if (child.type === 'element') draw(child, isInLink || CLOSED.has(child.tagName), pencil);
      children.push(child);
      // What stands in a link or in code has its note right after it.
      const isPhrasing = child.type === 'element' && (child.tagName === 'a' || child.tagName === 'code');
      const end = child.position?.end.offset;
      if (isPhrasing && !isInLink && end !== undefined) children.push(...notesUpTo(end, pencil));
    }
  }
  node.children = children as ElementContent[];
}

export function drawRoot(root: Root, sheet: PencilSheet): void {
  const pencil: Pencil = {
    sheet,
    stretchEnds: sheet.stretches.map((stretch) => stretch.end),
    veilEnds: sheet.veils.map((veil) => veil.end),
    drawn: { place: 0, ids: new Set(), linked: new Set(), lifted: new Set() },
  };
  draw(root, false, pencil);
  const left = notesUpTo(Number.POSITIVE_INFINITY, pencil);
  if (left.length > 0) root.children.push(element('p', { className: ['notes-left'] }, left));
}
