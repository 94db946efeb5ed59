// The one polite client for other people's services: keeps to a pace, waits and asks again when told to, says what it
// has already so that it need not be sent again, follows few redirects and checks each, gives up with a sentence.
// It knows no service.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Limits, type RawAnswer, type RequestProblem, requestOnce } from './one-request.ts';

export type SourceProblem = Omit<RequestProblem, 'code'> & {
  readonly code: RequestProblem['code'] | 'busy' | 'refused';
};
export type JsonAnswer =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'missing' }
  | SourceProblem;

/** What was sent before, with the words that let the service say "unchanged". */
export type Kept = { readonly etag?: string; readonly lastModified?: string; readonly body: string };
export type HttpMemory = {
  readonly find: (url: string) => Promise<Kept | undefined>;
  readonly save: (url: string, kept: Kept) => Promise<void>;
};

export type ClientOptions = Partial<Limits> & {
  readonly memory?: HttpMemory;
  /** For tests: how time passes. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly now?: () => number;
  /** From 0 to 1: spreads out those who were told to come back at the same moment. */
  readonly random?: () => number;
};

export type Ask = {
  /** Without anything secret: it is remembered and may be printed. */
  readonly url: string;
  /** Both are sent to this origin only, never along a redirect to another. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly secretQuery?: Readonly<Record<string, string>>;
  /** The least time between two requests to one host. */
  readonly paceMs: number;
};

export type Client = { readonly getJson: (ask: Ask) => Promise<JsonAnswer> };

const DEFAULT_LIMITS: Limits = { timeoutMs: 20_000, limitBytes: 8 * 1024 * 1024, privateHosts: [] };
const TRIES = 4;
const REDIRECTS = 4;
const BACKOFF_MS = 1000;
/** Whoever asks for longer patience is told of, not waited for. */
const LONGEST_WAIT_MS = 60_000;
const AGAIN: readonly number[] = [408, 429, 500, 502, 503, 504];

export function createClient(options: ClientOptions = {}): Client {
  const { now = Date.now, random = Math.random, memory } = options;
  const wait =
    options.wait ?? ((ms: number) => sleep(ms, undefined, options.signal && { signal: options.signal }));
  const limits = { ...DEFAULT_LIMITS, ...options };
  /** By host: before when nothing is sent to it. */
  const quietUntil = new Map<string, number>();

  async function takeTurn(host: string, paceMs: number): Promise<void> {
    const at = Math.max(now(), quietUntil.get(host) ?? 0);
    quietUntil.set(host, at + paceMs);
    if (at > now()) await wait(at - now());
  }

  async function follow(ask: Ask, kept: Kept | undefined): Promise<RawAnswer | SourceProblem> {
    const origin = new URL(ask.url).origin;
    let url = new URL(ask.url);
    for (const [name, value] of Object.entries(ask.secretQuery ?? {})) url.searchParams.set(name, value);
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      await takeTurn(url.host, ask.paceMs);
      const own = url.origin === origin ? { ...ask.headers, ...validators(kept) } : {};
      const answer = await requestOnce(
        url,
        { accept: 'application/json', 'user-agent': AGENT, ...own },
        limits,
      );
      const next = answer.kind === 'answer' ? redirectOf(answer, url) : undefined;
      if (next === undefined) return answer;
      if (next === 'wrong')
        return refused(`${url.host} sends us on to an address that is none, or from https to http.`);
      url = next;
    }
    return refused(`${new URL(ask.url).host} sends us from one address to the next without end.`);
  }

  async function getJson(ask: Ask): Promise<JsonAnswer> {
    const kept = await memory?.find(ask.url);
    const { host } = new URL(ask.url);
    for (let attempt = 1; ; attempt++) {
      const answer = await follow(ask, kept);
      if (answer.kind === 'problem' && !['slow', 'unreachable'].includes(answer.code)) return answer;
      if (answer.kind === 'answer' && !AGAIN.includes(answer.status)) {
        if (answer.status === 304 && kept !== undefined) return readJson(kept.body, host);
        return takeAnswer(ask, answer, memory);
      }
      const asked = answer.kind === 'answer' ? retryAfterMs(answer.headers['retry-after'], now()) : undefined;
      const pause = asked ?? BACKOFF_MS * 2 ** (attempt - 1) * (1 + random() / 2);
      if (attempt === TRIES || pause > LONGEST_WAIT_MS) return givenUp(answer, { host, attempt, asked });
      await wait(pause);
    }
  }
  return {
    getJson: async (ask) => {
      try {
        return await getJson(ask);
      } catch (error) {
        // Waiting for one's turn ends too when everything is to stop.
        if (options.signal?.aborted) return stopped(new URL(ask.url).host);
        throw error;
      }
    },
  };
}

const stopped = (host: string): SourceProblem => ({
  kind: 'problem',
  code: 'stopped',
  message: `${host}: stopped.`,
});

const AGENT = 'Runon (self-hosted; one person or household)';

const refused = (message: string): SourceProblem => ({ kind: 'problem', code: 'refused', message });

function validators(kept: Kept | undefined): Record<string, string> {
  return {
    ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
    ...(kept?.lastModified === undefined ? {} : { 'if-modified-since': kept.lastModified }),
  };
}

/** Where to next; "wrong" where nobody should go; undefined for an answer that is no redirect. */
function redirectOf({ status, headers }: RawAnswer, from: URL): URL | 'wrong' | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  if (!URL.canParse(headers.location, from)) return 'wrong';
  const next = new URL(headers.location, from);
  const isOpen = next.protocol === 'https:' || (next.protocol === 'http:' && from.protocol === 'http:');
  return isOpen && next.username === '' ? next : 'wrong';
}

async function takeAnswer(ask: Ask, answer: RawAnswer, memory: HttpMemory | undefined): Promise<JsonAnswer> {
  const { host } = new URL(ask.url);
  const { status, headers } = answer;
  if (status === 404 || status === 410) return { kind: 'missing' };
  if (status === 401 || status === 403)
    return refused(`${host} refuses us (status ${status}); is the key right?`);
  if (status !== 200) return refused(`${host} answers with status ${status}.`);
  const body = answer.body.toString('utf8');
  const read = readJson(body, host);
  const { etag, 'last-modified': lastModified } = headers;
  if (read.kind === 'json' && (etag !== undefined || lastModified !== undefined))
    await memory?.save(ask.url, {
      body,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    });
  return read;
}

function readJson(body: string, host: string): JsonAnswer {
  try {
    return { kind: 'json', json: JSON.parse(body) };
  } catch {
    return { kind: 'problem', code: 'broken', message: `${host} answers with something that is not JSON.` };
  }
}

/** Seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = /^[A-Z][a-z]/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

function givenUp(
  answer: RawAnswer | SourceProblem,
  {
    host,
    attempt,
    asked,
  }: { readonly host: string; readonly attempt: number; readonly asked: number | undefined },
): SourceProblem {
  const times = attempt === 1 ? 'once' : `${attempt} times`;
  if (answer.kind === 'problem') return { ...answer, message: `${answer.message} Asked ${times}.` };
  const back = asked === undefined ? '' : ` It asks us to come back in ${Math.ceil(asked / 1000)} seconds.`;
  return {
    kind: 'problem',
    code: 'busy',
    message: `${host} answers with status ${answer.status}; asked ${times}.${back}`,
  };
}
