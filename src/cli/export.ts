// `runon export`: everything that a person owns, as one file, a ZIP or a folder.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportAll, exportArchive, exportZip } from '../guide/export-all.ts';
import { exportFor, exportZipFor, outgoingFormats } from '../guide/export-for.ts';
import type { Guide } from '../guide/guide.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Command, type Context, UsageProblem } from './command.ts';
import { withGuide } from './with-guide.ts';

const FORMATS = ['zip', 'folder', 'jsonl'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const runExport: Command['run'] = async (context, call) => {
  if (call.words.length > 0) throw new UsageProblem('"export" takes no words; say where to with --to.');
  const to = call.get('to');
  const service = outgoingFormats.find(({ name }) => name === call.get('as'));
  if (service !== undefined) return exportToService(context, service.name, to);
  const as = await formatOf(call.get('as'), to);
  return withGuide(context, async (guide) => {
    if (to === undefined) return exportToOutput(guide, context, as);
    if (as === 'folder') await writeFolder(guide, to);
    else await writeOne(to, as === 'zip' ? (await exportZip(guide)).bytes : await exportArchive(guide));
    context.notes.write(`Everything you own is in ${to}.\n`);
    return 0;
  });
};

/** A single file or all of them as a ZIP, where FILE is named so; a folder otherwise. */
const exportToService = (context: Context, service: string, to: string | undefined): Promise<number> => {
  if (to === undefined) throw new UsageProblem(`Files for ${service} need a place: --to FOLDER or FILE.zip.`);
  return withGuide(context, async (guide) => {
    const files = await exportFor(guide, service);
    const [only, more] = files;
    if (/\.zip$/i.test(to)) await writeOne(to, (await exportZipFor(guide, service)).bytes);
    else if (only !== undefined && more === undefined && /\.(csv|xml|json)$/i.test(to))
      await writeOne(to, only.bytes);
    else for (const { name, bytes } of files) await writeOne(join(to, name), bytes);
    context.notes.write(
      files.length === 0
        ? `Nothing of yours has a place at ${service}.\n`
        : `${files.map(({ name }) => name).join(', ')}: in ${to}.\n`,
    );
    return 0;
  });
};

async function formatOf(as: string | undefined, to: string | undefined): Promise<ExportFormat> {
  const known = FORMATS.find((format) => format === as);
  if (as !== undefined && known === undefined)
    throw new UsageProblem(
      `There is no format "${as}" to export to: zip, folder, jsonl or ${outgoingFormats.map(({ name }) => name).join(', ')}.`,
    );
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
