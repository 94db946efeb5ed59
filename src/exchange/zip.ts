// ZIP files, written whole and read with care: only members that are asked for are opened, names of members are
// compared and never become paths, and sizes are counted while unpacking, whatever the file says of itself.
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { Unusable } from './problems.ts';

configure({ useWebWorkers: false });

const LIMIT_MEMBERS = 20_000;
/** Of all members of one file that are opened, together. */
const LIMIT_UNPACKED_BYTES = 256 * 1024 * 1024;
/** Text packs ten to one, seldom thirty to one; bombs a thousand to one. */
const LIMIT_RATIO = 200;
/** Below this nothing is a bomb, however well it packs. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

export type Member = {
  /** As the ZIP has it, folders and all. */
  readonly name: string;
  readonly open: () => Promise<{ readonly bytes: Uint8Array } | Unusable>;
};

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

export async function writeZip(files: readonly NamedBytes[], madeAt: Date): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const { name, bytes } of files)
    await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: madeAt });
  return zip.close();
}

/** Its files; none is opened yet. */
export async function listMembers(bytes: Uint8Array): Promise<readonly Member[] | Unusable> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes));
  const members: Member[] = [];
  let left = LIMIT_UNPACKED_BYTES;
  try {
    let seen = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      if (++seen > LIMIT_MEMBERS) return { unusable: `holds more than ${LIMIT_MEMBERS} files` };
      if (entry.directory) continue;
      const open: Member['open'] = async () => {
        if (entry.encrypted) return { unusable: 'is locked with a password; unpack it first' };
        const limit = Math.min(left, Math.max(HARMLESS_BYTES, entry.compressedSize * LIMIT_RATIO));
        const unpacked = await unpack((into) => entry.getData(into, { checkSignature: true }), limit);
        if ('bytes' in unpacked) left -= unpacked.bytes.length;
        return unpacked;
      };
      members.push({ name: entry.filename, open });
    }
    return members;
  } catch {
    return { unusable: 'is a damaged ZIP' };
  } finally {
    await zip.close();
  }
}

async function unpack(
  from: (into: WritableStream<Uint8Array>) => Promise<unknown>,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | Unusable> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const counting = new WritableStream<Uint8Array>({
    write(part) {
      size += part.length;
      if (size > limit) throw new TooLarge();
      parts.push(part);
    },
  });
  try {
    await from(counting);
    return { bytes: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof TooLarge) return { unusable: 'unpacks to far more than it should' };
    return { unusable: 'is a damaged ZIP' };
  }
}

/** The member of this name, in whichever folder of the ZIP it lies; the first when there are several. */
export async function unzipMember(
  bytes: Uint8Array,
  wanted: string,
): Promise<{ readonly bytes: Uint8Array } | Unusable> {
  const members = await listMembers(bytes);
  if ('unusable' in members) return members;
  const member = members.find(({ name }) => name.split('/').at(-1) === wanted);
  return member?.open() ?? { unusable: `holds no ${wanted}; Runon takes the ZIPs that it exports` };
}

class TooLarge extends Error {}
