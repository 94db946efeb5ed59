// Claims in rows: why a show was picked, its facts and who says them, its themes, a quote.
import type { Met } from '../../core/finding/pick.ts';
import { asMarkup, type Markup, markup, safeAddress, when } from './markup.ts';

export type QuoteWords = {
  /** On the cover of a spoiler: "Spoiler: show it". */
  readonly liftSpoiler: string;
};
export type Quote = {
  readonly text: string;
  /** To the words in the review. */
  readonly href?: string | undefined;
  readonly by?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly isSpoiler?: boolean | undefined;
};

const linked = (text: string | Markup, href: string | undefined): Markup => {
  const address = safeAddress(href);
  return address === undefined ? markup`${text}` : markup`<a href="${address}">${text}</a>`;
};

const quoted = (quote: Quote): Markup =>
  markup`<q${quote.language === undefined ? '' : markup` lang="${quote.language}"`}>${quote.text}</q>`;

/** The words of a review in a row; a spoiler stays under its cover until it is asked for. */
export function quoteLine(quote: Quote, words: QuoteWords): Markup {
  const line = markup`${linked(quoted(quote), quote.href)}${when(quote.by, ' ')}${
    quote.by === undefined ? '' : markup`<cite>${quote.by}</cite>`
  }`;
  return quote.isSpoiler
    ? markup`<details class="covered"><summary>${words.liftSpoiler}</summary>${line}</details>`
    : markup`<span class="quote-line">${line}</span>`;
}

/** A sentence that speaks for a show, with who says it. */
export function quoteFigure(quote: Quote, words: QuoteWords): Markup {
  const language = quote.language === undefined ? '' : markup` lang="${quote.language}"`;
  const said = markup`<blockquote${language}>${linked(quote.text, quote.href)}</blockquote>${
    quote.by === undefined ? '' : markup`<figcaption>${quote.by}</figcaption>`
  }`;
  return quote.isSpoiler
    ? markup`<figure class="quote"><details class="covered"><summary>${words.liftSpoiler}</summary>${said}</details></figure>`
    : markup`<figure class="quote">${said}</figure>`;
}

export type ReasonRow = {
  readonly wish: string;
  readonly met: Met;
  /** "met", "partly", "not said", "not". */
  readonly metWord: string;
  /** The catalogue's value, where no review was needed. */
  readonly fact?: string | undefined;
  readonly quote?: Quote | undefined;
};

/** Drawn, so that every platform shows the same: filled, half, empty and struck. */
const SIGNS: Readonly<Record<Met, string>> = {
  met: '<circle cx="8" cy="8" r="5.5" fill="currentColor"/>',
  partly: '<circle cx="8" cy="8" r="5" fill="none"/><path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor"/>',
  unknown: '<circle cx="8" cy="8" r="5" fill="none" stroke-dasharray="2 2.2"/>',
  not: '<circle cx="8" cy="8" r="5" fill="none"/><path d="M4.5 11.5l7-7"/>',
};
export const metSign = (met: Met): Markup =>
  asMarkup(`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${SIGNS[met]}</svg>`);

export function reasonsTable(
  rows: readonly ReasonRow[],
  words: QuoteWords & {
    readonly caption: string;
    readonly wish: string;
    readonly answer: string;
    readonly because: string;
  },
): Markup {
  const lines = rows.map(
    (row) =>
      markup`<tr class="${row.met}"><th scope="row">${row.wish}</th><td class="met">${metSign(row.met)} ${
        row.metWord
      }</td><td>${row.fact}${when(row.fact !== undefined && row.quote, ' ')}${
        row.quote === undefined ? '' : quoteLine(row.quote, words)
      }</td></tr>`,
  );
  return markup`<table class="reasons"><caption>${words.caption}</caption><thead><tr><th scope="col">${
    words.wish
  }</th><th scope="col">${words.answer}</th><th scope="col">${words.because}</th></tr></thead><tbody>${lines}</tbody></table>`;
}

export type FactRow = {
  readonly label: string;
  /** More than one value where sources disagree. */
  readonly values: readonly {
    readonly text: string;
    readonly href?: string | undefined;
    readonly sources: readonly { readonly text: string; readonly href?: string | undefined }[];
  }[];
  /** Several values that do not contradict each other (genres, countries). */
  readonly isList?: boolean | undefined;
};

/** `conflict` is the word that marks a fact on which sources disagree. */
export function factList(rows: readonly FactRow[], words: { readonly conflict: string }): Markup {
  const lines = rows.map((row) => {
    const isConflict = row.values.length > 1 && row.isList !== true;
    const values = row.values.map(
      (value) =>
        markup`<dd><span class="value">${linked(value.text, value.href)}</span> <small class="sources">${value.sources.map(
          (source, index) => markup`${when(index > 0, ', ')}${linked(source.text, source.href)}`,
        )}</small></dd>`,
    );
    return markup`<div class="fact${when(isConflict, ' is-disputed')}${when(row.isList, ' is-list')}"><dt>${row.label}${
      isConflict ? markup` <small class="conflict">${words.conflict}</small>` : ''
    }</dt>${values}</div>`;
  });
  return markup`<dl class="facts">${lines}</dl>`;
}

export type ThemeItem = {
  readonly label: string;
  readonly says: number;
  /** "3 say so", read aloud and on hover; the number alone stands beside the theme. */
  readonly saysText: string;
  readonly href?: string | undefined;
};
export function themeList(items: readonly ThemeItem[], label: string): Markup {
  return markup`<ul class="themes" aria-label="${label}">${items.map(
    (item) =>
      markup`<li>${linked(item.label, item.href)} <span class="count" title="${item.saysText}"><span aria-hidden="true">${item.says}</span><span class="unseen">${item.saysText}</span></span></li>`,
  )}</ul>`;
}
