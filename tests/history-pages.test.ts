// Bringing a history in on the page: looked at first, chosen, kept, told, taken back; in both languages, without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addShow } from '../src/guide/add-show.ts';
import { diary } from '../src/guide/diary.ts';
import { watchList } from '../src/guide/keep.ts';
import { ORIGIN, openSite, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
  for (const year of [1990, 2015]) await addShow(at.guide, { title: 'Twice Told', kind: 'film', year });
});
after(() => at.close());

const send = (fields: Record<string, string>, file?: { readonly name: string; readonly text: string }) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file !== undefined) body.set('file', new File([file.text], file.name));
  return Promise.resolve(
    at.site.request(`${ORIGIN}/bring-in`, { method: 'POST', body, headers: { origin: ORIGIN } }),
  );
};
const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

const HISTORY = {
  name: 'NetflixViewingHistory.csv',
  text: [
    'Title,Date',
    '"Run On: Season 1: Episode 2","3/14/24"',
    '"Run On: Season 1: Episode 1","3/13/24"',
    '"Twice Told","3/2/24"',
    '"Nowhere Known: Season 1: One","3/1/24"',
  ].join('\n'),
};

test('a history is looked at before it is kept, doubt waits for a choice, and one undo takes all back', async () => {
  const preview = await send({ act: 'preview' }, HISTORY);
  const page = await preview.text();
  assert.equal(preview.status, 200, page);
  assert.match(page, /Netflix viewing activity/);
  assert.match(page, /1 title in doubt/);
  assert.match(page, /1 title new to the guide/);
  assert.match(page, /title and kind/);
  assert.equal((await diary(at.guide)).length, 0);

  const doubt = /name="(title\d+)" aria-label="What to do with Twice Told"/.exec(page)?.[1] ?? '';
  const [, choice = ''] = /value="(show:[^"]+)">Twice Told, 2015/.exec(page) ?? [];
  const kept = await send({ act: 'keep', token: tokenIn(page), [doubt]: choice });
  assert.equal(kept.status, 303);
  const done = await at.text(kept.headers.get('location')!);
  assert.match(done, /What was brought in/);
  assert.equal((await diary(at.guide)).length, 4);
  const list = await watchList(at.guide);
  assert.deepEqual(list.map(({ show, entry }) => [show.title, entry.state, entry.episode]).sort(), [
    ['Nowhere Known', 'watching', undefined],
    ['Run On', 'watching', 2],
    ['Twice Told', 'done', undefined],
  ]);

  // Once more, and a longer file: only what is new; what was chosen is remembered.
  const longer = {
    ...HISTORY,
    text: HISTORY.text.replace('Title,Date', 'Title,Date\n"Run On: Season 1: Episode 3","3/15/24"'),
  };
  const again = await (await send({ act: 'preview' }, longer)).text();
  assert.match(again, /new<\/th><td class="number">1</);
  assert.match(again, /already there<\/th><td class="number">4</);
  assert.doesNotMatch(again, /in doubt/);

  const undo = /name="undo" value="([^"]+)"/.exec(done)?.[1] ?? '';
  assert.equal((await at.post('/undo', { undo })).status, 303);
  assert.equal((await diary(at.guide)).length, 0);
  assert.equal((await watchList(at.guide)).length, 0);
  assert.equal(
    [...at.guide.shelf.shows.values()].some(({ title }) => title === 'Nowhere Known'),
    false,
  );
});

test('what is not settled downloads as a table', async () => {
  const page = await (await send({ act: 'preview', unknown: 'leave' }, HISTORY)).text();
  const csv = await at.text(`/bring-in/unresolved.csv?token=${tokenIn(page)}`);
  assert.match(csv, /^title,kind,year,rows,first line,outcome,choices\r\n/);
  assert.match(csv, /Twice Told,film,,1,4,waiting,/);
  assert.match(csv, /Nowhere Known,series,,1,5,left,/);
  const response = await at.get('/bring-in/unresolved.csv');
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
});

test('the people of a household are told apart, in Korean too', async () => {
  const file = {
    name: 'ViewingActivity.csv',
    text: [
      'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country',
      'Ada,2024-03-01 20:00:00,0:50:00,,Run On: Season 1: Episode 1,,TV,0:50:00,0:50:00,KR',
      'Ada,2024-03-01 19:59:00,0:01:00,,Run On: Season 1 (Trailer),TRAILER,TV,0:01:00,0:01:00,KR',
      'Ben,2024-03-02 20:00:00,0:50:00,,Jerry Maguire,,TV,0:50:00,0:50:00,KR',
    ].join('\n'),
  };
  const asked = await (await send({ act: 'preview' }, file)).text();
  assert.match(asked, /Whose history is it\?/);
  const page = await (await send({ act: 'preview', token: tokenIn(asked), profile: 'Ada' })).text();
  assert.match(page, /Run On/);
  assert.doesNotMatch(page, /Jerry Maguire/);
  assert.match(page, /new<\/th><td class="number">1</);
  assert.match(await at.text('/bring-in?lang=ko'), /가이드에 없는 작품/);
  await at.text('/bring-in?lang=en');
});

test('a table of no known format comes in by its columns', async () => {
  const file = { name: 'mine.csv', text: 'Drama;Seen on;Stars\nRun On;13.03.2024;4,5\n' };
  const asked = await (await send({ act: 'preview' }, file)).text();
  assert.match(asked, /Which column holds what\?/);
  const fields = {
    token: tokenIn(asked),
    'column-title': 'drama',
    'column-watched': 'seen on',
    'column-rating': 'stars',
  };
  const page = await (await send({ act: 'preview', ...fields })).text();
  assert.match(page, /Run On/);
  await send({ act: 'keep', token: tokenIn(page) });
  const [line] = await diary(at.guide);
  assert.deepEqual([line?.entry.watchedOn, line?.entry.rating], ['2024-03-13', 4.5]);
});

test('a token that is gone, and a name that nobody has, are told in a sentence', async () => {
  assert.match(await (await send({ act: 'keep', token: 'gone' })).text(), /Choose the file again/);
  assert.equal((await at.get('/bring-in?work=gone')).status, 404);
  const page = await (await send({ act: 'preview' }, HISTORY)).text();
  const field = /name="(name\d+)"/.exec(page)?.[1] ?? '';
  const refused = await send({ act: 'keep', token: tokenIn(page), [field]: 'No Such Title At All' });
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /There is no title/);
  assert.equal(at.logged.length, 0);
});
