// What a phrase says of someone: "a bold female sports agency CEO" gives an occupation, a gender and traits.
// Reads the words of one phrase from the lists of occupations and traits; knows no name.
import { createMatcher, matchAt, parseRows } from './cues.ts';
import type { Gender } from './name-lore.ts';
import { perReader, type Reader, type ReaderData, type Sheet } from './sheet.ts';

export type Description = {
  readonly occupation?: string;
  readonly gender?: Gender;
  readonly traits: readonly string[];
  /** The word behind the last one that was used. */
  readonly to: number;
};

const lists = perReader(({ cues }: ReaderData) => {
  const people = parseRows(cues.occupations ?? '').map((row) => row.cells);
  const words = (sort: string) => people.filter(([head]) => head === sort).flatMap(([, ...rest]) => rest);
  return {
    traits: createMatcher(
      parseRows(cues.traits ?? '').flatMap(({ cells }) => cells.map((form) => [form, cells[0]!] as const)),
    ),
    occupations: createMatcher(words('head').map((word) => [word, word] as const)),
    male: new Set(words('male')),
    female: new Set(words('female')),
  };
});

/** The trait that begins at word `at`, and where it ends. */
export function traitAt(
  sheet: Sheet,
  reader: Reader,
  at: number,
): { readonly trait: string; readonly to: number } | undefined {
  const match = matchAt(lists(reader).traits, sheet.words, at);
  return match === undefined ? undefined : { trait: match.values[0]!, to: match.to };
}

/** Whether an occupation in the story ends right before word `at`: "the presidential candidate, Bae". */
export function isOccupationBefore(sheet: Sheet, reader: Reader, at: number): boolean {
  const { occupations } = lists(reader);
  return [1, 2].some((size) => {
    const match = at >= size ? matchAt(occupations, sheet.words, at - size) : undefined;
    return (
      match?.to === at &&
      sheet.words[at - size]!.sentence === sheet.words[at]?.sentence &&
      !MAKERS.test(match.values[0]!)
    );
  });
}
const MAKERS =
  /(?:actor|actress|director|filmmaker|writer|author|producer|composer|singer|idol|star|comedian|novelist|critic|host|rapper|model|playwright|choreographer|designer|editor|photographer|celebrity|artist|poet|wrestler|dancer|musician)$/;

export function genderOf(reader: Reader, folded: string): Gender | undefined {
  const { male, female } = lists(reader);
  return female.has(folded) ? 'female' : male.has(folded) ? 'male' : undefined;
}

const LONGEST_PHRASE = 22;
/** A phrase for a person goes no further than these. */
const STOPS =
  /^(?:who|whom|whose|which|that|is|was|are|were|has|had|have|in|at|on|by|for|to|but|when|where|while|because|if|does|did|gets|falls|lives|meets|finds|with|from|trying|looking|turned|named|called|and)$/;
const LEADS =
  /^(?:a|an|the|another|his|her|their|its|our|this|one|some|of|former|ex|self|newly|very|rather|quite|somewhat|really|extremely|incredibly|highly|most|more|also|equally|as|simply|just|not)$/;
const ADJECTIVES =
  /^(?:young|younger|old|older|elderly|aging|ageing|middle|aged|teenage|teen|beautiful|handsome|pretty|gorgeous|lovely|rich|poor|wealthy|famous|local|small|big|tall|little|new|good|great|bad|ordinary|typical|average|normal|single|married|divorced|widowed|unemployed|struggling|aspiring|successful|failed|down|out|luck|american|korean|british|english|french|german|italian|irish|cuban|japanese|chinese|russian|mexican|black|white|male|female|bright|well|known|rightful|only|main|same|real|true|eldest|youngest|twin|drunken|drunk|retired|brilliant|upcoming|hidden|secret|best|perfect|ultimate|talented|ambitious)$/;

/** The phrase that begins at `from` and ends before `end`, at a stop word or a strong mark. */
export function describe(sheet: Sheet, reader: Reader, [from, end]: readonly [number, number]): Description {
  const { words } = sheet;
  const { occupations, male, female } = lists(reader);
  const limit = Math.min(end, from + LONGEST_PHRASE, words.length);
  const traits: string[] = [];
  let gender: Gender | undefined;
  let occupation: string | undefined;
  let head = from;
  let to = from;
  for (let at = from; at < limit; ) {
    const word = words[at]!;
    if (at > from && (word.gap === '.' || word.gap === ';')) break;
    if (
      word.folded === 'and' &&
      occupation !== undefined &&
      matchAhead(sheet, at + 1, occupations) === undefined
    )
      break;
    if (word.folded === 'with' || (STOPS.test(word.folded) && word.folded !== 'and')) break;
    const job = matchAt(occupations, words, at);
    if (job !== undefined && job.to <= limit && isHead(sheet, job.to, occupations)) {
      const start = occupation === undefined ? pastVerb(sheet, skipLeads(sheet, reader, head, at), at) : head;
      const last = tailOf(sheet, job.to, limit);
      if (occupation === undefined || word.gap !== ',')
        occupation = textOf(sheet, occupation === undefined ? start : head, last);
      if (start > head || occupation !== undefined) head = start;
      to = last;
      gender ??= genderOf(reader, words[job.to - 1]!.folded);
      at = last;
      continue;
    }
    // "the son of the most powerful mage" is no mage.
    if ((female.has(word.folded) || male.has(word.folded)) && words[at + 1]?.folded === 'of') break;
    if (female.has(word.folded)) gender ??= 'female';
    else if (male.has(word.folded)) gender ??= 'male';
    const trait = occupation === undefined ? traitAt(sheet, reader, at) : undefined;
    if (trait !== undefined && trait.to <= limit) {
      traits.push(trait.trait);
      to = trait.to;
      at = trait.to;
      continue;
    }
    at++;
    if (genderOf(reader, word.folded) !== undefined) to = at;
  }
  return { ...(occupation ? { occupation } : {}), ...(gender ? { gender } : {}), traits, to };
}

/** "the fear surrounding Colonel A", "and met King B": behind the last verb; "gun-wielding" is none. */
function pastVerb(sheet: Sheet, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--)
    if (/^(?:met|meets|called|named)$|..ing$/.test(sheet.words[at]!.folded) && sheet.words[at]!.gap !== '-')
      return at + 1;
  return from;
}

/** The head of an occupation is its last noun: "movie translator", not "movie", "college student" not "college". */
const isHead = (sheet: Sheet, at: number, occupations: Parameters<typeof matchAt<string>>[0]): boolean => {
  const next = sheet.words[at];
  if (next === undefined || next.gap !== ' ' || next.folded === "'s") return next?.folded !== "'s";
  return (
    matchAt(occupations, sheet.words, at) === undefined ||
    /^(?:general|star|host|major|chief|cook|guard|judge)$/.test(next.folded)
  );
};

const matchAhead = (sheet: Sheet, at: number, occupations: Parameters<typeof matchAt<string>>[0]) => {
  for (let i = at; i < Math.min(at + 3, sheet.words.length); i++) {
    if (/^(?:the|a|an|his|her)$/.test(sheet.words[i]!.folded)) return undefined;
    const match = matchAt(occupations, sheet.words, i);
    if (match !== undefined) return match;
  }
  return undefined;
};

/** Past "a", "bold", "female", "young": what is left belongs to the occupation. */
function skipLeads(sheet: Sheet, reader: Reader, from: number, to: number): number {
  let head = from;
  for (let at = from; at < to; ) {
    const word = sheet.words[at]!;
    const trait = traitAt(sheet, reader, at);
    const isPerson = genderOf(reader, word.folded) !== undefined;
    if (trait !== undefined && trait.to <= to) at = trait.to;
    else if (LEADS.test(word.folded) && word.folded !== 'former') at++;
    else if (ADJECTIVES.test(word.folded) || isPerson) at++;
    else if (head === from && (word.folded === 'and' || word.folded === 'but' || word.folded === 'yet')) at++;
    else break;
    head = at;
  }
  return Math.min(head, to);
}

/** "owner of JSS Security Company": what follows "of" when it has capitals. */
function tailOf(sheet: Sheet, at: number, limit: number): number {
  if (sheet.words[at]?.folded !== 'of' || sheet.words[at]!.gap !== ' ') return at;
  let to = at + 1;
  if (sheet.words[to]?.folded === 'the' || sheet.words[to]?.folded === 'a') to++;
  const start = to;
  while (
    to < limit &&
    to - start < 5 &&
    /^\p{Lu}/u.test(sheet.words[to]!.form) &&
    /^[ -]$/.test(sheet.words[to]!.gap)
  )
    to++;
  return to > start ? to : at;
}

const textOf = (sheet: Sheet, from: number, to: number): string =>
  sheet.text.slice(sheet.words[from]!.start, sheet.words[to - 1]!.end).replace(/\s+/g, ' ');
