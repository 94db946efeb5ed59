// Where an answer to a wish can come from: the traits that say it, their kin, and the catalogue's genres, each with its
// list in the index. Scores (scores.ts) and reasons (reasons.ts) are made from the same sources by the same rule.
import { wishKey } from '../asking/ask.ts';
import type { Wish } from '../asking/question.ts';
import { listOf } from './postings.ts';
import { stemOf } from './review-words.ts';
import type { Index } from './shelf-index.ts';
import { personKey, squeezed } from './traits.ts';

/** One list of the index; `weight` from -1 to 1 is how much its strength says about the wish. */
export type Source = { readonly key: string; readonly list: Uint32Array; readonly weight: number };

/** `own` traits say it themselves; `kin` half say it and count only where no own trait speaks against it. */
export type Sources = {
  readonly own: readonly Source[];
  readonly kin: readonly Source[];
  /** A fact that is known and is none of `own` means no. */
  readonly field?: Source;
  /** The stem that reviews are searched for; its list is in `own`. */
  readonly word?: string;
};

type Keys = {
  readonly own: readonly string[];
  readonly kin: readonly (readonly [key: string, weight: number])[];
  readonly field?: string;
};

/** Lists are good until the index changes. */
export function sourcesOf(wish: Wish, index: Index): Sources {
  if (wish.kind === 'words' && wish.idea === undefined) {
    const word = stemOf(wish.text);
    return { own: [{ key: word, list: listOf(index.words, word), weight: 1 }], kin: [], word };
  }
  const { own, kin, field } = keysOf(wish, index);
  const source = (key: string, weight: number): Source => ({ key, list: listOf(index.traits, key), weight });
  return {
    own: own.map((key) => source(key, 1)),
    kin: kin.map(([key, weight]) => source(key, weight)).filter(({ list }) => list.length > 0),
    ...(field !== undefined && { field: source(field, 1) }),
  };
}

const NONE: Keys = { own: [], kin: [] };

function keysOf(wish: Wish, index: Index): Keys {
  switch (wish.kind) {
    case 'feel':
    case 'theme':
    case 'occasion':
    case 'aspect':
    case 'relation':
      return withKin(wishKey(wish), index);
    case 'words':
      return withKin(`idea ${wish.idea}`, index);
    case 'person':
      return { own: [...new Set([wish.name, ...(wish.spellings ?? [])].map(personKey))], kin: [] };
    case 'fact':
      return factKeys(wish.field, wish.value, index);
    default:
      return NONE;
  }
}

function withKin(key: string, index: Index): Keys {
  const asker = index.asker;
  const [kind, term] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  const kin: (readonly [string, number])[] = [...(asker?.kin.get(key) ?? [])];
  for (const hint of asker?.genres ?? [])
    if (hint.kind === kind && hint.term === term)
      for (const genre of genreKeys(index, hint.beginnings)) kin.push([genre, hint.strength]);
  return { own: [key], kin };
}

/** Keys of the catalogue's genres whose name has a word that begins so. */
function genreKeys(index: Index, beginnings: readonly string[]): readonly string[] {
  const starts = beginnings.map(squeezed);
  return [...index.genres].filter((key) => starts.some((one) => key.includes(one)));
}

const INTERCHANGEABLE = ['network', 'platform'];

function factKeys(field: string, value: string, index: Index): Keys {
  const wanted = squeezed(value);
  if (field === 'genre') return { own: [], kin: genreKeys(index, [wanted]).map((key) => [key, 1] as const) };
  if (INTERCHANGEABLE.includes(field))
    return { own: INTERCHANGEABLE.map((one) => `${one} ${wanted}`), kin: [], field: `has ${field}` };
  // Every show is of one kind or the other; a catalogue without countries says nothing.
  if (field === 'kind')
    return { own: [`kind ${wanted}`], kin: [[`kind ${wanted === 'film' ? 'series' : 'film'}`, -1]] };
  return { own: [`${field} ${wanted}`], kin: [], field: `has ${field}` };
}

/** The rule of scores.ts for one show: what is said itself stands, kin may raise it, never lower it. */
export const together = (own: number, kin: number): number =>
  own > 0 ? own + Math.max(0, kin) * (1 - own) : own < 0 ? own : kin;

type Range = Extract<Wish, { kind: 'range' }>;
/** How near a miss is still near. */
const SLACK: Readonly<Record<Range['field'], number>> = { minutes: 10, year: 1, episodes: 2, seasons: 0 };
/** What a near miss is worth, where 1 is within and -1 outside. */
export const NEARLY = -0.3;

export const boundsOf = ({
  field,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
}: Range): { readonly least: number; readonly most: number; readonly slack: number } => ({
  least,
  most,
  slack: SLACK[field],
});

/** 1 within, -1 outside, less for a near miss, 0 where the number is not known. */
export function rangeValue(wish: Range, number: number): number {
  if (number < 0) return 0;
  const { least, most, slack } = boundsOf(wish);
  if (number >= least && number <= most) return 1;
  return number >= least - slack && number <= most + slack ? NEARLY : -1;
}
