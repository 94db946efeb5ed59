// What Runon is, how it reads, where its facts come from, and the way to be rid of the samples.

import { removeSamples } from '../../guide/edit-review.ts';
import type { Guide } from '../../guide/guide.ts';
import { whatIsNew } from '../../guide/what-is-new.ts';
import { setFlash } from '../flash.ts';
import { answerPage } from '../layout.ts';
import { CLAIM_KINDS, pencilLetter } from '../parts/kinds.ts';
import { markup, type Printable } from '../parts/markup.ts';
import type { Site } from '../visit.ts';

export function aboutPage(site: Site, guide: Guide): void {
  site.get('/about', async (c) => {
    const { messages } = c.get('visit');
    const texts = messages.about;
    const news = await whatIsNew(guide, 1);
    const samples = news.sampleCount;
    const part = (heading: string, ...body: readonly Printable[]) =>
      markup`<section class="section"><h2 class="section-title">${heading}</h2>${body}</section>`;
    const again = guide.background.readingAgain;
    const status =
      again === undefined
        ? ''
        : markup`<p role="status">${texts.readingAgain(again.done, again.all)} <progress value="${again.done}" max="${again.all}" aria-hidden="true"></progress></p>`;
    const kinds = markup`<dl class="pencils">${CLAIM_KINDS.map(
      (kind) =>
        markup`<div><dt>${pencilLetter(kind, messages.parts.kinds)} <span class="p-${kind}"><span class="line">${messages.parts.kinds[kind].name}</span></span></dt><dd>${texts.kinds[kind]}</dd></div>`,
    )}</dl>`;
    const keys = markup`<dl class="keys">${texts.keys.map(([key, does]) => markup`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>`;
    const removal =
      samples === 0
        ? markup`<p>${texts.noSamples}</p>`
        : markup`<p>${texts.samples(samples)}</p><form method="post" action="/about/remove-samples"><button class="button is-quiet">${texts.removeSamples}</button></form>`;
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede measure">${texts.what}</p><p class="meta">${messages.front.counts(news.showCount, news.reviewCount)} · <a href="/sources">${messages.sources.link}</a></p></header>
<div class="about-parts">${part(texts.howTitle, markup`<p>${texts.how}</p>`, status)}${part(texts.pencils, markup`<p>${texts.pencilsText}</p>`, kinds)}${part(texts.samplesTitle, removal)}${part(texts.starterTitle, markup`<p>${texts.starter}</p>`)}${part(texts.keysTitle, keys)}${part(texts.fontsTitle, markup`<p>${texts.fonts}</p>`, markup`<p>${texts.licence}</p>`)}</div>`;
    return answerPage(c, { name: 'about', title: texts.title, main, section: 'about' });
  });

  site.post('/about/remove-samples', async (c) => {
    const { undo } = await removeSamples(guide);
    setFlash(c, { say: 'samplesRemoved', what: '', undo });
    return c.redirect('/about', 303);
  });
}
