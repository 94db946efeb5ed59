// Markup as a value: a template tag that escapes all it is given, and is never a promise (hono's own may be one).
// It knows nothing of pages.
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString;
/** What may stand in a template: nothing is printed for undefined, null and false. */
export type Printable = Markup | string | number | undefined | null | false | readonly Printable[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** As hono marks it, made here: this file also runs in the page. */
const raw = (made: string): Markup => Object.assign(new String(made), { isEscaped: true as const }) as Markup;

const isMarkup = (value: string | Markup): value is Markup => 'isEscaped' in Object(value);

function print(value: Printable): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(print).join('');
  const text = value as string | Markup;
  return isMarkup(text) ? text.toString() : escapeText(text);
}

export function markup(strings: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  let out = strings[0] ?? '';
  for (const [index, value] of values.entries()) out += print(value) + (strings[index + 1] ?? '');
  return raw(out);
}

/** For text that is markup already because this room made it. */
export const asMarkup = (made: string): Markup => raw(made);

export const joinMarkup = (parts: readonly Printable[], between = ''): Markup =>
  raw(parts.map(print).join(between));

/** `when(isOpen, ' open')`: an attribute or nothing. The text must be a constant of the code. */
export const when = (condition: unknown, text: string): Markup => raw(condition ? text : '');

/**
 * An address for `href`: one within the site, or http(s). Anything else (javascript:, data:) becomes undefined.
 * Browsers skip blanks and control signs within a scheme, so these are looked through first.
 */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const seen = address.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  if (/^https?:\/\//i.test(seen)) return address;
  if (/^[a-z][a-z0-9+.-]*:/i.test(seen) || seen.startsWith('//') || seen.startsWith('\\')) return undefined;
  return seen.startsWith('/\\') ? undefined : address;
}
