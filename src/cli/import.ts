// `runon import`: what a file brings, and what of it could not be used.
import { join } from 'node:path';
import { bringIn, tableFields } from '../guide/bring-in.ts';
import type { Guide } from '../guide/guide.ts';
import type { Counts, ImportReport } from '../guide/import-file.ts';
import { listFolder, openFile } from '../guide/open-file.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { given } from './flags.ts';
import { printable } from './paint.ts';
import { historyIsUsable, printHistory, writeUnresolved } from './print-history.ts';
import { withGuide } from './with-guide.ts';

const MANY_PROBLEMS = 20;
const ROWS_BETWEEN_NOTES = 20_000;

export const runImport: Command['run'] = async (context, call) => {
  if (call.words.length === 0) throw new UsageProblem('Which file? "runon import FILE…".');
  return withGuide(context, async (guide) => {
    const results: boolean[] = [];
    for (const path of await expandFolders(call.words))
      results.push(await importOne(guide, path, { context, call }));
    return results.every(Boolean) ? 0 : 1;
  });
};

/** One file that cannot be used does not keep the others out; the exit status tells. */
async function importOne(
  guide: Guide,
  path: string,
  { context, call }: { readonly context: Context; readonly call: Call },
): Promise<boolean> {
  let told = 0;
  try {
    const { name, bytes } = await openFile(path);
    const brought = await bringIn(guide, {
      name,
      bytes,
      isPreview: call.has('preview'),
      unknown: call.get('unknown') === 'leave' ? 'leave' : 'new',
      onProgress: (done, all) => context.notes.write(`Read ${done} of ${all} reviews.\n`),
      onRows: (rows) => {
        if (rows % ROWS_BETWEEN_NOTES < rows - told) context.notes.write(`${rows} rows …\n`);
        told = rows;
      },
      ...given({ as: call.get('as'), about: call.get('about'), profile: call.get('profile') }),
      ...columnsOf(call),
    });
    if (brought.kind === 'table')
      throw new Refusal('invalid', `${name} is a table of no format that Runon knows.`, {
        hint: `Say which column holds what, such as --columns "title=${brought.columns[0]}"; it has ${brought.columns.join(', ')}, and a column can hold ${tableFields.join(', ')}.`,
      });
    if (brought.kind === 'history') {
      context.notes.write(`${printHistory(name, brought.report)}\n`);
      await writeUnresolved(call, brought.report);
      return historyIsUsable(brought.report);
    }
    const { report } = brought;
    context.notes.write(`${printReport(name, report)}\n`);
    return broughtAnything(report) || report.problems.length === 0;
  } catch (error) {
    if (!(error instanceof Refusal) || call.words.length === 1) throw error;
    context.notes.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
    return false;
  }
}

/** "--columns title=Name,watched=Seen on": which column of a table of no known format holds what. */
function columnsOf(call: Call): { readonly columns?: Readonly<Record<string, string>> } {
  const text = call.get('columns');
  if (text === undefined) return {};
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  if (pairs.some((pair) => pair.length !== 2 || pair.includes('')))
    throw new UsageProblem('--columns takes pairs such as title=Name,watched="Seen on".');
  return { columns: Object.fromEntries(pairs as [string, string][]) };
}

async function expandFolders(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const inside = await listFolder(path);
    if (inside === undefined) files.push(path);
    else if (inside.includes(join(path, 'runon.jsonl'))) files.push(join(path, 'runon.jsonl'));
    else files.push(...inside.filter((file) => /\.(md|markdown|txt)$/i.test(file)));
  }
  if (files.length === 0) throw new Refusal('not-found', 'The folder holds no export and no reviews.');
  return files;
}

const PARTS = [
  ['shows', 'titles'],
  ['reviews', 'reviews'],
  ['corrections', 'corrections'],
  ['watches', 'list entries'],
  ['diary', 'diary lines'],
  ['tastes', 'words on taste and evenings'],
  ['lists', 'places on lists'],
] as const;

const broughtAnything = (report: ImportReport): boolean =>
  PARTS.some(([part]) => report[part].added + report[part].changed + report[part].same > 0);

function printReport(name: string, report: ImportReport): string {
  const parts = PARTS.flatMap(([part, words]) => printCounts(report[part], words));
  const problems = report.problems
    .slice(0, MANY_PROBLEMS)
    .map(({ line, message }) => `  line ${line}: ${printable(message)}`);
  const further = report.problems.length - problems.length;
  return [
    `${name} (${report.format})${report.isPreview ? ', preview, nothing is kept' : ''}: ${parts.join('; ') || 'nothing to bring in'}.`,
    ...problems,
    ...(further > 0 ? [`  and ${further} more problems.`] : []),
  ].join('\n');
}

function printCounts({ added, changed, same }: Counts, words: string): readonly string[] {
  if (added + changed + same === 0) return [];
  const told = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    same > 0 && `${same} the same`,
  ];
  return [`${words} ${told.filter(Boolean).join(', ')}`];
}
