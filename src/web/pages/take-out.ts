// Everything that a person keeps, or what another service takes of it, to be downloaded.
import { exportZip } from '../../guide/export-all.ts';
import { exportZipFor, outgoingFormats } from '../../guide/export-for.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Messages } from '../messages/languages.ts';
import { type Markup, markup } from '../parts/markup.ts';
import type { Request, Site } from '../visit.ts';

export function takeOutRoutes(site: Site, guide: Guide): void {
  site.get('/export.zip', async (c) => download(c, await exportZip(guide)));
  for (const { name } of outgoingFormats)
    site.get(`/export/${name}.zip`, async (c) => download(c, await exportZipFor(guide, name)));
}

const download = (c: Request, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  });

/** Links, one for each service. */
export const takeOutLinks = ({ bringIn: texts }: Messages): Markup =>
  markup`<p>${texts.exportFor}</p><ul class="formats">${outgoingFormats.map(
    ({ name }) =>
      markup`<li><a href="/export/${name}.zip" download>${texts.services[name as keyof typeof texts.services]}</a></li>`,
  )}</ul>`;
