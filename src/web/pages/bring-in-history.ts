// What somebody's history brings: counts, each given title with its match and the reason, choices where there is doubt.
// Before it is kept, the whole is one form.
import type { Choice } from '../../core/history/match.ts';
import type { Show, ShowId } from '../../core/show.ts';
import type { HistoryReport, TitleOutcome } from '../../guide/history-report.ts';
import { showAddress } from '../addresses.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { type Markup, markup, type Printable } from '../parts/markup.ts';
import { notice } from '../parts/messages-to-reader.ts';
import { type Around, problemsMarkup } from './bring-in-things.ts';

const TITLES_SHOWN = 200;

type Sight = Around & { readonly showOf: (id: ShowId) => Show | undefined };

const GROUPS = [
  ['titlesWaiting', ({ outcome }: TitleOutcome) => outcome === 'waiting'],
  ['titlesNew', ({ outcome }: TitleOutcome) => outcome === 'new'],
  ['titlesLikely', ({ outcome, match }: TitleOutcome) => outcome === 'matched' && match.kind !== 'certain'],
  ['titlesLeft', ({ outcome }: TitleOutcome) => outcome === 'left'],
  ['titlesCertain', ({ outcome, match }: TitleOutcome) => outcome === 'matched' && match.kind === 'certain'],
] as const;

export function historyReport(report: HistoryReport, sight: Sight): Markup {
  const { messages, name, token } = sight;
  const texts = messages.bringIn;
  const head = markup`<h2 class="section-title">${report.isPreview ? texts.report : texts.reportKept}</h2><p class="meta">${name} · ${wordFor(texts.formatNames, report.format)}</p>`;
  if (report.profiles !== undefined)
    return markup`<section class="section import-report">${head}${profilesForm(report.profiles, sight)}</section>`;
  const isOpen = report.isPreview && token !== undefined;
  const numbered = report.titles.map((title, number) => ({ title, number }));
  const groups = GROUPS.map(([word, belongs]) => {
    const some = numbered.filter(({ title }) => belongs(title));
    return some.length === 0 ? '' : groupMarkup(some, { heading: texts[word](some.length), isOpen, sight });
  });
  const body = markup`${amounts(report, messages)}${groups}${unsettled(report, sight)}${problemsMarkup(report.problems, messages)}`;
  const whole = isOpen
    ? markup`<form method="post" action="/bring-in" class="stack"><input type="hidden" name="token" value="${token}">${body}<p class="actions"><button class="button" name="act" value="keep">${texts.keep}</button></p></form>`
    : body;
  const undo =
    report.undo === undefined
      ? ''
      : notice({
          kind: 'done',
          text: texts.reportKept,
          undo: { action: '/undo', word: messages.shell.undo, fields: { undo: report.undo } },
        });
  return markup`<section class="section import-report">${head}${undo}${whole}</section>`;
}

function amounts(report: HistoryReport, messages: Messages): Markup {
  const texts = messages.bringIn;
  const list = (heading: string, some: readonly (readonly [string, number])[]): Printable => {
    const known = some.filter(([, count]) => count > 0);
    return known.length === 0
      ? ''
      : markup`<table class="counts"><caption>${heading}</caption><tbody>${known.map(([word, count]) => markup`<tr><th scope="row">${word}</th><td class="number">${messages.format.number(count)}</td></tr>`)}</tbody></table>`;
  };
  const rows = (['added', 'changed', 'same', 'waiting', 'left'] as const).map(
    (part) => [texts.rowCounts[part], report.rows[part]] as const,
  );
  const brings = [
    [texts.amounts.diary, report.diary],
    [texts.amounts.watches, report.watches.added + report.watches.changed],
    [texts.amounts.reviews, report.reviews.added + report.reviews.changed],
    [texts.amounts.listItems, report.listItems],
    [texts.amounts.shows, report.shows],
  ] as const;
  const isEmpty = rows.every(([, count]) => count === 0);
  return isEmpty
    ? markup`<p>${texts.nothing}</p>`
    : markup`${list(texts.rows, rows)}${list(texts.brings, brings)}`;
}

type Numbered = { readonly title: TitleOutcome; readonly number: number };
type GroupAround = { readonly heading: string; readonly isOpen: boolean; readonly sight: Sight };

/** What is certain is folded away; what is in doubt stands open. */
function groupMarkup(some: readonly Numbered[], { heading, isOpen, sight }: GroupAround): Markup {
  const texts = sight.messages.bringIn;
  const shown = some.slice(0, TITLES_SHOWN);
  const rest =
    some.length > shown.length ? markup`<p class="meta">${texts.more(some.length - shown.length)}</p>` : '';
  const decide = isOpen ? markup`<th scope="col">${texts.decide}</th>` : '';
  const isFirst = some[0]!.title.outcome === 'waiting';
  const table = markup`<div class="table-scroll"><table class="matches"><thead><tr><th scope="col">${texts.given}</th><th scope="col">${texts.isTitle}</th><th scope="col">${texts.why}</th>${decide}</tr></thead><tbody>${shown.map((one) => titleRow(one, isOpen, sight))}</tbody></table></div>${rest}`;
  return markup`<details${isFirst ? markup` open` : ''}><summary>${heading}</summary>${table}</details>`;
}

function titleRow({ title, number }: Numbered, isOpen: boolean, sight: Sight): Markup {
  const { messages, showOf } = sight;
  const texts = messages.bringIn;
  const name = title.name === '' ? texts.unnamed : title.name;
  const about = [title.year, texts.rowsOf(title.rows)].filter((part) => part !== undefined).join(' · ');
  const show = title.showId === undefined ? undefined : showOf(title.showId);
  const there =
    show === undefined
      ? ''
      : markup`<a href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${show.year}</span>`;
  const decide = isOpen ? markup`<td>${decision({ title, number }, name, sight)}</td>` : '';
  return markup`<tr><th scope="row">${name} <span class="meta">${about}</span></th><td>${there}</td><td>${reason(title, messages)}</td>${decide}</tr>`;
}

function reason({ match }: TitleOutcome, messages: Messages): string {
  if (match.kind === 'certain' || match.kind === 'likely') return sayWhy(match, messages);
  const [first] = match.kind === 'choices' ? match.choices : match.kind === 'unknown' ? match.near : [];
  return first === undefined ? messages.bringIn.nothingAlike : sayWhy(first, messages);
}

function sayWhy({ why, service }: Choice, { bringIn: { whys } }: Messages): string {
  return why === 'id' ? whys.id(service ?? '') : whys[why];
}

/** A choice of what the title is, and a field for a title that is not among them. */
function decision({ title, number }: Numbered, name: string, { messages, showOf }: Sight): Markup {
  const texts = messages.bringIn;
  const { match, outcome } = title;
  const choices = match.kind === 'choices' ? match.choices : match.kind === 'unknown' ? match.near : [];
  const options = choices.flatMap((choice) => {
    const show = showOf(choice.showId);
    const label = [show?.title, show?.year, sayWhy(choice, messages)]
      .filter((part) => part !== undefined)
      .join(', ');
    return show === undefined ? [] : [markup`<option value="show:${show.id}">${label}</option>`];
  });
  const first =
    outcome === 'waiting'
      ? texts.waitStill
      : outcome === 'new'
        ? texts.addNew
        : outcome === 'left'
          ? texts.leaveIt
          : texts.asIs;
  const add =
    outcome === 'new' || title.name === '' ? '' : markup`<option value="new">${texts.addNew}</option>`;
  const leave = outcome === 'left' ? '' : markup`<option value="leave">${texts.leaveIt}</option>`;
  const typed =
    outcome === 'matched'
      ? ''
      : markup` <name-suggest src="/api/names"><input name="name${number}" autocomplete="off" aria-label="${texts.byHand(name)}" placeholder="${texts.byHandHint}"></name-suggest>`;
  return markup`<select name="title${number}" aria-label="${texts.decideOf(name)}"><option value="">${first}</option>${options}${add}${leave}</select>${typed}`;
}

function unsettled(report: HistoryReport, { messages, token }: Sight): Printable {
  if (report.rows.waiting + report.rows.left === 0) return '';
  const address =
    token === undefined ? '/bring-in/unresolved.csv' : `/bring-in/unresolved.csv?token=${token}`;
  return markup`<p><a class="button is-quiet" href="${address}">${messages.bringIn.unresolved}</a></p>`;
}

function profilesForm(profiles: readonly string[], { messages, token }: Sight): Markup {
  const texts = messages.bringIn;
  const choices = profiles.map(
    (profile, at) =>
      markup`<label><input type="radio" name="profile" value="${profile}"${at === 0 ? markup` checked` : ''}> ${profile}</label>`,
  );
  return markup`<form method="post" action="/bring-in" class="stack"><input type="hidden" name="token" value="${token}"><fieldset class="stack"><legend>${texts.whose}</legend><p>${texts.whoseText}</p>${choices}</fieldset><p class="actions"><button class="button" name="act" value="preview">${texts.preview}</button></p></form>`;
}
