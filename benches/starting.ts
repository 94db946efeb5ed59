// From nothing to the first page: the very first time (the starter guide is laid out) and every time after; memory.
import { fetchBytes, newFolder, startSite } from './site.ts';
import { median, round, type Table } from './timing.ts';

const AGAIN = 5;
const QUESTIONS = [
  'chill Korean romance, not too angsty',
  'funny crime series, nothing gory',
  'like Run On',
  'Im Siwan',
  '런 온',
];

export async function run(): Promise<readonly Table[]> {
  const folder = newFolder();
  try {
    const first = await startSite(folder.path);
    const firstMb = first.residentMb();
    await first.stop();
    const times: number[] = [];
    let restingMb = 0;
    let usedMb = 0;
    for (let i = 0; i < AGAIN; i++) {
      const site = await startSite(folder.path);
      times.push(site.firstPageMs);
      restingMb = site.residentMb();
      for (let round = 0; round < 20; round++)
        for (const question of QUESTIONS)
          await fetchBytes(`${site.address}/find?q=${encodeURIComponent(question)}`);
      usedMb = site.residentMb();
      await site.stop();
    }
    return [
      {
        title: 'Start to first page, with the starter guide',
        head: ['start', 'ms', 'resident MB'],
        rows: [
          ['first time, on an empty folder', round(first.firstPageMs, 0), round(firstMb, 0)],
          [`again, on existing data (median of ${AGAIN})`, round(median(times), 0), round(restingMb, 0)],
          ['after 100 questions', '', round(usedMb, 0)],
        ],
      },
    ];
  } finally {
    folder.remove();
  }
}
