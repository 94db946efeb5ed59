// Guides for tests: real ones on a fresh store of either engine, without the starter guide unless asked for.
import type { Show } from '../src/core/show.ts';
import { addShow } from '../src/guide/add-show.ts';
import type { Guide } from '../src/guide/guide.ts';
import { closeGuide, type OpenOptions, openGuide } from '../src/guide/open-guide.ts';
import type { ShowPatch } from '../src/guide/show-input.ts';
import { atBothEngines } from './store/engines.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');

/** A clock that goes on by a second whenever it is asked. */
export function tickingClock(): () => Date {
  let ticks = 0;
  return () => new Date(NOON + 1000 * ticks++);
}

export async function withGuideAt<Result>(
  url: string,
  body: (guide: Guide) => Promise<Result>,
  options: Partial<OpenOptions> = {},
): Promise<Result> {
  const guide = await openGuide({
    dataFolder: '',
    databaseUrl: url,
    isEmpty: true,
    now: tickingClock(),
    ...options,
  });
  try {
    return await body(guide);
  } finally {
    await closeGuide(guide);
  }
}

/** An empty guide on each engine; `url` is its store's, for a second process' view of it. */
export function onGuides(name: string, body: (guide: Guide, url: string) => Promise<void>): void {
  atBothEngines(name, (url) => withGuideAt(url, (guide) => body(guide, url)));
}

export const shelve = (guide: Guide, title: string, facts: Omit<ShowPatch, 'title'> = {}): Promise<Show> =>
  addShow(guide, { title, ...facts });
