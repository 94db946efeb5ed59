// Takes typed fields out of an object that somebody else wrote. A field that cannot be used is left out and said;
// null and a missing field are the same. Only the fields asked for are looked at, however deep the rest is.
import { isDay } from '../core/day.ts';
import { isObject, type JsonObject } from './json-lines.ts';

const LIMIT_TEXT = 2000;
const LIMIT_LIST = 1000;

export type Fields = {
  /** Trimmed, never empty, at most `limit` characters. */
  readonly text: (name: string, limit?: number) => string | undefined;
  /** As it stands: blanks and all. */
  readonly verbatim: (name: string, limit: number) => string | undefined;
  readonly whole: (name: string, least: number, most: number) => number | undefined;
  readonly number: (name: string, least: number, most: number) => number | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly day: (name: string) => string | undefined;
  readonly oneOf: <Choice extends string>(name: string, choices: readonly Choice[]) => Choice | undefined;
  readonly texts: (name: string) => readonly string[];
  /** The objects of a list, each as fields of its own. */
  readonly list: (name: string) => readonly Fields[];
  readonly fields: (name: string) => Fields | undefined;
  readonly is: (name: string, type: 'number' | 'string') => boolean;
  readonly complain: (message: string) => void;
};

export function openFields(record: JsonObject, complain: (message: string) => void): Fields {
  const get = (name: string): unknown =>
    (Object.hasOwn(record, name) ? record[name] : undefined) ?? undefined;
  const leaveOut = (name: string, why: string): undefined => {
    complain(`"${name}" ${why} and was left out.`);
  };
  const verbatim = (name: string, limit: number): string | undefined => {
    const value = get(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return leaveOut(name, 'is not text');
    if (value.length > limit) return leaveOut(name, `is longer than ${limit} characters`);
    return value.includes('\u0000') ? leaveOut(name, 'is not text') : value.toWellFormed();
  };
  const number = (name: string, least: number, most: number): number | undefined => {
    const value = get(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !(value >= least && value <= most))
      return leaveOut(name, `is not a number from ${least} to ${most}`);
    return value;
  };
  const items = (name: string): readonly unknown[] => {
    const value = get(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) return leaveOut(name, 'is not a list') ?? [];
    return value.length > LIMIT_LIST ? (leaveOut(name, `has more than ${LIMIT_LIST} entries`) ?? []) : value;
  };
  const text = (name: string, limit = LIMIT_TEXT) => verbatim(name, limit)?.trim() || undefined;
  return {
    text,
    verbatim,
    number,
    whole: (name, least, most) => {
      const value = number(name, least, most);
      return value === undefined || Number.isInteger(value) ? value : leaveOut(name, 'is not a whole number');
    },
    flag: (name) => {
      const value = get(name);
      return value === undefined || typeof value === 'boolean'
        ? value
        : leaveOut(name, 'is not true or false');
    },
    day: (name) => {
      const value = text(name);
      return value === undefined || isDay(value) ? value : leaveOut(name, 'is not a day such as 2024-02-29');
    },
    oneOf: (name, choices) => {
      const value = text(name);
      if (value === undefined) return undefined;
      return choices.find((choice) => choice === value) ?? leaveOut(name, `is none of ${choices.join(', ')}`);
    },
    texts: (name) =>
      items(name).flatMap((item) => {
        const usable = typeof item === 'string' && item.length <= LIMIT_TEXT && !item.includes('\u0000');
        if (!usable) complain(`An entry of "${name}" is not text and was left out.`);
        return usable && item.trim() !== '' ? [item.trim().toWellFormed()] : [];
      }),
    list: (name) =>
      items(name).flatMap((item) => {
        if (isObject(item)) return [openFields(item, complain)];
        complain(`An entry of "${name}" is not an object and was left out.`);
        return [];
      }),
    fields: (name) => {
      const value = get(name);
      if (value === undefined) return undefined;
      return isObject(value) ? openFields(value, complain) : leaveOut(name, 'is not an object');
    },
    is: (name, type) => typeof get(name) === type,
    complain,
  };
}

/** An object without the fields that are absent, as types with optional fields want it. */
export function present<Fieldset extends Record<string, unknown>>(fields: Fieldset): Present<Fieldset> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fieldset>;
}

type Present<Fieldset> = {
  [Key in keyof Fieldset as undefined extends Fieldset[Key] ? never : Key]: Fieldset[Key];
} & {
  [Key in keyof Fieldset as undefined extends Fieldset[Key] ? Key : never]?: Exclude<
    Fieldset[Key],
    undefined
  >;
};
