// The front page: the one box first, then what is on the list, what is new, and a shelf of drawn covers.
import type { Nodes } from 'hast';
import type { Show } from '../../core/show.ts';
import { draftReading } from '../../guide/draft-reading.ts';
import type { Guide } from '../../guide/guide.ts';
import { type FollowedShow, followedShows } from '../../guide/progress.ts';
import { type New, whatIsNew } from '../../guide/what-is-new.ts';
import { reviewAddress, showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { pencilledReview } from '../parts/pencilled-review.ts';
import { proseOf } from '../parts/prose.ts';
import { showLine } from '../telling/facts.ts';
import { nativeName } from '../telling/profiles.ts';
import { pencilNotes, pencilWords } from '../telling/readings.ts';
import type { Site } from '../visit.ts';
import { askForm, examples } from './answers.ts';
import { nextEpisode, progressLine } from './list.ts';

const SHELF = 12;
const LIST = 4;
const NEW = 5;

export function frontPage(site: Site, guide: Guide): void {
  // The same words read by the same reader: once for each language is enough.
  const samples = new Map<Messages, Markup>();
  site.get('/', async (c) => {
    const { messages } = c.get('visit');
    const news = await whatIsNew(guide, NEW * 3);
    const onList = await followedShows(guide, { states: ['watching', 'planned'], limit: LIST });
    const texts = messages.front;
    const sample = samples.get(messages) ?? pencilSample(guide, messages);
    samples.set(messages, sample);
    const shelf = shelfOf(guide);
    const main = markup`<section class="section hero"><h1 class="page-title">${messages.box.question}</h1>
<live-answers src="/api/answers" for="ask-q">${askForm(messages, '')}<p class="ask-hint">${messages.box.hint}</p><ul class="ask-hints" data-rest aria-label="${messages.box.tryThese}">${examples(
      messages,
    ).map(
      ({ text, href }) => markup`<li><a href="${href}">${text}</a></li>`,
    )}</ul><div class="live" data-live></div></live-answers></section>
${sample}
<section class="section"><h2 class="section-title">${texts.shelf}</h2><p class="meta">${texts.shelfNote}</p>${shelfMarkup(guide, shelf, messages)}</section>
<div class="columns section"><div class="main"><section class="section"><h2 class="section-title">${texts.whatIsNew}</h2>${newMarkup(news, messages)}<p class="meta">${texts.counts(news.showCount, news.reviewCount)}</p></section></div>
<div class="side"><section class="section"><h2 class="section-title">${texts.onList} <a class="more" href="/list">${texts.wholeList}</a></h2>${listMarkup(onList, { messages, example: shelf[0], now: guide.now() })}</section></div></div>`;
    return answerPage(c, { name: 'front', title: texts.title, main, hasOwnBox: true });
  });
}

/** The signature of the place, shown rather than told: a few sentences of our own, read as any review is. */
function pencilSample(guide: Guide, messages: Messages): Markup {
  const texts = messages.front;
  const { findings } = draftReading(guide, { text: texts.sample });
  return markup`<section class="section pencil-sample"><h2 class="section-title">${texts.pasteTitle} <a class="more" href="/write">${texts.paste}</a></h2><p class="meta">${texts.pasteText}</p>${pencilledReview(
    {
      text: texts.sample,
      notes: pencilNotes(findings, messages),
      words: pencilWords(messages),
      language: 'en',
    },
  )}</section>`;
}

/** The most reviewed titles; their covers have the most to say. */
export function shelfOf(guide: Guide): readonly Show[] {
  return [...guide.shelf.profiles.values()]
    .sort((a, b) => b.reviewCount - a.reviewCount || (a.showId < b.showId ? -1 : 1))
    .slice(0, SHELF)
    .flatMap(({ showId }) => guide.shelf.shows.get(showId) ?? []);
}

export function shelfMarkup(guide: Guide, shows: readonly Show[], messages: Messages): Markup {
  const items = shows.map((show) => {
    const native = nativeName(show);
    return markup`<li><a class="shelf-item" href="${showAddress(show.id)}">${cover(show, guide.shelf.profiles.get(show.id))}<span class="shelf-title">${show.title}</span>${
      native === undefined
        ? ''
        : markup` <span class="native" lang="${native.language}">${native.text}</span>`
    } <span class="shelf-meta">${showLine(show, messages)}</span></a></li>`;
  });
  return markup`<ul class="shelf">${items}</ul>`;
}

function newMarkup(news: New, messages: Messages): Markup {
  const texts = messages.front;
  if (news.reviews.length === 0)
    return markup`<p class="empty-line">${texts.newEmpty} <a href="/write">${texts.newTeach}</a></p>`;
  const items = onePerShow(news).map(({ review, show }) => {
    const language = review.language === undefined ? '' : markup` lang="${review.language}"`;
    const byline = review.writer === undefined ? messages.show.anonymous : messages.show.by(review.writer);
    return markup`<li class="review-line"><p class="review-of"><a href="${reviewAddress(review.id)}">${show.title}</a> <span class="meta">${byline}${
      review.isSample ? markup` <span class="tag">${messages.show.sample}</span>` : ''
    }</span></p><p class="excerpt"${language}>${excerptOf(review.text)}</p></li>`;
  });
  return markup`<ul class="review-lines">${items}</ul>`;
}

function onePerShow({ reviews }: New): New['reviews'] {
  const seen = new Set<string>();
  return reviews.filter(({ show }) => !seen.has(show.id) && seen.add(show.id)).slice(0, NEW);
}

const LIMIT_EXCERPT = 180;

/** The beginning as it reads, without signs of Markdown, up to the end of a word. */
export function excerptOf(text: string): string {
  const beginning = text.slice(0, LIMIT_EXCERPT * 3);
  const start = (
    /[*_#>`[\]\\~]|^\s*[-+]|^\s*\d+[.)]/m.test(beginning) ? lettersOf(proseOf(beginning).root) : beginning
  )
    .replace(/\s+/g, ' ')
    .trim();
  if (start.length <= LIMIT_EXCERPT) return start;
  const cut = start.slice(0, LIMIT_EXCERPT);
  const end = cut.lastIndexOf(' ');
  return `${(end > LIMIT_EXCERPT / 2 ? cut.slice(0, end) : cut).toWellFormed()} …`;
}

function lettersOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? `${node.children.map(lettersOf).join('')} ` : '';
}

function listMarkup(
  entries: readonly FollowedShow[],
  {
    messages,
    example,
    now,
  }: { readonly messages: Messages; readonly example: Show | undefined; readonly now: Date },
): Printable {
  const texts = messages.front;
  if (entries.length === 0)
    return markup`<p class="empty-line">${texts.onListEmpty} ${texts.onListTeach} ${
      example === undefined ? '' : markup`<a href="${showAddress(example.id)}">${example.title}</a>`
    }</p>`;
  const items = entries.map(
    ({ entry, show, progress }) =>
      markup`<li class="list-line"><p><a href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${progressLine(entry, show, messages)}</span></p>${nextEpisode({ entry, show, messages, progress, now, back: '/' })}</li>`,
  );
  return markup`<ul class="list-lines">${items}</ul>`;
}
