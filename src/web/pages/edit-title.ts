// Adding a title by hand and setting its facts right: one form for both.
import { CREDIT_ROLES, type Credit, nativeTitle, type Show, type ShowId } from '../../core/show.ts';
import { addShow, editShow } from '../../guide/add-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { Refusal } from '../../guide/refusal.ts';
import type { ShowPatch } from '../../guide/show-input.ts';
import { showAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { type Form, listOf, proseOf, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup, when } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import type { Request, Site } from '../visit.ts';
import { notHere } from './problem.ts';

export function editTitlePages(site: Site, guide: Guide): void {
  site.get('/title/new', (c) => {
    const title = (c.req.query('title') ?? '').slice(0, 300);
    return answerPage(c, editView(c, { values: { kind: 'series', title } }));
  });

  site.post('/title/new', async (c) => {
    const form = await readForm(c);
    const { messages } = c.get('visit');
    try {
      const patch = patchIn(form, messages);
      const show = await addShow(guide, { ...patch, title: patch.title ?? '' });
      setFlash(c, { say: 'showAdded', what: show.title, undo: show.undo });
      return c.redirect(showAddress(show.id), 303);
    } catch (error) {
      return refusedView(c, error, { values: valuesIn(form) });
    }
  });

  site.get('/title/:id/edit', (c) => {
    const show = guide.shelf.shows.get(c.req.param('id') as ShowId);
    if (show === undefined) return notHere(c, c.get('visit').messages.problem.noShow);
    return answerPage(c, editView(c, { show, values: valuesOf(show) }));
  });

  site.post('/title/:id/edit', async (c) => {
    const id = c.req.param('id') as ShowId;
    const show = guide.shelf.shows.get(id);
    const { messages } = c.get('visit');
    if (show === undefined) return notHere(c, messages.problem.noShow);
    const form = await readForm(c);
    try {
      const patch = patchIn(form, messages);
      const known = new Map(show.credits.map(({ name, personId }) => [name, personId]));
      const credits = patch.credits?.map((credit) => {
        const personId = known.get(credit.name);
        return personId === undefined ? credit : { ...credit, personId };
      });
      const after = await editShow(guide, id, { ...patch, ...(credits === undefined ? {} : { credits }) });
      setFlash(c, { say: 'showChanged', what: after.title, undo: after.undo });
      return c.redirect(showAddress(id), 303);
    } catch (error) {
      return refusedView(c, error, { show, values: valuesIn(form) });
    }
  });
}

type Values = Readonly<Record<string, string>>;
type View = { readonly values: Values; readonly show?: Show; readonly problem?: string };

const NUMBERS = ['year', 'seasons', 'episodes', 'minutes'] as const;
const DAYS = ['firstAired', 'lastAired'] as const;

/** What was typed stays in the form, with the sentence that says what is wrong above it. */
function refusedView(c: Request, error: unknown, view: View) {
  if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
  const problem = error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
  return answerPage(c, editView(c, { ...view, problem }), 400);
}

function patchIn(form: Form, messages: Messages): ShowPatch {
  const texts = messages.edit;
  const title = textOf(form, 'title');
  if (title === undefined) throw new Refusal('invalid', texts.missingTitle);
  const number = (name: (typeof NUMBERS)[number]): number | null => {
    const text = textOf(form, name);
    if (text === undefined) return null;
    if (!/^\d{1,6}$/.test(text)) throw new Refusal('invalid', texts.wrongNumber(texts[name]));
    return Number(text);
  };
  return {
    title,
    kind: textOf(form, 'kind') === 'film' ? 'film' : 'series',
    nativeTitle: textOf(form, 'native') ?? null,
    otherTitles: listOf(form, 'others', '\n'),
    countries: listOf(form, 'countries', ','),
    genres: listOf(form, 'genres', ','),
    networks: listOf(form, 'networks', ','),
    platforms: listOf(form, 'platforms', ','),
    ageRating: textOf(form, 'ageRating') ?? null,
    credits: listOf(form, 'credits', '\n').map((line) => creditIn(line, messages)),
    ...Object.fromEntries(NUMBERS.map((name) => [name, number(name)])),
    ...Object.fromEntries(DAYS.map((name) => [name, textOf(form, name) ?? null])),
  };
}

/** "Im Si-wan; actor; Ki Seon-gyeom" */
function creditIn(line: string, messages: Messages): Credit {
  const [name = '', role = '', character = ''] = line.split(';').map((part) => part.trim());
  const as = role === '' ? 'actor' : CREDIT_ROLES.find((known) => known === role);
  if (as === undefined) throw new Refusal('invalid', messages.edit.wrongRole(line.slice(0, 80)));
  return { name, role: as, ...(character === '' ? {} : { character }) };
}

const valuesIn = (form: Form): Values =>
  Object.fromEntries(Object.keys(form).map((name) => [name, proseOf(form, name)]));

const valuesOf = (show: Show): Values => ({
  title: show.title,
  kind: show.kind,
  native: nativeTitle(show) ?? '',
  others: show.names
    .filter(({ kind }) => kind === 'alternative')
    .map(({ text }) => text)
    .join('\n'),
  countries: show.countries.join(', '),
  genres: show.genres.join(', '),
  networks: show.networks.join(', '),
  platforms: show.platforms.join(', '),
  ageRating: show.ageRating ?? '',
  credits: show.credits
    .map(({ name, role, character }) =>
      [name, role, ...(character === undefined ? [] : [character])].join('; '),
    )
    .join('\n'),
  ...Object.fromEntries([...NUMBERS, ...DAYS].map((name) => [name, String(show[name] ?? '')])),
});

function editView(c: Request, { values, show, problem }: View) {
  const { messages } = c.get('visit');
  const texts = messages.edit;
  const title = show === undefined ? texts.addTitle : texts.editTitle(show.title);
  const text = (
    name: keyof typeof texts & string,
    extra: { type?: string; isShort?: boolean } = {},
  ): Markup =>
    markup`<p class="field${when(extra.isShort, ' is-short')}"><label for="t-${name}">${texts[name] as string}</label> <input id="t-${name}" name="${name}" type="${extra.type ?? 'text'}" value="${values[name]}"${when(name === 'title', ' required')}></p>`;
  const area = (name: 'others' | 'credits', hint?: string): Markup =>
    markup`<p class="field"><label for="t-${name}">${texts[name]}</label> <textarea id="t-${name}" name="${name}" rows="4">
${values[name]}</textarea>${hint === undefined ? '' : markup` <span class="field-hint">${hint}</span>`}</p>`;
  const kinds = (['series', 'film'] as const).map(
    (kind) =>
      markup`<label><input type="radio" name="kind" value="${kind}"${when(values.kind === kind, ' checked')}><span>${messages.terms.showKinds[kind]}</span></label>`,
  );
  const main = markup`<header class="page-head"><h1 class="page-title">${title}</h1></header>${
    problem === undefined ? '' : notice({ kind: 'problem', text: problem })
  }
<form class="stack measure" method="post" action="${show === undefined ? '/title/new' : `${showAddress(show.id)}/edit`}">${text('title')}${text('native')}<fieldset class="segments"><legend>${texts.kind}</legend>${kinds}</fieldset>${area('others')}<div class="fields">${text('year', { isShort: true })}${text('seasons', { isShort: true })}${text('episodes', { isShort: true })}${text('minutes', { isShort: true })}${text('firstAired', { type: 'date', isShort: true })}${text('lastAired', { type: 'date', isShort: true })}${text('countries')}${text('genres')}${text('networks')}${text('platforms')}${text('ageRating', { isShort: true })}</div>${area('credits', texts.creditsHint)}<div class="actions"><button class="button">${show === undefined ? texts.add : texts.save}</button></div></form>`;
  return { name: 'edit', title, main };
}
