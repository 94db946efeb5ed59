// Files that the operator fetched: IMDb's tables and Wikidata's JSON. They are read as a stream, and only rows of titles
// that are in the guide, or were asked for by id, are kept; beside the guide's own facts, under the source's name.
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { OutsideId, ShowId } from '../core/show.ts';
import { linesOfFile } from '../sources/file-lines.ts';
import { type ImdbFile, imdbFileOf } from '../sources/imdb-rows.ts';
import { bareDetails, type FileSource } from '../sources/source.ts';
import { entitiesOf, mayBeTitle, readEntity } from '../sources/wikidata-entity.ts';
import { insertShows } from '../store/shows.ts';
import { showFrom } from './ask-source.ts';
import { change, type Guide } from './guide.ts';
import { bringImdb, type Found, type ReadLines } from './import-imdb.ts';
import { keepSourced } from './keep-sourced.ts';
import { Refusal } from './refusal.ts';
import { noteUndo } from './undo.ts';

export type SourceFilesDone = {
  /** Titles that something is kept of, by source; and those that were new. */
  readonly kept: Readonly<Record<FileSource, number>>;
  readonly added: number;
  readonly problems: readonly string[];
};

export type SourceFilesWish = {
  /** IMDb ids of titles that are not in the guide and shall be. */
  readonly ids?: readonly string[];
  readonly onProgress?: (sentence: string) => void;
};

const TELL_EVERY = 500_000;
const KEEP_AT_ONCE = 200;

export async function importSourceFiles(
  guide: Guide,
  paths: readonly string[],
  { ids = [], onProgress = () => {} }: SourceFilesWish = {},
): Promise<SourceFilesDone> {
  const imdb: { -readonly [File in ImdbFile]?: string } = {};
  const wikidata: string[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'wikidata') wikidata.push(path);
    else imdb[kind] = path;
  }
  const lines = readTold(onProgress);
  const problems: string[] = [];
  const fromImdb =
    Object.keys(imdb).length === 0 ? [] : await bringImdb(guide, { paths: imdb, ids, lines, problems });
  const added = await keepAll(guide, 'imdb', fromImdb);
  const fromWikidata = await bringWikidata(guide, wikidata, lines);
  await keepAll(guide, 'wikidata', fromWikidata);
  return { kept: { imdb: fromImdb.length, wikidata: fromWikidata.length }, added, problems };
}

async function kindOf(path: string): Promise<ImdbFile | 'wikidata'> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new Refusal('not-found', `There is no file "${path}".`);
  for await (const line of guarded(path)) {
    const kind = imdbFileOf(line);
    if (kind !== undefined) return kind;
    if (line.trim() === '[') return 'wikidata';
    if (entitiesOf(line).some((entity) => readEntity(entity) !== undefined)) return 'wikidata';
    break;
  }
  throw new Refusal('invalid', `"${basename(path)}" is neither a table of IMDb nor JSON of Wikidata.`, {
    hint: 'Tables: title.basics, title.akas, title.episode, packed (.gz) or not. A dump of Wikidata: JSON, packed with gzip or not.',
  });
}

async function* guarded(path: string): AsyncGenerator<string> {
  try {
    for await (const line of linesOfFile(path)) if (line !== undefined) yield line;
  } catch (cause) {
    throw new Refusal(
      'invalid',
      `"${basename(path)}" cannot be read to its end (${(cause as Error).message}).`,
      {
        cause,
      },
    );
  }
}

const readTold = (onProgress: (sentence: string) => void): ReadLines =>
  async function* (path) {
    let count = 0;
    for await (const line of guarded(path)) {
      if (++count % TELL_EVERY === 0)
        onProgress(`${basename(path)}: ${count.toLocaleString('en')} lines read.`);
      yield line;
    }
  };

const idKey = ({ service, value }: OutsideId): string => `${service}\n${value}`;

async function bringWikidata(
  guide: Guide,
  paths: readonly string[],
  lines: ReadLines,
): Promise<readonly Found[]> {
  const byId = new Map<string, ShowId>();
  for (const show of guide.shelf.shows.values())
    for (const id of show.outsideIds) byId.set(idKey(id), show.id);
  const found = new Map<ShowId, Found>();
  for (const path of paths)
    for await (const line of lines(path)) {
      if (!mayBeTitle(line)) continue;
      for (const entity of entitiesOf(line)) {
        const title = readEntity(entity);
        const id = title?.outsideIds.map((one) => byId.get(idKey(one))).find((one) => one !== undefined);
        const show = id && guide.shelf.shows.get(id);
        if (title === undefined || show === undefined) continue;
        const page = `https://www.wikidata.org/wiki/${title.id}`;
        found.set(show.id, { show, details: { ...bareDetails(show, title.id), ...title, page } });
      }
    }
  return [...found.values()];
}

/** In portions, each whole or not at all; gives how many were new. */
async function keepAll(guide: Guide, source: FileSource, found: readonly Found[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < found.length; at += KEEP_AT_ONCE)
    await change(guide, async (tx) => {
      for (const { show, details } of found.slice(at, at + KEEP_AT_ONCE)) {
        const whose = show ?? showFrom(details, source);
        if (show === undefined) {
          await insertShows(tx, [whose]);
          await noteUndo(guide, tx, {
            what: 'add-show',
            before: [{ kind: 'show', id: whose.id, show: null }],
          });
          added++;
        }
        await keepSourced(guide, tx, { show: whose, source, details });
      }
    });
  return added;
}
