// What arrives from outside is hostile: markup in every field, other hosts, other sites, bodies without end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addReview } from '../src/guide/add-review.ts';
import { addShow } from '../src/guide/add-show.ts';
import { keep } from '../src/guide/keep.ts';
import { ORIGIN, openSite, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
});
after(() => at.close());

const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\`\${7*7}`;
/** The first stretch that a browser would run; what stands between the quotes of an attribute is text. */
const harmIn = (page: string): string | undefined =>
  /<script>alert.{0,40}|<img .{0,40}/.exec(page.replaceAll(/="[^"]*"/g, ''))?.[0];

test('markup in titles, names, reviews, notes and questions is shown, never run', async () => {
  const show = await addShow(at.guide, {
    title: EVIL,
    nativeTitle: EVIL,
    otherTitles: [`${EVIL}2`],
    genres: [EVIL],
    networks: [EVIL],
    kind: 'series',
    credits: [{ name: EVIL, role: 'actor', character: EVIL }],
  });
  const review = await addReview(at.guide, {
    showId: show.id,
    text: `This is a funny show. ${EVIL} [link](javascript:alert(1)) <b>bold</b> <style>*{}</style>\n\n# ${EVIL}`,
    title: EVIL,
    writer: EVIL,
    publication: EVIL,
    source: 'javascript:alert(1)',
  });
  await keep(at.guide, show.id, { note: EVIL });
  const person = at.guide.shelf.shows.get(show.id)?.credits[0]?.personId ?? '';
  assert.notEqual(harmIn(`<p title="a"><img src=x>`), undefined);
  const paths = [
    '/',
    '/list',
    `/title/${show.id}`,
    `/title/${show.id}/edit`,
    `/review/${review.id}`,
    `/review/${review.id}/edit`,
    `/person/${person}`,
    `/find?q=${encodeURIComponent(EVIL)}`,
    `/api/answers?q=${encodeURIComponent(EVIL)}`,
    `/title/new?title=${encodeURIComponent(EVIL)}`,
    `/title/${encodeURIComponent(EVIL)}`,
    `/nowhere/${encodeURIComponent(EVIL)}`,
    `/about?lang=${encodeURIComponent(EVIL)}&x=${encodeURIComponent(EVIL)}`,
  ];
  for (const path of paths) {
    const page = await at.text(path);
    assert.equal(harmIn(page), undefined, path);
    assert.doesNotMatch(page, /href="\s*javascript:/i, path);
    assert.doesNotMatch(page, /<style>|<b>bold/, path);
  }
  const written = await at.post('/write', { about: EVIL, text: EVIL, writer: EVIL, act: 'preview' });
  assert.equal(harmIn(await written.text()), undefined);
  assert.deepEqual(at.logged, []);
});

test('a forged flash cookie says nothing of its own', async () => {
  const forged = encodeURIComponent(JSON.stringify({ say: 'kept', what: EVIL, undo: EVIL }));
  const page = await at.text('/about', { cookie: `flash=${forged}; lang=${EVIL.replaceAll(/[;,\s]/g, '')}` });
  assert.equal(harmIn(page), undefined);
});

test('another host gets nothing, another site may not post', async () => {
  assert.equal((await at.get('/', { host: 'evil.example' })).status, 421);
  assert.doesNotMatch(await at.text('/', { host: 'evil.example' }), /Run On/);
  const path = `/title/${at.runOn}/watch`;
  const crossSite = await at.post(
    path,
    { state: 'dropped' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  );
  assert.equal(crossSite.status, 403);
  assert.match(await crossSite.text(), /sent from another site/);
  assert.doesNotMatch(await at.text('/list'), /title\/[^"]*"[^>]*>Run On/);
});

test('a body without end is refused and nothing of it is kept', async () => {
  const response = await at.post('/write', {
    about: 'Run On',
    text: 'a '.repeat(10 * 1024 * 1024),
    act: 'keep',
  });
  assert.equal(response.status, 413);
  assert.match(await response.text(), /<h1/);
});

test('a text of a million letters is read, or refused with one sentence', async () => {
  const response = await at.post('/write', { about: 'Run On', text: 'good '.repeat(250_000), act: 'keep' });
  assert.equal(response.status, 413);
});

test('a title that is not there: 404 with names near it', async () => {
  const response = await at.get('/title/run-onn');
  assert.equal(response.status, 404);
  assert.match(await response.text(), new RegExp(`href="/title/${at.runOn}"`));
  for (const path of [
    '/review/none',
    '/person/none',
    '/nowhere',
    '/title/none/edit',
    '/review/none/change?key=x',
    '/assets/none.js',
    '/fonts/../package.json',
  ])
    assert.equal((await at.get(path)).status, 404, path);
  assert.equal((await at.post('/title/none/watch', { state: 'planned' })).status, 404);
  assert.equal((await at.post('/undo', { undo: 'none' })).status, 404);
});

test('addresses and forms that make no sense get a 4xx, never a 500', async () => {
  const odd = [
    `${ORIGIN}/title/%`,
    `${ORIGIN}/title/%E0%A4%A`,
    `${ORIGIN}/find?q=%`,
    `${ORIGIN}/find?q=%ff&n=-1`,
    `${ORIGIN}/diary?from=abc`,
    `${ORIGIN}/find?n=1e99&q=a`,
  ];
  for (const url of odd) assert.ok((await at.site.request(url)).status < 500, url);
  const bodies: readonly [string, string][] = [
    ['application/json', '{"a":'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['text/plain', 'x'],
  ];
  for (const [type, body] of bodies)
    for (const path of ['/write', '/bring-in', '/undo', `/title/${at.runOn}/watch`]) {
      const response = await at.site.request(ORIGIN + path, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      assert.ok(response.status < 500, `${path} ${type}: ${response.status}`);
    }
  assert.equal((await at.site.request(`${ORIGIN}/about`, { method: 'DELETE' })).status, 404);
  assert.deepEqual(at.logged, []);
});
