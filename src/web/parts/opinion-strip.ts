// A feel or an aspect as a strip from "not at all" to "very": one dot per reviewer, stacked when equal, the mean marked.
import { type Markup, markup, safeAddress, when } from './markup.ts';

/** One reviewer's dot. `href` leads to the sentence; `quote` is what the dot says on hover and focus. */
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

/** Opinions stand in quarter steps from -2 to 2. */
const COLUMNS = 17;
/** So many dots in one column, or in a strip, can be told apart; more are drawn as bars. */
const MOST_IN_COLUMN = 6;
const MOST_DOTS = 40;
const BAR_STEPS = 10;

const clamp = (degree: number): number => (Number.isFinite(degree) ? Math.min(2, Math.max(-2, degree)) : 0);
const columnOf = (degree: number): number => Math.round((clamp(degree) + 2) * 4);
const sideOf = (column: number): string => (column > 8 ? 'is-aye' : column < 8 ? 'is-nay' : 'is-even');

function mark(voice: StripVoice, label: string, classes: string): Markup {
  const address = safeAddress(voice.href);
  const words =
    voice.quote === undefined
      ? markup`<span class="unseen">${label}</span>`
      : markup`<span class="dot-words">${voice.quote}</span>`;
  return address === undefined
    ? markup`<span class="${classes}">${words}</span>`
    : markup`<a class="${classes}" href="${address}">${words}</a>`;
}

function column(
  voices: readonly StripVoice[],
  at: number,
  row: { readonly label: string; readonly tallest: number; readonly isBars: boolean },
): Markup {
  if (voices.length === 0) return markup``;
  const side = sideOf(at);
  if (!row.isBars) {
    return markup`<li class="c${at}">${voices.map((voice) => mark(voice, row.label, `dot ${side}`))}</li>`;
  }
  const height = Math.max(1, Math.round((voices.length / row.tallest) * BAR_STEPS));
  const speaker = voices.find((voice) => voice.quote !== undefined) ?? voices[0]!;
  return markup`<li class="c${at}"><span class="count">${voices.length}</span>${mark(speaker, row.label, `bar b${height} ${side}`)}</li>`;
}

function strip(row: StripRow): Markup {
  const columns: StripVoice[][] = Array.from({ length: COLUMNS }, () => []);
  for (const voice of row.voices) columns[columnOf(voice.degree)]!.push(voice);
  const tallest = Math.max(0, ...columns.map((voices) => voices.length));
  const isBars = tallest > MOST_IN_COLUMN || row.voices.length > MOST_DOTS;
  const address = safeAddress(row.href);
  const label = address === undefined ? markup`${row.label}` : markup`<a href="${address}">${row.label}</a>`;
  const mean = ((clamp(row.strength) + 2) * 40 + 5).toFixed(1);
  const axis = markup`<svg class="strip-axis" viewBox="0 0 170 10" preserveAspectRatio="none" aria-hidden="true"><path d="M5 1H165M5 1V6M45 1V4M125 1V4M165 1V6"/><path class="middle" d="M85 1V8"/>${when(
    row.voices.length > 0,
    `<path class="mean" d="M${mean} 1V10"/>`,
  )}</svg>`;
  const marks = columns.map((voices, at) => column(voices, at, { label: row.label, tallest, isBars }));
  return markup`<li class="strip"><div class="strip-label">${label}</div><div class="strip-field"><ul class="dots${when(isBars, ' is-bars')}">${marks}</ul>${axis}</div><p class="strip-summary">${row.summary}</p></li>`;
}

/** The first `shown` rows stand open (seven), the rest under `more`, the summary's words ("12 more"). */
export function opinionStrips(input: {
  readonly rows: readonly StripRow[];
  readonly words: StripWords;
  readonly label: string;
  readonly kind?: 'feel' | 'aspect' | undefined;
  readonly shown?: number | undefined;
  readonly more?: ((count: number) => string) | undefined;
}): Markup {
  const { rows, words, more } = input;
  const shown = more === undefined ? rows.length : (input.shown ?? 7);
  const first = rows.slice(0, shown);
  const rest = rows.slice(shown);
  const ends = markup`<div class="strip-ends" aria-hidden="true"><span>${words.low}</span><span>${words.high}</span></div>`;
  const hidden =
    rest.length === 0
      ? ''
      : markup`<details><summary>${more?.(rest.length)}</summary><ul>${rest.map(strip)}</ul></details>`;
  return markup`<div class="strips p-${input.kind ?? 'feel'}" role="group" aria-label="${input.label}">${ends}<ul>${first.map(strip)}</ul>${hidden}</div>`;
}
