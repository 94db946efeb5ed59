// What a page tells its reader beside its matter: notices with undo, empty states that teach, where one is in a list.
import { type Markup, markup, safeAddress } from './markup.ts';

type Link = { readonly text: string; readonly href: string };

/** `undo` posts to `action` with hidden `fields` (the token against foreign posts among them). */
export function notice(input: {
  readonly kind: 'done' | 'problem' | 'hint';
  readonly text: string;
  readonly detail?: string | undefined;
  readonly undo?: {
    readonly action: string;
    readonly word: string;
    readonly fields: Readonly<Record<string, string>>;
  };
}): Markup {
  const detail = input.detail === undefined ? '' : markup` <span class="detail">${input.detail}</span>`;
  const undo = input.undo;
  const form =
    undo === undefined
      ? ''
      : markup`<form method="post" action="${safeAddress(undo.action)}">${Object.entries(undo.fields).map(
          ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
        )}<button class="button is-quiet">${undo.word}</button></form>`;
  return markup`<div class="notice is-${input.kind}" role="${input.kind === 'problem' ? 'alert' : 'status'}"><p><strong>${input.text}</strong>${detail}</p>${form}</div>`;
}

/** Says what to do first, with examples that work on a click. */
export function emptyState(input: {
  readonly title: string;
  readonly text: string;
  readonly examples?: readonly Link[] | undefined;
  readonly action?: Link | undefined;
}): Markup {
  const examples = input.examples ?? [];
  const list =
    examples.length === 0
      ? ''
      : markup`<ul class="examples">${examples.map((example) => markup`<li><a href="${safeAddress(example.href)}">${example.text}</a></li>`)}</ul>`;
  const action =
    input.action === undefined
      ? ''
      : markup`<p><a class="button" href="${safeAddress(input.action.href)}">${input.action.text}</a></p>`;
  return markup`<section class="empty"><h2>${input.title}</h2><p>${input.text}</p>${list}${action}</section>`;
}

export function pagination(input: {
  readonly label: string;
  /** "21 to 40 of 188". */
  readonly place: string;
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
}): Markup {
  const turn = (link: Link | undefined, rel: 'prev' | 'next'): Markup =>
    link === undefined
      ? markup`<span></span>`
      : markup`<a rel="${rel}" href="${safeAddress(link.href)}">${link.text}</a>`;
  return markup`<nav class="pagination" aria-label="${input.label}">${turn(input.previous, 'prev')}<span class="place">${input.place}</span>${turn(input.next, 'next')}</nav>`;
}
