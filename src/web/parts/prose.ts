// A review's text as a tree of plain prose elements, every letter knowing its offset in the text as stored.
// Markdown is understood; HTML is not (it stays visible as text), nothing is loaded from outside.
import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { safeAddress } from './markup.ts';
import { alignWithSource } from './source-map.ts';

/** Source offsets of a text node's code units and of its end; a text without them cannot be marked. */
export type Offsets = ReadonlyMap<Text, Int32Array>;
export type Prose = { readonly root: Root; readonly offsets: Offsets };

// Markdown that would hide or restyle what somebody wrote as plain text is switched off.
const PLAIN = {
  disable: { null: ['htmlFlow', 'htmlText', 'codeIndented', 'setextUnderline', 'definition'] },
};
const SCHEMA = {
  tagNames: ['p', 'em', 'strong', 'blockquote', 'ul', 'ol', 'li', 'h2', 'h3', 'code', 'pre', 'hr', 'br', 'a'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
};
const LONGEST_MARKDOWN = 120_000;
/** Quotations in lists in quotations: more than this is an attack, not a review. */
const DEEPEST = 6;
const MOST_MARKERS = 800;
const MOST_BRACKETS = 1_500;
const MARKER = /[ \t]*(?:>|[*+-]+|\d{1,9}[.)])/y;

/** Markdown costs more than its length when it is nested or full of signs: such a text is shown as it stands. */
function isTame(text: string): boolean {
  if (text.length > LONGEST_MARKDOWN) return false;
  let brackets = 0;
  for (let index = 0; index < text.length; index += 1)
    if ('[]*_`<'.includes(text.charAt(index))) brackets += 1;
  if (brackets > MOST_BRACKETS) return false;
  let markers = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    MARKER.lastIndex = 0;
    let depth = 0;
    while (depth <= DEEPEST && MARKER.test(line)) depth += 1;
    markers += depth;
    if (depth > DEEPEST || markers > MOST_MARKERS) return false;
  }
  return true;
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A picture becomes a link with its words: nothing is asked of other sites. */
function withoutPictures(node: RootContent | ElementContent): RootContent | ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'img') {
    const words: Text = {
      type: 'text',
      value: String(node.properties.alt || node.properties.src || ''),
    };
    const start = node.position?.start.offset;
    if (node.position !== undefined && start !== undefined) {
      const from = { ...node.position.start, offset: start + 2 };
      words.position = { start: from, end: node.position.end };
    }
    return { ...node, tagName: 'a', properties: { href: node.properties.src ?? '' }, children: [words] };
  }
  return { ...node, children: node.children.map(withoutPictures) as ElementContent[] };
}

const HEADINGS: Readonly<Record<string, string>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
};

function withHeadingsBelowTitle(node: RootContent | ElementContent): RootContent | ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(withHeadingsBelowTitle) as ElementContent[];
  return { ...node, tagName: HEADINGS[node.tagName] ?? node.tagName, children };
}

function fromMarkdownText(text: string): Root {
  // A mark of byte order is skipped by the parser, which would move every offset by one.
  const tree = fromMarkdown(text.replace(/^\uFEFF/, ' '), { extensions: [PLAIN] });
  const made = toHast(tree);
  const children = made.type === 'root' ? made.children : [made as RootContent];
  const shaped = children.map((child) => withHeadingsBelowTitle(withoutPictures(child))) as RootContent[];
  return sanitize({ type: 'root', children: shaped }, SCHEMA) as Root;
}

/** Paragraphs at empty lines, everything literal. */
function fromPlainText(text: string): Root {
  const children: RootContent[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n(?=[^\n]*\S)[^\n]*)*/g)) {
    const start = { line: 1, column: 1, offset: match.index };
    const end = { line: 1, column: 1, offset: match.index + match[0].length };
    const words: Text = { type: 'text', value: match[0], position: { start, end } };
    children.push({ type: 'element', tagName: 'p', properties: {}, children: [words] });
  }
  return { type: 'root', children };
}

// Lines of much the same length that do not end with a sentence were broken by an editor, not by the writer.
function isHardWrapped(text: string): boolean {
  const lines = text.split('\n').slice(0, -1);
  return lines.every((line) => line.length >= 50 && line.length <= 110);
}

function finish(node: Root | Element, source: string, offsets: Map<Text, Int32Array>): void {
  // After a hard break the renderer adds a line end, which would break the line twice where line ends are kept.
  node.children = node.children.filter((child, index) => {
    const before = node.children[index - 1];
    const isAfterBreak = before?.type === 'element' && before.tagName === 'br';
    return !(isAfterBreak && child.type === 'text' && child.value === '\n');
  }) as ElementContent[];
  for (const child of node.children) {
    if (child.type === 'text') {
      // Between blocks stand line ends of the renderer's own; only the text of code has its place from its parent.
      const isCode = node.type === 'element' && node.tagName === 'code';
      const place = child.position ?? (isCode ? node.position : undefined);
      const start = place?.start.offset;
      const end = place?.end.offset;
      if (start === undefined || end === undefined) continue;
      const skipped = isCode ? codeStart(source, start, child.value) : start;
      const found = alignWithSource(source, { start: skipped, end }, child.value.replace(/\n$/, ''));
      if (found !== undefined) offsets.set(child, found);
    } else if (child.type === 'element') {
      if (child.tagName === 'p' || child.tagName === 'li') {
        const words = textOf(child);
        if (words.includes('\n') && !isHardWrapped(words)) child.properties.className = ['lines'];
      }
      if (child.tagName === 'a') {
        const address = safeAddress(String(child.properties.href ?? ''));
        child.properties = address?.startsWith('http')
          ? { href: address, rel: ['nofollow', 'noopener', 'noreferrer'] }
          : {};
      }
      finish(child, source, offsets);
    }
  }
}

/** Past the fence or the back ticks of code. */
function codeStart(source: string, start: number, value: string): number {
  let at = start;
  while (source.charAt(at) === '`' || source.charAt(at) === '~') at += 1;
  if (at - start < 3 || !value.endsWith('\n')) return at;
  const lineEnd = source.indexOf('\n', at);
  return lineEnd < 0 ? at : lineEnd + 1;
}

export function proseOf(text: string): Prose {
  const root = isTame(text) ? fromMarkdownText(text) : fromPlainText(text);
  const offsets = new Map<Text, Int32Array>();
  finish(root, text, offsets);
  return { root, offsets };
}
