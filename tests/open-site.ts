// A site over a real guide in a folder of its own, with two titles and two reviews: for tests of pages.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewId } from '../src/core/review.ts';
import type { ShowId } from '../src/core/show.ts';
import { addReview } from '../src/guide/add-review.ts';
import { addShow } from '../src/guide/add-show.ts';
import type { Guide } from '../src/guide/guide.ts';
import { closeGuide, openGuide } from '../src/guide/open-guide.ts';
import { NO_ADDRESSES, type SourceAddresses } from '../src/guide/source-access.ts';
import { createApp } from '../src/web/app.ts';
import type { Site } from '../src/web/visit.ts';

export const ORIGIN = 'http://localhost:4100';

export type TestSite = {
  readonly site: Site;
  readonly guide: Guide;
  readonly runOn: ShowId;
  readonly review: ReviewId;
  /** What the site wrote to its log: bugs. */
  readonly logged: unknown[];
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly text: (path: string, headers?: Record<string, string>) => Promise<string>;
  readonly post: (
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly close: () => Promise<void>;
};

export const REVIEW = `Run On is a perfectly chill romance, not too angsty and never melodramatic. The acting is very natural, and the leads have real chemistry.

It touches on gender roles and social class. The second half drags a little. I recommend it to anyone, any time.`;

export async function openSite(sources: SourceAddresses = NO_ADDRESSES): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), 'runon-pages-'));
  const guide = await openGuide({ dataFolder: folder, isEmpty: true, sources });
  const show = await addShow(guide, {
    title: 'Run On',
    nativeTitle: '런 온',
    kind: 'series',
    year: 2020,
    countries: ['KR'],
    genres: ['Romance'],
    episodes: 16,
    credits: [{ name: 'Im Si-wan', role: 'actor', character: 'Ki Seon-gyeom' }],
  });
  await addShow(guide, { title: 'Jerry Maguire', kind: 'film', year: 1996, countries: ['US'] });
  const review = await addReview(guide, {
    showId: show.id,
    text: REVIEW,
    writer: 'A. Tester',
    language: 'en',
  });
  const logged: unknown[] = [];
  const site = createApp(guide, { log: (message, cause) => logged.push(message, cause) });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    site.request(ORIGIN + path, { headers });
  return {
    site,
    guide,
    runOn: show.id,
    review: review.id,
    logged,
    get,
    text: async (path, headers) => (await get(path, headers)).text(),
    post: async (path, form, headers = {}) =>
      site.request(ORIGIN + path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers },
      }),
    close: async () => {
      await closeGuide(guide);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
