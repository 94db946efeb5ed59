// axe-core finds nothing on any page: on paper and at night, on a desk and on a phone, in English and in Korean.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ShowId } from '../../src/core/show.ts';
import { logDiary } from '../../src/guide/diary.ts';
import { keep } from '../../src/guide/keep.ts';
import { openStage, type Stage, skip } from './browser.ts';
import { followRunOn } from './following.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_ON = 'run-on-2020' as ShowId;

let stage: Stage;
let paths: readonly string[] = [];

before(async () => {
  if (skip !== false) return;
  stage = await openStage();
  const { guide } = stage;
  await keep(guide, RUN_ON, { state: 'watching', episode: 3, rating: 4.5, note: 'With tea.' });
  await logDiary(guide, { showId: RUN_ON, watchedOn: '2026-03-09', episode: 3 });
  await followRunOn(guide);
  const show = guide.shelf.shows.get(RUN_ON);
  const person = show?.credits.find(({ personId }) => personId !== undefined)?.personId ?? '';
  const withoutReviews = [...guide.shelf.shows.keys()].find((id) => !guide.shelf.profiles.has(id)) ?? '';
  paths = [
    '/',
    '/find',
    '/find?q=chill%20Korean%20romance%2C%20not%20too%20angsty%20qwxz',
    '/find?q=qwxzqwxz',
    `/title/${RUN_ON}`,
    `/title/${encodeURIComponent(withoutReviews)}`,
    '/review/sample-run-on-1',
    '/review/sample-run-on-1?spoilers=shown',
    '/review/sample-run-on-1/edit',
    '/review/sample-run-on-1/change?key=feel%7Cfunny%7C1',
    '/write',
    `/write?show=${RUN_ON}`,
    '/list',
    '/diary',
    '/calendar',
    '/sources',
    '/year/2026',
    '/year/1999',
    `/title/${RUN_ON}/episodes`,
    `/title/${RUN_ON}/episodes/1/4`,
    '/for-you',
    '/together',
    '/together?name=Ann&wants=romantic&never=horror%2C+qwxz&name=Ben&wants=funny',
    `/together?name=Ann&wants=romantic&name=Ben&wants=funny&pick=${RUN_ON}`,
    '/together?name=Ann&wants=romantic',
    `/person/${encodeURIComponent(person)}`,
    '/bring-in',
    '/title/new',
    `/title/${RUN_ON}/edit`,
    '/about',
    '/nowhere',
  ];
});
after(async () => {
  if (skip === false) await stage.close();
});

/** axe is given to the page as a file of the browser's own, which the site's policy does not concern. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run;
    type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };
    return (await run()).violations;
  });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join('\n')}`,
  );
}

const LOOKS = [
  {
    name: 'desk, paper, English',
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
  },
  {
    name: 'phone, night, Korean',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'ko-KR',
  },
] as const;

for (const look of LOOKS)
  test(`axe: ${look.name}`, { skip }, async () => {
    const context = await stage.browser.newContext({ ...look, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const path of paths) {
      await page.goto(stage.url + path);
      for (const one of await violations(page)) complaints.push(`${path} ${one}`);
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (isWider) complaints.push(`${path} is wider than the window`);
    }
    await context.close();
    assert.deepEqual(complaints, []);
    assert.deepEqual(stage.logged, []);
  });

test('axe: the draft while it is read, and the answer while it is typed', { skip }, async () => {
  const page = await stage.browser.newPage();
  await page.goto(`${stage.url}/write`);
  await page.fill(
    'textarea[name="text"]',
    'Run On is a very funny show. The acting is natural, but it drags.',
  );
  await page.waitForSelector('.mirror .m');
  await page.fill('#w-about', 'run');
  await page.waitForSelector('.suggestions li');
  assert.deepEqual(await violations(page), []);
  await page.goto(stage.url);
  await page.fill('#ask-q', 'chill romance');
  await page.waitForSelector('.answers.is-live li');
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('nothing moves while a page comes', { skip }, async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { moved: number };
    seen.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', `/title/${RUN_ON}`, '/review/sample-run-on-1', '/find?q=romance', '/list']) {
    await page.goto(stage.url + path, { waitUntil: 'networkidle' });
    const moved = await page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
    // 0.1 is where it begins to be felt (web.dev/cls).
    assert.ok(moved < 0.02, `${path}: ${moved}`);
  }
  await context.close();
});
