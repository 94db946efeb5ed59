// The closed lists that readings and questions speak in: feels, themes, aspects, relations, occasions, stances.
// The words themselves are data (data/vocabulary.json), passed in; nothing here reads a file.

/** Feels and themes: id → the first cue words for it. The other lists: ids. */
export type Vocabulary = {
  readonly feels: Readonly<Record<string, readonly string[]>>;
  readonly themes: Readonly<Record<string, readonly string[]>>;
  readonly aspects: readonly string[];
  readonly relations: readonly string[];
  readonly occasions: readonly string[];
  readonly stances: readonly string[];
};

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes parsed JSON; throws an Error that names the list which is not as it should be. */
export function parseVocabulary(json: unknown): Vocabulary {
  if (!isRecord(json)) throw new Error('The vocabulary is not an object.');
  for (const name of ['feels', 'themes']) {
    const terms = json[name];
    if (!isRecord(terms) || !Object.values(terms).every(isList))
      throw new Error(`The vocabulary's "${name}" must give a list of words for each term.`);
  }
  for (const name of ['aspects', 'relations', 'occasions', 'stances'])
    if (!isList(json[name])) throw new Error(`The vocabulary's "${name}" must be a list of words.`);
  return json as unknown as Vocabulary;
}
