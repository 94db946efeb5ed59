// What a format of histories is: the files it is made of, each told by its columns or keys, alone or as a member of an
// archive; and how one that was recognised is read, part by part, into entries.
import type { HistoryEntry } from '../../core/history/entry.ts';
import type { Parsed } from '../problems.ts';

export type Batches = AsyncIterable<Parsed<HistoryEntry>>;

/** The beginning of a file: enough to tell what it is. */
export type Head = {
  /** The first few thousand characters. */
  readonly text: string;
  /** The cells of its first line, in lower case: the columns, if it is a table. */
  readonly columns: readonly string[];
};

export type ReadOptions = {
  /** Whose rows of a household's export are wanted. */
  readonly profile?: string;
  /** Which column holds what, for tables of no known format: "title" → "Name". */
  readonly columns?: Readonly<Record<string, string>>;
};

export type Opened = {
  /** Of the file as it was given, or of the member. */
  readonly name: string;
  /** The member's name as the archive has it; absent for a file that came alone. */
  readonly member?: string;
  readonly head: Head;
  readonly text: string;
  readonly options: ReadOptions;
  /** The text of another listed member, when the archive has it. */
  readonly beside: (member: RegExp) => Promise<string | undefined>;
};

export type Part = {
  /** The names, in lower case with their folders, that this part has in an archive; nothing else is opened. */
  readonly member: RegExp;
  readonly isLike: (head: Head) => boolean;
  readonly read: (opened: Opened) => Batches;
};

export type HistoryFormat = {
  readonly name: string;
  /** In the order in which they are read. */
  readonly parts: readonly Part[];
  /** The people of a household in a file of this format, when their rows must be told apart. */
  readonly profiles?: (opened: Opened) => Promise<readonly string[]>;
};

export const hasColumns =
  (...names: readonly string[]) =>
  ({ columns }: Head): boolean =>
    names.every((name) => columns.includes(name));

/** A member of this base name (a pattern) in whichever folder, but for some. */
export const memberCalled = (base: string, notIn: readonly string[] = []): RegExp =>
  new RegExp(`^${notIn.map((folder) => `(?!(?:.*/)?${folder}/)`).join('')}(?:.*/)?${base}$`);
