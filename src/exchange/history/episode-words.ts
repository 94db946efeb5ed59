// How services write season and episode into a title, in the languages in which they do. Facts of language as tables;
// a pattern must fit the whole of a part between colons.

/** "Season 1" and its like: the word before the number. */
const SEASON_BEFORE =
  'Season|Series|Staffel|Saison|Temporada|Stagione|Seizoen|Säsong|Sæson|Sesong|Kausi|Sezon|Sezonul|Sezona|Sezóna|Série|Sería|' +
  'Сезон|Season No\\.|시즌|シーズン|Musim|Mùa|Phần|ซีซั่น|ซีซัน|ฤดูกาล|ปี|सीज़न|सीजन|الموسم|עונה|Σεζόν|Κύκλος|第';
/** "1. Staffel", "1ª temporada", "第1季", "1-й сезон": the word after the number. */
const SEASON_AFTER =
  'Season|Staffel|temporada|saison|stagione|sezon|sezona|sezóna|série|série|řada|évad|кы|сезон|sezoni|시즌|기|季|シーズン|期';
/** Parts that stand for seasons at Netflix, and for halves of films too. */
const PART_BEFORE =
  'Part|Teil|Parte|Partie|Deel|Del|Osa|Część|Часть|Частина|Část|Časť|Rész|Bölüm|Kısım|파트|パート|Volume|Vol\\.?|Book|Chapter|Collection|Batch|' +
  'Band|Livre|Libro|Livro|Buch|Bok|Kniha|Księga|Книга|Volumen|Том|볼륨|ボリューム|Kapitel|Capítulo|Chapitre|Capitolo|Hoofdstuk|Bagian|Bahagian|ภาค|भाग|الجزء|חלק|Μέρος|Κεφάλαιο';
const LIMITED =
  'Limited Series|Mini-?Series|Miniserie|Miniserien|Mini-?série|Série limitée|Serie limitada|Série limitada|Minissérie|Miniseria|' +
  'Miniserial|Minisarja|Minisorozat|Mini Dizi|Мини-сериал|Мини-серіал|리미티드 시리즈|미니시리즈|リミテッドシリーズ|限定系列|限定剧|限定劇|迷你剧|迷你劇|' +
  'Serie limitata|Begrensd serie|Beperkte serie|Begränsad serie|Begrenset serie|Limiteret serie|Seri Terbatas|Mini series|ลิมิเต็ดซีรีส์|Limitált sorozat|Serial limitowany';
const EPISODE_BEFORE =
  'Episode|Episodes|Ep\\.?|Folge|Épisode|Episodio|Episódio|Aflevering|Avsnitt|Afsnit|Jakso|Odcinek|Epizod|Epizoda|Epizóda|Díl|Diel|Episodul|' +
  'Эпизод|Серия|Епізод|Серія|Bölüm|에피소드|エピソード|Episod|Tập|ตอนที่|ตอน|एपिसोड|कड़ी|الحلقة|פרק|Επεισόδιο|Chapter|Capítulo|Kapitel|Chapitre|Capitolo|Hoofdstuk|제|第';
const EPISODE_AFTER = 'Bölüm|rész|epizód|epizoda|díl|серия|серія|эпизод|화|회|부|話|集|回|话';

const NUMBER = '(\\d{1,4}|[一二三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';
const ORDINAL = '(?:\\.|ª|º|a|-?[йяе]|ème|e|er|ère|°)?';
const whole = (inside: string): RegExp => new RegExp(`^(?:${inside})$`, 'iu');

const SEASONS = [
  whole(`(?:${SEASON_BEFORE})\\s*${NUMBER}\\s*(?:季|期|シーズン|시즌|기)?`),
  whole(`(?:第\\s*)?${NUMBER}${ORDINAL}\\s*(?:${SEASON_AFTER})`),
];
const PART = whole(`(?:${PART_BEFORE})\\s*${NUMBER}|(?:第\\s*)?${NUMBER}${ORDINAL}\\s*(?:${PART_BEFORE}|部)`);
const LIMITED_SERIES = whole(LIMITED);
const EPISODES = [
  new RegExp(
    `^(?:${EPISODE_BEFORE})\\s*${NUMBER}\\s*(?:화|회|話|集|回|话)?(?![\\p{L}\\p{N}])\\s*[:.–—-]?\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:제|第)?\\s*${NUMBER}${ORDINAL}\\s*(?:${EPISODE_AFTER})(?![\\p{L}\\p{N}])\\s*[:.–—-]?\\s*`,
    'iu',
  ),
];

const HAN = '一二三四五六七八九十';
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Up to 99 as 九十九. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return word + 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (sign: string | undefined) => (sign ? HAN.indexOf(sign) + 1 : 0);
  return (text.includes('十') ? 10 * (digit(tens) || 1) : 0) + digit(ones);
}

export type SeasonMark = {
  /** Absent for a series that has only one, and says so. */
  readonly number?: number;
  /** A word that also names halves of films: "Part 1". */
  readonly isWeak: boolean;
};

/** What a part between colons says of the season; undefined when it says none. */
export function seasonIn(part: string): SeasonMark | undefined {
  for (const pattern of SEASONS) {
    const match = pattern.exec(part);
    if (match !== null) return { number: numberOf(match[1]!), isWeak: false };
  }
  if (LIMITED_SERIES.test(part)) return { isWeak: false };
  const match = PART.exec(part);
  const number = match?.[1] ?? match?.[2];
  return number === undefined ? undefined : { number: numberOf(number), isWeak: true };
}

/** The number of the episode, and its name where it has one beside the number. */
export function episodeIn(words: string): { readonly episode?: number; readonly title?: string } {
  for (const pattern of EPISODES) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const rest = words.slice(match[0].length).trim();
    return { episode: numberOf(match[1]!), ...(rest === '' ? {} : { title: rest }) };
  }
  return words === '' ? {} : { title: words };
}
