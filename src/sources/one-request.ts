// One GET over the network, with a deadline and a limit of size, to public addresses only. The name is resolved once,
// what it resolves to is checked, and exactly that is connected to: a name that answers differently a moment later
// (DNS rebinding) gains nothing. Redirects, repeating and waiting are for http.ts.
import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isPublicAddress } from './addresses.ts';

export type ProblemCode = 'private' | 'unreachable' | 'slow' | 'too-large' | 'broken' | 'stopped';
export type RequestProblem = {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly message: string;
};
export type RawAnswer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Limits = {
  /** From the first packet to the last byte. */
  readonly timeoutMs: number;
  /** After unpacking. */
  readonly limitBytes: number;
  /** Hosts ("nas.local:8080") that may lie in our own house. */
  readonly privateHosts: readonly string[];
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
  /** Node's own otherwise. */
  readonly lookup?: typeof systemLookup;
};

const NO_PUBLIC = 'ENOPUBLIC';
const TOO_LARGE = 'ETOOLARGE';

export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
): Promise<RawAnswer | RequestProblem> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const allowsPrivate = limits.privateHosts.includes(url.host);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return problem('private', `${url.protocol}// is not asked, only http and https.`);
  // An address written out is connected to without being looked up.
  if (isIP(host) !== 0 && !allowsPrivate && !isPublicAddress(host)) return isPrivate(host);
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal === undefined ? deadline : AbortSignal.any([deadline, limits.signal]);
  try {
    const response = await openResponse(url, headers, { ...limits, allowsPrivate, signal });
    const body = await readBody(response, limits.limitBytes, signal);
    return { kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (limits.signal?.aborted) return problem('stopped', `${host}: stopped.`);
    if (deadline.aborted)
      return problem('slow', `${host} did not answer within ${limits.timeoutMs / 1000} seconds.`);
    if (code === NO_PUBLIC) return isPrivate(host);
    if (code === TOO_LARGE)
      return problem('too-large', `${host} answers with more than ${limits.limitBytes / 1024 / 1024} MB.`);
    if (code?.startsWith('Z_')) return problem('broken', `The answer of ${host} cannot be unpacked.`);
    return problem('unreachable', `${host} cannot be reached (${code ?? (error as Error).message}).`);
  }
}

const problem = (code: ProblemCode, message: string): RequestProblem => ({ kind: 'problem', code, message });

const isPrivate = (host: string): RequestProblem =>
  problem(
    'private',
    `${host} is an address of this machine or its network, which is not asked unless RUNON_PRIVATE_HOSTS names it.`,
  );

function openResponse(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowsPrivate, lookup = systemLookup, signal }: Limits & { readonly allowsPrivate: boolean },
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, {
      headers: { 'accept-encoding': 'gzip', ...headers },
      // A connection of its own each time: none is taken over that was checked for somebody else.
      agent: false,
      lookup: allowsPrivate ? (lookup as LookupFunction) : publicOnly(lookup),
      ...(signal === undefined ? {} : { signal }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** Gives the public ones of a name's addresses, and fails where there are none. */
const publicOnly =
  (lookup: typeof systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const open = addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = open;
      if (first === undefined)
        return callback(Object.assign(new Error('no public address'), { code: NO_PUBLIC }), '', 0);
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };

async function readBody(response: IncomingMessage, limitBytes: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const keep = new Writable({
    write(part: Buffer, _, done) {
      size += part.length;
      parts.push(part);
      done(size > limitBytes ? Object.assign(new Error('too large'), { code: TOO_LARGE }) : null);
    },
  });
  if (response.headers['content-encoding'] === 'gzip')
    await pipeline(response, createGunzip(), keep, { signal });
  else await pipeline(response, keep, { signal });
  return Buffer.concat(parts);
}
