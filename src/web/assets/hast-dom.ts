// A tree of hast as nodes of the page: no markup is made, so that there is none to escape.
import type { ElementContent, Root } from 'hast';

export function drawnNodes({ children }: Root): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const child of children) if (child.type !== 'doctype') append(fragment, child);
  return fragment;
}

function append(parent: Node, node: ElementContent): void {
  if (node.type === 'text') parent.appendChild(document.createTextNode(node.value));
  if (node.type !== 'element') return;
  const element = document.createElement(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === undefined || value === null || value === false) continue;
    const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
    element.setAttribute(attributeOf(name), text);
  }
  for (const child of node.children) append(element, child);
  parent.appendChild(element);
}

/** "className" → "class", "ariaLabel" → "aria-label", "dataKind" → "data-kind"; the rest in small letters. */
const attributeOf = (name: string): string =>
  name === 'className'
    ? 'class'
    : name.replace(/^(aria|data)([A-Z])/, '$1-$2').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
