// The watch list: states, progress by episode, rating, dates, note. Everything is a form that works without script.
import type { Show, ShowId } from '../../core/show.ts';
import { WATCH_STATES, type WatchEntry, type WatchState } from '../../core/watching.ts';
import type { Guide } from '../../guide/guide.ts';
import { keep, unkeep, type WatchPatch } from '../../guide/keep.ts';
import { dayOf, type FollowedShow, followedShows, isOut, type Progress } from '../../guide/progress.ts';
import { watchAgain, watchNext } from '../../guide/watch-episode.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { backTo, type Form, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { progressBar, ratingMark, watchControls } from '../parts/controls.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { nextLine } from '../telling/episodes.ts';
import { showLine } from '../telling/facts.ts';
import { nativeName } from '../telling/profiles.ts';
import type { Site } from '../visit.ts';
import { examples } from './answers.ts';

export function listPages(site: Site, guide: Guide): void {
  site.get('/list', async (c) => {
    const { messages } = c.get('visit');
    const entries = await followedShows(guide);
    const now = guide.now();
    const texts = messages.list;
    const groups = (['watching', 'planned', 'done', 'dropped'] as const).map((state) => {
      const lines = entries.filter(({ entry }) => entry.state === state);
      return lines.length === 0
        ? ''
        : markup`<section class="section"><h2 class="section-title">${texts.group(messages.watch.states[state], lines.length)}</h2><ul class="watch-list">${lines.map((line) => listItem({ ...line, messages, guide, now }))}</ul></section>`;
    });
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="meta">${entries.length === 0 ? '' : markup`${texts.counts(entries.length)} · <a href="/calendar">${messages.calendar.link}</a>`}</p></header>${
      entries.length === 0
        ? emptyState({ title: texts.empty, text: texts.teach, examples: examples(messages) })
        : groups
    }`;
    return answerPage(c, { name: 'list', title: texts.title, main, section: 'list' });
  });

  site.post('/title/:id/watch', async (c) => {
    const id = c.req.param('id') as ShowId;
    const form = await readForm(c);
    const title = guide.shelf.shows.get(id)?.title ?? '';
    const isNew = textOf(form, 'isNew') === 'yes';
    const { undo } = await keep(guide, id, patchIn(form));
    setFlash(c, { say: isNew ? 'kept' : 'changed', what: title, undo });
    return c.redirect(backTo(form, showAddress(id)), 303);
  });

  site.post('/title/:id/next', async (c) => {
    const id = c.req.param('id') as ShowId;
    const form = await readForm(c);
    const { undo } = await watchNext(guide, id);
    setFlash(c, { say: 'episodeSeen', what: guide.shelf.shows.get(id)?.title ?? '', undo });
    return c.redirect(backTo(form, showAddress(id)), 303);
  });

  site.post('/title/:id/again', async (c) => {
    const id = c.req.param('id') as ShowId;
    const form = await readForm(c);
    const { undo } = await watchAgain(guide, id);
    setFlash(c, { say: 'watchingAgain', what: guide.shelf.shows.get(id)?.title ?? '', undo });
    return c.redirect(backTo(form, showAddress(id)), 303);
  });

  site.post('/title/:id/unwatch', async (c) => {
    const id = c.req.param('id') as ShowId;
    const form = await readForm(c);
    const { undo } = await unkeep(guide, id);
    setFlash(c, { say: 'unkept', what: guide.shelf.shows.get(id)?.title ?? '', undo });
    return c.redirect(backTo(form, showAddress(id)), 303);
  });
}

/** A field that the form has not stays as it is; an empty one is taken away. */
function patchIn(form: Form): WatchPatch {
  const has = (name: string): boolean => Object.hasOwn(form, name);
  const number = (name: string): number | null => {
    const text = textOf(form, name);
    return text === undefined ? null : Number(text);
  };
  const text = (name: string): string | null => textOf(form, name) ?? null;
  return {
    ...(textOf(form, 'state') === undefined ? {} : { state: textOf(form, 'state') as WatchState }),
    ...(has('season') ? { season: number('season') } : {}),
    ...(has('episode') ? { episode: number('episode') } : {}),
    ...(has('rating') ? { rating: number('rating') } : {}),
    ...(has('rewatches') ? { rewatches: number('rewatches') ?? 0 } : {}),
    ...(has('startedOn') ? { startedOn: text('startedOn') } : {}),
    ...(has('finishedOn') ? { finishedOn: text('finishedOn') } : {}),
    ...(has('note') ? { note: text('note') } : {}),
  };
}

type Line = {
  readonly entry: WatchEntry;
  readonly show: Show;
  readonly messages: Messages;
  readonly progress?: Progress | undefined;
  readonly now: Date;
};

function listItem({ guide, ...line }: Line & FollowedShow & { readonly guide: Guide }): Markup {
  const { entry, show, messages } = line;
  const native = nativeName(show);
  return markup`<li class="watch-item">${cover(show, guide.shelf.profiles.get(show.id))}<div><h3 class="watch-title"><a href="${showAddress(show.id)}">${show.title}</a>${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</h3><p class="meta">${showLine(show, messages)}</p>${progressPart(line)}${
    entry.rating === undefined ? '' : ratingMark(entry.rating, messages.watch.stars(entry.rating))
  }${entry.note === undefined ? '' : markup`<p class="own-note">${entry.note}</p>`}<div class="actions">${nextEpisode({ ...line, back: '/list' })}${againForm({ ...line, back: '/list' })}<a class="button is-quiet" href="${showAddress(show.id)}#watch" aria-label="${messages.watch.moreOf(show.title)}">${messages.watch.edit}</a>${removeForm({ show, messages, back: '/list' })}</div></div></li>`;
}

function progressPart({ entry, show, messages, progress, now }: Line): Printable {
  if (progress !== undefined && entry.state === 'watching')
    return markup`${progressBar({
      label: messages.episodes.heading,
      text: messages.episodes.seen(progress.seenCount, progress.allCount),
      value: progress.seenCount,
      max: progress.allCount,
    })}${nextLine(show, progress, { messages, now })}`;
  if (show.kind === 'film' || entry.episode === undefined || entry.state !== 'watching') return '';
  return progressBar({
    label: messages.watch.episode,
    text: progressLine(entry, show, messages),
    value: entry.episode,
    max: entry.season === undefined || entry.season === 1 ? show.episodes : undefined,
  });
}

export function progressLine(entry: WatchEntry, show: Show, messages: Messages): string {
  if (entry.state === 'watching' && entry.episode !== undefined)
    return messages.watch.episodeOf(
      entry.episode,
      show.seasons === undefined || show.seasons === 1 ? show.episodes : undefined,
    );
  return messages.watch.states[entry.state];
}

type NextInput = Pick<Line, 'entry' | 'show' | 'messages' | 'progress' | 'now'> & { readonly back: string };

/** One click, one episode; absent when the last one that is out is seen or there are none. */
export function nextEpisode({ entry, show, messages, progress, now, back }: NextInput): Printable {
  if (show.kind === 'film' || entry.state === 'done' || entry.state === 'dropped') return '';
  const next = progress?.next;
  const isOver =
    progress === undefined
      ? (show.seasons ?? 1) === 1 && show.episodes !== undefined && (entry.episode ?? 0) >= show.episodes
      : next === undefined || (dayOf(next.known) !== undefined && !isOut(next.known, now));
  if (isOver) return '';
  return markup`<form method="post" action="${showAddress(show.id)}/next"><input type="hidden" name="back" value="${back}"><button class="button is-quiet" aria-label="${messages.watch.nextOf(show.title)}">${messages.watch.next}</button></form>`;
}

function againForm({ entry, show, messages, back }: Line & { readonly back: string }): Printable {
  if (entry.state !== 'done') return '';
  return markup`<form method="post" action="${showAddress(show.id)}/again"><input type="hidden" name="back" value="${back}"><button class="button is-quiet">${messages.episodes.again}<span class="unseen">: ${show.title}</span></button></form>`;
}

export const removeForm = ({
  show,
  messages,
  back,
}: {
  readonly show: Show;
  readonly messages: Messages;
  readonly back: string;
}): Markup =>
  markup`<form method="post" action="${showAddress(show.id)}/unwatch"><input type="hidden" name="back" value="${back}"><button class="button is-quiet" aria-label="${messages.watch.removeOf(show.title)}">${messages.watch.remove}</button></form>`;

/** On a title's page: one button for each first step, or the whole entry. */
export function watchPanel(panel: Omit<Line, 'entry'> & { readonly entry: WatchEntry | undefined }): Markup {
  const { entry, show, messages } = panel;
  const words = messages.watch;
  const action = `${showAddress(show.id)}/watch`;
  if (entry === undefined) {
    const acts = WATCH_STATES.filter((state) => state !== 'dropped').map(
      (state, index) =>
        markup`<button class="button${index === 0 ? '' : ' is-quiet'}" name="state" value="${state}">${words.acts[state]}</button>`,
    );
    return markup`<form class="actions" id="watch" method="post" action="${action}"><input type="hidden" name="isNew" value="yes">${acts}</form>`;
  }
  return markup`<section class="watch-panel" id="watch"><h2 class="section-title">${words.heading}</h2><form method="post" action="${action}">${watchControls(
    {
      entry,
      isSeries: show.kind === 'series',
      seasons: show.seasons,
      episodes: show.episodes,
      words: {
        ...words,
        ofEpisodes: show.episodes === undefined ? undefined : words.of(show.episodes),
        stepWord: words.stars,
      },
    },
  )}<button class="button">${words.save}</button></form><div class="actions">${nextEpisode({ ...panel, entry, back: showAddress(show.id) })}${againForm({ ...panel, entry, back: showAddress(show.id) })}${removeForm({ show, messages, back: showAddress(show.id) })}</div></section>`;
}
