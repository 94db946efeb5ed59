// Pages per second beside a bare node:http server that sends the same bytes: what our own work costs on top.
import type { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { freePort } from '../tests/free-port.ts';
import { fetchBytes, newFolder, requestsPerSecond, startSite } from './site.ts';
import { round, type Table } from './timing.ts';

const PAGES = ['/', '/find?q=chill%20Korean%20romance%2C%20not%20too%20angsty', '/list', '/about'];

/** The bare server runs on a thread of its own, as the site runs in a process of its own. */
async function startBare(body: Buffer): Promise<{ address: string; stop: () => Promise<unknown> }> {
  const port = await freePort();
  const code = `(${bare.toString()})(require('node:http').createServer, require('node:worker_threads'))`;
  const worker = new Worker(code, { eval: true, workerData: { body, port } });
  await new Promise((resolve) => worker.once('message', resolve));
  return { address: `http://127.0.0.1:${port}/`, stop: () => worker.terminate() };
}

function bare(create: typeof createServer, threads: typeof import('node:worker_threads')): void {
  const { body, port } = threads.workerData as { body: Uint8Array; port: number };
  create((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  }).listen(port, '127.0.0.1', () => threads.parentPort!.postMessage('listening'));
}

export async function run(): Promise<readonly Table[]> {
  const folder = newFolder();
  const site = await startSite(folder.path);
  try {
    const found = (await fetchBytes(`${site.address}/find?q=Run%20On`)).body.toString('utf8');
    const title = /href="(\/titles?\/[^"#?]+)"/.exec(found)?.[1];
    const rows: (string | number)[][] = [];
    for (const page of [...PAGES, ...(title === undefined ? [] : [title])]) {
      const { status, body } = await fetchBytes(site.address + page);
      if (status !== 200) throw new Error(`${page} answered ${status}`);
      const bareServer = await startBare(body);
      await requestsPerSecond(site.address + page, { requests: 300 });
      const own = await requestsPerSecond(site.address + page);
      const plain = await requestsPerSecond(bareServer.address);
      await bareServer.stop();
      rows.push([
        page,
        round(body.length / 1024, 1),
        Math.round(own),
        Math.round(plain),
        `${round((100 * own) / plain, 0)} %`,
      ]);
    }
    return [
      {
        title: 'Pages per second, 8 connections',
        head: ['page', 'KB', 'Runon', 'bare node:http, same bytes', 'share'],
        rows,
        note: 'The client shares the cores with the server, so both figures are lower than a server alone would reach.',
      },
    ];
  } finally {
    await site.stop();
    folder.remove();
  }
}
