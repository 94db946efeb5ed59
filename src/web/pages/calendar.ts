// What is coming, day by day, and its secret address for other calendars.
import {
  type Airing,
  airings,
  calendarFile,
  calendarSecret,
  makeCalendarAddress,
  revokeCalendarAddress,
  shiftDay,
} from '../../guide/calendar.ts';
import { today } from '../../guide/dates.ts';
import type { Guide } from '../../guide/guide.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { episodeAddress, episodeName } from '../telling/episodes.ts';
import type { Site } from '../visit.ts';

const PAST_DAYS = 7;
const COMING_DAYS = 120;
/** A page stays a page, however much somebody follows. */
const MOST = 120;

export function calendarPages(site: Site, guide: Guide): void {
  site.get('/calendar', async (c) => {
    const { messages, url } = c.get('visit');
    const now = today(guide.now());
    const all = await airings(guide, { from: shiftDay(now, -PAST_DAYS), to: shiftDay(now, COMING_DAYS) });
    const texts = messages.calendar;
    const past = all.filter(({ day }) => day < now);
    const coming = all.filter(({ day }) => day >= now).slice(0, MOST);
    const body =
      coming.length === 0
        ? emptyState({
            title: texts.empty,
            text: texts.teach,
            action: { text: texts.toSources, href: '/sources' },
          })
        : days(coming, { messages, now });
    const before =
      past.length === 0
        ? ''
        : markup`<details class="calendar-past"><summary>${texts.past} (${past.length})</summary>${days(past, { messages, now })}</details>`;
    const secret = await calendarSecret(guide);
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede">${texts.lede}</p></header><div class="columns"><div class="main">${before}${body}</div><div class="side">${feedPart(secret, { messages, url })}</div></div>`;
    return answerPage(c, { name: 'calendar', title: texts.title, main, section: 'list' });
  });

  site.post('/calendar/address', async (c) => {
    const isRevoked = textOf(await readForm(c), 'act') === 'revoke';
    if (isRevoked) await revokeCalendarAddress(guide);
    else await makeCalendarAddress(guide);
    setFlash(c, { say: isRevoked ? 'calendarRevoked' : 'calendarMade', what: '' });
    return c.redirect('/calendar#feed', 303);
  });

  site.get('/calendar/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const file = await calendarFile(guide, c.req.param('file').slice(0, -'.ics'.length));
    if (file === undefined) return c.text('There is no calendar at this address.\n', 404);
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=900',
    });
  });
}

type Around = { readonly messages: Messages; readonly now: string };

function days(list: readonly Airing[], { messages, now }: Around): Markup {
  const texts = messages.calendar;
  const byDay = [...Map.groupBy(list, ({ day }) => day)];
  return markup`<ol class="calendar">${byDay.map(
    ([day, airings]) =>
      markup`<li class="calendar-day"><h2><time datetime="${day}">${day === now ? texts.today : messages.format.date(day)}</time> <span class="meta">${texts.weekday(day)}</span></h2><ul>${airings.map((airing) => airingLine(airing, messages))}</ul></li>`,
  )}</ol>`;
}

function airingLine({ show, placed, at, isSeen, isPremiere }: Airing, messages: Messages): Markup {
  const texts = messages.calendar;
  const notes: readonly Printable[] = [
    isPremiere ? markup`<span class="tag">${texts.premiere}</span>` : '',
    isSeen ? markup`<span class="meta">${messages.episodes.isSeen}</span>` : '',
  ];
  return markup`<li class="airing${isSeen ? ' is-seen' : ''}"><span class="number">${at === undefined ? '' : texts.time(at)}</span><p><a class="airing-show" href="${showAddress(show.id)}">${show.title}</a> <a href="${episodeAddress(show.id, placed)}">${messages.episodes.number(placed.season, placed.episode)} ${episodeName(placed.known, placed.episode, messages)}</a> ${notes}</p></li>`;
}

type Feed = { readonly messages: Messages; readonly url: URL };

function feedPart(secret: string | undefined, { messages, url }: Feed): Markup {
  const texts = messages.calendar;
  const form = (act: 'make' | 'revoke', word: string): Markup =>
    markup`<form method="post" action="/calendar/address"><button class="button is-quiet" name="act" value="${act}">${word}</button></form>`;
  const path = `/calendar/${secret}.ics`;
  const own =
    secret === undefined
      ? form('make', texts.make)
      : markup`<p class="field"><label>${texts.address} <input type="text" readonly value="${new URL(path, url).href}"></label></p><div class="actions"><a class="button is-quiet" href="${path}">${texts.open}</a>${form('make', texts.renew)}${form('revoke', texts.revoke)}</div>`;
  return markup`<section class="section" id="feed" aria-labelledby="feed-h"><h2 class="section-title" id="feed-h">${texts.feed}</h2><p class="meta">${texts.feedText}</p>${own}</section>`;
}
