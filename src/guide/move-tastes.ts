// A person's taste on its way out of one Runon and into another: what they said, passed over and chose together.

import type { PersonId } from '../core/watching.ts';
import type { IncomingTaste } from '../exchange/archive-taste.ts';
import { deleteEvening, insertEvening, listEvenings } from '../store/evenings.ts';
import type { Db } from '../store/schema.ts';
import { listOwnWords, listPassedOver, saveOwnWord, savePassedOver } from '../store/tastes.ts';

export async function tasteOf(db: Db, me: PersonId): Promise<readonly IncomingTaste[]> {
  const words = await listOwnWords(db, me);
  const passed = await listPassedOver(db, me);
  const evenings = await listEvenings(db, me, { limit: 1_000_000 });
  return [
    ...words.map(({ personId: _, ...word }) => ({ kind: 'own-word', ...word }) as const),
    ...passed.map(({ showId, at }) => ({ kind: 'passed-over', showId, at }) as const),
    ...evenings.map(({ id, showId, at, contents }) => {
      const people = contents.map(([name, content]) => ({ name, content }));
      return { kind: 'evening', id, showId, at, people } as const;
    }),
  ];
}

/** In the place of what was there under the same name. */
export async function saveTaste(tx: Db, personId: PersonId, taste: IncomingTaste): Promise<void> {
  if (taste.kind === 'own-word') {
    const { kind: _, ...word } = taste;
    return saveOwnWord(tx, { ...word, personId });
  }
  if (taste.kind === 'passed-over')
    return savePassedOver(tx, { personId, showId: taste.showId, at: taste.at });
  const { id, showId, at, people } = taste;
  await deleteEvening(tx, id);
  const contents = people.map(({ name, content }) => [name, content] as const);
  return insertEvening(tx, { id, personId, showId, at, contents });
}
