// One title: facts with their sources, what reviewers feel, themes, people, quotes, reviews, and my own entry.
import type { Stance } from '../../core/reading/finding.ts';
import type { ShowId } from '../../core/show.ts';
import { today } from '../../guide/dates.ts';
import { findNames } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { type OpenShow, openShow } from '../../guide/open-show.ts';
import { listSources, type SourceState } from '../../guide/switch-source.ts';
import { personAddress, reviewAddress, showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { characterMap } from '../parts/character-map.ts';
import { factList, quoteFigure, themeList } from '../parts/claims.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { opinionStrips } from '../parts/opinion-strip.ts';
import { showLine } from '../telling/facts.ts';
import {
  aspectRows,
  factRows,
  feelRows,
  mapOf,
  nativeName,
  quoteOf,
  themeItems,
  type Writers,
  wordsAddress,
} from '../telling/profiles.ts';
import { findAddress } from '../telling/wishes.ts';
import type { Site } from '../visit.ts';
import { logForm } from './diary.ts';
import { episodesPart } from './episodes.ts';
import { excerptOf } from './front.ts';
import { watchPanel } from './list.ts';
import { notHere } from './problem.ts';
import { sourceParts } from './sources.ts';

export function titlePage(site: Site, guide: Guide): void {
  site.get('/title/:id', async (c, next) => {
    const id = c.req.param('id');
    if (id === 'new') return next();
    const { messages } = c.get('visit');
    if (!guide.shelf.shows.has(id as ShowId)) {
      const near = findNames(guide, id.replaceAll(/[-_]+/g, ' '), 5);
      return notHere(c, messages.problem.noShow, near);
    }
    const opened = await openShow(guide, id as ShowId);
    const settings = await listSources(guide);
    const main = titleMain(opened, { messages, now: guide.now(), sources: settings });
    return answerPage(c, { name: 'show', title: opened.show.title, main });
  });
}

type Around = {
  readonly messages: Messages;
  readonly now: Date;
  readonly sources: readonly SourceState[];
};

function titleMain(opened: OpenShow, { messages, now, sources }: Around): Markup {
  const { show, profile, watch, progress } = opened;
  const panel = watchPanel({ entry: watch, show, messages, progress, now });
  const texts = messages.show;
  const native = nativeName(show);
  const here = showAddress(show.id);
  const squeezed = (text: string | undefined): string =>
    (text ?? '').toLowerCase().replace(/[\s:!.,'-]/g, '');
  const said = new Set([squeezed(show.title), squeezed(native?.text)]);
  const others = show.names.filter(({ text }) => !said.has(squeezed(text))).slice(0, 6);
  return markup`<div class="title-head">${cover(show, profile)}<div class="page-head"><h1 class="page-title">${show.title}${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</h1><p class="meta">${showLine(show, messages)}</p>${
    others.length === 0
      ? ''
      : markup`<p class="meta also">${others.map(({ text }, at) => markup`${at > 0 ? ' · ' : ''}${text}`)}</p>`
  }${verdictLine(opened, messages)}${watch === undefined ? panel : ''}<p class="actions"><a class="button is-quiet" href="/write?show=${encodeURIComponent(show.id)}">${texts.addReview}</a> <a class="button is-quiet" href="${findAddress(`like ${show.title}`)}">${texts.moreLike}</a></p>${logForm(show, today(now), messages)}</div></div>
<div class="columns"><div class="main">${feels(opened, messages)}${aspects(opened, messages)}${characters(opened, messages)}${quotes(opened, messages)}${reviews(opened, messages)}</div>
<div class="side">${watch === undefined ? '' : panel}${episodesPart(opened, { messages, now })}${themes(opened, messages)}${facts(opened, messages)}${people(opened, messages)}${references(opened, messages)}${sourceParts(opened, { messages, sources })}<p class="meta"><a href="${here}/edit">${texts.edit}</a></p></div></div>`;
}

const section = (id: string, heading: Printable, body: Printable): Markup =>
  markup`<section class="section" id="${id}" aria-labelledby="${id}-h"><h2 class="section-title" id="${id}-h">${heading}</h2>${body}</section>`;

function verdictLine({ profile }: OpenShow, messages: Messages): Printable {
  const { stances, occasions, rating } = profile.verdict;
  const said = Object.entries(stances).filter(([, count]) => count > 0);
  if (said.length === 0 && rating === undefined) return '';
  const parts: readonly Printable[] = [
    ...said.map(([stance, count]) => messages.show.stanceCounts[stance as Stance](count)),
    rating === undefined ? undefined : messages.show.rating((rating.mean * 10).toFixed(1), rating.count),
  ];
  const good =
    occasions.length === 0
      ? ''
      : markup`<p class="meta">${messages.show.goodFor}: ${occasions
          .slice(0, 5)
          .map(({ term }) => wordFor(messages.terms.occasions, term))
          .join(', ')}</p>`;
  return markup`<p class="lede verdict">${parts.filter((part) => part !== undefined).map((part, at) => markup`${at > 0 ? ' · ' : ''}${part}`)}</p>${good}`;
}

function feels({ show, profile }: OpenShow, messages: Messages): Markup {
  const texts = messages.show;
  const { strip } = messages.parts;
  if (profile.feels.length === 0)
    return emptyState({
      title: profile.reviewCount === 0 ? texts.reviewsEmpty : texts.feelsTeach,
      text: texts.reviewsTeach,
      action: { text: texts.addReview, href: `/write?show=${encodeURIComponent(show.id)}` },
    });
  const rows = feelRows(profile, messages);
  return section(
    'feels',
    texts.feels,
    opinionStrips({
      rows,
      words: { low: strip.low, high: strip.high },
      label: texts.feels,
      shown: 7,
      more: strip.more,
    }),
  );
}

function aspects({ profile }: OpenShow, messages: Messages): Printable {
  if (profile.aspects.length === 0) return '';
  const { strip } = messages.parts;
  const label = messages.show.aspects;
  const rows = aspectRows(profile, messages);
  return section(
    'aspects',
    label,
    opinionStrips({ rows, words: { low: strip.badly, high: strip.well }, label, shown: 5, more: strip.more }),
  );
}

function themes({ profile }: OpenShow, messages: Messages): Printable {
  if (profile.themes.length === 0) return '';
  return section(
    'themes',
    messages.show.themes,
    themeList(themeItems(profile, messages).slice(0, 16), messages.show.themes),
  );
}

function characters({ profile }: OpenShow, messages: Messages): Printable {
  if (profile.relations.length === 0) return '';
  const { label, list, rest } = messages.parts.map;
  const map = characterMap({ ...mapOf(profile, messages), words: { label, list, rest } });
  return section('characters', messages.show.characters, map);
}

const writersOf = ({ reviews }: OpenShow): Writers =>
  new Map(
    reviews.map(({ id, writer, language }) => [
      id,
      { ...(writer === undefined ? {} : { writer }), ...(language === undefined ? {} : { language }) },
    ]),
  );

function quotes(opened: OpenShow, messages: Messages): Printable {
  if (opened.profile.quotes.length === 0) return '';
  const writers = writersOf(opened);
  const words = { liftSpoiler: messages.parts.spoiler.lift };
  const figures = opened.profile.quotes
    .slice(0, 4)
    .map((quote) => quoteFigure(quoteOf(quote, writers), words));
  return section('quotes', messages.show.quotes, markup`<div class="quotes">${figures}</div>`);
}

function reviews({ show, reviews }: OpenShow, messages: Messages): Printable {
  if (reviews.length === 0) return '';
  const texts = messages.show;
  const items = reviews.slice(0, 50).map((review) => {
    const language = review.language === undefined ? '' : markup` lang="${review.language}"`;
    const byline = [
      review.writer === undefined ? texts.anonymous : texts.by(review.writer),
      review.publishedOn === undefined ? undefined : messages.format.date(review.publishedOn),
      review.rating === undefined
        ? undefined
        : messages.parts.outOf(review.rating.value, review.rating.outOf),
    ].filter((part) => part !== undefined);
    return markup`<li class="review-line"><p class="review-of"><a href="${reviewAddress(review.id)}">${review.title ?? messages.review.title(show.title)}</a> <span class="meta">${byline.join(' · ')}${
      review.isSample ? markup` <span class="tag">${texts.sample}</span>` : ''
    }</span></p><p class="excerpt"${language}>${excerptOf(review.text)}</p></li>`;
  });
  return section(
    'reviews',
    texts.reviewsCount(reviews.length),
    markup`<ul class="review-lines">${items}</ul>`,
  );
}

function facts({ profile }: OpenShow, messages: Messages): Printable {
  const rows = factRows(profile, messages);
  if (rows.length === 0) return '';
  return section('facts', messages.show.facts, factList(rows, { conflict: messages.show.theyDiffer }));
}

const FIRST_PEOPLE = 8;

function people({ show, profile }: OpenShow, messages: Messages): Printable {
  const ids = new Map(show.credits.map(({ name, personId }) => [name, personId]));
  if (profile.cast.length === 0) return '';
  const items = profile.cast.map(({ name, role, character, sources }) => {
    const id = ids.get(name);
    const said = sources.find((source) => source.kind === 'review')?.evidence[0];
    const href = id !== undefined ? personAddress(id) : said === undefined ? undefined : wordsAddress(said);
    const detail =
      character === undefined ? wordFor(messages.terms.roles, role) : messages.parts.as(character);
    return markup`<li>${href === undefined ? name : markup`<a href="${href}">${name}</a>`} <span class="meta">${detail}</span></li>`;
  });
  const rest =
    items.length <= FIRST_PEOPLE
      ? ''
      : markup`<details><summary>${messages.show.castMore}</summary><ul class="people">${items.slice(FIRST_PEOPLE, 80)}</ul></details>`;
  return section(
    'people',
    messages.show.cast,
    markup`<ul class="people">${items.slice(0, FIRST_PEOPLE)}</ul>${rest}`,
  );
}

function references({ refersTo, referredIn }: OpenShow, messages: Messages): Printable {
  const texts = messages.show;
  const to = refersTo.slice(0, 12).map(({ claim, show }) => {
    const words = claim.evidence[0];
    const href =
      show !== undefined ? showAddress(show.id) : words === undefined ? undefined : wordsAddress(words);
    return markup`<li>${href === undefined ? claim.title : markup`<a href="${href}">${claim.title}</a>`} <span class="meta">${wordFor(messages.terms.referenceAs, claim.as)}</span></li>`;
  });
  const from = referredIn.slice(0, 12).map(({ claim, show }) => {
    const words = claim.evidence[0];
    const quote =
      words === undefined
        ? ''
        : markup`<a class="quote-line" href="${wordsAddress(words)}"><q>${words.quote}</q></a>`;
    return markup`<li><a href="${showAddress(show.id)}">${show.title}</a> ${quote}</li>`;
  });
  return markup`${to.length === 0 ? '' : section('refers', texts.references, markup`<ul class="references">${to}</ul>`)}${
    from.length === 0
      ? ''
      : section('referred', texts.referredIn, markup`<ul class="references">${from}</ul>`)
  }`;
}
