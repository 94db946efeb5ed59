// Words of the dials over an answer. `words` go into the question box, so they are words that it understands; a test asks
// each of them. Without a type of its own: this file is the type.

export const enDials = {
  label: 'Turn it a little',
  more: {
    funny: { label: 'funnier', words: 'funny' },
    romantic: { label: 'more romantic', words: 'romantic' },
    chill: { label: 'calmer', words: 'chill' },
  },
  very: (words: string): string => `very ${words}`,
  less: {
    angsty: { label: 'less angst', words: { little: 'not too angsty', none: 'nothing angsty' } },
    dark: { label: 'less dark', words: { little: 'not too dark', none: 'nothing dark' } },
    violent: { label: 'less violent', words: { little: 'not too violent', none: 'nothing violent' } },
  },
  shorter: 'shorter',
  atMost: {
    episodes: (n: number): string => `at most ${n} episodes`,
    minutes: (n: number): string => `at most ${n} minutes`,
  },
  older: 'older',
  before: (year: number): string => `before ${year}`,
  newer: 'newer',
  after: (year: number): string => `after ${year}`,
  not: {
    feel: (word: string): string => `not ${word}`,
    theme: (word: string): string => `nothing about ${word}`,
  },
  flip: (words: string): string => `Turn around: ${words}`,
};

export type DialWords = typeof enDials;
