// Following what is on, on the pages: next episode, an episode's own page, calendar and its address, other services.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { keep } from '../src/guide/keep.ts';
import { saveSeasons } from '../src/store/seasons.ts';
import { openSite, type TestSite } from './open-site.ts';
import { openSourceServer, type SourceServer } from './source-server.ts';

let at: TestSite;
let server: SourceServer;
before(async () => {
  server = await openSourceServer();
  at = await openSite({ privateHosts: [server.host], bases: { tvmaze: server.tvmaze } });
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await saveSeasons(at.guide.store.db, {
    showId: at.runOn,
    source: 'tvmaze',
    seasons: [
      {
        number: 1,
        episodes: [
          { number: 1, title: 'First lap', airedOn: day(-10) },
          { number: 2, title: 'Second <lap>', airedOn: day(-3) },
        ],
      },
      { number: 2, episodes: [{ number: 1, title: 'Third lap', airedOn: day(4) }] },
    ],
  });
  await keep(at.guide, at.runOn, { state: 'watching' });
});
after(async () => {
  await at.close();
  server.close();
});

test('one more episode from the list, until the next is not out yet', async () => {
  const next = `/title/${at.runOn}/next`;
  assert.match(await at.text('/list'), new RegExp(`action="${next}"[\\s\\S]*\\+1 episode`));
  const done = await at.post(next, { back: '/list' });
  assert.equal(done.headers.get('location'), '/list');
  const list = await at.text('/list');
  assert.match(list, /<progress[^>]*value="1" max="3"/);
  assert.match(list, /1 of 3 episodes seen[\s\S]*1×02 Second &lt;lap&gt;[\s\S]*out now/);
  await at.post(next, { back: '/list' });
  const later = await at.text('/list');
  assert.match(later, /2×01 Third lap[\s\S]*on \d+ \w+ \d{4}/);
  assert.doesNotMatch(later, new RegExp(`action="${next}"`));
  assert.match(await at.text('/diary'), /season 1, episode 2/);
  await at.post('/title/nobody/next', {}).then(({ status }) => assert.equal(status, 404));
});

test('an episode has its page: rated and noted there, seen in the list of all', async () => {
  const path = `/title/${at.runOn}/episodes/1/2`;
  assert.match(await at.text(path), /Second &lt;lap&gt;/);
  const form = { watchedOn: '2026-11-01', rating: '3.5', note: 'Rain <again>.' };
  assert.equal((await at.post(path, form)).status, 303);
  const page = await at.text(path);
  assert.match(page, /1 November 2026[\s\S]*3\.5 of 5[\s\S]*Rain &lt;again&gt;\./);
  assert.match(await at.text(`/title/${at.runOn}/episodes?season=1`), /1×02[\s\S]*3\.5 of 5[\s\S]*seen/);
  assert.equal((await at.post(path, { watchedOn: 'never' })).status, 400);
  for (const wrong of ['/episodes/1/3', '/episodes/x/y', '/episodes/0/1'])
    assert.equal((await at.get(`/title/${at.runOn}${wrong}`)).status, 404, wrong);
  assert.equal((await at.get(`/title/${at.runOn}/episodes?season=99`)).status, 200);
});

test('the calendar shows what comes; its address works until it is taken back', async () => {
  assert.match(await at.text('/calendar'), /Run On[\s\S]*2×01 Third lap[\s\S]*season begins/);
  await at.post('/calendar/address', { act: 'make' });
  const page = await at.text('/calendar', { 'accept-language': 'ko' });
  const address = /value="http:\/\/localhost:4100(\/calendar\/[\w-]+\.ics)"/.exec(page)?.[1] ?? '';
  const answer = await at.get(address);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent');
  assert.equal(events.length, 3);
  const again = await at.get(address, { 'if-none-match': answer.headers.get('etag') ?? '' });
  assert.equal(again.status, 304);
  await at.post('/calendar/address', { act: 'revoke' });
  assert.equal((await at.get(address)).status, 404);
});

test('a watched title is begun once more', async () => {
  await keep(at.guide, at.runOn, { state: 'done' });
  assert.match(await at.text('/list'), /Watch it again/);
  assert.equal((await at.post(`/title/${at.runOn}/again`, { back: '/list' })).status, 303);
  assert.match(await at.text('/list'), /0 of 3 episodes seen/);
});

test('a source is switched on, fetched beside the site, and shown with its attribution', async () => {
  assert.doesNotMatch(await at.text(`/title/${at.runOn}`), /Fetch from/);
  assert.equal((await at.post('/sources/tvmaze', { act: 'on' })).status, 303);
  assert.match(await at.text('/sources'), /TVmaze[\s\S]*Switch off TVmaze/);
  assert.equal((await at.post('/sources/tmdb', { act: 'on' })).status, 400);
  const here = `/title/${at.runOn}`;
  assert.match(await at.text(here), /Fetch from TVmaze/);
  // Nobody waits: the answer comes while the service is still silent.
  let release = (): void => {};
  server.instead = (_, response) => {
    release = () => response.writeHead(404).end('null');
    return true;
  };
  assert.equal((await at.post(`${here}/fetch/tvmaze`, {})).status, 303);
  assert.match(await at.text('/sources'), /Fetching/);
  delete server.instead;
  while (server.asked.length === 0) await new Promise(setImmediate);
  release();
  await Promise.all(at.guide.background.tasks);
  assert.match(await at.text('/sources'), /Last time: .*finds no title that is surely/);

  const added = await at.post('/title/new', { title: 'Lamplight', kind: 'series', year: '2026' });
  const lamplight = added.headers.get('location') ?? '';
  await at.post(`${lamplight}/fetch/tvmaze`, {});
  await Promise.all(at.guide.background.tasks);
  const page = await at.text(lamplight);
  assert.match(page, /A keeper &amp; a stranger share one lamp\./);
  assert.match(page, /Harbour TV, Streamly[\s\S]*licensed under CC BY-SA/);
  assert.match(page, /All episodes/);
  assert.deepEqual(at.logged, []);
});
