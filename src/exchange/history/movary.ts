// Movary's three tables: films only, with ids. Ratings go to 10; a viewing stands once for each time.
import { imdbId, tmdbId } from '../../core/history/outside-ids.ts';
import type { Row } from '../csv-rows.ts';
import { dayIn, nameIn, proseIn, ratingIn, yearIn } from './cells.ts';
import { defined } from './defined.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { type RowSays, tablePart } from './table-part.ts';

const KEEPS = [
  'title',
  'year',
  'tmdbid',
  'imdbid',
  'watchedat',
  'userrating',
  'addedat',
  'comment',
  'location',
];

function film(row: Row, part: string, says: Partial<RowSays>): RowSays | string {
  const name = nameIn(row.cell('title'));
  if (name === undefined) return 'The film has no name.';
  const ids = [...tmdbId('film', row.cell('tmdbid')), ...imdbId(row.cell('imdbid'))];
  return {
    readings: [{ name, kind: 'film', ...defined({ year: yearIn(row.cell('year')) }) }],
    ids,
    ...says,
    key: `${part}\n${ids[0]?.value ?? name}\n${says.watched?.on ?? ''}`,
  };
}

export const movary: HistoryFormat = {
  name: 'movary',
  parts: [
    tablePart({
      member: memberCalled('.*history.*\\.csv'),
      needs: ['title', 'tmdbid', 'watchedat'],
      keeps: KEEPS,
      row: (row) => {
        const on = dayIn(row.cell('watchedat'));
        const text = proseIn(row.cell('comment'));
        return film(row, 'history', {
          watched: { isRewatch: false, ...defined({ on }) },
          ...defined({ saidAt: on }),
          ...(text === undefined ? {} : { review: { text, ...defined({ publishedOn: on }) } }),
        });
      },
    }),
    tablePart({
      member: memberCalled('.*ratings.*\\.csv'),
      needs: ['title', 'tmdbid', 'userrating'],
      keeps: KEEPS,
      row: (row) => film(row, 'rating', defined({ rating: ratingIn(row.cell('userrating'), 10) })),
    }),
    tablePart({
      member: memberCalled('.*watchlist.*\\.csv'),
      needs: ['title', 'tmdbid', 'addedat'],
      keeps: KEEPS,
      row: (row) =>
        film(row, 'watchlist', { state: 'planned', ...defined({ saidAt: dayIn(row.cell('addedat')) }) }),
    }),
  ],
};
