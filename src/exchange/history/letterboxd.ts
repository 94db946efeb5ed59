// Letterboxd's export: films only. Ratings are half stars; an address of the diary is the diary entry's, any other the
// film's. What was deleted or hidden lies in folders of the same names and is told apart by them.
import type { Row } from '../csv-rows.ts';
import { dayIn, nameIn, proseIn, ratingIn, yearIn } from './cells.ts';
import { type HistoryFormat, memberCalled } from './format.ts';
import { letterboxdList } from './letterboxd-list.ts';
import { type RowSays, tablePart } from './table-part.ts';

const own = (base: string): RegExp => memberCalled(base, ['deleted', 'orphaned']);

const FILM = ['date', 'name', 'year', 'letterboxd uri'] as const;

/** What every row has; a sentence when it has no name. */
function filmOf(row: Row): Pick<RowSays, 'readings' | 'ids' | 'saidAt'> | string {
  const name = nameIn(row.cell('name'));
  if (name === undefined) return 'The film has no name.';
  const [year, saidAt] = [yearIn(row.cell('year')), dayIn(row.cell('date'))];
  return {
    readings: [{ name, kind: 'film', ...(year === undefined ? {} : { year }) }],
    ids: [],
    ...(saidAt === undefined ? {} : { saidAt }),
  };
}

/** The same film keeps its name and year when it is rated anew. */
const keyOf = (part: string, row: Row): string =>
  `${part}\n${row.cell('letterboxd uri') || `${row.cell('name')}\n${row.cell('year')}`}`;

function tell(row: Row, part: string, more: () => Partial<RowSays>): RowSays | string {
  const film = filmOf(row);
  return typeof film === 'string' ? film : { ...film, key: keyOf(part, row), ...more() };
}

const ratingOf = (row: Row): Partial<RowSays> => {
  const rating = ratingIn(row.cell('rating'), 5);
  return rating === undefined ? {} : { rating };
};

/** `id` is the entry's own address: the diary and the reviews tell of the same viewing. */
function viewingOf(row: Row): Partial<RowSays> {
  const on = dayIn(row.cell('watched date'));
  const id = row.cell('letterboxd uri');
  return {
    watched: {
      isRewatch: /^yes$/i.test(row.cell('rewatch')),
      ...(on === undefined ? {} : { on }),
      ...(id === '' ? {} : { id }),
    },
    ...ratingOf(row),
  };
}

export const letterboxd: HistoryFormat = {
  name: 'letterboxd',
  parts: [
    tablePart({
      member: own('reviews\\.csv'),
      needs: [...FILM, 'review'],
      keeps: [...FILM, 'rating', 'rewatch', 'review', 'tags', 'watched date'],
      row: (row) =>
        tell(row, 'review', () => {
          const text = proseIn(row.cell('review'));
          const publishedOn = dayIn(row.cell('date'));
          return {
            ...viewingOf(row),
            ...(text === undefined
              ? {}
              : { review: { text, ...(publishedOn === undefined ? {} : { publishedOn }) } }),
          };
        }),
    }),
    tablePart({
      member: own('diary\\.csv'),
      needs: [...FILM, 'rewatch', 'watched date'],
      lacks: ['review'],
      keeps: [...FILM, 'rating', 'rewatch', 'tags', 'watched date'],
      row: (row) => tell(row, 'diary', () => viewingOf(row)),
    }),
    tablePart({
      member: own('ratings\\.csv'),
      needs: [...FILM, 'rating'],
      lacks: ['rewatch', 'watched date'],
      keeps: [...FILM, 'rating'],
      row: (row) => tell(row, 'rating', () => ratingOf(row)),
    }),
    letterboxdList,
    // Three files of the same columns: alone, one is told by its name.
    ...(
      [
        ['watched', own('watched\\.csv'), { state: 'done' }],
        ['watchlist', own('watchlist\\.csv'), { state: 'planned' }],
        ['likes', own('likes/films\\.csv'), { isLiked: true }],
      ] as const
    ).map(([part, member, says]) =>
      tablePart({
        member: member,
        needs: FILM,
        lacks: ['rating', 'rewatch', 'review', 'position'],
        keeps: FILM,
        row: (row) => tell(row, part, () => says),
      }),
    ),
  ],
};
