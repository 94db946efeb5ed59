// Takes the pictures of the README from a real site over the starter guide: node docs/pictures/take.ts
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { newFolder, startSite } from '../../benches/site.ts';

const PICTURES = [
  { name: 'review', path: '/review/sample-run-on-1', scroll: 1130, height: 720 },
  {
    name: 'answers',
    path: `/find?q=${encodeURIComponent('chill Korean romance, not too angsty')}`,
    scroll: 0,
    height: 760,
  },
];

const folder = newFolder();
const site = await startSite(folder.path);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const { name, path, scroll, height } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1200, height },
      locale: 'en',
      colorScheme: 'light',
    });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    await page.evaluate((top) => scrollTo(0, top), scroll);
    await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await site.stop();
  folder.remove();
}
