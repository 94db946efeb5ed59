// The API as a program uses it: what it answers, what it refuses, and the document that describes it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ORIGIN, openSite, REVIEW, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
});
after(() => at.close());

const API = '/api/v1';
// biome-ignore lint/suspicious/noExplicitAny: answers are JSON; each test says what it expects of them
type Json = any;
type Answer = { readonly status: number; readonly body: Record<string, Json> };

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await at.site.request(`${ORIGIN}${API}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

test('a question is answered with reasons, a name is found in any script', async () => {
  const { body } = await call('GET', '/find?q=chill%20romance&limit=5');
  assert.ok(body.picks.length > 0 && body.picks.length <= 5);
  assert.ok(body.picks[0].reasons.length > 0);
  assert.equal((await call('GET', '/titles?name=run%20on')).body[0].showId, at.runOn);
});

test('a review is added, read, and deleted', async () => {
  const added = await call('POST', `/titles/${at.runOn}/reviews`, {
    text: REVIEW,
    rating: { value: 8, outOf: 10 },
  });
  assert.equal(added.status, 201);
  const { body } = await call('GET', `/reviews/${added.body.id}`);
  assert.equal(body.review.text, REVIEW);
  assert.ok(
    body.findings.every((one: Json) =>
      one.evidence.every((e: Json) => REVIEW.slice(e.start, e.end) === e.quote),
    ),
  );
  assert.equal((await call('DELETE', `/reviews/${added.body.id}`)).status, 204);
  assert.equal((await call('GET', `/reviews/${added.body.id}`)).status, 404);
});

test('the list and the diary are kept', async () => {
  assert.equal(
    (await call('PUT', `/list/${at.runOn}`, { state: 'watching', episode: 3, rating: 4.5 })).body.episode,
    3,
  );
  assert.equal((await call('PUT', `/list/${at.runOn}`, { rating: null })).body.rating, undefined);
  assert.equal((await call('POST', '/diary', { show: at.runOn, watchedOn: '2026-11-20' })).status, 201);
  assert.equal((await call('GET', '/diary')).body[0].entry.watchedOn, '2026-11-20');
  assert.equal((await call('GET', '/list')).body.length, 1);
  assert.equal((await call('DELETE', `/list/${at.runOn}`)).status, 204);
});

test('what cannot be is refused with one sentence that names it', async () => {
  const cases: readonly [string, string, unknown, number, RegExp][] = [
    ['GET', '/find', undefined, 400, /^q: /],
    ['GET', '/find?q=x&limit=1000', undefined, 400, /^limit: /],
    ['GET', '/titles/nobody', undefined, 404, /nobody/],
    ['POST', '/read', 'not json', 400, /no JSON object/],
    ['POST', '/read', [], 400, /no JSON object/],
    ['POST', '/read', { text: '   ' }, 400, /empty/],
    ['PUT', `/list/${at.runOn}`, { rating: 11 }, 400, /^rating: /],
    ['PUT', `/list/${at.runOn}`, { startedOn: '2026-02-31' }, 400, /^startedOn: /],
    ['GET', '/nonsense', undefined, 404, /openapi\.json/],
  ];
  for (const [method, path, body, status, why] of cases) {
    const answer = await call(method, path, body);
    assert.equal(answer.status, status, `${method} ${path}`);
    assert.match(answer.body.error, why);
  }
  const crossSite = await at.site.request(`${ORIGIN}${API}/read`, {
    method: 'POST',
    body: '{"text":"x"}',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(crossSite.status, 403);
});

test('the OpenAPI document describes every address by the schema that checks it', async () => {
  const { body } = await call('GET', '/openapi.json');
  assert.equal(body.openapi, '3.1.0');
  assert.deepEqual(
    body.paths['/find'].get.parameters.map((one: Json) => [one.name, one.in, one.required]),
    [
      ['q', 'query', true],
      ['limit', 'query', false],
    ],
  );
  const put = body.paths['/list/{id}'].put;
  assert.deepEqual(
    put.parameters.map((one: Json) => [one.name, one.in]),
    [['id', 'path']],
  );
  const rating = JSON.stringify(put.requestBody.content['application/json'].schema.properties.rating);
  assert.match(rating, /"maximum":5.*"multipleOf":0\.5|"multipleOf":0\.5.*"maximum":5/);
  const ids = Object.values<Json>(body.paths).flatMap((path) =>
    Object.values<Json>(path).map((one) => one.operationId),
  );
  assert.equal(new Set(ids).size, ids.length);
});
