// Facts of Korean shows from a list in data/starter and two tables that lie outside the repository, and which show of the Netflix table each is of.
// A match needs the same title and kind, a fitting year and people in common; the few without people are listed by hand.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Show } from '../src/core/show.ts';
import { cleanText, foldTitle } from '../src/exchange/netflix-names.ts';

export type KoreanFacts = {
  readonly source: string;
  readonly title: string;
  readonly nativeTitle?: string;
  readonly otherTitles: readonly string[];
  readonly kind: Show['kind'];
  readonly people: readonly string[];
  readonly networks: readonly string[];
  readonly episodes?: number;
  readonly minutes?: number;
  readonly firstAired?: string;
  readonly lastAired?: string;
};

export const COLLECTION = 'K-drama collection';
export const DRAMA_TABLE = 'Korean dramas table';
export const TITLE_LIST = 'kdrama_text_data';

/** Shows whose entry in the collection names nobody; each was compared by hand with what is known of the show. */
const COMPARED_BY_HAND: ReadonlySet<string> = new Set([
  'Hotel del Luna',
  'Space Sweepers',
  'The K2',
  'The King: Eternal Monarch',
  'The Uncanny Counter',
  'Vagabond',
]);

/** The table has these in parts, each with its own count of episodes. */
const IN_PARTS: ReadonlySet<string> = new Set(['Arthdal Chronicles']);

type Entry = {
  readonly title: string;
  readonly nativeTitle: string | null;
  readonly otherTitles: readonly string[];
  readonly kind: Show['kind'];
  readonly episodes: number | null;
  readonly minutes: number | null;
  readonly networks: readonly string[];
  readonly firstAired: string | null;
  readonly lastAired: string | null;
  readonly people: readonly { readonly name: string }[];
};

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** One spelling for each network; a platform is named only when it stands alone. */
const networksOf = (names: readonly string[]): readonly string[] => {
  const clean = names.map((name) => (name.toLowerCase() === 'jtbc' ? 'JTBC' : cleanText(name)));
  const stations = clean.filter(
    (name) => !/^(netflix|viki|iqiyi|wetv|apple tv|disney\+|v ?live)$/i.test(name),
  );
  return stations.length > 0 ? stations : clean.slice(0, 1);
};

/** Some other titles were cut from file names ("It S", "Reply "): those are left out. */
const isWhole = (name: string): boolean =>
  name === name.trim() && name.length > 4 && !/ S\b| \p{Lu}$/u.test(name);

export const readCollection = (path: string): KoreanFacts[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const entry = JSON.parse(line) as Entry;
      return {
        source: COLLECTION,
        title: cleanText(entry.title),
        ...(entry.nativeTitle && { nativeTitle: cleanText(entry.nativeTitle) }),
        otherTitles: entry.otherTitles.filter(isWhole),
        kind: entry.kind,
        people: entry.people.map((person) => person.name),
        networks: networksOf(entry.networks),
        ...(entry.episodes && { episodes: entry.episodes }),
        ...(entry.minutes && { minutes: entry.minutes }),
        ...(isDay(entry.firstAired) && { firstAired: entry.firstAired }),
        ...(isDay(entry.lastAired) && { lastAired: entry.lastAired }),
      };
    });

/** Titles by the id of the show that they were compared with by hand. */
export const readTitleList = (path: string): Map<string, KoreanFacts> =>
  new Map(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [id = '', nativeTitle = '', others = ''] = line.split('\t');
        const otherTitles = others.split('|').filter((title) => title !== '');
        const facts = { source: TITLE_LIST, title: '', nativeTitle, otherTitles, people: [], networks: [] };
        return [id, { ...facts, kind: 'series' }];
      }),
  );

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Sep 10, 2018" as an ISO day. */
function dayOf(text: string | undefined): string | undefined {
  const match = /^(\w{3}) +(\d{1,2}), (\d{4})$/.exec((text ?? '').trim());
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (match === null || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[2]!.padStart(2, '0')}`;
}

/** Cells such as "['tvN', 'Netflix']". */
const itemsOf = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => cleanText(match[1] ?? match[2] ?? ''));

export const readDramaTable = (path: string): KoreanFacts[] =>
  (parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[]).map((row) => {
    const firstAired = dayOf(row['start airing']);
    const lastAired = dayOf(row['end airing']);
    return {
      source: DRAMA_TABLE,
      title: cleanText(row.drama_name ?? ''),
      otherTitles: [],
      kind: 'series',
      people: itemsOf(row.actors),
      networks: networksOf(itemsOf(row['Original Network'])),
      ...(Number(row.Episodes) > 0 && { episodes: Number(row.Episodes) }),
      ...(Number(row.Duration) > 0 && { minutes: Number(row.Duration) }),
      ...(firstAired && { firstAired }),
      ...(lastAired && { lastAired }),
    };
  });

/** "Yim Si-wan", "Si-wan Yim" and "Yim Si Wan" are one. */
const personKey = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');

/** The table gives a series the year of its latest season, which is not before its first. */
function hasFittingYear(facts: KoreanFacts, show: Show): boolean {
  const year = Number(facts.firstAired?.slice(0, 4));
  if (Number.isNaN(year) || show.year === undefined) return false;
  const latest = year + 1 + 3 * ((show.seasons ?? 1) - 1);
  return show.year >= year && show.year <= latest;
}

export function isOf(facts: KoreanFacts, show: Show): boolean {
  if (facts.source === DRAMA_TABLE && IN_PARTS.has(facts.title)) return false;
  if (facts.kind !== show.kind && facts.title !== 'Space Sweepers') return false;
  if (!show.countries.includes('KR') && show.countries.length > 0) return false;
  if (foldTitle(facts.title) !== foldTitle(show.title)) return false;
  if (facts.people.length === 0) return facts.source === COLLECTION && COMPARED_BY_HAND.has(facts.title);
  const known = new Set(show.credits.map((credit) => personKey(credit.name)));
  const shared = facts.people.filter((name) => known.has(personKey(name))).length;
  return shared >= 2 || (shared >= 1 && hasFittingYear(facts, show));
}
