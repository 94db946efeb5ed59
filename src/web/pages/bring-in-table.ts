// A table that Runon does not know: the form in which a person points at its columns.
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup } from '../parts/markup.ts';

export type TableWords = keyof Messages['bringIn']['fields'];

/** Guesses only what the column's own name says. */
const LIKE: Readonly<Partial<Record<TableWords, RegExp>>> = {
  title: /^(title|name|film|movie|show|제목|작품)/,
  year: /year|연도/,
  watched: /date|watched|seen|day|본 ?날|날짜/,
  rating: /rating|score|stars|평점|별점/,
  season: /^season|시즌/,
  episode: /^episode|회차/,
  status: /status|state|shelf|상태/,
  review: /review|comment|감상/,
  note: /note|메모/,
  imdb: /imdb|^const$/,
  tmdb: /tmdb/,
  link: /url|link|address/,
  kind: /type|kind|종류/,
};

export function tableForm(
  columns: readonly string[],
  { messages, name, token }: { readonly messages: Messages; readonly name: string; readonly token: string },
): Markup {
  const texts = messages.bringIn;
  const fields = Object.entries(texts.fields) as [TableWords, string][];
  const rows = fields.map(([field, word]) => {
    const guess = columns.find((column) => LIKE[field]?.test(column));
    const options = columns.map(
      (column) =>
        markup`<option value="${column}"${column === guess ? markup` selected` : ''}>${column}</option>`,
    );
    return markup`<p class="field"><label for="c-${field}">${word}</label> <select id="c-${field}" name="column-${field}"><option value="">${texts.noColumn}</option>${options}</select></p>`;
  });
  return markup`<section class="section import-report"><h2 class="section-title">${texts.columnsTitle}</h2><p class="meta">${name}</p><form method="post" action="/bring-in" class="stack"><input type="hidden" name="token" value="${token}"><p>${texts.columnsText}</p>${rows}<p class="actions"><button class="button" name="act" value="preview">${texts.preview}</button></p></form></section>`;
}
