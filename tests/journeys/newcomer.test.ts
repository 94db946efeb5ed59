// A newcomer at the real site in a real browser, from the address to the first title found again; and what another
// process does on the same data meanwhile. Needs a Chromium on the PATH; skips without one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Browser, type BrowserContextOptions, devices, type Page } from 'playwright-core';
import { en } from '../../src/web/messages/en.ts';
import { ko } from '../../src/web/messages/ko.ts';
import { skip as noChromium } from './browser.ts';
import { finger, keyboard, type Newcomer, pointer, walk } from './newcomer.ts';
import { filledFolder, newFolder, startSite } from './running-site.ts';
import { openBrowser, visit } from './visitor.ts';

const REVIEW = `Run On: two people who listen

Nobody told me that Run On (런 온) would be this kind. It is a perfectly chill romance, not too angsty and never melodramatic, and Im Siwan plays Ki Seon-gyeom, a sprinter, as if he had never met a lie.

The acting is natural, the dialogue is witty, and the chemistry between the leads is warm. Shin Se-kyung is a delight as Oh Mi-joo, a translator of films. It has much to say about gender roles and social class, and says it gently. The middle drags a little.

In the end Seon-gyeom quits the team and gets back together with Mi-joo.

Sixteen episodes on JTBC, just right for a rainy day. Highly recommended.`;
/** A real review that is no part of the project; where it lies beside it, the same way is walked with it. */
const REAL = join(import.meta.dirname, '../../../shared/gold/reviews/run-on.txt');

let browser: Browser;
before(async () => {
  if (noChromium === false) browser = await openBrowser();
});
after(() => browser?.close());

type Way = Pick<Newcomer, 'messages' | 'hands' | 'look'> & {
  readonly folder: () => string | Promise<string>;
  readonly options?: BrowserContextOptions;
  readonly review?: string;
};

async function walkAt(way: Way): Promise<void> {
  const site = await startSite(await way.folder());
  try {
    const visitor = await visit(browser, site.address, way.options);
    const hasScript = way.options?.javaScriptEnabled !== false;
    const { review = REVIEW } = way;
    await walk({ ...way, review, hasSpoiler: review === REVIEW, page: visitor.page, hasScript });
    await visitor.leave();
    assert.deepEqual(visitor.complaints, []);
  } finally {
    await site.stop();
  }
}

const journey = (name: string, way: Way, skip: string | false = noChromium): void => {
  test(name, { skip }, () => walkAt(way));
};

async function fitsTheScreen(page: Page, where: string): Promise<void> {
  const [wide, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(wide! <= screen!, `${where}: ${wide} px wide on a screen of ${screen} px`);
}

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']!;

journey('a newcomer, on a folder that does not exist yet', {
  messages: en,
  hands: pointer,
  folder: () => join(newFolder(), 'data'),
});
journey('without script', {
  messages: en,
  hands: pointer,
  folder: filledFolder,
  options: { javaScriptEnabled: false },
});
journey('with the keyboard alone', { messages: en, hands: keyboard, folder: filledFolder });
journey('on a phone', {
  messages: en,
  hands: finger,
  folder: filledFolder,
  options: phone,
  look: fitsTheScreen,
});
journey('on a phone without script', {
  messages: en,
  hands: finger,
  folder: filledFolder,
  options: { ...phone, javaScriptEnabled: false },
});
journey('in Korean', { messages: ko, hands: pointer, folder: filledFolder, options: { locale: 'ko-KR' } });
journey(
  'with a real review',
  {
    messages: en,
    hands: pointer,
    folder: filledFolder,
    review: existsSync(REAL) ? readFileSync(REAL, 'utf8') : '',
  },
  existsSync(REAL) ? noChromium : 'the real review is not beside the project',
);

test('what the command line brings in stands on the running site', { skip: noChromium }, async (t) => {
  const site = await startSite(await filledFolder());
  try {
    const visitor = await visit(browser, site.address);
    const { page } = visitor;
    await page.goto('/find?q=Run+On');
    await page.locator('.answer-title a').first().click();
    const file = join(site.folder, 'late.md');
    writeFileSync(file, 'Lanterns on the tartan: Run On is a very funny and comforting romance.\n');
    await site.runon('import', file, '--about', 'Run On');
    const from = performance.now();
    const own = page.locator('#reviews .review-line', { hasText: 'Lanterns on the tartan' });
    while ((await own.count()) === 0) {
      assert.ok(performance.now() - from < 10_000, 'it never came');
      await page.reload();
    }
    t.diagnostic(`seen ${Math.round(performance.now() - from)} ms after the command line was done`);
    await page.goto(`/find?q=${encodeURIComponent('funny comforting romance')}`);
    await page.locator('.answer-title', { hasText: 'Run On' }).first().waitFor();
    await visitor.leave();
    assert.deepEqual(visitor.complaints, []);
  } finally {
    await site.stop();
  }
});
