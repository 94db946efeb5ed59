// Which words of a question stand under "no", "not too", "a bit of" or "very". One pass from left to right.
import { findCues, type Match } from '../reading/cues.ts';
import type { Word } from '../text.ts';
import type { Asker, Effect } from './signs.ts';

/**
 * `sign` -1: to be avoided; `strength` 1 some or not too much, 2 much or not at all; `isAside`: no wish at all;
 * `isFine`: it may be there, and need not.
 */
export type Stance = {
  readonly sign: 1 | -1;
  readonly strength: 0 | 1 | 2;
  readonly isAside: boolean;
  readonly isFine?: true;
};

export type Scopes = {
  /** By place of the word. */
  readonly at: readonly Stance[];
  /** Words that only steer others. */
  readonly steers: Uint8Array;
  /** Of a word that ends a longer "no" ("isn't too long"): how that "no" leaves what follows; else undefined. */
  readonly carried: readonly (Stance | undefined)[];
};

const PLAIN: Stance = { sign: 1, strength: 0, isAside: false };
const AVOIDED: Stance = { sign: -1, strength: 2, isAside: false };
const LESS: Stance = { sign: -1, strength: 1, isAside: false };
const SOME: Stance = { sign: 1, strength: 1, isAside: false };
const MUCH: Stance = { sign: 1, strength: 2, isAside: false };
const FINE: Stance = { sign: 1, strength: 0, isAside: false, isFine: true };
const ASIDE: Stance = { sign: 1, strength: 0, isAside: true };

/** A "no" reaches this far, a "very" that far. */
const REACH_NOT = 12;
const REACH_DEGREE = 3;

/** Words that are `used` up (the "less" of "less than 12 episodes") steer nothing. `afterLike` says whether a "like X" stands before a word: "except" then begins what is different, not what is unwanted. */
export function scopesOf(
  words: readonly Word[],
  asker: Asker,
  { used, afterLike }: { readonly used: Uint8Array; readonly afterLike: (at: number) => boolean },
): Scopes {
  const steers = new Uint8Array(words.length);
  const at: Stance[] = new Array(words.length).fill(PLAIN);
  const carried: (Stance | undefined)[] = new Array(words.length).fill(undefined);
  const effects = new Map<number, Match<Effect>>();
  for (const match of findCues(asker.effects, words))
    if (used[match.from] !== 1) effects.set(match.from, match);
  const complaints = new Set(
    [...effects.values()]
      .filter((one) => one.values[0] === 'complaint')
      .map((one) => words[one.from]!.sentence),
  );

  let polarity = PLAIN;
  let polarityEnds = 0;
  let degree = PLAIN;
  let degreeEnds = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.gap === '.' || word.gap === ';' || (word.gap === ',' && !listGoesOn(words, i))) polarity = PLAIN;
    if (word.gap === '.' || word.gap === ';' || word.gap === ',') degree = PLAIN;
    const match = effects.get(i);
    if (match !== undefined) {
      const effect = match.values[0]!;
      const isTurn = effect === 'not' && word.folded.startsWith('except') && afterLike(i);
      for (let k = match.from; k < match.to; k++) {
        if (effect !== 'end' && effect !== 'complaint') steers[k] = 1;
        at[k] = PLAIN;
      }
      if (effect === 'not' && !isTurn) {
        // "nothing that is not funny": two negations make a wish.
        polarity = polarity === AVOIDED && word.folded !== 'or' && !isNo(word) ? PLAIN : AVOIDED;
        polarityEnds = match.to + REACH_NOT;
      } else if (effect === 'over' || effect === 'less') {
        polarity = LESS;
        polarityEnds = match.to + REACH_NOT;
      } else if (effect === 'aside' || effect === 'mind') {
        polarity = effect === 'aside' ? ASIDE : FINE;
        polarityEnds = match.to + REACH_NOT;
      } else if (effect === 'end' || effect === 'affirm' || isTurn) polarity = PLAIN;
      else if (effect === 'bit' || effect === 'very') {
        degree = effect === 'bit' ? SOME : MUCH;
        degreeEnds = match.to + REACH_DEGREE;
      } else if (effect === 'fine') soften(words, at, match.from);
      if (polarity.sign < 0) for (let k = match.from + 1; k < match.to; k++) carried[k] = polarity;
      i = match.to - 1;
      continue;
    }
    if (polarity !== PLAIN && i >= polarityEnds) polarity = PLAIN;
    if (degree !== PLAIN && i >= degreeEnds) degree = PLAIN;
    at[i] = polarity !== PLAIN ? polarity : complaints.has(word.sentence) ? AVOIDED : degree;
  }
  return { at, steers, carried };
}

const isNo = (word: Word): boolean =>
  ['no', 'nothing', 'without', 'never', 'avoid', 'nor', 'not'].includes(word.folded);

/** After "no zombies": does ", gore or ghosts" still belong to it? */
function listGoesOn(words: readonly Word[], from: number): boolean {
  if (['or', 'nor'].includes(words[from]!.folded)) return true;
  for (let i = from; i < Math.min(words.length, from + 6); i++) {
    const word = words[i]!;
    if (i > from && (word.gap === '.' || word.gap === ';')) return false;
    if (word.folded === 'or' || word.folded === 'nor') return true;
    if (['but', 'just', 'and', 'i', 'with', 'something'].includes(word.folded)) return false;
  }
  return false;
}

/** "a bit of angst is fine": what stands just before may be there, and need not.
 */
function soften(words: readonly Word[], at: Stance[], from: number): void {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (at[i]!.sign > 0) at[i] = FINE;
    if (words[i]!.gap !== ' ') return;
  }
}
