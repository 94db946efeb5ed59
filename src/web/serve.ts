// Puts the site on a port of this machine and says where it is. It knows nothing of pages.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Refusal } from '../guide/refusal.ts';

type App = { readonly fetch: (request: globalThis.Request) => Response | Promise<Response> };

/**
 * Resolves when the site answers; port 0 takes any free one. The caller prints `url`.
 * Throws a Refusal with one sentence when the address cannot be had.
 */
export function serve(
  app: App,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusalOf(cause, host, port)));
    server.listen(port, host, () => {
      const { family, address, port: taken } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          // Browsers keep connections open that carry nothing.
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
      resolve({ url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/`, close });
    });
  });
}

function refusalOf(cause: NodeJS.ErrnoException, host: string, port: number): Refusal {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new Refusal('unavailable', `Port ${port} is taken by another program.`, {
        hint: 'Stop that program, or choose another port with --port.',
        cause,
      });
    case 'EACCES':
      return new Refusal('unavailable', `Port ${port} may not be used by you.`, {
        hint: 'Choose one above 1023 with --port.',
        cause,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal('unavailable', `This machine has no address ${host}.`, {
        hint: 'The usual one is 127.0.0.1.',
        cause,
      });
    default:
      return new Refusal('unavailable', `The site cannot listen on ${host}, port ${port}.`, { cause });
  }
}
