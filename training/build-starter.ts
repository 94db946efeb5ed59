// Builds data/starter from the tables it names: node training/build-starter.ts CATALOGUE_FOLDER [COLLECTION/shows.jsonl]
// The same tables give the same bytes. What was repaired, joined and added is printed, and told in data/starter/README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Show, ShowName } from '../src/core/show.ts';
import { foldTitle } from '../src/exchange/netflix-names.ts';
import { parseNetflixTitles } from '../src/exchange/netflix-titles.ts';
import { scriptOf } from '../src/exchange/script.ts';
import { writeStarter } from '../src/exchange/starter.ts';
import { isOf, type KoreanFacts, readCollection, readDramaTable, readTitleList } from './korean-facts.ts';

const koreanName = (text: string, kind: ShowName['kind'], source: string): ShowName => {
  const script = scriptOf(text);
  return { text, kind, ...(script && { script }), language: script === 'Latn' ? 'en' : 'ko', source };
};

/** The titles that the facts add, each once; the first native one is the show's, other spellings of it are further names. */
function furtherNames(show: Show, all: readonly KoreanFacts[]): ShowName[] {
  const names: ShowName[] = [];
  for (const { nativeTitle, source } of all)
    if (nativeTitle !== undefined && names.every((name) => name.text !== nativeTitle))
      names.push(koreanName(nativeTitle, names.length === 0 ? 'native' : 'alternative', source));
  const isNew = (title: string): boolean =>
    [show.title, ...names.map((name) => name.text)].every((name) => foldTitle(name) !== foldTitle(title));
  for (const { otherTitles, source } of all)
    for (const title of otherTitles) if (isNew(title)) names.push(koreanName(title, 'alternative', source));
  return names;
}

/** Episodes, length and dates in these tables are of one season: they fit a show of one season only. */
function withFacts(show: Show, all: readonly KoreanFacts[]): Show {
  const [first] = all.filter((facts) => facts.networks.length > 0 || facts.episodes !== undefined);
  const named: Show = { ...show, names: [...show.names, ...furtherNames(show, all)] };
  if (first === undefined) return named;
  const { networks, episodes, minutes, firstAired, lastAired } = first;
  if (show.seasons !== 1) return { ...named, networks };
  return {
    ...named,
    networks,
    ...(episodes && { episodes }),
    ...(minutes && { minutes }),
    ...(firstAired && { firstAired }),
    ...(lastAired && { lastAired }),
  };
}

/** One line per show that took facts from elsewhere: what, and from which source. */
function factLines(show: Show, all: readonly KoreanFacts[]): string {
  const names = show.names.filter((name) => name.kind !== 'title');
  const source = all.find((facts) => facts.networks.length > 0 || facts.episodes !== undefined)?.source;
  const cells = [
    show.id,
    names.map((name) => `${name.text} (${name.kind}: ${name.source})`).join('; '),
    show.networks.join(', '),
    show.seasons === 1 ? (show.episodes ?? '') : '',
    show.seasons === 1 ? (show.minutes ?? '') : '',
    show.firstAired ?? '',
    show.lastAired ?? '',
    source ?? '',
  ];
  return cells.join('\t');
}

const [catalogue, collection] = process.argv.slice(2);
if (catalogue === undefined) {
  console.error('usage: node training/build-starter.ts CATALOGUE_FOLDER [COLLECTION/shows.jsonl]');
  process.exit(2);
}
const out = join(import.meta.dirname, '..', 'data', 'starter');
const { entries, problems } = parseNetflixTitles(readFileSync(join(catalogue, 'netflix_titles.csv')));
for (const problem of problems) console.error(`netflix_titles.csv:${problem.line}: ${problem.message}`);

const dramaTable = join(catalogue, 'korean_dramas_1471.csv');
const korean = [
  ...(collection === undefined ? [] : readCollection(collection)),
  ...(existsSync(dramaTable) ? readDramaTable(dramaTable) : []),
];
const titles = readTitleList(join(out, 'korean-titles.tsv'));
const strangers = [...titles.keys()].filter((id) => entries.every((show) => show.id !== id));
if (strangers.length > 0) throw new Error(`korean-titles.tsv names shows that are not there: ${strangers}`);
const lines: string[] = [];
const shows = entries.map((show) => {
  const listed = titles.get(show.id);
  const all = [...(listed ? [listed] : []), ...korean.filter((facts) => isOf(facts, show))];
  if (all.length === 0) return show;
  const fuller = withFacts(show, all);
  lines.push(factLines(fuller, all));
  return fuller;
});
const bytes = writeStarter(shows);
writeFileSync(join(out, 'titles.jsonl.gz'), bytes);
const header = 'id\tnames\tnetworks\tepisodes\tminutes\tfirstAired\tlastAired\tsourceOfTheLastFive';
writeFileSync(join(out, 'further-facts.tsv'), `${[header, ...lines].join('\n')}\n`);
console.error(`${shows.length} titles, ${bytes.length} bytes, ${lines.length} with further facts`);
