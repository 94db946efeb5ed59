// Bringing a file in: look first, then keep. What takes long goes on behind a page that renews itself.

import { importFormats } from '../../guide/bring-in.ts';
import type { Guide } from '../../guide/guide.ts';
import { unresolvedRows, unresolvedTable } from '../../guide/unresolved.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import { wordFor } from '../messages/languages.ts';
import { markup, type Printable } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import type { Request, Site } from '../visit.ts';
import { historyReport } from './bring-in-history.ts';
import { tableForm } from './bring-in-table.ts';
import { thingsReport } from './bring-in-things.ts';
import { createDesk, type Work } from './bring-in-work.ts';
import { takeOutLinks } from './take-out.ts';

/** So long a page waits for the work before it says that it goes on. */
const PATIENCE_MS = 1500;
const RENEW_SECONDS = 1;

export function bringInPages(site: Site, guide: Guide): void {
  const desk = createDesk(guide);

  site.get('/bring-in', async (c) => {
    const token = c.req.query('work') ?? c.req.query('done');
    const work = token === undefined ? undefined : desk.find(token);
    if (token === undefined) return answerPage(c, view(c, {}));
    if (work === undefined)
      return answerPage(c, view(c, { problem: c.get('visit').messages.bringIn.lost }), 404);
    return answerWork(c, work);
  });

  site.post('/bring-in', async (c) => {
    const form = await readForm(c);
    const { messages } = c.get('visit');
    const work = await desk.start(form);
    if (work === undefined) {
      const problem =
        textOf(form, 'token') === undefined ? messages.bringIn.missingFile : messages.bringIn.lost;
      return answerPage(c, view(c, { problem }), 400);
    }
    const isDone = await Promise.race([work.done.then(() => true), pause(PATIENCE_MS)]);
    if (!isDone) return c.redirect(`/bring-in?work=${work.token}`, 303);
    const isKept = work.outcome?.kind !== 'problem' && !work.isPreview;
    return isKept ? c.redirect(`/bring-in?done=${work.token}`, 303) : answerWork(c, work);
  });

  site.get('/bring-in/unresolved.csv', async (c) => {
    const outcome = desk.find(c.req.query('token') ?? '')?.outcome;
    const text = outcome?.kind === 'history' ? unresolvedTable(outcome.report) : await unresolvedRows(guide);
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="runon-unresolved.csv"',
      'cache-control': 'private, no-store',
    });
  });

  /** As far as the work is: its report, what is wrong, or that it goes on. */
  function answerWork(c: Request, work: Work) {
    const { messages } = c.get('visit');
    const { outcome, name } = work;
    if (outcome === undefined) {
      c.header('refresh', String(RENEW_SECONDS));
      const texts = messages.bringIn;
      const report = markup`<section class="section import-report"><h2 class="section-title">${texts.working}</h2><p class="meta">${name}</p><p role="status"><progress aria-label="${texts.working}"></progress> ${texts.workingText(work.rows)}</p><p class="meta">${texts.workingHint}</p></section>`;
      return answerPage(c, view(c, { report }));
    }
    if (outcome.kind === 'problem') return answerPage(c, view(c, { problem: outcome.problem }), 400);
    const token = work.isPreview ? work.token : undefined;
    const around = { messages, name, token };
    if (outcome.kind === 'table')
      return answerPage(
        c,
        view(c, { report: tableForm(outcome.columns, { messages, name, token: work.token }) }),
      );
    if (outcome.kind === 'things')
      return answerPage(c, view(c, { report: thingsReport(outcome.report, around) }));
    const showOf = (id: Parameters<typeof guide.shelf.shows.get>[0]) => guide.shelf.shows.get(id);
    return answerPage(c, view(c, { report: historyReport(outcome.report, { ...around, showOf }) }));
  }
}

const pause = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

type View = { readonly report?: Printable; readonly problem?: string };

function view(c: Request, { report = '', problem }: View) {
  const { messages } = c.get('visit');
  const texts = messages.bringIn;
  const formats = importFormats().map((name) => ({ name, word: wordFor(texts.formatNames, name) }));
  const unknown = (['new', 'leave'] as const).map(
    (choice) => markup`<option value="${choice}">${texts.unknownChoices[choice]}</option>`,
  );
  const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede measure">${texts.intro}</p></header>${
    problem === undefined ? '' : notice({ kind: 'problem', text: problem })
  }${report}
<div class="columns"><form class="stack main" method="post" action="/bring-in" enctype="multipart/form-data"><p class="field"><label for="b-file">${texts.file}</label> <input id="b-file" type="file" name="file" required></p><p class="field"><label for="b-as">${texts.as}</label> <select id="b-as" name="as"><option value="">${texts.recognise}</option>${formats.map(({ name, word }) => markup`<option value="${name}">${word}</option>`)}</select></p><p class="field"><label for="b-unknown">${texts.unknown}</label> <select id="b-unknown" name="unknown">${unknown}</select></p><p class="field"><label for="b-about">${texts.about}</label> <name-suggest src="/api/names"><input id="b-about" name="about" autocomplete="off" aria-describedby="b-about-hint"></name-suggest> <span class="field-hint" id="b-about-hint">${texts.aboutHint}</span></p><div class="actions"><button class="button" name="act" value="preview">${texts.preview}</button></div></form>
<div class="side"><section class="section"><h2 class="section-title">${texts.formats}</h2><ul class="formats">${formats.map(({ word }) => markup`<li>${word}</li>`)}</ul></section><section class="section"><h2 class="section-title">${texts.export}</h2><p>${texts.exportText}</p><p><a class="button is-quiet" href="/export.zip">${texts.exportDo}</a></p>${takeOutLinks(messages)}</section></div></div>`;
  return { name: 'bring-in', title: texts.title, main, section: 'bringIn' as const };
}
