// Someone with a part in titles of the guide.
import type { CreditedId } from '../../core/show.ts';
import type { Guide } from '../../guide/guide.ts';
import { findPeople, openPerson } from '../../guide/open-person.ts';
import { Refusal } from '../../guide/refusal.ts';
import { personAddress, showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import { wordFor } from '../messages/languages.ts';
import { cover } from '../parts/cover.ts';
import { markup, type Printable } from '../parts/markup.ts';
import { showLine } from '../telling/facts.ts';
import { nativeName } from '../telling/profiles.ts';
import { findAddress } from '../telling/wishes.ts';
import type { Site } from '../visit.ts';
import { notHere } from './problem.ts';

const ALIKE = 0.9;

export function personPage(site: Site, guide: Guide): void {
  site.get('/person/:id', async (c) => {
    const { messages } = c.get('visit');
    const texts = messages.person;
    const person = await openPerson(guide, c.req.param('id') as CreditedId).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'not-found') return undefined;
      throw error;
    });
    if (person === undefined) return notHere(c, messages.problem.noPerson);
    // One show, one line, however many parts in it.
    const shows = Map.groupBy(person.credits, ({ show }) => show);
    const items = [...shows].map(([show, credits]) => {
      const native = nativeName(show);
      const parts = credits.map(({ role, character }) =>
        character === undefined ? wordFor(messages.terms.roles, role) : texts.as(character),
      );
      return markup`<li><a class="shelf-item" href="${showAddress(show.id)}">${cover(show, guide.shelf.profiles.get(show.id))}<span class="shelf-title">${show.title}</span>${
        native === undefined
          ? ''
          : markup` <span class="native" lang="${native.language}">${native.text}</span>`
      } <span class="shelf-meta">${showLine(show, messages)}</span> <span class="shelf-meta">${[...new Set(parts)].join(', ')}</span></a></li>`;
    });
    // The same name in another spelling: perhaps the same person, whom two sources write differently.
    const alike = findPeople(guide, person.name, 6).filter(
      ({ id, score }) => id !== person.id && score >= ALIKE,
    );
    const names: readonly Printable[] = [
      ...person.otherNames.slice(0, 8),
      ...alike.map(({ id, name }) => markup`<a href="${personAddress(id)}">${name}</a>`),
    ];
    const others =
      names.length === 0
        ? ''
        : markup`<p class="meta">${texts.alsoWritten}: ${names.map((name, at) => markup`${at > 0 ? ' · ' : ''}${name}`)}</p>`;
    const main = markup`<header class="page-head"><h1 class="page-title">${person.name}</h1>${others}<p><a href="${findAddress(`with ${person.name}`)}">${texts.ask(person.name)}</a></p></header><section class="section"><h2 class="section-title">${texts.credits}</h2><ul class="shelf">${items}</ul></section>`;
    return answerPage(c, { name: 'person', title: person.name, main });
  });
}
