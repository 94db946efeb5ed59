// Bringing a file in: look first, then keep.
import { randomUUID } from 'node:crypto';
import { importFormats } from '../../guide/bring-in.ts';
import type { Guide } from '../../guide/guide.ts';
import { type ImportReport, importFile } from '../../guide/import-file.ts';
import { Refusal } from '../../guide/refusal.ts';
import { type Form, fileOf, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import type { Request, Site } from '../visit.ts';
import { takeOutLinks } from './take-out.ts';

type Upload = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as?: string;
  readonly about?: string;
};

/** What was looked at waits for its second step, the last one only: a file is up to 128 MB. */
type Waiting = { readonly token: string; readonly upload: Upload } | undefined;
/** What was brought in last, to be told after the redirect. */
type Done = { readonly token: string; readonly name: string; readonly report: ImportReport } | undefined;

const PROBLEMS_SHOWN = 100;

export function bringInPages(site: Site, guide: Guide): void {
  let waiting: Waiting;
  let done: Done;

  site.get('/bring-in', (c) => {
    const told = done !== undefined && c.req.query('done') === done.token ? done : undefined;
    return answerPage(c, view(c, told === undefined ? {} : { report: told.report, name: told.name }));
  });

  site.post('/bring-in', async (c) => {
    const form = await readForm(c);
    const { messages } = c.get('visit');
    const upload = (await uploadIn(form)) ?? takeWaiting(textOf(form, 'token'));
    if (upload === undefined) return answerPage(c, view(c, { problem: messages.bringIn.missingFile }), 400);
    const isPreview = textOf(form, 'act') !== 'keep';
    try {
      const report = await importFile(guide, { ...upload, isPreview });
      if (!isPreview) {
        waiting = undefined;
        done = { token: randomUUID(), name: upload.name, report };
        return c.redirect(`/bring-in?done=${done.token}`, 303);
      }
      const token = randomUUID();
      waiting = { token, upload };
      return answerPage(c, view(c, { report, name: upload.name, token }));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
      const problem = error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
      return answerPage(c, view(c, { problem }), 400);
    }
  });

  function takeWaiting(token: string | undefined): Upload | undefined {
    return token !== undefined && waiting?.token === token ? waiting.upload : undefined;
  }
}

async function uploadIn(form: Form): Promise<Upload | undefined> {
  const file = fileOf(form, 'file');
  if (file === undefined) return undefined;
  const as = textOf(form, 'as');
  const about = textOf(form, 'about');
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    ...(as === undefined ? {} : { as }),
    ...(about === undefined ? {} : { about }),
  };
}

type View = {
  readonly report?: ImportReport;
  readonly name?: string;
  readonly token?: string;
  readonly problem?: string;
};

function view(c: Request, { report, name = '', token, problem }: View) {
  const { messages } = c.get('visit');
  const texts = messages.bringIn;
  const formats = importFormats().map((name) => ({ name, word: wordFor(texts.formatNames, name) }));
  const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede measure">${texts.intro}</p></header>${
    problem === undefined ? '' : notice({ kind: 'problem', text: problem })
  }${report === undefined ? '' : reportMarkup(report, { messages, name, token })}
<div class="columns"><form class="stack main" method="post" action="/bring-in" enctype="multipart/form-data"><p class="field"><label for="b-file">${texts.file}</label> <input id="b-file" type="file" name="file" required></p><p class="field"><label for="b-as">${texts.as}</label> <select id="b-as" name="as"><option value="">${texts.recognise}</option>${formats.map(({ name, word }) => markup`<option value="${name}">${word}</option>`)}</select></p><p class="field"><label for="b-about">${texts.about}</label> <name-suggest src="/api/names"><input id="b-about" name="about" autocomplete="off" aria-describedby="b-about-hint"></name-suggest> <span class="field-hint" id="b-about-hint">${texts.aboutHint}</span></p><div class="actions"><button class="button" name="act" value="preview">${texts.preview}</button></div></form>
<div class="side"><section class="section"><h2 class="section-title">${texts.formats}</h2><ul class="formats">${formats.map(({ word }) => markup`<li>${word}</li>`)}</ul></section><section class="section"><h2 class="section-title">${texts.export}</h2><p>${texts.exportText}</p><p><a class="button is-quiet" href="/export.zip">${texts.exportDo}</a></p>${takeOutLinks(messages)}</section></div></div>`;
  return { name: 'bring-in', title: texts.title, main, section: 'bringIn' as const };
}

function reportMarkup(
  report: ImportReport,
  around: { readonly messages: Messages; readonly name: string; readonly token: string | undefined },
): Markup {
  const { messages, name, token } = around;
  const texts = messages.bringIn;
  const parts = (['shows', 'reviews', 'corrections', 'watches', 'diary'] as const).filter((part) => {
    const { added, changed, same } = report[part];
    return added + changed + same > 0;
  });
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
  return markup`<section class="section import-report"><h2 class="section-title">${report.isPreview ? texts.report : texts.reportKept}</h2><p class="meta">${name} · ${wordFor(texts.formatNames, report.format)}</p>${counts}${problemsMarkup(report, messages)}${keep}</section>`;
}

function problemsMarkup({ problems }: ImportReport, messages: Messages): Printable {
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
