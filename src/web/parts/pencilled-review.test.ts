import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClaimKind } from '../../core/reading/finding.ts';
import type { Span } from '../../core/text.ts';
import { evidenceAnchor, findingAnchor } from './anchors.ts';
import { CLAIM_KINDS, type KindWords } from './kinds.ts';
import { type PencilledReviewInput, type PencilNote, pencilledReview } from './pencilled-review.ts';
import { visibleText } from './visible-text.test.ts';

const kinds = Object.fromEntries(
  CLAIM_KINDS.map((kind) => [kind, { name: kind, letter: kind[0] }]),
) as unknown as KindWords;
const words = { kinds, liftSpoiler: 'Show', states: { accepted: 'right', replaced: 'changed' } };

const drawn = (
  text: string,
  notes: readonly PencilNote[],
  more: Partial<PencilledReviewInput> = {},
): string => pencilledReview({ text, notes, words, ...more }).toString();
const note = (kind: ClaimKind, spans: readonly Span[], key = `${kind}|${spans[0]?.start}`): PencilNote => ({
  key,
  kind,
  spans,
  label: 'Label',
});
const spanOf = (text: string, quote: string): Span => {
  const start = text.indexOf(quote);
  assert.ok(start >= 0, quote);
  return { start, end: start + quote.length };
};

/** The words that carry a note's line, joined. */
function marked(html: string, index: number): string {
  const pieces: string[] = [];
  for (const match of html.matchAll(new RegExp(`<(a|span) class="m(?:-more)? m${index + 1} `, 'g'))) {
    let depth = 0;
    for (const tag of html.slice(match.index).matchAll(/<\/?(?:a|span)\b[^>]*>/g)) {
      depth += tag[0].startsWith('</') ? -1 : 1;
      if (depth === 0) {
        pieces.push(visibleText(html.slice(match.index, match.index + tag.index + tag[0].length)));
        break;
      }
    }
  }
  return pieces.join('');
}

test('words are underlined where they stand, whatever Markdown lies between', () => {
  const cases: readonly (readonly [text: string, quote: string, marked: string])[] = [
    ['It is very funny.', 'very funny', 'very funny'],
    ['It is **very** funny.', 'very** funny', 'very funny'],
    ['It is \\*very\\* funny.', '\\*very\\* funny', '*very* funny'],
    ['Tom &amp; Jerry &copy; it', 'Jerry &copy; it', 'Jerry © it'],
    ['Fish &amp; chips & more', '& more', '& more'],
    ['> A quote that\n> runs on.', 'that\n> runs', 'that\nruns'],
    ['- one\n  two\n- three', 'one\n  two', 'one\ntwo'],
    ['A line  \nand another', 'line  \nand', 'lineand'],
    ['Carriage\r\nreturns', 'Carriage\r\nret', 'Carriage\r\nret'],
    ['See [the show](https://a.example/x).', 'the show', 'the show'],
    ['Some `code here` too', 'code here', 'code here'],
    ['![a still](https://a.example/p.png) it', 'a still', 'a still'],
    ['\uFEFFStarts with a mark', 'Starts', 'Starts'],
    ['런 온은 편안한 드라마예요.', '편안한 드라마', '편안한 드라마'],
    ['😀 funny 😀 indeed', 'funny 😀', 'funny 😀'],
    ['<b>raw</b> words', '<b>raw', '<b>raw'],
  ];
  for (const [text, quote, wanted] of cases) {
    assert.equal(marked(drawn(text, [note('feel', [spanOf(text, quote)])]), 0), wanted, text);
  }
});

test('spans that overlap each keep their words, and each line is another', () => {
  const text = 'the story of a bold female CEO and a painter';
  const notes = [
    note('relation', [spanOf(text, text)]),
    note('character', [spanOf(text, 'a bold female CEO and')]),
    note('theme', [spanOf(text, 'CEO and a painter')]),
  ];
  const html = drawn(text, notes);
  for (const [index, { spans }] of notes.entries()) {
    assert.equal(marked(html, index), text.slice(spans[0]!.start, spans[0]!.end));
  }
  for (const slot of ['u0', 'u1', 'u2']) assert.match(html, new RegExp(`class="[^"]*${slot}`));
});

test('raw HTML, dangerous addresses and pictures never reach the page', () => {
  const text = [
    '<script>alert(1)</script> <img src=x onerror=alert(1)>',
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//evil.example) [e](JaVaScRiPt:alert(1))',
    '![p](https://track.example/p.png) <https://ok.example> [f](/delete)',
    '',
    '    <style>x</style>',
    '',
    '```html',
    '<iframe src="https://x.example"></iframe>',
    '```',
  ].join('\n');
  const html = drawn(
    text,
    [
      {
        ...note('feel', [{ start: 0, end: 4 }]),
        label: '<script>x</script>',
        detail: '"><img src=y>',
        key: '"><script>',
      },
    ],
    {
      actions: {
        formId: 'f',
        buttons: [{ name: 'accept', word: '<b>' }],
        change: { word: 'c', href: () => 'javascript:alert(1)' },
      },
    },
  );
  const tags = (html.match(/<(?:[^>"]|"[^"]*")*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
  assert.deepEqual(
    tags.filter((tag) => /^<(?:script|img|iframe|style)\b|\son\w+=|\sstyle=/i.test(tag)),
    [],
  );
  const addresses = [...html.matchAll(/\bhref="([^"]*)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(
    addresses.filter((address) => !/^(?:#f-|https:\/\/(?:track|ok)\.example)/.test(address)),
    [],
  );
});

test('a spoiler lies under a cover with a box to lift it, and its notes with it', () => {
  const text = 'A gentle start. In the end **she leaves** him, sadly.';
  const spoiler = note('spoiler', [spanOf(text, 'In the end **she leaves** him')]);
  const feel = note('feel', [spanOf(text, 'she leaves')]);
  const html = drawn(text, [spoiler, feel]);
  assert.match(
    html,
    /<input type="checkbox" class="lift l1" id="lift-1" aria-label="Show"><label class="veil v1" for="lift-1" title="Show">/,
  );
  assert.equal(html.match(/type="checkbox"/g)?.length, 1);
  assert.match(html, /class="note n2 p-feel is-veiled v1"/);
  assert.doesNotMatch(drawn(text, [spoiler, feel], { isUncovered: true }), /veil|lift/);
});

test('every note has its one place and every evidence its anchor', () => {
  const text = 'First thing here.\n\nSecond thing there.';
  const notes = [
    note('feel', [spanOf(text, 'thing'), spanOf(text, 'Second')]),
    note('theme', [{ start: 900, end: 950 }]),
    note('fact', []),
  ];
  const html = drawn(text, notes);
  for (const { key } of notes) assert.equal(html.split(`id="${findingAnchor(key)}"`).length, 2);
  for (const quote of ['thing', 'Second']) {
    assert.equal(html.split(`id="${evidenceAnchor(text.indexOf(quote))}"`).length, 2);
  }
  assert.match(html, /href="#f-feel-6"/);
});

// Letters, marks of Markdown, ends of lines and scripts, so that the parser has something to do.
const proseText = fc
  .array(
    fc.constantFrom(
      'a',
      'word',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '>',
      '> ',
      '- ',
      '1. ',
      '# ',
      '[',
      '](',
      ')',
      '!',
      '&amp;',
      '&',
      '\\',
      '<b>',
      '런 온',
      '😀',
      '\r\n',
      '\t',
      '~~~\n',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

test('law: marks change no word of the prose', () => {
  const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 8 });
  fc.assert(
    fc.property(proseText, spans, fc.boolean(), (text, ranges, isUncovered) => {
      const notes = ranges.map(([start, length], index) =>
        note(CLAIM_KINDS[index % CLAIM_KINDS.length]!, [{ start, end: start + length }], `k${index}`),
      );
      assert.equal(visibleText(drawn(text, notes, { isUncovered })), visibleText(drawn(text, [])));
      assert.equal(drawn(text, notes).split('role="note"').length - 1, notes.length);
    }),
  );
});

test('law: in plain words every evidence is marked, exactly', () => {
  const plain = fc
    .array(fc.constantFrom('word', 'a', 'Run', '런', 'é', ', '), { minLength: 1, maxLength: 40 })
    .map((pieces) => `x${pieces.join(' ')}x`);
  fc.assert(
    fc.property(
      plain,
      fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { minLength: 1, maxLength: 10 }),
      (text, ranges) => {
        const notes = ranges.flatMap(([from, length], index) => {
          const start = from % text.length;
          const end = Math.min(text.length, start + 1 + length);
          return [note('feel', [{ start, end }], `k${index}`)];
        });
        const html = drawn(text, notes);
        for (const [index, { spans }] of notes.entries()) {
          assert.equal(marked(html, index), text.slice(spans[0]!.start, spans[0]!.end));
        }
      },
    ),
  );
});

test('nested and bracketed text of any size is shown, not refused', () => {
  for (const text of [
    '> '.repeat(20_000),
    '1. '.repeat(20_000),
    '['.repeat(50_000),
    '*a '.repeat(30_000),
    '- a\n'.repeat(9_000),
  ]) {
    assert.ok(drawn(text, []).length >= 20);
  }
});
