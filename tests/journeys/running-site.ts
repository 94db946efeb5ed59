// The real site in a process of its own over a data folder of its own, and the command line beside it on the same data.
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const BIN = join(root, 'bin/runon.js');
const PATIENCE_MS = 60_000;

export type RunningSite = {
  /** "http://127.0.0.1:4100", without a stroke at its end. */
  readonly address: string;
  readonly folder: string;
  /** `runon …` on the same data; what it prints. */
  readonly runon: (...words: readonly string[]) => Promise<string>;
  /** Ends the process and removes the folder. */
  readonly stop: () => Promise<void>;
};

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  RUNON_DATA: folder,
  DATABASE_URL: '',
});

async function runRunon(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BIN, ...words], {
    env: environment(folder),
    timeout: PATIENCE_MS,
  });
  return stdout;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'runon-journey-'));

let filled: Promise<string> | undefined;

/** A copy of a folder as it is after the first start, which need not be waited for again. */
export async function filledFolder(): Promise<string> {
  filled ??= (async () => {
    const folder = newFolder();
    await runRunon(folder, ['init']);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  })();
  const copy = newFolder();
  cpSync(await filled, copy, { recursive: true });
  return copy;
}

/** Resolves when the site has said where it is. */
export async function startSite(folder: string): Promise<RunningSite> {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  let notes = '';
  child.stderr.on('data', (part) => {
    notes += part;
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`The site ${why}: ${notes}`));
      const timer = setTimeout(() => fail(`did not start within ${PATIENCE_MS} ms`), PATIENCE_MS);
      let said = '';
      child.stdout.on('data', (part) => {
        said += part;
        const found = /(http:\/\/\S+?)\/?\s/.exec(said)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
      child.once('exit', (code) => {
        clearTimeout(timer);
        fail(`ended with ${code}`);
      });
    });
    return { address, folder, runon: (...words) => runRunon(folder, words), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
