// From the words on the command line to an exit status: finds the command, reads its flags, says what went wrong
// in one sentence. 0 done, 1 could not be done, 2 wrong usage.
import { parseArgs } from 'node:util';
import { Refusal } from '../guide/refusal.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { COMMANDS } from './commands.ts';
import { nearest } from './nearest.ts';

export async function runCommand(argv: readonly string[], context: Context): Promise<number> {
  // A reader that has seen enough (`runon find … | head -1`) closes the pipe: that is no error.
  context.output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    context.notes.write(`The answer cannot be written (${error.code ?? error.message}).\n`);
    process.exit(1);
  });
  try {
    const { command, rest } = findCommand(argv);
    return await command.run(context, readCall(command, rest));
  } catch (error) {
    return sayProblem(context, error);
  }
}

function findCommand(argv: readonly string[]): { command: Command; rest: readonly string[] } {
  const asked = argv[0] ?? 'help';
  const meansHelp = argv.slice(1).some((word) => word === '--help' || word === '-h');
  if (['--help', '-h'].includes(asked)) return { command: named('help'), rest: [] };
  if (['--version', '-v'].includes(asked)) return { command: named('version'), rest: [] };
  const command = COMMANDS.find(({ name }) => name === asked);
  if (command === undefined) {
    const near = nearest(
      asked,
      COMMANDS.map(({ name }) => name),
    );
    throw new UsageProblem(
      `There is no command "${asked}". ${near ? `Did you mean "${near}"?` : '"runon help" lists all of them.'}`,
    );
  }
  return meansHelp ? { command: named('help'), rest: [asked] } : { command, rest: argv.slice(1) };
}

const named = (wanted: string): Command => COMMANDS.find(({ name }) => name === wanted)!;

function readCall(command: Command, rest: readonly string[]): Call {
  const flags = command.flags ?? [];
  const { tokens } = parseArgs({
    args: [...rest],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      flags.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
  });
  const words: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find(({ name }) => name === token.name);
    if (flag === undefined) throw new UsageProblem(unknownFlag(command, token.rawName));
    if (flag.value !== undefined && token.value === undefined)
      throw new UsageProblem(`--${flag.name} needs a value: --${flag.name} ${flag.value}.`);
    if (flag.value === undefined && token.value !== undefined)
      throw new UsageProblem(`--${flag.name} takes no value.`);
    given.set(flag.name, token.value ?? '');
  }
  return { words, has: (flag) => given.has(flag), get: (flag) => given.get(flag) };
}

function unknownFlag(command: Command, asked: string): string {
  const near = nearest(
    asked,
    (command.flags ?? []).map(({ name }) => `--${name}`),
  );
  const advice = near ? `Did you mean ${near}?` : `"runon help ${command.name}" lists what it takes.`;
  return `"${command.name}" has no flag ${asked}. ${advice}`;
}

function sayProblem(context: Context, error: unknown): number {
  if (error instanceof UsageProblem) {
    context.notes.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Refusal) {
    context.notes.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
    return 1;
  }
  // A bug: the stack is what its finder needs.
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.notes.write(`Something in Runon itself went wrong; please report it with these lines:\n${told}\n`);
  for (
    let cause = error instanceof Error ? error.cause : undefined;
    cause instanceof Error;
    cause = cause.cause
  )
    context.notes.write(`caused by: ${cause.stack ?? cause.message}\n`);
  return 1;
}
