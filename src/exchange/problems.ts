// What a parser says of a file that somebody else wrote: the entries it could use, and what it could not, by line.

export type Problem = { readonly line: number; readonly column?: number; readonly message: string };

export type Parsed<Entry> = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] };

/** The whole file cannot be used; the sentence says why and what to do. */
export type Unusable = { readonly unusable: string };

export const isUnusable = (answer: object): answer is Unusable => 'unusable' in answer;
