// One message carried over a redirect in a cookie: what was done, to what, and how to take it back. The message is
// named by its key in the catalogue, so that a forged cookie can say nothing of its own but a name, escaped.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { en } from './messages/en.ts';

export type FlashKey = keyof typeof en.flash;
export type Flash = { readonly say: FlashKey; readonly what: string; readonly undo?: string };

const COOKIE = 'flash';
const LIMIT_NAME = 120;

export function setFlash(c: Context, flash: Flash): void {
  const value = JSON.stringify({ ...flash, what: flash.what.slice(0, LIMIT_NAME) });
  setCookie(c, COOKIE, value, { path: '/', maxAge: 60, sameSite: 'Strict', httpOnly: true });
}

/** Reads the message and forgets it. */
export function takeFlash(c: Context): Flash | undefined {
  const value = getCookie(c, COOKIE);
  if (value === undefined) return undefined;
  deleteCookie(c, COOKIE, { path: '/' });
  return parseFlash(value);
}

export function parseFlash(value: string): Flash | undefined {
  try {
    const { say, what, undo } = JSON.parse(value) as Record<string, unknown>;
    if (typeof say !== 'string' || !Object.hasOwn(en.flash, say) || typeof what !== 'string')
      return undefined;
    return {
      say: say as FlashKey,
      what: what.slice(0, LIMIT_NAME),
      ...(typeof undo === 'string' ? { undo: undo.slice(0, LIMIT_NAME) } : {}),
    };
  } catch {
    return undefined;
  }
}
