// `runon match`: which of a list of names is meant by a name as somebody else wrote it. Needs no database.
import { matchNames } from '../core/names/match-names.ts';
import { openTextFile } from '../guide/open-file.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Command, UsageProblem } from './command.ts';
import { decodeLine, linesOf, writeLine } from './lines.ts';

export const runMatch: Command['run'] = async (context, call) => {
  const [file, extra] = call.words;
  if (file === undefined || extra !== undefined || !call.has('batch'))
    throw new UsageProblem('"match" needs a file of names and --batch: runon match NAMES_FILE --batch.');
  const match = matchNames((await openTextFile(file)).replace(/\n$/, '').split('\n'));
  for await (const bytes of linesOf(context.input)) {
    try {
      await writeLine(context.output, JSON.stringify(match(decodeLine(bytes))));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await writeLine(context.output, JSON.stringify({ id: null, error: error.message }));
    }
  }
  return 0;
};
