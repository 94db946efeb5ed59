// A year of somebody's diary in figures: hours by month and country, and what the titles felt like month by month. What
// has no known length counts as a line and in no hours. It draws nothing and knows no words.

/** One line of the diary with what is known of it. `feels` are strengths from -2 to 2. */
export type Viewing = {
  readonly showId: string;
  readonly day: string;
  readonly minutes?: number;
  readonly countries: readonly string[];
  readonly feels: ReadonlyMap<string, number>;
};

export type YearFigures = {
  readonly entries: number;
  readonly titles: number;
  readonly minutes: number;
  readonly withoutLength: number;
  /** Twelve, January first. */
  readonly minutesByMonth: readonly number[];
  /** Most first; minutes of a title from two countries are halved between them. */
  readonly minutesByCountry: readonly { readonly country: string; readonly minutes: number }[];
  readonly minutesByShow: readonly { readonly showId: string; readonly minutes: number }[];
  /** The feels that were there most, each with twelve means over the month's lines; absent where nothing says. */
  readonly feels: readonly { readonly feel: string; readonly months: readonly (number | undefined)[] }[];
};

const MOST_FEELS = 8;
const LEAST_STRENGTH = 0.25;

export function figuresOf(year: number, viewings: readonly Viewing[]): YearFigures {
  // Sums of fractions depend on their order, and a diary's order says nothing.
  const own = viewings
    .filter(({ day }) => day.startsWith(`${String(year).padStart(4, '0')}-`))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const months = Array.from({ length: 12 }, () => 0);
  const countries = new Map<string, number>();
  const shows = new Map<string, number>();
  let withoutLength = 0;
  for (const { showId, day, minutes, countries: from } of own) {
    if (minutes === undefined) {
      withoutLength++;
      continue;
    }
    months[monthOf(day)]! += minutes;
    add(shows, showId, minutes);
    for (const country of from) add(countries, country, minutes / from.length);
  }
  return {
    entries: own.length,
    titles: new Set(own.map(({ showId }) => showId)).size,
    minutes: months.reduce((sum, minutes) => sum + minutes, 0),
    withoutLength,
    minutesByMonth: months,
    minutesByCountry: mostFirst(countries).map(([country, minutes]) => ({ country, minutes })),
    minutesByShow: mostFirst(shows).map(([showId, minutes]) => ({ showId, minutes })),
    feels: feelsOf(own),
  };
}

const orderOf = ({ day, showId, minutes, countries }: Viewing): string =>
  JSON.stringify([day, showId, minutes, countries]);

const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;

const add = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

const mostFirst = (sums: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** A line that says nothing of a feel counts as 0 where its title says anything at all: rare feels stay small. */
function feelsOf(viewings: readonly Viewing[]): YearFigures['feels'] {
  const telling = viewings.filter(({ feels }) => feels.size > 0);
  const counts = Array.from({ length: 12 }, () => 0);
  const sums = new Map<string, number[]>();
  const weight = new Map<string, number>();
  for (const { day, feels } of telling) {
    counts[monthOf(day)]!++;
    for (const [feel, strength] of feels) {
      if (strength <= 0) continue;
      const months = sums.get(feel) ?? Array.from({ length: 12 }, () => 0);
      sums.set(feel, months);
      months[monthOf(day)]! += strength;
      add(weight, feel, strength);
    }
  }
  return mostFirst(weight)
    .slice(0, MOST_FEELS)
    .map(([feel]) => ({
      feel,
      months: sums.get(feel)!.map((sum, month) => {
        const mean = counts[month] === 0 ? 0 : sum / counts[month]!;
        return mean < LEAST_STRENGTH ? undefined : mean;
      }),
    }));
}
