// Folding of names: what never tells two names apart (case, diacritics, hyphens, quotes) is taken away.
// Offsets are lost here; it knows nothing of scripts beyond letters and digits.

const LONGEST = 200;
// Letters whose base form Unicode does not give by decomposition.
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

// Most names: there is nothing to fold but case.
const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Lower case, words with one space between. Hyphens join ("Si-wan" is "siwan"), other signs part. */
export function foldName(text: string): string {
  if (text.length <= LONGEST && SIMPLE.test(text)) return text.toLowerCase();
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return (
    cut
      .normalize('NFKD')
      // Only Latin accents: the marks of kana and of Indic scripts are letters to their readers.
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN[letter] ?? letter)
      .replace(/&/g, ' and ')
      .replace(/[-'’‘`´ʼ"“”‐‑‒–.]/g, (sign) => (sign === '.' ? '. ' : ''))
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
  );
}

export const squeeze = (folded: string): string => folded.replaceAll(' ', '');

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
export const isHangul = (unit: number): boolean => unit >= HANGUL_FIRST && unit <= HANGUL_LAST;
export const isKana = (unit: number): boolean => unit >= 0x3041 && unit <= 0x30fc;

/** True when the name holds a Hangul syllable. */
export function hasHangul(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHangul(text.charCodeAt(i))) return true;
  return false;
}
