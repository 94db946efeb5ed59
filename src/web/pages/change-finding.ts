// Changing one finding: its words, what they were taken to mean, and a form for what they mean instead.
import { type Claim, FACT_FIELDS } from '../../core/reading/finding.ts';
import type { ReviewId } from '../../core/review.ts';
import { correctFinding } from '../../guide/correct-finding.ts';
import type { Guide } from '../../guide/guide.ts';
import { reviewAddress } from '../addresses.ts';
import { setFlash } from '../flash.ts';
import { type Form, readForm, textOf } from '../forms.ts';
import { answerPage } from '../layout.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { findingAnchor } from '../parts/anchors.ts';
import { type Markup, markup, when } from '../parts/markup.ts';
import { tellClaim } from '../telling/claims.ts';
import type { Site } from '../visit.ts';
import { notHere } from './problem.ts';
import { openOr404 } from './review.ts';

export function changeFindingPage(site: Site, guide: Guide): void {
  site.get('/review/:id/change', async (c) => {
    const { messages } = c.get('visit');
    const opened = await openOr404(guide, c.req.param('id'));
    const key = c.req.query('key') ?? '';
    const finding = opened?.findings.find((one) => one.key === key);
    if (opened === undefined || finding === undefined) return notHere(c, messages.problem.noReview);
    const here = reviewAddress(opened.review.id);
    const told = tellClaim(finding, messages);
    const words = messages.review;
    const clear =
      finding.state === 'read'
        ? ''
        : markup`<form method="post" action="${here}/correct"><button class="button is-quiet" name="clear" value="${key}">${messages.parts.note.takeBack}</button></form>`;
    const main = markup`<header class="page-head"><p class="kicker"><a href="${here}#${findingAnchor(key)}">${words.title(opened.show.title)}</a></p><h1 class="page-title">${words.correct}</h1><p class="lede">${words.correctIntro}</p></header>
<ul class="quotes">${finding.evidence.map(({ quote }) => markup`<li><q>${quote}</q></li>`)}</ul>
<p class="meta">${messages.parts.kinds[finding.kind].name}: ${told.label}${told.detail === undefined ? '' : ` · ${told.detail}`}</p>
<form class="stack" method="post" action="${here}/change"><input type="hidden" name="key" value="${key}"><input type="hidden" name="kind" value="${finding.kind}">
<fieldset class="stack"><legend>${words.replaceWith}</legend>${claimFields(finding, messages)}</fieldset>
<div class="actions"><button class="button">${words.save}</button></div></form>${clear}`;
    return answerPage(c, { name: 'change', title: words.correct, main });
  });

  site.post('/review/:id/change', async (c) => {
    const reviewId = c.req.param('id') as ReviewId;
    const form = await readForm(c);
    const key = textOf(form, 'key') ?? '';
    const { undo } = await correctFinding(guide, {
      reviewId,
      key,
      action: 'replace',
      replacement: claimIn(form),
    });
    setFlash(c, { say: 'corrected', what: '', undo });
    return c.redirect(`${reviewAddress(reviewId)}#${findingAnchor(key)}`, 303);
  });
}

type Words = Readonly<Record<string, string>>;

function select(name: string, label: string, input: { words: Words; value: string; none?: string }): Markup {
  const { words, value, none } = input;
  const options = Object.keys(words).map(
    (id) => markup`<option value="${id}"${when(id === value, ' selected')}>${wordFor(words, id)}</option>`,
  );
  return markup`<p class="field"><label for="c-${name}">${label}</label> <select id="c-${name}" name="${name}">${
    none === undefined ? '' : markup`<option value="">${none}</option>`
  }${options}</select></p>`;
}

const input = (name: string, label: string, value: string | number | undefined): Markup =>
  markup`<p class="field"><label for="c-${name}">${label}</label> <input id="c-${name}" name="${name}" value="${value}"></p>`;

function degreeWords(tell: (degree: -2 | -1 | 0 | 1 | 2) => string): Words {
  return Object.fromEntries(([2, 1, 0, -1, -2] as const).map((degree) => [`d${degree}`, tell(degree)]));
}

function claimFields(claim: Claim, messages: Messages): Markup {
  const { terms, review, change } = messages;
  const factFields = Object.fromEntries(FACT_FIELDS.map((id) => [id, wordFor(terms.factFields, id)]));
  switch (claim.kind) {
    case 'feel':
      return markup`${select('term', change.term, { words: terms.feels, value: claim.term })}${select(
        'degree',
        review.degree,
        { words: degreeWords(change.degree), value: `d${claim.degree}` },
      )}`;
    case 'theme':
      return select('term', change.term, { words: terms.themes, value: claim.term });
    case 'aspect':
      return markup`${select('term', change.term, { words: terms.aspects, value: claim.aspect })}${select(
        'degree',
        review.degree,
        { words: degreeWords(messages.parts.sentiment), value: `d${claim.sentiment}` },
      )}`;
    case 'relation':
      return markup`${input('first', change.first, claim.between[0])}${input('second', change.second, claim.between[1])}${select(
        'term',
        change.relation,
        { words: terms.relations, value: claim.relation },
      )}${select('becomes', change.becomes, { words: terms.relations, value: claim.becomes ?? '', none: '–' })}`;
    case 'verdict':
      return markup`${select('term', change.stance, { words: terms.stances, value: claim.stance })}<fieldset class="checks"><legend>${messages.show.goodFor}</legend>${Object.entries(
        terms.occasions,
      ).map(
        ([id, word]) =>
          markup`<label><input type="checkbox" name="occasion.${id}" value="yes"${when(claim.occasions.includes(id), ' checked')}> ${word}</label>`,
      )}</fieldset>`;
    case 'fact':
      return markup`${select('term', change.field, { words: factFields, value: claim.field })}${input('value', change.value, claim.value)}`;
    case 'person':
      return markup`${input('name', change.name, claim.name)}${select('term', change.role, { words: terms.roles, value: claim.role })}${input('character', change.character, claim.character)}`;
    case 'character':
      return markup`${input('name', change.name, claim.name)}${input('occupation', change.occupation, claim.occupation)}${input('traits', change.traits, claim.traits.join(', '))}`;
    case 'reference':
      return markup`${input('name', change.title, claim.title)}${select('term', change.as, { words: terms.referenceAs, value: claim.as })}`;
    case 'spoiler':
      return markup`<p>${change.spoiler}</p>`;
  }
}

/** What the form says, unchecked: the guide refuses words that are none of the vocabulary's. */
function claimIn(form: Form): Claim {
  const text = (name: string): string => textOf(form, name) ?? '';
  const optional = <Name extends string>(name: Name): Partial<Record<Name, string>> =>
    text(name) === '' ? {} : ({ [name]: text(name) } as Record<Name, string>);
  const degree = Number(text('degree').slice(1));
  const claim: Readonly<Record<string, unknown>> = {
    feel: { kind: 'feel', term: text('term'), degree },
    theme: { kind: 'theme', term: text('term') },
    aspect: { kind: 'aspect', aspect: text('term'), sentiment: degree },
    relation: {
      kind: 'relation',
      between: [text('first'), text('second')],
      relation: text('term'),
      ...optional('becomes'),
    },
    verdict: {
      kind: 'verdict',
      stance: text('term'),
      occasions: Object.keys(form)
        .filter((name) => name.startsWith('occasion.'))
        .map((name) => name.slice('occasion.'.length)),
    },
    fact: { kind: 'fact', field: text('term'), value: numberOr(text('value')) },
    person: { kind: 'person', name: text('name'), role: text('term'), ...optional('character') },
    character: {
      kind: 'character',
      name: text('name'),
      traits: text('traits')
        .split(',')
        .map((trait) => trait.trim())
        .filter((trait) => trait !== ''),
      ...optional('occupation'),
    },
    reference: { kind: 'reference', title: text('name'), as: text('term') },
    spoiler: { kind: 'spoiler' },
  };
  return (claim[text('kind')] ?? { kind: text('kind') }) as Claim;
}

const numberOr = (text: string): string | number => (/^\d{1,9}$/.test(text) ? Number(text) : text);
