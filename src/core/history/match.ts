// Which title of the guide a row is of: ids first, then what the person chose before, then names in any script with
// year and kind. A match says how sure it is and why; where it is not, it gives the choices instead of taking one.
import type { OutsideId, Show, ShowId } from '../show.ts';
import { type HistoryEntry, type TitleReading, titleKey } from './entry.ts';

/** What matching asks of a guide. `near` gives names alike, best first, with a likeness from 0 to 1. */
export type TitleBook = {
  readonly byId: (id: OutsideId) => readonly ShowId[];
  readonly exact: (name: string) => readonly ShowId[];
  readonly near: (name: string) => readonly { readonly id: string; readonly score: number }[];
  readonly show: (id: ShowId) => Show | undefined;
  /** What the person said before of the same given title; null: leave it. */
  readonly chosen: (key: string) => ShowId | null | undefined;
};

export const WHYS = [
  'id',
  'chosen',
  'title-and-year',
  'title-and-kind',
  'title',
  'title-other-year',
  'title-other-kind',
  'alike-and-year',
  'alike',
] as const;
export type Why = (typeof WHYS)[number];

export type Choice = {
  readonly showId: ShowId;
  readonly why: Why;
  /** The service whose id it is, when `why` is "id". */
  readonly service?: string;
};

/** `reading` is the number of the reading that was taken. */
export type Match =
  | ({ readonly kind: 'certain' | 'likely'; readonly reading: number } & Choice)
  | { readonly kind: 'choices'; readonly reading: number; readonly choices: readonly Choice[] }
  | { readonly kind: 'left' }
  | { readonly kind: 'unknown'; readonly near: readonly Choice[] };

/** Services and tables name the same year one apart: first shown, first sold. */
const SAME_YEAR = 1;
/** From here to there it may be the same film or another one of its name. */
const DOUBTFUL_YEARS = 3;
const ALIKE = 0.9;
/** Names less alike than this are no choice. */
/** Names less alike than this are no choice. */
export const RATHER_ALIKE = 0.8;
const MOST_CHOICES = 6;

export function matchTitle(book: TitleBook, entry: Pick<HistoryEntry, 'readings' | 'ids'>): Match {
  const byId = matchById(book, entry);
  if (byId !== undefined) return byId;
  const chosen = book.chosen(titleKey(entry));
  if (chosen === null) return { kind: 'left' };
  if (chosen !== undefined && book.show(chosen) !== undefined)
    return {
      kind: 'certain',
      reading: readingFor(book.show(chosen)!, entry.readings),
      showId: chosen,
      why: 'chosen',
    };
  return matchByNames(book, entry.readings);
}

function matchById(
  book: TitleBook,
  { ids, readings }: Pick<HistoryEntry, 'readings' | 'ids'>,
): Match | undefined {
  const found = new Map<ShowId, Choice>();
  for (const id of ids)
    for (const showId of book.byId(id))
      if (!found.has(showId)) found.set(showId, { showId, why: 'id', service: id.service });
  const [first, ...others] = found.values();
  if (first === undefined) return undefined;
  const reading = readingFor(book.show(first.showId)!, readings);
  return others.length === 0
    ? { kind: 'certain', reading, ...first }
    : { kind: 'choices', reading, choices: [first, ...others].slice(0, MOST_CHOICES) };
}

/** The reading that fits the kind of a show that is settled: a series has episodes, a film has none. */
export function readingFor(show: Show, readings: readonly TitleReading[]): number {
  const fits = readings.findIndex(({ kind }) => kind === show.kind);
  if (fits >= 0) return fits;
  return Math.max(
    0,
    readings.findIndex(({ kind }) => kind === undefined),
  );
}

const RANK = { certain: 3, likely: 2, choices: 1, left: 0, unknown: 0 } as const;

function matchByNames(book: TitleBook, readings: readonly TitleReading[]): Match {
  let best: Match = { kind: 'unknown', near: [] };
  for (const [at, reading] of readings.entries()) {
    const match = matchExact(book, reading, at);
    if (match !== undefined && RANK[match.kind] > RANK[best.kind]) best = match;
    if (best.kind === 'certain') return best;
  }
  return best.kind === 'unknown' ? matchAlike(book, readings[0]!) : best;
}

/** By a name that is equal but for case, accents and signs. */
function matchExact(book: TitleBook, reading: TitleReading, at: number): Match | undefined {
  const ids = new Set([reading.name, ...(reading.otherNames ?? [])].flatMap((name) => [...book.exact(name)]));
  const weighed = [...ids].flatMap((id) => {
    const show = book.show(id);
    return show === undefined ? [] : [{ showId: id, ...weigh(show, reading) }];
  });
  for (const kind of ['certain', 'likely'] as const) {
    const some = weighed.filter(({ sure }) => sure === kind);
    if (some.length === 1) return { kind, reading: at, showId: some[0]!.showId, why: some[0]!.why };
    if (some.length > 1) return { kind: 'choices', reading: at, choices: plain(some) };
  }
  const some = weighed.filter(({ sure }) => sure === 'choices');
  return some.length === 0 ? undefined : { kind: 'choices', reading: at, choices: plain(some) };
}

const plain = (some: readonly Choice[]): readonly Choice[] =>
  some.slice(0, MOST_CHOICES).map(({ showId, why }) => ({ showId, why }));

type Weighed = { readonly sure: 'certain' | 'likely' | 'choices' | 'no'; readonly why: Why };

/** What year and kind say of a show whose name is equal. */
function weigh(show: Show, { kind, year }: TitleReading): Weighed {
  if (kind !== undefined && kind !== show.kind) return { sure: 'no', why: 'title-other-kind' };
  if (year === undefined || show.year === undefined)
    return kind === undefined ? { sure: 'likely', why: 'title' } : { sure: 'likely', why: 'title-and-kind' };
  const apart = Math.abs(show.year - year);
  if (apart <= SAME_YEAR) return { sure: 'certain', why: 'title-and-year' };
  // A series may be known by the year of a later season.
  if (show.kind === 'series' && isWithinRun(show, year)) return { sure: 'likely', why: 'title-other-year' };
  return apart <= DOUBTFUL_YEARS
    ? { sure: 'choices', why: 'title-other-year' }
    : { sure: 'no', why: 'title-other-year' };
}

/** No more seasons than years fit between the first one given and the one the guide names. */
const isWithinRun = (show: Show, year: number): boolean =>
  year < show.year! && show.year! - year <= Math.max(DOUBTFUL_YEARS, 2 * (show.seasons ?? 1));

function matchAlike(book: TitleBook, reading: TitleReading): Match {
  const near: (Choice & { score: number })[] = [];
  for (const { id, score } of book.near(reading.name)) {
    const show = book.show(id as ShowId);
    if (show === undefined || score < RATHER_ALIKE || (reading.kind ?? show.kind) !== show.kind) continue;
    const years =
      reading.year === undefined || show.year === undefined ? undefined : Math.abs(show.year - reading.year);
    const isSameYear = years !== undefined && years <= SAME_YEAR;
    near.push({ showId: show.id, why: isSameYear ? 'alike-and-year' : 'alike', score });
  }
  const [best, second] = near;
  if (best?.why === 'alike-and-year' && best.score >= ALIKE && second?.why !== 'alike-and-year')
    return { kind: 'likely', reading: 0, showId: best.showId, why: best.why };
  const doubtful = near.filter(
    ({ why, score }) => score >= ALIKE && (why === 'alike-and-year' || reading.year === undefined),
  );
  if (doubtful.length > 0) return { kind: 'choices', reading: 0, choices: plain(near) };
  return { kind: 'unknown', near: plain(near) };
}
