// What a person says of their taste, what they pass over, and what was chosen together.
import assert from 'node:assert/strict';
import type { PersonId } from '../../src/core/watching.ts';
import { deleteEvening, insertEvening, listEvenings } from '../../src/store/evenings.ts';
import { insertPerson, LOCAL_PERSON } from '../../src/store/persons.ts';
import { insertShows, mergeShow } from '../../src/store/shows.ts';
import {
  deleteOwnWord,
  deletePassedOver,
  listOwnWords,
  listPassedOver,
  saveOwnWord,
  savePassedOver,
} from '../../src/store/tastes.ts';
import { onBothEngines } from './engines.ts';
import { makeShow, showId } from './made.ts';

const other = 'minji' as PersonId;
const at = (day: number): string => `2024-05-0${day}T10:00:00.000Z`;

onBothEngines(
  'a word on a trait takes the place of the one before, each person their own',
  async ({ db }) => {
    await insertPerson(db, { id: other, name: 'Minji' });
    const word = { personId: LOCAL_PERSON, key: 'feel sad', says: 'dislikes', at: at(1) } as const;
    const named = { ...word, key: 'country kr', says: 'likes', fact: '한국' } as const;
    await saveOwnWord(db, named);
    await saveOwnWord(db, { ...word, says: 'likes' });
    await saveOwnWord(db, word);
    await saveOwnWord(db, { ...word, personId: other });
    assert.deepEqual(await listOwnWords(db, LOCAL_PERSON), [named, word]);
    assert.deepEqual(await deleteOwnWord(db, word), word);
    assert.equal(await deleteOwnWord(db, word), undefined);
    assert.equal((await listOwnWords(db, other)).length, 1);
  },
);

onBothEngines('what is passed over stays so when its show is taken over by another entry', async ({ db }) => {
  await insertShows(db, [makeShow('one'), makeShow('two'), makeShow('three')]);
  const first = { personId: LOCAL_PERSON, showId: showId('one'), at: at(1) };
  const second = { personId: LOCAL_PERSON, showId: showId('two'), at: at(2) };
  await savePassedOver(db, first);
  await savePassedOver(db, second);
  await savePassedOver(db, second);
  assert.deepEqual(await listPassedOver(db, LOCAL_PERSON), [second, first]);
  assert.equal(await deletePassedOver(db, first), true);
  assert.equal(await deletePassedOver(db, first), false);
  await mergeShow(db, { from: showId('two'), into: showId('three') });
  assert.deepEqual(await listPassedOver(db, LOCAL_PERSON), [{ ...second, showId: showId('three') }]);
  await assert.rejects(savePassedOver(db, { ...first, showId: showId('none') }));
});

onBothEngines('evenings are read from the last one back', async ({ db }) => {
  await insertShows(db, [makeShow('one')]);
  const evening = (id: string, day: number) => ({
    id,
    personId: LOCAL_PERSON,
    showId: showId('one'),
    at: at(day),
    contents: [
      ['민지', 0.25],
      ['Ann', -1],
    ] as const,
  });
  await insertEvening(db, evening('e1', 1));
  await insertEvening(db, evening('e2', 2));
  assert.deepEqual(await listEvenings(db, LOCAL_PERSON), [evening('e2', 2), evening('e1', 1)]);
  assert.equal((await listEvenings(db, LOCAL_PERSON, { limit: 1 })).length, 1);
  assert.deepEqual(await listEvenings(db, other), []);
  assert.equal(await deleteEvening(db, 'e1'), true);
  assert.equal(await deleteEvening(db, 'e1'), false);
});
