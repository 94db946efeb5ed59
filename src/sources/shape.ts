// Looks into JSON that somebody else wrote: whatever is not of the kind that is asked for is absent. It throws nothing.

export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 20_000;

export const objectIn = (value: Json): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** The value at the end of the path, through objects only. */
export function at(value: Json, ...path: readonly string[]): Json {
  let here = value;
  for (const name of path) {
    const object = objectIn(here);
    if (object === undefined || !Object.hasOwn(object, name)) return undefined;
    here = object[name];
  }
  return here;
}

/** Trimmed, not empty, without control signs, and no longer than a page. */
export function textAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = at(value, ...path);
  if (typeof text !== 'string') return undefined;
  const clean = text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
  return clean === '' ? undefined : clean;
}

/** A whole number from 0; also one that is written as text. */
export function countAt(value: Json, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  const number = typeof found === 'string' && /^\d{1,9}$/.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

export function listAt(value: Json, ...path: readonly string[]): readonly JsonObject[] {
  const list = at(value, ...path);
  if (!Array.isArray(list)) return [];
  return list.slice(0, LONGEST_LIST).flatMap((item) => {
    const object = objectIn(item);
    return object === undefined ? [] : [object];
  });
}

export function textsAt(value: Json, ...path: readonly string[]): readonly string[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list.slice(0, 100).flatMap((item) => textAt({ item }, 'item') ?? []) : [];
}

/** "2020-12-16" when it begins with a day of the calendar. */
export function dayAt(value: Json, ...path: readonly string[]): string | undefined {
  const day = textAt(value, ...path)?.slice(0, 10);
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const instant = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day ? undefined : day;
}

/** An instant with a zone, as ISO 8601 in UTC. */
export function instantAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = textAt(value, ...path);
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** Two letters: ISO 3166. */
export function countryAt(value: Json, ...path: readonly string[]): string | undefined {
  const code = textAt(value, ...path)?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** An address of the web, or nothing. */
export function addressAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = textAt(value, ...path);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** An object without the fields that are absent. */
export const known = <Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

/** Each once, in the order of their first coming. */
export const each = <Value>(values: readonly (Value | undefined)[]): readonly Value[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** The first of each text, in order. */
export function eachNamed<Named extends { readonly text: string }>(
  names: readonly Named[],
): readonly Named[] {
  const seen = new Set<string>();
  return names.filter(({ text }) => !seen.has(text) && seen.add(text));
}
