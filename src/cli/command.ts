// What a command is, and what it is given. Answers go to `output`, everything else to `notes`.
import type { Readable, Writable } from 'node:stream';
import type { Guide } from '../guide/guide.ts';
import type { SourceAddresses } from '../guide/source-access.ts';

export type Address = { readonly host: string; readonly port: number };

/** `url` is what a person types; `close` lets running answers finish. */
export type Site = { readonly url: string; readonly close: () => Promise<void> };

export type Context = {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly host: string;
  readonly port: string;
  readonly sources: SourceAddresses;
  readonly input: Readable;
  readonly output: Writable;
  readonly notes: Writable;
  readonly hasColour: boolean;
  readonly openSite: (guide: Guide, address: Address) => Promise<Site>;
};

export type Flag = {
  readonly name: string;
  /** What stands for the value in the help; a flag without one is a switch. */
  readonly value?: string;
  readonly help: string;
};

/** The words and flags of one call. */
export type Call = {
  readonly words: readonly string[];
  readonly has: (flag: string) => boolean;
  readonly get: (flag: string) => string | undefined;
};

export type Command = {
  readonly name: string;
  /** What stands after the name in the help. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly help: string;
  /** Further lines, shown by `help NAME`. */
  readonly more?: readonly string[];
  readonly flags?: readonly Flag[];
  readonly group: 'Read' | 'Find' | 'Keep' | 'In and out' | 'Run';
  /** Resolves to the exit status; throws a Refusal or a UsageProblem. */
  readonly run: (context: Context, call: Call) => Promise<number>;
};

/** The words on the command line do not make a call: exit status 2. */
export class UsageProblem extends Error {}
