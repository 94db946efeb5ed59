// Where an answer to a wish can come from: the traits that say it, their kin, and the catalogue's genres; and how much
// of a wish a show has, seen for all shows at once (columns) or for one (its traits). Both follow the same rule.
import { wishKey } from '../asking/ask.ts';
import type { Wish } from '../asking/question.ts';
import { stemOf } from './review-words.ts';
import type { Index } from './shelf-index.ts';
import { personKey, squeezed } from './traits.ts';

/** `own` traits say it themselves; `kin` half say it and count only where no own trait speaks against it. */
export type Sources = {
  readonly own: readonly string[];
  readonly kin: readonly (readonly [key: string, weight: number])[];
  /** A fact that is known and is none of `own` means no. */
  readonly field?: string;
  readonly word?: string;
};

const NONE: Sources = { own: [], kin: [] };

export function sourcesOf(wish: Wish, index: Index): Sources {
  switch (wish.kind) {
    case 'feel':
    case 'theme':
    case 'occasion':
    case 'aspect':
    case 'relation':
      return withKin(wishKey(wish), index);
    case 'words':
      return wish.idea !== undefined
        ? withKin(`idea ${wish.idea}`, index)
        : { own: [], kin: [], word: stemOf(wish.text) };
    case 'person':
      return { own: [...new Set([wish.name, ...(wish.spellings ?? [])].map(personKey))], kin: [] };
    case 'fact':
      return factSources(wish.field, wish.value, index);
    default:
      return NONE;
  }
}

function withKin(key: string, index: Index): Sources {
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

function factSources(field: string, value: string, index: Index): Sources {
  const wanted = squeezed(value);
  if (field === 'genre') return { own: [], kin: genreKeys(index, [wanted]).map((key) => [key, 1] as const) };
  if (INTERCHANGEABLE.includes(field))
    return { own: INTERCHANGEABLE.map((one) => `${one} ${wanted}`), kin: [], field: `has ${field}` };
  // Every show is of one kind or the other; a catalogue without countries says nothing.
  if (field === 'kind')
    return { own: [`kind ${wanted}`], kin: [[`kind ${wanted === 'film' ? 'series' : 'film'}`, -1]] };
  return { own: [`${field} ${wanted}`], kin: [], field: `has ${field}` };
}

/** One rule for both ways of looking: what is said itself stands, kin may raise it, never lower it. */
export const together = (own: number, kin: number): number =>
  own > 0 ? Math.max(own, kin) : own < 0 ? own : kin;

/** 1 within, -1 outside, less for a near miss, 0 where the number is not known. */
export function rangeValue(wish: Extract<Wish, { kind: 'range' }>, number: number): number {
  if (number < 0) return 0;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = wish;
  if (number >= least && number <= most) return 1;
  const off = number < least ? least - number : number - most;
  const near = wish.field === 'minutes' ? 10 : wish.field === 'year' ? 1 : wish.field === 'episodes' ? 2 : 0;
  return off <= near ? -0.3 : -1;
}

/** Values of a wish for all slots, written into `own` and `kin`, which come in as zeros. */
export function fillValues(
  sources: Sources,
  index: Index,
  { own, kin }: { own: Float32Array; kin: Float32Array },
): void {
  for (const key of sources.own) {
    const column = index.columns.get(key);
    for (let i = 0; column !== undefined && i < column.count; i++) {
      const value = column.values[i]!;
      const slot = column.slots[i]!;
      if (Math.abs(value) > Math.abs(own[slot]!)) own[slot] = value;
    }
  }
  for (const [key, weight] of sources.kin) {
    const column = index.columns.get(key);
    for (let i = 0; column !== undefined && i < column.count; i++) {
      const value = column.values[i]! * weight;
      const slot = column.slots[i]!;
      if (weight < 0 ? kin[slot] === 0 : value > kin[slot]!) kin[slot] = value;
    }
  }
  if (sources.field !== undefined) {
    const column = index.columns.get(sources.field);
    for (let i = 0; column !== undefined && i < column.count; i++) {
      const slot = column.slots[i]!;
      if (own[slot] === 0) own[slot] = -1;
    }
  }
  if (sources.word !== undefined) {
    const column = index.words.get(sources.word);
    for (let i = 0; column !== undefined && i < column.count; i++)
      own[column.slots[i]!] = column.values[i]! / 2.2;
  }
}
