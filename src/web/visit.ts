// What is known of one request before any page is made: the language, the address, what was just done, the assets.
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Assets } from './assets.ts';
import { type Flash, takeFlash } from './flash.ts';
import { isLanguage, LANGUAGES, type Language, languageFrom, type Messages } from './messages/languages.ts';

export const LOOKS = ['light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];
const isLook = (look: string | undefined): look is Look => LOOKS.some((one) => one === look);

export type Visit = {
  readonly language: Language;
  readonly messages: Messages;
  readonly url: URL;
  readonly assets: Assets;
  readonly flash?: Flash;
  /** Absent: as the reader's system has it. */
  readonly look?: Look;
};

export type Env = { Variables: { visit: Visit } };
export type Site = Hono<Env>;
export type Request = Context<Env>;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sets `visit`. `?lang=` wins and is remembered, then the cookie, then what the browser accepts. */
export const welcome =
  (assets: Assets): MiddlewareHandler<Env> =>
  async (c, next) => {
    const url = new URL(c.req.url);
    const asked = url.searchParams.get('lang') ?? undefined;
    const kept = getCookie(c, 'lang');
    const language: Language = isLanguage(asked)
      ? asked
      : isLanguage(kept)
        ? kept
        : languageFrom(c.req.header('accept-language') ?? '');
    if (isLanguage(asked))
      setCookie(c, 'lang', asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
    const look = rememberedLook(c, url.searchParams.get('look') ?? undefined);
    const isPage = c.req.method === 'GET' && !/^\/(api|assets)\//.test(url.pathname);
    const flash = isPage ? takeFlash(c) : undefined;
    c.set('visit', {
      language,
      messages: LANGUAGES[language],
      url,
      assets,
      ...(look === undefined ? {} : { look }),
      ...(flash === undefined ? {} : { flash }),
    });
    await next();
  };

function rememberedLook(c: Context, asked: string | undefined): Look | undefined {
  const kept = getCookie(c, 'look');
  if (asked === undefined) return isLook(kept) ? kept : undefined;
  const look = isLook(asked) ? asked : undefined;
  setCookie(c, 'look', look ?? 'system', {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'Lax',
    httpOnly: true,
  });
  return look;
}

/** The same address with another preference: `lang` or `look`. */
export function withPreference(url: URL, name: 'lang' | 'look', value: string): string {
  const query = new URLSearchParams(url.search);
  query.set(name, value);
  return `${url.pathname}?${query}`;
}
