// NeoDB's journal as NDJSON: a header, then one piece a line. A piece names its work by address; the catalogue beside
// it says what the work is. Collections are lists. Pieces of books, games and music are left out.

import type { HistoryEntry } from '../../core/history/entry.ts';
import { idsInAddresses, imdbId } from '../../core/history/outside-ids.ts';
import type { WatchState } from '../../core/watching.ts';
import { isObject, type JsonObject } from '../json-lines.ts';
import type { Problem } from '../problems.ts';
import { dayIn, instantIn, nameIn, proseIn, ratingIn, wholeIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type Batches, memberCalled, type Opened, type Part } from './format.ts';
import { given, keptFields } from './json-part.ts';

export const NEODB_STATES: Readonly<Record<string, WatchState>> = {
  wishlist: 'planned',
  progress: 'watching',
  complete: 'done',
  dropped: 'dropped',
};

type Work = Pick<HistoryEntry, 'readings' | 'ids'>;
const KINDS = { Movie: 'film', TVShow: 'series', TVSeason: 'series', TVEpisode: 'series' } as const;
const PIECES_AT_ONCE = 500;

export const neodbJournal: Part = {
  member: memberCalled('journal\\.ndjson'),
  isLike: ({ text }) => /^\uFEFF?\s*\{[^\n]*"neodb_version"/.test(text),
  read: readJournal,
};

/** Opened beside the journal for what its works are; it brings no row itself. */
export const neodbCatalogue: Part = {
  member: memberCalled('catalog\\.ndjson'),
  isLike: neodbJournal.isLike,
  read: async function* () {},
};

async function* readJournal(opened: Opened): Batches {
  const works = new Map<string, Work>();
  for (const { value } of linesOf((await opened.beside(memberCalled('catalog\\.ndjson'))) ?? ''))
    if (isObject(value)) takeWork(works, value);
  let [entries, problems]: [HistoryEntry[], Problem[]] = [[], []];
  for (const { line, value } of linesOf(opened.text)) {
    if (!isObject(value)) problems.push({ line, message: 'The line is not a JSON object and was left out.' });
    else
      for (const entry of piecesOf(value, works))
        entries.push({ ...entry, line, ...defined({ member: opened.member }) });
    if (entries.length < PIECES_AT_ONCE) continue;
    yield { entries, problems };
    [entries, problems] = [[], []];
  }
  yield { entries, problems };
}

function* linesOf(text: string): Generator<{ readonly line: number; readonly value: unknown }> {
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    line++;
    if (raw === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch {}
    yield { line, value };
  }
}

function takeWork(works: Map<string, Work>, item: JsonObject): void {
  const type = String(item.type ?? '');
  const address = given(item, 'id') ?? given(item, 'url') ?? given(item, 'href');
  if (address === undefined || !Object.hasOwn(KINDS, type)) return;
  const kind = KINDS[type as keyof typeof KINDS];
  const name = nameIn(item.display_title) ?? nameIn(item.title) ?? nameIn(item.name);
  if (name === undefined) return;
  const season = wholeIn(item.season_number, 1);
  const resources = Array.isArray(item.external_resources) ? item.external_resources : [];
  const links = resources.map((one: unknown) => (isObject(one) ? String(one.url ?? '') : '')).join(' ');
  const ids = [...(season === undefined ? imdbId(given(item, 'imdb')) : []), ...idsInAddresses(links)].filter(
    ({ service }) => season === undefined || service === 'tmdb',
  );
  const others = [nameIn(item.orig_title), nameIn(item.title)].filter(
    (other) => other !== undefined && other !== name,
  ) as string[];
  works.set(String(address), {
    ids: ids.filter((id, at) => ids.findIndex(({ service }) => service === id.service) === at),
    readings: [
      {
        name,
        kind,
        ...(others.length === 0 ? {} : { otherNames: others }),
        ...defined({ year: season === undefined || season === 1 ? yearIn(item.year) : undefined }),
        ...(season === undefined ? {} : { episode: { season } }),
      },
    ],
  });
}

type Piece = Omit<HistoryEntry, 'line' | 'member'>;

function piecesOf(piece: JsonObject, works: ReadonlyMap<string, Work>): readonly Piece[] {
  const type = String(piece.type ?? '');
  const content = isObject(piece.content) ? piece.content : {};
  if (type === 'Collection') return listed(piece, content, works);
  const address = String(given(content, 'withRegardTo') ?? given(piece, 'item') ?? '');
  const work = works.get(address);
  if (work === undefined) return [];
  const at = instantIn(content.published) ?? instantIn(piece.timestamp);
  const about = {
    ...work,
    numbering: 'neodb',
    ...defined({ saidAt: at }),
    columns: {
      type,
      work: address,
      ...keptFields([
        content,
        ['id', 'status', 'value', 'best', 'worst', 'name', 'content', 'published', 'updated'],
      ]),
    },
  };
  const key = `${type} ${given(content, 'id') ?? given(content, 'href') ?? address}`;
  const text = proseIn(content.content);
  const publishedOn = dayIn(content.published);
  switch (type) {
    case 'ShelfMember':
      return [{ ...about, key, ...defined({ state: NEODB_STATES[String(content.status ?? '')] }) }];
    case 'Rating':
      return [{ ...about, key, ...defined({ rating: ratingIn(content.value, Number(content.best) || 10) }) }];
    case 'Comment':
    case 'Review':
      return text === undefined
        ? []
        : [{ ...about, key, review: { text, ...defined({ title: nameIn(content.name), publishedOn }) } }];
    case 'Note':
      return text === undefined ? [] : [{ ...about, key, note: text }];
    default:
      return [];
  }
}

function listed(piece: JsonObject, content: JsonObject, works: ReadonlyMap<string, Work>): readonly Piece[] {
  const list = nameIn(content.name) ?? 'NeoDB';
  const items = Array.isArray(piece.items) ? piece.items.filter(isObject) : [];
  return items.flatMap((item): readonly Piece[] => {
    const address = String(given(item, 'item') ?? '');
    const work = works.get(address);
    return work === undefined
      ? []
      : [
          {
            ...work,
            numbering: 'neodb',
            key: `list ${list} ${address}`,
            lists: [list],
            columns: { type: 'Collection', list, work: address },
          },
        ];
  });
}
