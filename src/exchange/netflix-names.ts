// Titles and people's names of the Netflix table: cleaned, repaired where the damage is known, and made into ids.

/** What a spreadsheet made of seven titles, with the year that tells them apart, and what they were. */
export const REPAIRED_TITLES = [
  { damaged: '15-08-2025 00:00:00', year: 2019, title: '15 August' },
  { damaged: '22-07-2025 00:00:00', year: 2018, title: '22 July' },
  { damaged: '01-10-2001 00:00:00', year: 2014, title: 'October 1' },
  { damaged: '01-02-2009 00:00:00', year: 2018, title: '9 February' },
  { damaged: '0.99930555555555556', year: 2011, title: '23:59' },
  { damaged: '0.30486111111111108', year: 2016, title: '7:19' },
  { damaged: '0.03', year: 2020, title: '3%' },
] as const;

const MOST_WORDS_OF_A_NAME = 8;
const LONGEST_SLUG = 80;

/** Trimmed, inner white space made single, characters without width or use taken out. */
export const cleanText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');

/** The title as it was, or undefined when it is damaged in a way that cannot be undone. */
export function repairTitle(title: string, year: number | undefined): string | undefined {
  const repaired = REPAIRED_TITLES.find((repair) => repair.damaged === title && repair.year === year);
  if (repaired !== undefined) return repaired.title;
  const isDate = /^\d{2}-\d{2}-\d{4} \d{2}:\d{2}:\d{2}$/.test(title);
  const isFraction = /^0\.\d{2,}$/.test(title);
  return isDate || isFraction ? undefined : title;
}

/** A list of names between commas. "Jr." belongs to the name before it; a whole sentence is no name. */
export function splitPeople(cell: string): string[] {
  const names: string[] = [];
  for (const piece of cell.split(',')) {
    const name = cleanText(piece);
    const before = names.at(-1);
    if (before !== undefined && /^(Jr|Sr|II|III|IV)\.?$/.test(name))
      names[names.length - 1] = `${before} ${name}`;
    else if (name !== '' && name.split(' ').length <= MOST_WORDS_OF_A_NAME) names.push(name);
  }
  return [...new Set(names)];
}

/** For telling whether two titles or names are written alike: no case, accents or punctuation. */
export function foldTitle(title: string): string {
  const folded = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? title : folded;
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/**
 * The id of a show: its title in plain letters and its year ("run-on-2020"). A title in another script
 * takes the table's own id. Whoever changes this changes the addresses of every page: a test holds some.
 */
export function slugOf(title: string, year: number | undefined, outsideId: string): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[ıøłđðþæœß]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
      .replace(/[\p{M}'’]/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_SLUG)
      .replace(/^-|-$/g, '');
  const base = plain(title);
  if (base === '' || !/\p{Script=Latin}|\p{N}/u.test(title)) return `netflix-${plain(outsideId) || 'title'}`;
  return year === undefined ? base : `${base}-${year}`;
}
