// The one cell in which Netflix writes show, season and episode, or a film, taken apart: "Dark: Season 1: Secrets",
// "Glass Onion: A Knives Out Mystery". What the words leave open is told by the other rows of the file: a show comes
// with many episodes, a film comes alone.
import type { TitleReading } from '../../core/history/entry.ts';
import { episodeIn, seasonIn } from './episode-words.ts';

/** With so many different endings a beginning is a show; a series of films has fewer. */
const SURELY_MANY = 8;
const MANY = 3;

export type Beginnings = {
  readonly learn: (title: string) => void;
  readonly read: (title: string) => readonly TitleReading[];
};

type Beginning = { hasSeason: boolean; readonly endings: Set<string>; readonly firstWords: Set<string> };

/** Learn every title of the file first, then read them. */
export function createBeginnings(): Beginnings {
  const known = new Map<string, Beginning>();
  const learned = new Set<string>();
  const beginningOf = (name: string): Beginning => {
    const found = known.get(name) ?? { hasSeason: false, endings: new Set(), firstWords: new Set() };
    known.set(name, found);
    return found;
  };
  const learn = (title: string): void => {
    if (learned.has(title)) return;
    learned.add(title);
    const parts = splitTitle(title);
    const marked = findSeason(parts);
    if (marked !== undefined) {
      beginningOf(joined(parts, 0, marked.at)).hasSeason = true;
      return;
    }
    for (let at = 1; at < parts.length; at++) {
      const { endings, firstWords } = beginningOf(joined(parts, 0, at));
      if (endings.size >= SURELY_MANY) continue;
      endings.add(joined(parts, at));
      firstWords.add(parts[at]!.split(/\s/)[0]!.toLowerCase());
    }
  };
  return { learn, read: (title) => readTitle(title, known) };
}

function readTitle(title: string, known: ReadonlyMap<string, Beginning>): readonly TitleReading[] {
  const parts = splitTitle(title);
  const marked = findSeason(parts);
  if (marked !== undefined) {
    const { at, season } = marked;
    const episode = { ...(season === undefined ? {} : { season }), ...episodeIn(joined(parts, at + 1)) };
    return [{ name: joined(parts, 0, at), kind: 'series', episode }];
  }
  const name = joined(parts, 0);
  const film: TitleReading = { name, kind: 'film' };
  if (parts.length === 1) return [film, { name, kind: 'series' }];
  const asSeries = (at: number): TitleReading => ({
    name: joined(parts, 0, at),
    kind: 'series',
    episode: episodeIn(joined(parts, at)),
  });
  const places = Array.from({ length: parts.length - 1 }, (_, before) => before + 1);
  const strength = new Map(places.map((at) => [at, strengthOf(known.get(joined(parts, 0, at)), parts[at]!)]));
  const sure = places.find((at) => strength.get(at) === 2);
  if (sure !== undefined) return [asSeries(sure)];
  const likely = places.filter((at) => strength.get(at) === 1).map(asSeries);
  const rest = places.filter((at) => strength.get(at) === 0).map(asSeries);
  return [...likely, film, ...rest];
}

/** 2: a show; 1: more likely a show than films; 0: nothing speaks for it. */
function strengthOf(beginning: Beginning | undefined, next: string): 0 | 1 | 2 {
  if (episodeIn(next).episode !== undefined) return 2;
  if (beginning === undefined) return 0;
  if (beginning.hasSeason || beginning.endings.size >= SURELY_MANY) return 2;
  // "Mission: Impossible - …" thrice: endings of films of one name begin alike.
  return beginning.endings.size >= MANY && beginning.firstWords.size > 1 ? 1 : 0;
}

const splitTitle = (title: string): readonly string[] =>
  title
    .split(/\s*(?::(?=\s|$)|：|\s:)\s*/u)
    .map((part) => part.trim())
    .filter((part, _at, all) => part !== '' || all.length === 1);

const joined = (parts: readonly string[], from: number, to = parts.length): string =>
  parts.slice(from, to).join(': ');

/** Where the part that names the season stands: after a name, and, for a word that films use too, before an episode. */
function findSeason(parts: readonly string[]): { readonly at: number; readonly season?: number } | undefined {
  for (let at = 1; at < parts.length; at++) {
    const mark = seasonIn(parts[at]!) ?? seasonNamedAfter(joined(parts, 0, at), parts[at]!);
    if (mark === undefined || (mark.isWeak && at === parts.length - 1)) continue;
    return { at, ...(mark.number === undefined ? {} : { season: mark.number }) };
  }
  return undefined;
}

/** "Stranger Things: Stranger Things 2: …". */
function seasonNamedAfter(name: string, part: string): { number: number; isWeak: true } | undefined {
  if (!part.toLowerCase().startsWith(`${name.toLowerCase()} `)) return undefined;
  const number = /^\d{1,2}$/.exec(part.slice(name.length + 1))?.[0];
  return number === undefined ? undefined : { number: Number(number), isWeak: true };
}
