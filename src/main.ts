// The roof: reads the environment, hands the command line its streams and the site, answers with an exit status.
import { runCommand } from './cli/run.ts';
import { readConfig } from './config.ts';

export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return runCommand(argv, {
    ...readConfig(env),
    input: process.stdin,
    output: process.stdout,
    notes: process.stderr,
    hasColour: Boolean(process.stdout.isTTY) && !env.NO_COLOR,
    // The site is fetched only by the command that serves it: the others start without its weight.
    openSite: async (guide, address) => {
      const [{ createApp }, { serve }] = await Promise.all([
        import('./web/app.ts'),
        import('./web/serve.ts'),
      ]);
      return serve(createApp(guide, address), address);
    },
  });
}
