// A fact as a rule hands it in, and the words of a sheet by index. Knows no field.
import type { Draft, FactField } from './finding.ts';
import { type Sheet, spanOf } from './sheet.ts';

export const folded = (sheet: Sheet, at: number): string => sheet.words[at]?.folded ?? '';

type Found = {
  readonly field: FactField;
  readonly value: string | number;
  readonly from: number;
  readonly to: number;
};
export function factDraft(
  sheet: Sheet,
  rule: string,
  { field, value, from, to, confidence = 0.8 }: Found & { readonly confidence?: number },
): Draft {
  const span = spanOf(sheet.words[from]!, sheet.words[to - 1]!);
  return {
    kind: 'fact',
    field,
    value,
    spans: [span],
    confidence,
    why: { rule, cue: sheet.text.slice(span.start, Math.min(span.end, span.start + 80)), scope: [] },
  };
}
