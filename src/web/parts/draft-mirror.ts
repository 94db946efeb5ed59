// The text of a draft drawn again behind the field it is typed into: the same words in the same lines, underlined, with
// notes in the margin. Unlike the pencilled review it shows the text raw, because every letter must lie under its
// twin. Made in the page itself, while one types.
import type { Element, Root, RootContent, Text } from 'hast';
import { placeNotes } from './margin-notes.ts';
import { drawRoot } from './pencil-drawing.ts';
import { isWithin, layLines, stretches } from './pencil-spans.ts';
import type { PencilNote, PencilWords } from './pencilled-review.ts';

export function draftMirror(text: string, notes: readonly PencilNote[], words: PencilWords): Root {
  const letters: Text = { type: 'text', value: text };
  const root: Root = { type: 'root', children: [letters] };
  const spans = notes.flatMap(({ spans }, note) =>
    spans.filter((span) => isWithin(span, text)).map(({ start, end }) => ({ start, end, note })),
  );
  drawRoot(root, {
    notes,
    words,
    offsets: new Map([[letters, Int32Array.from({ length: text.length + 1 }, (_, index) => index)]]),
    stretches: stretches(layLines(spans)),
    veils: [],
    places: placeNotes(notes, text).map((place) => ({ ...place, offset: blankAfter(text, place.offset) })),
  });
  for (const child of root.children) unlink(child);
  return root;
}

/** Notes hang at a blank: within a word they would part two letters that are set closer together in the field. */
function blankAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !/\s/.test(text[at]!)) at += 1;
  return at;
}

/** It is a picture: nothing in it takes the focus or an address, the list of findings beside it does. */
function unlink(node: RootContent | Element['children'][number]): void {
  if (node.type !== 'element') return;
  if (node.tagName === 'a') node.tagName = 'span';
  delete node.properties.href;
  delete node.properties.id;
  delete node.properties.tabIndex;
  delete node.properties.role;
  for (const child of node.children) unlink(child);
}
