// Brings in a file, whatever it is: shows, reviews, what a Runon exported, or somebody's history at another service.
// Told by its content, unless the person says what it is.
import { FORMATS, PROSE_FORMAT, recogniseFormat } from '../exchange/formats.ts';
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
  | { readonly kind: 'history'; readonly report: HistoryReport };

/** The names of formats, for pages and commands. */
export const importFormats = (): readonly string[] =>
  [...FORMATS, ...HISTORY_FORMATS].map(({ name }) => name);

export async function bringIn(guide: Guide, wish: BringInWish): Promise<BroughtIn> {
  if (wish.bytes.length === 0) throw new Refusal('invalid', `${wish.name} is empty.`);
  const opened = await openedHistory(wish);
  if (opened === undefined) return { kind: 'things', report: await importFile(guide, wish) };
  const report = await bringHistory(guide, {
    ...wish,
    opened,
    isPreview: wish.isPreview ?? false,
    onProgress: wish.onRows,
  });
  return { kind: 'history', report };
}

/** Undefined when the file is for importFile: of a format of Runon's own, or of none. */
async function openedHistory(wish: BringInWish): Promise<OpenedHistory | undefined> {
  if (wish.as === undefined) {
    const format = await recogniseFormat(wish);
    if (format !== undefined && format.name !== PROSE_FORMAT) return undefined;
    const opened = await openHistory(wish, HISTORY_FORMATS);
    if (opened !== undefined && isUnusable(opened))
      throw new Refusal('invalid', `${wish.name} ${opened.unusable}.`);
    return opened;
  }
  const wanted = HISTORY_FORMATS.find(({ name }) => name === wish.as);
  if (wanted === undefined) {
    if (FORMATS.some(({ name }) => name === wish.as)) return undefined;
    throw new Refusal('invalid', `There is no format "${wish.as}".`, {
      hint: `There are ${importFormats().join(', ')}.`,
    });
  }
  const opened = await openHistory(wish, [wanted]);
  if (opened !== undefined && !isUnusable(opened)) return opened;
  throw new Refusal(
    'invalid',
    `${wish.name} ${opened?.unusable ?? `is not what ${wanted.name} looks like`}.`,
    {
      hint: 'Leave the format away to have it recognised.',
    },
  );
}
