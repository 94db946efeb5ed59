// Loads the reader from the files of the project: data/vocabulary.json and data/cues/*.tsv. Knows no rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader, type Reader, type ReaderData } from '../core/reading/read.ts';
import { parseVocabulary } from '../core/vocabulary.ts';

const dataFolder = join(import.meta.dirname, '..', '..', 'data');

export const loadReader = (folder: string = dataFolder): Reader => createReader(loadData(folder));

/** What `createReader` wants, for a reader that runs elsewhere (in a page, in another program). */
export const readerJson = (folder: string = dataFolder): string => JSON.stringify(loadData(folder));

function loadData(folder: string): ReaderData {
  const vocabulary = parseVocabulary(JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8')));
  const names = readdirSync(join(folder, 'cues')).filter((name) => name.endsWith('.tsv'));
  const cues = Object.fromEntries(
    names.map((name) => [name.slice(0, -'.tsv'.length), readFileSync(join(folder, 'cues', name), 'utf8')]),
  );
  return { vocabulary, cues };
}
