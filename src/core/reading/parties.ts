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
  /** Directs, writes or the like: spoken of, and no party to anything. */
  readonly isMaker?: boolean;
  /** An actor whose name stands for a part without one. */
  readonly isPlayer?: boolean;
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
  const partOf = new Map(parts.map((part) => [part.person, part.character]));
  const played = new Set(partOf.values());
  const sentenceOf = (at: number) => sheet.words[at]!.sentence;
  const named = figures
    .filter((figure) => played.has(figure.index) || isCharacter(figure) || isPerson(figure))
    .flatMap((figure) => {
      // An actor's name may stand for the character ("Douglas has an affair with Basinger").
      const meant = figures[partOf.get(figure.index) ?? figure.index]!;
      const isMaker =
        meant === figure && isPerson(figure) && !isActor(figure.roles) && !played.has(figure.index);
      const isPlayer = !isMaker && isPerson(meant) && !played.has(meant.index);
      const gender = meant.gender ?? figure.gender;
      return figure.mentions.map(
        (mention): Party => ({
          name: meant.calledName,
          from: mention.from,
          to: mention.to,
          sentence: sentenceOf(mention.from),
          ...(gender ? { gender } : {}),
          isLead: false,
          ...(isMaker ? { isMaker } : {}),
          ...(isPlayer ? { isPlayer } : {}),
        }),
      );
    });
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

export const wordAt = (sheet: Sheet, at: number): string => sheet.words[at]?.folded ?? '';

const REACH = 8;
/** The party that begins within `reach` words behind `at`, in the same sentence. */
export function behind(
  sheet: Sheet,
  parties: readonly Party[],
  at: number,
  reach: number = REACH,
): Party | undefined {
  const party = parties[firstFrom(parties, at)];
  const sentence = sheet.words[Math.max(0, at - 1)]!.sentence;
  return party !== undefined && party.from < at + reach && party.sentence === sentence ? party : undefined;
}

/** The nearest party that ends at or before `at`, in the same sentence. */
export function before(
  sheet: Sheet,
  parties: readonly Party[],
  at: number,
  reach: number = 30,
): Party | undefined {
  const party = parties[firstFrom(parties, at) - 1];
  return party !== undefined &&
    party.to <= at &&
    at - party.to < reach &&
    party.sentence === sheet.words[at]?.sentence
    ? party
    : undefined;
}

/** The first name, "he" or "she" of the sentence of word `at`, when it stands among its first words. */
export function clauseSubject(sheet: Sheet, parties: readonly Party[], at: number): Party | undefined {
  const first = sheet.sentences[sheet.words[at]!.sentence]!.words[0]!.index;
  const party = parties[firstFrom(parties, first)];
  for (let i = first; i < Math.min(first + 8, at); i++) {
    if (party?.from === i) return wordAt(sheet, party.to) === "'s" ? undefined : party;
    const word = wordAt(sheet, i);
    if (word === 'he' || word === 'she')
      return antecedent(parties, sheet, { at: i, gender: genderOfPronoun(word) });
    if (/^(?:i|we|you|they|it)$/.test(word)) return undefined;
  }
  return undefined;
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
    .filter((party) => sentence - party.sentence <= (party.isMaker ? 0 : REACH_SENTENCES))
    .filter((party) => !except.includes(party.name))
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
