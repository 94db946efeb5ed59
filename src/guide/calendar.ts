// The calendar of what one follows: which episodes come (or came) between two days, and the same as a file at a secret
// address that calendars subscribe to. Nothing is fetched here: it tells what is kept.
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { inOrder, type PlacedEpisode } from '../core/episodes.ts';
import type { Show } from '../core/show.ts';
import { type CalendarEvent, writeCalendar } from '../exchange/calendar-file.ts';
import { findCalendarSecret, saveCalendarSecret } from '../store/calendar-addresses.ts';
import { findMeta, saveMeta } from '../store/meta.ts';
import { today } from './dates.ts';
import type { Guide } from './guide.ts';
import { dayOf, followedShows } from './progress.ts';

export type Airing = {
  readonly show: Show;
  readonly placed: PlacedEpisode;
  /** ISO 8601 day, where this machine stands when the time is known. */
  readonly day: string;
  /** ISO 8601 instant. */
  readonly at?: string;
  readonly isSeen: boolean;
  /** The first of a season. */
  readonly isPremiere: boolean;
};

/** Of all that is planned, being watched or watched; by day and time. `to` is the last day. */
export async function airings(
  guide: Guide,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Airing[]> {
  const found: Airing[] = [];
  for (const { show, progress } of await followedShows(guide, { states: ['planned', 'watching', 'done'] })) {
    if (progress === undefined) continue;
    const { seen } = progress;
    for (const placed of inOrder(progress.numbering)) {
      const day = dayOf(placed.known);
      if (day === undefined || day < from || day > to) continue;
      const isSeen =
        seen !== undefined &&
        (placed.season < seen.season || (placed.season === seen.season && placed.episode <= seen.episode));
      const { airsAt } = placed.known;
      found.push({
        show,
        placed,
        day,
        isSeen,
        isPremiere: placed.episode === 1,
        ...(airsAt === undefined ? {} : { at: airsAt }),
      });
    }
  }
  const order = ({ day, at, show, placed }: Airing): string =>
    [day, at ?? '', show.title, String(placed.season).padStart(6), String(placed.episode).padStart(6)].join(
      '\n',
    );
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function shiftDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The secret of the calendar's address, when it has one. */
export const calendarSecret = (guide: Guide): Promise<string | undefined> =>
  findCalendarSecret(guide.store.db, guide.me);

/** A new address; the one before leads nowhere from now on. */
export async function makeCalendarAddress(guide: Guide): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await saveCalendarSecret(guide.store.db, guide.me, { secret, at: guide.now().toISOString() });
  return secret;
}

export const revokeCalendarAddress = (guide: Guide): Promise<void> =>
  saveCalendarSecret(guide.store.db, guide.me, undefined);

const PAST_DAYS = 31;
const COMING_DAYS = 400;
const USUAL_MINUTES = 60;

/** The file at this secret; undefined when there is none. */
export async function calendarFile(guide: Guide, secret: string): Promise<string | undefined> {
  const own = await calendarSecret(guide);
  if (own === undefined || !isSame(own, secret)) return undefined;
  const now = today(guide.now());
  const coming = await airings(guide, { from: shiftDay(now, -PAST_DAYS), to: shiftDay(now, COMING_DAYS) });
  const house = await houseId(guide);
  return writeCalendar(
    'Runon',
    coming.map((airing) => eventOf(airing, house)),
  );
}

/** Hashes are compared, so that the time it takes tells nothing of the secret. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells this guide's events from another's; made once. */
async function houseId(guide: Guide): Promise<string> {
  const kept = await findMeta(guide.store.db, 'calendar');
  if (kept !== undefined) return kept;
  const made = randomUUID();
  await saveMeta(guide.store.db, 'calendar', made);
  return made;
}

function eventOf({ show, placed, day, at }: Airing, house: string): CalendarEvent {
  const { known, season, episode } = placed;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return {
    uid: `${hash(show.id).toString('hex').slice(0, 16)}-s${pad(season)}e${pad(episode)}@${house}.runon`,
    title: `${show.title} ${season}×${pad(episode)}${known.title === undefined ? '' : ` · ${known.title}`}`,
    when:
      at === undefined
        ? { kind: 'day', day }
        : { kind: 'time', at, minutes: known.minutes ?? show.minutes ?? USUAL_MINUTES },
    changedAt: known.changedAt ?? '2000-01-01T00:00:00.000Z',
    revision: known.revision ?? 0,
  };
}
