// Opens the guide for one command and closes it whatever happens.
import type { Guide } from '../guide/guide.ts';
import { closeGuide, type OpenOptions, openGuide } from '../guide/open-guide.ts';
import type { Context } from './command.ts';

export async function withGuide<Result>(
  context: Context,
  work: (guide: Guide) => Promise<Result>,
  options: Partial<OpenOptions> = {},
): Promise<Result> {
  const guide = await openGuide({
    dataFolder: context.dataFolder,
    ...(context.databaseUrl === undefined ? {} : { databaseUrl: context.databaseUrl }),
    sources: context.sources,
    onProgress: (sentence) => context.notes.write(`${sentence}\n`),
    ...options,
  });
  try {
    return await work(guide);
  } finally {
    await closeGuide(guide);
  }
}
