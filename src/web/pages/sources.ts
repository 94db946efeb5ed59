// Other services: which are on, on which terms, what is being fetched; and on a title's page what they say of it, in
// their words and under their names. No page waits for one of them.

import type { ShowId } from '../../core/show.ts';
import { fetchShow } from '../../guide/ask-source.ts';
import { getShow } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import type { SourceWords } from '../../guide/keep-sourced.ts';
import type { OpenShow } from '../../guide/open-show.ts';
import { refreshSources, startFetching, tellRefreshed } from '../../guide/refresh-sources.ts';
import { checkSource, type SourceAccess } from '../../guide/source-access.ts';
import { listSources, type SourceState, switchSource } from '../../guide/switch-source.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup, type Printable, safeAddress } from '../parts/markup.ts';
import { countryName } from '../telling/facts.ts';
import type { Site } from '../visit.ts';

export function sourcePages(site: Site, guide: Guide): void {
  site.get('/sources', async (c) => {
    const { messages } = c.get('visit');
    const texts = messages.sources;
    const states = await listSources(guide);
    const isAnyOn = states.some(({ isOn }) => isOn);
    const refresh = isAnyOn
      ? markup`<form class="actions" method="post" action="/sources/refresh"><button class="button">${texts.refresh}</button></form>`
      : '';
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede measure">${texts.lede}</p><p class="meta measure">${texts.more}</p></header>${statusPart(guide.sources, messages)}${refresh}<ul class="source-list">${states.map((state) => stateItem(state, messages))}</ul>`;
    return answerPage(c, { name: 'sources', title: texts.title, main });
  });

  site.post('/sources/refresh', async (c) => {
    startFetching(guide, async () => tellRefreshed(await refreshSources(guide)));
    setFlash(c, { say: 'fetching', what: '' });
    return c.redirect('/sources', 303);
  });

  site.post('/sources/:name', async (c) => {
    const form = await readForm(c);
    const isOn = textOf(form, 'act') === 'on';
    const key = textOf(form, 'key');
    const country = textOf(form, 'country');
    const name = await switchSource(guide, c.req.param('name'), {
      isOn,
      ...(key === undefined ? {} : { key }),
      ...(country === undefined ? {} : { country }),
    });
    const label = (await listSources(guide)).find((state) => state.name === name)?.terms.label ?? name;
    setFlash(c, { say: isOn ? 'sourceOn' : 'sourceOff', what: label });
    return c.redirect('/sources', 303);
  });

  site.post('/title/:id/fetch/:name', async (c) => {
    const show = getShow(guide, c.req.param('id') as ShowId);
    const source = checkSource(c.req.param('name'));
    startFetching(guide, async () => {
      const { episodes } = await fetchShow(guide, show.id, { source });
      return `${show.title}: ${source}, ${episodes}.`;
    });
    setFlash(c, { say: 'fetching', what: show.title });
    return c.redirect(`${showAddress(show.id)}#sources`, 303);
  });
}

function statusPart({ progress, last }: SourceAccess, { sources: texts }: Messages): Printable {
  if (progress !== undefined)
    return markup`<p class="notice" role="status"><strong>${texts.underWay}</strong> <span>${texts.progress(progress.done, progress.all, progress.title)} <progress value="${progress.done}" max="${progress.all}" aria-hidden="true"></progress></span> <a href="/sources">${texts.reload}</a></p>`;
  return last === undefined
    ? ''
    : markup`<p class="meta" role="status">${texts.lastTime}: ${last.sentence}</p>`;
}

function stateItem(state: SourceState, messages: Messages): Markup {
  const texts = messages.sources;
  const { name, terms, isAsked, isOn, hasKey, titles, lastFetchedAt, country } = state;
  const facts = [
    isAsked ? (isOn ? texts.on : texts.off) : texts.files,
    titles === 0 ? undefined : texts.titles(titles),
    lastFetchedAt === undefined ? undefined : texts.last(messages.format.date(lastFetchedAt.slice(0, 10))),
  ].filter((part) => part !== undefined);
  const keyed =
    isOn || !terms.needsKey
      ? ''
      : markup`<p class="field"><label>${texts.key} <input type="password" name="key" autocomplete="off"></label>${hasKey ? markup` <span class="after">${texts.hasKey}</span>` : ''}</p><p class="field is-short"><label>${texts.country} <input type="text" name="country" maxlength="2" value="${country}"></label></p>`;
  const word = isOn ? texts.switchOffOf(terms.label) : texts.switchOnOf(terms.label);
  const form = isAsked
    ? markup`<form method="post" action="/sources/${name}">${keyed}<button class="button is-quiet" name="act" value="${isOn ? 'off' : 'on'}">${word}</button></form>`
    : '';
  return markup`<li class="source"><h2 class="section-title"><a href="${terms.home}" rel="noreferrer">${terms.label}</a> <span class="meta">${facts.join(' · ')}</span></h2><p class="meta" lang="en">${terms.licence}</p>${form}</li>`;
}

/** On a title's page. */
export function sourceParts(
  { show, words }: OpenShow,
  { messages, sources }: { readonly messages: Messages; readonly sources: readonly SourceState[] },
): Printable {
  const texts = messages.sources;
  const fetches = sources
    .filter(({ name, isOn }) => isOn && (name !== 'tvmaze' || show.kind === 'series'))
    .map(
      ({ name, terms }) =>
        markup`<form method="post" action="${showAddress(show.id)}/fetch/${name}"><button class="button is-quiet">${texts.fetch(terms.label)}</button></form>`,
    );
  if (words.length === 0 && fetches.length === 0) return '';
  return markup`<div id="sources">${words.map((said) => wordsPart(said, { messages, sources }))}${
    fetches.length === 0 ? '' : markup`<div class="actions source-acts">${fetches}</div>`
  }</div>`;
}

function wordsPart(
  { source, details }: SourceWords,
  { messages, sources }: { readonly messages: Messages; readonly sources: readonly SourceState[] },
): Printable {
  const texts = messages.sources;
  const state = sources.find(({ name }) => name === source);
  if (state === undefined) return '';
  const { label, attribution, home } = state.terms;
  const where = [...details.networks, ...details.platforms].join(', ');
  const page = safeAddress(details.page);
  const watchPage = safeAddress(details.watchPage);
  const offers = details.offers.filter(({ country }) => country === state.country);
  const offered = Map.groupBy(offers, ({ how }) => how);
  return markup`<section class="section source-words" aria-labelledby="says-${source}"><h2 class="section-title" id="says-${source}">${texts.says(label)}</h2>${
    details.summary === undefined
      ? ''
      : markup`<blockquote class="source-summary" lang="en">${details.summary}</blockquote>`
  }<dl class="facts">${where === '' ? '' : fact(texts.networks, where)}${[...offered].map(([how, list]) =>
    fact(
      `${countryName(state.country ?? '', messages)}, ${texts.ways[how]}`,
      list.map(({ name }) => name).join(', '),
    ),
  )}</dl><p class="meta">${[
    page === undefined ? '' : markup`<a href="${page}" rel="noreferrer">${texts.pageThere(label)}</a>`,
    watchPage === undefined ? '' : markup`<a href="${watchPage}" rel="noreferrer">${texts.watchPage}</a>`,
  ]
    .filter((part) => part !== '')
    .map(
      (part, at) => markup`${at > 0 ? ' · ' : ''}${part}`,
    )}</p><p class="attribution"><a href="${home}" rel="noreferrer" lang="en">${attribution}</a>${
    offers.length === 0 ? '' : markup` ${texts.offersBy}`
  }</p></section>`;
}

const fact = (label: string, value: string): Markup =>
  markup`<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>`;
