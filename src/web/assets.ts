// What browsers fetch beside pages: one style sheet, the islands with their types stripped, fonts, the icon. Every
// address carries a hash of its bytes (or the package's version), so that it may be kept for ever.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontCss, fontFiles, fontPreloads, hangulFontCss } from './parts/fonts.ts';
import { styleFiles } from './parts/styles.ts';
import { stripTypes } from './strip-types.ts';
import type { Site } from './visit.ts';

const FOLDER = join(import.meta.dirname, 'assets');
const FOR_EVER = 'public, max-age=31536000, immutable';

export type Assets = {
  readonly style: string;
  readonly hangulStyle: string;
  /** The islands' entry, and what it imports (to be fetched at once). */
  readonly script: string;
  readonly modules: readonly string[];
  readonly icon: string;
  readonly fontPreloads: readonly string[];
  readonly texts: ReadonlyMap<string, { readonly type: string; readonly body: string }>;
};

export function loadAssets(): Assets {
  const texts = new Map<string, { type: string; body: string }>();
  const put = (name: string, type: string, body: string): string => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const dot = name.lastIndexOf('.');
    const url = `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    texts.set(url, { type, body });
    return url;
  };
  const css = [fontCss, ...styleFiles.map((file) => readFileSync(file, 'utf8'))].join('\n');
  const islands = loadIslands(put);
  return {
    style: put('runon.css', 'text/css; charset=utf-8', css),
    hangulStyle: put('hangul.css', 'text/css; charset=utf-8', hangulFontCss),
    script: islands.get('site.ts') ?? '',
    modules: [...islands].filter(([name]) => name !== 'site.ts').map(([, url]) => url),
    icon: put('icon.svg', 'image/svg+xml', readFileSync(join(FOLDER, 'icon.svg'), 'utf8')),
    fontPreloads,
    texts,
  };
}

/** Modules are put in the order of their imports, because an address depends on the bytes of what it imports. */
function loadIslands(put: (name: string, type: string, body: string) => string): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const urls = new Map<string, string>();
  const visit = (name: string): string => {
    const known = urls.get(name);
    if (known !== undefined) return known;
    const code = stripTypes(readFileSync(join(FOLDER, name), 'utf8')).replace(
      /(from |import )'\.\/([\w-]+\.ts)'/g,
      (_, before: string, imported: string) => `${before}'${visit(imported)}'`,
    );
    const url = put(name.replace(/\.ts$/, '.js'), 'text/javascript; charset=utf-8', code);
    urls.set(name, url);
    return url;
  };
  for (const name of names) visit(name);
  return urls;
}

export function assetRoutes(site: Site, assets: Assets): void {
  const fonts = new Map(fontFiles.map(({ url, path }) => [url, path]));
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
