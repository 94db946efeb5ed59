// Korean particles that depend on the last sound of the word before them.

/** 을/를 and its like by the last sound of a word; a word that does not end in Hangul gets both in writing. */
export function particle(word: string, withFinal: string, withoutFinal: string): string {
  const last = word.codePointAt(word.length - 1) ?? 0;
  if (last < 0xac00 || last > 0xd7a3) return `${word}${withFinal}(${withoutFinal})`;
  return (last - 0xac00) % 28 === 0 ? `${word}${withoutFinal}` : `${word}${withFinal}`;
}
