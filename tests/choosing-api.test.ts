// The API's part that chooses, as a program uses it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addShow } from '../src/guide/add-show.ts';
import { keep } from '../src/guide/keep.ts';
import { ORIGIN, openSite, type TestSite } from './open-site.ts';

let at: TestSite;
let alike = '';
before(async () => {
  at = await openSite();
  alike = (
    await addShow(at.guide, { title: 'Alike', kind: 'series', countries: ['KR'], genres: ['Romance'] })
  ).id;
  await keep(at.guide, at.runOn, { state: 'done', rating: 5 });
});
after(() => at.close());

async function call(method: string, path: string, body?: unknown) {
  const response = await at.site.request(`${ORIGIN}/api/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

test('what may suit, set right and passed over', async () => {
  const before = (await call('GET', '/recommend?limit=3')).body;
  assert.equal(before.picks[0].id, alike);
  assert.deepEqual(before.picks[0].reasons[0].from, [at.runOn]);
  assert.equal((await call('PUT', '/taste/feel%20chill', { says: 'dislikes' })).status, 204);
  const said = (await call('GET', '/recommend')).body.taste[0];
  assert.deepEqual([said.key, said.liking, said.says], ['feel chill', -1, 'dislikes']);
  assert.equal((await call('DELETE', '/taste/feel%20chill')).status, 204);
  assert.equal((await call('PUT', `/passed-over/${alike}`, {})).status, 204);
  assert.deepEqual((await call('GET', '/recommend')).body.picks, []);
  assert.equal((await call('DELETE', `/passed-over/${alike}`)).status, 204);
  assert.equal((await call('DELETE', `/passed-over/${alike}`)).status, 404);
  assert.equal((await call('PUT', '/taste/feel%20qwxz', { says: 'likes' })).status, 404);
  assert.equal((await call('PUT', '/taste/feel%20sad', { says: 'adores' })).status, 400);
});

test('a table chooses; two titles are compared', async () => {
  const people = [
    { name: 'Ann', wants: 'chill' },
    { name: 'Ben', wants: 'Korean', never: 'qwxz' },
  ];
  const { body } = await call('POST', '/choose', { people });
  assert.deepEqual(
    body.picks[0].lines.map(({ name }: { name: string }) => name),
    ['Ann', 'Ben'],
  );
  assert.deepEqual(body.people[1].notUnderstood, ['qwxz']);
  assert.equal((await call('POST', '/choose', { people: people.slice(1) })).status, 400);
  const compared = (await call('GET', `/titles/${at.runOn}/likeness?to=${alike}`)).body;
  assert.ok(compared.likeness > 0 && compared.likeness <= 1);
  assert.deepEqual(compared.shared, ['genre romance']);
  assert.equal((await call('GET', `/titles/${at.runOn}/likeness?to=nowhere`)).status, 404);
});
