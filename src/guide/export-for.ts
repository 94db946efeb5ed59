// What a person keeps as files that another service takes. What that service has no place for stays here.
import type { ShowId } from '../core/show.ts';
import { OUTGOING } from '../exchange/outgoing/formats.ts';
import type { OwnTitle } from '../exchange/outgoing/own-title.ts';
import { type NamedBytes, writeZip } from '../exchange/zip.ts';
import { today } from './dates.ts';
import { ownThings } from './export-all.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';

/** By name, with one line of help each. */
export const outgoingFormats: readonly { readonly name: string; readonly help: string }[] = OUTGOING;

/** Throws a Refusal for a name that is none. */
export async function exportFor(guide: Guide, name: string): Promise<readonly NamedBytes[]> {
  const format = OUTGOING.find((one) => one.name === name);
  if (format === undefined) throw new Refusal('not-found', `Runon writes no files for "${name}".`);
  return format.write(await ownTitles(guide));
}

export async function exportZipFor(guide: Guide, name: string): Promise<NamedBytes> {
  const madeAt = guide.now();
  const bytes = await writeZip(await exportFor(guide, name), madeAt);
  return { name: `runon-${name}-${today(madeAt)}.zip`, bytes };
}

/** In order of title; samples are nobody's own. */
async function ownTitles(guide: Guide): Promise<readonly OwnTitle[]> {
  const { shows, reviews, watches, diary } = await ownThings(guide);
  const byShow = <Thing extends { readonly showId: ShowId }>(things: readonly Thing[]) =>
    Map.groupBy(things, ({ showId }) => showId);
  const own = reviews.filter(({ isSample }) => !isSample);
  const [lines, said, kept] = [byShow(diary), byShow(own), byShow(watches)];
  return shows
    .map((show) => {
      const [watch] = kept.get(show.id) ?? [];
      const days = (lines.get(show.id) ?? []).toSorted((a, b) => (a.watchedOn < b.watchedOn ? -1 : 1));
      return {
        show,
        diary: days,
        reviews: said.get(show.id) ?? [],
        ...(watch === undefined ? {} : { watch }),
      };
    })
    .filter(({ watch, diary, reviews }) => watch !== undefined || diary.length + reviews.length > 0)
    .sort((a, b) => a.show.title.localeCompare(b.show.title, 'en'));
}
