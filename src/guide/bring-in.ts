// Brings in a file, whatever it is: shows, reviews, what a Runon exported, or somebody's history at another service.
// Told by its content, unless the person says what it is.
import { FORMATS, PROSE_FORMAT, recogniseFormat } from '../exchange/formats.ts';
import { anyTable, TABLE_FIELDS } from '../exchange/history/any-table.ts';
import type { HistoryFormat } from '../exchange/history/format.ts';
import { HISTORY_FORMATS } from '../exchange/history/formats.ts';
import { type OpenedHistory, openHistory } from '../exchange/history/open-history.ts';
import { isUnusable } from '../exchange/problems.ts';
import { bringHistory } from './bring-history.ts';
import type { Guide } from './guide.ts';
import type { HistoryOptions, HistoryReport } from './history-report.ts';
import { type ImportReport, type ImportWish, importFile } from './import-file.ts';
import { Refusal } from './refusal.ts';

export type BringInWish = ImportWish &
  HistoryOptions & { readonly onRows?: ((rows: number) => void) | undefined };

export type BroughtIn =
  | { readonly kind: 'things'; readonly report: ImportReport }
  | { readonly kind: 'history'; readonly report: HistoryReport }
  /** A table of no known format: the person has to say which column holds what. Nothing was read. */
  | { readonly kind: 'table'; readonly columns: readonly string[] };

/** What a column of such a table can hold. */
export const tableFields: readonly string[] = TABLE_FIELDS;

/** The names of formats, for pages and commands. */
export const importFormats = (): readonly string[] => [
  ...[...FORMATS, ...HISTORY_FORMATS].map(({ name }) => name),
  anyTable.name,
];

export async function bringIn(guide: Guide, wish: BringInWish): Promise<BroughtIn> {
  if (wish.bytes.length === 0) throw new Refusal('invalid', `${wish.name} is empty.`);
  const opened = await openedHistory(wish);
  if (opened === undefined) return { kind: 'things', report: await importFile(guide, wish) };
  if (opened.format === anyTable && wish.columns?.title === undefined)
    return { kind: 'table', columns: opened.columns };
  checkColumns(wish, opened);
  const report = await bringHistory(guide, {
    ...wish,
    opened,
    isPreview: wish.isPreview ?? false,
    onProgress: wish.onRows,
  });
  return { kind: 'history', report };
}

function checkColumns({ columns = {} }: BringInWish, opened: OpenedHistory): void {
  for (const [field, column] of Object.entries(columns)) {
    if (!TABLE_FIELDS.some((one) => one === field))
      throw new Refusal('invalid', `A column cannot hold "${field}".`, {
        hint: `It holds one of ${TABLE_FIELDS.join(', ')}.`,
      });
    if (field !== 'outOf' && !opened.columns.includes(column.trim().toLowerCase()))
      throw new Refusal('invalid', `There is no column "${column}".`, {
        hint: `There are ${opened.columns.join(', ')}.`,
      });
  }
}

/** Undefined when the file is for importFile: of a format of Runon's own, prose, or of none. */
async function openedHistory(wish: BringInWish): Promise<OpenedHistory | undefined> {
  if (wish.columns !== undefined || wish.as === anyTable.name) return openAs(wish, anyTable);
  if (wish.as !== undefined) {
    const wanted = HISTORY_FORMATS.find(({ name }) => name === wish.as);
    if (wanted !== undefined) return openAs(wish, wanted);
    if (FORMATS.some(({ name }) => name === wish.as)) return undefined;
    throw new Refusal('invalid', `There is no format "${wish.as}".`, {
      hint: `There are ${importFormats().join(', ')}.`,
    });
  }
  const own = await recogniseFormat(wish);
  if (own !== undefined && own.name !== PROSE_FORMAT) return undefined;
  const opened = await openHistory(
    wish,
    own === undefined ? [...HISTORY_FORMATS, anyTable] : HISTORY_FORMATS,
  );
  if (opened !== undefined && isUnusable(opened))
    throw new Refusal('invalid', `${wish.name} ${opened.unusable}.`);
  return opened;
}

async function openAs(wish: BringInWish, format: HistoryFormat): Promise<OpenedHistory> {
  const opened = await openHistory(wish, [format]);
  if (opened !== undefined && !isUnusable(opened)) return opened;
  throw new Refusal(
    'invalid',
    `${wish.name} ${opened?.unusable ?? `is not what ${format.name} looks like`}.`,
    {
      hint: 'Leave the format away to have it recognised.',
    },
  );
}
