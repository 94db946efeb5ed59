// What every verb is given: the store, the reader, the shelf in memory, who is asking and what time it is.
// And the one way in which a verb writes.
import type { Reader } from '../core/reading/read.ts';
import type { PersonId } from '../core/watching.ts';
import type { Store } from '../store/database.ts';
import type { Db } from '../store/schema.ts';
import { catchUp } from './follow.ts';
import type { Shelf } from './shelf.ts';
import type { SourceAccess } from './source-access.ts';

export type Guide = {
  readonly store: Store;
  readonly reader: Reader;
  readonly shelf: Shelf;
  readonly me: PersonId;
  readonly now: () => Date;
  /** What goes on behind the verbs; `closeGuide` ends it. */
  readonly background: Background;
  readonly sources: SourceAccess;
};

export type Background = {
  isClosing: boolean;
  /** Reading again and following; each settles soon after `isClosing`. */
  readonly tasks: Set<Promise<unknown>>;
  timer?: NodeJS.Timeout;
  /** While kept reviews are read again after the reader changed. */
  readingAgain?: { readonly done: number; readonly all: number };
};

/** One verb, one transaction: all of it is kept, or nothing. Afterwards the shelf knows it too. */
export async function change<Result>(guide: Guide, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const result = await guide.store.db.transaction().execute(work);
  await catchUp(guide);
  return result;
}
