// A viewing history of 100,000 rows, as `runon import` previews and keeps it on SQLite, each in a process of its own,
// beside merely parsing the same file. The file is made from the starter guide's titles, always the same.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStarter } from '../src/exchange/starter.ts';
import { makeDice } from './dice.ts';
import { newFolder } from './site.ts';
import { round, type Table } from './timing.ts';

const ROWS = 100_000;
/** One evening in so many is of a title that the guide does not know. */
const UNKNOWN = 8;
const BIN = join(import.meta.dirname, '../bin/runon.js');
/** As `npm run runon` has it. */
const YOUNG_SPACE = '--max-semi-space-size=8';
const FIRST_DAY = Date.UTC(2026, 9, 31);
const DAY_MS = 86_400_000;

/** The newest first, as Netflix writes it; eight rows a day. */
export function makeHistory(rows: number): string {
  const shows = readStarter(readFileSync(join(import.meta.dirname, '../data/starter/titles.jsonl.gz')));
  const roll = makeDice(20_201_216);
  const titles: string[] = [];
  while (titles.length < rows) {
    const show = shows[Math.floor(roll() * shows.length)]!;
    const name = roll() < 1 / UNKNOWN ? `Nobody Knows ${Math.floor(roll() * 3000)}` : show.title;
    if (show.kind === 'film') titles.push(name);
    else
      for (let episode = 1 + Math.floor(roll() * 16); episode > 0; episode--)
        titles.push(`${name}: Season ${1 + Math.floor(roll() * 3)}: Episode ${episode}`);
  }
  const day = (row: number) => {
    const at = new Date(FIRST_DAY - Math.floor(row / 20) * DAY_MS);
    return `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${String(at.getUTCFullYear() % 100).padStart(2, '0')}`;
  };
  return `Title,Date\n${titles
    .slice(0, rows)
    .map((title, row) => `"${title.replaceAll('"', '""')}","${day(row)}"\n`)
    .join('')}`;
}

type Run = { readonly seconds: number; readonly residentMb: number };

/** Wall clock and the most memory that the process ever had. */
function measure(args: readonly string[], environment: NodeJS.ProcessEnv): Run {
  const from = performance.now();
  const report =
    "process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))";
  const { stderr, status } = spawnSync(
    process.execPath,
    [YOUNG_SPACE, '--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', ...environment } },
  );
  if (status !== 0) throw new Error(stderr);
  return {
    seconds: (performance.now() - from) / 1e3,
    residentMb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024,
  };
}

const PARSE = `
import { HISTORY_FORMATS } from ${JSON.stringify(join(import.meta.dirname, '../src/exchange/history/formats.ts'))};
import { openHistory } from ${JSON.stringify(join(import.meta.dirname, '../src/exchange/history/open-history.ts'))};
import { readFileSync } from 'node:fs';
const opened = await openHistory({ name: 'a.csv', bytes: readFileSync(process.argv[2]) }, HISTORY_FORMATS);
for await (const batch of opened.read()) void batch;
`;

export function run(): readonly Table[] {
  const folder = newFolder();
  try {
    const file = join(folder.path, 'NetflixViewingHistory.csv');
    const script = join(folder.path, 'parse.ts');
    writeFileSync(file, makeHistory(ROWS));
    writeFileSync(script, PARSE);
    const environment = { RUNON_DATA: join(folder.path, 'data') };
    measure([BIN, 'init'], environment);
    const steps = [
      ['merely parsed', measure([script, file], environment)],
      ['a command that only opens the guide', measure([BIN, 'find', 'Roma'], environment)],
      ['previewed', measure([BIN, 'import', file, '--preview'], environment)],
      ['kept', measure([BIN, 'import', file], environment)],
      ['the same file again', measure([BIN, 'import', file], environment)],
    ] as const;
    return [
      {
        title: `A viewing history of ${ROWS.toLocaleString('en')} rows, on SQLite`,
        head: ['', 'seconds', 'resident MB at most'],
        rows: steps.map(([name, { seconds, residentMb }]) => [name, round(seconds, 1), round(residentMb, 0)]),
        note: `By the clock, each in a process of its own that starts, opens the guide of 8,799 titles and ends. One evening in ${UNKNOWN} is of a title that the guide does not know.`,
      },
    ];
  } finally {
    folder.remove();
  }
}
