// English words of the parts: pencilled review, opinion strips, cover, character map, chips, reasons, quotes.
import type { Degree } from '../../core/reading/finding.ts';
import { enTerms } from './en-terms.ts';

const feels: Readonly<Record<string, string>> = enTerms.feels;
const reviewers = (count: number): string => (count === 1 ? '1 reviewer' : `${count} reviewers`);

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
  reviewers,
  strip: {
    least: 'not at all',
    most: 'very',
    middle: 'middle',
    /** Read out in place of the drawing. */
    summary: (word: string, ayes: number, nays: number): string =>
      `${word}: ${reviewers(ayes)} say so${nays > 0 ? `, ${nays === 1 ? '1 says' : `${nays} say`} not` : ''}`,
    agree: 'They agree',
    quarrel: 'They disagree',
    oneVoice: 'One voice',
    more: (count: number): string => `${count} more`,
  },
  spoiler: {
    cover: 'Gives something away',
    show: 'Show it',
    hide: 'Cover it again',
  },
  note: {
    marginLabel: 'What was read',
    sure: (percent: number): string => `${percent}% sure`,
    why: 'Why',
    accept: 'Right',
    reject: 'Wrong',
    replace: 'Change',
    accepted: 'Confirmed',
    rejected: 'Rejected',
    replaced: 'Corrected',
    takeBack: 'Take back',
    jump: 'Go to the words',
  },
  as: (character: string): string => `as ${character}`,
  becomes: 'becomes',
  outOf: (value: number, outOf: number): string => `${value} out of ${outOf}`,
  map: {
    label: 'Who is who to whom',
    alsoIn: 'Also in it',
  },
  met: { met: 'yes', partly: 'partly', unknown: 'nobody says', not: 'no' },
  wishes: {
    remove: (wish: string): string => `Remove “${wish}”`,
    avoid: (wish: string): string => `no ${wish}`,
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
  reasons: { wish: 'You asked for', met: 'Is it so?', because: 'Because' },
  factsOfGuide: 'the guide’s facts',
  fromReview: 'from a review',
};

export type PartWords = typeof enParts;
