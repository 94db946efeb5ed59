// A guide of any size, made from the starter guide: its titles first as they are, then names cut and joined anew, facts
// and people shuffled, and for a share of them the sample reviews. The same size gives the same guide every time.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadReview } from '../src/core/profile.ts';
import { type Reader, read } from '../src/core/reading/read.ts';
import type { ReviewId } from '../src/core/review.ts';
import type { Credit, CreditedId, Show, ShowId } from '../src/core/show.ts';
import { readSamples } from '../src/exchange/samples.ts';
import { readStarter } from '../src/exchange/starter.ts';
import { makeDice } from './dice.ts';

const DATA = join(import.meta.dirname, '../data');
/** One title in this many has reviews, one to three of them. */
export const REVIEWED = 50;
const MOST_REVIEWS = 3;
/** A title in this many has a native name too. */
const NATIVE = 20;
const MOST_PEOPLE = 250_000;
const MOST_CREDITS = 8;

export type Made = { readonly show: Show; readonly reviews: readonly ReadReview[] };

type Stock = {
  readonly shows: readonly Show[];
  readonly natives: readonly string[];
  readonly people: readonly { readonly name: string; readonly personId: CreditedId }[];
  readonly reviews: readonly Omit<ReadReview, 'reviewId'>[];
};

export function* makeGuide(size: number, reader: Reader): Generator<Made> {
  const shows = readStarter(readFileSync(join(DATA, 'starter/titles.jsonl.gz')));
  const roll = makeDice(20_201_216);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;
  const stock: Stock = {
    shows,
    natives: shows.flatMap(({ names }) => names.filter(({ kind }) => kind === 'native').map((n) => n.text)),
    people: makePeople(shows, Math.min(MOST_PEOPLE, size), pick),
    reviews: readReviews(shows, reader),
  };
  for (let i = 0; i < size; i++) {
    const own = shows[i];
    const show = own === undefined ? makeShow(i, stock, { roll, pick }) : withIds(own);
    const count = i % REVIEWED === 0 ? 1 + Math.floor(roll() * MOST_REVIEWS) : 0;
    const reviews = Array.from({ length: count }, (_, n) => ({
      ...pick(stock.reviews),
      reviewId: `made-${i}-${n}` as ReviewId,
    }));
    yield { show, reviews };
  }
}

/** Titles as above, and for each as many of the texts in turn, read as reviews of it: which title they are of is not known. */
export function* makeReadGuide(size: number, texts: readonly string[], reader: Reader): Generator<Made> {
  const each = Math.floor(texts.length / size);
  let next = 0;
  for (const { show } of makeGuide(size, reader)) {
    const reviews = texts.slice(next, next + each).map(
      (text, n): ReadReview => ({
        reviewId: `read-${next + n}` as ReviewId,
        text,
        findings: read({ text, about: show.title }, reader).findings,
      }),
    );
    next += each;
    yield { show, reviews };
  }
}

type Chance = { readonly roll: () => number; readonly pick: <T>(list: readonly T[]) => T };

function makeShow(number: number, { shows, natives, people }: Stock, { roll, pick }: Chance): Show {
  const facts = pick(shows);
  const title = joined(pick(shows).title, pick(shows).title, ' ');
  const native =
    roll() < 1 / NATIVE
      ? [
          {
            text: joined(pick(natives), pick(natives), ''),
            kind: 'native',
            script: 'Hang',
            language: 'ko',
          } as const,
        ]
      : [];
  const credits = Array.from({ length: Math.floor(roll() * (MOST_CREDITS + 1)) }, (_, at): Credit => {
    // Few people have many parts: the square draws to the beginning of the list.
    const person = people[Math.floor(roll() ** 2 * people.length)]!;
    return { ...person, role: at === 0 ? 'director' : 'actor' };
  });
  return {
    ...facts,
    id: `made-${number}` as ShowId,
    title,
    names: [{ text: title, kind: 'title' }, ...native],
    countries: pick(shows).countries,
    genres: pick(shows).genres,
    year: 1950 + Math.floor(roll() ** 0.4 * 72),
    credits,
    outsideIds: [],
  };
}

/** The beginning of one name and the end of another. */
function joined(first: string, second: string, between: string): string {
  const [a, b] = [first, second].map((name) => (between === '' ? [...name] : name.split(' ')));
  const start = a!.slice(0, Math.max(1, Math.ceil(a!.length / 2)));
  const end = b!.slice(Math.floor(b!.length / 2));
  return [...start, ...end].join(between);
}

function makePeople(shows: readonly Show[], count: number, pick: Chance['pick']): Stock['people'] {
  const names = [...new Set(shows.flatMap(({ credits }) => credits.map(({ name }) => name)))];
  return Array.from({ length: count }, (_, i) => {
    const name = names[i] ?? joined(pick(names), pick(names), ' ');
    return { name, personId: personIdOf(name) };
  });
}

const personIdOf = (name: string): CreditedId => `person ${name}` as CreditedId;

const withIds = (show: Show): Show => ({
  ...show,
  credits: show.credits.map((credit) => ({ ...credit, personId: personIdOf(credit.name) })),
});

function readReviews(shows: readonly Show[], reader: Reader): Stock['reviews'] {
  const titles = new Map(shows.map(({ id, title }) => [id, title]));
  return globSync('samples/*.md', { cwd: DATA })
    .sort()
    .flatMap((file) => readSamples(readFileSync(join(DATA, file), 'utf8')))
    .map(({ showId, text, rating }) => ({
      text,
      findings: read({ text, about: titles.get(showId)! }, reader).findings,
      ...(rating === undefined ? {} : { rating }),
    }));
}
