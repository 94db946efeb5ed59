// What words of a question can stand for, from the cue tables: by these lists a question is understood. The lists are
// data, passed in as text and parsed once; the cues by which reviews are read serve here too.
import { createMatcher, type Matcher, parseRows, splitCues } from '../reading/cues.ts';
import { type NameLore, nameLore } from '../reading/name-lore.ts';
import type { Reader } from '../reading/sheet.ts';
import type { FactWishField } from './question.ts';
import { createLexicon, type Lexicon } from './typos.ts';

export type Sign =
  | { readonly kind: 'feel'; readonly term: string; readonly degree: number }
  | { readonly kind: 'theme' | 'occasion'; readonly term: string }
  | { readonly kind: 'aspect'; readonly aspect: string }
  | { readonly kind: 'fact'; readonly field: FactWishField; readonly value: string }
  | { readonly kind: 'idea'; readonly idea: string }
  | { readonly kind: 'pass' };

export type Effect =
  | 'not'
  | 'over'
  | 'less'
  | 'bit'
  | 'very'
  | 'end'
  | 'affirm'
  | 'aside'
  | 'mind'
  | 'complaint'
  | 'fine';

export type Asker = {
  /** What is known of names as such; made when first asked for. */
  readonly lore: () => NameLore;
  readonly signs: Matcher<Sign>;
  readonly effects: Matcher<Effect>;
  /** Korean stem → what it stands for, and the longest stem. */
  readonly stems: ReadonlyMap<string, readonly Sign[]>;
  readonly longestStem: number;
  /** Phrases of reviews that say an idea (1) or its opposite (-1). */
  readonly sayings: Matcher<Saying>;
  readonly ideas: readonly string[];
  /** What a catalogue's genre says of a title that no review speaks of. */
  readonly genres: readonly GenreHint[];
  /** "feel sad" → what half says the same, with how much of it: "feel tragic" 0.7. */
  readonly lexicon: Lexicon;
  readonly kin: ReadonlyMap<string, readonly (readonly [key: string, weight: number])[]>;
};

/** `weight` 1: says it, 0.4: hints at it, -1: says the opposite. */
export type Saying = { readonly idea: number; readonly weight: number };
export type GenreHint = {
  readonly kind: 'feel' | 'theme' | 'idea';
  readonly term: string;
  readonly strength: number;
  readonly beginnings: readonly string[];
};

type Entry = readonly [cue: string, sign: Sign];

export function createAsker(data: Reader): Asker {
  const table = (name: string) => parseRows(data.cues[name] ?? '');
  const entries: Entry[] = [];
  const seen = new Map<string, Sign>();
  // One object per meaning, so that a cue in two tables stands for it once.
  const the = (sign: Sign): Sign => {
    const key = JSON.stringify(sign);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, sign);
    return before ?? sign;
  };
  const add = (cues: readonly string[], sign: Sign): void => {
    for (const cue of cues) for (const one of asTyped(cue)) entries.push([one, the(sign)]);
  };

  for (const [term, cues] of Object.entries(data.vocabulary.feels))
    add(cues, { kind: 'feel', term, degree: 1 });
  for (const [term, cues] of Object.entries(data.vocabulary.themes)) add(cues, { kind: 'theme', term });
  for (const { cells } of table('feels')) {
    const [term = '', degree, cues] = cells;
    if (term in data.vocabulary.feels)
      add(splitCues(cues), { kind: 'feel', term, degree: Math.max(-1, Math.min(1, Number(degree))) });
  }
  for (const { cells } of table('asking-words')) {
    const [kind = '', terms = '', cues] = cells;
    const [term = '', degree] = terms.split(':');
    const sign = signOf(kind, { term, degree: Number(degree ?? 1) });
    if (sign !== undefined) add(splitCues(cues), sign);
  }
  for (const { cells } of table('asking-facts')) {
    const [field, value = '', cues] = cells;
    add(splitCues(cues), { kind: 'fact', field: field as FactWishField, value });
  }

  const bare = (cue: string): string => cue.replace(/[+~]/g, '');
  const asked = new Set(entries.map(([cue]) => bare(cue)));
  const themes = new Set(entries.filter(([, { kind }]) => kind === 'theme').map(([cue]) => bare(cue)));
  const ideas: string[] = [];
  const sayings: (readonly [string, Saying])[] = [];
  for (const { cells } of table('asking-ideas')) {
    const [idea = '', own, said, denied, hinted] = cells;
    const at = ideas.push(idea) - 1;
    add(splitCues(own), { kind: 'idea', idea });
    // What reviews say, people ask for; but a word that asks for something else already keeps to that.
    add(
      splitCues(said).filter((cue) => !(cue.includes(' ') ? themes : asked).has(bare(cue))),
      { kind: 'idea', idea },
    );
    for (const [cues, weight] of [
      [said, 1],
      [denied, -1],
      [hinted, 0.4],
    ] as const) {
      const saying: Saying = { idea: at, weight };
      for (const cue of splitCues(cues)) sayings.push([cue, saying]);
    }
  }

  const stems = new Map<string, Sign[]>();
  for (const { cells } of table('asking-korean')) {
    const [kind = '', term = '', words = ''] = cells;
    const sign = signOf(kind, { term, degree: 1 });
    if (sign === undefined) continue;
    for (const stem of words.split(' ')) stems.set(stem, [...(stems.get(stem) ?? []), the(sign)]);
  }

  const kin = table('asking-kin').map(({ cells: [kind, term, all = ''] }) => {
    const pairs = all.split(' ').map((one) => {
      const [kinKind = '', kinTerm = '', weight] = one.split(':');
      return [`${kinKind} ${kinTerm}`, Number(weight)] as const;
    });
    return [`${kind} ${term}`, pairs] as const;
  });

  const signs = createMatcher(entries);
  const effects = createMatcher(
    table('asking-scope').flatMap(({ cells }) =>
      splitCues(cells[1])
        .flatMap(asTyped)
        .map((cue) => [cue, cells[0] as Effect] as const),
    ),
  );
  return {
    lore: () => nameLore(data),
    signs,
    effects,
    lexicon: createLexicon([signs, effects]),
    stems,
    longestStem: Math.max(0, ...[...stems.keys()].map((stem) => stem.length)),
    sayings: createMatcher(sayings),
    ideas,
    genres: table('asking-genres').map(({ cells: [kind, term = '', strength, beginnings = ''] }) => ({
      kind: kind as GenreHint['kind'],
      term,
      strength: Number(strength),
      beginnings: beginnings.split(' '),
    })),
    kin: new Map(kin),
  };
}

/** Who asks in a hurry leaves apostrophes out: "dont", "cant". */
const asTyped = (cue: string): readonly string[] =>
  cue.includes("'") ? [cue, cue.replaceAll("'", '')] : [cue];

function signOf(kind: string, { term, degree }: { term: string; degree: number }): Sign | undefined {
  const [head, field] = kind.split(' ');
  switch (head) {
    case 'feel':
      return { kind: 'feel', term, degree };
    case 'theme':
    case 'occasion':
      return { kind: head, term };
    case 'aspect':
      return { kind: 'aspect', aspect: term };
    case 'idea':
      return { kind: 'idea', idea: term };
    case 'country':
    case 'kind':
    case 'genre':
    case 'platform':
    case 'network':
      return { kind: 'fact', field: head, value: field ?? term };
    case '-':
      return { kind: 'pass' };
    default:
      return undefined;
  }
}
