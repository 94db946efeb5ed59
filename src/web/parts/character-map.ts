// Who is what to whom, as a small drawing: at most a dozen people, the relation as a word on the line, what it turns
// into under an arrow. The same relations stand below as a list; who is not drawn is named there.
import { type Box, type Layout, type LayoutEdge, layOut } from './character-layout.ts';
import { asMarkup, escapeText, type Markup, markup, safeAddress, when } from './markup.ts';
import { shorten, widthOf } from './text-width.ts';

export type MapPerson = {
  readonly name: string;
  readonly native?: string | undefined;
  readonly actor?: string | undefined;
  readonly href?: string | undefined;
};
export type MapRelation = {
  /** Names as in `people`; a name that is not there ("male lead") is added. */
  readonly between: readonly [string, string];
  /** The vocabulary's id: sets the line. */
  readonly relation: string;
  readonly label: string;
  /** What it becomes, in words. */
  readonly becomes?: string | undefined;
  readonly href?: string | undefined;
};
type MapWords = {
  readonly label: string;
  /** Over the same relations as a list. */
  readonly list: string;
  /** Before the people who are not drawn. */
  readonly rest: string;
};

const MOST_PEOPLE = 12;
const MOST_LINES = 18;
const NAME = 16;
const SMALL = 12.5;
const WORD = 13.5;

/** Which line a relation is drawn with; what is not here is plain. */
const LINES: Readonly<Record<string, string>> = {
  couple: 'is-love',
  spouses: 'is-love',
  'love-interest': 'is-love',
  'ex-couple': 'is-past',
  rivals: 'is-against',
  frenemies: 'is-against',
  enemies: 'is-against',
  opposites: 'is-against',
};

/** All that two people are to each other, on one line. */
type Line = {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly label: string;
  readonly becomes?: string | undefined;
  readonly href?: string | undefined;
};
type Drawn = {
  readonly people: readonly MapPerson[];
  readonly lines: readonly Line[];
  readonly rest: readonly MapPerson[];
};

/** The people with the most relations, in the order in which they are named. */
function choose(people: readonly MapPerson[], relations: readonly MapRelation[]): Drawn {
  const known = new Map(people.map((person) => [person.name, person]));
  for (const name of relations.flatMap((relation) => relation.between)) {
    if (!known.has(name)) known.set(name, { name });
  }
  const ties = new Map<string, number>();
  for (const { between } of relations) {
    if (between[0] !== between[1]) for (const name of between) ties.set(name, (ties.get(name) ?? 0) + 1);
  }
  const tied = [...ties.keys()].sort((a, b) => ties.get(b)! - ties.get(a)!).slice(0, MOST_PEOPLE);
  const drawn = tied.map((name) => known.get(name)!);
  const at = new Map(tied.map((name, index) => [name, index]));
  const lines = new Map<string, Line>();
  for (const { between, relation, label, becomes, href } of relations) {
    const from = at.get(between[0]);
    const to = at.get(between[1]);
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const before = lines.get(key);
    const kind = LINES[relation] ?? 'is-plain';
    lines.set(
      key,
      before === undefined
        ? { from, to, kind, label, becomes, href }
        : { ...before, label: `${before.label}, ${label}`, becomes: before.becomes ?? becomes },
    );
  }
  return {
    people: drawn,
    lines: [...lines.values()].slice(0, MOST_LINES),
    rest: [...known.values()].filter((person) => !at.has(person.name)),
  };
}

const n = (value: number): number => Math.round(value * 10) / 10;

type Lettering = { readonly text: string; readonly width: number };
const lettering = (text: string, size: number, limit: number): Lettering => {
  const short = shorten(text, limit / size);
  return { text: short, width: Math.ceil(widthOf(short) * size) };
};

/** A line from box to box, ending a little before their words. */
function lineBetween(a: Box, b: Box): string {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const leave = (box: Box): number =>
    Math.min(1, (box.width / 2 + 5) / Math.abs(dx || 0.001), (box.height / 2 + 4) / Math.abs(dy || 0.001));
  const start = leave(a);
  const end = 1 - leave(b);
  if (start >= end) return '';
  return `M${n(a.x + dx * start)} ${n(a.y + dy * start)}L${n(a.x + dx * end)} ${n(a.y + dy * end)}`;
}

function draw(
  drawn: Drawn,
  frame: { readonly width: number; readonly columns: number; readonly name: string },
  words: MapWords,
): string {
  const limit = frame.width / frame.columns - 16;
  const people = drawn.people.map((person) => {
    const name = lettering(person.name, NAME, limit);
    const native = person.native === undefined ? undefined : lettering(person.native, SMALL, limit);
    const actor = person.actor === undefined ? undefined : lettering(person.actor, SMALL, limit);
    const small = [native, actor].filter((one) => one !== undefined);
    return {
      person,
      name,
      small,
      width: Math.max(name.width, ...small.map((one) => one.width)) + 8,
      height: 22 + small.length * 16,
    };
  });
  const lines = drawn.lines.map((line) => {
    const label = lettering(line.label, WORD, limit * 1.2);
    const becomes = line.becomes === undefined ? undefined : lettering(line.becomes, WORD, limit * 1.2 - 18);
    const width = Math.max(label.width, becomes === undefined ? 0 : becomes.width + 18) + 8;
    return { line, label, becomes, width, height: becomes === undefined ? 18 : 34 };
  });
  const edges: readonly LayoutEdge[] = lines.map(({ line, width, height }) => ({
    from: line.from,
    to: line.to,
    width,
    height,
  }));
  const layout: Layout = layOut(people, edges, frame);
  const strokes = lines.map(
    ({ line }) =>
      `<path class="${line.kind}" d="${lineBetween(layout.people[line.from]!, layout.people[line.to]!)}"/>`,
  );
  const linked = (content: string, href: string | undefined): string => {
    const address = safeAddress(href);
    return address === undefined ? content : `<a href="${escapeText(address)}">${content}</a>`;
  };
  const labels = lines.map(({ line, label, becomes }, index) => {
    const { x, y } = layout.labels[index]!;
    if (becomes === undefined)
      return linked(
        `<text class="map-word" x="${n(x)}" y="${n(y + 4.5)}">${escapeText(label.text)}</text>`,
        line.href,
      );
    const left = n(x - becomes.width / 2 - 8);
    const arrow = `<path class="map-arrow" d="M${left} ${n(y + 10)}h11m-4-3.5l4 3.5-4 3.5"/>`;
    return linked(
      `<text class="map-word"><tspan x="${n(x)}" y="${n(y - 3)}">${escapeText(label.text)}</tspan><tspan x="${n(x + 8)}" y="${n(y + 14)}">${escapeText(becomes.text)}</tspan></text>${arrow}`,
      line.href,
    );
  });
  const names = people.map(({ person, name, small }, index) => {
    const { x, y, height } = layout.people[index]!;
    const top = y - height / 2;
    const rows = small.map(
      (one, row) =>
        `<text class="map-small" x="${n(x)}" y="${n(top + 33 + row * 16)}">${escapeText(one.text)}</text>`,
    );
    const title = name.text === person.name ? '' : `<title>${escapeText(person.name)}</title>`;
    return `${linked(`<text class="map-name" x="${n(x)}" y="${n(top + 17)}">${title}${escapeText(name.text)}</text>`, person.href)}${rows.join('')}`;
  });
  return `<svg class="map ${frame.name}" viewBox="0 0 ${frame.width} ${layout.height}" role="group" aria-label="${escapeText(words.label)}"><g class="map-lines">${strokes.join('')}</g>${labels.join('')}${names.join('')}</svg>`;
}

export function characterMap(input: {
  readonly people: readonly MapPerson[];
  readonly relations: readonly MapRelation[];
  readonly words: MapWords;
}): Markup {
  const { relations, words } = input;
  const drawn = choose(input.people, relations);
  const count = drawn.people.length;
  const pictures =
    count < 2
      ? ''
      : draw(drawn, { width: 680, columns: count <= 2 ? 2 : count <= 9 ? 3 : 4, name: 'is-wide' }, words) +
        draw(drawn, { width: 348, columns: 2, name: 'is-narrow' }, words);
  const items = relations.map(({ between, label, becomes, href }) => {
    const address = safeAddress(href);
    const said = becomes === undefined ? markup`${label}` : markup`${label} → ${becomes}`;
    return markup`<li>${between[0]} &amp; ${between[1]}: ${address === undefined ? said : markup`<a href="${address}">${said}</a>`}</li>`;
  });
  const list =
    relations.length === 0
      ? ''
      : markup`<details><summary>${words.list}</summary><ul>${items}</ul></details>`;
  const others = drawn.rest.map(
    (person, index) =>
      markup`${when(index > 0, ', ')}<span class="map-other">${person.name}${person.actor === undefined ? '' : markup` <small>${person.actor}</small>`}</span>`,
  );
  const rest =
    drawn.rest.length === 0
      ? ''
      : markup`<p class="map-rest">${count > 0 ? `${words.rest} ` : ''}${others}</p>`;
  return markup`<figure class="character-map">${asMarkup(pictures)}${rest}${list}</figure>`;
}
