// Takes back what a notice offered to take back.
import type { Guide } from '../../guide/guide.ts';
import { undo } from '../../guide/undo.ts';
import { setFlash } from '../flash.ts';
import { backTo, readForm, textOf } from '../forms.ts';
import type { Site } from '../visit.ts';

export function undoPage(site: Site, guide: Guide): void {
  site.post('/undo', async (c) => {
    const form = await readForm(c);
    await undo(guide, textOf(form, 'undo') ?? '');
    setFlash(c, { say: 'undone', what: '' });
    return c.redirect(backTo(form, refererPath(c.req.header('referer')) ?? '/'), 303);
  });
}

/** Where the notice stood; our own referrer policy gives it for our own pages only. */
function refererPath(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer)
    ? new URL(referer).pathname + new URL(referer).search
    : undefined;
}
