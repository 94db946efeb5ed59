// Writing or pasting a review: the text, which title it is about, and beside it what Runon reads. A form that works
// without script; the island live-reading only asks for the same notes while one types.
import type { Reading } from '../../core/reading/finding.ts';
import type { Review, ReviewId } from '../../core/review.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { addReview } from '../../guide/add-review.ts';
import { draftReading } from '../../guide/draft-reading.ts';
import { editReview } from '../../guide/edit-review.ts';
import { findNames, type NamedShow } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { reviewAddress, showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { type Form, proseOf, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { pencilLegend, pencilLetter } from '../parts/kinds.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import { pencilledReview } from '../parts/pencilled-review.ts';
import { showLine } from '../telling/facts.ts';
import { countKinds, pencilNotes, pencilWords } from '../telling/readings.ts';
import type { Request, Site } from '../visit.ts';
import { draftMirror } from './draft-mirror.ts';
import { notHere } from './problem.ts';
import { openOr404 } from './review.ts';

/** From here on a name is the one that is meant, unless another is as near. */
const SURE = 0.9;
const CANDIDATES = 6;
/** Longer texts are read as well, but not drawn again at every pause. */
const MIRROR_LETTERS = 60_000;

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
    const subject = subjectOf(guide, draft, readingOf(guide, draft));
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
    const subject = subjectOf(guide, draft, readingOf(guide, draft));
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

  site.post('/api/draft', async (c) => {
    const draft = draftIn(await readForm(c));
    const { messages } = c.get('visit');
    const reading = readingOf(guide, draft);
    const mirror =
      reading === undefined || (draft.text ?? '').length > MIRROR_LETTERS
        ? ''
        : draftMirror(draft.text ?? '', pencilNotes(reading.findings, messages), pencilWords(messages));
    return c.html(
      markup`${readingPanel(guide, draft, messages)}<div data-drawn hidden>${mirror}</div>`.toString(),
    );
  });

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

const OPTIONAL = ['title', 'writer', 'publication', 'source', 'publishedOn', 'language', 'rating'] as const;

type Draft = {
  readonly act?: string;
  readonly text?: string;
  readonly about?: string;
  readonly show?: ShowId;
  readonly title?: string;
  readonly writer?: string;
  readonly publication?: string;
  readonly source?: string;
  readonly publishedOn?: string;
  readonly language?: string;
  readonly rating?: { readonly value: number; readonly outOf: number };
};

function draftIn(form: Form): Draft {
  const value = textOf(form, 'ratingValue');
  const texts = [
    'act',
    'about',
    'show',
    'title',
    'writer',
    'publication',
    'source',
    'publishedOn',
    'language',
  ];
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, textOf(form, name)]])),
    ),
    text: proseOf(form, 'text'),
    ...(value === undefined
      ? {}
      : {
          rating: {
            value: Number(value.replace(',', '.')),
            outOf: Number(textOf(form, 'ratingOutOf') ?? 10),
          },
        }),
  };
}

const draftOf = (review: Review, show: Show): Draft => ({
  ...Object.fromEntries(
    OPTIONAL.flatMap((name) => (review[name] === undefined ? [] : [[name, review[name]]])),
  ),
  text: review.text,
  show: show.id,
  about: show.title,
});

const readingOf = (guide: Guide, { text = '', about }: Draft): Reading | undefined =>
  text.trim() === '' ? undefined : draftReading(guide, { text, ...(about === undefined ? {} : { about }) });

type Subject = {
  readonly show: Show | undefined;
  readonly candidates: readonly Show[];
  readonly name?: string;
};

/** Which show is meant: the one chosen, else the one named, else the one that the text names. */
function subjectOf(guide: Guide, { about, show, text = '' }: Draft, reading: Reading | undefined): Subject {
  const names = about === undefined ? namesIn(text, reading) : [about];
  const { name, found } = lookUp(guide, names);
  const candidates = found.flatMap(({ showId }) => guide.shelf.shows.get(showId) ?? []);
  const chosen = show === undefined ? undefined : guide.shelf.shows.get(show);
  const [best, second] = found;
  const isSure =
    best !== undefined && best.score >= SURE && (second === undefined || second.score < best.score);
  // A choice counts as long as the name beside it still speaks of it.
  const isStanding = chosen !== undefined && (about === undefined || candidates.includes(chosen));
  return {
    show: isStanding ? chosen : isSure ? candidates[0] : undefined,
    candidates,
    ...(name === undefined ? {} : { name }),
  };
}

/** The first name that the guide knows well; the first one at all when it knows none. */
function lookUp(guide: Guide, names: readonly string[]): { name?: string; found: readonly NamedShow[] } {
  let first: { name?: string; found: readonly NamedShow[] } = { found: [] };
  for (const name of names) {
    const found = findNames(guide, name, CANDIDATES);
    if ((found[0]?.score ?? 0) >= SURE) return { name, found };
    if (first.name === undefined) first = { name, found };
  }
  return first;
}

const HEADLINE_LETTERS = 120;

/** What the text may be about, the likeliest first: what the reader says, then the pieces of the headline. */
function namesIn(text: string, reading: Reading | undefined): readonly string[] {
  const fact = (field: string): string | undefined => {
    const found = reading?.findings.find((finding) => finding.kind === 'fact' && finding.field === field);
    return found?.kind === 'fact' ? String(found.value) : undefined;
  };
  const headline = text.trimStart().split('\n', 1)[0] ?? '';
  const pieces = headline.length > HEADLINE_LETTERS ? [] : headline.split(/[–—:|()"“”‘]| - /);
  const names = [
    reading?.show.title,
    fact('title'),
    reading?.show.nativeTitle,
    fact('nativeTitle'),
    ...pieces.map((piece) => piece.replace(/^[#*_\s]+|[*_\s]+$/g, '')),
  ];
  return [...new Set(names.filter((name) => name !== undefined && name.length > 1))] as string[];
}

type View = {
  readonly c: Request;
  readonly draft: Draft;
  readonly editing?: Review;
  readonly problem?: string | undefined;
};

function writeView(guide: Guide, { c, draft, editing, problem }: View) {
  const { messages } = c.get('visit');
  const texts = messages.write;
  const title = editing === undefined ? texts.title : texts.editTitle;
  const action = editing === undefined ? '/write' : `${reviewAddress(editing.id)}/edit`;
  const preview =
    draft.act === 'preview' || problem !== undefined ? previewMarkup(guide, draft, messages) : '';
  const main = markup`<header class="page-head"><h1 class="page-title">${title}</h1></header>${
    problem === undefined ? '' : notice({ kind: 'problem', text: problem })
  }
<live-reading src="/api/draft"><div class="writing"><form class="writing-text" id="write" method="post" action="${action}">
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

/** What stands beside the draft. The list says in words what the mirror draws in the margin. */
function readingPanel(guide: Guide, draft: Draft, messages: Messages): Markup {
  const texts = messages.write;
  const reading = readingOf(guide, draft);
  const subject = subjectChoice(subjectOf(guide, draft, reading), draft, messages);
  if (reading === undefined)
    return markup`${subject}<h2 class="section-title">${texts.readsSoFar}</h2><p class="empty-line">${texts.readsEmpty}</p><p><button class="button is-quiet" type="button" data-fill hidden>${texts.example}</button></p>`;
  const notes = pencilNotes(reading.findings, messages);
  const list = notes.map(
    ({ kind, label, detail }) =>
      markup`<li>${pencilLetter(kind, messages.parts.kinds)} ${label}${detail === undefined ? '' : markup` <span class="detail">${detail}</span>`}</li>`,
  );
  return markup`${subject}<h2 class="section-title">${texts.readsSoFar} <span class="meta" role="status">${messages.review.found(notes.length)}</span></h2>${pencilLegend(
    { counts: countKinds(reading.findings), words: messages.parts.kinds, label: messages.parts.note.legend },
  )}<ul class="read-list">${list}</ul>`;
}

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

/** The radios belong to the form beside them. */
function subjectChoice({ show, candidates, name }: Subject, draft: Draft, messages: Messages): Printable {
  const texts = messages.write;
  if (name === undefined) return '';
  const add = `/title/new?title=${encodeURIComponent(name.slice(0, 200))}`;
  if (candidates.length === 0)
    return markup`<p class="subject">${texts.noneKnown(name)} <a class="button is-quiet" href="${add}">${texts.addIt}</a></p>`;
  const options = candidates.map(
    (one) =>
      markup`<li><label><input type="radio" name="show" value="${one.id}" form="write"${when(one === show, ' checked')}> ${one.title} <span class="meta">${showLine(one, messages)}</span></label></li>`,
  );
  const rest = markup`<ul class="subject-options">${options}</ul><p><a href="${add}">${texts.noneOfThese(name.slice(0, 60))}</a></p>`;
  if (show === undefined)
    return markup`<fieldset class="subject"><legend>${texts.which}</legend>${rest}</fieldset>`;
  const legend = draft.about === undefined ? texts.takenFromText : texts.isAbout;
  return markup`<fieldset class="subject"><legend>${legend}</legend><p><a href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${showLine(show, messages)}</span></p>${
    candidates.length === 1
      ? markup`<input type="hidden" name="show" value="${show.id}" form="write">`
      : markup`<details><summary>${texts.another}</summary>${rest}</details>`
  }</fieldset>`;
}
