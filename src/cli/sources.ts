// `runon sources`: which other services may be asked, switching them on and off, searching, fetching, refreshing.
import { text as readAll } from 'node:stream/consumers';
import { addFromSource, fetchShow, searchSources } from '../guide/ask-source.ts';
import { resolveShow } from '../guide/find-show.ts';
import type { Guide } from '../guide/guide.ts';
import { importSourceFiles } from '../guide/import-source-files.ts';
import { refreshSources } from '../guide/refresh-sources.ts';
import { Refusal } from '../guide/refusal.ts';
import { checkSource, sourcesOn } from '../guide/source-access.ts';
import { forgetSource, listSources, type SourceState, switchSource } from '../guide/switch-source.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { writeLine } from './lines.ts';
import { printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

type Act = (guide: Guide, context: Context, call: Call) => Promise<number>;

export const runSources: Command['run'] = (context, call) => {
  const [act = 'list', ...rest] = call.words;
  const run = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (run === undefined)
    throw new UsageProblem(`"sources ${act}" is none of ${Object.keys(ACTS).join(', ')}.`);
  return withGuide(context, (guide) => run(guide, context, { ...call, words: rest }));
};

const list: Act = async (guide, context, call) => {
  const states = await listSources(guide);
  if (call.has('json')) await writeLine(context.output, JSON.stringify(states));
  else for (const state of states) await writeLine(context.output, lineOf(state));
  return 0;
};

const lineOf = ({ name, terms, isAsked, isOn, hasKey, titles, lastFetchedAt }: SourceState): string =>
  [
    name.padEnd(9),
    (isAsked ? (isOn ? 'on' : 'off') : 'files').padEnd(6),
    `${titles} ${titles === 1 ? 'title' : 'titles'}${lastFetchedAt === undefined ? '' : `, last ${lastFetchedAt.slice(0, 10)}`}`,
    terms.needsKey && !hasKey ? 'needs a key of your own' : '',
    terms.licence,
  ]
    .filter((part) => part !== '')
    .join('  ');

const on: Act = async (guide, context, call) => {
  const name = oneWord(call, 'on');
  const key = call.get('key') === '-' ? (await readAll(context.input)).trim() : call.get('key');
  const country = call.get('country');
  await switchSource(guide, name, {
    isOn: true,
    ...(key === undefined ? {} : { key }),
    ...(country === undefined ? {} : { country }),
  });
  context.notes.write(`${name} is on. "runon sources refresh" fetches what you follow.\n`);
  return 0;
};

const off: Act = async (guide, context, call) => {
  const name = oneWord(call, 'off');
  if (call.has('forget')) {
    const { titles } = await forgetSource(guide, name);
    context.notes.write(`${name} is off, and what it said of ${titles} titles is dropped.\n`);
  } else {
    await switchSource(guide, name, { isOn: false });
    context.notes.write(`${name} is off; what it said stays. --forget drops that too.\n`);
  }
  return 0;
};

const search: Act = async (guide, context, call) => {
  const words = call.words.join(' ').trim();
  if (words === '') throw new UsageProblem('What shall be looked for? runon sources search WORDS.');
  const hits = await searchSources(guide, words, onlySource(call));
  if (call.has('json')) await writeLine(context.output, JSON.stringify(hits));
  else
    for (const hit of hits) {
      const facts = [hit.kind, hit.year, hit.country, hit.showId && 'in your guide']
        .filter(Boolean)
        .join(', ');
      await writeLine(context.output, `${hit.source}:${hit.id}  ${printable(hit.title)}  (${facts})`);
    }
  if (hits.length === 0) context.notes.write('Nothing is found.\n');
  else context.notes.write('"runon sources fetch --id NAME:ID" brings one in.\n');
  return 0;
};

const fetchOne: Act = async (guide, context, call) => {
  const id = idFlag(call);
  const words = call.words.join(' ').trim();
  if (words === '' && id === undefined)
    throw new UsageProblem(
      'Which title? runon sources fetch TITLE, or --id NAME:ID for one that is not here.',
    );
  const source = id?.source ?? onlySource(call) ?? (await sourcesOn(guide))[0] ?? 'tvmaze';
  const done =
    words === ''
      ? await addFromSource(guide, source, id!.id)
      : await fetchShow(guide, resolveShow(guide, words).id, {
          source,
          ...(id === undefined ? {} : { id: id.id }),
        });
  await writeLine(context.output, done.show.id);
  context.notes.write(
    `${printable(done.show.title)}: what ${done.source} says is kept, with ${done.episodes} episodes.\n`,
  );
  return 0;
};

const refresh: Act = async (guide, context, call) => {
  if ((await sourcesOn(guide)).length === 0) throw new Refusal('unavailable', 'No source is switched on.');
  const { fetched, expired, problems } = await refreshSources(guide, {
    isAll: call.has('all'),
    onProgress: ({ done, all, title }) => context.notes.write(`${done + 1} of ${all}: ${printable(title)}\n`),
  });
  for (const { title, message } of problems)
    context.notes.write(`${printable(title)}: ${printable(message)}\n`);
  const gone = expired === 0 ? '' : `, ${expired} dropped because their terms end`;
  await writeLine(context.output, `${fetched} fetched, ${problems.length} not${gone}.`);
  return fetched === 0 && problems.length > 0 ? 1 : 0;
};

const importFiles: Act = async (guide, context, call) => {
  if (call.words.length === 0)
    throw new UsageProblem('Which files? runon sources import title.basics.tsv.gz title.akas.tsv.gz …');
  const [source, id] = call.get('id')?.split(':') ?? [];
  if (source !== undefined && (source !== 'imdb' || !/^tt\d{7,10}$/.test(id ?? '')))
    throw new UsageProblem('Of files, --id takes an IMDb id: imdb:tt0133093.');
  const { kept, added, problems } = await importSourceFiles(guide, call.words, {
    onProgress: (sentence) => context.notes.write(`${sentence}\n`),
    ...(id === undefined ? {} : { ids: [id] }),
  });
  for (const problem of problems) context.notes.write(`${printable(problem)}\n`);
  await writeLine(
    context.output,
    `Kept of IMDb: ${kept.imdb} titles, ${added} of them new; of Wikidata: ${kept.wikidata}.`,
  );
  return 0;
};

const ACTS: Readonly<Record<string, Act>> = {
  list,
  on,
  off,
  search,
  fetch: fetchOne,
  refresh,
  import: importFiles,
};

function oneWord(call: Call, act: string): string {
  const [name, more] = call.words;
  if (name === undefined || more !== undefined)
    throw new UsageProblem(`Which source? runon sources ${act} tvmaze.`);
  return name;
}

function onlySource(call: Call) {
  const name = call.get('source');
  return name === undefined ? undefined : checkSource(name);
}

function idFlag(call: Call) {
  const text = call.get('id');
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageProblem(`--id takes a source and its id: tvmaze:82, not "${text}".`);
  return { source: checkSource(text.slice(0, colon)), id: text.slice(colon + 1) };
}
