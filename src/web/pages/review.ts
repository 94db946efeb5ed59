// One review: its prose in pencil, what is known about it, and the ways to set right what was read.

import type { ReviewId } from '../../core/review.ts';
import { correctFinding, type FindingCorrection } from '../../guide/correct-finding.ts';
import { deleteReview } from '../../guide/edit-review.ts';
import type { Guide } from '../../guide/guide.ts';
import { type OpenReview, openReview } from '../../guide/open-review.ts';
import { Refusal } from '../../guide/refusal.ts';
import { reviewAddress, showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { findingAnchor } from '../parts/anchors.ts';
import { pencilLegend } from '../parts/kinds.ts';
import { type Markup, markup, type Printable, safeAddress } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { pencilledReview } from '../parts/pencilled-review.ts';
import { tellClaim } from '../telling/claims.ts';
import { nativeName } from '../telling/profiles.ts';
import { countKinds, pencilNotes, pencilWords } from '../telling/readings.ts';
import type { Request, Site } from '../visit.ts';
import { changeFindingPage } from './change-finding.ts';
import { notHere } from './problem.ts';

export function reviewPages(site: Site, guide: Guide): void {
  site.get('/review/:id', async (c) => {
    const opened = await openOr404(guide, c.req.param('id'));
    if (opened === undefined) return notHere(c, c.get('visit').messages.problem.noReview);
    return answerPage(c, reviewView(opened, c));
  });

  site.post('/review/:id/correct', async (c) => {
    const reviewId = c.req.param('id') as ReviewId;
    const wish = correctionIn(await readForm(c), reviewId);
    const { undo } = await correctFinding(guide, wish);
    setFlash(c, { say: 'corrected', what: '', undo });
    return c.redirect(`${reviewAddress(reviewId)}#${findingAnchor(wish.key)}`, 303);
  });

  site.post('/review/:id/delete', async (c) => {
    const { review } = await openReview(guide, c.req.param('id') as ReviewId);
    const { undo } = await deleteReview(guide, review.id);
    setFlash(c, { say: 'reviewRemoved', what: '', undo });
    return c.redirect(showAddress(review.showId), 303);
  });

  changeFindingPage(site, guide);
}

export async function openOr404(guide: Guide, id: string): Promise<OpenReview | undefined> {
  try {
    return await openReview(guide, id as ReviewId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return undefined;
    throw error;
  }
}

function correctionIn(form: Awaited<ReturnType<typeof readForm>>, reviewId: ReviewId): FindingCorrection {
  for (const action of ['accept', 'reject', 'clear'] as const) {
    const key = textOf(form, action);
    if (key !== undefined) return { reviewId, key, action };
  }
  throw new Refusal('invalid', 'The form does not say what is right and what is not.');
}

function reviewView(opened: OpenReview, c: Request) {
  const { messages, url } = c.get('visit');
  const { review, show, findings, rejected } = opened;
  const words = messages.review;
  const isUncovered = url.searchParams.get('spoilers') === 'shown';
  const hasSpoilers = findings.some(({ kind }) => kind === 'spoiler');
  const here = reviewAddress(review.id);
  const native = nativeName(show);
  const spoilerSwitch = hasSpoilers
    ? markup`<p class="spoiler-switch">${isUncovered ? '' : markup`${words.hasSpoilers} `}<a href="${isUncovered ? here : `${here}?spoilers=shown`}">${isUncovered ? words.hideSpoilers : words.showSpoilers}</a></p>`
    : '';
  const body =
    findings.length === 0
      ? markup`${pencilledReview({ text: review.text, notes: [], words: pencilWords(messages), ...languageOf(review) })}${emptyState(
          { title: words.readNothing, text: words.readNothingTeach },
        )}`
      : pencilledReview({
          text: review.text,
          notes: pencilNotes(findings, messages),
          words: pencilWords(messages),
          isUncovered,
          ...languageOf(review),
          actions: {
            formId: 'correct',
            buttons: [
              { name: 'accept', word: messages.parts.note.accept, sign: '✓' },
              { name: 'reject', word: messages.parts.note.reject, sign: '✕' },
            ],
            change: {
              word: messages.parts.note.change,
              href: (key) => `${here}/change?key=${encodeURIComponent(key)}`,
            },
          },
        });
  const main = markup`<header class="page-head"><p class="kicker">${words.of} <a href="${showAddress(show.id)}">${show.title}</a>${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</p><h1 class="page-title">${review.title ?? words.title(show.title)}</h1>${byline(opened, messages)}</header>
${pencilLegend({ counts: countKinds(findings), words: messages.parts.kinds, label: messages.parts.note.legend })}
${findings.length === 0 ? '' : markup`<p class="meta correct-hint">${words.correctHint}</p>`}${spoilerSwitch}
<form id="correct" method="post" action="${here}/correct"></form>
${body}
${rejectedList(rejected, messages, here)}
<div class="actions"><a class="button is-quiet" href="${here}/edit">${words.edit}</a><form method="post" action="${here}/delete"><button class="button is-quiet is-danger">${words.remove}</button></form></div>`;
  return { name: 'review', title: review.title ?? words.title(show.title), main };
}

const languageOf = (review: OpenReview['review']): { language?: string } =>
  review.language === undefined ? {} : { language: review.language };

function byline({ review, findings }: OpenReview, messages: Messages): Markup {
  const { show, review: words, parts, format } = messages;
  const source = review.source;
  const address = source !== undefined && /^https?:/i.test(source) ? safeAddress(source) : undefined;
  const pieces: readonly Printable[] = [
    review.writer === undefined ? undefined : show.by(review.writer),
    review.publication,
    review.publishedOn === undefined
      ? undefined
      : markup`<time datetime="${review.publishedOn}">${format.date(review.publishedOn)}</time>`,
    review.rating === undefined ? undefined : parts.outOf(review.rating.value, review.rating.outOf),
    address === undefined
      ? undefined
      : markup`<a href="${address}" rel="noopener noreferrer external">${words.source}</a>`,
    words.found(findings.length),
    review.isSample ? markup`<span class="tag">${words.sample}</span>` : undefined,
  ];
  const present = pieces.filter((piece) => piece !== undefined);
  return markup`<p class="meta">${present.map((piece, index) => markup`${index > 0 ? ' · ' : ''}${piece}`)}</p>`;
}

function rejectedList(rejected: OpenReview['rejected'], messages: Messages, here: string): Printable {
  if (rejected.length === 0) return '';
  const items = rejected.map((finding) => {
    const { label, detail } = tellClaim(finding, messages);
    return markup`<li><s>${label}${detail === undefined ? '' : ` · ${detail}`}</s> <q>${finding.evidence[0]?.quote}</q> <button class="button is-quiet" name="clear" value="${finding.key}">${messages.parts.note.takeBack}</button></li>`;
  });
  return markup`<section class="section"><h2 class="section-title">${messages.review.rejected}</h2><form method="post" action="${here}/correct"><ul class="rejected">${items}</ul></form></section>`;
}
