// Facts in the reader's language: countries and languages by name, days as days, and a show's facts in one line.
import type { Show } from '../../core/show.ts';
import { type Messages, wordFor } from '../messages/languages.ts';

const displayNames = new Map<string, Intl.DisplayNames>();

function nameOf(code: string, type: 'region' | 'language', language: string): string {
  const key = `${language} ${type}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames([language], { type, fallback: 'code' });
  displayNames.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch {
    // Not a code at all: somebody's own word.
    return code;
  }
}

export const countryName = (code: string, messages: Messages): string =>
  nameOf(code, 'region', messages.language);

function genreName(genre: string, messages: Messages): string {
  const name = wordFor(messages.terms.genres, genre.toLowerCase());
  return name === genre.toLowerCase() ? genre : name;
}

const DAYS: readonly string[] = ['firstAired', 'lastAired', 'released'];

export function factText(field: string, value: string | number, messages: Messages): string {
  const text = String(value);
  if (field === 'country') return countryName(text, messages);
  if (field === 'language') return nameOf(text, 'language', messages.language);
  if (field === 'kind') return wordFor(messages.terms.showKinds, text);
  if (field === 'genre') return genreName(text, messages);
  if (field === 'creator' || field === 'basedOn') return text;
  if (DAYS.includes(field)) return messages.format.date(text);
  return text;
}

/** "2020 · South Korea · series · 16 episodes": what tells a show from its namesakes. */
export function showLine(show: Show, messages: Messages): string {
  const length =
    show.kind === 'film'
      ? show.minutes === undefined
        ? undefined
        : messages.show.minutes(show.minutes, false)
      : show.episodes !== undefined
        ? messages.show.episodes(show.episodes)
        : show.seasons !== undefined
          ? messages.show.seasons(show.seasons)
          : undefined;
  return [
    show.year === undefined ? undefined : String(show.year),
    show.countries
      .slice(0, 2)
      .map((code) => countryName(code, messages))
      .join(', ') || undefined,
    wordFor(messages.terms.showKinds, show.kind),
    length,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
