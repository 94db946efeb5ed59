// A list of Letterboxd's: a line with the version, a table of one row that says the list's name, and a table of films.
import { nameIn, yearIn } from './cells.ts';
import { memberCalled, type Part } from './format.ts';
import { type RowSays, readRows } from './table-part.ts';

export const letterboxdList: Part = {
  member: memberCalled('lists/.*\\.csv', ['deleted', 'orphaned']),
  isLike: ({ text }) => /^\uFEFF?"?Letterboxd list export v\d+/i.test(text),
  read: (opened) => {
    let list: string | undefined;
    let places: readonly string[] | undefined;
    return readRows(opened, {
      csv: { skipLines: 1 },
      keeps: [],
      row: ({ cells }): RowSays | string | undefined => {
        if (list === undefined) {
          list = nameIn(cells[1]) ?? 'Letterboxd';
          return undefined;
        }
        if (places === undefined) {
          places = cells.map((cell) => cell.trim().toLowerCase());
          return undefined;
        }
        const cell = (name: string) => cells[places!.indexOf(name)] ?? '';
        const name = nameIn(cell('name'));
        if (name === undefined) return 'The film has no name.';
        const year = yearIn(cell('year'));
        const note = cell('description').trim();
        return {
          key: `list\n${list}\n${cell('url') || `${name}\n${year ?? ''}`}`,
          readings: [{ name, kind: 'film', ...(year === undefined ? {} : { year }) }],
          ids: [],
          lists: [list],
          columns: {
            list,
            position: cell('position'),
            name,
            ...(note === '' ? {} : { description: note.slice(0, 4000) }),
          },
        };
      },
    });
  },
};
