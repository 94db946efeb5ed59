// A part of a format that is one JSON text: a list, or an object with lists in it. Items are numbered from 1 and stand
// in for lines. An item that is no object, or that cannot be used, costs itself only.
import type { HistoryEntry } from '../../core/history/entry.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import type { Problem } from '../problems.ts';
import type { Batches, Opened, Part } from './format.ts';
import type { RowSays } from './table-part.ts';

export type ItemSays = Omit<RowSays, 'columns'> & Pick<HistoryEntry, 'columns'>;
export type ReadItem = (
  item: JsonObject,
  opened: Opened,
) => ItemSays | readonly ItemSays[] | string | undefined;

const ITEMS_AT_ONCE = 500;

export const jsonPart = (part: {
  readonly member: RegExp;
  /** Whether the whole is a list: an object otherwise, or either. */
  readonly isList?: boolean;
  readonly isLike: (start: string) => boolean;
  /** The lists of the text, each with what reads its items. */
  readonly lists: (
    value: unknown,
    opened: Opened,
  ) => Promise<readonly (readonly [unknown, ReadItem])[]> | readonly (readonly [unknown, ReadItem])[];
}): Part => ({
  member: part.member,
  isLike: ({ text }) =>
    (part.isList === true ? /^\uFEFF?\s*\[/ : /^\uFEFF?\s*[[{]/).test(text) && part.isLike(text),
  read: async function* (opened): Batches {
    let value: unknown;
    try {
      value = JSON.parse(opened.text.replace(/^\uFEFF/, ''));
    } catch {
      yield {
        entries: [],
        problems: [
          { line: 1, message: `${opened.member ?? 'The file'} is not whole JSON and could not be read.` },
        ],
      };
      return;
    }
    let number = 0;
    for (const [list, read] of await part.lists(value, opened)) {
      const items = Array.isArray(list) ? (list as readonly unknown[]) : [];
      for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
        yield readItems(items.slice(from, from + ITEMS_AT_ONCE), { read, opened, first: number + 1 });
        number += Math.min(ITEMS_AT_ONCE, items.length - from);
      }
    }
  },
});

function readItems(
  items: readonly unknown[],
  { read, opened, first }: { readonly read: ReadItem; readonly opened: Opened; readonly first: number },
) {
  const entries: HistoryEntry[] = [];
  const problems: Problem[] = [];
  const where = opened.member === undefined ? '' : ` of ${opened.member}`;
  for (const [at, item] of items.entries()) {
    const line = first + at;
    const says = isObject(item) ? read(item, opened) : `Item ${line}${where} is not an object.`;
    if (typeof says === 'string') problems.push({ line, message: `${says} The item was left out.` });
    else if (says !== undefined)
      for (const one of Array.isArray(says) ? (says as readonly ItemSays[]) : [says as ItemSays])
        entries.push({ ...one, line, ...(opened.member === undefined ? {} : { member: opened.member }) });
  }
  return { entries, problems };
}

/** An object's field that is an object; an empty one otherwise. */
export function inside(item: JsonObject, ...path: readonly string[]): JsonObject {
  let at: unknown = item;
  for (const name of path) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return isObject(at) ? at : {};
}

export const given = (item: JsonObject, name: string): string | number | undefined => {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
};

/** The named fields that are plain values, as text: what is kept of an item. */
export function keptFields(
  ...some: readonly (readonly [JsonObject, readonly string[], string?])[]
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [item, names, before = ''] of some)
    for (const name of names) {
      const value = Object.hasOwn(item, name) ? item[name] : undefined;
      if (typeof value === 'string' ? value !== '' : typeof value === 'number' || typeof value === 'boolean')
        kept[before + name] = String(value).slice(0, 4000);
    }
  return kept;
}
