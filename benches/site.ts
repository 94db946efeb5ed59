// A real site in its own process and a small client that keeps its connections, for the benches.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tests/free-port.ts';

const BIN = join(import.meta.dirname, '../bin/runon.js');
const PATIENCE_MS = 120_000;

export type Site = {
  readonly address: string;
  /** From starting the process to the first page, in milliseconds. */
  readonly firstPageMs: number;
  readonly residentMb: () => number;
  readonly stop: () => Promise<void>;
};

export const newFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'runon-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export function fetchBytes(address: string, agent?: Agent): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(address, agent === undefined ? {} : { agent }, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** `environment` is added to that of this process. */
export async function startSite(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Site> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const from = performance.now();
  // The flag is that of `npm start`.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', BIN, 'serve', '--port', String(port)], {
    env: { ...process.env, RUNON_DATA: folder, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let notes = '';
  child.stderr.on('data', (part) => {
    notes += part;
  });
  // The line that a person waits for, not a knock on the port every few milliseconds, which would take time itself.
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No address after ${PATIENCE_MS} ms: ${notes}`)),
      PATIENCE_MS,
    );
    child.once('exit', (code) => reject(new Error(`The site ended with ${code}: ${notes}`)));
    child.stdout.once('data', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  const { status } = await fetchBytes(`${address}/`);
  if (status !== 200) throw new Error(`The first page answered ${status}: ${notes}`);
  return {
    address,
    firstPageMs: performance.now() - from,
    residentMb: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Requests per second of one page over a number of connections that stay open. */
export async function requestsPerSecond(
  address: string,
  { connections = 8, requests = 2_000 } = {},
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = requests;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const { status } = await fetchBytes(address, agent);
        if (status !== 200) throw new Error(`${address} answered ${status}`);
      }
    }),
  );
  agent.destroy();
  return requests / ((performance.now() - from) / 1e3);
}
