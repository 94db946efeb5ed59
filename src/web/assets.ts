// What browsers fetch beside pages: one style sheet, the islands with their types stripped, the reader's data, fonts, the
// icon. Every address carries a hash of its bytes (or the package's version), so that it may be kept for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compress } from 'hono/compress';
import { readerJson } from '../guide/reader.ts';
import { createModuleLoader, type Put } from './modules.ts';
import { fontCss, fontFiles, fontPreloads, hangulFontCss } from './parts/fonts.ts';
import { styleFiles } from './parts/styles.ts';
import type { Site } from './visit.ts';

const FOLDER = join(import.meta.dirname, 'assets');
/** ".ts", or ".js" where this program was packed. */
const ENDING = extname(import.meta.filename);
const FOR_EVER = 'public, max-age=31536000, immutable';

export type Assets = {
  readonly style: string;
  readonly hangulStyle: string;
  /** The islands' entry, and what it imports (to be fetched at once). */
  readonly script: string;
  readonly modules: readonly string[];
  /** What the page for writing loads beyond that, and the data that its reader wants. */
  readonly writingModules: readonly string[];
  readonly readerData: string;
  readonly icon: string;
  readonly fontPreloads: readonly string[];
  readonly texts: ReadonlyMap<string, { readonly type: string; readonly body: string }>;
};

export function loadAssets(): Assets {
  const texts = new Map<string, { type: string; body: string }>();
  const put: Put = (name, type, body) => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const dot = name.lastIndexOf('.');
    const url = `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    texts.set(url, { type, body });
    return url;
  };
  const css = [fontCss, ...styleFiles.map((file) => readFileSync(file, 'utf8'))].join('\n');
  const load = createModuleLoader(put);
  const entry = load(join(FOLDER, `site${ENDING}`));
  return {
    style: put('runon.css', 'text/css; charset=utf-8', css),
    hangulStyle: put('hangul.css', 'text/css; charset=utf-8', hangulFontCss),
    script: entry.url,
    modules: entry.modules.filter((url) => url !== entry.url),
    writingModules: load(join(FOLDER, `live-reading${ENDING}`)).modules,
    readerData: put('reader.json', 'application/json', readerJson()),
    icon: put('icon.svg', 'image/svg+xml', readFileSync(join(FOLDER, 'icon.svg'), 'utf8')),
    fontPreloads,
    texts,
  };
}

export function assetRoutes(site: Site, assets: Assets): void {
  const fonts = new Map(fontFiles.map(({ url, path }) => [url, path]));
  site.use('/assets/*', compress());
  site.get('/assets/*', async (c, next) => {
    const text = assets.texts.get(c.req.path);
    if (text === undefined) return next();
    return c.body(text.body, 200, { 'content-type': text.type, 'cache-control': FOR_EVER });
  });
  site.get('/fonts/*', async (c, next) => {
    const font = fonts.get(c.req.path);
    if (font === undefined) return next();
    const bytes = await readFile(font);
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'font/woff2', 'cache-control': FOR_EVER });
  });
}
