// Which services may be asked: the list of them with their terms, and switching one on or off.
import {
  type AnySource,
  FILE_SOURCES,
  SOURCE_NAMES,
  type SourceName,
  TERMS,
  type Terms,
} from '../sources/source.ts';
import { deleteSourced, listSourcedAges } from '../store/sourced.ts';
import { dropAnswers, listSourceSettings, saveSourceSetting } from '../store/sources.ts';
import { change, type Guide } from './guide.ts';
import { dropNamesOf } from './keep-sourced.ts';
import { Refusal } from './refusal.ts';
import { checkSource, keyOf, settingOf } from './source-access.ts';

export type SourceState = {
  readonly name: AnySource;
  readonly terms: Terms;
  /** A service that is asked over the network; the others come as files. */
  readonly isAsked: boolean;
  readonly isOn: boolean;
  readonly hasKey: boolean;
  readonly country?: string;
  /** How many titles hold words of it, and when the last came. */
  readonly titles: number;
  readonly lastFetchedAt?: string;
};

export async function listSources(guide: Guide): Promise<readonly SourceState[]> {
  const settings = await listSourceSettings(guide.store.db);
  const states: SourceState[] = [];
  for (const name of [...SOURCE_NAMES, ...FILE_SOURCES]) {
    const setting = settings.find((one) => one.name === name) ?? { name, isOn: false };
    const ages = await listSourcedAges(guide.store.db, name);
    const last = ages.at(-1)?.fetchedAt;
    states.push({
      name,
      terms: TERMS[name],
      isAsked: SOURCE_NAMES.some((one) => one === name),
      isOn: setting.isOn,
      hasKey: keyOf(guide, setting) !== undefined,
      titles: ages.length,
      ...(setting.country === undefined ? {} : { country: setting.country }),
      ...(last === undefined ? {} : { lastFetchedAt: last }),
    });
  }
  return states;
}

export type SourceSwitch = { readonly isOn: boolean; readonly key?: string; readonly country?: string };

/** What is not given stays as it was. */
export async function switchSource(guide: Guide, asked: string, wish: SourceSwitch): Promise<SourceName> {
  const name = checkSource(asked);
  const before = await settingOf(guide, name);
  const key = wish.key === undefined ? before.key : checkKey(wish.key);
  const country = wish.country === undefined ? before.country : checkCountry(wish.country);
  const after = {
    name,
    isOn: wish.isOn,
    ...(key === undefined ? {} : { key }),
    ...(country === undefined ? {} : { country }),
  };
  if (wish.isOn && TERMS[name].needsKey && keyOf(guide, after) === undefined)
    throw new Refusal('invalid', `${TERMS[name].label} answers only to a key of your own.`, {
      hint: `Get one there (${TERMS[name].home}) and give it with --key, or in RUNON_TMDB_KEY.`,
    });
  await saveSourceSetting(guide.store.db, after);
  return name;
}

/** Drops everything that the source ever said, and its key. */
export function forgetSource(guide: Guide, asked: string): Promise<{ readonly titles: number }> {
  const name = [...SOURCE_NAMES, ...FILE_SOURCES].find((one) => one === asked) ?? checkSource(asked);
  return change(guide, async (tx) => {
    const ages = await listSourcedAges(tx, name);
    for (const { showId } of ages) {
      await deleteSourced(tx, { showId, source: name });
      await dropNamesOf(tx, { showId, source: name });
    }
    if (name === 'tvmaze' || name === 'tmdb') {
      const base = guide.sources.addresses.bases[name] ?? BASES[name];
      await dropAnswers(tx, { base });
      await saveSourceSetting(tx, { name, isOn: false });
    }
    return { titles: ages.length };
  });
}

const BASES = { tvmaze: 'https://api.tvmaze.com', tmdb: 'https://api.themoviedb.org' } as const;

function checkKey(key: string): string {
  const trimmed = key.trim();
  if (!/^[\x21-\x7e]{8,2000}$/.test(trimmed))
    throw new Refusal('invalid', 'That is no key: it is one word of letters, digits and signs.');
  return trimmed;
}

function checkCountry(country: string): string {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code))
    throw new Refusal('invalid', `"${country.slice(0, 20)}" is no country code.`, {
      hint: 'It has two letters: KR, US.',
    });
  return code;
}
