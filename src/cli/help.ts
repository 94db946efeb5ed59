// `runon help`: the table of commands as a page, or one command at length. And `runon version`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, type Context, UsageProblem } from './command.ts';
import { writeLine } from './lines.ts';
import { nearest } from './nearest.ts';
import { type Paint, paint } from './paint.ts';

const GROUPS = ['Read', 'Find', 'Keep', 'In and out', 'Run'] as const;

export async function runHelp(
  table: readonly Command[],
  context: Context,
  asked: string | undefined,
): Promise<number> {
  const look = paint(context.hasColour);
  const names = table.map(({ name }) => name);
  const command = table.find(({ name }) => name === asked);
  if (asked !== undefined && command === undefined) {
    const near = nearest(asked, names);
    throw new UsageProblem(`There is no command "${asked}".${near ? ` Did you mean "${near}"?` : ''}`);
  }
  await writeLine(context.output, command ? explain(command, look) : overview(table, look));
  return 0;
}

function overview(table: readonly Command[], look: Paint): string {
  const width = Math.max(...table.map(({ name }) => name.length)) + 2;
  const groups = GROUPS.map((group) => ({ group, commands: table.filter((one) => one.group === group) }));
  return [
    `${look.strong('runon')} reads reviews of shows and answers what to watch.`,
    '',
    ...groups.flatMap(({ group, commands }) => [
      look.strong(group),
      ...commands.map(({ name, help }) => `  ${name.padEnd(width)}${help}`),
      '',
    ]),
    look.strong('Try'),
    '  runon read review.txt',
    '  runon find chill Korean romance, not too angsty',
    '  runon serve',
    '',
    '"runon help COMMAND" explains one. Data is kept in the folder that RUNON_DATA names (./.runon otherwise),',
    'or in PostgreSQL when DATABASE_URL is set. Answers go to standard output, everything else to standard error.',
  ].join('\n');
}

function explain(command: Command, look: Paint): string {
  const flags = (command.flags ?? []).map(({ name, value, help }) => ({
    left: `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(0, ...flags.map(({ left }) => left.length)) + 2;
  return [
    `${look.strong(`runon ${command.name}`)} ${command.usage}`.trim(),
    '',
    `${command.help}.`,
    ...(command.more ?? []),
    ...(flags.length > 0 ? ['', ...flags.map(({ left, help }) => `  ${left.padEnd(width)}${help}`)] : []),
  ].join('\n');
}

export async function runVersion(context: Context): Promise<number> {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  await writeLine(context.output, version);
  return 0;
}
