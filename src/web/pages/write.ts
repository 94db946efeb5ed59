// Writing or pasting a review: the text, which title it is about, and beside it what Runon reads. A form that works
// without script; the island live-reading makes the same notes in the page while one types.
import type { Review, ReviewId } from '../../core/review.ts';
import type { ShowId } from '../../core/show.ts';
import { addReview } from '../../guide/add-review.ts';
import { editReview } from '../../guide/edit-review.ts';
import { findNames } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { reviewAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import { pencilledReview } from '../parts/pencilled-review.ts';
import { readList } from '../parts/read-list.ts';
import { showLine } from '../telling/facts.ts';
import { namesIn } from '../telling/names-in.ts';
import { countKinds, pencilNotes, pencilWords } from '../telling/readings.ts';
import type { Request, Site } from '../visit.ts';
import { type Draft, draftIn, draftOf, OPTIONAL, readingOf } from './draft.ts';
import { notHere } from './problem.ts';
import { openOr404 } from './review.ts';
import { type Subject, subjectChoice, subjectFragment, subjectOf } from './subject.ts';

export function writePages(site: Site, guide: Guide): void {
  site.get('/write', (c) => {
    const show = guide.shelf.shows.get((c.req.query('show') ?? '') as ShowId);
    const draft: Draft = show === undefined ? {} : { show: show.id, about: show.title };
    return answerPage(c, writeView(guide, { c, draft }));
  });

  site.post('/write', async (c) => {
    const draft = draftIn(await readForm(c));
    const { messages } = c.get('visit');
    if (draft.act !== 'keep') return answerPage(c, writeView(guide, { c, draft }));
    const subject = subjectIn(guide, draft);
    const problem =
      (draft.text ?? '').trim() === ''
        ? messages.write.missingText
        : subject.show === undefined
          ? subject.candidates.length > 0
            ? messages.write.which
            : messages.write.missingTitle
          : undefined;
    if (problem !== undefined || subject.show === undefined)
      return answerPage(c, writeView(guide, { c, draft, problem }), 400);
    const { show, about, act, text = '', ...rest } = draft;
    const review = await addReview(guide, { ...rest, text, showId: subject.show.id });
    setFlash(c, { say: 'reviewAdded', what: subject.show.title, undo: review.undo });
    return c.redirect(reviewAddress(review.id), 303);
  });

  site.get('/review/:id/edit', async (c) => {
    const opened = await openOr404(guide, c.req.param('id'));
    if (opened === undefined) return notHere(c, c.get('visit').messages.problem.noReview);
    const { review, show } = opened;
    return answerPage(c, writeView(guide, { c, draft: draftOf(review, show), editing: review }));
  });

  site.post('/review/:id/edit', async (c) => {
    const id = c.req.param('id') as ReviewId;
    const opened = await openOr404(guide, id);
    const { messages } = c.get('visit');
    if (opened === undefined) return notHere(c, messages.problem.noReview);
    const draft = draftIn(await readForm(c));
    const subject = subjectIn(guide, draft);
    const editing = opened.review;
    if (draft.act !== 'keep') return answerPage(c, writeView(guide, { c, draft, editing }));
    if ((draft.text ?? '').trim() === '' || subject.show === undefined) {
      const problem = subject.show === undefined ? messages.write.which : messages.write.missingText;
      return answerPage(c, writeView(guide, { c, draft, editing, problem }), 400);
    }
    const { show, about, act, ...rest } = draft;
    const emptied = Object.fromEntries(OPTIONAL.map((name) => [name, rest[name] ?? null]));
    const { undo } = await editReview(guide, id, { ...rest, ...emptied, showId: subject.show.id });
    setFlash(c, { say: 'reviewChanged', what: '', undo });
    return c.redirect(reviewAddress(id), 303);
  });

  subjectFragment(site, guide);

  site.get('/api/names', (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const { messages } = c.get('visit');
    const found = words === '' ? [] : findNames(guide, words, 8);
    return c.json(
      found.flatMap(({ showId, title, name }) => {
        const show = guide.shelf.shows.get(showId);
        return show === undefined ? [] : [{ id: showId, title, name, line: showLine(show, messages) }];
      }),
    );
  });
}

type View = {
  readonly c: Request;
  readonly draft: Draft;
  readonly editing?: Review;
  readonly problem?: string | undefined;
};

function writeView(guide: Guide, { c, draft, editing, problem }: View) {
  const { messages, assets } = c.get('visit');
  const texts = messages.write;
  const title = editing === undefined ? texts.title : texts.editTitle;
  const action = editing === undefined ? '/write' : `${reviewAddress(editing.id)}/edit`;
  const preview =
    draft.act === 'preview' || problem !== undefined ? previewMarkup(guide, draft, messages) : '';
  const main = markup`<header class="page-head"><h1 class="page-title">${title}</h1></header>${
    problem === undefined ? '' : notice({ kind: 'problem', text: problem })
  }
<live-reading subject="/api/subject" reader="${assets.readerData}"><div class="writing"><form class="writing-text" id="write" method="post" action="${action}">
${writeFields(draft, messages)}
<div class="actions"><button class="button" name="act" value="keep">${editing === undefined ? texts.keep : texts.saveChanges}</button> <button class="button is-quiet" name="act" value="preview" data-preview>${texts.preview}</button></div></form>
<aside class="writing-notes" aria-label="${texts.readsSoFar}" data-panel>${readingPanel(guide, draft, messages)}</aside></div>${preview}</live-reading>`;
  return { name: 'write', title, main, section: 'write' as const };
}

function writeFields(draft: Draft, messages: Messages): Markup {
  const texts = messages.write;
  const field = (
    name: string,
    label: string,
    extra: { value?: string | number | undefined; type?: string; hint?: string },
  ): Markup =>
    markup`<p class="field"><label for="w-${name}">${label}</label> <input id="w-${name}" name="${name}" type="${extra.type ?? 'text'}" value="${extra.value}"${extra.hint === undefined ? '' : markup` placeholder="${extra.hint}"`}></p>`;
  const isOpen = OPTIONAL.some((name) => draft[name] !== undefined);
  return markup`<p class="field"><label for="w-about">${texts.about}</label> <name-suggest src="/api/names"><input id="w-about" name="about" value="${draft.about}" autocomplete="off" aria-describedby="w-about-hint" maxlength="300"></name-suggest> <span class="field-hint" id="w-about-hint">${texts.aboutHint}</span></p>
<div class="field draft"><label for="w-text">${texts.text}</label><div class="draft-sheet"><div class="mirror" data-mirror aria-hidden="true"></div><textarea id="w-text" name="text" rows="18" aria-describedby="w-text-hint"${when((draft.text ?? '') === '', ' autofocus')} data-example="${texts.exampleText}">
${draft.text}</textarea></div><span class="field-hint" id="w-text-hint">${texts.textHint}</span></div>
<details class="more-fields"${when(isOpen, ' open')}><summary>${texts.more}</summary><div class="fields">${field('title', texts.heading, { value: draft.title })}${field('writer', texts.writer, { value: draft.writer })}${field('publication', texts.publication, { value: draft.publication })}${field('source', texts.source, { value: draft.source })}${field('publishedOn', texts.publishedOn, { value: draft.publishedOn, type: 'date' })}${field('language', texts.language, { value: draft.language, hint: texts.languageHint })}${field('ratingValue', texts.ratingValue, { value: draft.rating?.value })}${field('ratingOutOf', texts.ratingOutOf, { value: draft.rating?.outOf ?? 10 })}</div></details>`;
}

/** The island fills both halves anew while one types, the second by the same code. */
function readingPanel(guide: Guide, draft: Draft, messages: Messages): Markup {
  const findings = readingOf(guide, draft)?.findings;
  const subject = subjectChoice(subjectIn(guide, draft), draft.about !== undefined, messages);
  const notes = findings === undefined ? undefined : pencilNotes(findings, messages);
  return markup`<div data-subject>${subject}</div><div data-read>${readList(notes, countKinds(findings ?? []), messages)}</div>`;
}

const subjectIn = (guide: Guide, draft: Draft): Subject =>
  subjectOf(guide, {
    ...draft,
    names: draft.about === undefined ? namesIn(draft.text ?? '', readingOf(guide, draft)) : [],
  });

/** Without script a preview is the only way to see the words underlined before the review is kept. */
function previewMarkup(guide: Guide, draft: Draft, messages: Messages): Printable {
  const reading = readingOf(guide, draft);
  if (reading === undefined) return '';
  const notes = pencilNotes(reading.findings, messages);
  const prose = pencilledReview({
    text: draft.text ?? '',
    notes,
    words: pencilWords(messages),
    isUncovered: true,
  });
  return markup`<section class="section" data-preview-review><h2 class="section-title">${messages.write.preview}</h2>${prose}</section>`;
}
