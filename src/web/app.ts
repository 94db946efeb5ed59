// The site: what stands before every page, the pages, and what happens when one cannot be had. Pages are in pages/.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import type { Guide } from '../guide/guide.ts';
import { assetRoutes, loadAssets } from './assets.ts';
import { aboutPage } from './pages/about.ts';
import { answersPage } from './pages/answers.ts';
import { bringInPages } from './pages/bring-in.ts';
import { calendarPages } from './pages/calendar.ts';
import { diaryPages } from './pages/diary.ts';
import { editTitlePages } from './pages/edit-title.ts';
import { episodePages } from './pages/episodes.ts';
import { forYouPages } from './pages/for-you.ts';
import { frontPage } from './pages/front.ts';
import { listPages } from './pages/list.ts';
import { personPage } from './pages/person.ts';
import { answerProblem, answerRefused, answerTooLarge, notHere } from './pages/problem.ts';
import { reviewPages } from './pages/review.ts';
import { sourcePages } from './pages/sources.ts';
import { takeOutRoutes } from './pages/take-out.ts';
import { titlePage } from './pages/title.ts';
import { togetherPages } from './pages/together.ts';
import { undoPage } from './pages/undo.ts';
import { writePages } from './pages/write.ts';
import { yearPage } from './pages/year.ts';
import { onlyHosts, onlyOwnForms, secureHeaders } from './security.ts';
import { type Env, type Site, welcome } from './visit.ts';

export type AppOptions = {
  /** Host names that the site answers under beside 127.0.0.1, localhost and ::1. */
  readonly host?: string;
  readonly hosts?: readonly string[];
  /** Where a bug is written; standard error unless told otherwise. */
  readonly log?: (message: string, cause: unknown) => void;
};

const FORM_BYTES = 4 * 1024 * 1024;
const FILE_BYTES = 130 * 1024 * 1024;

export function createApp(guide: Guide, options: AppOptions = {}): Site {
  const log = options.log ?? ((message, cause) => console.error(message, cause));
  const hosts = [...(options.hosts ?? []), ...(options.host === undefined ? [] : [options.host])];
  const assets = loadAssets();
  const site: Site = new Hono<Env>();

  site.use(secureHeaders, welcome(assets));
  site.use(onlyHosts(hosts, (c) => answerRefused(c, 421)));
  site.use(onlyOwnForms((c) => answerRefused(c, 403)));
  assetRoutes(site, assets);
  const fileLimit = bodyLimit({ maxSize: FILE_BYTES, onError: answerTooLarge });
  const formLimit = bodyLimit({ maxSize: FORM_BYTES, onError: answerTooLarge });
  site.use((c, next) => (c.req.path === '/bring-in' ? fileLimit(c, next) : formLimit(c, next)));
  site.use(etag({ weak: true }));

  let api: Promise<Hono> | undefined;
  // Loaded by the first call: most guides are never asked by a program.
  site.all('/api/v1/*', async (c) => {
    api ??= import('./api/api.ts').then(({ createApi }) => createApi(guide, log));
    return (await api).fetch(c.req.raw);
  });
  for (const addPage of [
    frontPage,
    answersPage,
    titlePage,
    reviewPages,
    writePages,
    listPages,
    diaryPages,
    episodePages,
    calendarPages,
    sourcePages,
    yearPage,
    forYouPages,
    togetherPages,
    personPage,
    bringInPages,
    takeOutRoutes,
    editTitlePages,
    aboutPage,
    undoPage,
  ])
    addPage(site, guide);

  site.notFound((c) => notHere(c));
  site.onError((error, c) => answerProblem(c, error, log));
  return site;
}
