// From nothing to the first page: the very first time (no code compiled, the starter guide laid out) and every time
// after; and memory, when the first page is out, at rest, and after a good deal of use.
import { setTimeout as wait } from 'node:timers/promises';
import { QUESTIONS } from './questions.ts';
import { fetchBytes, newFolder, type Site, startSite } from './site.ts';
import { median, round, type Table } from './timing.ts';

const AGAIN = 7;
const REST_MS = 8_000;

const findIn = (site: Site, words: string): Promise<unknown> =>
  fetchBytes(`${site.address}/find?q=${encodeURIComponent(words)}`);

export async function run(): Promise<readonly Table[]> {
  const folder = newFolder();
  try {
    const first = await startSite(folder.path, { NODE_DISABLE_COMPILE_CACHE: '1' });
    const firstMb = first.residentMb();
    await first.stop();
    // The start that keeps the compiled code is not counted.
    await (await startSite(folder.path)).stop();
    const starts: { readonly ms: number; readonly mb: number }[] = [];
    for (let i = 0; i < AGAIN; i++) {
      const site = await startSite(folder.path);
      starts.push({ ms: site.firstPageMs, mb: site.residentMb() });
      await site.stop();
    }
    const site = await startSite(folder.path);
    await wait(REST_MS);
    const restingMb = site.residentMb();
    for (let turn = 0; turn < 5; turn++) for (const words of QUESTIONS) await findIn(site, words);
    const usedMb = site.residentMb();
    await wait(REST_MS);
    const laterMb = site.residentMb();
    await site.stop();
    const slowest = Math.max(...starts.map(({ ms }) => ms));
    return [
      {
        title: 'Start to first page, with the starter guide',
        head: ['start', 'ms', 'resident MB'],
        rows: [
          ['first time ever: no folder, no code compiled', round(first.firstPageMs, 0), round(firstMb, 0)],
          [
            `again, on existing data (median of ${AGAIN})`,
            round(median(starts.map(({ ms }) => ms)), 0),
            round(median(starts.map(({ mb }) => mb)), 0),
          ],
          [`again, the slowest of ${AGAIN}`, round(slowest, 0), ''],
          [`${REST_MS / 1e3} s after the first page, indexes built`, '', round(restingMb, 0)],
          [`after ${5 * QUESTIONS.length} questions`, '', round(usedMb, 0)],
          [`${REST_MS / 1e3} s after those`, '', round(laterMb, 0)],
        ],
        note: 'From starting the process to the last byte of the front page. The page is out before the indexes are built, hence the higher figure of memory at that moment: what filled the shelf is not collected yet.',
      },
    ];
  } finally {
    folder.remove();
  }
}
