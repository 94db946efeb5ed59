// Episodes of a title: in short on its page, season by season on their own, and each with the place to note that one
// saw it, how it was and what one thought.
import { inOrder, type Place, type PlacedEpisode } from '../../core/episodes.ts';
import type { Show, ShowId } from '../../core/show.ts';
import type { DiaryEntry } from '../../core/watching.ts';
import { today } from '../../guide/dates.ts';
import { getShow } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { type OpenShow, openShow } from '../../guide/open-show.ts';
import { dayOf, type Progress } from '../../guide/progress.ts';
import { diaryOfEpisodes, episodeKey, watchEpisode } from '../../guide/watch-episode.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { progressBar, ratingInput, ratingMark } from '../parts/controls.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { episodeAddress, episodeName, nextLine, whenText } from '../telling/episodes.ts';
import type { Site } from '../visit.ts';
import { notHere } from './problem.ts';

type Around = { readonly messages: Messages; readonly now: Date };
type Diary = ReadonlyMap<string, readonly DiaryEntry[]>;

export function episodePages(site: Site, guide: Guide): void {
  site.get('/title/:id/episodes', async (c) => {
    const { messages } = c.get('visit');
    const id = c.req.param('id') as ShowId;
    if (!guide.shelf.shows.has(id)) return notHere(c, messages.problem.noShow);
    const opened = await openShow(guide, id);
    if (opened.progress === undefined) return notHere(c, messages.episodes.noEpisode);
    const { show, progress } = opened;
    const asked = Number(c.req.query('season') ?? progress.next?.season ?? progress.seen?.season ?? 1);
    const around = { messages, now: guide.now() };
    const main = markup`${head(show, messages.episodes.heading)}${progressPart(show, progress, around)}${seasonsPart(
      { show, progress, asked, diary: await diaryOfEpisodes(guide, id) },
      around,
    )}`;
    return answerPage(c, { name: 'episodes', title: messages.episodes.title(show.title), main });
  });

  site.get('/title/:id/episodes/:season/:number', async (c) => {
    const { messages } = c.get('visit');
    const id = c.req.param('id') as ShowId;
    if (!guide.shelf.shows.has(id)) return notHere(c, messages.problem.noShow);
    const { show, progress } = await openShow(guide, id);
    const place = { season: Number(c.req.param('season')), episode: Number(c.req.param('number')) };
    const known = progress && find(progress, place);
    if (known === undefined) return notHere(c, messages.episodes.noEpisode);
    const lines = (await diaryOfEpisodes(guide, id)).get(episodeKey(place)) ?? [];
    const main = episodeMain({ show, placed: known, lines }, { messages, now: guide.now() });
    return answerPage(c, { name: 'episode', title: episodeName(known.known, place.episode, messages), main });
  });

  site.post('/title/:id/episodes/:season/:number', async (c) => {
    const form = await readForm(c);
    const show = getShow(guide, c.req.param('id') as ShowId);
    const place = { season: Number(c.req.param('season')), episode: Number(c.req.param('number')) };
    const rating = textOf(form, 'rating');
    const note = textOf(form, 'note');
    const watchedOn = textOf(form, 'watchedOn');
    const { undo } = await watchEpisode(guide, show.id, {
      ...place,
      ...(rating === undefined ? {} : { rating: Number(rating) }),
      ...(note === undefined ? {} : { note }),
      ...(watchedOn === undefined ? {} : { watchedOn }),
      ...(textOf(form, 'isRewatch') === 'yes' ? { isRewatch: true } : {}),
    });
    setFlash(c, { say: 'episodeSeen', what: show.title, undo });
    return c.redirect(episodeAddress(show.id, place), 303);
  });
}

const find = ({ numbering }: Progress, { season, episode }: Place): PlacedEpisode | undefined => {
  const known = numbering.seasons
    .find(({ number }) => number === season)
    ?.episodes.find(({ number }) => number === episode);
  return known && { season, episode, known };
};

const head = (show: Show, title: Printable, facts: Printable = ''): Markup =>
  markup`<header class="page-head"><p class="kicker"><a href="${showAddress(show.id)}">${show.title}</a></p><h1 class="page-title is-small">${title}</h1>${facts}</header>`;

function progressPart(show: Show, progress: Progress, around: Around): Markup {
  const { messages } = around;
  return markup`<div class="episode-progress">${progressBar({
    label: messages.episodes.heading,
    text: messages.episodes.seen(progress.seenCount, progress.allCount),
    value: progress.seenCount,
    max: progress.allCount,
  })}${nextLine(show, progress, around)}</div>`;
}

/** On a title's page: how far, what is next, where all of them are. */
export function episodesPart({ show, progress }: OpenShow, around: Around): Printable {
  if (progress === undefined || progress.allCount === 0) return '';
  const texts = around.messages.episodes;
  return markup`<section class="section" id="episodes" aria-labelledby="episodes-h"><h2 class="section-title" id="episodes-h">${texts.heading} <a class="more" href="${showAddress(show.id)}/episodes">${texts.all}</a></h2>${progressPart(show, progress, around)}</section>`;
}

type Listed = {
  readonly show: Show;
  readonly progress: Progress;
  readonly asked: number;
  readonly diary: Diary;
};

function seasonsPart({ show, progress, asked, diary }: Listed, { messages, now }: Around): Markup {
  const texts = messages.episodes;
  const { seasons } = progress.numbering;
  const open = seasons.find(({ number }) => number === asked) ?? seasons[0]!;
  const turns =
    seasons.length < 2
      ? ''
      : markup`<nav class="season-turns" aria-label="${texts.heading}"><ul>${seasons.map(
          ({ number }) =>
            markup`<li><a href="?season=${number}"${when(number === open.number, ' aria-current="page"')}>${texts.season(number)}</a></li>`,
        )}</ul></nav>`;
  const seen = new Set(
    inOrder(progress.numbering)
      .slice(0, progress.seenCount)
      .map((place) => episodeKey(place)),
  );
  const lines = open.episodes.map((known) => {
    const place = { season: open.number, episode: known.number };
    const day = dayOf(known);
    const own = diary.get(episodeKey(place))?.find(({ rating }) => rating !== undefined);
    return markup`<li class="episode-line"><span class="number">${texts.number(open.number, known.number)}</span><div><a href="${episodeAddress(show.id, place)}">${episodeName(known, known.number, messages)}</a> ${
      own?.rating === undefined ? '' : ratingMark(own.rating, messages.watch.stars(own.rating))
    }</div><span class="meta">${
      seen.has(episodeKey(place)) || diary.has(episodeKey(place))
        ? texts.isSeen
        : day === undefined
          ? ''
          : day <= today(now)
            ? messages.format.date(day)
            : whenText(known, { messages, now })
    }</span></li>`;
  });
  const title = open.title === undefined ? '' : markup` <span class="meta">${open.title}</span>`;
  return markup`<section class="section">${turns}<h2 class="section-title">${texts.season(open.number)}${title}</h2><ol class="episode-lines">${lines}</ol><p class="meta">${texts.countedBy(progress.countedBy)}</p></section>`;
}

type Shown = {
  readonly show: Show;
  readonly placed: PlacedEpisode;
  readonly lines: readonly DiaryEntry[];
};

function episodeMain({ show, placed, lines }: Shown, { messages, now }: Around): Markup {
  const texts = messages.episodes;
  const { known, season, episode } = placed;
  const facts = [
    texts.number(season, episode),
    dayOf(known) === undefined ? undefined : messages.format.date(dayOf(known)!),
    known.airsAt === undefined ? undefined : messages.calendar.time(known.airsAt),
    known.minutes === undefined ? undefined : texts.minutes(known.minutes),
  ].filter((part) => part !== undefined);
  const mine =
    lines.length === 0
      ? ''
      : markup`<section class="section"><h2 class="section-title">${texts.mine}</h2><ol class="diary">${lines.map(
          (line) =>
            markup`<li class="diary-line"><time datetime="${line.watchedOn}">${messages.format.date(line.watchedOn)}</time><div>${
              line.rating === undefined ? '' : ratingMark(line.rating, messages.watch.stars(line.rating))
            }${line.isRewatch ? markup` <span class="meta">${messages.diary.rewatch}</span>` : ''}${
              line.note === undefined ? '' : markup`<p class="own-note">${line.note}</p>`
            }</div></li>`,
        )}</ol></section>`;
  const form = markup`<section class="section"><h2 class="section-title">${texts.log}</h2><form class="episode-form" method="post" action="${episodeAddress(show.id, placed)}">${ratingInput(
    {
      name: 'rating',
      legend: messages.watch.rating,
      none: messages.watch.noRating,
      stepWord: messages.watch.stars,
    },
  )}<p class="field is-short"><label>${messages.diary.watchedOn} <input type="date" name="watchedOn" value="${today(now)}" required></label></p><p class="field"><label>${texts.note} <textarea name="note" rows="3"></textarea></label></p><p class="field"><label><input type="checkbox" name="isRewatch" value="yes"> ${messages.diary.rewatch}</label></p><button class="button">${messages.diary.logIt}</button><p class="meta">${texts.logHint}</p></form></section>`;
  return markup`${head(show, episodeName(known, episode, messages), markup`<p class="meta">${facts.join(' · ')}</p>`)}${mine}${form}<p class="meta"><a href="${showAddress(show.id)}/episodes?season=${season}">${texts.all}</a></p>`;
}
