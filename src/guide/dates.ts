// Days as people give them: checked, and today's.
import { isDay } from '../core/day.ts';
import { Refusal } from './refusal.ts';

export function checkDay(day: string, what: string): string {
  if (!isDay(day))
    throw new Refusal('invalid', `${what} "${day.slice(0, 40)}" is not a day of the calendar.`, {
      hint: 'Write it as year, month and day: 2024-02-29.',
    });
  return day;
}

/** The day where this machine stands, not in Greenwich. */
export function today(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
