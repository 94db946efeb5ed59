// Who a relation may hold between: characters by name and leads without one, in order; and whom "he", "her", "they" mean.
import { castOf, isCharacter, isPerson } from './cast.ts';
import { cueList } from './cue-lists.ts';
import { parseRows } from './cues.ts';
import type { Gender } from './name-lore.ts';
import { perSheet, type Reader, type Sheet } from './sheet.ts';

/** Words `from` to `to` (exclusive) name or mean someone. */
export type Party = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly gender?: Gender;
  readonly isLead: boolean;
};

const LEADS: Readonly<Record<string, { readonly name: string; readonly gender: Gender }>> = {
  lead: { name: 'male lead', gender: 'male' },
  female: { name: 'female lead', gender: 'female' },
  male2: { name: 'second male lead', gender: 'male' },
  female2: { name: 'second female lead', gender: 'female' },
};

const leadCues = cueList(({ cues }) =>
  parseRows(cues.ties ?? '')
    .map(({ cells }) => cells)
    .filter(([shape]) => shape! in LEADS)
    .flatMap(([shape, , ...phrases]) => phrases.map((phrase) => [phrase, LEADS[shape!]!] as const)),
);

/** In order of `from`. */
export const partiesOf = perSheet(findParties);

function findParties(sheet: Sheet, reader: Reader): readonly Party[] {
  const { figures, parts } = castOf(sheet, reader);
  const players = new Set(parts.map((part) => part.person));
  const played = new Set(parts.map((part) => part.character));
  const sentenceOf = (at: number) => sheet.words[at]!.sentence;
  const named = figures
    // An actor's name may stand for the character ("Douglas has an affair with Basinger"), save where both are named.
    .filter(
      (figure) =>
        played.has(figure.index) ||
        isCharacter(figure) ||
        (isPerson(figure) && !players.has(figure.index) && isActor(figure.roles)),
    )
    .flatMap((figure) =>
      figure.mentions.map(
        (mention): Party => ({
          name: figure.calledName,
          from: mention.from,
          to: mention.to,
          sentence: sentenceOf(mention.from),
          ...(figure.gender ? { gender: figure.gender } : {}),
          isLead: false,
        }),
      ),
    );
  const leads = leadCues.of(sheet, reader).map(
    (match): Party => ({
      ...match.values[0]!,
      from: match.from,
      to: match.to,
      sentence: sentenceOf(match.from),
      isLead: true,
    }),
  );
  return [...named, ...leads].sort((a, b) => a.from - b.from);
}

const isActor = (roles: ReadonlyMap<string, number>): boolean =>
  roles.size === 0 ||
  [...roles].every(([role, votes]) => role === 'actor' || votes < (roles.get('actor') ?? 0));

/** The index in `parties` of the first one that begins at `at` or behind. */
export function firstFrom(parties: readonly Party[], at: number): number {
  let low = 0;
  let high = parties.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parties[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const REACH_SENTENCES = 6;
/** It stands where a subject stands: among the first words of its sentence, or before a verb behind a comma or "and". */
const isSubject = (party: Party, sheet: Sheet): boolean =>
  party.from - sheet.sentences[party.sentence]!.words[0]!.index < 5;

/** Whom a pronoun at `at` means: one of its own sentence, else the latest subject before it, of that gender. */
export function antecedent(
  parties: readonly Party[],
  sheet: Sheet,
  {
    at,
    gender,
    except = [],
  }: { readonly at: number; readonly gender?: Gender | undefined; readonly except?: readonly string[] },
): Party | undefined {
  const { sentence } = sheet.words[at]!;
  const end = firstFrom(parties, at);
  const near = parties
    .slice(Math.max(0, end - 40), end)
    .filter((party) => sentence - party.sentence <= REACH_SENTENCES && !except.includes(party.name))
    .filter((party) => gender === undefined || party.gender === undefined || party.gender === gender)
    .reverse();
  const isSure = (party: Party) => gender !== undefined && party.gender === gender;
  const here = near.filter((party) => party.sentence === sentence);
  return (
    here.find(isSure) ??
    near.find((party) => isSure(party) && isSubject(party, sheet)) ??
    near.find((party) => isSure(party) && sentence - party.sentence <= 2) ??
    here[0] ??
    near.find((party) => isSubject(party, sheet) && sentence - party.sentence <= 3) ??
    near.find((party) => sentence - party.sentence <= 1)
  );
}

export const genderOfPronoun = (folded: string): Gender | undefined =>
  /^(?:he|his|him|himself)$/.test(folded)
    ? 'male'
    : /^(?:she|her|hers|herself)$/.test(folded)
      ? 'female'
      : undefined;
