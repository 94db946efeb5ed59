// The pages over a real guide: what a person does on them, step by step, without client script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ReviewId } from '../src/core/review.ts';
import { insertReviews } from '../src/store/reviews.ts';
import { openSite, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
});
after(() => at.close());

const where = (response: Response): string => response.headers.get('location') ?? '';
const cookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

test('every page answers in both languages, with one h1, a title and labels', async () => {
  const paths = [
    '/',
    '/find',
    '/find?q=chill+romance',
    '/find?q=xyzzy',
    `/title/${at.runOn}`,
    `/title/${at.runOn}/edit`,
    '/title/new',
    `/review/${at.review}`,
    `/review/${at.review}/edit`,
    '/write',
    '/list',
    '/diary',
    '/calendar',
    '/sources',
    '/year/2026',
    '/for-you',
    '/together',
    '/together?name=Ann&wants=chill&name=Ben&wants=Korean',
    '/bring-in',
    '/about',
  ];
  for (const path of paths)
    for (const language of ['en', 'ko']) {
      const response = await at.get(path, { 'accept-language': language });
      const page = await response.text();
      assert.equal(response.status, 200, path);
      assert.match(page, new RegExp(`^<!doctype html>\\s*<html lang="${language}">`), path);
      assert.equal(page.match(/<h1\b/g)?.length, 1, `${path}: one h1`);
      assert.match(page, /<title>[^<]+<\/title>/);
      assert.doesNotMatch(page, /\sstyle=|<style|\son[a-z]+=|javascript:/i, `${path}: nothing inline`);
      assert.doesNotMatch(page, /\bundefined\b|\[object|\bNaN\b/, path);
      assert.ok(Buffer.byteLength(page) < 60_000, `${path} has ${Buffer.byteLength(page)} bytes`);
    }
  assert.deepEqual(at.logged, []);
});

test('?lang= is remembered in a cookie and wins over the browser', async () => {
  const first = await at.get('/about?lang=ko', { 'accept-language': 'en' });
  assert.match(await first.text(), /<html lang="ko">/);
  const again = await at.text('/about', { 'accept-language': 'en', cookie: cookies(first) });
  assert.match(again, /<html lang="ko">/);
  assert.match(await at.text('/about?lang=xx'), /<html lang="en">/);
});

test('?look= is remembered until the system is to decide again', async () => {
  const night = await at.get('/about?look=dark');
  assert.match(await night.text(), /data-theme="dark"/);
  assert.match(await at.text('/about', { cookie: cookies(night) }), /data-theme="dark"/);
  const system = await at.get('/about?look=system', { cookie: cookies(night) });
  assert.doesNotMatch(await system.text(), /data-theme/);
  assert.doesNotMatch(await at.text('/about', { cookie: cookies(system) }), /data-theme/);
  assert.doesNotMatch(await at.text('/about?look=%22%3E%3Cscript%3E'), /data-theme|"><script>/);
});

test('a show is found by name in any script, by mood, and by who is in it', async () => {
  for (const words of ['런 온', 'run on', 'Runon', 'chill romance, not too angsty', 'Im Siwan', '임시완']) {
    const page = await at.text(`/find?q=${encodeURIComponent(words)}`);
    assert.match(page, new RegExp(`href="/title/${at.runOn}"`), words);
  }
});

test('chips say what was understood and lead to the question without it', async () => {
  const page = await at.text('/find?q=chill+romance');
  assert.match(page, /class="chip-text">chill</);
  assert.match(page, /class="chip-link chip-remove" href="\/find\?q=romance"/);
});

test('a review is pasted, previewed, kept, and taken back', async () => {
  const draft = { about: 'Run On', text: 'A warm, funny show.\r\n\r\nThe music is wonderful.' };
  const preview = await at.post('/write', { ...draft, act: 'preview' });
  assert.equal(preview.status, 200);
  assert.match(await preview.text(), /class="pencilled prose"/);

  const kept = await at.post('/write', { ...draft, act: 'keep' });
  assert.equal(kept.status, 303);
  assert.match(where(kept), /^\/review\//);
  const page = await at.text(where(kept), { cookie: cookies(kept) });
  assert.match(page, /class="m m1 /);
  assert.match(page, /class="notice is-done"/);

  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const undone = await at.post('/undo', { undo });
  assert.equal(undone.status, 303);
  assert.equal((await at.get(where(kept))).status, 404);
});

test('line ends of the form are taken back to what was typed', async () => {
  const kept = await at.post('/write', { about: 'Run On', text: 'First line.\r\nSecond line.', act: 'keep' });
  const id = decodeURIComponent(where(kept).slice('/review/'.length));
  const edit = await at.text(`/review/${id}/edit`);
  assert.match(edit, /First line\.\nSecond line\.<\/textarea>/);
  await at.post(`/review/${id}/delete`, {});
});

test('without a title, or with one that fits several, it is asked which is meant', async () => {
  const nameless = await at.post('/write', { text: 'Very good.', act: 'keep' });
  assert.equal(nameless.status, 400);
  const unknown = await at.post('/write', { text: 'Very good.', about: 'Qqqqq Zzzzz', act: 'keep' });
  assert.equal(unknown.status, 400);
  assert.match(await unknown.text(), /\/title\/new\?title=Qqqqq%20Zzzzz/);
  const empty = await at.post('/write', { text: '  ', about: 'Run On', act: 'keep' });
  assert.equal(empty.status, 400);
  assert.match(await empty.text(), /role="alert"/);
});

test('a finding is confirmed, rejected, changed and taken back', async () => {
  const path = `/review/${at.review}`;
  const key = /name="reject" value="(feel\|chill\|1)"/.exec(await at.text(path))?.[1] ?? '';
  assert.notEqual(key, '');
  const rejected = await at.post(`${path}/correct`, { reject: key });
  assert.equal(rejected.status, 303);
  assert.match(await at.text(path), /class="rejected"/);
  await at.post(`${path}/correct`, { clear: key });
  assert.doesNotMatch(await at.text(path), /class="rejected"/);

  const change = await at.text(`${path}/change?key=${encodeURIComponent(key)}`);
  assert.match(change, /<select id="c-term"/);
  const changed = await at.post(`${path}/change`, { key, kind: 'feel', term: 'cute', degree: 'd2' });
  assert.equal(changed.status, 303);
  assert.match(await at.text(path), /very cute/);
  assert.equal(
    (await at.post(`${path}/change`, { key, kind: 'feel', term: 'nonsense', degree: 'd2' })).status,
    400,
  );
  assert.equal((await at.post(`${path}/change`, { key, kind: 'nothing' })).status, 400);
  await at.post(`${path}/correct`, { clear: key });
});

test('the list: plan, one more episode, rating, off again, and undo', async () => {
  const path = `/title/${at.runOn}`;
  assert.equal((await at.post(`${path}/watch`, { state: 'planned', isNew: 'yes' })).status, 303);
  assert.match(await at.text('/list'), /Run On/);
  const next = await at.post(`${path}/watch`, { episode: '1', state: 'watching', back: '/list' });
  assert.equal(where(next), '/list');
  assert.match(await at.text('/list'), /episode 1 of 16/);
  await at.post(`${path}/watch`, { rating: '4.5', note: 'Lovely.' });
  assert.match(await at.text('/list'), /4\.5 of 5[\s\S]*Lovely\./);
  assert.equal((await at.post(`${path}/watch`, { rating: '11' })).status, 400);
  assert.equal((await at.post(`${path}/watch`, { episode: '99' })).status, 400);
  assert.equal((await at.post(`${path}/watch`, { startedOn: '2024-02-30' })).status, 400);

  const removed = await at.post(`${path}/unwatch`, {});
  const page = await at.text(where(removed), { cookie: cookies(removed) });
  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? '';
  assert.doesNotMatch(await at.text('/list'), /class="watch-item"/);
  await at.post('/undo', { undo });
  assert.match(await at.text('/list'), /Lovely\./);
});

test('a redirect never leaves the site', async () => {
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\u0000b',
  ]) {
    const response = await at.post(`/title/${at.runOn}/watch`, { state: 'planned', back });
    assert.equal(where(response), `/title/${at.runOn}`, back);
  }
});

test('a day is logged in the diary and removed from it', async () => {
  const form = { watchedOn: '2026-03-09', episode: '3' };
  assert.equal((await at.post(`/title/${at.runOn}/log`, form)).status, 303);
  const page = await at.text('/diary');
  assert.match(page, /March 2026/);
  assert.match(page, /episode 3/);
  const action = /action="(\/diary\/[^"]+\/delete)"/.exec(page)?.[1] ?? '';
  assert.equal((await at.post(action, {})).status, 303);
  assert.doesNotMatch(await at.text('/diary'), /episode 3/);
  assert.equal((await at.post(`/title/${at.runOn}/log`, { watchedOn: 'yesterday' })).status, 400);
});

test('a title is added by hand, edited, and refused when it says impossible things', async () => {
  const added = await at.post('/title/new', {
    title: 'Hello, My Twenties!',
    native: '청춘시대',
    kind: 'series',
    countries: 'kr',
    credits: 'Han Ye-ri; actor; Yoon Jin-myung\nPark Yeon-seon; writer',
  });
  assert.equal(added.status, 303);
  assert.match(await at.text(where(added)), /청춘시대[\s\S]*Han Ye-ri/);
  assert.match(await at.text('/find?q=%EC%B2%AD%EC%B6%98%EC%8B%9C%EB%8C%80'), /Hello, My Twenties!/);
  const edited = await at.post(`${where(added)}/edit`, {
    title: 'Age of Youth',
    kind: 'series',
    episodes: '12',
  });
  assert.equal(edited.status, 303);
  assert.match(await at.text(where(added)), /Age of Youth/);
  for (const wrong of [
    { title: '' },
    { title: 'X', year: 'soon' },
    { title: 'X', countries: 'Korea' },
    { title: 'X', credits: 'A; juggler' },
  ]) {
    const refused = await at.post('/title/new', { kind: 'series', ...wrong });
    assert.equal(refused.status, 400, JSON.stringify(wrong));
    assert.match(await refused.text(), /role="alert"/);
  }
});

test('a file is looked at first and kept second; nothing is kept before', async () => {
  const send = (fields: Record<string, string | File>): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return Promise.resolve(at.site.request('http://localhost:4100/bring-in', { method: 'POST', body }));
  };
  const lines = '{"id":"dark","title":"Dark","kind":"series","year":2017}\nnot json\n';
  const looked = await send({ act: 'preview', file: new File([lines], 'shows.jsonl') });
  const page = await looked.text();
  assert.equal(looked.status, 200, page);
  assert.match(page, /class="problems"/);
  assert.equal((await at.get('/title/dark')).status, 404);
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const kept = await send({ act: 'keep', token });
  assert.equal(kept.status, 303);
  assert.match(await at.text(where(kept)), /class="section import-report"/);
  assert.equal((await at.get('/title/dark')).status, 200);
  assert.equal((await send({ act: 'keep', token })).status, 400);
  assert.equal((await send({ act: 'preview', file: new File(['%PDF-1.7\u0000'], 'a.pdf') })).status, 400);
  const all = await at.get('/export.zip');
  assert.equal(all.headers.get('content-type'), 'application/zip');
  assert.match(all.headers.get('content-disposition') ?? '', /^attachment/);
});

test('the samples are counted and go with one click, and come back with another', async () => {
  assert.match(await at.text('/about'), /There are no samples/);
  await insertReviews(at.guide.store.db, [
    { id: 'sample-1' as ReviewId, showId: at.runOn, text: 'Warm and funny.', isSample: true },
  ]);
  assert.match(await at.text('/about'), /1 review here is a sample/);
  const removed = await at.post('/about/remove-samples', {});
  assert.equal(removed.status, 303);
  const page = await at.text('/about', { cookie: cookies(removed) });
  assert.match(page, /There are no samples/);
  await at.post('/undo', { undo: /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? '' });
  assert.match(await at.text('/about'), /1 review here is a sample/);
  await at.post('/about/remove-samples', {});
});

test('while reviews are read again the page about Runon says how far it is', async () => {
  assert.doesNotMatch(await at.text('/about'), /<progress/);
  at.guide.background.readingAgain = { done: 64, all: 500 };
  assert.match(await at.text('/about'), /64 of 500 so far[\s\S]*<progress value="64" max="500"/);
  delete at.guide.background.readingAgain;
});

test('live answers, names and what a draft is about come as fragments', async () => {
  const answers = await at.text('/api/answers?q=chill');
  assert.match(answers, /^<div class="chips">/);
  const names = (await (await at.get('/api/names?q=run')).json()) as { id: string }[];
  assert.equal(names[0]?.id, at.runOn);
  const subject = await at.text('/api/subject?name=Nobody+Knows+It&name=Run+On');
  assert.match(subject, new RegExp(`>Run On</a>[\\s\\S]*value="${at.runOn}"`));
  assert.match(await at.text('/api/subject?about=Xyzzy+Plugh'), /Xyzzy Plugh/);
  assert.equal(await at.text('/api/subject'), '');
});

test('what another service takes can be downloaded', async () => {
  const links = [...(await at.text('/bring-in')).matchAll(/href="(\/export\/[a-z]+\.zip)"/g)].map(
    ([, url]) => url ?? '',
  );
  assert.equal(links.length, 6);
  for (const url of ['/export.zip', ...links]) {
    const response = await at.get(url);
    assert.equal(response.headers.get('content-type'), 'application/zip', url);
    assert.match(response.headers.get('content-disposition') ?? '', /filename="runon-[\w-]+\.zip"/);
  }
});

test('an answer can be turned a little, and says what cannot be had together', async () => {
  const page = await at.text('/find?q=romance');
  assert.doesNotMatch(page, /contradict/);
  assert.match(
    await at.text('/find?q=sad+but+nothing+sad'),
    /“sad” and “[^”]*sad[^”]*” contradict each other/,
  );
  const chip = /chip-flip" href="(\/find\?q=[^"]+)" aria-label="Turn around: not romantic"/.exec(page)?.[1];
  assert.match(await at.text(chip ?? '/'), /chip is-avoided/);
});

test('pages carry an ETag and are not sent twice', async () => {
  const first = await at.get('/about');
  const etag = first.headers.get('etag') ?? '';
  assert.notEqual(etag, '');
  assert.equal((await at.get('/about', { 'if-none-match': etag })).status, 304);
  assert.match(first.headers.get('cache-control') ?? '', /no-cache/);
});

test('assets are kept for ever under the hash of their bytes; islands carry no types', async () => {
  const page = await at.text('/');
  const urls = [...page.matchAll(/(?:href|src)="(\/(?:assets|fonts)\/[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  assert.ok(urls.length > 5);
  for (const url of urls) {
    const response = await at.get(url);
    assert.equal(response.status, 200, url);
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    const body = url.endsWith('.js') ? await response.text() : '';
    assert.doesNotMatch(body, /: void|from '\.\//, url);
  }
});
