// Scores the reader on our own annotations, which hold ids, hashes and offsets: the texts and the scorer lie beside the
// repository. Each total has a 95% interval: reviews drawn again, with replacement. --errors shows the open part only;
// the untouched part is scored when it is asked for by name.
// usage: node training/score-annotations.ts [--part open|untouched] [--errors] [SHARED_FOLDER]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

type Place = { readonly start: number; readonly end: number };
/** Of one kind of finding: wanted, said, hit. */
type Row = readonly [number, number, number];

const DRAWS = 2000;
const root = resolve(import.meta.dirname, '..');
const options = { part: { type: 'string' }, errors: { type: 'boolean' } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const shared = resolve(positionals[0] ?? join(root, '../shared'));
const part = values.part ?? (values.errors ? 'open' : undefined);
if (part && part !== 'open' && part !== 'untouched') stop('--part is "open" or "untouched".');
if (values.errors && part !== 'open') stop('The untouched part is only ever scored: its errors stay unread.');
if (!existsSync(shared)) stop(`The texts are not here: ${shared} is missing. Give their folder at the end.`);

const lines = (file: Buffer) => JSON.parse(`[${`${file}`.trim().replaceAll('\n', ',')}]`);
const texts = new Map<string, string>();
for (const review of lines(readFileSync(join(shared, 'collections/kdramas/reviews.jsonl'))))
  texts.set(`kdramas ${review.id}`, review.text);
for (const film of lines(gunzipSync(readFileSync(join(shared, 'data/reviews/aclimdb.jsonl.gz')))))
  texts.set(`maas2011 ${film.split}/${film.label}/${film.id}`, film.text);

const work = mkdtempSync(join(tmpdir(), 'runon-annotations-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const questions: { id: string; text: string; about?: string }[] = [];
for (const file of readdirSync(join(root, 'training/annotations'))) {
  const annotation = JSON.parse(readFileSync(join(root, 'training/annotations', file), 'utf8'));
  if (part ? part !== annotation.part : annotation.part === 'untouched') continue;
  const id = file.replace('.json', '');
  const text = texts.get(`${annotation.from} ${annotation.id}`) ?? '';
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== annotation.sha256) stop(`The text of ${id} is missing or was changed.`);
  for (const finding of annotation.findings)
    finding.evidence = finding.evidence.map((at: Place) => ({ ...at, quote: text.slice(at.start, at.end) }));
  writeFileSync(join(work, `${id}.txt`), text);
  annotation.show = { title: annotation.about };
  writeFileSync(join(work, `${id}.json`), JSON.stringify(annotation));
  questions.push({ id, text, about: annotation.about });
}
// The reader answers once; the scorer is then given these answers, for all reviews and for each.
const asked = questions.map((question) => JSON.stringify(question)).join('\n');
writeFileSync(join(work, 'answers'), run('npm', ['run', '-s', 'runon', '--', 'read', '--batch'], asked));
const scorer = join(shared, 'tools/score-reading.mjs');
const score = (...more: string[]) => run('node', [scorer, work, ...more, '--', 'cat', join(work, 'answers')]);
const total = score(...(values.errors ? ['--errors'] : []));

const figures = /^\w+ +(\d+) +(\d+) +(\d+)(?: +[\d.]+){3}$/gm;
const rows = (table: string) => [...table.matchAll(figures)].map((m): Row => [+m[1]!, +m[2]!, +m[3]!]);
const add = (all: readonly Row[]) => all.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
const f1 = ([want, said, hit]: Row) => (200 * hit) / (said + want || 1);
const often = rows(total).flatMap(([want], kind) => (want >= 5 ? [kind] : []));
const each = questions.map(({ id }) => rows(score('--only', id)));
const draws = Array.from({ length: DRAWS }, () => each.map(() => each[(Math.random() * each.length) | 0]!));
const between = (figure: (drawn: readonly Row[][]) => number) => {
  const sorted = draws.map(figure).sort((a, b) => a - b);
  return `${sorted[DRAWS * 0.025]!.toFixed(1)} to ${sorted[DRAWS * 0.975]!.toFixed(1)}`;
};
const ofKind = (drawn: readonly Row[][], kind: number) => f1(add(drawn.map((review) => review[kind]!)));
const macro = between((drawn) => often.reduce((sum, kind) => sum + ofKind(drawn, kind), 0) / often.length);
console.log(`${total}95% of draws: macro F1 ${macro}, micro F1 ${between((drawn) => f1(add(drawn.flat())))}`);

function run(command: string, parameters: readonly string[], input = ''): string {
  const ran = spawnSync(command, parameters, { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return ran.status === 0 ? ran.stdout : stop(`${command} ended with ${ran.status}: ${ran.stderr}`);
}
function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
