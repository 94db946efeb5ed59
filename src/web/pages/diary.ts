// The diary: what was watched on which day, by month; a day is logged on a title's page.
import type { Show, ShowId } from '../../core/show.ts';
import type { DiaryEntry } from '../../core/watching.ts';
import { deleteDiary, diary, logDiary } from '../../guide/diary.ts';
import type { Guide } from '../../guide/guide.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { backTo, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { ratingMark } from '../parts/controls.ts';
import { type Markup, markup } from '../parts/markup.ts';
import { emptyState, pagination } from '../parts/messages-to-reader.ts';
import type { Site } from '../visit.ts';
import { examples } from './answers.ts';

const PER_PAGE = 100;
type Line = { readonly entry: DiaryEntry; readonly show: Show };

export function diaryPages(site: Site, guide: Guide): void {
  site.get('/diary', async (c) => {
    const { messages } = c.get('visit');
    const texts = messages.diary;
    const all = await diary(guide);
    const from = Math.max(0, Math.trunc(Number(c.req.query('from')) || 0));
    const lines = all.slice(from, from + PER_PAGE);
    const months = Map.groupBy(lines, ({ entry }) => entry.watchedOn.slice(0, 7));
    const body =
      all.length === 0
        ? emptyState({ title: texts.empty, text: texts.teach, examples: examples(messages) })
        : [...months].map(
            ([month, days]) =>
              markup`<section class="section"><h2 class="section-title">${messages.format.date(month)}</h2><ol class="diary">${days.map((line) => diaryLine(line, messages))}</ol></section>`,
          );
    const turns =
      all.length <= PER_PAGE
        ? ''
        : pagination({
            label: texts.title,
            place: texts.place(from + 1, Math.min(from + PER_PAGE, all.length), all.length),
            ...(from > 0
              ? { previous: { text: texts.later, href: `/diary?from=${Math.max(0, from - PER_PAGE)}` } }
              : {}),
            ...(from + PER_PAGE < all.length
              ? { next: { text: texts.earlier, href: `/diary?from=${from + PER_PAGE}` } }
              : {}),
          });
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1>${all.length === 0 ? '' : yearLink(all[0]!, messages)}</header>${body}${turns}`;
    return answerPage(c, { name: 'diary', title: texts.title, main, section: 'diary' });
  });

  site.post('/title/:id/log', async (c) => {
    const form = await readForm(c);
    const showId = c.req.param('id') as ShowId;
    const number = (name: string): number | undefined => {
      const text = textOf(form, name);
      return text === undefined ? undefined : Number(text);
    };
    const watchedOn = textOf(form, 'watchedOn');
    const episode = number('episode');
    const note = textOf(form, 'note');
    const { undo } = await logDiary(guide, {
      showId,
      isRewatch: textOf(form, 'isRewatch') === 'yes',
      ...(watchedOn === undefined ? {} : { watchedOn }),
      ...(episode === undefined ? {} : { episode }),
      ...(note === undefined ? {} : { note }),
    });
    setFlash(c, { say: 'logged', what: guide.shelf.shows.get(showId)?.title ?? '', undo });
    return c.redirect(backTo(form, showAddress(showId)), 303);
  });

  site.post('/diary/:id/delete', async (c) => {
    const form = await readForm(c);
    const { undo } = await deleteDiary(guide, c.req.param('id'));
    setFlash(c, { say: 'unlogged', what: textOf(form, 'what') ?? '', undo });
    return c.redirect('/diary', 303);
  });
}

function yearLink({ entry }: Line, messages: Messages): Markup {
  const year = Number(entry.watchedOn.slice(0, 4));
  return markup`<p class="meta"><a href="/year/${entry.watchedOn.slice(0, 4)}">${messages.year.link(year)}</a></p>`;
}

function diaryLine({ entry, show }: Line, messages: Messages): Markup {
  const texts = messages.diary;
  const details = [
    entry.episode === undefined ? undefined : texts.episode(entry.season, entry.episode),
    entry.isRewatch ? texts.rewatch : undefined,
  ].filter((part) => part !== undefined);
  return markup`<li class="diary-line"><time datetime="${entry.watchedOn}">${messages.format.day(entry.watchedOn)}</time><div><a href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${details.join(' · ')}</span>${
    entry.rating === undefined ? '' : ratingMark(entry.rating, messages.watch.stars(entry.rating))
  }${entry.note === undefined ? '' : markup`<p class="own-note">${entry.note}</p>`}</div><form method="post" action="/diary/${encodeURIComponent(entry.id)}/delete"><input type="hidden" name="what" value="${show.title}"><button class="button is-quiet" aria-label="${texts.removeOf(show.title, messages.format.day(entry.watchedOn))}">${texts.remove}</button></form></li>`;
}

/** The form on a title's page. */
export function logForm(show: Show, today: string, messages: Messages): Markup {
  const texts = messages.diary;
  const episode =
    show.kind === 'film'
      ? ''
      : markup`<p class="field is-short"><label>${messages.watch.episode} <input type="number" name="episode" min="1"${show.episodes === undefined || (show.seasons ?? 1) > 1 ? '' : markup` max="${show.episodes}"`}></label></p>`;
  return markup`<details class="log"><summary>${texts.log}</summary><form class="row" method="post" action="${showAddress(show.id)}/log"><p class="field is-short"><label>${texts.watchedOn} <input type="date" name="watchedOn" value="${today}" required></label></p>${episode}<p class="field"><label><input type="checkbox" name="isRewatch" value="yes"> ${texts.rewatch}</label></p><button class="button is-quiet">${texts.logIt}</button></form></details>`;
}
