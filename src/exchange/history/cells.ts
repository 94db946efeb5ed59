// Cells of tables and fields of JSON as values: days, instants, numbers, ratings, flags. What is none gives undefined.
import { isDay } from '../../core/day.ts';
import type { Rating } from '../../core/review.ts';

/** The day of an ISO day or instant, or of "2024-02-29 20:15:00"; the years 1 and 0 stand for unknown. */
export function dayIn(cell: unknown): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const match = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(cell);
  if (match === null) return undefined;
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return isDay(day) && Number(match[1]) > 1870 ? day : undefined;
}

/** An instant where there is one, the day otherwise. */
export function instantIn(cell: unknown): string | undefined {
  const day = dayIn(cell);
  if (day === undefined) return undefined;
  const match = /^\s*\S{8,10}[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?/i.exec(
    String(cell),
  );
  if (match === null) return day;
  const zone =
    match[2] === undefined || /^(z|utc)$/i.test(match[2]) ? 'Z' : match[2].replace(/^(...)(\d\d)$/, '$1:$2');
  const instant = new Date(`${day}T${match[1]}${zone}`);
  return Number.isNaN(instant.getTime()) ? day : instant.toISOString();
}

export function numberIn(cell: unknown): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

export function wholeIn(cell: unknown, least = 0, most = 100_000): number | undefined {
  const number = numberIn(cell);
  return number !== undefined && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

export const yearIn = (cell: unknown): number | undefined => wholeIn(cell, 1870, 2200);

/** Zero is no rating at every service that writes one. */
export function ratingIn(cell: unknown, outOf: number): Rating | undefined {
  const value = numberIn(cell);
  return value !== undefined && value > 0 && value <= outOf ? { value, outOf } : undefined;
}

export const flagIn = (cell: unknown): boolean =>
  cell === true || /^(true|yes|1|y|x)$/i.test(String(cell ?? '').trim());

/** Prose of a sane length, as it stands; undefined when it is blank. */
export function proseIn(cell: unknown): string | undefined {
  if (typeof cell !== 'string' || cell.trim() === '') return undefined;
  return cell.toWellFormed().replaceAll('\u0000', '').slice(0, 900_000);
}

export const LIMIT_NAME = 300;
/** A title of a sane length; undefined when it is blank. */
export function nameIn(cell: unknown): string | undefined {
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  const name = String(cell).replace(/\s+/gu, ' ').trim().toWellFormed().replaceAll('\u0000', '');
  return name === '' || name.length > LIMIT_NAME ? undefined : name;
}
