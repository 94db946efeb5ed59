// The fonts that are served: which files of the open font packages at which address, and the @font-face rules.
// Latin faces are few and come first; the Hangul slices are many, so their rules are a sheet of their own that a
// page links at the end of its body (the browser then fetches only the slices whose letters occur).

export type FontFile = { readonly url: string; readonly path: string };

/** Addresses carry the package's version: serve them as immutable. */
export const fontFiles: readonly FontFile[] = [];
/** Rules for Latin and the size-adjusted fallbacks: join it before the other styles. */
export const fontCss = '';
/** Rules for the Hangul slices: a sheet of its own, linked last in the body. */
export const hangulFontCss = '';
/** To preload in the head, at most two. */
export const fontPreloads: readonly string[] = [];
