// English words of the parts: pencilled review, opinion strips, cover, character map, chips, reasons, quotes.
import type { Degree } from '../../core/reading/finding.ts';
import { enTerms } from './en-terms.ts';

const feels: Readonly<Record<string, string>> = enTerms.feels;

export const enParts = {
  /** A feel with its degree, as a note in a margin: "not too angsty". */
  feel: (term: string, degree: Degree): string => {
    const word = feels[term] ?? term;
    if (degree === 2) return `very ${word}`;
    if (degree === 1) return word;
    if (degree === 0) return `neither ${word} nor not`;
    return degree === -1 ? `not too ${word}` : `not ${word} at all`;
  },
  /** What is said of an aspect: "acting: praised". */
  sentiment: (degree: Degree): string =>
    ({ 2: 'raved about', 1: 'praised', 0: 'mixed', '-1': 'criticised', '-2': 'panned' })[degree],
  /** Name and the one letter that stands for it in the margin. */
  kinds: {
    feel: { name: 'Feel', letter: 'F' },
    theme: { name: 'Theme', letter: 'T' },
    aspect: { name: 'Quality', letter: 'Q' },
    verdict: { name: 'Verdict', letter: 'V' },
    character: { name: 'Character', letter: 'C' },
    relation: { name: 'Relation', letter: 'R' },
    person: { name: 'Person', letter: 'P' },
    fact: { name: 'Detail', letter: 'D' },
    reference: { name: 'Mention', letter: 'M' },
    spoiler: { name: 'Spoiler', letter: 'S' },
  },
  strip: {
    low: 'not at all',
    high: 'very',
    badly: 'panned',
    well: 'raved about',
    /** Under the drawing, and read aloud in its place. */
    summary: (ayes: number, nays: number, all: number): string => {
      const middle = all - ayes - nays;
      const parts = [
        ...(ayes > 0 ? [`${ayes} ${ayes === 1 ? 'says' : 'say'} so`] : []),
        ...(middle > 0 ? [`${middle} in the middle`] : []),
        ...(nays > 0 ? [`${nays} ${nays === 1 ? 'says' : 'say'} not`] : []),
      ];
      return parts.join(', ');
    },
    praise: (ayes: number, nays: number, all: number): string => {
      const middle = all - ayes - nays;
      const parts = [
        ...(ayes > 0 ? [`${ayes} ${ayes === 1 ? 'praises' : 'praise'} it`] : []),
        ...(middle > 0 ? [`${middle} mixed`] : []),
        ...(nays > 0 ? [`${nays} ${nays === 1 ? 'criticises' : 'criticise'} it`] : []),
      ];
      return parts.join(', ');
    },
    more: (count: number): string => `${count} more`,
  },
  spoiler: { lift: 'Gives something away: show it' },
  note: {
    legend: 'The pencils',
    accept: 'Right',
    reject: 'Wrong',
    change: 'Change',
    takeBack: 'Take back',
    states: { accepted: 'confirmed', replaced: 'corrected' },
  },
  as: (character: string): string => `as ${character}`,
  outOf: (value: number, outOf: number): string => `${value} out of ${outOf}`,
  map: {
    label: 'Who is who to whom',
    list: 'The same as a list',
    rest: 'Also in it:',
    becomes: (relation: string): string => `becomes ${relation}`,
  },
  met: { met: 'yes', partly: 'partly', unknown: 'nobody says', not: 'no' },
  wishes: {
    remove: (wish: string): string => `Remove “${wish}”`,
    avoid: (wish: string): string => `no ${wish}`,
    nothingAbout: (theme: string): string => `nothing about ${theme}`,
    without: (name: string): string => `without ${name}`,
    unlike: (title: string): string => `not like ${title}`,
    mayBe: (word: string): string => `${word} is fine`,
    notTooMuch: (word: string): string => `not too ${word}`,
    notAtAll: (word: string): string => `not ${word} at all`,
    very: (word: string): string => `very ${word}`,
    like: (title: string): string => `like ${title}`,
    with: (name: string): string => `with ${name}`,
    titled: (name: string): string => `called ${name}`,
    good: (aspect: string): string => `good ${aspect}`,
    about: (theme: string): string => `about ${theme}`,
    occasion: (occasion: string): string => `for ${occasion}`,
    words: (text: string): string => `“${text}”`,
    range: {
      between: (field: string, least: number, most: number): string => `${field} ${least} to ${most}`,
      least: (field: string, least: number): string => `${field} ${least} or more`,
      most: (field: string, most: number): string => `${field} ${most} or fewer`,
      exact: (field: string, value: number): string => `${field} ${value}`,
    },
  },
  reasons: {
    caption: (title: string): string => `Why ${title}`,
    wish: 'You asked for',
    answer: 'Is it so?',
    because: 'Because',
  },
  sample: 'sample',
};

export type PartWords = typeof enParts;
