// The page of a year: pictures with names and descriptions, the same numbers in tables, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editShow } from '../src/guide/add-show.ts';
import { logDiary } from '../src/guide/diary.ts';
import { openSite, type TestSite } from './open-site.ts';

let at: TestSite;
before(async () => {
  at = await openSite();
  await editShow(at.guide, at.runOn, { minutes: 75 });
  const film = [...at.guide.shelf.shows.values()].find(({ kind }) => kind === 'film')!;
  for (const watchedOn of ['2026-01-05', '2026-01-06', '2026-03-01'])
    await logDiary(at.guide, { showId: at.runOn, watchedOn, episode: 1 });
  await logDiary(at.guide, { showId: film.id, watchedOn: '2026-03-02' });
  await logDiary(at.guide, { showId: film.id, watchedOn: '2025-07-01' });
});
after(() => at.close());

test('a year tells hours, countries and feels, in pictures and in numbers', async () => {
  const page = await at.text('/year/2026');
  assert.match(page, /4 lines in the diary, 2 titles, 3\.8 hours\./);
  const pictures = [
    ...page.matchAll(/<svg class="year-picture"[^>]*role="img" aria-labelledby="(\S+) (\S+)">/g),
  ];
  assert.equal(pictures.length, 3);
  for (const [, title, text] of pictures) {
    assert.match(page, new RegExp(`<title id="${title}">[^<]+</title>`));
    assert.match(page, new RegExp(`<desc id="${text}">[^<]+</desc>`));
  }
  assert.match(page, /<desc id="months-d">January: 2\.5 hours, March: 1\.3 hours<\/desc>/);
  assert.match(page, /<th scope="row">South Korea<\/th><td class="number">3\.8<\/td>/);
  assert.match(page, /1 line is left out/);
  assert.match(page, /<th scope="row">chill<\/th>/);
  assert.match(page, /href="\/year\/2025"/);
});

test('the same in Korean, an empty year, and years that are none', async () => {
  const korean = await at.text('/year/2026', { 'accept-language': 'ko' });
  assert.match(korean, /나의 2026년[\s\S]*대한민국/);
  assert.match(await at.text('/year/1999'), /Nothing in the diary of 1999/);
  for (const wrong of ['/year/26', '/year/abcd', '/year/20266'])
    assert.equal((await at.get(wrong)).status, 404, wrong);
  assert.equal((await at.get('/year')).status, 302);
  assert.match(await at.text('/diary'), /href="\/year\/2026"/);
  assert.deepEqual(at.logged, []);
});
