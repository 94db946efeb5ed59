// The command line as other programs meet it: child processes, their exit status, and which stream says what.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FORMATS } from '../exchange/formats.ts';
import { COMMANDS } from './commands.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'runon-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

type Run = { readonly status: number | null; readonly out: string; readonly notes: string };

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DATABASE_URL: _, ...own } = process.env;
  return spawn(process.execPath, [join(root, 'bin', 'runon.js'), ...args], {
    cwd: root,
    env: { ...own, RUNON_DATA: data, ...env },
  });
}

async function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const child = start(args, env);
  let out = '';
  let notes = '';
  child.stdout!.setEncoding('utf8').on('data', (part) => {
    out += part;
  });
  child.stderr!.setEncoding('utf8').on('data', (part) => {
    notes += part;
  });
  child.stdin!.on('error', () => {}).end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, notes };
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const REVIEW = 'Run On is a warm, funny Korean show. Not too angsty, and the acting is superb.\n';
const SHOWS = file(
  'shows.jsonl',
  '{"id":"ro","title":"Run On","nativeTitle":"런 온","kind":"series","countries":["KR"],"people":[]}\n{"id":"xx","title":"Misaeng","kind":"series","people":[]}\nnot json\n',
);
const REVIEWS = file(
  'reviews.jsonl',
  `${JSON.stringify({ id: 'r1', show: 'ro', text: REVIEW })}\n{"id":"r2","show":"nowhere","text":"Of what?"}\n`,
);

test('wrong usage is status 2 and names the nearest word', async () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [['fnid', 'x'], /no command "fnid".*"find"/],
    [['read', '--jsn', 'x'], /no flag --jsn.*--json/],
    [['read', '--about'], /--about needs a value/],
    [['read', '--json=yes', 'x'], /--json takes no value/],
    [['read'], /Which review/],
    [['read', ''], /Which review/],
    [['find'], /What do you feel like watching/],
    [['recommend', '--batch'], /--ratings FILE/],
    [['recommend', 'funny'], /runon find/],
    [['choose'], /Who is at the table/],
    [['serve', '--port', 'high'], /"high" is no port/],
    [['watch', 'run on', '--episode', 'two'], /--episode takes a number/],
  ];
  await run(['init', '--empty']);
  await run(['import', SHOWS]);
  for (const [args, sentence] of cases) {
    const { status, out, notes } = await run(args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(notes, sentence);
    assert.equal(notes.trim().split('\n').length, 1, notes);
  }
});

test('help lists every command and every format, and explains each', async () => {
  const { status, out, notes } = await run(['help']);
  assert.deepEqual([status, notes], [0, '']);
  for (const { name, help } of COMMANDS)
    assert.match(out, new RegExp(`^  ${name} +${help.slice(0, 10)}`, 'm'));
  assert.ok(out.split('\n').every((line) => line.length <= 110));
  const { out: ofImport } = await run(['import', '--help']);
  for (const { name, help } of FORMATS) assert.ok(ofImport.includes(name) && ofImport.includes(help), name);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal((await run(['--version'])).out, `${version}\n`);
});

test('read: for a person, as JSON, from standard input', async () => {
  const path = file('review.txt', `\uFEFF${REVIEW}`);
  const plain = await run(['read', path]);
  assert.equal(plain.status, 0);
  assert.match(plain.out, /How it feels\n {2}.*\n {6}“/);
  assert.doesNotMatch(plain.out, /rule /);
  assert.match((await run(['read', '--why', path])).out, /rule \S+.* confidence 0\.\d\d/);
  const json = JSON.parse((await run(['read', '--json', '--about', 'Run On', '-'], { input: REVIEW })).out);
  assert.deepEqual(Object.keys(json), ['review', 'show', 'findings']);
  for (const { evidence, why } of json.findings) {
    assert.equal(why, undefined);
    for (const { start, end, quote } of evidence) assert.equal(REVIEW.slice(start, end), quote);
  }
});

test('read: what is no review is one sentence and status 1', async () => {
  const cases: readonly [string, RegExp][] = [
    [join(folder, 'none.txt'), /There is no file/],
    [folder, /is a folder/],
    [file('empty.txt', ''), /is empty/],
    [file('blank.txt', ' \n\n'), /is empty/],
    [file('binary.txt', Buffer.from([1, 0, 2, 0, 3])), /is not text/],
    [file('latin.txt', Buffer.from('caf\u00e9 society, a film', 'latin1')), /not UTF-8 text/],
    [file('long.txt', 'word '.repeat(4_000_000)), /larger than 2 MB/],
  ];
  for (const [path, sentence] of cases) {
    const { status, out, notes } = await run(['read', path]);
    assert.deepEqual([status, out], [1, ''], path);
    assert.match(notes, sentence);
    assert.equal(notes.trim().split('\n').length, 1);
  }
});

test('read --batch answers each line in its place and makes no data folder', async () => {
  const lines = [
    JSON.stringify({ id: 'a', text: REVIEW }),
    'nonsense',
    '{"id":"b"}',
    '{"text":"no id"}',
    '[]',
    `{"id":7,"text":"Sad.\u2028Very sad.","about":"X"}`,
    '{"id":"c","text":" "}',
  ];
  const elsewhere = join(folder, 'elsewhere');
  const { status, out, notes } = await run(['read', '--batch'], {
    input: Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0xff, 0xfe])]),
    env: { RUNON_DATA: elsewhere },
  });
  assert.deepEqual([status, notes], [0, '']);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    answers.map(({ id, error }) => [id, error !== undefined]),
    [
      ['a', false],
      [null, true],
      ['b', true],
      [null, true],
      [null, true],
      [7, false],
      ['c', true],
      [null, true],
    ],
  );
  assert.ok(answers[0].findings.length > 0);
  assert.throws(() => readFileSync(join(elsewhere, 'runon.db')), /ENOENT/);
});

test('a batch streams: the first answer comes before the input ends', async () => {
  const child = start(['read', '--batch']);
  child.stdin!.write(`${JSON.stringify({ id: 1, text: REVIEW })}\n`);
  const [first] = await once(child.stdout!, 'data');
  assert.equal(JSON.parse(String(first)).id, 1);
  // Whoever reads no further is no error.
  child.stdout!.destroy();
  child.stdin!.on('error', () => {});
  child.stdin!.end(`${JSON.stringify({ id: 2, text: REVIEW })}\n`.repeat(50));
  assert.equal((await once(child, 'close'))[0], 0);
});

test('import, find, list, export: ids are kept, answers alone are on standard output', async () => {
  const env = { RUNON_DATA: join(folder, 'whole') };
  const made = await run(['init', '--empty'], { env });
  assert.deepEqual([made.status, made.out], [0, '']);
  const preview = await run(['import', '--preview', SHOWS], { env });
  assert.match(preview.notes, /preview, nothing is kept: titles 2 new/);
  const brought = await run(['import', SHOWS, REVIEWS], { env });
  assert.deepEqual([brought.status, brought.out], [0, '']);
  assert.match(brought.notes, /titles 2 new\.\n {2}line 3: The line is not JSON\./);
  assert.match(brought.notes, /reviews 1 new\.\n {2}line 2: There is no title "nowhere"/);
  const asked = `{"id":"q1","text":"런 온"}\n{"id":"q2"}\n{"id":"q3","text":"funny Korean show"}\n`;
  const batch = await run(['find', '--batch'], { env, input: asked });
  const answers = batch.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([answers[0].picks[0], answers[1].id, answers[2].picks[0]], ['ro', 'q2', 'ro']);
  assert.equal(typeof answers[1].error, 'string');
  const found = JSON.parse((await run(['find', '--json', 'funny', 'Korean', 'show'], { env })).out);
  assert.deepEqual(Object.keys(found), ['understood', 'notUnderstood', 'picks']);
  const funny = found.picks[0].reasons.find((reason: { wish: string }) => reason.wish.includes('funny'));
  assert.deepEqual([funny.met, funny.review, REVIEW.includes(funny.quote)], ['met', 'r1', true]);

  assert.equal(
    (await run(['watch', '런 온', '--episode', '3'], { env })).out,
    'Run On  watching · episode 3\n',
  );
  const wrong = await run(['watch', 'Run On', '--rating', '11'], { env });
  assert.deepEqual([wrong.status, wrong.out], [1, '']);
  assert.match(wrong.notes, /half steps/);
  const zip = join(folder, 'all.zip');
  assert.equal((await run(['export', '--to', zip], { env })).status, 0);
  const copy = { RUNON_DATA: join(folder, 'copy') };
  await run(['init', '--empty'], { env: copy });
  assert.equal((await run(['import', zip], { env: copy })).status, 0);
  const [one, other] = await Promise.all([run(['export'], { env }), run(['export'], { env: copy })]);
  assert.equal(one.out, other.out);
  assert.match(one.out, /"kind":"watch"/);
});

test('match answers line numbers', async () => {
  const names = file('names.txt', 'Im Si-wan\nShin Se-kyung\nKang Tae-oh\n');
  const { out } = await run(['match', names, '--batch'], { input: 'Siwan Im\n강태오\n\n' });
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([answers[0][0], answers[1][0], answers[2]], [0, 2, []]);
});

test('recommend and choose: from one rating on, set right by a word, with a line for each at the table', async () => {
  const env = { RUNON_DATA: join(folder, 'tastes') };
  await run(['init', '--empty'], { env });
  const like = (id: string, title: string, genre: string): string =>
    JSON.stringify({ id, title, kind: 'film', genres: [genre], people: [] });
  const titles = [like('a', 'Amber', 'War'), like('b', 'Birch', 'War'), like('c', 'Cedar', 'Romance')];
  await run(['import', file('tastes.jsonl', `${titles.join('\n')}\n`)], { env });
  const empty = await run(['recommend'], { env });
  assert.deepEqual([empty.status, empty.out], [0, '']);
  assert.match(empty.notes, /Rate one title/);
  await run(['watch', 'Amber', '--state', 'done', '--rating', '5'], { env });
  assert.match((await run(['recommend'], { env })).out, /More of: .*War[\s\S]*\nBirch\n {4}War/);
  assert.doesNotMatch((await run(['recommend', '--dislikes', 'war'], { env })).out, /Birch/);
  await run(['recommend', '--forget', 'war'], { env });
  assert.doesNotMatch((await run(['recommend', '--not-interested', 'Birch'], { env })).out, /Birch/);
  const wrong = await run(['recommend', '--likes', 'qwxz'], { env });
  assert.deepEqual([wrong.status, wrong.out], [1, '']);
  assert.match(wrong.notes, /Nothing of your taste is called "qwxz"/);

  const chosen = await run(['choose', 'Ann: war; seen Amber', 'Ben: films; not romance; 90 min'], { env });
  assert.match(chosen.out, /^Birch\n {4}Ann {2}.+\n {4}Ben {2}.+\n$/);
  const alone = await run(['choose', 'Ann: war'], { env });
  assert.deepEqual([alone.status, alone.out], [1, '']);
  assert.match(alone.notes, /2 to 8 people, not 1/);
  assert.match((await run(['title', 'Amber', '--like', 'Birch'], { env })).out, /^[01]\.\d\d war\n$/);
});

test('recommend --batch learns from a table of ratings and needs no database', async () => {
  const rows = [
    'one,war,5',
    'one,spies,5',
    'two,war,4.5',
    'two,spies,4',
    'three,love,5',
    'three,songs,5',
    'x,y,9',
  ];
  const table = file('ratings.csv', `userId,movieId,rating,timestamp\n${rows.join(',0\n')},0\n`);
  const elsewhere = join(folder, 'no-database');
  const asked = [
    { id: 'a', history: [{ item: 'war', rating: 5 }] },
    { id: 'b', history: [{ item: 'songs', rating: 4 }] },
    { id: 'c', history: [] },
    { id: 'd' },
    { id: 'e', history: [{ item: 'war', rating: 'good' }] },
    { id: 'f', history: [null] },
  ];
  const { status, out, notes } = await run(['recommend', '--batch', '--ratings', table], {
    input: asked.map((line) => JSON.stringify(line)).join('\n'),
    env: { RUNON_DATA: elsewhere },
  });
  assert.equal(status, 0, notes);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([answers[0].picks[0], answers[1].picks[0], answers[2].picks.length], ['spies', 'love', 4]);
  assert.ok(!answers[0].picks.includes('war'));
  assert.deepEqual(
    answers.slice(3).map(({ id, error }) => [id, typeof error]),
    [
      ['d', 'string'],
      ['e', 'string'],
      ['f', 'string'],
    ],
  );
  assert.match(notes, /1 row was left out, the first in line 8/);
  assert.throws(() => readFileSync(join(elsewhere, 'runon.db')), /ENOENT/);
});

test('a place that cannot be had is one sentence and status 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const readOnly = mkdtempSync(join(folder, 'read-only-'));
  chmodSync(readOnly, 0o500);
  const cases: readonly (readonly [readonly string[], NodeJS.ProcessEnv, RegExp])[] = [
    [['serve', '--port', String(port)], {}, /Port \d+ is taken/],
    [['find', 'x'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /does not answer/],
    [['find', 'x'], { DATABASE_URL: 'mysql://x' }, /none that Runon knows/],
    [['find', 'x'], { RUNON_DATA: SHOWS }, /cannot be written/],
    ...(process.getuid?.() === 0
      ? []
      : [[['find', 'x'], { RUNON_DATA: readOnly }, /cannot be written/] as const]),
    [['import', join(folder, 'none')], {}, /There is no file/],
    [['recommend', '--batch', '--ratings', SHOWS], {}, /has no column userId/],
    [['recommend', '--batch', '--ratings', join(folder, 'none')], {}, /There is no file/],
    [['import', file('odd.json', '{"a":1}')], {}, /no format that Runon knows/],
    [['import', REVIEWS, '--as', 'cassettes'], {}, /no format "cassettes"/],
    [
      ['review', 'add', file('r.txt', REVIEW), '--about', 'Mizaeng the Walk'],
      {},
      /no title "Mizaeng the Walk"/,
    ],
  ];
  for (const [args, env, sentence] of cases) {
    const { status, out, notes } = await run(args, { env });
    assert.deepEqual([status, out], [1, ''], `${args.join(' ')}: ${notes}`);
    assert.match(notes, sentence);
    assert.equal(notes.trim().split('\n').length, 1, notes);
  }
});

test('the site starts, stops in order, and shows what the command line changes beside it', async () => {
  const child = start(['serve', '--port', '0']);
  const [said] = await once(child.stdout!, 'data');
  const url = /^Runon is at (http:\S+)\n$/.exec(String(said))?.[1];
  assert.ok(url, String(said));
  assert.equal((await fetch(url)).status, 200);
  const added = await run(['title', 'add', 'A Title Of Tomorrow']);
  const id = added.out.trim();
  assert.ok(id, added.notes);
  const find = async () =>
    (await fetch(new URL(`/find?q=${encodeURIComponent('A Title Of Tomorrow')}`, url))).text();
  let page = await find();
  for (let tries = 0; tries < 40 && !page.includes(id); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    page = await find();
  }
  assert.ok(page.includes(id));
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
