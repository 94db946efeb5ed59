// TV Time's lists: what is on one stands in a cell as a programming language printed it, by TheTVDB's id. What the
// titles are called is told by the other tables of the archive.
import { type Row, readTable } from '../csv-rows.ts';
import { nameIn } from './cells.ts';
import type { Opened, Part } from './format.ts';
import { type RowSays, readRows } from './table-part.ts';
import { seriesOf } from './tvtime-cells.ts';

export const tvTimeLists = (tracking: RegExp): Part => ({
  member: /^(?:.*\/)?lists[^/]*lists\.csv$/,
  isLike: ({ columns }) => columns.includes('objects') && columns.includes('s_key'),
  read: async function* (opened) {
    const names = await namesIn(opened, tracking);
    yield* readRows(opened, {
      keeps: ['s_key', 'name', 'type', 'objects', 'created_at'],
      row: (row) => listed(row, names),
    });
  },
});

/** "[map[created_at:1.7e+09 id:422981 type:series] map[…]]" */
function listed(row: Row, names: ReadonlyMap<string, string>): readonly RowSays[] | undefined {
  const list = nameIn(row.cell('name')) ?? nameIn(row.cell('s_key').replaceAll('-', ' '));
  if (row.cell('type') !== 'list' || list === undefined) return undefined;
  return [...row.cell('objects').matchAll(/map\[([^[\]]*)\]/g)].flatMap(
    ([, inside = '']): readonly RowSays[] => {
      const id = /(?:^|\s)id:(\d+)/.exec(inside)?.[1];
      const type = /(?:^|\s)type:(\w+)/.exec(inside)?.[1];
      if (id === undefined || type !== 'series') return [];
      const series = seriesOf(names.get(id) ?? '', { id });
      const columns = { list, id, type };
      return series === undefined
        ? []
        : [{ ...series, key: `list\n${row.cell('s_key') || list}\n${id}`, lists: [list], columns }];
    },
  );
}

async function namesIn(opened: Opened, tracking: RegExp): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const table = await readTable((await opened.beside(tracking)) ?? '');
  for await (const { entries } of table?.batches ?? [])
    for (const row of entries)
      if (row.cell('s_id') !== '') names.set(row.cell('s_id'), row.cell('series_name'));
  return names;
}
