// A feel or an aspect as a strip from "not at all" to "very": one dot per reviewer, the mean marked.
import { type Markup, markup } from './markup.ts';

/** One reviewer's dot. `href` leads to the sentence; `quote` is what the dot says on focus. */
export type StripVoice = {
  /** -2 to 2. */
  readonly degree: number;
  readonly quote?: string | undefined;
  readonly href?: string | undefined;
};
export type StripRow = {
  readonly label: string;
  readonly href?: string | undefined;
  /** The mean, -2 to 2. */
  readonly strength: number;
  readonly voices: readonly StripVoice[];
  /** The strip in words, shown under it and read aloud: "3 say so, 1 disagrees". */
  readonly summary: string;
};
export type StripWords = {
  /** The ends of the scale: "not at all", "very". */
  readonly low: string;
  readonly high: string;
};

/** The first `shown` rows stand open (seven), the rest under `more`, the summary's words ("12 more"). */
export function opinionStrips(input: {
  readonly rows: readonly StripRow[];
  readonly words: StripWords;
  readonly label: string;
  readonly shown?: number | undefined;
  readonly more?: (count: number) => string | undefined;
}): Markup {
  return markup`<div class="strips" aria-label="${input.label}"></div>`;
}
