// Garbage that the engine would keep for later is given back at once, where there will be no later or not enough memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: ((options: object) => void) | undefined;

/** At once and all of it where there will be no later; within a long work, what a plain collection gives. */
export function giveBackMemory({ isThorough = true }: { readonly isThorough?: boolean } = {}): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as (options: object) => void;
  }
  collect({ type: 'major', execution: 'sync', ...(isThorough ? { flavor: 'last-resort' } : {}) });
}
