import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { hostName, onlyHosts, onlyOwnForms, secureHeaders } from './security.ts';

test('a host name is taken from a Host header without its port', () => {
  const cases: readonly [string, string | undefined][] = [
    ['127.0.0.1:4100', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['LOCALHOST:80', 'localhost'],
    ['[::1]:4100', '[::1]'],
    ['guide.example', 'guide.example'],
    ['', undefined],
    ['user@localhost', undefined],
    ['localhost/evil', undefined],
    ['a:b:c', undefined],
  ];
  for (const [header, expected] of cases) assert.equal(hostName(header), expected, header);
});

const guarded = new Hono();
guarded.use(
  secureHeaders,
  onlyHosts(['guide.example'], (c) => c.text('host', 421)),
  onlyOwnForms((c) => c.text('site', 403)),
);
guarded.all('/', (c) => c.text('in'));

const ask = async (method: string, headers: Record<string, string>): Promise<number> =>
  (await guarded.request('http://localhost:4100/', { method, headers })).status;

test('only the own names of the site are answered', async () => {
  for (const host of ['localhost:4100', '127.0.0.1:9', '[::1]:4100', 'guide.example', 'Guide.Example:443'])
    assert.equal(await ask('GET', { host }), 200, host);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '0.0.0.0', '169.254.1.1'])
    assert.equal(await ask('GET', { host }), 421, host);
});

test('a post is taken from the own pages only', async () => {
  const host = 'localhost:4100';
  const taken: readonly Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4100' },
    { origin: 'http://localhost:4100' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const headers of taken)
    assert.equal(await ask('POST', { host, ...headers }), 200, JSON.stringify(headers));
  const refused: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:4101' },
    { origin: 'null' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
  ];
  for (const headers of refused)
    assert.equal(await ask('POST', { host, ...headers }), 403, JSON.stringify(headers));
  // Links from other sites are welcome.
  assert.equal(await ask('GET', { host, 'sec-fetch-site': 'cross-site' }), 200);
  // Other ways of changing things are guarded alike.
  assert.equal(await ask('DELETE', { host, origin: 'https://evil.example' }), 403);
});

test('every answer carries the policy, refusals among them', async () => {
  for (const host of ['localhost', 'evil.example']) {
    const { headers } = await guarded.request('http://localhost/', { headers: { host } });
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
  }
});
