// Who is what to whom, as a small drawing: at most a dozen people, the relation as a word on the line.
import { type Markup, markup } from './markup.ts';

export type MapPerson = {
  readonly name: string;
  readonly native?: string | undefined;
  readonly actor?: string | undefined;
  readonly href?: string | undefined;
};
export type MapRelation = {
  /** Names as in `people`; a name that is not there ("male lead") is added. */
  readonly between: readonly [string, string];
  /** The vocabulary's id: sets the line. */
  readonly relation: string;
  readonly label: string;
  /** What it becomes, in words. */
  readonly becomes?: string | undefined;
  readonly href?: string | undefined;
};

/** `list` is the words of the summary over the same relations as a list; `rest` the words before people not drawn. */
export function characterMap(input: {
  readonly people: readonly MapPerson[];
  readonly relations: readonly MapRelation[];
  readonly words: { readonly label: string; readonly list: string; readonly rest: string };
}): Markup {
  return markup`<figure class="character-map" aria-label="${input.words.label}"></figure>`;
}
