// A taste and what suits it, as lines for a terminal.
import type { Because } from '../core/taste/suits.ts';
import { kindOf, type TasteWord } from '../core/taste/taste.ts';

const LENGTHS: Readonly<Record<string, string>> = {
  'film-short': 'short films',
  'film-usual': 'films of usual length',
  'film-long': 'long films',
  'series-short': 'short series',
  'series-usual': 'series of usual length',
  'series-long': 'long series',
};

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** A trait in words: "funny", "about gender roles", "with Im Si-wan"; undefined for those without a name. */
export function nameTrait({ key, fact }: Pick<TasteWord, 'key' | 'fact'>): string | undefined {
  const kind = kindOf(key);
  const term = key.slice(kind.length + 1).replaceAll('-', ' ');
  if (kind === 'feel' || kind === 'relation' || kind === 'kind') return term;
  if (kind === 'theme') return `about ${term}`;
  if (kind === 'length') return LENGTHS[key.slice(kind.length + 1)];
  if (fact === undefined) return undefined;
  if (kind === 'person') return `with ${fact}`;
  return kind === 'country' ? `from ${regions.of(fact) ?? fact}` : kind === 'genre' ? fact : undefined;
}

/** "funny “hilarious”, romance; though sad": the strongest for a title, and the strongest against it. */
export function tellReasons(reasons: readonly Because[], most = 4): string {
  const told = reasons.flatMap(({ word, gain, evidence, fact }) => {
    const name = nameTrait(fact === undefined ? word : { ...word, fact });
    if (name === undefined) return [];
    // What speaks for a title and is not liked is that it lacks it.
    const said = gain > 0 && word.liking < 0 ? `not ${name}` : name;
    return [{ gain, text: evidence === undefined ? said : `${said} “${evidence.quote}”` }];
  });
  const forIt = told.filter(({ gain }) => gain > 0).slice(0, most);
  const against = told.find(({ gain }) => gain < 0);
  return `${forIt.map(({ text }) => text).join(', ')}${against === undefined ? '' : `; though ${against.text}`}`;
}
