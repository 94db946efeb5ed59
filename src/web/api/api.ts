// JSON over HTTP under /api/v1, for programs of one's own: what is given is checked, answers are the guide's values as
// they are, and what cannot be done is said in one sentence with the status that fits.
import { type Context, Hono } from 'hono';
import type { Guide } from '../../guide/guide.ts';
import { Refusal } from '../../guide/refusal.ts';
import { STATUS } from '../pages/problem.ts';
import { type Endpoint, pathNames } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openApi } from './openapi.ts';

export const API = '/api/v1';

/** `log` is told of what is nobody's wish: a bug. */
export function createApi(guide: Guide, log: (message: string, cause: unknown) => void): Hono {
  const api = new Hono().basePath(API);
  api.get('/openapi.json', (c) => c.json(openApi(ENDPOINTS, new URL(API, c.req.url).href)));
  for (const one of ENDPOINTS)
    api.on(one.method.toUpperCase(), one.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answerCall(c, guide, one));
  api.all('/*', (c) => c.json({ error: `Nothing is at ${c.req.path}; see ${API}/openapi.json.` }, 404));
  api.onError((error, c) => {
    log(`${c.req.method} ${c.req.path} failed`, error);
    return c.json({ error: 'Runon itself made a mistake; its log says which.' }, 500);
  });
  return api;
}

async function answerCall(c: Context, guide: Guide, { input, method, path, run, status }: Endpoint) {
  const given = method === 'get' || method === 'delete' ? c.req.query() : await bodyOf(c);
  if (given === undefined) return c.json({ error: 'The body is no JSON object.' }, 400);
  const named = Object.fromEntries(pathNames(path).map((name) => [name, c.req.param(name)]));
  const checked = input.safeParse({ ...given, ...named });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return c.json({ error: `${issue?.path.join('.') || 'The request'}: ${issue?.message}.` }, 400);
  }
  try {
    const answer: unknown = await run(guide, checked.data as never);
    return answer === undefined ? c.body(null, 204) : c.json(answer as object, status ?? 200);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ error: [error.message, error.hint].filter(Boolean).join(' ') }, STATUS[error.code]);
  }
}

async function bodyOf(c: Context): Promise<object | undefined> {
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
