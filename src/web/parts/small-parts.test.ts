import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evidenceAnchor, findingAnchor } from './anchors.ts';
import { chips } from './chips.ts';
import { factList, quoteFigure, quoteLine, reasonsTable, themeList } from './claims.ts';
import { progressBar, ratingInput, ratingMark, watchControls } from './controls.ts';
import { fontCss, fontFiles, fontPreloads, hangulFontCss, needsHangulFonts } from './fonts.ts';
import { escapeText, markup, safeAddress, when } from './markup.ts';
import { emptyState, notice, pagination } from './messages-to-reader.ts';
import { styleFiles } from './styles.ts';
import { shorten, widthOf, wrap } from './text-width.ts';

const EVIL = '"><script>alert(1)</script>';
const BAD = 'javascript:alert(1)';

test('the template escapes all it is given, and nothing twice', () => {
  assert.equal(
    markup`<b title="${EVIL}">${'a & b'}</b>`.toString(),
    `<b title="${escapeText(EVIL)}">a &amp; b</b>`,
  );
  assert.equal(
    markup`${markup`<i>${'<'}</i>`}${undefined}${false}${null}${0}${['x', markup`<br>`]}`.toString(),
    '<i>&lt;</i>0x<br>',
  );
  assert.equal(`${when(false, ' open')}${when(1, ' open')}`, ' open');
});

test('only addresses within the site and on the web are linked', () => {
  const good = [
    '/show/1',
    '#f-x',
    '?q=a',
    'https://a.example/',
    'HTTP://a.example',
    'review/1#e2',
    '/find?q=a:b',
  ];
  const bad = [
    BAD,
    ' javascript:x',
    'java\nscript:x',
    'JAVASCRIPT:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'vbscript:x',
    '\u0001javascript:x',
    '/\t/evil.example',
    'file:///etc/passwd',
  ];
  for (const address of good) assert.equal(safeAddress(address), address);
  for (const address of bad) assert.equal(safeAddress(address), undefined, address);
});

test('anchors hold no blank and differ for different keys', () => {
  const keys = [
    'feel|angsty|-1',
    'feel|angsty|1',
    'character|Dan-ah Seo',
    'character|Dan-ah  Seo',
    'fact|title|런 온',
    'fact|title|런 욘',
    `theme|${'x'.repeat(200)}`,
    `theme|${'x'.repeat(201)}`,
  ];
  const anchors = keys.map(findingAnchor);
  assert.equal(new Set(anchors).size, keys.length);
  for (const anchor of anchors) assert.match(anchor, /^f-[a-z0-9-]+$/);
  assert.equal(findingAnchor('feel|angsty|-1'), 'f-feel-angsty--1');
  assert.equal(evidenceAnchor(12), 'e12');
});

test('no part prints what it is told as markup', () => {
  const quote = { text: EVIL, by: EVIL, href: BAD, language: EVIL };
  const words = { liftSpoiler: EVIL };
  const link = { text: EVIL, href: BAD };
  const step = () => EVIL;
  const parts = [
    quoteFigure(quote, words),
    quoteLine({ ...quote, isSpoiler: true }, words),
    reasonsTable([{ wish: EVIL, met: 'met', metWord: EVIL, fact: EVIL, quote }], {
      ...words,
      caption: EVIL,
      wish: EVIL,
      answer: EVIL,
      because: EVIL,
    }),
    factList(
      [
        {
          label: EVIL,
          values: [
            { text: EVIL, href: BAD, sources: [link] },
            { text: EVIL, sources: [] },
          ],
        },
      ],
      { conflict: EVIL },
    ),
    themeList([{ label: EVIL, says: 1, saysText: EVIL, href: BAD }], EVIL),
    chips({
      label: EVIL,
      items: [{ text: EVIL, kind: EVIL, remove: { href: BAD, label: EVIL } }],
      notUnderstood: { label: EVIL, words: [EVIL] },
    }),
    ratingInput({ name: EVIL, legend: EVIL, none: EVIL, stepWord: step }),
    ratingMark(3.5, EVIL),
    progressBar({ label: EVIL, text: EVIL, value: 1, max: 2 }),
    notice({
      kind: 'problem',
      text: EVIL,
      detail: EVIL,
      undo: { action: BAD, word: EVIL, fields: { [EVIL]: EVIL } },
    }),
    emptyState({ title: EVIL, text: EVIL, examples: [link], action: link }),
    pagination({ label: EVIL, place: EVIL, previous: link, next: link }),
  ];
  for (const part of parts) assert.doesNotMatch(part.toString(), /<script|javascript:/);
});

test('a covered quote is within a closed details, a plain one is not', () => {
  const words = { liftSpoiler: 'Show it' };
  assert.match(
    quoteLine({ text: 'She dies', isSpoiler: true }, words).toString(),
    /^<details class="covered"><summary>Show it<\/summary>.*She dies/,
  );
  assert.doesNotMatch(quoteLine({ text: 'Warm' }, words).toString(), /details/);
  assert.match(
    quoteFigure({ text: 'She dies', isSpoiler: true }, words).toString(),
    /<details class="covered">/,
  );
});

test('values that sources dispute are marked, lists of values are not', () => {
  const values = [16, 18].map((text) => ({ text: String(text), sources: [{ text: 'a review' }] }));
  assert.match(factList([{ label: 'Episodes', values }], { conflict: 'disputed' }).toString(), /disputed/);
  assert.doesNotMatch(
    factList([{ label: 'Genre', values, isList: true }], { conflict: 'disputed' }).toString(),
    /disputed/,
  );
  assert.doesNotMatch(
    factList([{ label: 'Episodes', values: values.slice(1) }], { conflict: 'disputed' }).toString(),
    /disputed/,
  );
});

test('rating is asked in half steps, the given one chosen', () => {
  const html = ratingInput({
    name: 'rating',
    legend: 'Rating',
    none: 'none',
    stepWord: String,
    value: 3.5,
  }).toString();
  assert.equal(html.match(/type="radio"/g)?.length, 11);
  assert.match(html, /value="3.5" checked/);
  assert.equal(html.match(/ checked/g)?.length, 1);
  assert.equal(
    ratingMark(3.5, '')
      .toString()
      .match(/is-empty/g)?.length,
    3,
  );
});

test('a film is not asked for episodes; a series is, up to the last', () => {
  const words = {
    state: 's',
    states: { planned: 'p', watching: 'w', done: 'd', dropped: 'x' },
    season: 'Season',
    episode: 'Episode',
    rating: 'r',
    noRating: 'n',
    stepWord: String,
    startedOn: 'a',
    finishedOn: 'b',
    rewatches: 'c',
    note: 'Note',
    more: 'more',
  };
  assert.doesNotMatch(watchControls({ isSeries: false, words }).toString(), /name="episode"/);
  assert.match(
    watchControls({ isSeries: true, episodes: 16, words }).toString(),
    /name="episode" value="" min="0" max="16"/,
  );
  assert.match(watchControls({ isSeries: true, seasons: 2, words }).toString(), /name="season"/);
});

test('text is wrapped and cut to a width', () => {
  assert.deepEqual(wrap('Crash Landing on You', 6), ['Crash', 'Landing on', 'You']);
  for (const text of ['슬기로운 의사생활', 'x'.repeat(500), 'many words '.repeat(40), '']) {
    for (const line of wrap(text, 8)) assert.ok(widthOf(line) <= 8, line);
    assert.equal(wrap(text, 8).join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    assert.ok(widthOf(shorten(text, 8)) <= 8);
  }
  assert.equal(shorten('short', 8), 'short');
});

test('every font has its file and its address once; Latin and Hangul are apart', () => {
  assert.equal(new Set(fontFiles.map(({ url }) => url)).size, fontFiles.length);
  for (const { url, path } of fontFiles) {
    assert.ok(existsSync(path), path);
    assert.ok(`${fontCss}${hangulFontCss}`.includes(`url(${url})`));
  }
  assert.equal(fontPreloads.length, 2);
  for (const url of fontPreloads) assert.ok(fontCss.includes(url));
  assert.ok(fontCss.length < 5_000);
  assert.ok(needsHangulFonts('런 온') && !needsHangulFonts('Run On – “é”'));
});

test('the style sheets are there, ask nothing of other sites, and need no style in markup', () => {
  for (const file of styleFiles) assert.doesNotMatch(readFileSync(file, 'utf8'), /url\(|@import|https?:/);
});
