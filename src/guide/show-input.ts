// A title as a person types it in, checked and made whole.
import type { Credit, Show, ShowId, ShowKind, ShowName } from '../core/show.ts';
import { scriptOf } from '../exchange/script.ts';
import { checkDay } from './dates.ts';
import { Refusal } from './refusal.ts';

/** What is given is changed; null takes a fact away, an empty list empties it. */
export type ShowPatch = {
  readonly title?: string;
  readonly kind?: ShowKind;
  readonly nativeTitle?: string | null;
  readonly otherTitles?: readonly string[];
  readonly countries?: readonly string[];
  readonly genres?: readonly string[];
  readonly networks?: readonly string[];
  readonly platforms?: readonly string[];
  readonly credits?: readonly Credit[];
  readonly firstAired?: string | null;
  readonly lastAired?: string | null;
  readonly ageRating?: string | null;
} & { readonly [Field in keyof typeof COUNTS]?: number | null };

/** The least and most that such a number can be. */
const COUNTS = {
  year: [1870, 2200],
  seasons: [1, 1000],
  episodes: [1, 100_000],
  minutes: [1, 10_000],
} as const;

const LIMIT_WORDS = 500;
const LIMIT_LIST = 500;

export function patchShow(show: Show, patch: ShowPatch): Show {
  const after: { -readonly [Field in keyof Show]: Show[Field] } = { ...show };
  if (patch.title !== undefined) after.title = words(patch.title, 'title');
  if (patch.kind !== undefined) after.kind = checkKind(patch.kind);
  after.names = namesAfter(show, after.title, patch);
  for (const list of ['genres', 'networks', 'platforms'] as const)
    if (patch[list] !== undefined) after[list] = listOf(patch[list], list);
  if (patch.countries !== undefined) after.countries = listOf(patch.countries, 'countries').map(checkCountry);
  for (const field of Object.keys(COUNTS) as (keyof typeof COUNTS)[]) {
    const count = patch[field];
    if (count === null) delete after[field];
    else if (count !== undefined) after[field] = checkNumber(field, count);
  }
  for (const field of ['firstAired', 'lastAired'] as const) {
    if (patch[field]) after[field] = checkDay(patch[field], 'The date');
    else if (patch[field] !== undefined) delete after[field];
  }
  if (after.firstAired && after.lastAired && after.lastAired < after.firstAired)
    throw new Refusal('invalid', `It cannot end on ${after.lastAired} and begin on ${after.firstAired}.`);
  if (patch.ageRating) after.ageRating = words(patch.ageRating, 'age rating');
  else if (patch.ageRating !== undefined) delete after.ageRating;
  if (patch.credits !== undefined) after.credits = patch.credits.slice(0, LIMIT_LIST).map(checkCredit);
  return after;
}

/** A show of which nothing is known yet but its id. */
export const bareShow = (id: ShowId): Show => ({
  id,
  kind: 'series',
  title: '',
  names: [],
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'person',
});

function namesAfter(show: Show, title: string, patch: ShowPatch): readonly ShowName[] {
  const kept = (kind: ShowName['kind']) => show.names.filter((name) => name.kind === kind);
  const native = patch.nativeTitle?.trim();
  const names: readonly ShowName[] = [
    title === show.title && kept('title').length > 0 ? kept('title')[0]! : name(title, 'title'),
    ...(patch.nativeTitle === undefined
      ? kept('native')
      : native
        ? [name(words(native, 'original title'), 'native')]
        : []),
    ...(patch.otherTitles === undefined
      ? kept('alternative')
      : listOf(patch.otherTitles, 'other titles').map((text) => name(text, 'alternative'))),
  ];
  return names.filter(({ text }, at) => names.findIndex((other) => other.text === text) === at);
}

function name(text: string, kind: ShowName['kind']): ShowName {
  const script = scriptOf(text);
  return { text, kind, ...(script === undefined ? {} : { script }), source: 'person' };
}

function words(text: string, what: string): string {
  const trimmed = text.trim().toWellFormed().replaceAll('\u0000', '');
  if (trimmed === '') throw new Refusal('invalid', `The ${what} is empty.`);
  if (trimmed.length > LIMIT_WORDS)
    throw new Refusal('too-large', `The ${what} is longer than ${LIMIT_WORDS} characters.`);
  return trimmed;
}

function listOf(items: readonly string[], what: string): readonly string[] {
  if (items.length > LIMIT_LIST) throw new Refusal('too-large', `There are more than ${LIMIT_LIST} ${what}.`);
  return [...new Set(items.filter((item) => item.trim() !== '').map((item) => words(item, what)))];
}

function checkKind(kind: string): ShowKind {
  if (kind !== 'series' && kind !== 'film')
    throw new Refusal('invalid', `"${kind}" is neither "series" nor "film".`);
  return kind;
}

function checkCountry(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code))
    throw new Refusal('invalid', `"${code}" is no code of a country.`, {
      hint: 'KR is Korea, US the States.',
    });
  return code.toUpperCase();
}

function checkNumber(field: keyof typeof COUNTS, count: number): number {
  const [least, most] = COUNTS[field];
  if (!Number.isInteger(count) || count < least || count > most)
    throw new Refusal('invalid', `The ${field} cannot be ${count}.`, {
      hint: `It is a whole number from ${least} to ${most}.`,
    });
  return count;
}

const checkCredit = ({ name: who, role, character, personId }: Credit): Credit => ({
  name: words(who, 'name'),
  role,
  ...(character?.trim() ? { character: words(character, 'character') } : {}),
  ...(personId === undefined ? {} : { personId }),
});
