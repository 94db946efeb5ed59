// Pictures of a year as SVG: columns for months, bars for countries, dots for feels. Each is an image with a name and a
// description; the numbers stand in a table beside it. Colours and type are the style sheet's.
import { asMarkup, escapeText, type Markup, markup } from './markup.ts';
import { shorten } from './text-width.ts';

type Drawing = { readonly id: string; readonly title: string; readonly text: string };

const WIDTH = 640;

/** `body` is made in this file from numbers and escaped text. */
const picture = ({ id, title, text }: Drawing, height: number, body: string): Markup =>
  asMarkup(
    `<svg class="year-picture" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(text)}</desc>${body}</svg>`,
  );

const round = (number: number): string => String(Math.round(number * 10) / 10);

export type Column = { readonly label: string; readonly value: number; readonly text: string };

/** One column for each; the value stands above it where there is any. */
export function columnsPicture(drawing: Drawing, columns: readonly Column[]): Markup {
  const [top, height, foot] = [24, 150, 26];
  const most = Math.max(1e-9, ...columns.map(({ value }) => value));
  const step = WIDTH / columns.length;
  const body = columns.map(({ label, value, text }, index) => {
    const tall = (value / most) * height;
    const x = index * step + step * 0.18;
    const middle = round((index + 0.5) * step);
    const number =
      value === 0
        ? ''
        : `<text class="value" x="${middle}" y="${round(top + height - tall - 6)}">${escapeText(text)}</text>`;
    const bar =
      value === 0
        ? ''
        : `<rect class="bar-fill" x="${round(x)}" y="${round(top + height - tall)}" width="${round(step * 0.64)}" height="${round(tall)}"/>`;
    return `${bar}${number}<text class="label" x="${middle}" y="${top + height + 20}">${escapeText(label)}</text>`;
  });
  const line = `<path class="base" d="M0 ${top + height + 0.5}H${WIDTH}"/>`;
  return picture(drawing, top + height + foot, line + body.join(''));
}

export type Bar = { readonly label: string; readonly value: number; readonly text: string };

export function barsPicture(drawing: Drawing, bars: readonly Bar[]): Markup {
  const [row, labelWidth, numberWidth] = [30, 170, 90];
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const body = bars.map(({ label, value, text }, index) => {
    const y = index * row;
    const long = Math.max(2, (value / most) * (WIDTH - labelWidth - numberWidth));
    return `<text class="label is-start" x="0" y="${y + 19}">${escapeText(shorten(label, 12))}</text><rect class="bar-fill" x="${labelWidth}" y="${y + 8}" width="${round(long)}" height="14"/><text class="value is-start" x="${round(labelWidth + long + 8)}" y="${y + 20}">${escapeText(text)}</text>`;
  });
  return picture(drawing, bars.length * row + 4, body.join(''));
}

export type DotRow = { readonly label: string; readonly values: readonly (number | undefined)[] };

/** A dot's area says how much, from 0 to 2. */
export function dotsPicture(
  drawing: Drawing,
  { rows, columns }: { readonly rows: readonly DotRow[]; readonly columns: readonly string[] },
): Markup {
  const [row, labelWidth, head] = [34, 150, 26];
  const step = (WIDTH - labelWidth) / columns.length;
  const middle = (index: number): string => round(labelWidth + (index + 0.5) * step);
  const heads = columns.map(
    (label, index) => `<text class="label" x="${middle(index)}" y="16">${escapeText(label)}</text>`,
  );
  const body = rows.map(({ label, values }, index) => {
    const y = head + index * row;
    const dots = values.map((value, at) =>
      value === undefined
        ? ''
        : `<circle class="dot-fill" cx="${middle(at)}" cy="${y + row / 2}" r="${round(13 * Math.sqrt(Math.min(2, value) / 2))}"/>`,
    );
    return `<path class="hair" d="M0 ${y + 0.5}H${WIDTH}"/><text class="label is-start" x="0" y="${y + row / 2 + 5}">${escapeText(shorten(label, 10.5))}</text>${dots.join('')}`;
  });
  return picture(drawing, head + rows.length * row + 2, heads.join('') + body.join(''));
}

/** The same numbers as a table, folded away under each picture. */
export function numbersTable(input: {
  readonly summary: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): Markup {
  const rows = input.rows.map(
    ([name, ...cells]) =>
      markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td class="number">${cell}</td>`)}</tr>`,
  );
  return markup`<details class="year-numbers"><summary>${input.summary}</summary><div class="year-scroll" tabindex="0" role="region" aria-label="${input.caption}"><table class="counts"><caption class="unseen">${input.caption}</caption><thead><tr>${input.heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
