// Several people choose a title. The address carries all that was asked for, so that it can be sent; what is kept is
// only what was watched, by a form. Works without script.
import type { Show, ShowId } from '../../core/show.ts';
import { FEWEST, type GuestInput, MOST } from '../../guide/check-guests.ts';
import {
  choose,
  type Seated,
  type Together,
  type TogetherPick,
  takeTogether,
} from '../../guide/choose-together.ts';
import type { Guide } from '../../guide/guide.ts';
import { Refusal } from '../../guide/refusal.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { proseOf, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { chips } from '../parts/chips.ts';
import { metSign } from '../parts/claims.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { emptyState, notice } from '../parts/messages-to-reader.ts';
import { showLine } from '../telling/facts.ts';
import { nativeName } from '../telling/profiles.ts';
import { tellLine } from '../telling/together.ts';
import { missedWords, tellWish } from '../telling/wishes.ts';
import type { Site } from '../visit.ts';

const HERE = '/together';
const PICKS = 6;
/** From here on it is said whose turn it is. */
const OWED = 0.1;

export function togetherPages(site: Site, guide: Guide): void {
  site.get(HERE, async (c) => {
    const { messages, url } = c.get('visit');
    const texts = messages.together;
    const asked = askedIn(url.searchParams);
    const head = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede">${texts.lede}</p></header>`;
    const page = (main: Printable, status: 200 | 400 = 200) =>
      answerPage(
        c,
        { name: 'together', title: texts.title, main: markup`${head}${main}`, section: 'together' },
        status,
      );
    if (asked.guests.length === 0 || url.searchParams.has('more'))
      return page(markup`${tableForm(asked, messages)}${asked.guests.length === 0 ? example(messages) : ''}`);
    const only = url.searchParams.get('pick') ?? undefined;
    try {
      const options = only === undefined ? { limit: PICKS } : { only: only as ShowId };
      const together = await choose(guide, asked.guests, options);
      const answer = { guide, messages, url };
      return page(
        only === undefined
          ? markup`${picksMarkup(together, answer)}${changeForm(asked, messages)}`
          : takenMarkup(together, answer),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = notice({ kind: 'problem', text: error.message, detail: error.hint });
      return page(markup`${problem}${tableForm(asked, messages)}`, 400);
    }
  });

  site.post(`${HERE}/take`, async (c) => {
    const form = await readForm(c);
    const query = new URLSearchParams(proseOf(form, 'table'));
    const id = (textOf(form, 'pick') ?? '') as ShowId;
    const { pick, undo } = await takeTogether(guide, askedIn(query).guests, id);
    query.set('pick', id);
    setFlash(c, { say: 'chosen', what: pick.show.title, undo });
    return c.redirect(`${HERE}?${query}`, 303);
  });
}

/** `rows` is how many people the form has room for. */
type Asked = { readonly guests: readonly GuestInput[]; readonly rows: number };

/** Fields of the same name, one for each person; a person without anything is none. */
function askedIn(query: URLSearchParams): Asked {
  const [names, wants, never, seen, minutes] = ['name', 'wants', 'never', 'seen', 'minutes'].map((field) =>
    query.getAll(field),
  ) as [string[], string[], string[], string[], string[]];
  const me = query.get('me');
  const rows = Math.max(names.length, wants.length);
  const guests = Array.from({ length: Math.min(rows, MOST + 1) }, (_, at): GuestInput => {
    const length = Number(minutes[at]?.trim() || Number.NaN);
    return {
      name: names[at] ?? '',
      wants: wants[at] ?? '',
      never: never[at] ?? '',
      seen: seen[at] ?? '',
      ...(minutes[at]?.trim() ? { minutes: length } : {}),
      isMe: me === String(at),
    };
  }).filter(({ name, wants, never, seen, minutes: own }) =>
    [name, wants, never, seen, own === undefined ? '' : '1'].some((text) => text?.trim()),
  );
  const more = query.has('more') ? 1 : 0;
  return { guests, rows: Math.min(MOST, Math.max(FEWEST, rows + more)) };
}

function tableForm({ guests, rows }: Asked, messages: Messages): Markup {
  const texts = messages.together;
  const seats = Array.from({ length: rows }, (_, at) => seat(guests[at], at, messages));
  const another =
    rows >= MOST
      ? ''
      : markup`<button class="button is-quiet" name="more" value="1">${texts.another}</button>`;
  return markup`<form class="together-form" action="${HERE}">${seats}<div class="actions"><button class="button">${texts.choose}</button>${another}</div></form>`;
}

function seat(guest: GuestInput | undefined, at: number, messages: Messages): Markup {
  const texts = messages.together;
  const field = (
    name: 'name' | 'wants' | 'never' | 'seen',
    {
      label,
      hint,
      isWide = false,
    }: { readonly label: string; readonly hint?: string; readonly isWide?: boolean },
  ): Markup =>
    markup`<p class="field${when(isWide, ' is-wide')}"><label>${label} <input name="${name}" value="${guest?.[name]}" maxlength="${name === 'name' ? 40 : 1000}"${
      hint === undefined ? '' : markup` placeholder="${hint}"`
    } autocomplete="off"></label></p>`;
  return markup`<fieldset class="guest"><legend>${texts.person(at + 1)}</legend>${field('name', { label: texts.name })}${field(
    'wants',
    { label: texts.wants, hint: texts.wantsHint, isWide: true },
  )}${field('never', { label: texts.never, hint: texts.neverHint, isWide: true })}<p class="field"><label>${texts.minutes} <input type="number" name="minutes" min="1" max="10000" value="${guest?.minutes}"></label></p>${field(
    'seen',
    { label: texts.seen, hint: texts.seenHint, isWide: true },
  )}<p class="field is-me"><label><input type="checkbox" name="me" value="${at}"${when(guest?.isMe, ' checked')}> ${texts.isMe}</label></p></fieldset>`;
}

const changeForm = (asked: Asked, messages: Messages): Markup =>
  markup`<section class="section"><details class="change"><summary>${messages.together.change}</summary>${tableForm(asked, messages)}</details></section>`;

function example(messages: Messages): Markup {
  const texts = messages.together;
  const query = new URLSearchParams();
  for (const at of [0, 1] as const) {
    query.append('name', texts.exampleNames[at]);
    query.append('wants', texts.exampleWants[at]);
    query.append('never', texts.exampleNever[at]);
    query.append('seen', '');
    query.append('minutes', '');
  }
  return markup`<p class="example"><a href="${`${HERE}?${query}`}">${texts.example}</a></p>`;
}

type Answering = { readonly guide: Guide; readonly messages: Messages; readonly url: URL };

function picksMarkup({ seated, picks, isHated }: Together, answering: Answering): Markup {
  const { messages, url } = answering;
  const texts = messages.together;
  const turn = seated.reduce((most, one) => (one.owed > most.owed ? one : most));
  const table = queryOf(url);
  const said = markup`${turn.owed > OWED ? markup`<p class="turn">${texts.turn(turn.name)}</p>` : ''}${isHated ? notice({ kind: 'hint', text: texts.someoneHates }) : ''}`;
  const body =
    picks.length === 0
      ? emptyState({ title: texts.none, text: texts.noneTeach })
      : markup`<ol class="answers">${picks.map((pick) => pickItem(pick, { ...answering, table }))}</ol>${addressToSend(answering)}`;
  return markup`<section class="section"><h2 class="section-title">${texts.picks}</h2>${said}${body}</section><section class="section">${seated.map((one) => understoodOf(one, messages))}</section>`;
}

/** Both what is asked for and what is refused, as understood; a refusal that was not is said aloud. */
function understoodOf({ name, wants, never }: Seated, messages: Messages): Printable {
  const texts = messages.together;
  const items = [
    ...wants.wishes.map((wish) => ({ text: tellWish(wish, messages), isAvoided: !wish.wants })),
    ...never.wishes.map((wish) => ({ text: tellWish(wish, messages), isAvoided: true })),
  ];
  const missed = [...missedWords(wants), ...missedWords(never)];
  const unheard =
    missed.length === 0 ? '' : notice({ kind: 'hint', text: texts.notUnderstood(name, missed.join(', ')) });
  return markup`${
    items.length === 0
      ? ''
      : markup`<div class="row"><h3 class="taste-side">${name}</h3>${chips({ label: texts.understoodOf(name), items })}</div>`
  }${unheard}`;
}

function pickItem(
  pick: TogetherPick,
  { guide, messages, table }: Answering & { readonly table: string },
): Markup {
  const texts = messages.together;
  const { show } = pick;
  return markup`<li class="answer">${cover(show, guide.shelf.profiles.get(show.id))}<div>${titleOf(show, messages)}${linesOf(pick, messages)}<form method="post" action="${HERE}/take" class="actions"><input type="hidden" name="table" value="${table}"><input type="hidden" name="pick" value="${show.id}"><button class="button is-quiet" aria-label="${texts.takeOf(show.title)}">${texts.take}</button></form></div></li>`;
}

function titleOf(show: Show, messages: Messages): Markup {
  const native = nativeName(show);
  return markup`<h3 class="answer-title"><a href="${showAddress(show.id)}">${show.title}</a>${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</h3><p class="meta">${showLine(show, messages)}</p>`;
}

function linesOf({ show, lines }: TogetherPick, messages: Messages): Markup {
  const items = lines.map((line) => {
    const { name, text, isGiving } = tellLine(line, messages);
    const sign = metSign(
      isGiving ? 'not' : line.content >= 0.5 ? 'met' : line.content > 0 ? 'partly' : 'unknown',
    );
    return markup`<dt>${name}</dt><dd${when(isGiving, ' class="is-giving"')}>${sign}${text}</dd>`;
  });
  return markup`<dl class="each" aria-label="${messages.together.lines(show.title)}">${items}</dl>`;
}

function takenMarkup({ picks }: Together, answering: Answering): Printable {
  const { guide, messages, url } = answering;
  const pick = picks[0]!;
  const back = new URLSearchParams(queryOf(url));
  back.delete('pick');
  return markup`<section class="section"><h2 class="section-title">${messages.together.taken}</h2><ol class="answers"><li class="answer">${cover(pick.show, guide.shelf.profiles.get(pick.show.id))}<div>${titleOf(pick.show, messages)}${linesOf(pick, messages)}</div></li></ol>${addressToSend(answering)}<p class="example"><a href="${`${HERE}?${back}`}">${messages.together.takenBack}</a></p></section>`;
}

function addressToSend({ messages, url }: Answering): Markup {
  const texts = messages.together;
  return markup`<p class="address-to-send"><label>${texts.link} <input readonly value="${`${url.origin}${HERE}?${queryOf(url)}`}" aria-label="${texts.address}"></label></p>`;
}

/** Without what is the reader's own: the language and the look. */
function queryOf(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const own of ['lang', 'look', 'more']) query.delete(own);
  return query.toString();
}
