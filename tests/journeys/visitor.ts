// A visitor of a site: a browser context with cookies of its own, watched for what no page may do.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });

export type Visitor = {
  readonly page: Page;
  /** Console errors, uncaught errors, answers of 400 and more, requests that failed or went to another host. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
};

export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== address && protocol !== 'data:') complaints.push(`asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A newer question takes the place of an older one; a page that is left takes its requests with it. Where script
    // is switched off the browser calls the modules that it then leaves alone "csp"; the site's policy would say so
    // on the console.
    if (why !== 'net::ERR_ABORTED' && why !== 'csp') complaints.push(`${why} ${request.url()}`);
  });
  return { page, complaints, leave: () => context.close() };
}
