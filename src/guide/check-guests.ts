// Who sits at the table, as given from outside: two to eight, each with a name of their own; titles by any name.
import type { ShowId } from '../core/show.ts';
import { resolveShow } from './find-show.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { showsNamed } from './shelf.ts';

/** `seen` are titles with commas between them; `minutes` is how long they have; `isMe` adds one's own list and taste. */
export type GuestInput = {
  readonly name: string;
  readonly wants?: string;
  readonly never?: string;
  readonly seen?: string;
  readonly minutes?: number;
  readonly isMe?: boolean;
};

export type CheckedGuest = {
  readonly name: string;
  readonly wants: string;
  readonly never: string;
  readonly seen: readonly ShowId[];
  readonly minutes: number | undefined;
  readonly isMe: boolean;
};

export const FEWEST = 2;
export const MOST = 8;
const LIMIT_NAME = 40;
const LIMIT_WORDS = 1000;

export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export function checkGuests(guide: Guide, inputs: readonly GuestInput[]): readonly CheckedGuest[] {
  if (inputs.length < FEWEST || inputs.length > MOST)
    throw new Refusal(
      'invalid',
      `A table has ${FEWEST} to ${MOST} people, not ${inputs.length}.`,
      inputs.length < FEWEST ? { hint: 'For one person there is the list of what may suit them.' } : {},
    );
  const guests = inputs.map((input) => checkGuest(guide, input));
  for (const [at, { name }] of guests.entries())
    if (guests.findIndex((other) => foldName(other.name) === foldName(name)) !== at)
      throw new Refusal('invalid', `Two at the table are called "${name}".`, {
        hint: 'Give each a name of their own.',
      });
  if (guests.filter(({ isMe }) => isMe).length > 1)
    throw new Refusal('invalid', 'Only one at the table can be you.');
  return guests;
}

function checkGuest(guide: Guide, input: GuestInput): CheckedGuest {
  const name = input.name.trim();
  if (name === '') throw new Refusal('invalid', 'Somebody at the table has no name.');
  if (name.length > LIMIT_NAME)
    throw new Refusal(
      'invalid',
      `The name "${name.slice(0, LIMIT_NAME)}…" is longer than ${LIMIT_NAME} characters.`,
    );
  const { wants = '', never = '', seen = '', minutes } = input;
  if ([wants, never, seen].some((words) => words.length > LIMIT_WORDS))
    throw new Refusal('too-large', `What ${name} says is longer than ${LIMIT_WORDS} characters.`);
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes > 0 && minutes <= 10_000))
    throw new Refusal('invalid', `The minutes that ${name} has are a whole number from 1 to 10000.`);
  return { name, wants, never, seen: seenTitles(guide, seen), minutes, isMe: input.isMe ?? false };
}

/** A title may hold a comma itself: all of it is tried first. */
function seenTitles(guide: Guide, seen: string): readonly ShowId[] {
  const whole = seen.trim();
  if (whole === '') return [];
  if (showsNamed(guide.shelf, whole).length === 1) return [resolveShow(guide, whole).id];
  return whole
    .split(',')
    .map((title) => title.trim())
    .filter((title) => title !== '')
    .map((title) => resolveShow(guide, title).id);
}
