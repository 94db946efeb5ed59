// How a guide reaches other services: which are switched on, one client for all of them, and what is going on with it.
// Nothing is sent to a service that is off.
import { type Client, createClient } from '../sources/http.ts';
import { SOURCE_NAMES, type Source, type SourceName, TERMS } from '../sources/source.ts';
import { createTmdb } from '../sources/tmdb.ts';
import { createTvmaze } from '../sources/tvmaze.ts';
import type { Store } from '../store/database.ts';
import { findAnswer, listSourceSettings, type SourceSetting, saveAnswer } from '../store/sources.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';

export type SourceAddresses = {
  readonly privateHosts: readonly string[];
  readonly bases: { readonly [Name in SourceName]?: string };
  readonly tmdbKey?: string;
};

export type SourceAccess = {
  readonly addresses: SourceAddresses;
  readonly client: Client;
  /** Ends what is under way when the guide closes. */
  readonly stopping: AbortController;
  /** When what could not be had was asked for last, in ms; forgotten with the process. */
  readonly misses: Map<string, number>;
  /** What is being fetched, for whoever looks; undefined when nothing is. */
  progress?: SourceProgress;
  /** What the last fetching ended with. */
  last?: { readonly at: string; readonly sentence: string };
};

export type SourceProgress = { readonly done: number; readonly all: number; readonly title: string };

export const NO_ADDRESSES: SourceAddresses = { privateHosts: [], bases: {} };

export function openSourceAccess(store: Store, addresses: SourceAddresses, now: () => Date): SourceAccess {
  const stopping = new AbortController();
  const client = createClient({
    privateHosts: addresses.privateHosts,
    signal: stopping.signal,
    memory: {
      find: (url) => findAnswer(store.db, url),
      save: (url, kept) => saveAnswer(store.db, url, { ...kept, at: now().toISOString() }),
    },
  });
  return { addresses, client, stopping, misses: new Map() };
}

export async function settingOf(guide: Guide, name: SourceName): Promise<SourceSetting> {
  const settings = await listSourceSettings(guide.store.db);
  return settings.find((setting) => setting.name === name) ?? { name, isOn: false };
}

/** Those that may be asked, in the order in which they are preferred. */
export async function sourcesOn(guide: Guide): Promise<readonly SourceName[]> {
  const settings = await listSourceSettings(guide.store.db);
  return SOURCE_NAMES.filter((name) => settings.some((setting) => setting.name === name && setting.isOn));
}

export const keyOf = (guide: Guide, { name, key }: SourceSetting): string | undefined =>
  (name === 'tmdb' ? guide.sources.addresses.tmdbKey : undefined) ?? key;

/** Refuses a source that is off: asking it would send something to somebody. */
export async function openSource(guide: Guide, name: SourceName): Promise<Source> {
  const setting = await settingOf(guide, name);
  if (!setting.isOn)
    throw new Refusal('unavailable', `${TERMS[name].label} is switched off; nothing was sent to it.`, {
      hint: `"runon sources on ${name}" switches it on.`,
    });
  const key = keyOf(guide, setting);
  const base = guide.sources.addresses.bases[name];
  return (name === 'tvmaze' ? createTvmaze : createTmdb)({
    client: guide.sources.client,
    ...(base === undefined ? {} : { base: base.replace(/\/+$/, '') }),
    ...(key === undefined ? {} : { key }),
  });
}

export function checkSource(name: string): SourceName {
  const known = SOURCE_NAMES.find((one) => one === name.toLowerCase());
  if (known === undefined)
    throw new Refusal('invalid', `"${name.slice(0, 40)}" is no source that Runon can ask.`, {
      hint: `It is one of ${SOURCE_NAMES.join(', ')}.`,
    });
  return known;
}
