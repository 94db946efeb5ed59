// A year of the diary in pictures: hours by month, countries, feels month by month. The same stands in tables.
import type { Guide } from '../../guide/guide.ts';
import { type YearOfMine, yearInReview } from '../../guide/year-in-review.ts';
import { showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import { type Messages, wordFor } from '../messages/languages.ts';
import { type Markup, markup, type Printable, when } from '../parts/markup.ts';
import { emptyState } from '../parts/messages-to-reader.ts';
import { barsPicture, columnsPicture, dotsPicture, numbersTable } from '../parts/year-drawings.ts';
import { countryName } from '../telling/facts.ts';
import type { Site } from '../visit.ts';
import { examples } from './answers.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const MOST_COUNTRIES = 8;
const MOST_TITLES = 5;

export function yearPage(site: Site, guide: Guide): void {
  site.get('/year', (c) => c.redirect(`/year/${guide.now().getFullYear()}`));
  site.get('/year/:year{[0-9]{4}}', async (c) => {
    const { messages } = c.get('visit');
    const year = Number(c.req.param('year'));
    const mine = await yearInReview(guide, year);
    const texts = messages.year;
    const years = [...new Set([guide.now().getFullYear(), ...mine.years])].sort((a, b) => b - a);
    const turns =
      years.length < 2
        ? ''
        : markup`<nav class="season-turns" aria-label="${texts.years}"><ul>${years.map(
            (one) =>
              markup`<li><a href="/year/${one}"${when(one === year, ' aria-current="page"')}>${texts.before(one)}</a></li>`,
          )}</ul></nav>`;
    const lede = texts.lede(
      texts.entries(mine.entries),
      texts.titles(mine.titles),
      texts.hours(hoursOf(mine.minutes)),
    );
    const body =
      mine.entries === 0
        ? emptyState({ title: texts.empty(year), text: texts.teach, examples: examples(messages) })
        : markup`${months(mine, messages)}${countries(mine, messages)}${feels(mine, messages)}${titles(mine, messages)}`;
    const main = markup`<header class="page-head"><h1 class="page-title">${texts.title(year)}</h1>${
      mine.entries === 0 ? '' : markup`<p class="lede">${lede}</p>`
    }</header>${turns}${body}`;
    return answerPage(c, { name: 'year', title: texts.title(year), main, section: 'diary' });
  });
}

/** With one place, as it is printed. */
const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

const section = (id: string, heading: string, body: Printable): Markup =>
  markup`<section class="section year-section" aria-labelledby="${id}-h"><h2 class="section-title" id="${id}-h">${heading}</h2>${body}</section>`;

function months({ minutesByMonth, withoutLength, minutes }: YearOfMine, messages: Messages): Printable {
  const texts = messages.year;
  const note = withoutLength === 0 ? '' : markup`<p class="meta">${texts.unknownLength(withoutLength)}</p>`;
  if (minutes === 0) return note;
  const hours = minutesByMonth.map(hoursOf);
  const told = MONTHS.filter((month) => hours[month - 1]! > 0).map(
    (month) => `${texts.monthName(month)}: ${texts.hours(hours[month - 1]!)}`,
  );
  const drawing = columnsPicture(
    { id: 'months', title: texts.byMonth, text: told.join(', ') },
    MONTHS.map((month) => ({
      label: texts.monthShort(month),
      value: hours[month - 1]!,
      text: messages.format.number(hours[month - 1]!),
    })),
  );
  const table = numbersTable({
    summary: texts.numbers,
    caption: texts.byMonth,
    heads: [texts.month, texts.hoursHead],
    rows: MONTHS.map((month) => [texts.monthName(month), messages.format.number(hours[month - 1]!)]),
  });
  return section('months', texts.byMonth, markup`${drawing}${note}${table}`);
}

function countries({ minutesByCountry }: YearOfMine, messages: Messages): Printable {
  if (minutesByCountry.length === 0) return '';
  const texts = messages.year;
  const first = minutesByCountry.slice(0, MOST_COUNTRIES);
  const rest = minutesByCountry.slice(MOST_COUNTRIES).reduce((sum, { minutes }) => sum + minutes, 0);
  const bars = [
    ...first.map(({ country, minutes }) => ({
      label: countryName(country, messages),
      value: hoursOf(minutes),
    })),
    ...(rest === 0 ? [] : [{ label: texts.other, value: hoursOf(rest) }]),
  ].map((bar) => ({ ...bar, text: texts.hours(bar.value) }));
  const told = bars.map(({ label, value }) => `${label}: ${texts.hours(value)}`).join(', ');
  const table = numbersTable({
    summary: texts.numbers,
    caption: texts.byCountry,
    heads: [texts.country, texts.hoursHead],
    rows: minutesByCountry.map(({ country, minutes }) => [
      countryName(country, messages),
      messages.format.number(hoursOf(minutes)),
    ]),
  });
  return section(
    'countries',
    texts.byCountry,
    markup`${barsPicture({ id: 'countries', title: texts.byCountry, text: told }, bars)}${table}`,
  );
}

function feels({ feels }: YearOfMine, messages: Messages): Printable {
  if (feels.length === 0) return '';
  const texts = messages.year;
  const rows = feels.map(({ feel, months }) => ({
    label: wordFor(messages.terms.feels, feel),
    values: months,
  }));
  const told = rows
    .map(({ label, values }) => {
      const strongest = values.reduce<number>(
        (best, value, index) => ((value ?? 0) > (values[best] ?? 0) ? index : best),
        0,
      );
      return `${label}: ${texts.monthName(strongest + 1)}`;
    })
    .join(', ');
  const drawing = dotsPicture(
    { id: 'feels', title: texts.byFeel, text: told },
    { rows, columns: MONTHS.map((month) => texts.monthShort(month)) },
  );
  const table = numbersTable({
    summary: texts.numbers,
    caption: texts.byFeel,
    heads: [texts.feel, ...MONTHS.map((month) => texts.monthName(month))],
    rows: rows.map(({ label, values }) => [
      label,
      ...values.map((value) => (value === undefined ? '' : value.toFixed(1))),
    ]),
  });
  return section('feels', texts.byFeel, markup`<p class="meta">${texts.feelNote}</p>${drawing}${table}`);
}

function titles({ minutesByShow, shows }: YearOfMine, messages: Messages): Printable {
  const texts = messages.year;
  const lines = minutesByShow.slice(0, MOST_TITLES).flatMap(({ showId, minutes }) => {
    const show = shows.get(showId);
    return show === undefined
      ? []
      : [
          markup`<li class="list-line"><a class="airing-show" href="${showAddress(show.id)}">${show.title}</a> <span class="meta">${texts.hours(hoursOf(minutes))}</span></li>`,
        ];
  });
  return lines.length === 0
    ? ''
    : section('titles', texts.most, markup`<ol class="list-lines">${lines}</ol>`);
}
