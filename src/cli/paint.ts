// A little colour for people at a terminal; plain words when there is none. Also makes foreign text safe to print.

export type Paint = {
  readonly strong: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
};

export function paint(hasColour: boolean): Paint {
  const dress = (on: number, off: number) => (text: string) =>
    hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { strong: dress(1, 22), soft: dress(2, 22), good: dress(32, 39), bad: dress(31, 39) };
}

/** One line without control characters: a review's words must not move the cursor or retitle the window. */
export const printable = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
