// How flags of the command line become values of the guide: numbers, lists, and "take it away".
import { type Call, UsageProblem } from './command.ts';

/** Undefined when the flag is not given, null when its value is empty. */
export function numberFlag(call: Call, flag: string): number | null | undefined {
  const text = call.get(flag);
  if (text === undefined) return undefined;
  if (text.trim() === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new UsageProblem(`--${flag} takes a number, not "${text}".`);
  return number;
}

export function textFlag(call: Call, flag: string): string | null | undefined {
  const text = call.get(flag);
  return text === undefined ? undefined : text.trim() || null;
}

export function listFlag(call: Call, flag: string): readonly string[] | undefined {
  return call
    .get(flag)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Without the fields that nobody gave. */
export function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}

/** A whole number from 1. */
export function countFlag(
  call: Call,
  flag: string,
  { otherwise, most }: { readonly otherwise: number; readonly most: number },
): number {
  const text = call.get(flag) ?? String(otherwise);
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new UsageProblem(`--${flag} takes a number from 1 to ${most}, not "${text}".`);
  return count;
}
