// Kana in Latin letters after Hepburn, long vowels shortened (as names are written abroad). Kanji stay as they are.

const ROWS: Readonly<Record<string, string>> = {
  あいうえお: 'a i u e o',
  かきくけこ: 'ka ki ku ke ko',
  がぎぐげご: 'ga gi gu ge go',
  さしすせそ: 'sa shi su se so',
  ざじずぜぞ: 'za ji zu ze zo',
  たちつてと: 'ta chi tsu te to',
  だぢづでど: 'da ji zu de do',
  なにぬねの: 'na ni nu ne no',
  はひふへほ: 'ha hi fu he ho',
  ばびぶべぼ: 'ba bi bu be bo',
  ぱぴぷぺぽ: 'pa pi pu pe po',
  まみむめも: 'ma mi mu me mo',
  やゆよ: 'ya yu yo',
  らりるれろ: 'ra ri ru re ro',
  わをんゔ: 'wa o n vu',
  ぁぃぅぇぉ: 'a i u e o',
};
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(ROWS).flatMap(([kana, latin]) => {
    const spelled = latin.split(' ');
    return [...kana].map((letter, i) => [letter, spelled[i]!] as const);
  }),
);
const SMALL: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

const toHiragana = (letter: string): string => {
  const unit = letter.charCodeAt(0);
  return unit >= 0x30a1 && unit <= 0x30f6 ? String.fromCharCode(unit - 0x60) : letter;
};

/** Kana in Latin letters; everything else is left as it is. */
export function romaniseKana(text: string): string {
  let latin = '';
  let doubles = false;
  for (const given of text) {
    const letter = toHiragana(given);
    const glide = SMALL[letter];
    if (letter === 'っ') doubles = true;
    else if (letter === 'ー') continue;
    else if (glide !== undefined && latin.endsWith('i'))
      latin = latin.slice(0, -1) + (/(?:sh|ch|j)i$/.test(latin) ? '' : 'y') + glide;
    else {
      const spelled = LETTERS.get(letter) ?? given;
      latin +=
        doubles && LETTERS.has(letter) ? (spelled.startsWith('ch') ? 't' : spelled[0]) + spelled : spelled;
      doubles = false;
    }
  }
  return latin.replaceAll('ou', 'o').replaceAll('oo', 'o').replaceAll('uu', 'u');
}
