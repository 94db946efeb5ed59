// How fast a review is read, beside two language libraries that do less, and how time grows with length.
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { read } from '../src/core/reading/read.ts';
import { loadReader } from '../src/guide/reader.ts';
import { loadReviews } from './reviews.ts';
import { median, processorMs, raceMs, round, type Table } from './timing.ts';

const REVIEWS = 50_000;
const RACED = 1_500;
const ROUNDS = 3;

const reader = loadReader();
const wink = winkNLP(model, ['sbd', 'negation', 'ner']);

function winkReads(text: string): number {
  const doc = wink.readDoc(text);
  let negated = 0;
  doc.tokens().each((token: { out(what: unknown): unknown }) => {
    if (token.out(wink.its.negationFlag)) negated++;
  });
  return doc.sentences().out().length + doc.entities().out().length + negated;
}

function compromiseReads(text: string): number {
  const doc = compromise(text);
  return doc.sentences().length + doc.people().out('array').length + doc.match('#Negative').length;
}

function race(): Table {
  const { texts, bytes, origin } = loadReviews(RACED);
  const all = (one: (text: string) => unknown) => () => {
    for (const text of texts) one(text);
  };
  const times = raceMs(
    {
      'Runon: a full reading': all((text) => read({ text }, reader)),
      'wink-nlp: sentences, negation, entities': all(winkReads),
      'compromise: sentences, people, negation': all(compromiseReads),
    },
    ROUNDS,
  );
  const own = times['Runon: a full reading']!;
  return {
    title: 'Reading',
    head: ['reader', 'MB/s', 'reviews/s', 'time against Runon'],
    rows: Object.entries(times).map(([name, ms]) => [
      name,
      round(bytes / 1e6 / (ms / 1e3)),
      Math.round(texts.length / (ms / 1e3)),
      `${round(ms / own, 1)} ×`,
    ]),
    note: `${texts.length} reviews (${round(bytes / 1e6, 1)} MB), in turn, median of ${ROUNDS} rounds. Text: ${origin}.`,
  };
}

function whole(): Table {
  const { texts, bytes, origin } = loadReviews(REVIEWS);
  const rssMb = (): string => round(process.memoryUsage.rss() / 1e6, 0);
  const quarter = Math.ceil(texts.length / 4);
  const rows = [0, 1, 2, 3].map((part) => {
    const slice = texts.slice(part * quarter, (part + 1) * quarter);
    const size = slice.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const ms = processorMs(() => {
      for (const text of slice) read({ text }, reader);
    });
    return [`${part + 1} of 4`, slice.length, round(size / 1e6 / (ms / 1e3)), rssMb()];
  });
  return {
    title: 'Reading all of it',
    head: ['part', 'reviews', 'MB/s', 'resident MB after it'],
    rows,
    note: `${round(bytes / 1e6, 1)} MB; the texts themselves lie in memory. Text: ${origin}.`,
  };
}

/** Text made to hurt: whatever opens and never closes, whatever never ends. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one endless sentence': 'not too sad and very funny but never dull although ',
  'no spaces': 'abcdefghij',
  'open brackets': '((((((((((',
  'open quotes': '“not "too ‘',
  'only capitals': 'Anna Bell Clark ',
  emoji: '😀👩‍👩‍👧‍👦🎬 ',
  'zero-width': '​‍a',
  'only full stops': '. . .',
  Markdown: '# *a* [b](c) > - ',
  'played by': 'A (played by B) ',
};

function growth(): Table {
  const sizes = [0.05, 0.5, 5];
  const rows = Object.entries(HOSTILE).map(([name, seed]) => {
    const times = sizes.map((mb) => {
      const text = seed.repeat(Math.ceil((mb * 1e6) / seed.length));
      const once = () => processorMs(() => read({ text }, reader));
      return mb < 1 ? median([once(), once(), once()]) : once();
    });
    return [name, ...times.map((ms) => round(ms, 0)), `${round(times[2]! / times[1]!, 1)} ×`];
  });
  return {
    title: 'Reading text made to hurt',
    head: ['text', ...sizes.map((mb) => `${mb} MB, ms`), 'ten times the text takes'],
    rows,
  };
}

export const run = (): readonly Table[] => [race(), whole(), growth()];
