// What comes in is told by its content, a bad line costs itself only, and nothing hostile does harm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeText } from './decode.ts';
import { type Brought, FORMATS, recogniseFormat } from './formats.ts';
import { isUnusable, type Unusable } from './problems.ts';
import { parseReviewFile, writeReviewFile } from './review-file.ts';
import { parseRunonReviews } from './runon-reviews.ts';
import { parseRunonShows } from './runon-shows.ts';
import { unzipMember, writeZip } from './zip.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (name: string, bytes: Uint8Array): Promise<Brought | Unusable> | Brought | Unusable =>
  FORMATS.find((format) => format.name === name)!.parse({ name: 'file', bytes });

test('formats are recognised by their content', async () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['a.jsonl', '{"id":"x","title":"X","people":[]}', 'runon-shows'],
    ['a.jsonl', '{"id":"r","show":"x","text":"Good."}', 'runon-reviews'],
    ['a.jsonl', 'not json\n{"id":"r","show":"x","text":"Good."}', 'runon-reviews'],
    ['anything', '{"kind":"runon-archive","version":1}', 'runon-archive'],
    ['a.csv', 'show_id,type,title,director\ns1,Movie,X,', 'netflix-titles'],
    ['a.csv', '\uFEFFshow_id,type,title\n', 'netflix-titles'],
    ['notes', 'I loved this show.', 'review'],
    ['notes.md', '---\ntitle: X\n---\nI loved it.', 'review'],
    ['a.csv', 'date,title\n2024-01-01,X', undefined],
    ['a.json', '{"shows":[]}', undefined],
    ['a', '{"some":"object"}', undefined],
    ['a.html', '<!doctype html><p>X', undefined],
    ['a.bin', '\u0000\u0001\u0002', undefined],
    ['a', '\u0000\u0001\u0002', undefined],
  ];
  for (const [name, text, format] of cases)
    assert.equal((await recogniseFormat({ name, bytes: bytesOf(text) }))?.name, format, `${name}: ${text}`);
  assert.equal(await recogniseFormat({ name: 'a', bytes: gzipSync('x') }), undefined);
});

test('shows: every field, and what is wrong with one', () => {
  const lines = [
    '{"id":"run-on","title":"Run On","nativeTitle":"런 온","otherTitles":["Leon"],"kind":"series","year":2020,"countries":["KR"],"episodes":16,"minutes":70,"networks":["JTBC"],"platforms":[],"genres":["Romance"],"firstAired":"2020-12-16","lastAired":null,"people":[{"name":"Im Si-wan","role":"actor","character":"Ki Seon-gyeom"}]}',
    '',
    '{"id":"x","title":"X","year":"soon","episodes":1.5,"kind":"game","people":[{"name":7},"who"],"firstAired":"2021-02-30"}',
    '[1]',
    '{"title":"no id"}',
    '{"id":"y","title":"Y"',
  ];
  const { entries, problems } = parseRunonShows(bytesOf(lines.join('\r\n')));
  assert.equal(entries.length, 2);
  const [show, odd] = entries;
  assert.deepEqual(
    show?.names.map(({ text, kind, script }) => [text, kind, script]),
    [
      ['Run On', 'title', 'Latn'],
      ['런 온', 'native', 'Hang'],
      ['Leon', 'alternative', 'Latn'],
    ],
  );
  assert.deepEqual(show?.credits, [{ name: 'Im Si-wan', role: 'actor', character: 'Ki Seon-gyeom' }]);
  assert.deepEqual(
    [show?.episodes, show?.minutes, show?.year, show?.firstAired],
    [16, 70, 2020, '2020-12-16'],
  );
  assert.deepEqual([odd?.kind, odd?.year, odd?.episodes, odd?.credits], ['series', undefined, undefined, []]);
  assert.deepEqual([...new Set(problems.map(({ line }) => line))], [3, 4, 5, 6]);
  assert.ok(problems.some(({ line, message }) => line === 3 && /"year" is not a number/.test(message)));
});

test('reviews: ids and ratings are kept, impossible ones are said', () => {
  const lines = [
    { id: 'r1', show: 'x', writer: 'W', rating: { value: 8.5, outOf: 10 }, text: 'Good.\n' },
    { id: 'r2', show: 'x', rating: { value: 11, outOf: 10 }, text: 'Good.' },
    { id: 'r3', show: 'x', text: '' },
    { id: 'r4', text: 'Of what?' },
  ];
  const { entries, problems } = parseRunonReviews(
    bytesOf(lines.map((line) => JSON.stringify(line)).join('\n')),
  );
  assert.deepEqual(
    entries.map(({ id, rating, text, line }) => [id as string, rating, text, line]),
    [
      ['r1', { value: 8.5, outOf: 10 }, 'Good.\n', 1],
      ['r2', undefined, 'Good.', 2],
    ],
  );
  assert.equal(problems[0]?.message, 'A rating of 11 out of 10 is none and was left out.');
  assert.deepEqual(
    problems.map(({ line }) => line),
    [2, 3, 4],
  );
});

test('a line in a wrong encoding is one problem, a file in one is refused', () => {
  const latin = Buffer.from('{"id":"r","show":"x","text":"caf\u00e9"}\n', 'latin1');
  const good = bytesOf('{"id":"r2","show":"x","text":"ok"}\n');
  const { entries, problems } = parseRunonReviews(Buffer.concat([latin, good]));
  assert.deepEqual([entries.length, problems[0]?.line], [1, 1]);
  assert.match((decodeText(Buffer.from('caf\u00e9', 'latin1')) as Unusable).unusable, /not UTF-8/);
  assert.match((decodeText(Buffer.from([1, 2, 0, 3])) as Unusable).unusable, /not text/);
  assert.deepEqual(decodeText(Buffer.from('\uFEFF런 온', 'utf16le')), { text: '런 온' });
});

test("front matter: ours, other programs' and none", () => {
  const cases: readonly [string, object, string][] = [
    ['No front.\n', {}, 'No front.\n'],
    [
      '---\r\nauthor: Ann\r\ndate: 2024-02-29T10:00:00Z\r\ntags: [a]\r\n---\r\n\r\nText.',
      { writer: 'Ann', publishedOn: '2024-02-29' },
      'Text.',
    ],
    [
      "---\ntitle: 'It''s fine'\nrating: 8/10\nabout: Run On\n---\nText.",
      { title: "It's fine", rating: { value: 8, outOf: 10 }, show: 'Run On' },
      'Text.',
    ],
    ['---\nnever closed', {}, '---\nnever closed'],
    ['--- not a fence\nText', {}, '--- not a fence\nText'],
  ];
  for (const [file, about, text] of cases) {
    const parsed = parseReviewFile(bytesOf(file));
    assert.ok(!isUnusable(parsed), file);
    assert.deepEqual(parsed.review, { ...about, text, line: 1 });
  }
  assert.match((parseReviewFile(bytesOf('---\ntitle: X\n---\n \n')) as Unusable).unusable, /no words/);
});

test('a review file brings back the review that was written, whatever its text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (text, title) => {
        fc.pre(
          text.trim() !== '' &&
            title.trim() === title &&
            !text.includes('\u0000') &&
            !title.includes('\u0000'),
        );
        const review = { id: 'r' as never, showId: 'x' as never, text, title, isSample: false };
        const parsed = parseReviewFile(writeReviewFile(review, { title: 'X' }));
        assert.ok(!isUnusable(parsed));
        assert.deepEqual(parsed.review, { id: 'r', show: 'x', title, text, line: 1 });
      },
    ),
  );
});

test('no bytes make a parser throw', async () => {
  const anyJson = fc.array(fc.json({ maxDepth: 4 })).map((lines) => bytesOf(lines.join('\n')));
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map(bytesOf),
    anyJson,
  );
  const zipped = fc.uint8Array({ maxLength: 300 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest));
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBytes, zipped), async (bytes) => {
      for (const { name } of FORMATS) await parse(name, bytes);
      recogniseFormat({ name: 'a', bytes });
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('JSON of any depth is a problem of its line', async () => {
  const deep = `${'{"finding":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
  const lines = [
    '{"kind":"runon-archive","version":1}',
    `{"kind":"correction","correction":${deep}}`,
    deep,
    '[]',
  ];
  const brought = await parse('runon-archive', bytesOf(lines.join('\n')));
  assert.ok(!isUnusable(brought));
  assert.deepEqual([...new Set(brought.problems.map(({ line }) => line))], [2, 3, 4]);
});

test('ZIPs: the member that is asked for, whole or not at all', async () => {
  const member = { name: 'runon.jsonl', bytes: bytesOf('{"kind":"runon-archive","version":1}\n') };
  const inFolder = { ...member, name: 'my export/runon.jsonl' };
  const noise = { name: 'reviews/x.md', bytes: bytesOf('x') };
  const madeAt = new Date('2026-11-22T12:00:00Z');
  for (const files of [[member], [noise, inFolder]]) {
    const opened = await unzipMember(await writeZip(files, madeAt), 'runon.jsonl');
    assert.ok(!isUnusable(opened));
    assert.deepEqual(Buffer.from(opened.bytes), Buffer.from(member.bytes));
  }
  const bomb = await writeZip([{ name: 'runon.jsonl', bytes: new Uint8Array(64 * 1024 * 1024) }], madeAt);
  const whole = await writeZip([member], madeAt);
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ['a bomb', bomb, /far more than it should/],
    ['another ZIP', await writeZip([noise], madeAt), /holds no runon\.jsonl/],
    ['a climbing name', await writeZip([{ ...member, name: '../../runon.jsonl' }], madeAt), /damaged/],
    ['half a ZIP', whole.slice(0, whole.length / 2), /damaged/],
    ['no ZIP', bytesOf('PK\u0003\u0004 nothing'), /damaged/],
  ];
  for (const [what, bytes, sentence] of cases) {
    const opened = await unzipMember(bytes, 'runon.jsonl');
    assert.ok(isUnusable(opened), what);
    assert.match(opened.unusable, sentence, what);
  }
});
