// Scores what is understood of questions on the film queries with marked slots (trivia10k13, MIT Spoken Language
// Systems; research use, not part of the project): precision, recall and F1 per slot that Runon has. A fifth of the
// queries is left unseen: it is only ever scored, when it is asked for by name. Names are those of the starter guide:
// people it does not hold can only be told by how they are written.
// usage: node training/score-slots.ts [--unseen] [--errors SLOT] [FILE]
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../src/core/asking/ask.ts';
import type { Wish } from '../src/core/asking/question.ts';
import { createAsker } from '../src/core/asking/signs.ts';
import { createNameIndex } from '../src/core/names/name-index.ts';
import { readStarter } from '../src/exchange/starter.ts';
import { loadReader } from '../src/guide/reader.ts';

type Slot = { readonly kind: string; readonly start: number; readonly end: number };
type Query = { readonly text: string; readonly slots: readonly Slot[] };

const root = resolve(import.meta.dirname, '..');
const options = { unseen: { type: 'boolean' }, errors: { type: 'string' } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const file = positionals[0] ?? join(root, '../shared/data/questions/trivia10k13train.bio');
if (!existsSync(file)) stop(`The queries are not here: ${file} is missing. Give the file at the end.`);
if (values.unseen && values.errors) stop('The unseen fifth is only ever scored: its errors stay unread.');

const queries = readFileSync(file, 'utf8')
  .trim()
  .split(/\r?\n\r?\n/)
  .map(readQuery)
  .filter((_, i) => (i % 5 === 4) === (values.unseen ?? false));

function readQuery(block: string): Query {
  let text = '';
  const slots: { kind: string; start: number; end: number }[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [tag = 'O', word = ''] = line.split('\t').map((cell) => cell.trim());
    if (text !== '') text += ' ';
    const start = text.length;
    text += word;
    const [place, kind] = tag.split('-');
    const last = slots.at(-1);
    if (place === 'I' && last?.kind === kind) last!.end = text.length;
    else if (kind !== undefined) slots.push({ kind, start, end: text.length });
  }
  return { text, slots };
}

const asker = createAsker(loadReader());
const shows = readStarter(readFileSync(join(root, 'data/starter/titles.jsonl.gz')));
const titles = createNameIndex(shows.map(({ id, names }) => ({ id, names: names.map(({ text }) => text) })));
const people = createNameIndex();
/** Parts by name: somebody whom the guide knows as a director above all is one here. */
const directed = new Map<string, number>();
for (const { credits } of shows)
  for (const { name, role } of credits) {
    people.add(name, name);
    directed.set(name, (directed.get(name) ?? 0) + (role === 'director' ? 1 : -1));
  }
const knows = { asker, titles, people };

/** As which slot a wish counts; undefined when the set has none for it. */
function slotOf(wish: Wish, text: string): string | undefined {
  if (wish.kind === 'person') {
    const before = text.slice(Math.max(0, wish.from.start - 24), wish.from.start);
    const after = text.slice(wish.from.end, wish.from.end + 12);
    const isDirector = /(?:direct\w*|filmmaker)(?: \w+){0,2} $|\b(?:filmed|film|movie|flick|made) by $/.test(
      before,
    );
    const isActor = /\b(?:star\w*|play\w*|with|featur\w*|actor|actress|cast) $/.test(before);
    if (isDirector || /^ direct/.test(after)) return 'Director';
    return !isActor && (directed.get(wish.name) ?? 0) > 0 ? 'Director' : 'Actor';
  }
  if (wish.kind === 'range' && wish.field === 'year') return 'Year';
  if (wish.kind === 'fact' && wish.field === 'genre') return 'Genre';
  if (wish.kind === 'feel' || wish.kind === 'fact')
    return GENRES.test(wordsOf(wish, text)) ? 'Genre' : undefined;
  if (wish.kind === 'theme') return GENRES.test(wordsOf(wish, text)) ? 'Genre' : 'Plot';
  return wish.kind === 'words' ? 'Plot' : undefined;
}
const wordsOf = ({ from }: Wish, text: string): string =>
  text.slice(from.start, from.end).replace(/^(?:the|an?|this|some) | (?:about|where|in which)$/g, '');
/** Without the small words around it. */
function genreSpan(wish: Wish, text: string): { readonly start: number; readonly end: number } {
  const words = wordsOf(wish, text);
  const start = text.indexOf(words, wish.from.start);
  return { start, end: start + words.length };
}
const GENRES =
  /^(?:romantic comed(?:y|ies)|rom ?coms?|romances?|romantic|comed(?:y|ies)|comedic|dramas?|thrillers?|horrors?|scary|myster(?:y|ies)|science fiction|sci fi|fantasy|animated|animations?|anime|cartoons?|musicals?|westerns?|war|crime|action|adventures?|documentar(?:y|ies)|noir|family|superhero(?:es)?|historical|biopics?|biographical|biographies|sports?|spy|suspense(?:ful)?|zombies?|slashers?|parody|satire|mockumentar(?:y|ies)|disaster|gangster|period pieces?|epic|black comed(?:y|ies)|dark comed(?:y|ies)|psychological thrillers?|tragedy|supernatural|vampires?)$/;

const COUNTRY =
  /\b(?:american|british|italian|french|japanese|chinese|german|spanish|korean|disney|animated) $/;

type Count = { wanted: number; said: number; hit: number };
const counts = new Map<string, Count>();
const countOf = (kind: string): Count => {
  if (!counts.has(kind)) counts.set(kind, { wanted: 0, said: 0, hit: 0 });
  return counts.get(kind)!;
};
/** Whole slots count for names, years and genres; of a plot, which is a clause, its words. */
const SLOTS = ['Actor', 'Director', 'Year', 'Genre'];

for (const { text, slots } of queries) {
  const said = new Map<string, Slot>();
  for (const wish of ask(text, knows).wishes) {
    const kind = slotOf(wish, text);
    if (kind === undefined) continue;
    const from = kind === 'Genre' ? genreSpan(wish, text) : wish.from;
    said.set(`${kind} ${from.start}`, { kind, ...from });
  }
  for (const kind of SLOTS) {
    const count = countOf(kind);
    const wanted = slots.filter((slot) => slot.kind === kind);
    const all = [...said.values()].filter((slot) => slot.kind === kind);
    const own = kind === 'Genre' ? joined(text, all) : all;
    const isHit = (slot: Slot) => own.some(({ start, end }) => isSame(text, { start, end }, slot));
    const missed = wanted.filter((slot) => !isHit(slot));
    count.wanted += wanted.length;
    count.said += own.length;
    count.hit += wanted.length - missed.length;
    if (values.errors === kind && (missed.length > 0 || own.length > wanted.length - missed.length))
      console.log(`${text}\n   wanted ${told(text, wanted)}   said ${told(text, own)}`);
  }
  const count = countOf('Plot, by word');
  const plots = slots.filter(({ kind }) => kind === 'Plot');
  const own = [...said.values()].filter(({ kind }) => kind === 'Plot');
  for (const { index, 0: word } of text.matchAll(/\S{4,}/g)) {
    const within = ({ start, end }: Slot) => index >= start && index + word.length <= end;
    const [isWanted, isSaid] = [plots.some(within), own.some(within)];
    count.wanted += Number(isWanted);
    count.said += Number(isSaid);
    count.hit += Number(isWanted && isSaid);
  }
}

/** "Romantic", "comedy" beside one another are one slot in the set; so are a country before and a "drama" behind. */
function joined(text: string, slots: readonly Slot[]): readonly Slot[] {
  const kept: { kind: string; start: number; end: number }[] = [];
  for (const { kind, start, end } of [...slots].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    const drama = /^ (?:drama|musical)\b/.exec(text.slice(end))?.[0].length ?? 0;
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end + drama);
    else
      kept.push({
        kind,
        start: start - (COUNTRY.exec(text.slice(0, start))?.[0].length ?? 0),
        end: end + drama,
      });
  }
  return kept;
}

/** The same words, small words at either end aside: "in 1972" and "1972". */
function isSame(text: string, a: Omit<Slot, 'kind'>, b: Slot): boolean {
  const bare = ({ start, end }: Omit<Slot, 'kind'>) =>
    text
      .slice(start, end)
      .replace(/^(?:(?:in|the|from|of|by|with|a|an|s) )+|(?: (?:s|movie|movies|film|films))+$/g, '');
  return bare(a) === bare(b) && a.start < b.end && b.start < a.end;
}
function told(text: string, slots: readonly Slot[]): string {
  return slots.map(({ start, end }) => `"${text.slice(start, end)}"`).join(' ') || '-';
}

console.log(`${queries.length} queries, ${values.unseen ? 'the unseen fifth' : 'the open part'}`);
console.log('slot            wanted   said  precision  recall     F1');
for (const [kind, { wanted, said, hit }] of counts) {
  const [precision, recall] = [(100 * hit) / (said || 1), (100 * hit) / (wanted || 1)];
  const f1 = (200 * hit) / (said + wanted || 1);
  console.log(
    kind.padEnd(14),
    ...[wanted, said].map((n) => String(n).padStart(7)),
    ...[precision, recall, f1].map((n) => n.toFixed(1).padStart(9)),
  );
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
