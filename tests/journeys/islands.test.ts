// What client script adds, in a real browser: answers and a drawn draft while one types, suggestions, notes that light up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage, skip } from './browser.ts';

let stage: Stage;
before(async () => {
  if (skip === false) stage = await openStage();
});
after(async () => {
  if (skip === false) await stage.close();
});

const REVIEW = `Run On (2020) is a series about a runner and a translator, and it took me by surprise.

It is not too angsty and never sappy, and very funny when it wants to be. The acting is natural and the chemistry of the four leads is wonderful. It touches on gender roles and on social class. The second half drags a little.

A perfectly chill show. I recommend it to anyone, any time.`;

test('the answer comes while one types, and a chip takes a wish away', { skip }, async () => {
  const page = await stage.browser.newPage();
  await page.goto(stage.url);
  await page.keyboard.press('/');
  await page.keyboard.type('chill Korean romance');
  await page.waitForSelector('.answers.is-live .answer');
  assert.ok((await page.locator('.chip').count()) >= 2);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/find\?q=/);
  const before = await page.locator('.chip').count();
  await page.click('.chip-remove >> nth=0');
  assert.equal(await page.locator('.chip').count(), before - 1);
  await page.close();
});

test('a title is picked by keys from the suggestions', { skip }, async () => {
  const page = await stage.browser.newPage();
  await page.goto(`${stage.url}/write`);
  await page.click('#w-about');
  await page.keyboard.type('run o');
  await page.waitForSelector('.suggestions li');
  await page.keyboard.press('ArrowDown');
  const active = await page.getAttribute('#w-about', 'aria-activedescendant');
  assert.equal(active, 'w-about-list-0');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.subject p a');
  assert.notEqual(await page.inputValue('#w-about'), 'run o');
  assert.equal(await page.locator('.suggestions').isVisible(), false);
  await page.close();
});

test('the page reads the draft by itself, as the site does, and sends nothing of it', { skip }, async () => {
  const page = await stage.browser.newPage();
  const sent: string[] = [];
  await page.goto(`${stage.url}/write`);
  await page.waitForSelector('live-reading.is-live');
  page.on('request', (request) => sent.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
  await page.fill('#w-text', REVIEW);
  await page.waitForSelector('[data-read] .read-list li');
  const inPage = await page.locator('[data-read] .read-list li').allInnerTexts();
  await page.waitForSelector('[data-subject] .subject');
  assert.ok(sent.every((what) => !what.includes('runner and a translator')));
  const response = await page.request.post(`${stage.url}/write`, {
    form: { text: REVIEW, act: 'preview' },
    headers: { origin: stage.url },
  });
  await page.setContent(await response.text());
  const fromSite = await page.locator('[data-read] .read-list li').allInnerTexts();
  assert.ok(inPage.length >= 10);
  assert.deepEqual(inPage, fromSite);
  await page.close();
});

test('the draft is drawn letter by letter under the field', { skip }, async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${stage.url}/write`);
  await page.fill('#w-text', `${REVIEW}\n\n${REVIEW.replaceAll('.', ';')}`);
  await page.waitForSelector('.mirror .m');
  // The mirror with its marks and notes must break its lines where the bare text does.
  const strays = await page.evaluate(() => {
    const mirror = document.querySelector<HTMLElement>('.mirror');
    const field = document.querySelector<HTMLTextAreaElement>('#w-text');
    if (mirror === null || field === null) return -1;
    const bare = document.createElement('div');
    bare.className = 'mirror';
    bare.textContent = field.value;
    mirror.parentElement?.append(bare);
    const topsOf = (root: Node): number[] => {
      const tops: number[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('.notes') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          tops.push(range.getBoundingClientRect().top);
        }
      return tops;
    };
    const drawn = topsOf(mirror);
    const typed = topsOf(bare);
    if (drawn.length !== typed.length) return -1;
    return typed.filter((top, at) => /\S/.test(field.value[at] ?? '') && Math.abs(top - (drawn[at] ?? 0)) > 3)
      .length;
  });
  assert.equal(strays, 0);
  await page.close();
});

test('field and mirror break their lines alike at any width', { skip }, async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${stage.url}/write`);
  // A field and other text part where their letters are set by different rules; font-kerning was such a one.
  const text =
    `${REVIEW}\n\nSomething to entertain you? Add Run On to your watch list. You can. To Ava, Vera. Yes! `.repeat(
      4,
    );
  const strays = await page.evaluate(async (words) => {
    await document.fonts.ready;
    const sheet = document.querySelector('.draft-sheet');
    const add = <Made extends HTMLElement>(made: Made, letters: (made: Made) => void): Made => {
      made.style.cssText = 'min-height: 0; place-self: start';
      letters(made);
      sheet?.append(made);
      return made;
    };
    const field = add(document.createElement('textarea'), (made) => {
      made.value = words;
    });
    const mirror = add(document.createElement('div'), (made) => {
      made.className = 'mirror';
      made.textContent = words;
    });
    const strays: number[] = [];
    for (let width = 620; width > 280; width -= 1) {
      for (const box of [field, mirror]) box.style.width = `${width}px`;
      if (Math.abs(field.offsetHeight - mirror.offsetHeight) > 2) strays.push(width);
    }
    return strays;
  }, text);
  assert.deepEqual(strays, []);
  await page.close();
});

test('a note lights its words, and on a phone the words open their note', { skip }, async () => {
  const page = await stage.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${stage.url}/review/sample-run-on-1`);
  assert.equal(await page.locator('.note:visible').count(), 0);
  await page.click('.pencilled a.m >> nth=0');
  assert.ok((await page.locator('.note:visible').count()) >= 1);
  await page.close();
});
