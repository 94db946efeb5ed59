// How wide a text will be, about, without a browser: letters in classes, in em of the face they are set in.

const NARROW = new Set("iljtfrI.,:;'’‘!|()[]-– ");
const WIDE = new Set('mwMW@—…');

/** Full-width letters: Hangul, kana, Hanja and what is set like them. */
export const isFullWidth = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xff60) ||
  code >= 0x1f000;

/** In em; rather too wide than too narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (isFullWidth(code)) width += 0.96;
    else if (NARROW.has(letter)) width += 0.32;
    else if (WIDE.has(letter)) width += 0.88;
    else if (/\p{M}/u.test(letter)) width += 0;
    else if (/\p{Lu}/u.test(letter)) width += 0.67;
    else width += 0.53;
  }
  return width;
}

/** Words in lines no wider than `limit` em. A word that is too wide alone is broken. Full-width text breaks anywhere. */
export function wrap(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const word of words) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= limit) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter) > limit) {
        lines.push(line);
        line = letter;
      } else line += letter;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Cut to a width, with an ellipsis when something is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length < limit && widthOf(text) <= limit) return text;
  let kept = '';
  let width = 0.9;
  for (const letter of text) {
    width += widthOf(letter);
    if (width > limit) return widthOf(text) <= limit ? text : `${kept.trimEnd()}…`;
    kept += letter;
  }
  return text;
}
