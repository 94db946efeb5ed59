// `runon import` and `runon export`: files in and out.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportAll, exportArchive, exportZip } from '../guide/export-all.ts';
import type { Guide } from '../guide/guide.ts';
import { type Counts, type ImportReport, importFile, importFormats } from '../guide/import-file.ts';
import { listFolder, openFile } from '../guide/open-file.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

const MANY_PROBLEMS = 20;

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE… [--as FORMAT] [--about TITLE] [--preview]',
  help: 'Bring in titles, reviews, or a whole export; the format is recognised',
  more: [
    'A folder is an export, or a pile of reviews. What is there already is not doubled.',
    'Formats:',
    ...importFormats().map(({ name, help }) => `  ${name.padEnd(16)}${help}`),
  ],
  flags: [
    { name: 'as', value: 'FORMAT', help: 'do not recognise the format, take this one' },
    { name: 'about', value: 'TITLE', help: 'the title, or its id, that a review is of' },
    { name: 'preview', help: 'say what would come in and keep nothing' },
  ],
  group: 'In and out',
  run: async (context, call) => {
    if (call.words.length === 0) throw new UsageProblem('Which file? "runon import FILE…".');
    return withGuide(context, async (guide) => {
      const results: boolean[] = [];
      for (const path of await expandFolders(call.words))
        results.push(await importOne(guide, path, { context, call }));
      return results.every(Boolean) ? 0 : 1;
    });
  },
};

/** One file that cannot be used does not keep the others out; the exit status tells. */
async function importOne(
  guide: Guide,
  path: string,
  { context, call }: { readonly context: Context; readonly call: Call },
): Promise<boolean> {
  const [as, about] = [call.get('as'), call.get('about')];
  try {
    const { name, bytes } = await openFile(path);
    const report = await importFile(guide, {
      name,
      bytes,
      isPreview: call.has('preview'),
      onProgress: (done, all) => context.notes.write(`Read ${done} of ${all} reviews.\n`),
      ...(as === undefined ? {} : { as }),
      ...(about === undefined ? {} : { about }),
    });
    context.notes.write(`${printReport(name, report)}\n`);
    return broughtAnything(report) || report.problems.length === 0;
  } catch (error) {
    if (!(error instanceof Refusal) || call.words.length === 1) throw error;
    context.notes.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
    return false;
  }
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

const FORMATS = ['zip', 'folder', 'jsonl'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const exportCommand: Command = {
  name: 'export',
  usage: '[--as zip|folder|jsonl] [--to FILE]',
  help: 'Write everything that you own into a ZIP, a folder or one file',
  more: [
    'Reviews as Markdown with what was read in them, the list and the diary as tables, and one file with all of it;',
    '"runon import" of the ZIP, the folder or that file gives the same again. Without --to the one file (jsonl), or',
    'the ZIP, goes to standard output.',
  ],
  flags: [
    { name: 'as', value: 'FORMAT', help: 'zip, folder or jsonl; told from the name of FILE otherwise' },
    { name: 'to', value: 'FILE', help: 'where to; an existing file is replaced' },
  ],
  group: 'In and out',
  run: async (context, call) => {
    if (call.words.length > 0) throw new UsageProblem('"export" takes no words; say where to with --to.');
    const to = call.get('to');
    const as = await formatOf(call.get('as'), to);
    return withGuide(context, async (guide) => {
      if (to === undefined) return exportToOutput(guide, context, as);
      if (as === 'folder') await writeFolder(guide, to);
      else await writeOne(to, as === 'zip' ? (await exportZip(guide)).bytes : await exportArchive(guide));
      context.notes.write(`Everything you own is in ${to}.\n`);
      return 0;
    });
  },
};

async function formatOf(as: string | undefined, to: string | undefined): Promise<ExportFormat> {
  const known = FORMATS.find((format) => format === as);
  if (as !== undefined && known === undefined)
    throw new UsageProblem(`There is no format "${as}" to export to: zip, folder or jsonl.`);
  if (known !== undefined) return known;
  if (to === undefined || /\.(jsonl|ndjson)$/i.test(to)) return 'jsonl';
  return /\.zip$/i.test(to) ? 'zip' : 'folder';
}

async function exportToOutput(guide: Guide, context: Context, as: ExportFormat): Promise<number> {
  if (as === 'folder') throw new UsageProblem('A folder needs a name: --to FOLDER.');
  if (as === 'zip' && context.hasColour)
    throw new UsageProblem('A ZIP is nothing to look at: name a file with --to FILE.');
  const bytes = as === 'zip' ? (await exportZip(guide)).bytes : await exportArchive(guide);
  await new Promise((resolve) => context.output.write(bytes, resolve));
  return 0;
}

async function writeFolder(guide: Guide, folder: string): Promise<void> {
  for (const { name, bytes } of await exportAll(guide)) await writeOne(join(folder, name), bytes);
}

async function writeOne(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    if ((await stat(path).catch(() => undefined))?.isDirectory())
      throw new Refusal('invalid', `${path} is a folder.`, { hint: 'Use --as folder, or another name.' });
    await writeFile(path, bytes);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new Refusal('unavailable', `${path} cannot be written (${code ?? 'unknown reason'}).`, { cause });
  }
}
