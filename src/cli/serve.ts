// `runon serve` and `runon init`: the site, and the data folder.

import { Refusal } from '../guide/refusal.ts';
import type { Command } from './command.ts';
import { UsageProblem } from './command.ts';
import { writeLine } from './lines.ts';
import { withGuide } from './with-guide.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--host HOST] [--port PORT]',
  help: 'Serve the site on this machine until you stop it with Ctrl-C',
  more: [
    'RUNON_HOST and RUNON_PORT say the same as the flags. Only this machine can see it unless HOST says otherwise.',
  ],
  flags: [
    { name: 'host', value: 'HOST', help: 'the address to listen on, 127.0.0.1 otherwise' },
    { name: 'port', value: 'PORT', help: 'the port; 0 takes any that is free' },
  ],
  group: 'Run',
  run: async (context, call) => {
    if (call.words.length > 0) throw new UsageProblem('"serve" takes no words, only --host and --port.');
    const host = call.get('host') ?? context.host;
    const port = readPort(call.get('port') ?? context.port);
    return withGuide(
      context,
      async (guide) => {
        const stopped = stopSignal();
        const site = await openSiteOrRefuse(() => context.openSite(guide, { host, port }), { host, port });
        await writeLine(context.output, `Runon is at ${site.url}`);
        await stopped;
        context.notes.write('Stopping …\n');
        await site.close();
        return 0;
      },
      { isStaying: true },
    );
  },
};

export const initCommand: Command = {
  name: 'init',
  usage: '[--empty]',
  help: 'Make the data folder, filled with the starter guide',
  more: [
    'Other commands do so by themselves when there is none; --empty leaves it without titles and samples.',
  ],
  flags: [{ name: 'empty', help: 'no starter guide, no sample reviews' }],
  group: 'Run',
  run: async (context, call) => {
    const isEmpty = call.has('empty');
    return withGuide(
      context,
      async ({ store, shelf }) => {
        if (isEmpty && shelf.shows.size > 0)
          throw new Refusal(
            'conflict',
            `There is a guide of ${shelf.shows.size} titles in ${store.place} already.`,
            {
              hint: 'Name another folder with RUNON_DATA.',
            },
          );
        context.notes.write(
          `${store.place} is ready, with ${shelf.shows.size.toLocaleString('en')} titles.\n`,
        );
        return 0;
      },
      { isEmpty },
    );
  },
};

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageProblem(`"${text}" is no port; a port is a number from 0 to 65535.`);
  return port;
}

async function openSiteOrRefuse<Site>(
  open: () => Promise<Site>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Site> {
  try {
    return await open();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Refusal('unavailable', `Port ${port} on ${host} is taken by another program.`, {
        hint: 'Choose another one: runon serve --port 5758.',
        cause,
      });
    if (code === 'EACCES')
      throw new Refusal('unavailable', `You may not listen on port ${port}; choose one above 1023.`, {
        cause,
      });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Refusal('unavailable', `This machine has no address ${host} to listen on.`, { cause });
    throw cause;
  }
}

/** The first Ctrl-C, or a service manager's wish, ends it in order; the second ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
