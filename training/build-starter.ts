// Builds data/starter from the tables it names: node training/build-starter.ts CATALOGUE_FOLDER [COLLECTION/shows.jsonl]
// The same tables give the same bytes. What was repaired, joined and added is printed, and told in data/starter/README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Show, ShowName } from '../src/core/show.ts';
import { foldTitle } from '../src/exchange/netflix-names.ts';
import { parseNetflixTitles } from '../src/exchange/netflix-titles.ts';
import { scriptOf } from '../src/exchange/script.ts';
import { writeStarter } from '../src/exchange/starter.ts';
import { isOf, type KoreanFacts, readCollection, readDramaTable } from './korean-facts.ts';

/** The collection runs the two words together; the broadcaster's page and the show's own title card do not. */
const SPELLINGS: Readonly<Record<string, { readonly text: string; readonly source: string }>> = {
  'run-on-2020': { text: '런 온', source: 'JTBC' },
};

const koreanName = (text: string, kind: ShowName['kind'], source: string): ShowName => {
  const script = scriptOf(text);
  return { text, kind, ...(script && { script }), ...(script === 'Hang' && { language: 'ko' }), source };
};

/** The titles that the facts and the list above add, each once, the native one first. */
function furtherNames(show: Show, all: readonly KoreanFacts[]): ShowName[] {
  const names: ShowName[] = [];
  const spelling = SPELLINGS[show.id];
  const native = all.find((facts) => facts.nativeTitle !== undefined);
  if (spelling) names.push(koreanName(spelling.text, 'native', spelling.source));
  if (native?.nativeTitle !== undefined)
    names.push(koreanName(native.nativeTitle, spelling ? 'alternative' : 'native', native.source));
  for (const facts of all)
    for (const title of facts.otherTitles) {
      const isNew = ![show.title, ...names.map((name) => name.text)].some(
        (name) => foldTitle(name) === foldTitle(title),
      );
      if (isNew) names.push({ ...koreanName(title, 'alternative', facts.source), language: 'en' });
    }
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
const lines: string[] = [];
const shows = entries.map((show) => {
  const all = korean.filter((facts) => isOf(facts, show));
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
