// A review with its findings drawn under the words, as text: made to be read, and compared line by line.
import type { Finding } from '../src/core/reading/finding.ts';

const COLUMNS = 100;

type Line = { readonly start: number; readonly end: number };
type Mark = { readonly start: number; readonly end: number; readonly label: string };

/** Each line of prose, under it "3~~~~" where the third finding has its words, and at the end what was found. */
export function underlined(text: string, findings: readonly Finding[]): string {
  const marks = findings.flatMap(({ evidence }, at) =>
    evidence.map(({ start, end }) => ({ start, end, label: String(at + 1) })),
  );
  const prose = linesOf(text).flatMap((line) => [
    text.slice(line.start, line.end).trimEnd(),
    ...rowsUnder(line, marks),
  ]);
  const notes = findings.map(
    ({ evidence: _, confidence: __, why, kind, ...claim }, at) =>
      `${String(at + 1).padStart(3)} ${kind} ${JSON.stringify(claim).slice(1, -1)} · ${why.rule}`,
  );
  return [...prose, '', ...notes, ''].join('\n');
}

/** Broken at blanks, as far as there are any. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const whole = newline < 0 ? text.length : newline;
    const blank = text.lastIndexOf(' ', start + COLUMNS);
    const end = whole <= start + COLUMNS ? whole : blank > start ? blank : start + COLUMNS;
    lines.push({ start, end });
    start = text[end] === '\n' || text[end] === ' ' ? end + 1 : end;
  }
  return lines;
}

/** Marks that overlap stand in rows of their own. */
function rowsUnder(line: Line, marks: readonly Mark[]): readonly string[] {
  const rows: string[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(mark.start, line.start) - line.start;
    const to = Math.min(mark.end, line.end) - line.start;
    if (from >= to) continue;
    const drawn = mark.label.padEnd(to - from, '~');
    const at = rows.findIndex((row) => row.length <= from);
    const free = at < 0 ? rows.push('') - 1 : at;
    rows[free] = (rows[free] ?? '').padEnd(from) + drawn;
  }
  return rows;
}
