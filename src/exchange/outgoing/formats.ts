// The exports that other services take, by name.
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { myanimelist } from './myanimelist.ts';
import { neodb } from './neodb.ts';
import type { Outgoing } from './own-title.ts';
import { trakt } from './trakt.ts';
import { yamtrack } from './yamtrack.ts';

export const OUTGOING: readonly Outgoing[] = [letterboxd, trakt, imdb, myanimelist, yamtrack, neodb];
