// Which title a draft is about: looked up by the names in it, chosen by its writer where there are several.
import type { Show, ShowId } from '../../core/show.ts';
import { findNames, type NamedShow } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import { showAddress } from '../addresses.ts';
import type { Messages } from '../messages/languages.ts';
import { markup, type Printable, when } from '../parts/markup.ts';
import { showLine } from '../telling/facts.ts';
import type { Site } from '../visit.ts';

/** From here on a name is the one that is meant, unless another is as near. */
const SURE = 0.9;
const CANDIDATES = 6;
const MOST_NAMES = 20;

/** The island asks by names alone: the text is read in the page and stays there. */
export function subjectFragment(site: Site, guide: Guide): void {
  site.get('/api/subject', (c) => {
    const { about, show } = c.req.query();
    const names = (c.req.queries('name') ?? []).slice(0, MOST_NAMES).map((name) => name.slice(0, 300));
    const asked = {
      names,
      ...(about ? { about: about.slice(0, 300) } : {}),
      ...(show ? { show: show as ShowId } : {}),
    };
    return c.html(
      markup`${subjectChoice(subjectOf(guide, asked), Boolean(about), c.get('visit').messages)}`.toString(),
    );
  });
}

export type Subject = {
  readonly show: Show | undefined;
  readonly candidates: readonly Show[];
  readonly name?: string;
};

/** `names` are what the text may be about (namesIn); `about` is what its writer says. */
type Asked = { readonly about?: string; readonly show?: ShowId; readonly names?: readonly string[] };

/** Which show is meant: the one chosen, else the one named, else the one that the text names. */
export function subjectOf(guide: Guide, { about, show, names = [] }: Asked): Subject {
  const { name, found } = lookUp(guide, about === undefined ? names : [about]);
  const candidates = found.flatMap(({ showId }) => guide.shelf.shows.get(showId) ?? []);
  const chosen = show === undefined ? undefined : guide.shelf.shows.get(show);
  const [best, second] = found;
  const isSure =
    best !== undefined && best.score >= SURE && (second === undefined || second.score < best.score);
  // A choice counts as long as the name beside it still speaks of it.
  const isStanding = chosen !== undefined && (about === undefined || candidates.includes(chosen));
  return {
    show: isStanding ? chosen : isSure ? candidates[0] : undefined,
    candidates,
    ...(name === undefined ? {} : { name }),
  };
}

/** The first name that the guide knows well; the first one at all when it knows none. */
function lookUp(guide: Guide, names: readonly string[]): { name?: string; found: readonly NamedShow[] } {
  let first: { name?: string; found: readonly NamedShow[] } = { found: [] };
  for (const name of names) {
    const found = findNames(guide, name, CANDIDATES);
    if ((found[0]?.score ?? 0) >= SURE) return { name, found };
    if (first.name === undefined) first = { name, found };
  }
  return first;
}

/** The radios belong to the form beside them. */
export function subjectChoice(
  { show, candidates, name }: Subject,
  isNamed: boolean,
  messages: Messages,
): Printable {
  const texts = messages.write;
  if (name === undefined) return '';
  const add = `/title/new?title=${encodeURIComponent(name.slice(0, 200))}`;
  if (candidates.length === 0)
    return markup`<p class="subject">${texts.noneKnown(name)} <a class="button is-quiet" href="${add}">${texts.addIt}</a></p>`;
  const options = candidates.map(
    (one) =>
      markup`<li><label><input type="radio" name="show" value="${one.id}" form="write"${when(one === show, ' checked')}> ${one.title} <span class="meta">${showLine(one, messages)}</span></label></li>`,
  );
  const rest = markup`<ul class="subject-options">${options}</ul><p><a href="${add}">${texts.noneOfThese(name.slice(0, 60))}</a></p>`;
  if (show === undefined)
    return markup`<fieldset class="subject"><legend>${texts.which}</legend>${rest}</fieldset>`;
  const legend = isNamed ? texts.isAbout : texts.takenFromText;
  return markup`<fieldset class="subject"><legend>${legend}</legend><p><a href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${showLine(show, messages)}</span></p>${
    candidates.length === 1
      ? markup`<input type="hidden" name="show" value="${show.id}" form="write">`
      : markup`<details><summary>${texts.another}</summary>${rest}</details>`
  }</fieldset>`;
}
