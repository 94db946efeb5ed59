// Which languages the site speaks, and which one a visitor gets.
import { en, type Messages } from './en.ts';
import { ko } from './ko.ts';

export const LANGUAGES = { en, ko } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;
export const languageCodes = Object.keys(LANGUAGES) as readonly Language[];

export const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(LANGUAGES, code);

/** The first of the accepted languages that the site speaks, by quality; English when there is none. */
export function languageFrom(acceptLanguage: string): Language {
  const wishes = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
      const value = quality === undefined ? 1 : Number(quality.slice(2));
      return { code: tag.toLowerCase().split('-')[0], quality: Number.isFinite(value) ? value : 0 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const match = wishes.find((wish) => isLanguage(wish.code) || wish.code === '*');
  return isLanguage(match?.code) ? match.code : 'en';
}

/** The word for an id, or the id itself where the catalogue has none (a vocabulary may grow first). */
export const wordFor = (words: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(words, id) ? (words[id] ?? id) : id;

export type { Messages };
