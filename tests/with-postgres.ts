// Starts a throw-away PostgreSQL from the packages of this machine, runs the tests that want both engines against it,
// and takes it away again. `node tests/with-postgres.ts [FILE…]`; without files, every test that uses the harness.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '..');
const OLDEST_MAJOR = 15;
const isRoot = process.getuid?.() === 0;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function findPrograms(): string {
  const folders = globSync('/usr/lib/postgresql/*/bin').map((folder) => ({
    folder,
    major: Number(folder.split('/')[4]),
  }));
  const newest = folders.sort((one, other) => other.major - one.major)[0];
  if (newest !== undefined && newest.major >= OLDEST_MAJOR && existsSync(join(newest.folder, 'initdb'))) {
    return newest.folder;
  }
  return fail(
    `PostgreSQL ${OLDEST_MAJOR} or newer is missing; install it with "apt-get install postgresql", then run this again.`,
  );
}

/** PostgreSQL refuses to run as root: then everything of it runs as the user that its package made. */
function run(program: string, args: readonly string[]): void {
  const [command, all] = isRoot
    ? ['runuser', ['-u', 'postgres', '--', program, ...args]]
    : [program, [...args]];
  const { status, stdout, stderr, error } = spawnSync(command, all, { encoding: 'utf8', cwd: '/' });
  if (status !== 0) fail(`${program} failed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

function idOf(flag: '-u' | '-g'): number {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : fail('There is no user "postgres"; install the package postgresql.');
}

const programs = findPrograms();
const folder = mkdtempSync(join(tmpdir(), 'runon-postgres-'));
if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
const data = join(folder, 'data');
let isStarted = false;
process.on('exit', () => {
  if (isStarted) run(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-s']);
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

// A default collation that sorts as people do, so that a query which leans on the engine's own is found out.
const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=en'];
run(join(programs, 'initdb'), ['-D', data, '-U', 'runon', '-A', 'trust', '-E', 'UTF8', '-N', ...locale]);
const port = await freePort();
const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
run(join(programs, 'pg_ctl'), ['start', '-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', settings]);
isStarted = true;

const wantsBoth = (file: string): boolean =>
  /BothEngines|RUNON_TEST_DATABASE_URL/.test(readFileSync(join(root, file), 'utf8'));
const named = process.argv.slice(2);
const files =
  named.length > 0 ? named : globSync('{src,tests}/**/*.test.ts', { cwd: root }).filter(wantsBoth).sort();
const tests = spawn(process.execPath, ['--test', '--test-timeout=120000', '--test-reporter=spec', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RUNON_TEST_DATABASE_URL: `postgres://runon@127.0.0.1:${port}/postgres` },
});
tests.on('exit', (code) => process.exit(code ?? 1));
