// The report of a history on the terminal: what it brings, how titles were matched and why, what waits.
import { writeFile } from 'node:fs/promises';
import type { Choice, Match, Why } from '../core/history/match.ts';
import type { HistoryReport, TitleOutcome } from '../guide/history-report.ts';
import { unresolvedTable } from '../guide/unresolved.ts';
import type { Call } from './command.ts';
import { printable } from './paint.ts';

const MANY_PROBLEMS = 20;
const MANY_TITLES = 30;

const WHY: Readonly<Record<Why, string>> = {
  id: 'id',
  chosen: 'as you chose before',
  'title-and-year': 'title and year',
  'title-and-kind': 'title and kind',
  title: 'title',
  'title-other-year': 'title alike, year differs',
  'title-other-kind': 'title alike, kind differs',
  'alike-and-year': 'name alike, same year',
  alike: 'name alike',
};

export const sayWhy = ({ why, service }: Choice): string =>
  why === 'id' && service !== undefined ? `${service} id` : WHY[why];

/** What was asked of the person, or nothing that could be used: exit status 1. */
export const historyIsUsable = ({ profiles, rows, problems }: HistoryReport): boolean =>
  profiles === undefined &&
  (rows.added + rows.changed + rows.same + rows.waiting + rows.left > 0 || problems.length === 0);

export function printHistory(name: string, report: HistoryReport): string {
  const { rows, profiles } = report;
  const head = `${name} (${report.format})${report.isPreview ? ', preview, nothing is kept' : ''}`;
  if (profiles !== undefined)
    return `${head}: several people are in it. Say whose history you bring with --profile: ${profiles.map(printable).join(', ')}.`;
  const told = [
    ['new', rows.added],
    ['changed', rows.changed],
    ['the same', rows.same],
    ['waiting for you', rows.waiting],
    ['left', rows.left],
  ] as const;
  const brings = [
    ['diary lines', report.diary],
    ['list entries', report.watches.added + report.watches.changed],
    ['reviews', report.reviews.added + report.reviews.changed],
    ['places on lists', report.listItems],
    ['new titles', report.shows],
  ] as const;
  const list = (some: readonly (readonly [string, number])[]) =>
    some.flatMap(([words, count]) => (count > 0 ? [`${count} ${words}`] : [])).join(', ');
  return [
    `${head}: rows ${list(told) || 'none'}.`,
    ...(list(brings) === '' ? [] : [`  brings ${list(brings)}.`]),
    ...titleLines(report),
    ...problemLines(report),
    ...(report.undo === undefined ? [] : ['  "runon undo" takes the whole import back.']),
  ].join('\n');
}

function titleLines({ titles, isPreview }: HistoryReport): readonly string[] {
  const doubtful = titles.filter(({ match, outcome }) => outcome !== 'matched' || match.kind !== 'certain');
  const shown = (isPreview ? doubtful : doubtful.filter(({ outcome }) => outcome === 'waiting')).slice(
    0,
    MANY_TITLES,
  );
  const rest =
    (isPreview ? doubtful.length : doubtful.filter(({ outcome }) => outcome === 'waiting').length) -
    shown.length;
  return [...shown.map(titleLine), ...(rest > 0 ? [`  and ${rest} more titles.`] : [])];
}

function titleLine(title: TitleOutcome): string {
  const known = [title.kind, title.year].filter((part) => part !== undefined).join(', ');
  const given = `"${printable(title.name)}"${known === '' ? '' : ` (${known})`}, ${title.rows} ${title.rows === 1 ? 'row' : 'rows'}`;
  return `  ${given}: ${sayOutcome(title)}`;
}

function sayOutcome({ outcome, match, title }: TitleOutcome): string {
  if (outcome === 'waiting')
    return match.kind === 'choices' ? `in doubt, ${sayChoices(match)}` : 'cannot be named';
  if (outcome === 'left') return 'left';
  if (outcome === 'new')
    return match.kind === 'unknown' && match.near.length > 0 ? 'new (a name alike is there)' : 'new';
  return match.kind === 'likely' || match.kind === 'certain'
    ? `${match.kind}: "${printable(title ?? '')}" (${sayWhy(match)})`
    : `"${printable(title ?? '')}"`;
}

const sayChoices = ({ choices }: Match & { readonly kind: 'choices' }): string =>
  `it may be ${choices.map((choice) => `${choice.showId} (${sayWhy(choice)})`).join(' or ')}`;

function problemLines({ problems }: HistoryReport): readonly string[] {
  const shown = problems
    .slice(0, MANY_PROBLEMS)
    .map(({ line, message }) => `  line ${line}: ${printable(message)}`);
  const rest = problems.length - shown.length;
  return [...shown, ...(rest > 0 ? [`  and ${rest} more problems.`] : [])];
}

/** `--unresolved FILE`: the titles that wait or were left, as a table. */
export async function writeUnresolved(call: Call, report: HistoryReport): Promise<void> {
  const path = call.get('unresolved');
  if (path !== undefined) await writeFile(path, unresolvedTable(report));
}
