// How well every title of the index suits a taste, and why one does: each reason is a trait of the title, the reviewer's
// words for it, and the titles from which the liking was learned.

import type { Wish } from '../asking/question.ts';
import { listOf, STEPS, slotIn, stepsIn, valueAt } from '../finding/postings.ts';
import { docIn, type Index, kindWeight, rarityOf } from '../finding/shelf-index.ts';
import { rangeValue } from '../finding/sources.ts';
import { traitWith } from '../finding/traits.ts';
import type { Testimony } from '../profile.ts';
import { kindOf, lengthOf, type Taste, type TasteWord } from './taste.ts';

/** `gain` is more than 0 for what speaks for the title, less for what speaks against it. */
export type Because = {
  readonly word: TasteWord;
  readonly gain: number;
  readonly fact?: string;
  readonly evidence?: Testimony;
};

const LENGTH_WEIGHT = 0.3;
/** A rare trait says more, but a name met once is no taste yet. */
const MOST_RARITY = 4;
const SMOOTH = 1.5;
const RANGE_WEIGHT = 0.5;
/** How well known and liked a title is decides between those that suit about equally. */
const FAME = 0.1;

const weightOf = ({ key, liking }: TasteWord, index: Index): number =>
  kindOf(key) === 'length'
    ? liking * LENGTH_WEIGHT
    : liking * kindWeight(key) * Math.min(MOST_RARITY, rarityOf(key, index));

type Range = Extract<Wish, { kind: 'range' }>;

/** By slot; no unit, 0 where nothing is known either way. Empty slots stand at -Infinity. */
export function suitAll(taste: Taste, index: Index, ranges: readonly Range[] = []): Float32Array {
  const sums = new Float32Array(index.shows.length);
  const lengths = new Map<string, number>();
  for (const word of taste) {
    const weight = weightOf(word, index);
    if (weight === 0) continue;
    if (kindOf(word.key) === 'length') lengths.set(word.key.slice(7), weight);
    else
      for (const entry of listOf(index.traits, word.key))
        sums[slotIn(entry)]! += (weight * stepsIn(entry)) / STEPS;
  }
  for (let slot = 0; slot < sums.length; slot++) {
    const show = index.shows[slot];
    if (show === undefined) {
      sums[slot] = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (lengths.size > 0) sums[slot]! += lengths.get(lengthIn(slot, index) ?? '') ?? 0;
    for (const range of ranges)
      sums[slot]! +=
        RANGE_WEIGHT * rangeValue(range, index.numbers[range.field][slot]!) * (range.wants ? 1 : -1);
    sums[slot]! /= index.norms[slot]! + SMOOTH;
  }
  return sums;
}

const lengthIn = (slot: number, { shows, numbers }: Index): string | undefined =>
  lengthOf(shows[slot]!.kind, { minutes: numbers.minutes[slot]!, episodes: numbers.episodes[slot]! });

/** Slots of titles that suit, best first. `extra`, by slot, is added to what the taste alone says. */
export function bestOf(
  suits: Float32Array,
  {
    index,
    without,
    limit,
  }: { readonly index: Index; readonly without: ReadonlySet<number>; readonly limit: number },
): readonly number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < suits.length; slot++)
    if (suits[slot]! > 0 && !without.has(slot)) slots.push(slot);
  const total = (slot: number): number => suits[slot]! + FAME * Math.max(0, index.prior[slot]!);
  return slots.sort((a, b) => total(b) - total(a) || a - b).slice(0, limit);
}

/** Why a title suits and what speaks against it: the strongest first. */
export function reasonsFor(taste: Taste, slot: number, index: Index): readonly Because[] {
  const doc = docIn(index, slot);
  if (doc === undefined) return [];
  const reasons: Because[] = [];
  for (const word of taste) {
    const isLength = kindOf(word.key) === 'length';
    const value = isLength
      ? Number(word.key === `length ${lengthIn(slot, index)}`)
      : valueAt(listOf(index.traits, word.key), slot);
    const gain = value * weightOf(word, index);
    if (gain === 0) continue;
    const trait = isLength ? undefined : traitWith(doc, word.key);
    const told = trait?.evidence;
    const spoilers = doc.texts.find(({ reviewId }) => reviewId === told?.reviewId)?.spoilers ?? [];
    const isCovered =
      told !== undefined && spoilers.some(({ start, end }) => start < told.end && told.start < end);
    reasons.push({
      word,
      gain,
      ...(trait?.fact === undefined ? {} : { fact: trait.fact }),
      ...(told === undefined || isCovered ? {} : { evidence: told }),
    });
  }
  return reasons.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
}
