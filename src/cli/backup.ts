// `runon backup FILE` and `runon restore FILE`: the whole store as one file, and back.
import { backUp, restore } from '../guide/backup.ts';
import { type Call, type Command, UsageProblem } from './command.ts';
import { withGuide } from './with-guide.ts';

export const runBackup: Command['run'] = (context, call) =>
  withGuide(context, async (guide) => {
    const file = fileOf(call, 'backup');
    const rows = await backUp(guide, file);
    context.notes.write(`Everything is in ${file}: ${rows.toLocaleString('en')} rows.\n`);
    return 0;
  });

export const runRestore: Command['run'] = async (context, call) => {
  const file = fileOf(call, 'restore');
  return withGuide(
    context,
    async (guide) => {
      await restore(guide, file, { isReplacing: call.has('replace') });
      context.notes.write(`${file} is back: ${guide.shelf.shows.size.toLocaleString('en')} titles.\n`);
      return 0;
    },
    { isEmpty: true },
  );
};

function fileOf(call: Call, verb: string): string {
  const [file, extra] = call.words;
  if (file === undefined || extra !== undefined) throw new UsageProblem(`"${verb}" takes one file.`);
  return file;
}
