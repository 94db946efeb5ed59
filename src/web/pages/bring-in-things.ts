// What a file of shows, reviews or a whole export brings: counts by kind, and the lines that cannot be used.
import type { ImportReport } from '../../guide/import-file.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';

const PROBLEMS_SHOWN = 100;

export type Around = {
  readonly messages: Messages;
  readonly name: string;
  /** Of what waits for its second step. */
  readonly token: string | undefined;
};

export function thingsReport(report: ImportReport, { messages, name, token }: Around): Markup {
  const texts = messages.bringIn;
  const parts = (['shows', 'reviews', 'corrections', 'watches', 'diary', 'tastes', 'lists'] as const).filter(
    (part) => {
      const { added, changed, same } = report[part];
      return added + changed + same > 0;
    },
  );
  const rows = parts.map((part) => {
    const { added, changed, same } = report[part];
    return markup`<tr><th scope="row">${texts.parts[part]}</th>${[added, changed, same].map((n) => markup`<td class="number">${messages.format.number(n)}</td>`)}</tr>`;
  });
  const counts =
    parts.length === 0
      ? markup`<p>${texts.nothing}</p>`
      : markup`<table class="counts"><thead><tr><td></td><th scope="col">${texts.added}</th><th scope="col">${texts.changed}</th><th scope="col">${texts.same}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const keep =
    token === undefined
      ? ''
      : markup`<form method="post" action="/bring-in"><input type="hidden" name="token" value="${token}"><button class="button" name="act" value="keep">${texts.keep}</button></form>`;
  return markup`<section class="section import-report"><h2 class="section-title">${report.isPreview ? texts.report : texts.reportKept}</h2><p class="meta">${name} · ${wordFor(texts.formatNames, report.format)}</p>${counts}${problemsMarkup(report.problems, messages)}${keep}</section>`;
}

export function problemsMarkup(problems: ImportReport['problems'], messages: Messages): Printable {
  const texts = messages.bringIn;
  if (problems.length === 0) return markup`<p class="meta">${texts.noProblems}</p>`;
  const rows = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(
      ({ line, message }) => markup`<tr><td class="number">${line}</td><td lang="en">${message}</td></tr>`,
    );
  const rest =
    problems.length > PROBLEMS_SHOWN
      ? markup`<p class="meta">${texts.rest(problems.length - PROBLEMS_SHOWN)}</p>`
      : '';
  return markup`<table class="problems"><caption>${texts.problems}</caption><thead><tr><th scope="col">${texts.line}</th><th scope="col">${texts.problem}</th></tr></thead><tbody>${rows}</tbody></table>${rest}`;
}
