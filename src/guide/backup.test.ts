// A backup put back is equal to what it was made of, from either engine to either; a broken one changes nothing.
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { onGuides, withGuideAt } from '../../tests/guides.ts';
import { withFile } from '../../tests/store/engines.ts';
import { readEverything } from '../store/backup.ts';
import { addReview } from './add-review.ts';
import { addShow } from './add-show.ts';
import { backUp, restore } from './backup.ts';
import { logDiary } from './diary.ts';
import type { Guide } from './guide.ts';
import { keep } from './keep.ts';

const TEXT = 'A warm, funny K-drama. Not too angsty, and the acting is superb.\r\n\u2028';

async function live(guide: Guide, title: string): Promise<void> {
  const { id } = await addShow(guide, {
    title,
    kind: 'series',
    credits: [{ name: '임시완', role: 'actor' }],
  });
  await addReview(guide, { text: TEXT, showId: id, rating: { value: 8.5, outOf: 10 } });
  await keep(guide, id, { state: 'watching', rating: 4.5 });
  await logDiary(guide, { showId: id, watchedOn: '2026-11-20' });
}

/** Rows by table, in an order of their own; the feed's end is what differs. */
async function rowsOf({ store }: Guide): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for await (const { table, rows } of readEverything(store.db, { kind: store.kind, name: store.place }))
    all[table] = [
      ...(all[table] ?? []),
      ...rows.map((row) => JSON.stringify(Object.entries(row).sort())),
    ].sort();
  delete all.change_counter;
  all.changes = (all.changes ?? []).filter((row) => !row.includes('everything'));
  return all;
}

onGuides('what was backed up is put back equal, and a site that runs shows it', (guide, url) =>
  withFile(async (other, folder) => {
    const file = join(folder, 'runon.backup');
    await live(guide, 'Run On');
    await live(guide, '런 온');
    const before = await rowsOf(guide);
    assert.ok((await backUp(guide, file)) > 20);

    await withGuideAt(other, async (fresh) => {
      await restore(fresh, file);
      assert.deepEqual(await rowsOf(fresh), before);
      assert.equal(fresh.shelf.profiles.size, 2);
      await backUp(fresh, file);
    });

    await live(guide, 'Another');
    await withGuideAt(url, async (second) => {
      await assert.rejects(restore(second, file), /restoring would replace them/);
      await restore(second, file, { isReplacing: true });
      assert.deepEqual(await rowsOf(second), before);
    });
    const deadline = Date.now() + 20_000;
    while (guide.shelf.shows.size !== 2 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([...guide.shelf.shows.values()].map(({ title }) => title).sort(), ['Run On', '런 온']);
  }),
);

onGuides('a backup made while others write is of one moment', (guide, url) =>
  withFile(async (other, folder) => {
    const file = join(folder, 'runon.backup');
    await live(guide, 'The first');
    await withGuideAt(url, async (writer) => {
      let isDone = false;
      const writing = (async () => {
        for (let count = 0; !isDone; count++) {
          await live(writer, `Written meanwhile ${count}`);
          await new Promise(setImmediate);
        }
      })();
      for (let round = 0; round < 5; round++) await backUp(guide, file);
      isDone = true;
      await writing;
    });
    await withGuideAt(other, async (fresh) => {
      await restore(fresh, file);
      const { shows = [], reviews = [], watches = [], diary = [] } = await rowsOf(fresh);
      // Each of the four is a step of its own, so that they may part by the one that was at work.
      for (const rows of [reviews, watches, diary])
        assert.ok(shows.length - rows.length <= 1 && rows.length > 0);
    });
  }),
);

onGuides('what is no whole backup is refused and changes nothing', (guide) =>
  withFile(async (_, folder) => {
    const file = join(folder, 'runon.backup');
    await live(guide, 'Run On');
    const before = await rowsOf(guide);
    await backUp(guide, file);
    const whole = readFileSync(file);
    const lines = gunzipSync(whole).toString().trim().split('\n');
    const refused = async (bytes: Uint8Array, why: RegExp): Promise<void> => {
      writeFileSync(file, bytes);
      await assert.rejects(restore(guide, file, { isReplacing: true }), why);
      assert.deepEqual(await rowsOf(guide), before);
    };
    const packed = (...some: readonly string[]) => gzipSync(some.join('\n'));
    await refused(whole.subarray(0, whole.length / 2), /damaged|not whole/);
    await refused(Buffer.from('no gzip'), /damaged|not a backup/);
    await refused(packed('{"kind":"other"}'), /not a backup/);
    await refused(packed(...lines.slice(0, -1)), /not whole/);
    await refused(packed(...lines.slice(0, 2), ...lines.slice(3)), /not whole|refers|backup/);
    await refused(packed(lines[0] ?? '', '{"table":"pg_user","rows":[]}', '{"end":0}'), /no such table/);
    await refused(
      packed(lines[0] ?? '', '{"table":"shows","rows":[{"nonsense":1}]}', '{"end":1}'),
      /not a backup/,
    );
    await refused(packed('{"kind":"runon-backup","version":999}'), /newer Runon/);
    truncateSync(file, 0);
    await assert.rejects(restore(guide, join(folder, 'missing'), { isReplacing: true }), /cannot be read/);
  }),
);
