// The formats of histories that come in, each in a file of its own. Where a file could be of two, the first one wins.
import type { HistoryFormat } from './format.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { myanimelist } from './myanimelist.ts';
import { netflixHistory } from './netflix-history.ts';
import { trakt } from './trakt.ts';

export const HISTORY_FORMATS: readonly HistoryFormat[] = [
  netflixHistory,
  letterboxd,
  trakt,
  myanimelist,
  imdb,
];
