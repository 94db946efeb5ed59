// What a value becomes on its way into a column and out of it, the same on both engines.

/**
 * Text as the store keeps it. PostgreSQL refuses NUL and UTF-8 has no lone surrogates, so each of them becomes U+FFFD,
 * one UTF-16 unit for one: every offset into the text stays where it was. What reads a text before it is stored reads
 * `asStored(text)`, so that quotes are those of the stored text.
 */
export const asStored = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** One bound parameter: text made storable, booleans 0 or 1, absent is NULL. */
export const asBound = (value: unknown): unknown => {
  if (typeof value === 'string') return asStored(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
};

export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? asStored(inner) : inner));

export const fromJson = <T>(text: string): T => JSON.parse(text) as T;
