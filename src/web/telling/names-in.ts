// Which title a text may be about, in its own words. Whether the guide knows such a title is not known here.
import type { Reading } from '../../core/reading/finding.ts';

const HEADLINE_LETTERS = 120;

/** What the text may be about, the likeliest first: what the reader says, then the pieces of the headline. */
export function namesIn(text: string, reading: Reading | undefined): readonly string[] {
  const fact = (field: string): string | undefined => {
    const found = reading?.findings.find((finding) => finding.kind === 'fact' && finding.field === field);
    return found?.kind === 'fact' ? String(found.value) : undefined;
  };
  const headline = text.trimStart().split('\n', 1)[0] ?? '';
  const pieces = headline.length > HEADLINE_LETTERS ? [] : headline.split(/[–—:|()"“”‘]| - /);
  const names = [
    reading?.show.title,
    fact('title'),
    reading?.show.nativeTitle,
    fact('nativeTitle'),
    ...pieces.map((piece) => piece.replace(/^[#*_\s]+|[*_\s]+$/g, '')),
  ];
  return [...new Set(names.filter((name) => name !== undefined && name.length > 1))] as string[];
}
