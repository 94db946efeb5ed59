// What a person likes, in words that they can set right, and what may suit them next. Everything is a form that works
// without script.
import type { ShowId } from '../../core/show.ts';
import { SAYINGS, type Saying, type TasteWord } from '../../core/taste/taste.ts';
import type { Guide } from '../../guide/guide.ts';
import { type MyTaste, passOver, type Recommended, recommend, sayTaste, unpass } from '../../guide/taste.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { reasonsTable } from '../parts/claims.ts';
import { cover } from '../parts/cover.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { showLine } from '../telling/facts.ts';
import { nativeName } from '../telling/profiles.ts';
import { becauseRows, saidWords, tasteName, titlesOf } from '../telling/tastes.ts';
import type { Site } from '../visit.ts';
import { shelfOf } from './front.ts';

const PICKS = 9;
const EXAMPLES = 4;
const HERE = '/for-you';

export function forYouPages(site: Site, guide: Guide): void {
  site.get(HERE, async (c) => {
    const { messages } = c.get('visit');
    const texts = messages.forYou;
    const mine = await recommend(guide, { limit: PICKS });
    const isNew = mine.taste.length === 0;
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title}</h1><p class="lede">${texts.lede}</p></header>${
      isNew ? teach(guide, messages) : tasteSection(guide, mine, messages)
    }${sayForm(guide, messages)}${isNew ? '' : picksSection(guide, mine.picks, messages)}${passedSection(mine, messages)}`;
    return answerPage(c, { name: 'for-you', title: texts.title, main, section: 'forYou' });
  });

  site.post('/taste', async (c) => {
    const { messages } = c.get('visit');
    const form = await readForm(c);
    const key = textOf(form, 'key') ?? '';
    const says = textOf(form, 'says');
    const { undo } = await sayTaste(guide, key, says === 'forget' ? null : (says as Saying));
    const fact = textOf(form, 'fact');
    const what = tasteName({ key, ...(fact === undefined ? {} : { fact }) }, messages) ?? key;
    setFlash(c, { say: says === 'forget' ? 'tasteForgotten' : 'tasteSaid', what, undo });
    return c.redirect(HERE, 303);
  });

  for (const [path, verb, say] of [
    ['/title/:id/pass', passOver, 'passedOver'],
    ['/title/:id/unpass', unpass, 'unpassed'],
  ] as const)
    site.post(path, async (c) => {
      const id = c.req.param('id') as ShowId;
      const { undo } = await verb(guide, id);
      setFlash(c, { say, what: guide.shelf.shows.get(id)?.title ?? '', undo });
      return c.redirect(HERE, 303);
    });
}

function teach(guide: Guide, messages: Messages): Markup {
  const texts = messages.forYou;
  const examples = shelfOf(guide)
    .slice(0, EXAMPLES)
    .map(({ id, title }) => ({ text: title, href: `${showAddress(id)}#watch` }));
  return emptyState({ title: texts.empty, text: texts.teach, examples });
}

const sideOf = ({ liking, says }: TasteWord): Saying =>
  says ?? (liking > 0 ? 'likes' : liking < 0 ? 'dislikes' : 'indifferent');

function tasteSection(guide: Guide, { taste, judgedCount }: MyTaste, messages: Messages): Markup {
  const texts = messages.forYou;
  const words = saidWords(taste);
  const sides = SAYINGS.map((side) => {
    const items = words
      .filter((word) => sideOf(word) === side)
      .map((word) => tasteItem(word, { guide, messages }));
    return items.every((item) => item === '')
      ? ''
      : markup`<h3 class="taste-side">${texts.sides[side]}</h3><ul class="taste-words">${items}</ul>`;
  });
  return markup`<section class="section"><h2 class="section-title">${texts.taste}</h2><p class="meta">${texts.from(judgedCount)}</p>${sides}</section>`;
}

function tasteItem(
  word: TasteWord,
  { guide, messages }: { readonly guide: Guide; readonly messages: Messages },
): Printable {
  const texts = messages.forYou;
  const name = tasteName(word, messages);
  if (name === undefined) return '';
  const from =
    word.says !== undefined ? texts.saidByYou : texts.learnedFrom(titlesOf(word.from, guide.shelf));
  const hidden = markup`<input type="hidden" name="key" value="${word.key}">${
    word.fact === undefined ? '' : markup`<input type="hidden" name="fact" value="${word.fact}">`
  }`;
  const acts = SAYINGS.filter((saying) => saying !== sideOf(word)).map(
    (saying) =>
      markup`<button class="button is-quiet" name="says" value="${saying}" aria-label="${texts.correctOf(texts.correct[saying], name)}">${texts.correct[saying]}</button>`,
  );
  const forget =
    word.says === undefined
      ? ''
      : markup`<button class="button is-quiet" name="says" value="forget" aria-label="${texts.forgetOf(name)}">${texts.forget}</button>`;
  return markup`<li><details class="taste-word${when(word.says !== undefined, ' is-said')}"><summary>${name}</summary><p class="meta">${from}</p><form method="post" action="/taste" class="row">${hidden}${acts}${forget}</form></details></li>`;
}

function sayForm({ reader: { vocabulary } }: Guide, messages: Messages): Markup {
  const texts = messages.forYou;
  const options = (
    kind: 'feel' | 'theme',
    words: Readonly<Record<string, string>>,
    terms: object,
  ): Markup[] =>
    Object.keys(terms)
      .map((term) => ({ term, word: wordFor(words, term) }))
      .sort((a, b) => a.word.localeCompare(b.word, messages.language))
      .map(({ term, word }) => markup`<option value="${kind} ${term}">${word}</option>`);
  const sayings = SAYINGS.map(
    (saying) => markup`<option value="${saying}">${texts.correct[saying]}</option>`,
  );
  return markup`<section class="section"><details class="say"><summary>${texts.sayMore}</summary><form method="post" action="/taste" class="row say-form"><p class="field"><label>${texts.what} <select name="key"><optgroup label="${texts.feels}">${options('feel', messages.terms.feels, vocabulary.feels)}</optgroup><optgroup label="${texts.themes}">${options('theme', messages.terms.themes, vocabulary.themes)}</optgroup></select></label></p><p class="field"><label>${texts.how} <select name="says">${sayings}</select></label></p><button class="button">${texts.say}</button></form></details></section>`;
}

function picksSection(guide: Guide, picks: readonly Recommended[], messages: Messages): Markup {
  const texts = messages.forYou;
  const body =
    picks.length === 0
      ? markup`<p class="empty-line">${texts.noPicks}</p>`
      : markup`<ol class="answers">${picks.map((pick) => pickItem(guide, pick, messages))}</ol>`;
  return markup`<section class="section"><h2 class="section-title">${texts.picks}</h2>${body}</section>`;
}

function pickItem(guide: Guide, { show, reasons }: Recommended, messages: Messages): Markup {
  const texts = messages.forYou;
  const native = nativeName(show);
  const table = reasonsTable(becauseRows(reasons, { messages, shelf: guide.shelf }), {
    ...texts.reasons,
    caption: texts.reasons.caption(show.title),
    liftSpoiler: messages.parts.spoiler.lift,
  });
  const act = (word: string, path: string, fields: Printable = ''): Markup =>
    markup`<form method="post" action="${showAddress(show.id)}/${path}"><input type="hidden" name="back" value="${HERE}">${fields}<button class="button is-quiet" aria-label="${texts.actOf(word, show.title)}">${word}</button></form>`;
  const kept = (state: 'planned' | 'done'): Markup =>
    markup`<input type="hidden" name="isNew" value="yes"><input type="hidden" name="state" value="${state}">`;
  return markup`<li class="answer">${cover(show, guide.shelf.profiles.get(show.id))}<div><h3 class="answer-title"><a href="${showAddress(show.id)}">${show.title}</a>${
    native === undefined ? '' : markup` <span class="native" lang="${native.language}">${native.text}</span>`
  }</h3><p class="meta">${showLine(show, messages)}</p>${table}<div class="actions">${act(texts.plan, 'watch', kept('planned'))}${act(texts.seen, 'watch', kept('done'))}${act(texts.pass, 'pass')}</div></div></li>`;
}

function passedSection({ passedOver }: MyTaste, messages: Messages): Printable {
  const texts = messages.forYou;
  if (passedOver.length === 0) return '';
  const items = passedOver.map(
    (show) =>
      markup`<li><form method="post" action="${showAddress(show.id)}/unpass" class="row"><a href="${showAddress(show.id)}">${show.title}</a> <button class="button is-quiet" aria-label="${texts.actOf(texts.unpass, show.title)}">${texts.unpass}</button></form></li>`,
  );
  return markup`<section class="section"><details><summary>${texts.passedOver} (${passedOver.length})</summary><ul class="stack passed">${items}</ul></details></section>`;
}
