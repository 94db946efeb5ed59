// What all rows of a history say of one title, put together, and what that makes of its entry on the watch list. What
// stands there already and is newer is kept; having watched a thing only ever raises how far one is.
import type { Show } from '../show.ts';
import type { PersonId, WatchEntry, WatchState } from '../watching.ts';
import { type EpisodeGiven, type HistoryEntry, toHalfSteps } from './entry.ts';

type Dated<Value> = { readonly value: Value; readonly at: string };

/** Filled by `addToTally`; days and instants compare as text. */
export type Tally = {
  state?: Dated<WatchState>;
  rating?: Dated<number>;
  isLiked?: boolean;
  notes: Set<string>;
  startedOn?: string;
  finishedOn?: string;
  rewatches: number;
  viewings: number;
  readonly places: Set<string>;
  last?: Dated<EpisodeGiven & { readonly numbering?: string }>;
  firstOn?: string;
  lastOn?: string;
  newest: string;
  /** What earlier versions of these rows said; where the list still says so, it is theirs to change. */
  readonly formerRatings: Set<number>;
  readonly formerStates: Set<WatchState>;
};

export const createTally = (): Tally => ({
  notes: new Set(),
  rewatches: 0,
  viewings: 0,
  places: new Set(),
  newest: '',
  formerRatings: new Set(),
  formerStates: new Set(),
});

const RANK: Readonly<Record<WatchState, number>> = { planned: 0, watching: 1, dropped: 2, done: 3 };
const LIMIT_NOTE = 10_000;
const MOST_PLACES = 5000;

export function addToTally(tally: Tally, entry: HistoryEntry, place: EpisodeGiven | undefined): void {
  const at = entry.saidAt ?? '';
  if (at > tally.newest) tally.newest = at;
  const isEpisode = place !== undefined;
  if (entry.state !== undefined) {
    const { state } = tally;
    const isLater =
      state === undefined || at > state.at || (at === state.at && RANK[entry.state] > RANK[state.value]);
    if (isLater) tally.state = { value: entry.state, at };
  }
  // What an episode is rated says little of its show.
  const rating = isEpisode || entry.rating === undefined ? undefined : toHalfSteps(entry.rating);
  if (rating !== undefined && (tally.rating === undefined || at >= tally.rating.at))
    tally.rating = { value: rating, at };
  if (entry.isLiked !== undefined) tally.isLiked = entry.isLiked;
  if (entry.note !== undefined && entry.watched === undefined) tally.notes.add(entry.note);
  if (entry.startedOn !== undefined && !(tally.startedOn! < entry.startedOn))
    tally.startedOn = entry.startedOn;
  if (entry.finishedOn !== undefined && !(tally.finishedOn! > entry.finishedOn))
    tally.finishedOn = entry.finishedOn;
  tally.rewatches = Math.max(tally.rewatches, entry.rewatches ?? 0);
  if (entry.progress !== undefined)
    addPlace(tally, { at, place: entry.progress, numbering: entry.numbering });
  if (entry.watched !== undefined) addViewing(tally, entry, place);
}

function addViewing(
  tally: Tally,
  { watched, saidAt, numbering }: HistoryEntry,
  place: EpisodeGiven | undefined,
): void {
  tally.viewings++;
  const on = watched!.on;
  if (on !== undefined && !(tally.firstOn! < on)) tally.firstOn = on;
  if (on !== undefined && !(tally.lastOn! > on)) tally.lastOn = on;
  if (place === undefined) return;
  if (tally.places.size < MOST_PLACES)
    tally.places.add(`${place.season ?? ''} ${place.episode ?? place.title ?? ''}`);
  addPlace(tally, { at: saidAt ?? on ?? '', place, numbering });
}

function addPlace(
  tally: Tally,
  {
    at,
    place,
    numbering,
  }: { readonly at: string; readonly place: EpisodeGiven; readonly numbering: string | undefined },
): void {
  if (place.season === undefined && place.episode === undefined) return;
  const { last } = tally;
  const isFurther =
    last === undefined ||
    at.slice(0, 10) > last.at.slice(0, 10) ||
    (at.slice(0, 10) === last.at.slice(0, 10) && orderOf(place) > orderOf(last.value));
  if (isFurther) tally.last = { value: { ...place, ...(numbering === undefined ? {} : { numbering }) }, at };
}

const orderOf = ({ season = 0, episode = 0 }: EpisodeGiven): number => season * 100_000 + episode;

/** An earlier version of a row that has changed since. */
export function addFormer(tally: Tally, former: Pick<HistoryEntry, 'rating' | 'state'>): void {
  const rating = former.rating === undefined ? undefined : toHalfSteps(former.rating);
  if (rating !== undefined) tally.formerRatings.add(rating);
  if (former.state !== undefined) tally.formerStates.add(former.state);
}

export type SettleAround = {
  readonly show: Pick<Show, 'id' | 'kind' | 'episodes' | 'seasons'>;
  readonly personId: PersonId;
  /** Now, for a history that knows no days. */
  readonly at: string;
};

/** The entry as it is to be; `before` itself when the rows add nothing; undefined when they say nothing for a list. */
export function settleWatch(
  tally: Tally,
  before: WatchEntry | undefined,
  { show, personId, at }: SettleAround,
): WatchEntry | undefined {
  const said = stateOf(tally, show);
  if (said === undefined && before === undefined && !saysMore(tally)) return undefined;
  const newest = asInstant(tally.newest);
  const isNewer = before === undefined || before.changedAt < newest;
  const state = stateAfter(before, said, { isNewer, formerStates: tally.formerStates });
  const place =
    show.kind === 'film' || (!isNewer && before?.episode !== undefined) ? undefined : tally.last?.value;
  const finishedOn = tally.finishedOn ?? (state === 'done' ? tally.lastOn : undefined);
  const after: WatchEntry = {
    ...before,
    ...(place === undefined ? {} : placeOf(place)),
    ...ratingAfter(tally, before),
    ...(tally.isLiked === undefined ? {} : { isLiked: tally.isLiked }),
    ...dayAfter('startedOn', before?.startedOn, earlier(tally.startedOn, tally.firstOn)),
    ...dayAfter(
      'finishedOn',
      isNewer ? undefined : before?.finishedOn,
      later(before?.finishedOn, finishedOn),
    ),
    ...noteAfter(tally, before),
    personId,
    showId: show.id,
    state,
    rewatches: Math.max(
      before?.rewatches ?? 0,
      tally.rewatches,
      show.kind === 'film' ? tally.viewings - 1 : 0,
    ),
    changedAt: '',
  };
  const changedAt = later(before?.changedAt, newest === '' ? undefined : newest) ?? at;
  if (before !== undefined && isSame({ ...after, changedAt: before.changedAt }, before)) return before;
  return { ...after, changedAt };
}

const saysMore = ({ rating, isLiked, notes, last }: Tally): boolean =>
  rating !== undefined || isLiked !== undefined || notes.size > 0 || last !== undefined;

/** What was said and what was watched, together: whoever planned a thing and then watched it is watching it. */
function stateOf(tally: Tally, show: SettleAround['show']): WatchState | undefined {
  const watched = tally.viewings === 0 ? undefined : stateByViewing(tally, show);
  const said = tally.state;
  if (said === undefined)
    return watched ?? (tally.rating !== undefined || tally.isLiked === true ? 'done' : undefined);
  if (watched === undefined) return said.value;
  const isAfter = said.at.slice(0, 10) > (tally.lastOn ?? '');
  if (said.value === 'planned' && !isAfter) return watched;
  if (said.value === 'watching' && watched === 'done') return watched;
  return said.value === 'planned' && watched === 'done' ? watched : said.value;
}

function stateByViewing({ places }: Tally, { kind, episodes, seasons }: SettleAround['show']): WatchState {
  if (kind === 'film') return 'done';
  return episodes !== undefined && (seasons ?? 1) === 1 && places.size >= episodes ? 'done' : 'watching';
}

function stateAfter(
  before: WatchEntry | undefined,
  said: WatchState | undefined,
  { isNewer, formerStates }: { readonly isNewer: boolean; readonly formerStates: ReadonlySet<WatchState> },
): WatchState {
  if (before === undefined || said === undefined) return said ?? before?.state ?? 'planned';
  if (formerStates.has(before.state)) return said;
  if (!isNewer) return before.state;
  if (before.state === 'dropped') return said === 'planned' ? before.state : said;
  return RANK[said] > RANK[before.state] ? said : before.state;
}

const placeOf = ({ season, episode, numbering }: EpisodeGiven & { readonly numbering?: string }) => ({
  ...(season === undefined ? {} : { season }),
  ...(episode === undefined ? {} : { episode }),
  ...(numbering === undefined ? {} : { numbering }),
});

function ratingAfter(
  { rating, formerRatings }: Tally,
  before: WatchEntry | undefined,
): { readonly rating?: number } {
  if (rating === undefined) return {};
  const isOurs = before?.rating === undefined || formerRatings.has(before.rating);
  return isOurs || asInstant(rating.at) > (before?.changedAt ?? '') ? { rating: rating.value } : {};
}

function noteAfter({ notes }: Tally, before: WatchEntry | undefined): { readonly note?: string } {
  if (notes.size === 0 || before?.note !== undefined) return {};
  return { note: [...notes].join('\n\n').slice(0, LIMIT_NOTE) };
}

const dayAfter = (name: 'startedOn' | 'finishedOn', stands: string | undefined, day: string | undefined) =>
  day === undefined || stands !== undefined ? {} : { [name]: day };

const earlier = (a: string | undefined, b: string | undefined) => (a === undefined || b! < a ? (b ?? a) : a);
const later = (a: string | undefined, b: string | undefined) => (a === undefined || b! > a ? (b ?? a) : a);

const asInstant = (at: string): string => (at.length === 10 ? `${at}T00:00:00.000Z` : at);

const isSame = (a: WatchEntry, b: WatchEntry): boolean => {
  const form = (entry: WatchEntry) =>
    JSON.stringify(Object.entries(entry).sort(([x], [y]) => (x < y ? -1 : 1)));
  return form(a) === form(b);
};
