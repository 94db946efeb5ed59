// A real Chromium and a real site on a port of its own, filled as on a first start: for journeys.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { Guide } from '../../src/guide/guide.ts';
import { closeGuide, openGuide } from '../../src/guide/open-guide.ts';
import { createApp } from '../../src/web/app.ts';
import { serve } from '../../src/web/serve.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const chromiumPath: string | undefined = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** For `test(name, { skip }, …)`: false where there is a browser, the reason where there is none. */
export const skip: string | false = chromiumPath === undefined ? 'no Chromium on the PATH' : false;

export type Stage = {
  readonly browser: Browser;
  readonly guide: Guide;
  readonly url: string;
  /** What the site wrote to its log: bugs. */
  readonly logged: unknown[];
  readonly close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'runon-journey-'));
  const guide = await openGuide({ dataFolder });
  const logged: unknown[] = [];
  const app = createApp(guide, { log: (message, cause) => logged.push(message, cause) });
  const site = await serve(app, { host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
  return {
    browser,
    guide,
    url: site.url.replace(/\/$/, ''),
    logged,
    close: async () => {
      await browser.close();
      await site.close();
      await closeGuide(guide);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
