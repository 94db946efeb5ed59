// Ways to turn an answer a little: the same question, in words that the box understands, with more or less of something.
// A dial that is turned as far as it goes, or against what was asked, is not there.
import type { Question, RangeField, Wish } from '../../core/asking/question.ts';
import type { Show } from '../../core/show.ts';
import type { Messages } from '../messages/languages.ts';
import { turned } from './wishes.ts';

export type Dial = { readonly label: string; readonly href: string };

const MORE = ['funny', 'romantic', 'chill'] as const;
const LESS = ['angsty', 'dark', 'violent'] as const;
/** A step that is felt: three quarters as long. */
const SHORTER = 0.75;

/** `shows` are the first answers, best first: what is "shorter" or "older" is told by the middle one of them. */
export function dialsOf(question: Question, shows: readonly Show[], messages: Messages): readonly Dial[] {
  const { dials } = messages;
  const more = MORE.flatMap((term) => {
    const wish = feelOf(question, term);
    if (wish !== undefined && (!wish.wants || wish.degree === 2)) return [];
    const words = wish === undefined ? dials.more[term].words : dials.very(dials.more[term].words);
    return [{ label: dials.more[term].label, href: turned(question, wish, words) }];
  });
  const less = LESS.flatMap((term) => {
    const wish = feelOf(question, term);
    if (wish !== undefined && (wish.wants || wish.degree === -2)) return [];
    const { label, words } = dials.less[term];
    return [{ label, href: turned(question, wish, wish === undefined ? words.little : words.none) }];
  });
  return [...more, ...less, ...rangeDials(question, shows, messages)];
}

type Feel = Extract<Wish, { readonly kind: 'feel' }>;

const feelOf = ({ wishes }: Question, term: string): Feel | undefined =>
  wishes.find((wish): wish is Feel => wish.kind === 'feel' && wish.term === term);

function rangeDials(question: Question, shows: readonly Show[], { dials }: Messages): readonly Dial[] {
  const rangeOf = (field: RangeField) =>
    question.wishes.find((wish) => wish.kind === 'range' && wish.field === field);
  const series = shows.filter(({ kind }) => kind === 'series');
  const field = series.length * 2 >= shows.length ? 'episodes' : 'minutes';
  const length = middle(shows.flatMap((show) => show[field] ?? []));
  const year = middle(shows.flatMap((show) => show.year ?? []));
  const least = Math.round((length ?? 0) * SHORTER);
  return [
    ...(least < 2
      ? []
      : [{ label: dials.shorter, href: turned(question, rangeOf(field), dials.atMost[field](least)) }]),
    ...(year === undefined
      ? []
      : [
          { label: dials.older, href: turned(question, rangeOf('year'), dials.before(year)) },
          { label: dials.newer, href: turned(question, rangeOf('year'), dials.after(year)) },
        ]),
  ];
}

function middle(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
