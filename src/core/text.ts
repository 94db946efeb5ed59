// Text as stored, cut into sentences and words that know their offsets (UTF-16 code units).

/** `end` is exclusive: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** `folded` is lower case, without diacritics, with straight quotes; never used for offsets. */
export type Word = Span & { readonly form: string; readonly folded: string };

export type Sentence = Span & { readonly index: number; readonly words: readonly Word[] };
