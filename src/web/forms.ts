// What a posted form says, as text that is trimmed and limited, and where to go afterwards. It checks no meaning.
import { HTTPException } from 'hono/http-exception';
import type { Request } from './visit.ts';

export type Form = Readonly<Record<string, string | File>>;

export async function readForm(c: Request): Promise<Form> {
  try {
    return (await c.req.parseBody()) as Form;
  } catch (cause) {
    // A body that is not what its content type says; one that is too large is told by its own handler.
    if (cause instanceof TypeError) throw new HTTPException(400, { cause });
    throw cause;
  }
}

/** Trimmed; undefined when it is absent, empty or a file. */
export function textOf(form: Form, name: string): string | undefined {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** As it was given, line ends as the browser's form rules make them taken back to what was typed. */
export function proseOf(form: Form, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

export function fileOf(form: Form, name: string): File | undefined {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return value instanceof File && value.name !== '' ? value : undefined;
}

/** Commas or lines apart. */
export const listOf = (form: Form, name: string, between: ',' | '\n'): readonly string[] =>
  proseOf(form, name)
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A path of this site that a form says to return to; anything else goes to `otherwise`. */
export function backTo(form: Form, otherwise: string): string {
  const back = textOf(form, 'back');
  return back !== undefined && /^\/(?![/\\])/.test(back) && !/[\u0000-\u001f]/.test(back) ? back : otherwise;
}
