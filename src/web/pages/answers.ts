// The answer to a question in plain words: what was understood, what was not, and picks with their reasons.
import type { Question } from '../../core/asking/question.ts';
import type { Pick, Reason } from '../../core/finding/pick.ts';
import type { Testimony } from '../../core/profile.ts';
import { answer } from '../../guide/answer.ts';
import { findNames } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { chips } from '../parts/chips.ts';
import { type Quote, quoteLine, reasonsTable } from '../parts/claims.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { type Dial, dialsOf } from '../telling/dials.ts';
import { factText, showLine } from '../telling/facts.ts';
import { languageOfScript, nativeName, wordsAddress } from '../telling/profiles.ts';
import { findAddress, missedWords, tellWish, wishChips } from '../telling/wishes.ts';
import type { Site } from '../visit.ts';

const LIMIT_WORDS = 1000;
const FIRST_PICKS = 12;
const MOST_PICKS = 48;
/** While one types: enough to see whether it goes the right way. */
const LIVE_PICKS = 4;

export function answersPage(site: Site, guide: Guide): void {
  site.get('/find', (c) => {
    const { messages } = c.get('visit');
    const words = (c.req.query('q') ?? '').trim().slice(0, LIMIT_WORDS);
    const limit = Math.min(MOST_PICKS, Math.max(FIRST_PICKS, Number(c.req.query('n')) || FIRST_PICKS));
    const title = words === '' ? messages.answers.emptyTitle : messages.answers.title(words);
    const main = markup`<header class="page-head"><h1 class="unseen">${title}</h1>${askForm(messages, words)}</header>
<live-answers src="/api/answers?full=1" for="ask-q"><div class="live" data-live>${answerMarkup(guide, words, { messages, limit })}</div></live-answers>`;
    return answerPage(c, { name: 'answers', title, main, hasOwnBox: true });
  });

  site.get('/api/answers', (c) => {
    const { messages } = c.get('visit');
    const words = (c.req.query('q') ?? '').trim().slice(0, LIMIT_WORDS);
    const isFull = c.req.query('full') === '1';
    const body = isFull
      ? answerMarkup(guide, words, { messages, limit: FIRST_PICKS })
      : liveMarkup(guide, words, messages);
    c.header('cache-control', 'private, no-cache');
    return c.html(body.toString());
  });
}

/** The one box. */
export const askForm = (messages: Messages, words: string): Markup =>
  markup`<form class="ask" action="/find" role="search"><label class="unseen" for="ask-q">${messages.box.question}</label><input type="search" id="ask-q" name="q" value="${words}" placeholder="${messages.box.placeholder}" autocomplete="off" maxlength="${LIMIT_WORDS}" data-hotkey><button class="button">${messages.box.go}</button></form>`;

export const examples = (messages: Messages): readonly { text: string; href: string }[] =>
  messages.box.examples.map((text) => ({ text, href: findAddress(text) }));

function answerMarkup(
  guide: Guide,
  words: string,
  { messages, limit }: { readonly messages: Messages; readonly limit: number },
): Markup {
  const texts = messages.answers;
  if (words === '')
    return emptyState({ title: texts.emptyTitle, text: texts.emptyTeach, examples: examples(messages) });
  const { question, picks } = answer(guide, words, { limit: limit + 1 });
  const shown = picks.slice(0, limit);
  const more =
    picks.length > limit && limit < MOST_PICKS && question.wishes.length > 0
      ? markup`<p><a class="button is-quiet" href="${findAddress(words)}&n=${MOST_PICKS}">${texts.showMore}</a></p>`
      : '';
  const isLost = question.wishes.length === 0;
  const headline =
    isLost || shown.length === 0 ? '' : picks.length > limit ? texts.first(limit) : texts.picks(shown.length);
  const shows = shown.flatMap(({ showId }) => guide.shelf.shows.get(showId) ?? []);
  const dials = isLost || shows.length < 2 ? [] : dialsOf(question, shows, messages);
  return markup`${understood(question, messages)}${dialLinks(dials, messages)}<p class="count" role="status">${headline}</p>${
    isLost || shown.length === 0
      ? nothingFound(guide, words, { messages, isLost })
      : markup`<ol class="answers">${shown.map((pick) => answerItem(guide, pick, messages))}</ol>${more}`
  }`;
}

const dialLinks = (dials: readonly Dial[], { dials: texts }: Messages): Printable =>
  dials.length === 0
    ? ''
    : markup`<nav class="dials" aria-label="${texts.label}"><ul>${dials.map(
        ({ label, href }) => markup`<li><a href="${href}">${label}</a></li>`,
      )}</ul></nav>`;

function understood(question: Question, messages: Messages): Markup {
  const told = (at: number): string => {
    const wish = question.wishes[at];
    return wish === undefined ? '' : tellWish(wish, messages);
  };
  const pairs = (question.contradictions ?? []).map(
    ([one, other]) =>
      markup`<p class="not-understood">${messages.answers.contradiction(told(one), told(other))}</p>`,
  );
  const all = chips({
    label: messages.answers.understood,
    items: wishChips(question, messages),
    notUnderstood: { label: messages.answers.notUnderstood, words: missedWords(question) },
  });
  return markup`${all}${pairs}`;
}

function answerItem(guide: Guide, pick: Pick, messages: Messages): Printable {
  const show = guide.shelf.shows.get(pick.showId);
  if (show === undefined) return '';
  const { reasons, spoiler } = messages.parts;
  const native = nativeName(show);
  const rows = pick.reasons.map((reason) => ({
    wish: tellWish(reason.wish, messages),
    met: reason.met,
    metWord: messages.parts.met[reason.met],
    fact: factOf(reason, messages),
    quote: reason.evidence === undefined ? undefined : quoteFrom(reason.evidence),
  }));
  const table =
    rows.length === 0
      ? ''
      : reasonsTable(rows, { liftSpoiler: spoiler.lift, ...reasons, caption: reasons.caption(show.title) });
  return markup`<li class="answer">${cover(show, guide.shelf.profiles.get(show.id))}<div><h2 class="answer-title"><a href="${showAddress(show.id)}">${show.title}</a>${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</h2><p class="meta">${showLine(show, messages)}</p>${table}</div></li>`;
}

const quoteFrom = (words: Testimony): Quote => ({
  text: words.quote,
  href: wordsAddress(words),
  language: languageOfScript(words.quote),
});

/** Codes become words; several values come with commas between them. */
function factOf({ wish, fact }: Reason, messages: Messages): string | undefined {
  if (fact === undefined) return undefined;
  // A feel or theme without a review is taken from the genres.
  const field =
    wish.kind === 'fact' ? wish.field : wish.kind === 'feel' || wish.kind === 'theme' ? 'genre' : undefined;
  if (field === undefined) return fact;
  return fact
    .split(', ')
    .map((value) => factText(field, value, messages))
    .join(', ');
}

/** The quote that says most by itself: a lone "funny" stands better in the table, beside the wish that it meets. */
function tellingQuote(pick: Pick): Quote | undefined {
  const quotes = pick.reasons.flatMap(({ evidence, met }) =>
    evidence !== undefined && (met === 'met' || met === 'partly') && evidence.quote.includes(' ')
      ? [evidence]
      : [],
  );
  const best = quotes.sort((a, b) => b.quote.length - a.quote.length)[0];
  return best === undefined ? undefined : quoteFrom(best);
}

function nothingFound(
  guide: Guide,
  words: string,
  { messages, isLost }: { readonly messages: Messages; readonly isLost: boolean },
): Markup {
  const texts = messages.answers;
  const near = findNames(guide, words, 5);
  return emptyState({
    title: isLost ? texts.lost : texts.none,
    text: near.length > 0 ? texts.nearNames : isLost ? texts.lostTeach : texts.noneTeach,
    examples:
      near.length === 0
        ? examples(messages)
        : near.map(({ showId, title }) => ({ text: title, href: showAddress(showId) })),
    action: {
      text: texts.add(words.slice(0, 60)),
      href: `/title/new?title=${encodeURIComponent(words.slice(0, 200))}`,
    },
  });
}

function liveMarkup(guide: Guide, words: string, messages: Messages): Markup {
  if (words === '') return markup``;
  const { question, picks: found } = answer(guide, words, { limit: LIVE_PICKS });
  const picks = question.wishes.length === 0 ? [] : found;
  const items = picks.map((pick) => {
    const show = guide.shelf.shows.get(pick.showId);
    if (show === undefined) return '';
    const quote = tellingQuote(pick);
    return markup`<li class="answer">${cover(show, guide.shelf.profiles.get(show.id))}<div><p class="answer-title"><a href="${showAddress(show.id)}">${show.title}</a></p><p class="meta">${showLine(show, messages)}</p>${
      quote === undefined ? '' : quoteLine(quote, { liftSpoiler: messages.parts.spoiler.lift })
    }</div></li>`;
  });
  return markup`${understood(question, messages)}<p class="unseen" role="status">${picks.length === 0 ? messages.answers.none : messages.answers.picks(picks.length)}</p><ol class="answers is-live">${items}</ol><p><a href="${findAddress(words)}">${messages.box.all}</a></p>`;
}
