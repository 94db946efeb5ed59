// The table of commands, in the order in which the help lists them.
import type { Command } from './command.ts';
import { helpCommand, versionCommand } from './help.ts';
import { readCommand } from './read.ts';

export const COMMANDS: readonly Command[] = [readCommand, helpCommand(() => COMMANDS), versionCommand];
