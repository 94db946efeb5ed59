// From the bytes of a file to the parts that a format of histories reads: told by content, out of an archive or alone,
// packed with gzip or not. Members that no format lists are never opened.
import { gunzipSync } from 'node:zlib';
import { splitFirstLine } from '../csv-rows.ts';
import { isUnusable, type Unusable } from '../problems.ts';
import { isZip, listMembers, type Member, type NamedBytes } from '../zip.ts';
import type { Batches, Head, HistoryFormat, Opened, Part, ReadOptions } from './format.ts';

const HEAD_BYTES = 8192;
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;

type Source = {
  readonly name: string;
  readonly member?: string;
  readonly head: Head;
  readonly text: () => string;
};
type Chosen = { readonly part: Part; readonly source: Source };

export type OpenedHistory = {
  readonly format: HistoryFormat;
  /** The columns of its first table, as they stand. */
  readonly columns: readonly string[];
  readonly read: (options?: ReadOptions) => Batches;
  /** The people whose rows must be told apart; none when there is nothing to choose. */
  readonly profiles: () => Promise<readonly string[]>;
};

/** The file as one of these formats; undefined when it is none of them, unusable when it cannot be opened at all. */
export async function openHistory(
  file: NamedBytes,
  formats: readonly HistoryFormat[],
): Promise<OpenedHistory | Unusable | undefined> {
  if (!isZip(file.bytes)) return openAlone(file, formats);
  const members = await listMembers(file.bytes);
  return isUnusable(members) ? members : openArchive(members, formats);
}

function openAlone(
  file: NamedBytes,
  formats: readonly HistoryFormat[],
): OpenedHistory | Unusable | undefined {
  const unpacked = unpackGzip(file.bytes);
  if (isUnusable(unpacked)) return unpacked;
  const source = sourceOf(unpacked.bytes, file.name);
  if (source === undefined) return undefined;
  const name = nameInArchive(file.name);
  const found = formats.flatMap((format) => {
    const parts = format.parts.filter(({ isLike }) => isLike(source.head));
    const part = parts.find(({ member }) => member.test(name)) ?? parts[0];
    return part === undefined ? [] : [{ format, part, isNamed: part.member.test(name) }];
  });
  const best = found.find(({ isNamed }) => isNamed) ?? found[0];
  return best && opened(best.format, [{ part: best.part, source }], new Map());
}

/** The format that knows most of the archive's members. */
async function openArchive(
  members: readonly Member[],
  formats: readonly HistoryFormat[],
): Promise<OpenedHistory | Unusable | undefined> {
  const sources = new Map<string, Source | Unusable | undefined>();
  const open = async (member: Member): Promise<Source | Unusable | undefined> => {
    if (!sources.has(member.name)) sources.set(member.name, await openMember(member));
    return sources.get(member.name);
  };
  let best: { readonly format: HistoryFormat; readonly chosen: readonly Chosen[] } | undefined;
  for (const format of formats) {
    const chosen: Chosen[] = [];
    for (const part of format.parts)
      for (const member of members) {
        if (
          !part.member.test(nameInArchive(member.name)) ||
          chosen.some(({ source }) => source.member === member.name)
        )
          continue;
        const source = await open(member);
        if (source === undefined) continue;
        if (isUnusable(source)) return source;
        if (part.isLike(source.head)) chosen.push({ part, source });
      }
    if (chosen.length > (best?.chosen.length ?? 0)) best = { format, chosen };
  }
  const texts = new Map(
    [...sources].flatMap(([name, source]) =>
      source && !isUnusable(source) ? [[name, source] as const] : [],
    ),
  );
  return best && opened(best.format, best.chosen, texts);
}

async function openMember(member: Member): Promise<Source | Unusable | undefined> {
  const unpacked = await member.open();
  return isUnusable(unpacked) ? unpacked : withMember(sourceOf(unpacked.bytes, member.name));
}

function opened(
  format: HistoryFormat,
  chosen: readonly Chosen[],
  others: ReadonlyMap<string, Source>,
): OpenedHistory {
  const openPart = ({ source }: Chosen, options: ReadOptions): Opened => ({
    name: source.name,
    head: source.head,
    text: source.text(),
    options,
    beside: async (wanted) => [...others].find(([name]) => wanted.test(nameInArchive(name)))?.[1].text(),
    ...(source.member === undefined ? {} : { member: source.member }),
  });
  return {
    format,
    columns: chosen[0]?.source.head.columns ?? [],
    read: async function* (options = {}) {
      for (const one of chosen) yield* one.part.read(openPart(one, options));
    },
    profiles: async () => {
      const all = new Set<string>();
      for (const one of chosen)
        for (const name of (await format.profiles?.(openPart(one, {}))) ?? []) all.add(name);
      return [...all].sort();
    },
  };
}

/** For comparing only: folders and names in lower case. */
const nameInArchive = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

const withMember = (source: Source | undefined): Source | undefined =>
  source && { ...source, member: source.name };

function sourceOf(bytes: Uint8Array, name: string): Source | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  // Not fatal: letters that are none cost their row, not the file.
  const decode = (some: Uint8Array) => new TextDecoder(encoding).decode(some);
  const start = decode(bytes.subarray(0, HEAD_BYTES));
  if (start.trim() === '' || start.includes('\u0000')) return undefined;
  const head = { text: start, columns: splitFirstLine(start.split(/\r?\n/, 1)[0]!) };
  return { name, head, text: () => decode(bytes) };
}

function unpackGzip(bytes: Uint8Array): { readonly bytes: Uint8Array } | Unusable {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes };
  const limit = Math.min(MOST_UNPACKED_BYTES, Math.max(4 * 1024 * 1024, bytes.length * 200));
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: limit }) };
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { unusable: isLarge ? 'unpacks to far more than it should' : 'is a damaged gzip file' };
  }
}
