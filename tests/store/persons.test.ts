// What belongs to one who uses Runon: watch list, diary, undo; and notes about the data itself.
import assert from 'node:assert/strict';
import type { PersonId } from '../../src/core/watching.ts';
import {
  deleteDiaryEntry,
  findDiaryEntry,
  insertDiaryEntries,
  listDiary,
  updateDiaryEntry,
} from '../../src/store/diaries.ts';
import { findMeta, saveMeta } from '../../src/store/meta.ts';
import { findPerson, insertPerson, LOCAL_PERSON, listPersons, localPerson } from '../../src/store/persons.ts';
import { insertShows } from '../../src/store/shows.ts';
import { findUndo, listUndo, logUndo, pruneUndo, takeUndo } from '../../src/store/undo.ts';
import { deleteWatch, findWatch, listWatches, saveWatch, saveWatches } from '../../src/store/watches.ts';
import { onBothEngines } from './engines.ts';
import { makeDiaryEntry, makeShow, makeWatch } from './made.ts';

const other = 'minji' as PersonId;

onBothEngines('one local person from the start, others beside', async ({ db }) => {
  assert.equal((await localPerson(db)).id, LOCAL_PERSON);
  await insertPerson(db, { id: other, name: '민지' });
  assert.equal((await findPerson(db, other))?.name, '민지');
  assert.equal((await listPersons(db)).length, 2);
  await assert.rejects(insertPerson(db, { id: LOCAL_PERSON, name: 'Second' }));
});

onBothEngines('a watch list holds one entry per person and show, the last changed first', async ({ db }) => {
  await insertShows(db, [makeShow('one'), makeShow('two')]);
  await insertPerson(db, { id: other, name: 'Minji' });
  const one = makeWatch('one', { state: 'done', rating: 4.5, rewatches: 1, finishedOn: '2024-05-02' });
  const two = makeWatch('two', { changedAt: '2024-06-01T10:00:00.000Z', season: 1, episode: 3 });
  const theirs = makeWatch('one', { personId: other, note: 'Later' });
  await saveWatch(db, makeWatch('one'));
  await saveWatches(db, [one, two, theirs]);
  assert.deepEqual(await listWatches(db, LOCAL_PERSON), [two, one]);
  assert.deepEqual(await listWatches(db, other), [theirs]);
  assert.deepEqual(await deleteWatch(db, one), one);
  assert.equal(await deleteWatch(db, one), undefined);
  assert.equal(await findWatch(db, one), undefined);
  assert.deepEqual(await findWatch(db, theirs), theirs);
  await assert.rejects(saveWatch(db, makeWatch('no-show')));
});

onBothEngines('a diary is read from the last day back', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const first = makeDiaryEntry('d1', 'one', { watchedOn: '2024-01-01', episode: 1, season: 1 });
  const last = makeDiaryEntry('d2', 'one', { watchedOn: '2024-03-01', isRewatch: true, rating: 3.5 });
  await insertDiaryEntries(db, [first, last]);
  assert.deepEqual(await listDiary(db, LOCAL_PERSON), [last, first]);
  assert.deepEqual(await listDiary(db, LOCAL_PERSON, { limit: 1 }), [last]);
  assert.deepEqual(await listDiary(db, other), []);
  const moved = { ...first, watchedOn: '2024-04-01' };
  assert.equal(await updateDiaryEntry(db, moved), true);
  assert.equal(await updateDiaryEntry(db, { ...moved, id: 'none' }), false);
  assert.deepEqual(await listDiary(db, LOCAL_PERSON), [moved, last]);
  assert.deepEqual(await deleteDiaryEntry(db, 'd2'), last);
  assert.equal(await deleteDiaryEntry(db, 'd2'), undefined);
  assert.equal(await findDiaryEntry(db, 'd2'), undefined);
  await assert.rejects(insertDiaryEntries(db, [makeDiaryEntry('d3', 'one'), makeDiaryEntry('d1', 'one')]));
  assert.equal(await findDiaryEntry(db, 'd3'), undefined);
});

onBothEngines('what can be undone is taken once and forgotten in time', async ({ db }) => {
  const entry = (id: string, at: string) => ({
    id,
    personId: LOCAL_PERSON,
    what: 'keep',
    before: { state: 'planned' },
    at,
  });
  await logUndo(db, entry('u1', '2024-01-01T00:00:00.000Z'));
  await logUndo(db, entry('u2', '2024-02-01T00:00:00.000Z'));
  await logUndo(db, entry('u3', '2024-03-01T00:00:00.000Z'));
  const taken = await Promise.all([takeUndo(db, 'u2'), takeUndo(db, 'u2')]);
  assert.equal(taken.filter((undo) => undo !== undefined).length, 1);
  assert.deepEqual(
    (await listUndo(db, LOCAL_PERSON)).map(({ id }) => id),
    ['u3', 'u1'],
  );
  assert.equal(await pruneUndo(db, '2024-02-15T00:00:00.000Z'), 1);
  assert.equal(await findUndo(db, 'u1'), undefined);
  assert.deepEqual(await findUndo(db, 'u3'), entry('u3', '2024-03-01T00:00:00.000Z'));
});

onBothEngines('notes about the data are kept and replaced', async ({ db }) => {
  assert.equal(await findMeta(db, 'starter'), undefined);
  await saveMeta(db, 'starter', '1');
  await saveMeta(db, 'starter', '2');
  assert.equal(await findMeta(db, 'starter'), '2');
});
