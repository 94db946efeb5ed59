// The table of commands, in the order in which the help lists them.
import type { Command } from './command.ts';
import { helpCommand, versionCommand } from './help.ts';
import { exportCommand, importCommand } from './import.ts';
import { matchCommand } from './match.ts';
import { readCommand } from './read.ts';
import { initCommand, serveCommand } from './serve.ts';

export const COMMANDS: readonly Command[] = [
  readCommand,
  matchCommand,
  importCommand,
  exportCommand,
  serveCommand,
  initCommand,
  helpCommand(() => COMMANDS),
  versionCommand,
];
