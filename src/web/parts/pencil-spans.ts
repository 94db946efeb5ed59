// Spans that overlap as they like, cut into stretches over which the same spans lie, each span with a line of its own.
import type { Span } from '../../core/text.ts';

/** A span to draw: which note it belongs to and on which of the lines under the text (0 is the nearest). */
export type PencilSpan = Span & { readonly note: number; readonly slot: number };
/** A stretch and the spans over it, the shortest first. */
export type Stretch = Span & { readonly spans: readonly PencilSpan[] };

export const isWithin = (span: Span, text: string): boolean =>
  Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= text.length;

const SLOTS = 3;

/** Spans in order of start, the longer first; each takes the nearest line that is free where it begins. */
export function layLines(spans: readonly (Span & { readonly note: number })[]): readonly PencilSpan[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || a.note - b.note);
  const free = new Array<number>(SLOTS).fill(0);
  return ordered.map((span) => {
    const found = free.findIndex((end) => end <= span.start);
    const slot = found < 0 ? SLOTS - 1 : found;
    free[slot] = Math.max(free[slot] ?? 0, span.end);
    return { ...span, slot };
  });
}

/** In order; only stretches that carry something. */
export function stretches(spans: readonly PencilSpan[]): readonly Stretch[] {
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const found: Stretch[] = [];
  let open: PencilSpan[] = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    open = open.filter((span) => span.end > start);
    for (; next < ordered.length && ordered[next]!.start === start; next += 1) {
      if (ordered[next]!.end > start) open.push(ordered[next]!);
    }
    if (open.length > 0) {
      const over = [...open].sort((a, b) => a.end - a.start - (b.end - b.start) || a.note - b.note);
      found.push({ start, end, spans: over });
    }
  }
  return found;
}

/** Spans that touch or overlap, made one. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}
