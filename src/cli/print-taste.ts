// Why a title suits, as a line for a terminal.
import type { Because } from '../core/taste/suits.ts';
import { nameTrait } from '../guide/taste-as-json.ts';

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
