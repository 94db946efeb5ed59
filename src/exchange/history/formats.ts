// The formats of histories that come in, each in a file of its own. Where a file could be of two, the first one wins.
import type { HistoryFormat } from './format.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { movary } from './movary.ts';
import { myanimelist } from './myanimelist.ts';
import { mydramalist } from './mydramalist.ts';
import { neodb } from './neodb.ts';
import { netflixArchive } from './netflix-archive.ts';
import { netflixHistory } from './netflix-history.ts';
import { ryot } from './ryot.ts';
import { simkl } from './simkl.ts';
import { trakt } from './trakt.ts';
import { tvtime } from './tvtime.ts';
import { watcharr } from './watcharr.ts';
import { yamtrack } from './yamtrack.ts';

export const HISTORY_FORMATS: readonly HistoryFormat[] = [
  netflixArchive,
  netflixHistory,
  letterboxd,
  trakt,
  tvtime,
  myanimelist,
  imdb,
  simkl,
  yamtrack,
  neodb,
  movary,
  ryot,
  watcharr,
  mydramalist,
];
