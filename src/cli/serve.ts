// `runon serve` and `runon init`: the site, and the data folder.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../guide/refusal.ts';
import { type Command, type Context, UsageProblem } from './command.ts';
import { writeLine } from './lines.ts';
import { withGuide } from './with-guide.ts';

export const runServe: Command['run'] = async (context, call) => {
  if (call.words.length > 0) throw new UsageProblem('"serve" takes no words, only --host and --port.');
  const host = call.get('host') ?? context.host;
  const port = readPort(call.get('port') ?? context.port);
  fillElsewhere(context);
  return withGuide(
    context,
    async (guide) => {
      const stopped = stopSignal();
      const site = await context.openSite(guide, { host, port });
      await writeLine(context.output, `Runon is at ${site.url}`);
      await stopped;
      context.notes.write('Stopping …\n');
      await site.close();
      return 0;
    },
    { isStaying: true },
  );
};

/**
 * A new guide is filled by another process, because that leaves its memory behind and a site stays. Should it fail, this
 * one tries again and says why.
 */
function fillElsewhere({ dataFolder, databaseUrl }: Context): void {
  const [, program] = process.argv;
  if (program === undefined || databaseUrl !== undefined || existsSync(join(dataFolder, 'runon.db'))) return;
  spawnSync(process.execPath, [program, 'init'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export const runInit: Command['run'] = async (context, call) => {
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
      context.notes.write(`${store.place} is ready, with ${shelf.shows.size.toLocaleString('en')} titles.\n`);
      return 0;
    },
    { isEmpty },
  );
};

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageProblem(`"${text}" is no port; a port is a number from 0 to 65535.`);
  return port;
}

/** The first Ctrl-C, or a service manager's wish, ends it in order; the second ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
