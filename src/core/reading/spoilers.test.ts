// What gives something away and what does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const isSpoiled = (text: string): boolean =>
  read({ text, about: 'Paper Moons' }, reader).findings.some((one) => one.kind === 'spoiler');

const SPOILS = [
  'The breakup felt like filler.',
  'We were left with a huge cliffhanger.',
  'It turned out his brother was the killer.',
  'A twist at the end made me gasp.',
  'I cried when it turns out that he is her brother.',
  'In the end he dies in her arms.',
  'I hated that she chose the ML.',
  'It got dull after the main couple actually got together.',
  'The ending was sad in that nothing really changed.',
  'They end up together.',
  'It ended in a wedding.',
  'The plot point where she loses her memory made no sense.',
  'I liked it. *** SPOILERS *** The butler did it with the candlestick. Nobody saw it coming.',
  'We were annoyed at the will-they-wont-they cliffhanger about them.',
  'It adds a needless evil uncle murder plot.',
  'I was hoping for an ending where he lived, but he died in the end.',
  'They made the murderer be the gay friend.',
  'To have them break up over that fell flat.',
  'I cried when the marriage proposal came.',
  'The second lead did a 180 and betrayed the king.',
  'It lost me after the fake death of the hero.',
  'None of the bad guys got their comeuppance.',
  'The main leads ended up in the hospital again.',
  'They kill her off in the second half.',
  'It all turns out well in the end, and they walk off into the sunset.',
  'I loved that his sister turned out to be the spy.',
];
const SAVES = [
  'This turned out to be worthwhile.',
  'The idyllic place turns out to be far from heaven.',
  'The film is shot in beautiful black and white.',
  'Imagine a low-grade slasher with a twist of lemon.',
  'Her version of All Along the Watchtower is loud.',
  'I bet it is going to have a sad ending.',
  'The day before, his wife was killed. He tries to find out who did it. Then he meets a clerk.',
  'Spoilers. I saw this years ago. It was sunny. We had ice cream. The seats were soft. I sat there. My friend came too.',
  'I expected more, but this turned out to be just a bad film.',
  'The stuntman died shortly after filming and it is dedicated to him.',
  'It never cuts to anything else.',
  'The story follows a girl whose father died.',
  'It is about a man who must find out who killed his wife.',
  'The ending was rushed.',
  'Nice ending.',
  'No spoilers here, but it is good.',
  'This kiss scene killed me.',
  'I hoped they would end the season well.',
  '## Synopsis\n\nIn the end he dies in her arms.',
];
for (const text of SPOILS) test(`spoils: ${text}`, () => assert.equal(isSpoiled(text), true));
for (const text of SAVES) test(`saves: ${text}`, () => assert.equal(isSpoiled(text), false));
