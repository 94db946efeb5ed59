// What TV Time's tables share: names with a year behind them, TheTVDB's ids, votes as numbers of answers.
import { tvdbId } from '../../core/history/outside-ids.ts';
import type { Rating } from '../../core/review.ts';
import { nameIn } from './cells.ts';
import { defined } from './defined.ts';
import type { RowSays } from './table-part.ts';

export const NUMBERING = 'tvdb';

/** "Bodyguard (2018)" → name and year. */
export function namedYear(cell: string): { readonly name: string; readonly year?: number } | undefined {
  const name = nameIn(cell);
  const match = name === undefined ? null : /^(.+?)\s+\((\d{4})\)$/.exec(name);
  if (match === null) return name === undefined ? undefined : { name };
  return { name: match[1]!, year: Number(match[2]) };
}

export type Series = Pick<RowSays, 'readings' | 'ids' | 'numbering'>;

export function seriesOf(
  named: string,
  {
    id,
    season,
    episode,
  }: { readonly id: string; readonly season?: number | undefined; readonly episode?: number | undefined },
): Series | undefined {
  const given = namedYear(named);
  const ids = tvdbId('series', id);
  if (given === undefined && ids.length === 0) return undefined;
  const place = defined({ season, episode });
  return {
    readings: [
      { name: '', ...given, kind: 'series', ...(Object.keys(place).length === 0 ? {} : { episode: place }) },
    ],
    ids,
    numbering: NUMBERING,
  };
}

/** The last number of a vote is the number of the answer: five of them are stars. */
const STARS: Readonly<Record<string, number>> = { '1': 2, '27': 4, '28': 6, '29': 8, '3': 10 };

export function voteIn(cell: string): Rating | undefined {
  const value = STARS[/(\d+)\s*$/.exec(cell)?.[1] ?? ''];
  return value === undefined ? undefined : { value, outOf: 10 };
}
