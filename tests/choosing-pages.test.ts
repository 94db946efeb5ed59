// The pages that choose: what one person may like, and what several can watch together, without client script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addShow } from '../src/guide/add-show.ts';
import { openSite, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
  await addShow(at.guide, {
    title: 'Alike',
    kind: 'series',
    countries: ['KR'],
    genres: ['Romance'],
    minutes: 60,
  });
});
after(() => at.close());

test('the page for you begins with one rating, is set right by a form, and forgets on undo', async () => {
  assert.match(await at.text('/for-you'), /Rate one title/);
  await at.post(`/title/${at.runOn}/watch`, { state: 'done', rating: '5' });
  const page = await at.text('/for-you');
  assert.doesNotMatch(page, /Rate one title/);
  assert.match(page, /More of[\s\S]*<summary>chill<\/summary>[\s\S]*from Run On/);
  const said = await at.post('/taste', { key: 'feel chill', says: 'dislikes' });
  assert.deepEqual([said.status, said.headers.get('location')], [303, '/for-you']);
  assert.match(await at.text('/for-you'), /Less of[\s\S]*<summary>chill<\/summary>[\s\S]*you said so/);
  await at.post('/taste', { key: 'feel chill', says: 'forget' });
  assert.doesNotMatch(await at.text('/for-you'), /you said so/);
});

test('not interested is remembered and can be taken back', async () => {
  const first = /action="(\/title\/[^"]+)\/pass"/.exec(await at.text('/for-you'))?.[1];
  assert.ok(first);
  await at.post(`${first}/pass`, {});
  const page = await at.text('/for-you');
  assert.ok(!page.includes(`${first}/pass"`) && page.includes(`${first}/unpass"`));
  await at.post(`${first}/unpass`, {});
  assert.ok((await at.text('/for-you')).includes(`${first}/pass"`));
});

test('what makes no taste is one sentence', async () => {
  for (const form of [{ key: 'feel qwxz', says: 'likes' }, { key: '', says: '' }, {}]) {
    const response = await at.post('/taste', form as Record<string, string>);
    assert.ok([400, 404].includes(response.status), String(response.status));
  }
  assert.equal((await at.post('/title/nowhere/pass', {})).status, 404);
  assert.deepEqual(at.logged, []);
});

const TABLE =
  'name=Ann&wants=chill&never=horror&seen=&minutes=&name=Ben&wants=Korean&never=&seen=&minutes=90';

test('a table is set by the address alone; the choice is kept by a form and sent as a link', async () => {
  const empty = await at.text('/together');
  assert.equal(empty.match(/<fieldset class="guest"/g)?.length, 2);
  assert.equal(
    (await at.text('/together?name=Ann&name=Ben&more=1')).match(/<fieldset class="guest"/g)?.length,
    3,
  );
  const page = await at.text(`/together?${TABLE}`);
  assert.match(page, /<dt>Ann<\/dt>[\s\S]*<dt>Ben<\/dt>/);
  assert.match(page, /readonly value="[^"]*\/together\?name=Ann/);
  const pick = /name="pick" value="([^"]+)"/.exec(page)?.[1];
  assert.ok(pick);
  const taken = await at.post('/together/take', { table: TABLE, pick });
  assert.equal(taken.status, 303);
  const link = taken.headers.get('location')!;
  assert.match(link, /^\/together\?name=Ann.*&pick=/);
  assert.match(await at.text(link), /You watch[\s\S]*<dt>Ben<\/dt>/);
});

test('a table that is none keeps what was typed and says what is missing', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['name=Ann&wants=funny', /2 to 8 people, not 1/],
    ['name=Ann&wants=&name=&wants=sad', /has no name/],
    ['name=Ann&wants=a&name=Ben&wants=b&seen=Xyzzy', /no title/],
    ['name=Ann&name=Ben&minutes=soon', /whole number/],
    [`${TABLE}&pick=nowhere`, /no title/],
  ];
  for (const [query, sentence] of cases) {
    const response = await at.get(`/together?${query}`);
    const page = await response.text();
    assert.equal(response.status, 400, query);
    assert.match(page, sentence);
    assert.match(page, /value="Ann"/);
  }
  assert.equal((await at.post('/together/take', {})).status, 400);
  assert.deepEqual(at.logged, []);
});

test('a refusal that is not understood is said aloud', async () => {
  const page = await at.text('/together?name=Ann&wants=chill&never=qwxzqwxz&name=Ben&wants=Korean&never=');
  assert.match(page, /Not understood of Ann: qwxzqwxz/);
});
