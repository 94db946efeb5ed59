// The import law as a positive list: a room not in this table, or an import not allowed by its row, fails.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const FINDING_PACKAGES: readonly string[] = [];

type Row = {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
};
const LAW: Readonly<Record<string, Row>> = {
  core: { rooms: ['core'], packages: FINDING_PACKAGES, node: false },
  exchange: {
    rooms: ['exchange', 'core'],
    packages: ['@zip.js/zip.js', 'csv-parse', 'sax', 'zod'],
    node: true,
  },
  sources: { rooms: ['sources', 'core'], packages: [], node: true },
  store: { rooms: ['store', 'core'], packages: ['kysely', 'pg'], node: true },
  guide: { rooms: ['guide', 'core', 'exchange', 'sources', 'store'], packages: ['zod'], node: true },
  web: {
    rooms: ['web', 'core', 'guide'],
    packages: [
      'hono',
      '@hono/node-server',
      'zod',
      'hast',
      'mdast-util-from-markdown',
      'mdast-util-to-hast',
      'hast-util-sanitize',
      'hast-util-to-html',
    ],
    node: true,
  },
  cli: { rooms: ['cli', 'core', 'guide'], packages: [], node: true },
  // The roof wires everything once and nobody imports it.
  'main.ts': { rooms: ['config.ts', 'core', 'guide', 'web', 'cli'], packages: [], node: true },
  'config.ts': { rooms: ['core'], packages: [], node: true },
};

const LIMIT_LINES = 400;
const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const roomOf = (file: string): string => file.split('/')[1] ?? '';
const isTest = (file: string): boolean => file.endsWith('.test.ts');
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Every module named by an import or export statement of the file. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  return [
    ...code.matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

test('every file stands in a room with a row', () => {
  const strangers = files.filter((file) => !(roomOf(file) in LAW));
  assert.deepEqual(strangers, []);
});

test('imports follow the law', () => {
  const broken: string[] = [];
  for (const file of files.filter((name) => !isTest(name))) {
    const row = LAW[roomOf(file)];
    if (row === undefined) continue;
    for (const name of importsOf(file)) {
      if (name.startsWith('node:')) {
        if (!row.node) broken.push(`${file} imports ${name}`);
      } else if (name.startsWith('.')) {
        const target = relative(join(root, 'src'), normalize(join(root, dirname(file), name))).replaceAll(
          '\\',
          '/',
        );
        const room = target.split('/')[0] ?? '';
        if (!row.rooms.includes(room)) broken.push(`${file} imports ${target}`);
        if (isTest(target)) broken.push(`${file} imports a test`);
      } else if (!row.packages.includes(packageOf(name))) broken.push(`${file} imports ${name}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('core asks for no clock, no random, no outside', () => {
  const broken = files
    .filter((file) => roomOf(file) === 'core' && !isTest(file))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
  assert.deepEqual(broken, []);
});

test('no file is longer than 400 lines', () => {
  const own = [
    ...files,
    ...globSync('{tests,benches,training,bin}/**/*.{ts,js}', { cwd: root }),
    ...globSync('src/**/*.css', { cwd: root }),
  ];
  const long = own.filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > LIMIT_LINES + 1,
  );
  assert.deepEqual(long, []);
});
