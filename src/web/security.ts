// What is refused before a page is asked: other hosts, posts from other sites, bodies too large. And the headers that
// every answer carries.
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('content-security-policy', POLICY);
  headers.set('x-content-type-options', 'nosniff');
  // "no-referrer" would make browsers send "Origin: null" with our own forms.
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
};

const OWN_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/** The host name of a Host header or origin, without port; undefined when it is none. */
export function hostName(host: string): string | undefined {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^:/?#@\s]+)(?::\d{1,5})?$/.exec(host);
  return match?.[1]?.toLowerCase();
}

/** A page of another name that points at this machine (DNS rebinding) must not read or write here. */
export const onlyHosts = (
  hosts: readonly string[],
  refuse: (c: Parameters<MiddlewareHandler>[0]) => Response | Promise<Response>,
): MiddlewareHandler => {
  const allowed = new Set([...OWN_HOSTS, ...hosts].map((host) => host.toLowerCase()));
  return async (c, next) => {
    const name = hostName(c.req.header('host') ?? new URL(c.req.url).host);
    if (name === undefined || !allowed.has(name)) return refuse(c);
    return next();
  };
};

/**
 * Browsers say where a post comes from: Sec-Fetch-Site, or Origin at least. What says neither is no browser's form
 * and carries nobody's session.
 */
export const onlyOwnForms = (
  refuse: (c: Parameters<MiddlewareHandler>[0]) => Response | Promise<Response>,
): MiddlewareHandler => {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(c);
      if (origin !== undefined && !isOrigin(origin, host)) return refuse(c);
    }
    return next();
  };
};

function isOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
