// The newcomer's way through the site, told once: paste, keep, plan, watch, undo, find again, set right. Who walks it
// (pointer, finger or keyboard; with script or without; in which language) is the test's matter.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Messages } from '../../src/web/messages/languages.ts';

export type Hands = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, words: string) => Promise<void>;
};

export type Newcomer = {
  readonly page: Page;
  readonly messages: Messages;
  readonly hands: Hands;
  readonly hasScript: boolean;
  /** A review of Run On with feels in it; `hasSpoiler`: it gives something away. */
  readonly review: string;
  readonly hasSpoiler: boolean;
  /** Looked at on every page. */
  readonly look?: (page: Page, where: string) => Promise<void>;
};

export const pointer: Hands = {
  press: (target) => target.click(),
  write: async (target, words) => {
    await target.click();
    await target.fill(words);
  },
};

export const finger: Hands = {
  press: (target) => target.tap(),
  write: async (target, words) => {
    await target.tap();
    await target.fill(words);
  },
};

const MOST_TABS = 400;

async function reach(target: Locator): Promise<void> {
  const page = target.page();
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => {
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        const around = element.closest('form, label, li, p');
        const ring = around === null ? 'none' : getComputedStyle(around).outlineStyle;
        return outlineStyle !== 'none' || boxShadow !== 'none' || ring !== 'none';
      });
      assert.ok(outline, `one sees where the focus is: ${await target.evaluate((one) => one.outerHTML)}`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached by the Tab key: ${target}`);
}

export const keyboard: Hands = {
  press: async (target) => {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (target, words) => {
    await reach(target);
    await target.page().keyboard.press('Control+A');
    await target.page().keyboard.insertText(words);
  },
};

const QUESTIONS = ['런 온', 'Im Siwan', 'chill Korean romance, not too angsty'];

export async function walk(newcomer: Newcomer): Promise<void> {
  const { page } = newcomer;
  const look = async (where: string): Promise<void> => newcomer.look?.(page, where);
  await page.goto('/');
  await look('front page');
  await pasteReview(newcomer);
  await look('writing');
  await keepReview(newcomer);
  await look('review');
  if (newcomer.hasSpoiler) await seeSpoilersCovered(newcomer);
  await planAndWatch(newcomer);
  await look('title');
  for (const question of QUESTIONS) await findAgain(newcomer, question);
  await look('answers');
  await rejectOne(newcomer);
}

const name = (role: 'link' | 'button', page: Page, words: string): Locator =>
  page.getByRole(role, { name: words, exact: true });

async function pasteReview({ page, messages, hands, hasScript, review }: Newcomer): Promise<void> {
  await hands.press(name('link', page, messages.shell.write));
  await page.waitForURL('**/write');
  await hands.write(page.getByLabel(messages.write.text, { exact: true }), review);
  // Without script a preview shows what is read; with it nothing need be pressed.
  if (!hasScript) await hands.press(name('button', page, messages.write.preview));
  const items = page.locator('[data-panel] .read-list li');
  await items.first().waitFor();
  const count = await items.count();
  assert.ok(count >= 8, `${count} things are read`);
  const drawn = hasScript ? '[data-mirror]' : '[data-preview-review]';
  await page.locator(`${drawn} .m`).first().waitFor();
  await everyNoteUnderlined(page.locator(drawn), count, review);
  // Nobody was asked: the text says which title it is about.
  await page.locator('[data-panel] .subject').getByRole('link', { name: 'Run On', exact: true }).waitFor();
}

/** Each note has its words underlined, and these words stand in the text. */
async function everyNoteUnderlined(sheet: Locator, count: number, review: string): Promise<void> {
  const marks = await sheet.evaluate((element, most) => {
    const words = (n: number): string[] =>
      [...element.querySelectorAll(`.m${n}`)].map((mark) => {
        const copy = mark.cloneNode(true) as Element;
        for (const note of copy.querySelectorAll('.notes')) note.remove();
        return copy.textContent ?? '';
      });
    return Array.from({ length: most }, (_, index) => words(index + 1));
  }, count);
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const prose = plain(review);
  for (const [index, words] of marks.entries()) {
    assert.ok(words.length > 0, `note ${index + 1} of ${count} has words underlined`);
    for (const word of words)
      assert.ok(prose.includes(plain(word)), `underlined and not in the text: ${word}`);
  }
}

async function keepReview({ page, messages, hands, review }: Newcomer): Promise<void> {
  await hands.press(name('button', page, messages.write.keep));
  await page.waitForURL(/\/review\/[^/]+$/);
  assert.match(await page.locator('.notice').innerText(), /Run On/);
  const count = await page.locator('.pencilled .note').count();
  await everyNoteUnderlined(page.locator('.pencilled'), count, review);
}

async function seeSpoilersCovered({ page, messages, hands }: Newcomer): Promise<void> {
  const inkOf = (): Promise<readonly boolean[]> =>
    page.locator('.pencilled .veil').evaluateAll((veils) =>
      veils.map((veil) => {
        const words = veil.querySelector('span') ?? veil;
        const { opacity, visibility, color } = getComputedStyle(words);
        return opacity !== '0' && visibility !== 'hidden' && color !== 'rgba(0, 0, 0, 0)';
      }),
    );
  const covered = await inkOf();
  assert.ok(covered.length > 0, 'what gives something away is covered');
  assert.ok(!covered.includes(true), 'nothing of it can be read');
  await hands.press(name('link', page, messages.review.showSpoilers));
  await page.waitForURL('**spoilers=shown');
  assert.equal(await page.locator('.pencilled .veil').count(), 0, 'uncovered when asked for');
  await hands.press(name('link', page, messages.review.hideSpoilers));
  await page.locator('.pencilled .veil').first().waitFor({ state: 'attached' });
}

async function planAndWatch({ page, messages, hands }: Newcomer): Promise<void> {
  await hands.press(page.locator('.kicker a'));
  await page.waitForURL('**/title/**');
  assert.match(await page.locator('h1').innerText(), /Run On\s+런 온/);
  await hands.press(name('button', page, messages.watch.acts.planned));
  await said(page, messages.flash.kept('Run On'));
  const episode = page.locator('#watch input[name=episode][type=number]');
  assert.equal(await episode.inputValue(), '');
  await hands.press(name('button', page, messages.watch.nextOf('Run On')));
  await said(page, messages.flash.episodeSeen('Run On'));
  assert.equal(await episode.inputValue(), '1');
  await hands.press(name('button', page, messages.shell.undo));
  await said(page, messages.flash.undone(''));
  assert.match(page.url(), /\/title\//, 'undoing leads back to where one was');
  assert.equal(await episode.inputValue(), '', 'the episode is taken back');
  await hands.press(page.locator('nav').getByRole('link', { name: messages.shell.list, exact: true }));
  await page.waitForURL('**/list');
  await page.getByRole('link', { name: 'Run On', exact: true }).waitFor();
}

const said = (page: Page, words: string): Promise<void> =>
  page.locator('.notice', { hasText: words }).waitFor();

async function findAgain({ page, messages, hands, hasScript }: Newcomer, question: string): Promise<void> {
  await hands.press(name('link', page, messages.shell.front));
  const box = page.getByLabel(messages.box.question);
  await hands.write(box, question);
  if (hasScript) await page.locator('[data-live] .answer-title', { hasText: 'Run On' }).first().waitFor();
  await box.press('Enter');
  await page.waitForURL('**/find?q=**');
  const titles = await page.locator('.answers .answer-title a').allInnerTexts();
  assert.equal(titles[0], 'Run On', `the first answer to "${question}" of ${titles.join(', ')}`);
}

async function rejectOne({ page, messages, hands, review }: Newcomer): Promise<void> {
  await hands.press(page.locator('.answer-title a', { hasText: 'Run On' }).first());
  await page.waitForURL('**/title/**');
  const excerpt = review.trim().replace(/\s+/g, ' ').slice(0, 60);
  const own = page.locator('#reviews .review-line', { hasText: excerpt });
  await hands.press(own.getByRole('link').first());
  await page.waitForURL('**/review/**');
  const note = page.locator('.pencilled .note.p-feel:not(.is-veiled)').first();
  const id = (await note.getAttribute('id')) ?? '';
  const label = await note.locator('.label').innerText();
  const wrong = note.getByRole('button', { name: messages.parts.note.reject, exact: true });
  // On a phone a note opens under its words when they are touched.
  if (!(await wrong.isVisible())) {
    const number = /\bn(\d+)\b/.exec((await note.getAttribute('class')) ?? '')?.[1];
    await hands.press(page.locator(`.pencilled a.m${number}`).first());
  }
  await hands.press(wrong);
  await said(page, messages.flash.corrected(''));
  assert.equal(await page.locator(`[id="${id}"]`).count(), 0, `"${label}" is gone from the margin`);
  assert.match(await page.locator('.rejected').innerText(), new RegExp(label.replace(/\W/g, '.')));
}
