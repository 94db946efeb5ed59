// The client against a real server on this machine that is slow, busy, broken, or sends us where we must not go.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type ClientOptions, createClient, type Kept, retryAfterMs } from './http.ts';

type Turn = (request: IncomingMessage, response: ServerResponse) => void;
let turns: Turn[] = [];
let seen: IncomingMessage[] = [];
let base = '';
const server = createServer((request, response) => {
  seen.push(request);
  const turn = turns.length > 1 ? turns.shift() : turns[0];
  turn?.(request, response);
});
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
});

const json =
  (value: unknown, headers: Record<string, string> = {}): Turn =>
  (_, response) =>
    response.writeHead(200, headers).end(JSON.stringify(value));
const status =
  (code: number, headers: Record<string, string> = {}): Turn =>
  (_, response) =>
    response.writeHead(code, headers).end();

/** A client for which time passes at once, and what it waited for. */
function impatient(options: ClientOptions = {}) {
  const waits: number[] = [];
  let clock = 0;
  const client = createClient({
    privateHosts: [new URL(base).host],
    random: () => 0,
    now: () => clock,
    wait: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    ...options,
  });
  return { waits, get: (path = '/', paceMs = 0) => client.getJson({ url: base + path, paceMs }) };
}

test('a good answer is JSON, packed or not', async () => {
  const { get } = impatient();
  turns = [json({ name: '런 온' })];
  assert.deepEqual(await get(), { kind: 'json', json: { name: '런 온' } });
  turns = [
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify({ a: 1 }))),
  ];
  assert.deepEqual(await get(), { kind: 'json', json: { a: 1 } });
});

test('429 and 500 are asked again after as long as they say, or ever longer', async () => {
  const { get, waits } = impatient();
  turns = [status(429, { 'retry-after': '7' }), status(500), status(503), json({ ok: true })];
  assert.deepEqual(await get(), { kind: 'json', json: { ok: true } });
  assert.deepEqual(waits, [7000, 2000, 4000]);
});

test('after four tries, or when told to come back much later, it is given up with a sentence', async () => {
  const stubborn = impatient();
  turns = [status(500)];
  const failed = await stubborn.get();
  assert.ok(failed.kind === 'problem' && failed.code === 'busy', JSON.stringify(failed));
  assert.match(failed.message, /status 500; asked 4 times/);
  assert.equal(seen.length, 4);
  const late = impatient();
  turns = [status(429, { 'retry-after': '3600' })];
  const answer = await late.get();
  assert.ok(answer.kind === 'problem' && /come back in 3600 seconds/.test(answer.message));
  assert.deepEqual(late.waits, []);
});

test('what will not change by asking again is not asked again', async () => {
  const cases: readonly [Turn, string][] = [
    [status(404), 'missing'],
    [status(401), 'refused'],
    [status(400), 'refused'],
    [(_, response) => response.writeHead(200).end('{"half":'), 'broken'],
    [(_, response) => response.writeHead(200).end('<html>'), 'broken'],
    [(_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'), 'broken'],
  ];
  for (const [turn, expected] of cases) {
    seen = [];
    turns = [turn];
    const answer = await impatient().get();
    assert.equal(answer.kind === 'problem' ? answer.code : answer.kind, expected);
    assert.equal(seen.length, 1, expected);
  }
});

test('a slow answer, one that never ends and one that breaks off are given up', async () => {
  const slow = impatient({ timeoutMs: 60 });
  turns = [() => {}];
  const nothing = await slow.get();
  assert.ok(nothing.kind === 'problem' && nothing.code === 'slow', JSON.stringify(nothing));
  turns = [(_, response) => response.writeHead(200).write('{"a":')];
  const half = await slow.get();
  assert.ok(half.kind === 'problem' && half.code === 'slow', JSON.stringify(half));
  turns = [(request) => request.socket.destroy()];
  const broken = await impatient().get();
  assert.ok(broken.kind === 'problem' && broken.code === 'unreachable', JSON.stringify(broken));
});

test('size is limited, also of what unpacks to more than it seems', async () => {
  const { get } = impatient({ limitBytes: 100_000 });
  turns = [json('x'.repeat(100_001))];
  const large = await get();
  assert.ok(large.kind === 'problem' && large.code === 'too-large');
  turns = [
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 32))),
  ];
  const bomb = await get();
  assert.ok(bomb.kind === 'problem' && bomb.code === 'too-large');
});

test('what was sent before need not be sent again', async () => {
  const memory = new Map<string, Kept>();
  const { get } = impatient({
    memory: {
      find: async (url) => memory.get(url),
      save: async (url, kept) => {
        memory.set(url, kept);
      },
    },
  });
  turns = [
    json({ a: 1 }, { etag: '"one"', 'last-modified': 'Sun, 22 Nov 2026 12:00:00 GMT' }),
    status(304),
    json({ a: 2 }, { etag: '"two"' }),
    status(304),
  ];
  for (const expected of [1, 1, 2, 2])
    assert.deepEqual(await get('/same'), { kind: 'json', json: { a: expected } });
  assert.deepEqual(
    seen.map(({ headers }) => headers['if-none-match']),
    [undefined, '"one"', '"one"', '"two"'],
  );
  assert.equal(seen[1]?.headers['if-modified-since'], 'Sun, 22 Nov 2026 12:00:00 GMT');
});

test('requests to one host keep their distance', async () => {
  const { get, waits } = impatient();
  turns = [json(1)];
  await Promise.all([get('/1', 500), get('/2', 500), get('/3', 500)]);
  assert.deepEqual(waits.toSorted(), [500, 500]);
});

test('addresses of this house are not asked unless that is allowed', async () => {
  turns = [json(1)];
  const { port } = new URL(base);
  for (const host of ['127.0.0.1', '[::1]', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
    const client = createClient();
    const answer = await client.getJson({ url: `http://${host}:${port}/`, paceMs: 0 });
    assert.ok(answer.kind === 'problem' && answer.code === 'private', `${host}: ${JSON.stringify(answer)}`);
  }
  assert.equal(seen.length, 0);
});

test('a name is looked up once, and what was checked is what is connected to', async () => {
  turns = [json(1)];
  let lookups = 0;
  // The second answer would be this machine: it must never be asked for.
  const rebinding = ((_name: string, _options: object, done: (...answer: unknown[]) => void) => {
    lookups++;
    done(null, [{ address: lookups === 1 ? '10.0.0.1' : '127.0.0.1', family: 4 }]);
  }) as unknown as NonNullable<ClientOptions['lookup']>;
  const client = createClient({ lookup: rebinding });
  const { port } = new URL(base);
  const answer = await client.getJson({ url: `http://source.example:${port}/`, paceMs: 0 });
  assert.ok(answer.kind === 'problem' && answer.code === 'private', JSON.stringify(answer));
  assert.equal(lookups, 1);
  assert.equal(seen.length, 0);
});

test('redirects are followed, each checked anew, without the key and not for ever', async () => {
  const { get } = impatient();
  turns = [status(301, { location: '/there' }), json({ at: 'there' })];
  assert.deepEqual(await get(), { kind: 'json', json: { at: 'there' } });
  turns = [status(302, { location: '/again' })];
  const endless = await get();
  assert.ok(endless.kind === 'problem' && /without end/.test(endless.message));
  for (const location of ['file:///etc/passwd', 'http://user:word@127.0.0.1/', 'http://[', 'gopher://x/']) {
    turns = [status(302, { location })];
    const answer = await get();
    assert.ok(answer.kind === 'problem' && answer.code === 'refused', location);
  }
});

test('a redirect to another host of this house is stopped, and one elsewhere goes without the key', async () => {
  const { port } = new URL(base);
  turns = [status(302, { location: `http://localhost:${port}/secrets` }), json('secret')];
  const ask = { url: `${base}/`, paceMs: 0, headers: { key: 'k' } };
  const stopped = await createClient({ privateHosts: [`127.0.0.1:${port}`] }).getJson(ask);
  assert.ok(stopped.kind === 'problem' && stopped.code === 'private', JSON.stringify(stopped));
  assert.equal(seen.length, 1);

  turns = [status(302, { location: `http://localhost:${port}/moved` }), json('moved')];
  const both = createClient({ privateHosts: [`127.0.0.1:${port}`, `localhost:${port}`] });
  assert.deepEqual(await both.getJson(ask), { kind: 'json', json: 'moved' });
  assert.deepEqual(
    seen.map(({ headers }) => headers.key),
    ['k', 'k', undefined],
  );
});

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const cases: readonly [string | undefined, number | undefined][] = [
    [undefined, undefined],
    ['0', 0],
    ['120', 120_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
  ];
  for (const [header, expected] of cases) assert.equal(retryAfterMs(header, now), expected, header);
});
